import Mathlib

namespace Course

def xor' (a b : Bool) : Bool := (a && !b) || (!a && b)

theorem xor_comm' (a b : Bool) : xor' a b = xor' b a := by
  cases a <;> cases b <;> rfl

theorem xor_assoc' : ∀ a b c : Bool, xor' (xor' a b) c = xor' a (xor' b c) := by decide

theorem and_true_iff (a b : Bool) : (a && b) = true ↔ a = true ∧ b = true := by
  cases a <;> cases b <;> simp

theorem not_involutive : Function.Involutive not := by
  intro b
  cases b <;> rfl

theorem three_times (f : Bool → Bool) (b : Bool) : f (f (f b)) = f b := by
  cases ht : f true <;> cases hf : f false <;> cases b <;> simp [ht, hf]

theorem if_and (a b : Bool) : (if a then b else false) = (a && b) := by
  cases a <;> rfl

theorem decided (n : ℕ) (h : decide (n < 3) = true) : n ≤ 2 := by
  have : n < 3 := of_decide_eq_true h
  omega

end Course
