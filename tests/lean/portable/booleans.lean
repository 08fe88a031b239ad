import Mathlib

namespace Course

theorem and_swap_bool (a b : Bool) : (a && b) = (b && a) := by
  cases a <;> cases b <;> rfl

theorem not_not_bool (a : Bool) : (!!a) = a := by
  cases a
  · rfl
  · rfl

theorem absorb (a b : Bool) : (a || (a && b)) = a := by
  cases a <;> simp

theorem two_values (a : Bool) : a = true ∨ a = false := by
  cases a with
  | false => exact Or.inr rfl
  | true => exact Or.inl rfl

theorem yes_is_not_no : true ≠ false := by decide

theorem and_true_iff (a b : Bool) : (a && b) = true ↔ a = true ∧ b = true := by
  simp

end Course
