import Mathlib

namespace Course

variable {α : Type*} (s t u : Set α)

theorem difference_in_turn : (s \ t) \ u = (s \ u) \ t := by
  ext x
  constructor
  · rintro ⟨⟨hs, ht⟩, hu⟩
    exact ⟨⟨hs, hu⟩, ht⟩
  · rintro ⟨⟨hs, hu⟩, ht⟩
    exact ⟨⟨hs, ht⟩, hu⟩

theorem de_morgan : (s ∪ t)ᶜ = sᶜ ∩ tᶜ := by
  ext x
  constructor
  · intro h
    exact ⟨fun hs => h (Or.inl hs), fun ht => h (Or.inr ht)⟩
  · rintro ⟨hs, ht⟩ (h | h)
    · exact hs h
    · exact ht h

theorem absorb : s ∩ (s ∪ t) = s := by
  ext x
  simp only [Set.mem_inter_iff, Set.mem_union]
  tauto

theorem monotone (h : s ⊆ t) : s ∩ u ⊆ t ∩ u := by
  intro x hx
  exact ⟨h hx.1, hx.2⟩

theorem subset_iff_union : s ⊆ t ↔ s ∪ t = t := by
  constructor
  · intro h
    apply Set.Subset.antisymm
    · rintro x (hx | hx)
      · exact h hx
      · exact hx
    · intro x hx
      exact Or.inr hx
  · intro h x hx
    rw [← h]
    exact Or.inl hx

theorem evens_and_odds : {n : ℕ | n % 2 = 0} ∪ {n | n % 2 = 1} = Set.univ := by
  ext n
  simp only [Set.mem_union, Set.mem_setOf_eq, Set.mem_univ, iff_true]
  omega

theorem disjoint : {n : ℤ | n > 0} ∩ {n | n < 0} = ∅ := by
  ext n
  constructor
  · rintro ⟨h, k⟩
    simp only [Set.mem_setOf_eq] at h k
    omega
  · intro h
    exact absurd h (Set.notMem_empty n)

theorem pair : ({1, 2} : Set ℕ) = {2, 1} := by
  ext x
  simp only [Set.mem_insert_iff, Set.mem_singleton_iff]
  tauto

end Course
