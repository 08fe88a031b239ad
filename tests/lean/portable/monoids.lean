import Mathlib

namespace Course

structure Affine where
  slope : ℤ
  shift : ℤ

namespace Affine

instance : Mul Affine := ⟨fun f g => ⟨f.slope * g.slope, f.slope * g.shift + f.shift⟩⟩
instance : One Affine := ⟨⟨1, 0⟩⟩

theorem mul_def (f g : Affine) : f * g = ⟨f.slope * g.slope, f.slope * g.shift + f.shift⟩ := rfl

theorem one_def : (1 : Affine) = ⟨1, 0⟩ := rfl

def apply (f : Affine) (x : ℤ) : ℤ := f.slope * x + f.shift

theorem apply_mul (f g : Affine) (x : ℤ) : (f * g).apply x = f.apply (g.apply x) := by
  simp only [apply, mul_def]
  ring

theorem apply_one (x : ℤ) : (1 : Affine).apply x = x := by
  simp [apply, one_def]

instance : Monoid Affine where
  mul_assoc f g h := by
    simp only [mul_def, Affine.mk.injEq]
    constructor <;> ring
  one_mul f := by simp [mul_def, one_def]
  mul_one f := by simp [mul_def, one_def]

theorem third_power (f : Affine) : f ^ 3 = f * (f * f) := by
  rw [pow_succ, pow_two, mul_assoc]

theorem powers (f : Affine) (m n : ℕ) : f ^ (m + n) = f ^ m * f ^ n := pow_add f m n

end Affine

theorem left_unit_unique {M : Type*} [Monoid M] (e : M) (h : ∀ x, e * x = x) : e = 1 := by
  have := h 1
  rwa [mul_one] at this

theorem inverses_agree {M : Type*} [Monoid M] (a b c : M) (h : b * a = 1) (k : a * c = 1) : b = c := by
  rw [← mul_one b, ← k, ← mul_assoc, h, one_mul]

end Course
