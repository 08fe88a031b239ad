import Mathlib

namespace Course

def collatz (n : ℕ) : ℕ := if n % 2 = 0 then n / 2 else 3 * n + 1

def clamp (lo hi x : ℤ) : ℤ := if x < lo then lo else if hi < x then hi else x

def sign (x : ℤ) : ℤ := if x < 0 then -1 else if x = 0 then 0 else 1

theorem clamp_bounds (lo hi x : ℤ) (h : lo ≤ hi) : lo ≤ clamp lo hi x ∧ clamp lo hi x ≤ hi := by
  unfold clamp
  split_ifs <;> constructor <;> omega

theorem clamp_clamp (lo hi x : ℤ) (h : lo ≤ hi) : clamp lo hi (clamp lo hi x) = clamp lo hi x := by
  simp only [clamp]
  split_ifs <;> omega

theorem sign_square (x : ℤ) (h : x ≠ 0) : sign x * sign x = 1 := by
  unfold sign
  split_ifs with h₁
  · norm_num
  · norm_num

theorem collatz_even (n : ℕ) (h : n % 2 = 0) : collatz n = n / 2 := if_pos h

theorem collatz_odd (n : ℕ) (h : n % 2 = 1) : collatz n = 3 * n + 1 := by
  rw [collatz, if_neg]
  omega

theorem odd_goes_even (n : ℕ) (h : n % 2 = 1) : collatz n % 2 = 0 := by
  rw [collatz_odd n h]
  omega

theorem max_with_if (a b : ℕ) : (if a ≤ b then b else a) = max a b := by
  by_cases h : a ≤ b
  · rw [if_pos h, max_eq_right h]
  · rw [if_neg h, max_eq_left (by omega)]

end Course
