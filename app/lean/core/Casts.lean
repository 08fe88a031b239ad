/-
How natural numbers stand in other number systems: differences, equality and order of `(n : R)`.
-/
prelude
import Lemmata.Functions
import Lemmata.Numbers
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

/-- Different natural numbers have different values in `R`. -/
class CharZero (R : Type u) [AddMonoidWithOne R] : Prop where
  cast_injective : Function.Injective (Nat.cast : Nat → R)

namespace Nat

/-! ## Equality -/

section
variable {R : Type u} [Semiring R] [CharZero R] {m n : Nat}

theorem cast_injective : Function.Injective (Nat.cast : Nat → R) := CharZero.cast_injective
@[simp, norm_cast] theorem cast_inj : (m : R) = n ↔ m = n := ⟨fun h => cast_injective h, congrArg Nat.cast⟩
@[simp, norm_cast] theorem cast_eq_zero : (n : R) = 0 ↔ n = 0 := by rw [← cast_zero (R := R), cast_inj]
@[norm_cast] theorem cast_ne_zero : (n : R) ≠ 0 ↔ n ≠ 0 := not_congr cast_eq_zero
@[simp, norm_cast] theorem cast_eq_one : (n : R) = 1 ↔ n = 1 := by rw [← cast_one (R := R), cast_inj]
@[norm_cast] theorem cast_ne_one : (n : R) ≠ 1 ↔ n ≠ 1 := not_congr cast_eq_one
theorem cast_add_one_ne_zero (n : Nat) : (n + 1 : R) ≠ 0 :=
  cast_add_one (R := R) n ▸ cast_ne_zero.mpr (succ_ne_zero n)
end

/-! ## Differences -/

section
variable {R : Type u} [Ring R] {m n : Nat}

@[simp, norm_cast] theorem cast_sub (h : m ≤ n) : ((n - m : Nat) : R) = n - m := by
  rw [eq_sub_iff_add_eq, ← cast_add, Nat.sub_add_cancel h]
@[simp, norm_cast] theorem cast_pred (h : 0 < n) : ((n - 1 : Nat) : R) = n - 1 := by rw [cast_sub h, cast_one]
end

/-! ## Order -/

section
variable {R : Type u} [Semiring R] [PartialOrder R] {m n : Nat}

@[simp] theorem cast_nonneg [IsOrderedRing R] (n : Nat) : 0 ≤ (n : R) := cast_nonneg' n
variable [IsStrictOrderedRing R]
private theorem cast_lt_add (n k : Nat) : (n : R) < (n + (k + 1) : Nat) := by
  rw [cast_add, cast_add_one]
  exact lt_add_of_pos_right (n : R) (lt_of_lt_of_le zero_lt_one (le_add_of_nonneg_left (cast_nonneg k)))
@[simp, norm_cast] theorem cast_lt : (m : R) < n ↔ m < n := by
  have up : ∀ {a b : Nat}, a < b → (a : R) < b := fun {a b} h => (Nat.le.dest h).elim fun k e => by
    rw [← e, succ_add]
    exact cast_lt_add a k
  exact ⟨fun h => Nat.lt_of_not_le fun l => (Nat.eq_or_lt_of_le l).elim (fun e => lt_irrefl (m : R) (e ▸ h))
    fun l => lt_asymm h (up l), up⟩
@[simp, norm_cast] theorem cast_le : (m : R) ≤ n ↔ m ≤ n :=
  ⟨fun h => Nat.ge_of_not_lt fun l => not_lt_of_ge h (cast_lt.mpr l), fun h =>
    (Nat.eq_or_lt_of_le h).elim (fun e => e ▸ le_refl (m : R)) fun l => le_of_lt (cast_lt.mpr l)⟩
instance _root_.IsStrictOrderedRing.toCharZero : CharZero R where
  cast_injective _ _ h := Nat.le_antisymm (cast_le.mp (le_of_eq h)) (cast_le.mp (le_of_eq h.symm))
@[simp, norm_cast] theorem cast_pos : (0 : R) < n ↔ 0 < n := by rw [← cast_zero (R := R), cast_lt]
@[simp, norm_cast] theorem one_le_cast : 1 ≤ (n : R) ↔ 1 ≤ n := by rw [← cast_one (R := R), cast_le]
@[simp, norm_cast] theorem one_lt_cast : 1 < (n : R) ↔ 1 < n := by rw [← cast_one (R := R), cast_lt]
@[simp, norm_cast] theorem cast_le_one : (n : R) ≤ 1 ↔ n ≤ 1 := by rw [← cast_one (R := R), cast_le]
@[simp, norm_cast] theorem cast_lt_one : (n : R) < 1 ↔ n = 0 := by
  rw [← cast_one (R := R), cast_lt, Nat.lt_one_iff]
theorem cast_add_one_pos (n : Nat) : 0 < (n : R) + 1 := cast_add_one (R := R) n ▸ cast_pos.mpr (succ_pos n)
end

end Nat
