import Mathlib

namespace Course

theorem divides_sum (a b c : ℕ) (h : a ∣ b) (k : a ∣ c) : a ∣ b + c := by
  obtain ⟨x, hx⟩ := h
  obtain ⟨y, hy⟩ := k
  exact ⟨x + y, by rw [hx, hy, mul_add]⟩

theorem divides_product (a b c : ℕ) (h : a ∣ b) : a ∣ b * c := dvd_mul_of_dvd_left h c

theorem divides_trans (a b c : ℕ) (h : a ∣ b) (k : b ∣ c) : a ∣ c := by
  rcases h with ⟨x, rfl⟩
  rcases k with ⟨y, rfl⟩
  exact ⟨x * y, by rw [mul_assoc]⟩

theorem six_divides (n : ℕ) (h : 6 ∣ n) : 2 ∣ n ∧ 3 ∣ n := by
  constructor
  · exact dvd_trans (by decide) h
  · exact dvd_trans (by decide) h

theorem product_of_consecutive (n : ℕ) : 2 ∣ n * (n + 1) := by
  induction n with
  | zero => exact ⟨0, rfl⟩
  | succ n ih =>
    obtain ⟨k, hk⟩ := ih
    have step : (n + 1) * (n + 1 + 1) = n * (n + 1) + 2 * (n + 1) := by ring
    exact ⟨k + (n + 1), by rw [step, hk]; ring⟩

theorem remainder_of_square (n : ℕ) : n % 2 = 0 ∨ n % 2 = 1 := by omega

theorem divides_antisymm (a b : ℕ) (h : a ∣ b) (k : b ∣ a) : a = b := Nat.dvd_antisymm h k

end Course
