import Mathlib

namespace Course

theorem two_is_prime : Nat.Prime 2 := Nat.prime_two

theorem small_prime : Nat.Prime 7 := by norm_num

theorem not_prime : ¬Nat.Prime 15 := by norm_num

theorem prime_is_large (p : ℕ) (hp : p.Prime) : 2 ≤ p := hp.two_le

theorem divides_factor (p a b : ℕ) (hp : p.Prime) (h : p ∣ a * b) : p ∣ a ∨ p ∣ b := (Nat.Prime.dvd_mul hp).mp h

theorem divides_square (p a : ℕ) (hp : p.Prime) (h : p ∣ a ^ 2) : p ∣ a := hp.dvd_of_dvd_pow h

theorem has_prime_divisor (n : ℕ) (h : n ≠ 1) : ∃ p, p.Prime ∧ p ∣ n := Nat.exists_prime_and_dvd h

theorem neighbours (n : ℕ) : Nat.Coprime n (n + 1) := by
  have h : Nat.gcd n (n + 1) ∣ 1 := by
    have h₁ : Nat.gcd n (n + 1) ∣ n := Nat.gcd_dvd_left n (n + 1)
    have h₂ : Nat.gcd n (n + 1) ∣ n + 1 := Nat.gcd_dvd_right n (n + 1)
    exact (Nat.dvd_add_right h₁).mp h₂
  exact Nat.dvd_one.mp h

theorem divisors_of_prime (p d : ℕ) (hp : p.Prime) (h : d ∣ p) : d = 1 ∨ d = p := (Nat.dvd_prime hp).mp h

theorem coprime_divides (a b c : ℕ) (h : Nat.Coprime a b) (k : a ∣ b * c) : a ∣ c := h.dvd_of_dvd_mul_left k

end Course
