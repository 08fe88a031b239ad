import Mathlib

theorem tenth : Nat.fib 10 = 55 := by rfl

theorem recurrence (n : ℕ) : Nat.fib (n + 2) = Nat.fib n + Nat.fib (n + 1) := Nat.fib_add_two

namespace Course

def fib : ℕ → ℕ
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)

def fibSum : ℕ → ℕ
  | 0 => 0
  | n + 1 => fibSum n + fib n

theorem sum_of_first (n : ℕ) : fibSum n + 1 = fib (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [fibSum, fib]
    omega

theorem own_is_mathlib (n : ℕ) : fib n = Nat.fib n ∧ fib (n + 1) = Nat.fib (n + 1) := by
  induction n with
  | zero => exact ⟨rfl, rfl⟩
  | succ n ih =>
    refine ⟨ih.2, ?_⟩
    rw [fib, Nat.fib_add_two, ih.1, ih.2]

theorem positive (n : ℕ) : 0 < fib (n + 1) := by
  induction n with
  | zero => decide
  | succ n ih =>
    rw [fib]
    exact Nat.add_pos_right _ ih

theorem cassini (n : ℕ) : (fib (n + 1) : ℤ) ^ 2 - fib n * fib (n + 2) = (-1) ^ n := by
  induction n with
  | zero => simp [fib]
  | succ n ih =>
    have h₁ : (fib (n + 2) : ℤ) = fib n + fib (n + 1) := by
      rw [fib]
      push_cast
      ring
    have h₂ : (fib (n + 3) : ℤ) = fib (n + 1) + fib (n + 2) := by
      rw [fib]
      push_cast
      ring
    have h₃ : (-1 : ℤ) ^ (n + 1) = -(-1) ^ n := by ring
    rw [h₂, h₃, ← ih, h₁]
    ring

end Course
