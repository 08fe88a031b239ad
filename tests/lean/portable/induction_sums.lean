import Mathlib

namespace Course

def sumTo : ℕ → ℕ
  | 0 => 0
  | n + 1 => sumTo n + (n + 1)

theorem two_mul_sumTo (n : ℕ) : 2 * sumTo n = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sumTo, Nat.mul_add, ih]
    ring

def sumOdd : ℕ → ℕ
  | 0 => 0
  | n + 1 => sumOdd n + (2 * n + 1)

theorem sumOdd_eq_square (n : ℕ) : sumOdd n = n ^ 2 := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sumOdd, ih]
    ring

def sumPowers : ℕ → ℕ
  | 0 => 1
  | n + 1 => sumPowers n + 2 ^ (n + 1)

theorem sumPowers_eq (n : ℕ) : sumPowers n + 1 = 2 ^ (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sumPowers]
    have step : 2 ^ (n + 1 + 1) = 2 * 2 ^ (n + 1) := by ring
    omega

end Course
