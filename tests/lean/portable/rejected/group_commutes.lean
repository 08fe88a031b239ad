import Mathlib

theorem commutes {G : Type*} [Group G] (a b : G) : a * b = b * a := by
  rw [mul_comm]
