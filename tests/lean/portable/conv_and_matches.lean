import Mathlib

namespace Course

theorem inside (a b c : ℕ) : a * (b + c) = a * (c + b) := by
  conv =>
    lhs
    rw [add_comm b c]

theorem second_place (a b : ℕ) (f : ℕ → ℕ → ℕ) (h : ∀ x, f x x = 0) (k : a = b) : f a b = 0 := by
  conv_lhs =>
    arg 1
    rw [k]
  exact h b

theorem under_binder (f : ℕ → ℕ) (h : ∀ n, f (n + 0) = n) : (fun n => f (0 + n)) = fun n => n := by
  conv =>
    lhs
    ext n
    rw [zero_add]
  funext n
  exact h n

theorem by_match (p q r : Prop) (h : p ∧ (q ∨ r)) : (p ∧ q) ∨ (p ∧ r) := by
  match h with
  | ⟨hp, Or.inl hq⟩ => exact Or.inl ⟨hp, hq⟩
  | ⟨hp, Or.inr hr⟩ => exact Or.inr ⟨hp, hr⟩

theorem term_match (n : ℕ) : n = 0 ∨ ∃ m, n = m + 1 :=
  match n with
  | 0 => Or.inl rfl
  | m + 1 => Or.inr ⟨m, rfl⟩

def half : ℕ → ℕ
  | 0 => 0
  | 1 => 0
  | n + 2 => half n + 1

theorem half_le (n : ℕ) : half n ≤ n := by
  fun_induction half n with
  | case1 => exact le_refl 0
  | case2 => exact Nat.zero_le 1
  | case3 n ih => omega

theorem by_split (n : ℕ) : (match n with | 0 => 1 | m + 1 => m + 2) = n + 1 := by
  split
  · rfl
  · rfl

theorem recursive_term : (n : ℕ) → half (2 * n) = n
  | 0 => rfl
  | n + 1 => by
    show half (2 * n) + 1 = n + 1
    rw [recursive_term n]

end Course
