import Mathlib

theorem too_strict (x y : ℤ) (h₁ : x ≤ 3) (h₂ : y ≤ 4) : x + y < 7 := by
  linarith
