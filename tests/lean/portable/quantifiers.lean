import Mathlib

namespace Course

variable {α : Type} (p q : α → Prop)

theorem forall_and' : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ ∀ x, q x := by
  constructor
  · intro h
    exact ⟨fun x => (h x).1, fun x => (h x).2⟩
  · rintro ⟨h, k⟩ x
    exact ⟨h x, k x⟩

theorem exists_or' : (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ ∃ x, q x := by
  constructor
  · rintro ⟨x, hp | hq⟩
    · exact Or.inl ⟨x, hp⟩
    · exact Or.inr ⟨x, hq⟩
  · rintro (⟨x, h⟩ | ⟨x, h⟩)
    · exact ⟨x, Or.inl h⟩
    · exact ⟨x, Or.inr h⟩

theorem not_exists' : (¬∃ x, p x) ↔ ∀ x, ¬p x :=
  ⟨fun h x hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => h x hx⟩

theorem not_forall' : (¬∀ x, p x) ↔ ∃ x, ¬p x := by
  constructor
  · intro h
    by_contra k
    apply h
    intro x
    by_contra hx
    exact k ⟨x, hx⟩
  · rintro ⟨x, hx⟩ h
    exact hx (h x)

theorem swap_forall (r : α → α → Prop) (h : ∃ x, ∀ y, r x y) : ∀ y, ∃ x, r x y := by
  obtain ⟨x, hx⟩ := h
  intro y
  use x
  exact hx y

theorem exists_unique_number : ∃! n : ℕ, n + 3 = 5 := by
  use 2
  constructor
  · rfl
  · intro m hm
    simp at hm
    exact hm

end Course
