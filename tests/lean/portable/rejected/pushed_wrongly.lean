import Mathlib

theorem pushed (p : ℕ → ℕ → Prop) (h : ¬∀ x, ∃ y, p x y) : ∃ x, ∃ y, ¬p x y := by
  push_neg at h
  exact h
