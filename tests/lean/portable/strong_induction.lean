import Mathlib

namespace Course

theorem every_positive_is_power_times_odd (n : ℕ) (hn : 0 < n) : ∃ k m, n = 2 ^ k * (2 * m + 1) := by
  induction n using Nat.strong_induction_on with
  | _ n ih =>
    rcases Nat.even_or_odd n with ⟨m, hm⟩ | ⟨m, hm⟩
    · obtain ⟨k, l, h⟩ := ih m (by omega) (by omega)
      refine ⟨k + 1, l, ?_⟩
      rw [hm, h]
      ring
    · exact ⟨0, m, by rw [hm]; ring⟩

def fib : ℕ → ℕ
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)

theorem fib_positive (n : ℕ) : 0 < fib (n + 1) := by
  induction n with
  | zero => decide
  | succ n ih =>
    rw [fib]
    omega

theorem fib_bound (n : ℕ) : fib n < 2 ^ n := by
  induction n using Nat.strong_induction_on with
  | _ n ih =>
    match n with
    | 0 => decide
    | 1 => decide
    | n + 2 =>
      have h₁ := ih n (by omega)
      have h₂ := ih (n + 1) (by omega)
      rw [fib]
      have e₁ : 2 ^ (n + 1) = 2 * 2 ^ n := by ring
      have e₂ : 2 ^ (n + 2) = 4 * 2 ^ n := by ring
      omega

end Course
