import Mathlib

namespace Course

theorem gcd_divides_both (a b : ℕ) : Nat.gcd a b ∣ a ∧ Nat.gcd a b ∣ b :=
  ⟨Nat.gcd_dvd_left a b, Nat.gcd_dvd_right a b⟩

theorem common_divisor (a b d : ℕ) (ha : d ∣ a) (hb : d ∣ b) : d ∣ Nat.gcd a b := Nat.dvd_gcd ha hb

theorem gcd_swap (a b : ℕ) : Nat.gcd a b = Nat.gcd b a := Nat.gcd_comm a b

theorem gcd_same (a : ℕ) : Nat.gcd a a = a := by simp

theorem divides_sum_of_multiples (a b x y : ℕ) : Nat.gcd a b ∣ x * a + y * b := by
  apply dvd_add
  · exact dvd_mul_of_dvd_right (Nat.gcd_dvd_left a b) x
  · exact dvd_mul_of_dvd_right (Nat.gcd_dvd_right a b) y

theorem coprime_cancel (a b c : ℕ) (h : Nat.Coprime a b) (k : a ∣ b * c) : a ∣ c :=
  h.dvd_of_dvd_mul_left k

end Course
