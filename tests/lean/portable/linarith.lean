import Mathlib

namespace Course

theorem negated (n a b k : ℤ) (h : a - b = n * k) : b - a = n * -k := by linarith

end Course
