/-
Units of a monoid, and elements that are no product of others.
-/
prelude
import Lemmata.Numbers
import Lemmata.Products
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

/-- The elements of a monoid that have an inverse, with the inverse. -/
structure Units (α : Type u) [Monoid α] where
  (val inv : α) (val_inv : val * inv = 1) (inv_val : inv * val = 1)
/-- `a` has an inverse. -/
def IsUnit {M : Type u} [Monoid M] (a : M) : Prop := ∃ u : Units M, u.val = a
theorem isUnit_one {M : Type u} [Monoid M] : IsUnit (1 : M) := ⟨⟨1, 1, mul_one 1, mul_one 1⟩, rfl⟩
theorem isUnit_iff_exists_inv {M : Type u} [CommMonoid M] {a : M} : IsUnit a ↔ ∃ b, a * b = 1 :=
  ⟨fun ⟨u, e⟩ => ⟨u.inv, e ▸ u.val_inv⟩, fun ⟨b, e⟩ => ⟨⟨a, b, e, (mul_comm b a).trans e⟩, rfl⟩⟩
/-- `p` has no inverse, and in every product that equals `p` a factor has one. -/
structure Irreducible {M : Type u} [Monoid M] (p : M) : Prop where
  not_isUnit : ¬IsUnit p
  isUnit_or_isUnit ⦃a b : M⦄ : p = a * b → IsUnit a ∨ IsUnit b
theorem irreducible_iff {M : Type u} [Monoid M] {p : M} :
    Irreducible p ↔ ¬IsUnit p ∧ ∀ ⦃a b⦄, p = a * b → IsUnit a ∨ IsUnit b :=
  ⟨fun h => ⟨h.not_isUnit, h.isUnit_or_isUnit⟩, fun h => ⟨h.left, h.right⟩⟩
theorem not_irreducible_one {M : Type u} [Monoid M] : ¬Irreducible (1 : M) := fun h => h.not_isUnit isUnit_one
theorem Irreducible.ne_one {M : Type u} [Monoid M] {p : M} (h : Irreducible p) : p ≠ 1 :=
  fun e => not_irreducible_one (e ▸ h)

@[simp] theorem Nat.isUnit_iff {n : Nat} : IsUnit n ↔ n = 1 :=
  ⟨fun h => (isUnit_iff_exists_inv.mp h).elim fun _ e => Nat.eq_one_of_mul_eq_one_right e,
   fun h => h.symm ▸ isUnit_one⟩
