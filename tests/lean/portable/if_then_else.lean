import Mathlib

namespace Course

def maximum (a b : ℕ) : ℕ := if a ≤ b then b else a

theorem le_maximum_left (a b : ℕ) : a ≤ maximum a b := by
  unfold maximum
  split
  · assumption
  · exact le_refl a

theorem maximum_self (a : ℕ) : maximum a a = a := by simp [maximum]

theorem maximum_comm (a b : ℕ) : maximum a b = maximum b a := by
  unfold maximum
  split <;> split <;> omega

def sign (n : ℤ) : ℤ := if 0 < n then 1 else if n < 0 then -1 else 0

theorem sign_zero' : sign 0 = 0 := by simp [sign]

theorem sign_positive (n : ℤ) (h : 0 < n) : sign n = 1 := by
  unfold sign
  rw [if_pos h]

theorem sign_cases (n : ℤ) : sign n = 1 ∨ sign n = -1 ∨ sign n = 0 := by
  unfold sign
  split
  · left
    rfl
  · split
    · right
      left
      rfl
    · right
      right
      rfl

end Course
