import Mathlib

theorem or_swap (p q : Prop) (h : p ∨ q) : q ∨ p := by
  rcases h with hp | hq
  · right
    exact hp
