import Mathlib

namespace Course

theorem square_root_two (m n : ℕ) (h : m ^ 2 = 2 * n ^ 2) : n = 0 := by
  induction m using Nat.strong_induction_on generalizing n with
  | _ m ih =>
    by_contra hn
    have even_m : 2 ∣ m := Nat.Prime.dvd_of_dvd_pow Nat.prime_two ⟨n ^ 2, h⟩
    obtain ⟨k, rfl⟩ := even_m
    have hk : n ^ 2 = 2 * k ^ 2 := by nlinarith
    have smaller : n < 2 * k := by
      by_contra! hle
      have : (2 * k) ^ 2 ≤ n ^ 2 := Nat.pow_le_pow_left hle 2
      have pos : 0 < n ^ 2 := Nat.pow_pos (Nat.pos_of_ne_zero hn)
      nlinarith
    have k_zero : k = 0 := ih n smaller k hk
    subst k_zero
    omega

theorem coprime_square_root (m n : ℕ) (coprime : Nat.Coprime m n) : m ^ 2 ≠ 2 * n ^ 2 := by
  intro h
  have two_m : 2 ∣ m := Nat.prime_two.dvd_of_dvd_pow ⟨n ^ 2, h⟩
  obtain ⟨k, rfl⟩ := two_m
  have : 2 ∣ n ^ 2 := ⟨k ^ 2, by nlinarith⟩
  have two_n : 2 ∣ n := Nat.prime_two.dvd_of_dvd_pow this
  have : 2 ∣ Nat.gcd (2 * k) n := Nat.dvd_gcd (Dvd.intro k rfl) two_n
  rw [coprime.gcd_eq_one] at this
  norm_num at this

theorem never_twice_odd (n : ℤ) : n ^ 2 ≠ 4 * (n / 2) + 2 ∨ n % 2 = 0 := by
  rcases Int.emod_two_eq_zero_or_one n with h | h
  · exact Or.inr h
  · left
    intro k
    have : n ^ 2 % 2 = 1 := by
      simp [sq, Int.mul_emod, h]
    omega

end Course
