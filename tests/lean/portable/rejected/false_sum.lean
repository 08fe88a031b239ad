import Mathlib

theorem wrong_sum : 2 + 2 = 5 := by decide
