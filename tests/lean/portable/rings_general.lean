import Mathlib

namespace Course

variable {R : Type*} [CommRing R]

theorem binomial (a b : R) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by ring

theorem minus_times_minus (a b : R) : -a * -b = a * b := neg_mul_neg a b

theorem zero_times (a : R) : 0 * a = 0 := by
  have h : 0 * a + 0 * a = 0 * a + 0 := by
    rw [← add_mul, add_zero, add_zero]
  exact add_left_cancel h

theorem cube_difference (a b : R) : a ^ 3 - b ^ 3 = (a - b) * (a ^ 2 + a * b + b ^ 2) := by ring

theorem idempotent (e : R) (h : e * e = e) : (1 - e) * (1 - e) = 1 - e := by
  linear_combination h

theorem divides_sum (a b c : R) (h : a ∣ b) (k : a ∣ c) : a ∣ b * c + c := by
  exact dvd_add (dvd_mul_of_dvd_left h c) k

theorem boolean_characteristic (h : ∀ x : R, x * x = x) (a : R) : a + a = 0 := by
  have key := h (a + a)
  have ha := h a
  linear_combination key - 4 * ha

theorem unit_sum (a b : R) (h : a * b = 1) (c : R) (k : c * a = 1) : c = b := by
  calc
    c = c * (a * b) := by rw [h, mul_one]
    _ = c * a * b := by rw [mul_assoc]
    _ = b := by rw [k, one_mul]

end Course
