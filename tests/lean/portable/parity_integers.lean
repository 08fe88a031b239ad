import Mathlib

namespace Course

theorem even_plus_even (a b : ℤ) (ha : Even a) (hb : Even b) : Even (a + b) := by
  obtain ⟨k, rfl⟩ := ha
  obtain ⟨m, rfl⟩ := hb
  exact ⟨k + m, by ring⟩

theorem odd_plus_odd (a b : ℤ) (ha : Odd a) (hb : Odd b) : Even (a + b) := by
  obtain ⟨k, hk⟩ := ha
  obtain ⟨m, hm⟩ := hb
  use k + m + 1
  rw [hk, hm]
  ring

theorem odd_times_odd {a b : ℤ} (ha : Odd a) (hb : Odd b) : Odd (a * b) := by
  rcases ha with ⟨k, rfl⟩
  rcases hb with ⟨m, rfl⟩
  use 2 * k * m + k + m
  ring

theorem square_even (n : ℤ) (h : Even (n ^ 2)) : Even n := by
  by_contra hn
  rw [Int.not_even_iff_odd] at hn
  have : Odd (n ^ 2) := hn.pow
  rw [← Int.not_even_iff_odd] at this
  exact this h

theorem contrapositive (n : ℤ) : Odd (n * n) → Odd n := by
  contrapose
  intro h
  rw [Int.not_odd_iff_even] at h ⊢
  obtain ⟨k, hk⟩ := h
  exact ⟨k * n, by rw [hk]; ring⟩

theorem seven_odd : Odd (7 : ℤ) := ⟨3, by norm_num⟩

theorem consecutive (n : ℤ) : Even (n * (n + 1)) := Int.even_mul_succ_self n

theorem five_n_plus_one (n : ℤ) (h : Odd n) : Even (5 * n + 1) := by
  obtain ⟨k, rfl⟩ := h
  exact ⟨5 * k + 3, by ring⟩

end Course
