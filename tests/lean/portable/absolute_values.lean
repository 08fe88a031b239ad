import Mathlib

namespace Course

theorem abs_of_difference (a b : ℤ) : |a - b| = |b - a| := abs_sub_comm a b

theorem triangle (a b : ℤ) : |a + b| ≤ |a| + |b| := abs_add_le a b

theorem three_points (a b c : ℤ) : |a - c| ≤ |a - b| + |b - c| := by
  have h : a - c = (a - b) + (b - c) := by ring
  rw [h]
  exact abs_add_le _ _

theorem bounded (x : ℤ) (h : |x| < 3) : -3 < x ∧ x < 3 := by
  rw [abs_lt] at h
  exact h

theorem near (x y : ℤ) (hx : |x| ≤ 2) (hy : |y| ≤ 3) : |x + y| ≤ 5 := by
  calc
    |x + y| ≤ |x| + |y| := abs_add_le x y
    _ ≤ 2 + 3 := by linarith
    _ = 5 := by norm_num

theorem zero_distance (a b : ℤ) (h : |a - b| = 0) : a = b := by
  have k : a - b = 0 := abs_eq_zero.mp h
  linarith

theorem by_signs (x : ℤ) : |x| = x ∨ |x| = -x := by
  rcases le_total 0 x with h | h
  · left
    exact abs_of_nonneg h
  · right
    exact abs_of_nonpos h

theorem product (a b : ℤ) : |a * b| = |a| * |b| := abs_mul a b

theorem square (a : ℤ) : |a| ^ 2 = a ^ 2 := sq_abs a

end Course
