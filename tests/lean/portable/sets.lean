import Mathlib

namespace Course

variable {α : Type} (A B C : Set α)

theorem inter_comm' : A ∩ B = B ∩ A := by
  ext x
  constructor
  · rintro ⟨ha, hb⟩
    exact ⟨hb, ha⟩
  · rintro ⟨hb, ha⟩
    exact ⟨ha, hb⟩

theorem subset_trans' (h : A ⊆ B) (k : B ⊆ C) : A ⊆ C := by
  intro x hx
  exact k (h hx)

theorem inter_subset : A ∩ B ⊆ A := fun _ hx => hx.1

theorem subset_union : A ⊆ A ∪ B := fun _ hx => Or.inl hx

theorem union_inter : A ∩ (B ∪ C) = A ∩ B ∪ A ∩ C := by
  ext x
  simp only [Set.mem_inter_iff, Set.mem_union]
  tauto

theorem antisymm' (h : A ⊆ B) (k : B ⊆ A) : A = B := Set.Subset.antisymm h k

theorem empty_subset' : ∅ ⊆ A := by
  intro x hx
  exact absurd hx (Set.notMem_empty x)

theorem union_empty' : A ∪ ∅ = A := by
  simp

theorem small_numbers : (3 : ℕ) ∈ {n : ℕ | n < 5} := by
  show 3 < 5
  decide

end Course
