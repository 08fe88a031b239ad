import Mathlib.Tactic.Ring

namespace Course

theorem binomial_square (a b : ℕ) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by ring

theorem binomial_cube (a b : ℕ) : (a + b) ^ 3 = a ^ 3 + 3 * a ^ 2 * b + 3 * a * b ^ 2 + b ^ 3 := by ring

theorem square_of_three (a b c : ℕ) :
    (a + b + c) ^ 2 = a ^ 2 + b ^ 2 + c ^ 2 + 2 * a * b + 2 * b * c + 2 * a * c := by
  ring

theorem consecutive (n : ℕ) : (n + 1) * (n + 2) = n * (n + 3) + 2 := by ring

theorem product_of_sums (a b c d : ℕ) : (a + b) * (c + d) = a * c + a * d + b * c + b * d := by ring

theorem brahmagupta (a b c d : ℤ) :
    (a ^ 2 + b ^ 2) * (c ^ 2 + d ^ 2) = (a * c - b * d) ^ 2 + (a * d + b * c) ^ 2 := by
  ring

end Course
