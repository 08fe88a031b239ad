import Mathlib

namespace Course

theorem option_cases {α : Type} (o : Option α) : o = none ∨ ∃ a, o = some a := by
  cases o with
  | none => exact Or.inl rfl
  | some a => exact Or.inr ⟨a, rfl⟩

theorem some_injective {α : Type} (a b : α) (h : some a = some b) : a = b := by
  injection h

theorem none_ne_some {α : Type} (a : α) : none ≠ some a := by
  intro h
  cases h

def swapSum {α β : Type} : α ⊕ β → β ⊕ α
  | .inl a => .inr a
  | .inr b => .inl b

theorem swap_swap {α β : Type} (s : α ⊕ β) : swapSum (swapSum s) = s := by
  cases s <;> rfl

theorem pair_eta {α β : Type} (p : α × β) : (p.1, p.2) = p := rfl

theorem pair_eq {α β : Type} (a c : α) (b d : β) : (a, b) = (c, d) ↔ a = c ∧ b = d := by
  simp

def safeDiv (a b : ℕ) : Option ℕ := if b = 0 then none else some (a / b)

theorem safeDiv_zero (a : ℕ) : safeDiv a 0 = none := by simp [safeDiv]

theorem safeDiv_pos (a b : ℕ) (h : b ≠ 0) : safeDiv a b = some (a / b) := by
  unfold safeDiv
  rw [if_neg h]

end Course
