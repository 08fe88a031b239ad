import Mathlib

namespace Course

def euclid (a b : ℕ) : ℕ :=
  if h : b = 0 then a else euclid b (a % b)
termination_by b
decreasing_by exact Nat.mod_lt a (Nat.pos_of_ne_zero h)

def halvings (n : ℕ) : ℕ :=
  if n ≤ 1 then 0 else halvings (n / 2) + 1
termination_by n
decreasing_by omega

theorem euclid_zero (a : ℕ) : euclid a 0 = a := by
  rw [euclid]
  simp

theorem euclid_gcd (a b : ℕ) : euclid a b = Nat.gcd b a := by
  induction b using Nat.strong_induction_on generalizing a with
  | _ b ih =>
    rw [euclid]
    by_cases h : b = 0
    · rw [dif_pos h, h, Nat.gcd_zero_left]
    · rw [dif_neg h, ih (a % b) (Nat.mod_lt a (Nat.pos_of_ne_zero h)), ← Nat.gcd_rec]

theorem euclid_divides (a b : ℕ) : euclid a b ∣ a := by
  rw [euclid_gcd]
  exact Nat.gcd_dvd_right b a

theorem halvings_small (n : ℕ) (h : n ≤ 1) : halvings n = 0 := by
  rw [halvings, if_pos h]

theorem halvings_power (n : ℕ) (h : 0 < n) : 2 ^ halvings n ≤ n := by
  induction n using Nat.strong_induction_on with
  | _ n ih =>
    rw [halvings]
    split_ifs with h₁
    · rw [pow_zero]
      exact h
    · have := ih (n / 2) (by omega) (by omega)
      rw [pow_succ]
      omega

end Course
