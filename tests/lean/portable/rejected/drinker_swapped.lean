import Mathlib

theorem swap (r : ℕ → ℕ → Prop) (h : ∀ x, ∃ y, r x y) : ∃ y, ∀ x, r x y := by
  obtain ⟨y, hy⟩ := h 0
  exact ⟨y, fun x => hy⟩
