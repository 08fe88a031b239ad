import Mathlib

namespace Course

open Set Function

variable {α β γ : Type*} (f : α → β) (s t : Set α) (u v : Set β)

theorem image_of_union : f '' (s ∪ t) = f '' s ∪ f '' t := by
  apply Set.Subset.antisymm
  · rintro _ ⟨x, hs | ht, rfl⟩
    · exact Or.inl (mem_image_of_mem f hs)
    · exact Or.inr (mem_image_of_mem f ht)
  · apply union_subset
    · exact image_mono subset_union_left
    · exact image_mono subset_union_right

theorem there_and_back (h : f '' s ⊆ u) : s ⊆ f ⁻¹' u := by
  intro x hx
  rw [mem_preimage]
  exact h (mem_image_of_mem f hx)

theorem injective_back (h : Injective f) : f ⁻¹' (f '' s) ⊆ s := by
  rintro x ⟨x', xs, e⟩
  rw [← h e]
  exact xs

theorem surjective_forth (h : Surjective f) : u ⊆ f '' (f ⁻¹' u) := by
  intro y hy
  obtain ⟨x, rfl⟩ := h y
  exact ⟨x, hy, rfl⟩

theorem image_inter (h : Injective f) : f '' s ∩ f '' t ⊆ f '' (s ∩ t) := by
  rintro _ ⟨⟨x, xs, rfl⟩, ⟨x', xt, e⟩⟩
  have : x' = x := h e
  subst this
  exact ⟨x', ⟨xs, xt⟩, rfl⟩

theorem preimage_diff : f ⁻¹' (u \ v) = f ⁻¹' u \ f ⁻¹' v := rfl

theorem in_range (x : α) : f x ∈ range f := mem_range_self x

theorem composed (g : β → γ) : (g ∘ f) '' s = g '' (f '' s) := by
  ext z
  constructor
  · rintro ⟨x, hx, rfl⟩
    exact ⟨f x, ⟨x, hx, rfl⟩, rfl⟩
  · rintro ⟨_, ⟨x, hx, rfl⟩, rfl⟩
    exact ⟨x, hx, rfl⟩

end Course
