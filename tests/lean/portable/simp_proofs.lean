import Mathlib

namespace Course

theorem simp_one (n : ℕ) : n + 0 = 0 + n := by simp

theorem simp_two (p q : Prop) (hp : p) : p ∨ q := by simp [hp]

theorem simp_three (a b : ℕ) (h : a + 1 = b + 1) : a = b := by simpa using h

theorem simp_four (xs : List ℕ) : (xs ++ []).length = xs.length := by simp

theorem simp_five (a b c : ℕ) (h : a = b) (k : b = c) : a = c := by simp_all

theorem simp_six (p q : Prop) : p ∧ (p → q) ↔ p ∧ q := by
  constructor
  · rintro ⟨hp, h⟩
    simp [hp, h hp]
  · rintro ⟨hp, hq⟩
    simp [hp, hq]

theorem simp_seven (n : ℕ) (h : n ≠ 0) : (if n = 0 then 1 else 2) = 2 := by simp [h]

def triple (n : ℕ) : ℕ := n + n + n

theorem simp_eight : triple 0 = 0 := by simp [triple]

theorem simp_nine (n : ℕ) : triple n = n + n + n := by
  unfold triple
  rfl

end Course
