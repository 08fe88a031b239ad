import Mathlib

namespace Course

inductive IsEven : ℕ → Prop where
  | zero : IsEven 0
  | add_two (n : ℕ) (h : IsEven n) : IsEven (n + 2)

theorem four_is_even : IsEven 4 := .add_two 2 (.add_two 0 .zero)

theorem one_is_not_even : ¬IsEven 1 := by
  intro h
  cases h

theorem double_is_even (n : ℕ) : IsEven (2 * n) := by
  induction n with
  | zero => exact IsEven.zero
  | succ n ih => exact IsEven.add_two _ ih

theorem half_of_even (n : ℕ) (h : IsEven n) : ∃ k, n = 2 * k := by
  induction h with
  | zero => exact ⟨0, rfl⟩
  | add_two n _ ih =>
    obtain ⟨k, hk⟩ := ih
    exact ⟨k + 1, by rw [hk, Nat.mul_add]⟩

theorem sum_is_even (n m : ℕ) (hn : IsEven n) (hm : IsEven m) : IsEven (n + m) := by
  induction hm with
  | zero => exact hn
  | add_two m _ ih => exact IsEven.add_two (n + m) ih

end Course
