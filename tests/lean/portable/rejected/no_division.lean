import Mathlib

theorem half_twice (n : ℤ) : 2 * (n / 2) = n := by omega
