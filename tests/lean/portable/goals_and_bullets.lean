import Mathlib

namespace Course

theorem three_parts (p q r : Prop) (hp : p) (hq : q) (hr : r) : p ∧ q ∧ r := by
  refine ⟨?_, ?_, ?_⟩
  · exact hp
  · exact hq
  · exact hr

theorem repeat_it (p : Prop) (h : p) : p ∧ p ∧ p ∧ p := by
  repeat' constructor
  all_goals exact h

theorem all_by_one (p q : Prop) (hp : p) (hq : q) : (p ∧ q) ∧ (q ∧ p) := by
  constructor <;> constructor <;> assumption

theorem named_cases (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h
  case inl hp => exact Or.inr hp
  case inr hq => exact Or.inl hq

theorem with_next (p q : Prop) (h : p ∧ q) : q ∧ p := by
  cases h
  next hp hq => exact ⟨hq, hp⟩

theorem with_suffices (a b : ℕ) (h : a = b) : a + 1 = b + 1 := by
  suffices k : b = a by rw [k]
  exact h.symm

theorem with_first (p q : Prop) (h : q) : p ∨ q := by
  first
  | exact Or.inl h
  | exact Or.inr h

theorem with_renaming (p q : Prop) : p → q → p ∧ q := by
  intros
  rename_i a b
  exact ⟨a, b⟩

end Course
