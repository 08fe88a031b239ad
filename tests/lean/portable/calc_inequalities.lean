import Mathlib

namespace Course

theorem mixed (a b c d : ℕ) (h₁ : a = b) (h₂ : b < c) (h₃ : c ≤ d) : a < d := by
  calc
    a = b := h₁
    _ < c := h₂
    _ ≤ d := h₃

theorem squares_grow (a b : ℤ) (ha : 0 ≤ a) (h : a ≤ b) : a ^ 2 ≤ b ^ 2 := by
  calc
    a ^ 2 = a * a := sq a
    _ ≤ a * b := mul_le_mul_of_nonneg_left h ha
    _ ≤ b * b := mul_le_mul_of_nonneg_right h (le_trans ha h)
    _ = b ^ 2 := (sq b).symm

theorem bound (x y : ℤ) (hx : x ≥ 3) (hy : y ≥ x) : 2 * y + 1 ≥ 7 := by
  calc
    2 * y + 1 ≥ 2 * x + 1 := by linarith
    _ ≥ 2 * 3 + 1 := by linarith
    _ = 7 := by norm_num

theorem dividing (a b c : ℕ) (h₁ : a ∣ b) (h₂ : b = c) : a ∣ c * 2 := by
  calc
    a ∣ b := h₁
    _ = c := h₂
    _ ∣ c * 2 := Dvd.intro 2 rfl

theorem four_times (n : ℕ) (h : 4 ≤ n) : 2 * n + 7 < n * n := by
  calc
    2 * n + 7 < 4 * n := by omega
    _ ≤ n * n := Nat.mul_le_mul_right n h

theorem power_bound (n : ℕ) : n < 2 ^ n := by
  induction n with
  | zero => norm_num
  | succ n ih =>
    calc
      n + 1 < 2 ^ n + 1 := by omega
      _ ≤ 2 ^ n + 2 ^ n := Nat.add_le_add_left Nat.one_le_two_pow _
      _ = 2 ^ (n + 1) := by ring

end Course
