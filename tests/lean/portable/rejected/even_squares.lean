import Mathlib

theorem odd_square (n : ℤ) (h : Odd n) : Even (n ^ 2) := by
  obtain ⟨k, rfl⟩ := h
  exact ⟨2 * k ^ 2 + 2 * k, by ring⟩
