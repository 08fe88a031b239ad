import Mathlib

namespace Course

open Nat

theorem prime_beyond (n : ℕ) : ∃ p, n ≤ p ∧ p.Prime := by
  let p := Nat.minFac (n ! + 1)
  have f1 : n ! + 1 ≠ 1 := Nat.ne_of_gt (Nat.succ_lt_succ (Nat.factorial_pos n))
  have pp : p.Prime := Nat.minFac_prime f1
  refine ⟨p, ?_, pp⟩
  by_contra h
  have h₁ : p ∣ n ! := Nat.dvd_factorial pp.pos (Nat.le_of_lt (Nat.lt_of_not_le h))
  have h₂ : p ∣ 1 := (Nat.dvd_add_right h₁).mp (Nat.minFac_dvd _)
  exact pp.one_lt.ne' (Nat.dvd_one.mp h₂)

theorem no_last_prime : ¬∃ m, ∀ p, Nat.Prime p → p ≤ m := by
  rintro ⟨m, hm⟩
  obtain ⟨p, hp, prime⟩ := prime_beyond (m + 1)
  have := hm p prime
  omega

theorem two_primes_beyond (n : ℕ) : ∃ p q, n ≤ p ∧ p < q ∧ p.Prime ∧ q.Prime := by
  obtain ⟨p, hp, prime_p⟩ := prime_beyond n
  obtain ⟨q, hq, prime_q⟩ := prime_beyond (p + 1)
  exact ⟨p, q, hp, hq, prime_p, prime_q⟩

end Course
