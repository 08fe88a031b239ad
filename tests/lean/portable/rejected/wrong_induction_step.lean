import Mathlib

theorem power (n : ℕ) : n ^ 2 ≤ 2 ^ n := by
  induction n with
  | zero => decide
  | succ n ih => omega
