/-
Pairs, options and sums.
-/
prelude
import Lemmata.Simproc
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

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
