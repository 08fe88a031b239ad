import Mathlib

namespace Course

theorem even_add_even (m n : ℕ) (hm : Even m) (hn : Even n) : Even (m + n) := by
  obtain ⟨a, ha⟩ := hm
  obtain ⟨b, hb⟩ := hn
  use a + b
  rw [ha, hb]
  ring

theorem odd_add_odd (m n : ℕ) (hm : Odd m) (hn : Odd n) : Even (m + n) := by
  obtain ⟨a, ha⟩ := hm
  obtain ⟨b, hb⟩ := hn
  exact ⟨a + b + 1, by omega⟩

theorem odd_mul_odd (m n : ℕ) (hm : Odd m) (hn : Odd n) : Odd (m * n) := by
  obtain ⟨a, rfl⟩ := hm
  obtain ⟨b, rfl⟩ := hn
  exact ⟨2 * a * b + a + b, by ring⟩

theorem even_square (n : ℕ) (h : Even n) : Even (n ^ 2) := by
  obtain ⟨k, rfl⟩ := h
  exact ⟨2 * k ^ 2, by ring⟩

theorem one_not_even : ¬Even 1 := by
  rintro ⟨k, hk⟩
  omega

theorem every_number (n : ℕ) : Even n ∨ Odd n := Nat.even_or_odd n

end Course
