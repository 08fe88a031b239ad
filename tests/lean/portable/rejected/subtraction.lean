import Mathlib

theorem sub_add (a b : ℕ) : a - b + b = a := by omega
