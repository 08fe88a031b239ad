/-
Equivalence relations and quotients by them.
-/
prelude
import Lemmata.Macros
import Lemmata.Nat
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

/-- The relation is reflexive, symmetric and transitive. -/
structure Equivalence {α : Sort u} (r : α → α → Prop) : Prop where
  refl : ∀ x, r x x
  symm : ∀ {x y}, r x y → r y x
  trans : ∀ {x y z}, r x y → r y z → r x z
theorem eq_equivalence {α : Sort u} : Equivalence (@Eq α) := ⟨Eq.refl, Eq.symm, Eq.trans⟩
/-- An equivalence relation chosen for a type; it is written `a ≈ b`. -/
class Setoid (α : Sort u) where
  r : α → α → Prop
  iseqv : Equivalence r
instance instHasEquivOfSetoid {α : Sort u} [Setoid α] : HasEquiv α := ⟨Setoid.r⟩

namespace Setoid
variable {α : Sort u} [Setoid α]
@[refl] theorem refl (a : α) : a ≈ a := iseqv.refl a
@[symm] theorem symm {a b : α} (hab : a ≈ b) : b ≈ a := iseqv.symm hab
theorem trans {a b c : α} (hab : a ≈ b) (hbc : b ≈ c) : a ≈ c := iseqv.trans hab hbc
instance : Trans (α := α) (β := α) (γ := α) (· ≈ ·) (· ≈ ·) (· ≈ ·) := ⟨Setoid.trans⟩
end Setoid

/-- The classes of an equivalence relation. -/
def Quotient {α : Sort u} (s : Setoid α) := @Quot α Setoid.r
namespace Quotient
variable {α : Sort u} {β : Sort v} {s : Setoid α}
/-- The class of `a`. -/
protected def mk (s : Setoid α) (a : α) : Quotient s := Quot.mk Setoid.r a
theorem sound {a b : α} : a ≈ b → Quotient.mk s a = Quotient.mk s b := Quot.sound
/-- A function on the classes, from one that has equal values on equivalent elements. -/
protected def lift (f : α → β) : ((a b : α) → a ≈ b → f a = f b) → Quotient s → β := Quot.lift f
protected theorem ind {motive : Quotient s → Prop} :
    ((a : α) → motive (Quotient.mk s a)) → (q : Quotient s) → motive q := Quot.ind
@[elab_as_elim] protected theorem inductionOn {motive : Quotient s → Prop} (q : Quotient s)
    (h : (a : α) → motive (Quotient.mk s a)) : motive q := Quot.ind h q
theorem exists_rep (q : Quotient s) : ∃ a : α, Quotient.mk s a = q := Quotient.inductionOn q fun a => ⟨a, rfl⟩
theorem exact {a b : α} (h : Quotient.mk s a = Quotient.mk s b) : a ≈ b :=
  cast (congrArg (Quotient.lift (s := s) (a ≈ ·) fun _ _ k =>
    propext ⟨fun l => Setoid.trans l k, fun l => Setoid.trans l (Setoid.symm k)⟩) h) (Setoid.refl a)
theorem eq {a b : α} : Quotient.mk s a = Quotient.mk s b ↔ a ≈ b := ⟨exact, sound⟩
end Quotient
macro:max "⟦" a:term "⟧" : term => `(Quotient.mk _ $a)
