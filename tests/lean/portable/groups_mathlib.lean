import Mathlib

namespace Course

variable {G : Type} [Group G]

theorem cancel_left (a b c : G) (h : a * b = a * c) : b = c := mul_left_cancel h

theorem inverse_of_product (a b : G) : (a * b)⁻¹ = b⁻¹ * a⁻¹ := mul_inv_rev a b

theorem unique_identity (e : G) (h : ∀ a : G, e * a = a) : e = 1 := by
  have k := h 1
  rw [mul_one] at k
  exact k

theorem squares_commute (h : ∀ a : G, a * a = 1) (a b : G) : a * b = b * a := by
  have key : ∀ x : G, x⁻¹ = x := fun x => inv_eq_of_mul_eq_one_left (h x)
  calc
    a * b = (a * b)⁻¹ := (key _).symm
    _ = b⁻¹ * a⁻¹ := mul_inv_rev a b
    _ = b * a := by rw [key, key]

end Course
