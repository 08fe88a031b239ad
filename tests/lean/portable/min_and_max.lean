import Mathlib

namespace Course

theorem min_is_below (a b : ℤ) : min a b ≤ a := min_le_left a b

theorem greatest_lower_bound (a b c : ℕ) (ha : c ≤ a) (hb : c ≤ b) : c ≤ min a b := le_min ha hb

theorem commutes (a b : ℕ) : max a b = max b a := by
  apply le_antisymm
  · exact max_le (le_max_right b a) (le_max_left b a)
  · exact max_le (le_max_right a b) (le_max_left a b)

theorem associates (a b c : ℤ) : min (min a b) c = min a (min b c) := by
  apply le_antisymm
  · apply le_min
    · exact le_trans (min_le_left _ _) (min_le_left _ _)
    · apply le_min
      · exact le_trans (min_le_left _ _) (min_le_right _ _)
      · exact min_le_right _ _
  · apply le_min
    · apply le_min
      · exact min_le_left _ _
      · exact le_trans (min_le_right _ _) (min_le_left _ _)
    · exact le_trans (min_le_right _ _) (min_le_right _ _)

theorem sum_of_both (a b : ℤ) : min a b + max a b = a + b := by
  rcases le_total a b with h | h
  · rw [min_eq_left h, max_eq_right h]
  · rw [min_eq_right h, max_eq_left h, add_comm]

theorem max_below (a b c : ℤ) : max a b ≤ c ↔ a ≤ c ∧ b ≤ c := max_le_iff

theorem by_omega (a b : ℕ) : max a b - min a b = (a - b) + (b - a) := by omega

end Course
