import Mathlib

theorem converse (p q : Prop) (h : p → q) : q → p := by
  intro hq
  exact h hq
