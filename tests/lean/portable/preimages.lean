import Mathlib

namespace Course

variable {α β : Type} (f : α → β) (A B : Set β)

theorem preimage_inter' : f ⁻¹' (A ∩ B) = f ⁻¹' A ∩ f ⁻¹' B := rfl

theorem preimage_union' : f ⁻¹' (A ∪ B) = f ⁻¹' A ∪ f ⁻¹' B := by
  ext x
  constructor
  · intro h
    exact h
  · intro h
    exact h

theorem preimage_mono' (h : A ⊆ B) : f ⁻¹' A ⊆ f ⁻¹' B := by
  intro x hx
  exact h hx

theorem image_subset' (S : Set α) : f '' S ⊆ A ↔ S ⊆ f ⁻¹' A := by
  constructor
  · intro h x hx
    exact h ⟨x, hx, rfl⟩
  · rintro h y ⟨x, hx, rfl⟩
    exact h hx

end Course
