import Mathlib

namespace Course

theorem zero_add_again (n : ℕ) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [← Nat.add_assoc, ih]

theorem succ_add_again (n m : ℕ) : n + 1 + m = n + m + 1 := by
  induction m with
  | zero => rfl
  | succ m ih => rw [← Nat.add_assoc, ih, ← Nat.add_assoc]

theorem add_comm_again (n m : ℕ) : n + m = m + n := by
  induction m with
  | zero => simp
  | succ m ih => rw [← Nat.add_assoc, ih, ← succ_add_again]

theorem mul_two_again (n : ℕ) : n * 2 = n + n := by
  rw [Nat.mul_succ, Nat.mul_one]

theorem mul_eq_zero_again (n m : ℕ) (h : n * m = 0) : n = 0 ∨ m = 0 := by
  cases n with
  | zero => exact Or.inl rfl
  | succ k =>
    cases m with
    | zero => exact Or.inr rfl
    | succ l =>
      exfalso
      exact Nat.succ_ne_zero _ h

theorem pow_add_again (a n m : ℕ) : a ^ (n + m) = a ^ n * a ^ m := by
  induction m with
  | zero => simp
  | succ m ih => rw [← Nat.add_assoc, Nat.pow_succ, ih, Nat.pow_succ, Nat.mul_assoc]

end Course
