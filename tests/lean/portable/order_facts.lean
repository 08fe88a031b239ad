import Mathlib

namespace Course

theorem chain_of_three (a b c d : ℕ) (h : a ≤ b) (k : b < c) (l : c ≤ d) : a < d :=
  calc
    a ≤ b := h
    _ < c := k
    _ ≤ d := l

theorem antisymmetric (a b : ℕ) (h : a ≤ b) (k : b ≤ a) : a = b := le_antisymm h k

theorem add_both (a b c d : ℕ) (h : a ≤ b) (k : c ≤ d) : a + c ≤ b + d := by
  exact add_le_add h k

theorem mul_both (a b c : ℕ) (h : a ≤ b) : c * a ≤ c * b := Nat.mul_le_mul_left c h

theorem not_both (a b : ℕ) : ¬(a < b ∧ b < a) := by
  rintro ⟨h, k⟩
  exact absurd (lt_trans h k) (lt_irrefl a)

theorem between (n : ℕ) (h : 3 < n) (k : n < 5) : n = 4 := by omega

theorem trichotomy (a b : ℕ) : a < b ∨ a = b ∨ b < a := lt_trichotomy a b

theorem total (a b : ℕ) : a ≤ b ∨ b ≤ a := by
  rcases lt_or_ge a b with h | h
  · exact Or.inl (le_of_lt h)
  · exact Or.inr h

theorem max_bound (a b c : ℕ) (h : a ≤ c) (k : b ≤ c) : max a b ≤ c := max_le h k

theorem square_bound (n : ℕ) : n ≤ n * n := by
  cases n with
  | zero => exact le_refl 0
  | succ k => exact Nat.le_mul_of_pos_left (k + 1) (Nat.succ_pos k)

end Course
