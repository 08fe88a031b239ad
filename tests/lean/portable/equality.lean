import Mathlib

namespace Course

theorem eq_chain {α : Type} (a b c d : α) (h₁ : a = b) (h₂ : b = c) (h₃ : c = d) : a = d := by
  rw [h₁, h₂, h₃]

theorem eq_chain_calc {α : Type} (a b c : α) (h₁ : a = b) (h₂ : c = b) : a = c :=
  calc
    a = b := h₁
    _ = c := h₂.symm

theorem eq_substitution {α : Type} (p : α → Prop) (a b : α) (h : a = b) (ha : p a) : p b := h ▸ ha

theorem function_of_equals (f : ℕ → ℕ) (a b : ℕ) (h : a = b) : f (a + 1) = f (b + 1) := by
  subst h
  rfl

theorem two_arguments (f : ℕ → ℕ → ℕ) (a b c d : ℕ) (h : a = b) (k : c = d) : f a c = f b d := by
  congr

theorem three_sum (a b c : ℕ) : a + b + c = c + b + a := by
  rw [add_comm a b, add_comm (b + a) c, add_assoc]

theorem rewrite_inside (a b c : ℕ) (h : b = c) : a * b + b = a * c + c := by
  rw [h]

theorem product_swap (a b c : ℕ) : a * b * c = b * (a * c) := by
  rw [mul_comm a b, mul_assoc]

theorem eq_of_swapped (a b : ℕ) (h : a = b) : b = a := by
  symm
  exact h

end Course
