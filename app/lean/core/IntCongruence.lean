/-
Congruences `a ≡ b [ZMOD n]` of integers.
-/
prelude
import Lemmata.IntRemainders
import Lemmata.Congruence
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Int

/-- `a` and `b` leave the same remainder modulo `n`. -/
def ModEq (n a b : Int) : Prop := a % n = b % n
@[inherit_doc] notation:50 a " ≡ " b " [ZMOD " n "]" => ModEq n a b

variable {a b c d k m n : Int}

instance instDecidableModEq : Decidable (a ≡ b [ZMOD n]) := Int.decEq (a % n) (b % n)
/-- Congruent numbers are those whose difference the modulus divides. -/
theorem modEq_iff_dvd : a ≡ b [ZMOD n] ↔ n ∣ b - a := by
  rw [ModEq, eq_comm, emod_eq_emod_iff_emod_sub_eq_zero, dvd_iff_emod_eq_zero]

namespace ModEq

@[refl] protected theorem refl (a : Int) : a ≡ a [ZMOD n] := rfl
protected theorem rfl : a ≡ a [ZMOD n] := ModEq.refl a
@[symm] protected theorem symm (h : a ≡ b [ZMOD n]) : b ≡ a [ZMOD n] := Eq.symm h
protected theorem trans (h₁ : a ≡ b [ZMOD n]) (h₂ : b ≡ c [ZMOD n]) : a ≡ c [ZMOD n] := Eq.trans h₁ h₂
instance instTrans : Trans (ModEq n) (ModEq n) (ModEq n) := ⟨Int.ModEq.trans⟩
protected theorem eq (h : a ≡ b [ZMOD n]) : a % n = b % n := h
theorem dvd (h : a ≡ b [ZMOD n]) : n ∣ b - a := modEq_iff_dvd.mp h
protected theorem add (h₁ : a ≡ b [ZMOD n]) (h₂ : c ≡ d [ZMOD n]) : a + c ≡ b + d [ZMOD n] := by
  rw [ModEq, add_emod, h₁, h₂, ← add_emod]
protected theorem add_left (c : Int) (h : a ≡ b [ZMOD n]) : c + a ≡ c + b [ZMOD n] := ModEq.rfl.add h
protected theorem add_right (c : Int) (h : a ≡ b [ZMOD n]) : a + c ≡ b + c [ZMOD n] := h.add ModEq.rfl
protected theorem sub (h₁ : a ≡ b [ZMOD n]) (h₂ : c ≡ d [ZMOD n]) : a - c ≡ b - d [ZMOD n] := by
  rw [ModEq, sub_emod, h₁, h₂, ← sub_emod]
protected theorem sub_left (c : Int) (h : a ≡ b [ZMOD n]) : c - a ≡ c - b [ZMOD n] := ModEq.rfl.sub h
protected theorem sub_right (c : Int) (h : a ≡ b [ZMOD n]) : a - c ≡ b - c [ZMOD n] := h.sub ModEq.rfl
protected theorem neg (h : a ≡ b [ZMOD n]) : -a ≡ -b [ZMOD n] := by
  have e := h.sub_left 0
  rw [Int.zero_sub, Int.zero_sub] at e
  exact e
protected theorem mul (h₁ : a ≡ b [ZMOD n]) (h₂ : c ≡ d [ZMOD n]) : a * c ≡ b * d [ZMOD n] := by
  rw [ModEq, mul_emod, h₁, h₂, ← mul_emod]
protected theorem mul_left (c : Int) (h : a ≡ b [ZMOD n]) : c * a ≡ c * b [ZMOD n] := ModEq.rfl.mul h
protected theorem mul_right (c : Int) (h : a ≡ b [ZMOD n]) : a * c ≡ b * c [ZMOD n] := h.mul ModEq.rfl
protected theorem mul_left' (h : a ≡ b [ZMOD n]) : c * a ≡ c * b [ZMOD c * n] := by
  rw [modEq_iff_dvd, ← Int.mul_sub]
  exact Int.mul_dvd_mul (Int.dvd_refl c) h.dvd
protected theorem mul_right' (h : a ≡ b [ZMOD n]) : a * c ≡ b * c [ZMOD n * c] := by
  rw [Int.mul_comm a, Int.mul_comm b, Int.mul_comm n]
  exact h.mul_left'
protected theorem pow (m : Nat) (h : a ≡ b [ZMOD n]) : a ^ m ≡ b ^ m [ZMOD n] := by
  induction m with
  | zero => exact ModEq.rfl
  | succ m ih => exact ih.mul h
protected theorem of_dvd (d : m ∣ n) (h : a ≡ b [ZMOD n]) : a ≡ b [ZMOD m] :=
  modEq_iff_dvd.mpr (Int.dvd_trans d h.dvd)
theorem of_mul_left (m : Int) (h : a ≡ b [ZMOD m * n]) : a ≡ b [ZMOD n] := h.of_dvd (Int.dvd_mul_left m n)
theorem of_mul_right (m : Int) (h : a ≡ b [ZMOD n * m]) : a ≡ b [ZMOD n] := h.of_dvd (Int.dvd_mul_right n m)
protected theorem add_left_cancel (h₁ : a ≡ b [ZMOD n]) (h₂ : a + c ≡ b + d [ZMOD n]) : c ≡ d [ZMOD n] := by
  have e := h₂.sub h₁
  rw [Int.add_sub_cancel_left, Int.add_sub_cancel_left] at e
  exact e
protected theorem add_left_cancel' (c : Int) (h : c + a ≡ c + b [ZMOD n]) : a ≡ b [ZMOD n] :=
  ModEq.rfl.add_left_cancel h
protected theorem add_right_cancel (h₁ : c ≡ d [ZMOD n]) (h₂ : a + c ≡ b + d [ZMOD n]) : a ≡ b [ZMOD n] := by
  rw [Int.add_comm a, Int.add_comm b] at h₂
  exact h₁.add_left_cancel h₂
protected theorem add_right_cancel' (c : Int) (h : a + c ≡ b + c [ZMOD n]) : a ≡ b [ZMOD n] :=
  ModEq.rfl.add_right_cancel h

end ModEq

theorem modEq_comm : a ≡ b [ZMOD n] ↔ b ≡ a [ZMOD n] := ⟨ModEq.symm, ModEq.symm⟩
theorem modEq_of_dvd (h : n ∣ b - a) : a ≡ b [ZMOD n] := modEq_iff_dvd.mpr h
theorem modEq_zero_iff_dvd : a ≡ 0 [ZMOD n] ↔ n ∣ a := by rw [ModEq, zero_emod, dvd_iff_emod_eq_zero]
theorem modEq_iff_add_fac : a ≡ b [ZMOD n] ↔ ∃ t, b = a + n * t :=
  modEq_iff_dvd.trans (exists_congr fun t => by rw [Int.sub_eq_iff_eq_add, Int.add_comm])
theorem natCast_modEq_iff {a b n : Nat} : a ≡ b [ZMOD n] ↔ a ≡ b [MOD n] := natCast_inj
theorem mod_modEq (a n : Int) : a % n ≡ a [ZMOD n] := emod_emod a n
@[simp] theorem modEq_neg : a ≡ b [ZMOD -n] ↔ a ≡ b [ZMOD n] := by
  rw [modEq_iff_dvd, Int.neg_dvd, modEq_iff_dvd]
@[simp] theorem neg_modEq_neg : -a ≡ -b [ZMOD n] ↔ a ≡ b [ZMOD n] :=
  ⟨fun h => Int.neg_neg a ▸ Int.neg_neg b ▸ h.neg, ModEq.neg⟩
@[simp] theorem modEq_zero_iff : a ≡ b [ZMOD 0] ↔ a = b := by rw [ModEq, emod_zero, emod_zero]
theorem modEq_one : a ≡ b [ZMOD 1] := modEq_of_dvd (Int.one_dvd _)
theorem modEq_sub (a b : Int) : a ≡ b [ZMOD a - b] := ModEq.symm (modEq_of_dvd (Int.dvd_refl _))
@[simp] theorem add_modEq_left : n + a ≡ a [ZMOD n] := add_emod_left n a
@[simp] theorem add_modEq_right : a + n ≡ a [ZMOD n] := add_emod_right a n
theorem modEq_add_fac_self {a t n : Int} : a + n * t ≡ a [ZMOD n] := add_mul_emod_self_left a n t
theorem modEq_add_fac {a b n : Int} (c : Int) (ha : a ≡ b [ZMOD n]) : a + n * c ≡ b [ZMOD n] :=
  modEq_add_fac_self.trans ha

end Int
