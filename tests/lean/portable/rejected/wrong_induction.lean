import Mathlib

theorem all_zero (n : ℕ) : n = 0 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [ih]
