import Mathlib

namespace Course

theorem calc_one (a b c d : ℕ) (h : a = b + c) (k : b = d) : a = d + c :=
  calc
    a = b + c := h
    _ = d + c := by rw [k]

theorem calc_two (a b : ℕ) : (a + b) * (a + b) = a * a + a * b + (b * a + b * b) :=
  calc
    (a + b) * (a + b) = (a + b) * a + (a + b) * b := mul_add (a + b) a b
    _ = a * a + b * a + (a * b + b * b) := by rw [add_mul, add_mul]
    _ = a * a + a * b + (b * a + b * b) := by ring

theorem calc_three (a b c : ℕ) (h : a ∣ b) (k : b ∣ c) : a ∣ c * 2 :=
  calc
    a ∣ b := h
    b ∣ c := k
    _ ∣ c * 2 := dvd_mul_right c 2

theorem calc_four (p q r : Prop) (h : p ↔ q) (k : q ↔ r) : p ↔ r :=
  calc
    p ↔ q := h
    _ ↔ r := k

theorem calc_five (n : ℕ) (h : 2 ≤ n) : 4 ≤ n * n := by
  calc
    4 = 2 * 2 := rfl
    _ ≤ n * n := Nat.mul_le_mul h h

end Course
