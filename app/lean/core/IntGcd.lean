/-
Greatest common divisors and least common multiples of integers, which are natural numbers.
-/
prelude
import Lemmata.IntRemainders
import Lemmata.Gcd
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Int

variable {a b c m n : Int}

theorem gcd_eq_natAbs_gcd_natAbs (m n : Int) : gcd m n = Nat.gcd m.natAbs n.natAbs := rfl
theorem gcd_comm (a b : Int) : gcd a b = gcd b a := Nat.gcd_comm a.natAbs b.natAbs
theorem gcd_dvd_natAbs_left (a b : Int) : gcd a b ∣ a.natAbs := Nat.gcd_dvd_left a.natAbs b.natAbs
theorem gcd_dvd_natAbs_right (a b : Int) : gcd a b ∣ b.natAbs := Nat.gcd_dvd_right a.natAbs b.natAbs
theorem gcd_dvd_left (a b : Int) : (gcd a b : Int) ∣ a := natCast_dvd.mpr (gcd_dvd_natAbs_left a b)
theorem gcd_dvd_right (a b : Int) : (gcd a b : Int) ∣ b := natCast_dvd.mpr (gcd_dvd_natAbs_right a b)
theorem dvd_coe_gcd (ha : c ∣ a) (hb : c ∣ b) : c ∣ (gcd a b : Int) :=
  dvd_natCast.mpr (Nat.dvd_gcd (natAbs_dvd_natAbs.mpr ha) (natAbs_dvd_natAbs.mpr hb))
theorem dvd_coe_gcd_iff : c ∣ (gcd a b : Int) ↔ c ∣ a ∧ c ∣ b :=
  ⟨fun h => ⟨Int.dvd_trans h (gcd_dvd_left a b), Int.dvd_trans h (gcd_dvd_right a b)⟩,
   fun ⟨ha, hb⟩ => dvd_coe_gcd ha hb⟩
@[simp] theorem gcd_self : gcd a a = a.natAbs := Nat.gcd_self a.natAbs
@[simp] theorem gcd_zero : gcd a 0 = a.natAbs := Nat.gcd_zero_right a.natAbs
@[simp] theorem zero_gcd : gcd 0 a = a.natAbs := Nat.gcd_zero_left a.natAbs
@[simp] theorem gcd_one : gcd a 1 = 1 := Nat.gcd_one_right a.natAbs
@[simp] theorem one_gcd : gcd 1 a = 1 := Nat.gcd_one_left a.natAbs
theorem gcd_zero_left (a : Int) : gcd 0 a = a.natAbs := zero_gcd
theorem gcd_zero_right (a : Int) : gcd a 0 = a.natAbs := gcd_zero
theorem gcd_one_left (a : Int) : gcd 1 a = 1 := one_gcd
theorem gcd_one_right (a : Int) : gcd a 1 = 1 := gcd_one
@[simp] theorem gcd_neg : gcd a (-b) = gcd a b := congrArg a.natAbs.gcd (natAbs_neg b)
@[simp] theorem neg_gcd : gcd (-a) b = gcd a b := congrArg (Nat.gcd · b.natAbs) (natAbs_neg a)
@[simp, norm_cast] protected theorem gcd_natCast_natCast (a b : Nat) :
    gcd (a : Int) (b : Int) = Nat.gcd a b :=
  rfl
theorem gcd_assoc (a b c : Int) : gcd (gcd a b) c = gcd a (gcd b c) := Nat.gcd_assoc _ _ _
theorem gcd_mul_left (m n k : Int) : gcd (m * n) (m * k) = m.natAbs * gcd n k := by
  rw [gcd, natAbs_mul, natAbs_mul, Nat.gcd_mul_left]
  rfl
theorem gcd_mul_right (m n k : Int) : gcd (m * n) (k * n) = gcd m k * n.natAbs := by
  rw [gcd, natAbs_mul, natAbs_mul, Nat.gcd_mul_right]
  rfl
@[simp] theorem gcd_eq_zero_iff : gcd a b = 0 ↔ a = 0 ∧ b = 0 := by
  rw [gcd, Nat.gcd_eq_zero_iff, natAbs_eq_zero, natAbs_eq_zero]
theorem gcd_pos_of_ne_zero_left (b : Int) (h : a ≠ 0) : 0 < gcd a b :=
  Nat.gcd_pos_of_pos_left b.natAbs (natAbs_pos.mpr h)
theorem gcd_pos_of_ne_zero_right (a : Int) (h : b ≠ 0) : 0 < gcd a b :=
  Nat.gcd_pos_of_pos_right a.natAbs (natAbs_pos.mpr h)
theorem gcd_eq_natAbs_left (h : a ∣ b) : gcd a b = a.natAbs := Nat.gcd_eq_left (natAbs_dvd_natAbs.mpr h)
theorem gcd_eq_natAbs_right (h : b ∣ a) : gcd a b = b.natAbs := Nat.gcd_eq_right (natAbs_dvd_natAbs.mpr h)

/-- The least common multiple, a natural number. -/
def lcm (m n : Int) : Nat := m.natAbs.lcm n.natAbs
theorem lcm_comm (a b : Int) : lcm a b = lcm b a := Nat.lcm_comm a.natAbs b.natAbs
theorem dvd_lcm_left (a b : Int) : a ∣ (lcm a b : Int) := dvd_natCast.mpr (Nat.dvd_lcm_left a.natAbs b.natAbs)
theorem dvd_lcm_right (a b : Int) : b ∣ (lcm a b : Int) :=
  dvd_natCast.mpr (Nat.dvd_lcm_right a.natAbs b.natAbs)
theorem gcd_mul_lcm (m n : Int) : gcd m n * lcm m n = natAbs (m * n) :=
  (Nat.gcd_mul_lcm m.natAbs n.natAbs).trans (natAbs_mul m n).symm

end Int
