import Mathlib

namespace Course

theorem reflexive (n a : ℕ) : a ≡ a [MOD n] := Nat.ModEq.refl a

theorem adds (n a b c d : ℕ) (h : a ≡ b [MOD n]) (k : c ≡ d [MOD n]) : a + c ≡ b + d [MOD n] := h.add k

theorem multiplies (n a b c d : ℕ) (h : a ≡ b [MOD n]) (k : c ≡ d [MOD n]) : a * c ≡ b * d [MOD n] := h.mul k

theorem concrete : 17 ≡ 5 [MOD 12] := by decide

theorem last_digit (a b : ℕ) (h : a % 10 = 3) (k : b % 10 = 4) : (a * b) % 10 = 2 := by
  rw [Nat.mul_mod, h, k]

theorem square_mod_four (n : ℕ) : n ^ 2 % 4 = 0 ∨ n ^ 2 % 4 = 1 := by
  rcases Nat.even_or_odd n with ⟨k, hk⟩ | ⟨k, hk⟩
  · left
    have : n ^ 2 = 4 * k ^ 2 := by rw [hk]; ring
    omega
  · right
    have : n ^ 2 = 4 * (k ^ 2 + k) + 1 := by rw [hk]; ring
    omega

theorem transfer (a b c n : ℤ) (h : a ≡ b [ZMOD n]) (k : b ≡ c [ZMOD n]) : a ≡ c [ZMOD n] := h.trans k

theorem of_divisor (a b n : ℤ) (h : n ∣ b - a) : a ≡ b [ZMOD n] := Int.modEq_iff_dvd.mpr h

theorem powers (a b n : ℤ) (m : ℕ) (h : a ≡ b [ZMOD n]) : a ^ m ≡ b ^ m [ZMOD n] := h.pow m

theorem chained (a b c : ℕ) (h : a ≡ b [MOD 7]) (k : b ≡ c [MOD 7]) : 3 * a + 1 ≡ 3 * c + 1 [MOD 7] := by
  have h₁ : a ≡ c [MOD 7] := h.trans k
  exact (h₁.mul_left 3).add_right 1

end Course
