import Mathlib.Tactic

namespace Course

theorem de_morgan_or (p q : Prop) : ¬(p ∨ q) ↔ ¬p ∧ ¬q := by
  constructor
  · intro h
    exact ⟨fun hp => h (Or.inl hp), fun hq => h (Or.inr hq)⟩
  · rintro ⟨hp, hq⟩ (h | h)
    · exact hp h
    · exact hq h

theorem or_assoc' (p q r : Prop) : (p ∨ q) ∨ r ↔ p ∨ (q ∨ r) := by
  constructor
  · rintro ((hp | hq) | hr)
    · left
      exact hp
    · right
      left
      exact hq
    · right
      right
      exact hr
  · rintro (hp | hq | hr)
    · exact Or.inl (Or.inl hp)
    · exact Or.inl (Or.inr hq)
    · exact Or.inr hr

theorem disjunctive_syllogism (p q : Prop) (h : p ∨ q) (np : ¬p) : q := by
  cases h with
  | inl hp => contradiction
  | inr hq => exact hq

theorem iff_chain (p q r : Prop) (h : p ↔ q) (k : q ↔ r) : p ↔ r := by
  rw [h, k]

theorem iff_symmetric (p q : Prop) (h : p ↔ q) : q ↔ p := by
  obtain ⟨f, g⟩ := h
  constructor
  · assumption
  · assumption

theorem chain (p q r s : Prop) (h : p → q) (k : q → r ∧ s) (hp : p) : s := by
  have hq : q := h hp
  have hrs := k hq
  exact hrs.right

end Course
