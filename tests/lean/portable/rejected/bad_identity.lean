import Mathlib

theorem square_of_sum (a b : ℕ) : (a + b) ^ 2 = a ^ 2 + b ^ 2 := by ring
