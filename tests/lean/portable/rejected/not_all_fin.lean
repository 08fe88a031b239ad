import Mathlib

theorem every_square : ∀ a : Fin 5, ∃ b : Fin 5, b * b = a := by decide
