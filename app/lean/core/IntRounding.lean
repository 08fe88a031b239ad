/-
Quotients of integers rounded towards zero (`Int.tdiv`) and down (`Int.fdiv`), with their remainders.
-/
prelude
import Lemmata.IntRemainders
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Int

variable {a b x y z : Int}

/-- The dividend is the remainder and the product of divisor and quotient. -/
theorem tmod_add_mul_tdiv : ∀ a b : Int, tmod a b + b * a.tdiv b = a
  | ofNat m, ofNat n => congrArg ofNat (Nat.mod_add_div m n)
  | ofNat m, negSucc n => emod_add_mul_ediv (ofNat m) (negSucc n)
  | negSucc m, ofNat n => by
    show -ofNat ((m + 1) % n) + ofNat n * -ofNat ((m + 1) / n) = -ofNat (m + 1)
    rw [Int.mul_neg, ← Int.neg_add]
    exact congrArg (fun k => -ofNat k) (Nat.mod_add_div (m + 1) n)
  | negSucc m, negSucc n => by
    show -ofNat ((m + 1) % (n + 1)) + -ofNat (n + 1) * ofNat ((m + 1) / (n + 1)) = -ofNat (m + 1)
    rw [Int.neg_mul, ← Int.neg_add]
    exact congrArg (fun k => -ofNat k) (Nat.mod_add_div (m + 1) (n + 1))
theorem mul_tdiv_add_tmod (a b : Int) : b * a.tdiv b + tmod a b = a :=
  (Int.add_comm _ _).trans (tmod_add_mul_tdiv a b)
theorem tmod_def (a b : Int) : tmod a b = a - b * a.tdiv b :=
  (Int.sub_eq_iff_eq_add.mpr (tmod_add_mul_tdiv a b).symm).symm
/-- The dividend is the remainder and the product of divisor and quotient. -/
theorem fmod_add_mul_fdiv : ∀ a b : Int, a.fmod b + b * a.fdiv b = a
  | ofNat 0, b => (Int.zero_add _).trans (Int.mul_zero b)
  | ofNat (Nat.succ m), ofNat n => congrArg ofNat (Nat.mod_add_div (m + 1) n)
  | ofNat (Nat.succ m), negSucc n => by
    show subNatNat (m % (n + 1)) n + -((n : Int) + 1) * -((m / (n + 1) : Nat) + 1) = m + 1
    rw [Int.neg_mul_neg, Int.mul_add, Int.mul_one, Int.subNatNat_eq_coe, Int.add_comm (_ * _),
      ← Int.add_assoc, ← Int.add_assoc, Int.sub_add_cancel, Int.add_right_comm]
    exact congrArg (fun k => ofNat k + 1) (Nat.mod_add_div m (n + 1))
  | negSucc m, ofNat 0 => emod_add_mul_ediv (negSucc m) 0
  | negSucc m, ofNat (Nat.succ n) => emod_add_mul_ediv (negSucc m) (ofNat (n + 1))
  | negSucc m, negSucc n => by
    show -ofNat ((m + 1) % (n + 1)) + -ofNat (n + 1) * ofNat ((m + 1) / (n + 1)) = -ofNat (m + 1)
    rw [Int.neg_mul, ← Int.neg_add]
    exact congrArg (fun k => -ofNat k) (Nat.mod_add_div (m + 1) (n + 1))
theorem mul_fdiv_add_fmod (a b : Int) : b * a.fdiv b + a.fmod b = a :=
  (Int.add_comm _ _).trans (fmod_add_mul_fdiv a b)
theorem fmod_def (a b : Int) : a.fmod b = a - b * a.fdiv b :=
  (Int.sub_eq_iff_eq_add.mpr (fmod_add_mul_fdiv a b).symm).symm
theorem tdiv_eq_ediv_of_nonneg : ∀ {a b : Int}, 0 ≤ a → a.tdiv b = a / b
  | ofNat _, ofNat _, _ => rfl
  | ofNat _, negSucc _, _ => rfl
  | negSucc m, _, h => absurd h (Int.not_le_of_gt (negSucc_lt_zero m))
theorem tmod_eq_emod_of_nonneg (h : 0 ≤ a) : tmod a b = a % b := by
  rw [tmod_def, emod_def, tdiv_eq_ediv_of_nonneg h]
theorem fdiv_eq_ediv_of_nonneg : ∀ (a : Int) {b : Int}, 0 ≤ b → a.fdiv b = a / b
  | ofNat 0, b, _ => (zero_ediv b).symm
  | ofNat (Nat.succ _), ofNat _, _ => rfl
  | negSucc _, ofNat 0, _ => rfl
  | negSucc _, ofNat (Nat.succ _), _ => rfl
  | _, negSucc n, h => absurd h (Int.not_le_of_gt (negSucc_lt_zero n))
theorem fmod_eq_emod_of_nonneg (a : Int) {b : Int} (h : 0 ≤ b) : a.fmod b = a % b := by
  rw [fmod_def, emod_def, fdiv_eq_ediv_of_nonneg a h]

/-! ## Quotients of quotients -/

private theorem ediv_ediv_of_pos (hy : 0 < y) (hz : 0 < z) : x / y / z = x / (y * z) := by
  have unique := Int.ediv_emod_unique (a := x) (q := x / y / z) (r := x % y + y * (x / y % z))
    (Int.mul_pos hy hz)
  refine (unique.mpr ⟨?_, ?_, ?_⟩).left.symm
  · rw [Int.mul_assoc, Int.add_assoc, ← Int.mul_add, emod_add_mul_ediv, emod_add_mul_ediv]
  · exact Int.add_nonneg (emod_nonneg x (Int.ne_of_gt hy))
      (Int.mul_nonneg (Int.le_of_lt hy) (emod_nonneg _ (Int.ne_of_gt hz)))
  · calc x % y + y * (x / y % z)
      _ < y + y * (x / y % z) := Int.add_lt_add_right (emod_lt_of_pos x hy) _
      _ = y * (x / y % z + 1) := by rw [Int.mul_add, Int.mul_one, Int.add_comm]
      _ ≤ y * z := Int.mul_le_mul_of_nonneg_left (emod_lt_of_pos _ hz) (Int.le_of_lt hy)
/-- Dividing twice is dividing by the product. -/
theorem ediv_ediv_of_nonneg (h : 0 ≤ y) : x / y / z = x / (y * z) := by
  rcases Int.lt_or_eq_of_le h with hy | hy
  · rcases Int.lt_trichotomy z 0 with hz | hz | hz
    · rw [← Int.neg_inj, ← ediv_neg, ← ediv_neg, ← Int.mul_neg]
      exact ediv_ediv_of_pos hy (Int.neg_pos_of_neg hz)
    · rw [hz, Int.mul_zero, Int.ediv_zero, Int.ediv_zero]
    · exact ediv_ediv_of_pos hy hz
  · rw [← hy, Int.zero_mul, Int.ediv_zero, zero_ediv]

end Int
