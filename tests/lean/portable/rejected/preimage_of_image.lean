import Mathlib

theorem back {α β : Type*} (f : α → β) (s : Set α) : f ⁻¹' (f '' s) ⊆ s := by
  rintro x ⟨y, hy, h⟩
  subst h
  exact hy
