import Mathlib

namespace Course

mutual
  def isEven : ℕ → Bool
    | 0 => true
    | n + 1 => isOdd n
  def isOdd : ℕ → Bool
    | 0 => false
    | n + 1 => isEven n
end

theorem four_even : isEven 4 = true := by decide

theorem even_step (n : ℕ) : isEven (n + 1) = isOdd n := by
  rw [isEven]

theorem odd_step (n : ℕ) : isOdd (n + 1) = isEven n := by
  rw [isOdd]

end Course
