import Mathlib

namespace Course

theorem double_negation (p : Prop) : ¬¬p ↔ p := by
  constructor
  · intro h
    by_contra np
    exact h np
  · intro hp np
    exact np hp

theorem de_morgan_and (p q : Prop) : ¬(p ∧ q) ↔ ¬p ∨ ¬q := by
  constructor
  · intro h
    by_cases hp : p
    · right
      intro hq
      exact h ⟨hp, hq⟩
    · left
      exact hp
  · rintro (np | nq) ⟨hp, hq⟩
    · exact np hp
    · exact nq hq

theorem peirce_law (p q : Prop) : ((p → q) → p) → p := by
  intro h
  rcases em p with hp | np
  · exact hp
  · exact h fun hp => absurd hp np

theorem implication_as_or (p q : Prop) : (p → q) ↔ ¬p ∨ q := by
  tauto

theorem drinkers {α : Type} [Inhabited α] (drinks : α → Prop) : ∃ x, drinks x → ∀ y, drinks y := by
  by_cases h : ∃ x, ¬drinks x
  · obtain ⟨x, hx⟩ := h
    exact ⟨x, fun hd => absurd hd hx⟩
  · push_neg at h
    exact ⟨default, fun _ => h⟩

theorem by_contraposition (p q : Prop) (h : ¬q → ¬p) : p → q := by
  contrapose
  exact h

end Course
