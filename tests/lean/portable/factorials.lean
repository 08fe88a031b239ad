import Mathlib

namespace Course

open Nat

theorem five_factorial : 5! = 120 := by rfl

theorem step (n : ℕ) : (n + 1)! = (n + 1) * n ! := Nat.factorial_succ n

theorem positive (n : ℕ) : 0 < n ! := Nat.factorial_pos n

theorem at_least (n : ℕ) : n ≤ n ! := Nat.self_le_factorial n

theorem power_below (n : ℕ) : 2 ^ n ≤ (n + 1)! := by
  induction n with
  | zero => simp
  | succ n ih =>
    rw [Nat.factorial_succ, pow_succ, mul_comm]
    exact Nat.mul_le_mul (by omega) ih

theorem telescoped (n : ℕ) : n * n ! + n ! = (n + 1)! := by
  rw [Nat.factorial_succ]
  ring

theorem divides (m n : ℕ) (h : m ≤ n) : m ! ∣ n ! := Nat.factorial_dvd_factorial h

theorem choose_zero (n : ℕ) : Nat.choose n 0 = 1 := Nat.choose_zero_right n

theorem pascal (n k : ℕ) : Nat.choose (n + 1) (k + 1) = Nat.choose n k + Nat.choose n (k + 1) :=
  Nat.choose_succ_succ n k

theorem four_choose_two : Nat.choose 4 2 = 6 := by decide

end Course
