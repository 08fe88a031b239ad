import Mathlib

namespace Course

open Set

variable {α β ι : Type*} (s t u : Set α) (A B : ι → Set α)

theorem distributes : s ∪ ⋂ i, A i ⊆ ⋂ i, s ∪ A i := by
  intro x hx
  rw [mem_iInter]
  intro i
  rcases hx with h | h
  · exact Or.inl h
  · exact Or.inr (mem_iInter.mp h i)

theorem both_families : (⋃ i, A i) ∪ (⋃ i, B i) = ⋃ i, A i ∪ B i := by
  ext x
  simp only [mem_union, mem_iUnion]
  constructor
  · rintro (⟨i, h⟩ | ⟨i, h⟩)
    · exact ⟨i, Or.inl h⟩
    · exact ⟨i, Or.inr h⟩
  · rintro ⟨i, h | h⟩
    · exact Or.inl ⟨i, h⟩
    · exact Or.inr ⟨i, h⟩

theorem one_of_many (i : ι) : A i ⊆ ⋃ j, A j := by
  intro x hx
  rw [mem_iUnion]
  exact ⟨i, hx⟩

theorem below_all (h : ∀ i, s ⊆ A i) : s ⊆ ⋂ i, A i := by
  intro x hx
  rw [mem_iInter]
  exact fun i => h i hx

theorem complement : (⋃ i, A i)ᶜ = ⋂ i, (A i)ᶜ := by
  ext x
  simp only [mem_compl_iff, mem_iUnion, mem_iInter, not_exists]

end Course
