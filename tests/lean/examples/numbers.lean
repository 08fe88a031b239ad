prelude
import Lemmata
-- There are infinitely many primes
theorem infinitely_many_primes (n : ℕ) : ∃ p, n ≤ p ∧ p.Prime := by
  have h1 : n.factorial + 1 ≠ 1 := by
    have := Nat.factorial_pos n
    omega
  obtain ⟨p, hp, hd⟩ := Nat.exists_prime_and_dvd h1
  refine ⟨p, ?_, hp⟩
  by_contra hlt
  have hf : p ∣ n.factorial := Nat.dvd_factorial hp.pos (by omega)
  exact hp.not_dvd_one ((Nat.dvd_add_right hf).mp hd)
-- The sum of a number and its square is even
theorem square_plus_self_even (n : ℕ) : 2 ∣ n ^ 2 + n := by
  induction n with
  | zero => exact Nat.dvd_zero 2
  | succ k ih =>
    have e : (k + 1) ^ 2 + (k + 1) = k ^ 2 + k + 2 * (k + 1) := by
      rw [Nat.pow_two, Nat.pow_two, Nat.add_one_mul_add_one]
      omega
    rw [e]
    exact Nat.dvd_add ih (Nat.dvd_mul_right 2 (k + 1))
-- A cube and its root differ by a multiple of three
theorem three_dvd_cube_sub (n : ℕ) : 3 ∣ n * n * n + 2 * n := by
  induction n with
  | zero => exact Nat.dvd_zero 3
  | succ k ih =>
    have e : (k + 1) * (k + 1) * (k + 1) + 2 * (k + 1) = k * k * k + 2 * k + 3 * (k * k + k + 1) := by
      simp only [Nat.add_mul, Nat.mul_add, Nat.one_mul, Nat.mul_one]
      omega
    rw [e]
    exact Nat.dvd_add ih (Nat.dvd_mul_right 3 _)
-- Gauss's sum
def sumTo : ℕ → ℕ
  | 0 => 0
  | n + 1 => sumTo n + (n + 1)
theorem two_mul_sumTo (n : ℕ) : 2 * sumTo n = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ k ih => rw [sumTo, Nat.mul_add, ih, ← Nat.add_mul, Nat.mul_comm, Nat.add_comm k 2]
-- The sum of the first odd numbers is a square
def oddSum : ℕ → ℕ
  | 0 => 0
  | n + 1 => oddSum n + (2 * n + 1)
theorem oddSum_eq (n : ℕ) : oddSum n = n ^ 2 := by
  induction n with
  | zero => rfl
  | succ k ih => rw [oddSum, ih, Nat.pow_two, Nat.pow_two, Nat.add_one_mul_add_one]; omega
-- The root of two is irrational
theorem sqrt_two_irrational : ¬∃ a b : ℕ, Nat.Coprime a b ∧ a ^ 2 = 2 * b ^ 2 := by
  rintro ⟨a, b, hab, h⟩
  have ha : 2 ∣ a := Nat.prime_two.dvd_of_dvd_pow ⟨b ^ 2, h⟩
  obtain ⟨c, rfl⟩ := ha
  have hb : 2 ∣ b := by
    apply Nat.prime_two.dvd_of_dvd_pow (n := 2)
    refine ⟨c ^ 2, Nat.mul_left_cancel Nat.two_pos ?_⟩
    rw [← h, Nat.mul_pow, ← Nat.mul_assoc]
  exact Nat.not_coprime_of_dvd_of_dvd Nat.one_lt_two (Nat.dvd_mul_right 2 c) hb hab
-- Powers of two outgrow squares
theorem sq_le_two_pow (n : ℕ) (hn : 4 ≤ n) : n ^ 2 ≤ 2 ^ n := by
  induction n, hn using Nat.le_induction with
  | base => decide
  | succ n hn ih =>
    have h : 4 * n ≤ n * n := Nat.mul_le_mul_right n hn
    rw [Nat.pow_two, Nat.add_one_mul_add_one, Nat.two_pow_succ]
    rw [Nat.pow_two] at ih
    omega
-- Every number from two on has a prime divisor
theorem has_prime_divisor (n : ℕ) (hn : 2 ≤ n) : ∃ p, p.Prime ∧ p ∣ n := by
  induction n using Nat.strong_induction_on with
  | _ n ih =>
    by_cases hp : n.Prime
    · exact ⟨n, hp, Nat.dvd_refl n⟩
    · obtain ⟨m, hd, h2, hlt⟩ := Nat.exists_dvd_of_not_prime2 hn hp
      obtain ⟨p, pp, pd⟩ := ih m hlt h2
      exact ⟨p, pp, Nat.dvd_trans pd hd⟩
-- Neighbours in the Fibonacci sequence are coprime, by induction of two steps
theorem fib_lt_two_pow (n : ℕ) : Nat.fib n < 2 ^ n := by
  induction n using Nat.twoStepInduction with
  | zero => decide
  | one => decide
  | more n ih₁ ih₂ =>
    rw [Nat.fib_add_two, Nat.two_pow_succ]
    have := Nat.pow_le_pow_right Nat.two_pos (Nat.le_succ n)
    omega
-- The last digit of a power of six is six
theorem six_pow_mod_ten (n : ℕ) : 6 ^ (n + 1) ≡ 6 [MOD 10] := by
  induction n with
  | zero => rfl
  | succ n ih => exact (ih.mul_right 6).trans rfl
-- Squares leave no remainder of two modulo three
theorem sq_mod_three (n : ℕ) : n ^ 2 % 3 ≠ 2 := by
  rw [Nat.pow_mod]
  have h := Nat.mod_lt n (y := 3) (by decide)
  rcases (by omega : n % 3 = 0 ∨ n % 3 = 1 ∨ n % 3 = 2) with h | h | h <;> rw [h] <;> decide
-- Coprime divisors multiply
theorem six_dvd (n : ℕ) (h2 : 2 ∣ n) (h3 : 3 ∣ n) : 6 ∣ n :=
  Nat.Coprime.mul_dvd_of_dvd_of_dvd (m := 2) (n := 3) (by decide) h2 h3
-- The factorial notation
open Nat in
theorem factorial_growth (n : ℕ) (hn : 4 ≤ n) : 2 ^ n < n ! := by
  induction n, hn using Nat.le_induction with
  | base => decide
  | succ n hn ih =>
    rw [factorial_succ, Nat.pow_succ, Nat.mul_comm]
    exact Nat.mul_lt_mul_of_le_of_lt (by omega) ih (by omega)
