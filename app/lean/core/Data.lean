/-
Pairs, options, sums and subtypes.
-/
prelude
import Lemmata.Simproc
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w x

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
/-- The value under `f`, if there is one. -/
def Option.map (f : α → β) : Option α → Option β
  | none => none
  | some x => some (f x)
/-- What `f` makes of the value, if there is one. -/
protected def Option.bind (x : Option α) (f : α → Option β) : Option β :=
  match x with
  | none => none
  | some a => f a
/-- The value, or `d` if there is none. -/
def Option.getD (x : Option α) (d : α) : α :=
  match x with
  | none => d
  | some a => a
def Option.isSome : Option α → Bool
  | some _ => true
  | none => false
def Option.isNone : Option α → Bool
  | some _ => false
  | none => true
/-- The value of an option that has one. -/
def Option.get {α : Type u} : (o : Option α) → o.isSome = true → α
  | some x, _ => x
def Option.get! {α : Type u} [Inhabited α] : Option α → α
  | some x => x
  | none => default
protected def Option.filter (p : α → Bool) : Option α → Option α
  | none => none
  | some a => if p a then some a else none
protected def Option.elim {α : Type u} {β : Sort v} : Option α → β → (α → β) → β
  | some x, _, f => f x
  | none, y, _ => y
instance instDecidableEqOption [DecidableEq α] : DecidableEq (Option α)
  | none, none => isTrue rfl
  | none, some _ => isFalse fun h => nomatch h
  | some _, none => isFalse fun h => nomatch h
  | some a, some b => decidable_of_iff (a = b) Option.some_inj.symm
instance instDecidableEqSum [DecidableEq α] [DecidableEq β] : DecidableEq (α ⊕ β)
  | .inl a, .inl b => decidable_of_iff (a = b) ⟨congrArg Sum.inl, Sum.inl.inj⟩
  | .inr a, .inr b => decidable_of_iff (a = b) ⟨congrArg Sum.inr, Sum.inr.inj⟩
  | .inl _, .inr _ => isFalse fun h => nomatch h
  | .inr _, .inl _ => isFalse fun h => nomatch h
instance Subtype.instDecidableEq {p : α → Prop} [DecidableEq α] : DecidableEq {x // p x} := fun a b =>
  decidable_of_iff (a.val = b.val) ⟨Subtype.ext, congrArg Subtype.val⟩

/-! ## Options -/

namespace Option

@[simp] theorem map_none (f : α → β) : none.map f = none := rfl
@[simp] theorem map_some (a : α) (f : α → β) : (some a).map f = some (f a) := rfl
@[simp] theorem bind_none (f : α → Option β) : none.bind f = none := rfl
@[simp] theorem bind_some (a : α) (f : α → Option β) : (some a).bind f = f a := rfl
@[simp] theorem getD_none {a : α} : getD none a = a := rfl
@[simp] theorem getD_some {a b : α} : getD (some a) b = a := rfl
@[simp] theorem isSome_none : (none : Option α).isSome = false := rfl
@[simp] theorem isSome_some {a : α} : (some a).isSome = true := rfl
@[simp] theorem isNone_none : (none : Option α).isNone = true := rfl
@[simp] theorem isNone_some {a : α} : (some a).isNone = false := rfl
@[simp] theorem get_some (x : α) (h : (some x).isSome = true) : (some x).get h = x := rfl
@[simp] theorem some_get : ∀ {x : Option α} (h : x.isSome = true), some (x.get h) = x
  | some _, _ => rfl
@[simp] theorem map_map (h : β → γ) (g : α → β) (x : Option α) : (x.map g).map h = x.map (h ∘ g) := by
  cases x <;> rfl
@[simp] theorem map_id_apply {x : Option α} : Option.map id x = x := by cases x <;> rfl
theorem map_inj_right {f : α → β} {o o' : Option α} (w : ∀ x y, f x = f y → x = y) :
    o.map f = o'.map f ↔ o = o' := by
  cases o <;> cases o' <;> simp
  exact ⟨w _ _, congrArg f⟩
@[simp] theorem map_eq_none_iff {x : Option α} {f : α → β} : x.map f = none ↔ x = none := by cases x <;> simp
@[simp] theorem map_eq_some_iff {b : β} {x : Option α} {f : α → β} :
    x.map f = some b ↔ ∃ a, x = some a ∧ f a = b := by
  cases x <;> simp
theorem bind_eq_some_iff {b : β} {x : Option α} {f : α → Option β} :
    x.bind f = some b ↔ ∃ a, x = some a ∧ f a = some b := by
  cases x <;> simp
@[simp] theorem bind_fun_some (x : Option α) : x.bind some = x := by cases x <;> rfl
theorem bind_assoc (x : Option α) (f : α → Option β) (g : β → Option γ) :
    (x.bind f).bind g = x.bind fun y => (f y).bind g := by
  cases x <;> rfl
theorem isSome_iff_exists {x : Option α} : x.isSome = true ↔ ∃ a, x = some a := by cases x <;> simp
@[simp] theorem isNone_iff_eq_none {o : Option α} : o.isNone = true ↔ o = none := by cases o <;> simp
theorem ne_none_iff_exists {o : Option α} : o ≠ none ↔ ∃ x, some x = o := by cases o <;> simp
theorem ne_none_iff_exists' {o : Option α} : o ≠ none ↔ ∃ x, o = some x := by cases o <;> simp
theorem eq_none_iff_forall_ne_some {o : Option α} : o = none ↔ ∀ a, o ≠ some a := by cases o <;> simp
@[simp] protected theorem «forall» {p : Option α → Prop} : (∀ x, p x) ↔ p none ∧ ∀ a, p (some a) :=
  ⟨fun h => ⟨h none, fun a => h (some a)⟩, fun h x => by cases x <;> first | exact h.left | exact h.right _⟩
@[simp] protected theorem «exists» {p : Option α → Prop} : (∃ x, p x) ↔ p none ∨ ∃ a, p (some a) :=
  ⟨fun ⟨x, h⟩ => by cases x <;> first | exact Or.inl h | exact Or.inr ⟨_, h⟩,
   fun h => h.elim (⟨none, ·⟩) fun ⟨a, h⟩ => ⟨some a, h⟩⟩

end Option

/-! ## Pairs, sums, subtypes -/

/-- `f` on the first component and `g` on the second. -/
def Prod.map {α₁ : Type u} {α₂ : Type v} {β₁ : Type w} {β₂ : Type x} (f : α₁ → α₂) (g : β₁ → β₂) :
    α₁ × β₁ → α₂ × β₂
  | (a, b) => (f a, g b)
@[simp] theorem Prod.map_apply {α₁ : Type u} {α₂ : Type v} {β₁ : Type w} {β₂ : Type x} (f : α₁ → α₂)
    (g : β₁ → β₂) (x : α₁) (y : β₁) : Prod.map f g (x, y) = (f x, g y) := rfl
@[simp] theorem Prod.fst_swap {p : α × β} : p.swap.fst = p.snd := rfl
@[simp] theorem Prod.snd_swap {p : α × β} : p.swap.snd = p.fst := rfl
@[simp] theorem Prod.swap_prod_mk {a : α} {b : β} : Prod.swap (a, b) = (b, a) := rfl
theorem Prod.mk_inj {a₁ a₂ : α} {b₁ b₂ : β} : (a₁, b₁) = (a₂, b₂) ↔ a₁ = a₂ ∧ b₁ = b₂ :=
  iff_of_eq (Prod.mk.injEq a₁ b₁ a₂ b₂)
/-- A function on each part of a sum, as a function on the sum. -/
protected def Sum.elim {α : Type u} {β : Type v} {γ : Sort w} (f : α → γ) (g : β → γ) : α ⊕ β → γ
  | .inl a => f a
  | .inr b => g b
@[simp] theorem Sum.elim_inl {γ : Sort w} (f : α → γ) (g : β → γ) (x : α) :
    Sum.elim f g (Sum.inl x) = f x := rfl
@[simp] theorem Sum.elim_inr {γ : Sort w} (f : α → γ) (g : β → γ) (x : β) :
    Sum.elim f g (Sum.inr x) = g x := rfl
@[simp] theorem Sum.forall {p : α ⊕ β → Prop} : (∀ x, p x) ↔ (∀ a, p (.inl a)) ∧ ∀ b, p (.inr b) :=
  ⟨fun h => ⟨fun a => h (.inl a), fun b => h (.inr b)⟩,
   fun h x => by cases x <;> first | exact h.left _ | exact h.right _⟩
@[simp] theorem Sum.exists {p : α ⊕ β → Prop} : (∃ x, p x) ↔ (∃ a, p (.inl a)) ∨ ∃ b, p (.inr b) :=
  ⟨fun ⟨x, h⟩ => by cases x <;> first | exact Or.inl ⟨_, h⟩ | exact Or.inr ⟨_, h⟩,
   fun h => h.elim (fun ⟨a, h⟩ => ⟨.inl a, h⟩) fun ⟨b, h⟩ => ⟨.inr b, h⟩⟩
def Sum.swap : α ⊕ β → β ⊕ α
  | .inl a => .inr a
  | .inr b => .inl b
@[simp] theorem Sum.swap_swap (x : α ⊕ β) : x.swap.swap = x := by cases x <;> rfl
theorem Subtype.ext_iff {α : Sort u} {p : α → Prop} {a b : {x // p x}} : a = b ↔ a.val = b.val :=
  ⟨congrArg Subtype.val, Subtype.ext⟩
@[simp] theorem Subtype.forall {α : Sort u} {p : α → Prop} {q : {a // p a} → Prop} :
    (∀ x, q x) ↔ ∀ a b, q ⟨a, b⟩ := ⟨fun h a b => h ⟨a, b⟩, fun h x => h x.val x.property⟩
@[simp] theorem Subtype.exists {α : Sort u} {p : α → Prop} {q : {a // p a} → Prop} :
    (∃ x, q x) ↔ ∃ a b, q ⟨a, b⟩ := ⟨fun ⟨x, h⟩ => ⟨x.val, x.property, h⟩, fun ⟨a, b, h⟩ => ⟨⟨a, b⟩, h⟩⟩
end

theorem String.ofList_injective {l₁ l₂ : List Char} (h : String.ofList l₁ = String.ofList l₂) : l₁ = l₂ :=
  String.ofList.inj h
