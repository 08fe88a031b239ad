/-
Pairs, options, lists and functions.
-/
prelude
import Lemmata.Simproc
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

/-! ## Pairs, sums, options -/

section
variable {α : Type u} {β : Type v} {γ : Type w}

@[simp] theorem Prod.mk.eta {p : α × β} : (p.fst, p.snd) = p := rfl
theorem Prod.ext {p q : α × β} (fst : p.fst = q.fst) (snd : p.snd = q.snd) : p = q := by
  cases p
  cases q
  cases fst
  cases snd
  rfl
attribute [ext] Prod.ext
@[simp] theorem Prod.forall {p : α × β → Prop} : (∀ x, p x) ↔ ∀ a b, p (a, b) :=
  ⟨fun h a b => h (a, b), fun h x => h x.fst x.snd⟩
@[simp] theorem Prod.exists {p : α × β → Prop} : (∃ x, p x) ↔ ∃ a b, p (a, b) :=
  ⟨fun ⟨x, h⟩ => ⟨x.fst, x.snd, h⟩, fun ⟨a, b, h⟩ => ⟨(a, b), h⟩⟩
def Prod.swap (p : α × β) : β × α := (p.snd, p.fst)
@[simp] theorem Prod.swap_swap (p : α × β) : p.swap.swap = p := rfl
instance instInhabitedProd [Inhabited α] [Inhabited β] : Inhabited (α × β) := ⟨(default, default)⟩
instance instDecidableEqProd [DecidableEq α] [DecidableEq β] : DecidableEq (α × β) := fun a b =>
  decidable_of_iff (a.fst = b.fst ∧ a.snd = b.snd) Prod.ext_iff.symm
theorem Subtype.ext {α : Sort u} {p : α → Prop} {a b : {x // p x}} (h : a.val = b.val) : a = b := by
  cases a
  cases b
  cases h
  rfl
theorem Subtype.eq {α : Sort u} {p : α → Prop} {a b : {x // p x}} (h : a.val = b.val) : a = b := Subtype.ext h
instance instInhabitedOption : Inhabited (Option α) := ⟨none⟩
theorem Option.some_ne_none (x : α) : some x ≠ none := fun h => nomatch h
theorem Option.some_inj {a b : α} : some a = some b ↔ a = b := ⟨fun h => Option.some.inj h, congrArg some⟩
def Option.map (f : α → β) : Option α → Option β
  | none => none
  | some x => some (f x)
protected def Option.bind (x : Option α) (f : α → Option β) : Option β :=
  match x with
  | none => none
  | some a => f a
def Option.getD (x : Option α) (d : α) : α :=
  match x with
  | none => d
  | some a => a
end

theorem String.ofList_injective {l₁ l₂ : List Char} (h : String.ofList l₁ = String.ofList l₂) : l₁ = l₂ :=
  String.ofList.inj h

/-! ## Lists -/

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

instance instInhabitedList : Inhabited (List α) := ⟨[]⟩
def length : List α → Nat
  | [] => 0
  | _ :: as => length as + 1
protected def append : List α → List α → List α
  | [], bs => bs
  | a :: as, bs => a :: List.append as bs
instance instAppendList : Append (List α) := ⟨List.append⟩
def map (f : α → β) : List α → List β
  | [] => []
  | a :: as => f a :: map f as
def foldr (f : α → β → β) (init : β) : List α → β
  | [] => init
  | a :: as => f a (foldr f init as)
def foldl (f : α → β → α) : (init : α) → List β → α
  | a, [] => a
  | a, b :: bs => foldl f (f a b) bs
def reverseAux : List α → List α → List α
  | [], r => r
  | a :: as, r => reverseAux as (a :: r)
def reverse (as : List α) : List α := reverseAux as []
def filter (p : α → Bool) : List α → List α
  | [] => []
  | a :: as => if p a then a :: filter p as else filter p as
/-- `a` is one of the elements. -/
inductive Mem (a : α) : List α → Prop where
  | head (as : List α) : Mem a (a :: as)
  | tail (b : α) {as : List α} : Mem a as → Mem a (b :: as)
instance instMembership : Membership α (List α) := ⟨fun l a => Mem a l⟩

@[simp] theorem length_nil : length ([] : List α) = 0 := rfl
@[simp] theorem length_cons {a : α} {as : List α} : (a :: as).length = as.length + 1 := rfl
@[simp] theorem nil_append (as : List α) : [] ++ as = as := rfl
@[simp] theorem cons_append {a : α} {as bs : List α} : a :: as ++ bs = a :: (as ++ bs) := rfl
@[simp] theorem append_nil (as : List α) : as ++ [] = as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (cons a) ih
@[simp] theorem append_assoc (as bs cs : List α) : as ++ bs ++ cs = as ++ (bs ++ cs) := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (cons a) ih
@[simp] theorem length_append {as bs : List α} : (as ++ bs).length = as.length + bs.length := by
  induction as with
  | nil => exact (Nat.zero_add _).symm
  | cons a as ih => rw [cons_append, length_cons, length_cons, ih, Nat.add_right_comm]
@[simp] theorem map_nil {f : α → β} : map f [] = [] := rfl
@[simp] theorem map_cons {f : α → β} {a : α} {as : List α} : map f (a :: as) = f a :: map f as := rfl
@[simp] theorem length_map {as : List α} (f : α → β) : (map f as).length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (· + 1) ih
@[simp] theorem map_append {f : α → β} {as bs : List α} : map f (as ++ bs) = map f as ++ map f bs := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (cons (f a)) ih
@[simp] theorem map_map {g : β → γ} {f : α → β} {as : List α} : map g (map f as) = map (g ∘ f) as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (cons (g (f a))) ih
@[simp] theorem map_id (as : List α) : map id as = as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (cons a) ih
theorem reverseAux_eq_append (as bs : List α) : reverseAux as bs = reverseAux as [] ++ bs := by
  induction as generalizing bs with
  | nil => rfl
  | cons a as ih => rw [reverseAux, reverseAux, ih (a :: bs), ih [a], append_assoc]; rfl
@[simp] theorem reverse_nil : reverse ([] : List α) = [] := rfl
@[simp] theorem reverse_cons {a : α} {as : List α} : reverse (a :: as) = reverse as ++ [a] :=
  reverseAux_eq_append as [a]
@[simp] theorem reverse_append {as bs : List α} : (as ++ bs).reverse = bs.reverse ++ as.reverse := by
  induction as with
  | nil => exact (append_nil _).symm
  | cons a as ih => rw [cons_append, reverse_cons, reverse_cons, ih, append_assoc]
@[simp] theorem reverse_reverse (as : List α) : as.reverse.reverse = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [reverse_cons, reverse_append, ih]; rfl
@[simp] theorem length_reverse {as : List α} : as.reverse.length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [reverse_cons, length_append, ih]; rfl
theorem cons_ne_nil (a : α) (as : List α) : a :: as ≠ [] := fun h => nomatch h
theorem length_eq_zero_iff {as : List α} : as.length = 0 ↔ as = [] := by
  cases as with
  | nil => exact ⟨fun _ => rfl, fun _ => rfl⟩
  | cons a as => exact ⟨fun h => (nomatch h), fun h => (nomatch h)⟩
@[simp] theorem not_mem_nil {a : α} : ¬a ∈ ([] : List α) := fun h => nomatch h
@[simp] theorem mem_cons {a b : α} {l : List α} : a ∈ b :: l ↔ a = b ∨ a ∈ l := by
  constructor
  · intro h
    cases h with
    | head => exact Or.inl rfl
    | tail _ h => exact Or.inr h
  · exact fun h => h.elim (fun e => e ▸ Mem.head l) (Mem.tail b)
@[simp] theorem mem_append {a : α} {s t : List α} : a ∈ s ++ t ↔ a ∈ s ∨ a ∈ t := by
  induction s with
  | nil => simp
  | cons b s ih => rw [cons_append, mem_cons, mem_cons, ih, or_assoc]
instance instDecidableEqList [DecidableEq α] : DecidableEq (List α)
  | [], [] => isTrue rfl
  | [], _ :: _ => isFalse fun h => nomatch h
  | _ :: _, [] => isFalse fun h => nomatch h
  | a :: as, b :: bs =>
    match decEq a b, instDecidableEqList as bs with
    | isTrue h, isTrue k => isTrue (by rw [h, k])
    | isFalse n, _ => isFalse fun e => n (cons.inj e).left
    | _, isFalse n => isFalse fun e => n (cons.inj e).right

end List

/-! ## Functions -/

namespace Function
variable {α : Sort u} {β : Sort v} {γ : Sort w}

def Injective (f : α → β) : Prop := ∀ ⦃a₁ a₂⦄, f a₁ = f a₂ → a₁ = a₂
def Surjective (f : α → β) : Prop := ∀ b, ∃ a, f a = b
def Bijective (f : α → β) : Prop := Injective f ∧ Surjective f
def LeftInverse (g : β → α) (f : α → β) : Prop := ∀ x, g (f x) = x
def RightInverse (g : β → α) (f : α → β) : Prop := LeftInverse f g
@[simp] theorem comp_apply {f : β → γ} {g : α → β} {x : α} : (f ∘ g) x = f (g x) := rfl
theorem comp_def (f : β → γ) (g : α → β) : f ∘ g = fun x => f (g x) := rfl
theorem comp_assoc {δ : Sort u} (f : γ → δ) (g : β → γ) (h : α → β) : (f ∘ g) ∘ h = f ∘ g ∘ h := rfl
@[simp] theorem id_comp (f : α → β) : id ∘ f = f := rfl
@[simp] theorem comp_id (f : α → β) : f ∘ id = f := rfl
@[simp] theorem const_apply {y : β} {x : α} : const α y x = y := rfl
theorem injective_id : Injective (id : α → α) := fun _ _ h => h
theorem surjective_id : Surjective (id : α → α) := fun b => ⟨b, rfl⟩
theorem bijective_id : Bijective (id : α → α) := ⟨injective_id, surjective_id⟩
theorem Injective.comp {g : β → γ} {f : α → β} (hg : Injective g) (hf : Injective f) : Injective (g ∘ f) :=
  fun _ _ h => hf (hg h)
theorem Surjective.comp {g : β → γ} {f : α → β} (hg : Surjective g) (hf : Surjective f) :
    Surjective (g ∘ f) :=
  fun c =>
  (hg c).elim fun b hb => (hf b).elim fun a ha => ⟨a, (congrArg g ha).trans hb⟩
theorem Bijective.comp {g : β → γ} {f : α → β} (hg : Bijective g) (hf : Bijective f) : Bijective (g ∘ f) :=
  ⟨hg.left.comp hf.left, hg.right.comp hf.right⟩
theorem Injective.of_comp {g : β → γ} {f : α → β} (h : Injective (g ∘ f)) : Injective f :=
  fun _ _ e => h (congrArg g e)
theorem Surjective.of_comp {g : β → γ} {f : α → β} (h : Surjective (g ∘ f)) : Surjective g := fun c =>
  (h c).elim fun a ha => ⟨f a, ha⟩
theorem Injective.eq_iff {f : α → β} (h : Injective f) {a b : α} : f a = f b ↔ a = b :=
  ⟨fun e => h e, congrArg f⟩
theorem Injective.ne {f : α → β} (h : Injective f) {a₁ a₂ : α} : a₁ ≠ a₂ → f a₁ ≠ f a₂ := fun n e => n (h e)
theorem LeftInverse.injective {g : β → α} {f : α → β} (h : LeftInverse g f) : Injective f := fun a b e =>
  (h a).symm.trans ((congrArg g e).trans (h b))
theorem LeftInverse.surjective {g : β → α} {f : α → β} (h : LeftInverse g f) : Surjective g :=
  fun x => ⟨f x, h x⟩

end Function
