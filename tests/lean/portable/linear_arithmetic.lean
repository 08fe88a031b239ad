import Mathlib

namespace Course

theorem omega_one (a b : ℕ) (h : a + b = 10) (k : a = 2 * b + 1) : b = 3 := by omega

theorem omega_two (n : ℕ) (h : n % 2 = 1) : n / 2 * 2 + 1 = n := by omega

theorem omega_three (a b c : ℕ) (h : a ≤ b) (k : b ≤ c) : a + (c - a) = c := by omega

theorem omega_four (a b : ℕ) (h : ¬a ≤ b) : b < a := by omega

theorem omega_five (a b : ℕ) (h : a < b ∨ b < a) : a ≠ b := by omega

theorem omega_six (n : ℕ) (h : n % 4 = 3) : n % 2 = 1 := by omega

theorem omega_seven (x y : ℤ) (h : 3 * x + 2 * y = 12) (k : x = 2) : y = 3 := by omega

theorem omega_eight (x : ℤ) (h : 0 < x) (k : x < 2) : x = 1 := by omega

end Course
