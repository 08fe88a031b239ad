import Mathlib

namespace Course

open Nat

theorem prime_beyond (n : ℕ) : ∃ p, n < p ∧ p.Prime := by
  have large : n ! + 1 ≠ 1 := by
    have := Nat.factorial_pos n
    omega
  obtain ⟨p, prime, divides⟩ := Nat.exists_prime_and_dvd large
  use p
  refine ⟨?_, prime⟩
  by_contra! h
  have in_factorial : p ∣ n ! := (Nat.Prime.dvd_factorial prime).mpr h
  have in_one : p ∣ 1 := (Nat.dvd_add_right in_factorial).mp divides
  exact prime.one_lt.ne' (Nat.dvd_one.mp in_one)

theorem no_last_prime : ¬∃ m, ∀ p, Nat.Prime p → p ≤ m := by
  rintro ⟨m, hm⟩
  obtain ⟨p, hp, prime⟩ := prime_beyond m
  have := hm p prime
  omega

theorem two_primes_beyond (n : ℕ) : ∃ p q, n < p ∧ p < q ∧ p.Prime ∧ q.Prime := by
  obtain ⟨p, hp, prime_p⟩ := prime_beyond n
  obtain ⟨q, hq, prime_q⟩ := prime_beyond p
  exact ⟨p, q, hp, hq, prime_p, prime_q⟩

end Course
