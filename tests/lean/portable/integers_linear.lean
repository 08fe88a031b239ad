import Mathlib

namespace Course

theorem two_bounds (x y : ℤ) (h₁ : 2 * x + y ≤ 10) (h₂ : y ≥ 4) : x ≤ 3 := by
  linarith

theorem chain (a b c d : ℤ) (hab : a ≤ b) (hbc : b < c) (hcd : c ≤ d) : a < d := by
  linarith

theorem system (x y z : ℤ) (h₁ : x + y = 5) (h₂ : y + z = 7) (h₃ : x + z = 6) : x = 2 ∧ y = 3 ∧ z = 4 := by
  refine ⟨?_, ?_, ?_⟩ <;> linarith

theorem no_solution (x y : ℤ) (h₁ : x + 2 * y > 6) (h₂ : x ≤ 2) (h₃ : y ≤ 2) : False := by
  linarith

theorem square_plus_one (x : ℤ) : x ^ 2 + 1 > 0 := by
  nlinarith [sq_nonneg x]

theorem two_squares (a b : ℤ) : 2 * a * b ≤ a ^ 2 + b ^ 2 := by
  nlinarith [sq_nonneg (a - b)]

theorem three_squares (a b c : ℤ) : a * b + b * c + c * a ≤ a ^ 2 + b ^ 2 + c ^ 2 := by
  nlinarith [sq_nonneg (a - b), sq_nonneg (b - c), sq_nonneg (c - a)]

theorem product_of_positives (a b : ℤ) (ha : 1 < a) (hb : 1 < b) : a + b < a * b + 1 := by
  nlinarith [mul_pos (sub_pos.mpr ha) (sub_pos.mpr hb)]

end Course
