import Mathlib

namespace Course

theorem eliminate (x y : ℤ) (h₁ : x + y = 4) (h₂ : x - y = 2) : 2 * x = 6 := by
  linear_combination h₁ + h₂

theorem square_of_root (t : ℤ) (h : t ^ 2 = t + 1) : t ^ 3 = 2 * t + 1 := by
  linear_combination (t + 1) * h

theorem sum_and_product (a b s p : ℤ) (hs : a + b = s) (hp : a * b = p) : a ^ 2 + b ^ 2 = s ^ 2 - 2 * p := by
  rw [← hs, ← hp]
  ring

theorem substituted (a b c : ℤ) (h : a = b + c) : a ^ 2 = b ^ 2 + 2 * b * c + c ^ 2 := by
  subst h
  ring

theorem proportional (a b c d : ℤ) (h : a * d = b * c) : (a + b) * d = b * (c + d) := by
  linear_combination h

theorem zero_product (x : ℤ) (h : x ^ 2 - 5 * x + 6 = 0) : x = 2 ∨ x = 3 := by
  have key : (x - 2) * (x - 3) = 0 := by linear_combination h
  rcases mul_eq_zero.mp key with h | h
  · left
    linarith
  · right
    linarith

theorem equal_squares (a b : ℤ) (h : a ^ 2 = b ^ 2) : a = b ∨ a = -b := by
  have key : (a - b) * (a + b) = 0 := by
    linear_combination h
  cases mul_eq_zero.mp key with
  | inl h => exact Or.inl (sub_eq_zero.mp h)
  | inr h => exact Or.inr (eq_neg_of_add_eq_zero_left h)

end Course
