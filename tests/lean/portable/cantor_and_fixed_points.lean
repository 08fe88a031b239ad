import Mathlib

namespace Course

variable {α : Type*}

theorem cantor (f : α → Set α) : ¬Function.Surjective f := by
  intro h
  obtain ⟨a, ha⟩ := h {x | x ∉ f x}
  by_cases k : a ∈ f a
  · have k' : a ∈ {x | x ∉ f x} := by rwa [ha] at k
    exact k' k
  · apply k
    rw [ha]
    exact k

def least (F : Set α → Set α) : Set α := {x | ∀ s, F s ⊆ s → x ∈ s}

theorem least_below (F : Set α → Set α) (s : Set α) (h : F s ⊆ s) : least F ⊆ s := fun _ hx => hx s h

theorem least_closed (F : Set α → Set α) (mono : ∀ s t, s ⊆ t → F s ⊆ F t) : F (least F) ⊆ least F := by
  intro x hx s hs
  exact hs (mono (least F) s (least_below F s hs) hx)

theorem knaster_tarski (F : Set α → Set α) (mono : ∀ s t, s ⊆ t → F s ⊆ F t) : F (least F) = least F := by
  apply Set.Subset.antisymm
  · exact least_closed F mono
  · apply least_below
    exact mono _ _ (least_closed F mono)

theorem reached (F : Set ℕ → Set ℕ) (h : ∀ s n, n ∈ F s ↔ n = 0 ∨ ∃ m ∈ s, n = m + 2) (k : ℕ) :
    2 * k ∈ least F := by
  induction k with
  | zero =>
    intro s hs
    exact hs ((h s 0).mpr (Or.inl rfl))
  | succ k ih =>
    intro s hs
    apply hs
    rw [h]
    exact Or.inr ⟨2 * k, ih s hs, by ring⟩

end Course
