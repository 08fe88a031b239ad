import Mathlib

theorem cancel (a b c : ℕ) (h : a * c = b * c) : a = b := by
  exact Nat.eq_of_mul_eq_mul_right (by omega) h
