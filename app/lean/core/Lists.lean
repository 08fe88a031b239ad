/-
Lists: their length, the functions on them, membership.
-/
prelude
import Lemmata.Data
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

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
