import Mathlib

namespace Course

theorem remainder_bounds (a : ℤ) : 0 ≤ a % 5 ∧ a % 5 < 5 := by
  constructor
  · exact Int.emod_nonneg a (by norm_num)
  · exact Int.emod_lt_of_pos a (by norm_num)

theorem division (a b : ℤ) : b * (a / b) + a % b = a := Int.mul_ediv_add_emod a b

theorem two_cases (a : ℤ) : a % 2 = 0 ∨ a % 2 = 1 := Int.emod_two_eq_zero_or_one a

theorem square_mod_three (n : ℤ) : n * n % 3 = 0 ∨ n * n % 3 = 1 := by
  have h : n % 3 = 0 ∨ n % 3 = 1 ∨ n % 3 = 2 := by omega
  rcases h with h | h | h <;> simp [Int.mul_emod, h]

theorem consecutive_product (n : ℤ) : 2 ∣ n * (n + 1) := by
  rcases Int.even_or_odd n with ⟨k, hk⟩ | ⟨k, hk⟩
  · exact ⟨k * (n + 1), by rw [hk]; ring⟩
  · exact ⟨n * (k + 1), by rw [hk]; ring⟩

theorem divides_iff (a : ℤ) : 4 ∣ a ↔ a % 4 = 0 := Int.dvd_iff_emod_eq_zero

theorem negative_remainder : (-7 : ℤ) % 3 = 2 := by norm_num

theorem decomposition (n : ℤ) : ∃ q r : ℤ, n = 6 * q + r ∧ 0 ≤ r ∧ r < 6 := by
  refine ⟨n / 6, n % 6, ?_, ?_, ?_⟩ <;> omega

end Course
