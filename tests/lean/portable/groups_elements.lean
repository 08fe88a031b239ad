import Mathlib

namespace Course

variable {G : Type*} [Group G]

theorem solve_left (a b x : G) (h : a * x = b) : x = a⁻¹ * b := by
  rw [← h, inv_mul_cancel_left]

theorem conjugate_product (g a b : G) : g * a * g⁻¹ * (g * b * g⁻¹) = g * (a * b) * g⁻¹ := by
  simp [mul_assoc]

theorem conjugate_inverse (g a : G) : (g * a * g⁻¹)⁻¹ = g * a⁻¹ * g⁻¹ := by
  simp [mul_assoc]

theorem idempotent_is_one (a : G) (h : a * a = a) : a = 1 := by
  have : a * a = a * 1 := by rw [h, mul_one]
  exact mul_left_cancel this

theorem commute_inverse (a b : G) (h : a * b = b * a) : a * b⁻¹ = b⁻¹ * a := by
  rw [mul_inv_eq_iff_eq_mul, mul_assoc, h, inv_mul_cancel_left]

theorem double_inverse (a : G) : a⁻¹⁻¹ = a := inv_inv a

theorem left_translation (g : G) : Function.Bijective (fun x => g * x) := by
  constructor
  · intro x y h
    exact mul_left_cancel h
  · intro y
    exact ⟨g⁻¹ * y, mul_inv_cancel_left g y⟩

theorem powers_commute (a : G) (m n : ℕ) : a ^ m * a ^ n = a ^ n * a ^ m := by
  rw [← pow_add, ← pow_add, add_comm]

end Course
