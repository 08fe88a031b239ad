import Mathlib

namespace Course

theorem two_prime : Nat.Prime 2 := Nat.prime_two

theorem prime_ge_two (p : ℕ) (hp : p.Prime) : 2 ≤ p := hp.two_le

theorem prime_positive (p : ℕ) (hp : p.Prime) : 0 < p := hp.pos

theorem divisor_of_prime (p d : ℕ) (hp : p.Prime) (hd : d ∣ p) : d = 1 ∨ d = p :=
  (Nat.dvd_prime hp).mp hd

theorem euclid_lemma (p a b : ℕ) (hp : p.Prime) (h : p ∣ a * b) : p ∣ a ∨ p ∣ b :=
  (Nat.Prime.dvd_mul hp).mp h

theorem prime_divides_square (p a : ℕ) (hp : p.Prime) (h : p ∣ a ^ 2) : p ∣ a :=
  hp.dvd_of_dvd_pow h

theorem has_prime_divisor (n : ℕ) (h : n ≠ 1) : ∃ p, p.Prime ∧ p ∣ n := Nat.exists_prime_and_dvd h

theorem four_not_prime : ¬Nat.Prime 4 := by norm_num

end Course
