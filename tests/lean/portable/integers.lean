import Mathlib

namespace Course

theorem neg_neg' (a : ℤ) : - -a = a := neg_neg a

theorem sub_self' (a : ℤ) : a - a = 0 := sub_self a

theorem difference_of_squares (a b : ℤ) : a ^ 2 - b ^ 2 = (a + b) * (a - b) := by ring

theorem square_of_difference (a b : ℤ) : (a - b) ^ 2 = a ^ 2 - 2 * a * b + b ^ 2 := by ring

theorem solve (x : ℤ) (h : 2 * x + 3 = 7) : x = 2 := by omega

theorem two_equations (x y : ℤ) (h : x + y = 5) (k : x - y = 1) : x = 3 ∧ y = 2 := by
  constructor
  · omega
  · omega

theorem not_both_signs (a : ℤ) : ¬(0 < a ∧ a < 0) := by
  rintro ⟨h, k⟩
  exact absurd (lt_trans h k) (lt_irrefl 0)

theorem sum_of_evens (a b : ℤ) (ha : 2 ∣ a) (hb : 2 ∣ b) : 2 ∣ a + b := dvd_add ha hb

theorem cancel (a b c : ℤ) (h : a + c = b + c) : a = b := add_right_cancel h

end Course
