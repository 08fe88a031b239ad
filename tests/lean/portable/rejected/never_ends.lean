import Mathlib

namespace Course

def down (n : ℕ) : ℕ := if n = 0 then 0 else down (n + 1)

theorem down_zero : down 0 = 0 := by
  rw [down]
  rfl

end Course
