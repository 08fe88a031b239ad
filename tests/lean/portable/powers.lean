import Mathlib

namespace Course

theorem pow_of_two_positive (n : ℕ) : 0 < 2 ^ n := by
  induction n with
  | zero => decide
  | succ n ih =>
    rw [pow_succ]
    omega

theorem less_than_power (n : ℕ) : n < 2 ^ n := by
  induction n with
  | zero => decide
  | succ n ih =>
    rw [pow_succ]
    omega

theorem three_divides (n : ℕ) : ∃ k, 4 ^ n = 3 * k + 1 := by
  induction n with
  | zero => exact ⟨0, rfl⟩
  | succ n ih =>
    obtain ⟨k, hk⟩ := ih
    exact ⟨4 * k + 1, by rw [pow_succ, hk]; ring⟩

theorem factorial_positive (n : ℕ) : 0 < n.factorial := Nat.factorial_pos n

theorem power_rules (a m n : ℕ) : a ^ m * a ^ n = a ^ (m + n) := (pow_add a m n).symm

theorem power_of_product (a b n : ℕ) : (a * b) ^ n = a ^ n * b ^ n := mul_pow a b n

end Course
