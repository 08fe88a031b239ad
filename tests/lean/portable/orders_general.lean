import Mathlib

namespace Course

section

variable {α : Type*} [PartialOrder α]

theorem strict_iff (a b : α) : a < b ↔ a ≤ b ∧ a ≠ b := by
  constructor
  · intro h
    exact ⟨le_of_lt h, ne_of_lt h⟩
  · rintro ⟨h, k⟩
    exact lt_of_le_of_ne h k

theorem circle {a b c : α} (h₁ : a ≤ b) (h₂ : b ≤ c) (h₃ : c ≤ a) : a = b ∧ b = c := by
  constructor
  · exact le_antisymm h₁ (h₂.trans h₃)
  · exact le_antisymm h₂ (h₃.trans h₁)

theorem least_unique (a b : α) (ha : ∀ x, a ≤ x) (hb : ∀ x, b ≤ x) : a = b := le_antisymm (ha b) (hb a)

theorem monotone_comp {β γ : Type*} [PartialOrder β] [PartialOrder γ] (f : α → β) (g : β → γ)
    (hf : ∀ x y, x ≤ y → f x ≤ f y) (hg : ∀ x y, x ≤ y → g x ≤ g y) (x y : α) (h : x ≤ y) :
    g (f x) ≤ g (f y) := hg _ _ (hf _ _ h)

end

section

variable {α : Type*} [LinearOrder α]

theorem three_ways (a b : α) : a < b ∨ a = b ∨ b < a := lt_trichotomy a b

theorem not_less (a b : α) (h : ¬a < b) : b ≤ a := not_lt.mp h

theorem by_all_bounds (a b : α) (h : ∀ c, b ≤ c → a ≤ c) : a ≤ b := h b le_rfl

theorem min_or (a b : α) : min a b = a ∨ min a b = b := by
  rcases le_total a b with h | h
  · exact Or.inl (min_eq_left h)
  · exact Or.inr (min_eq_right h)

theorem middle (a b c : α) (h : a < b) : a < c ∨ c < b := by
  by_cases k : a < c
  · exact Or.inl k
  · right
    push_neg at k
    exact lt_of_le_of_lt k h

end

end Course
