/-
Congruences `a ≡ b [MOD n]` of natural numbers.
-/
prelude
import Lemmata.Gcd
import Lemmata.Notation
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat

/-- `a` and `b` leave the same remainder modulo `n`. -/
def ModEq (n a b : Nat) : Prop := a % n = b % n
@[inherit_doc] notation:50 a " ≡ " b " [MOD " n "]" => ModEq n a b

variable {a b c d k m n : Nat}

instance instDecidableModEq : Decidable (a ≡ b [MOD n]) := Nat.decEq (a % n) (b % n)

namespace ModEq

@[refl] protected theorem refl (a : Nat) : a ≡ a [MOD n] := rfl
protected theorem rfl : a ≡ a [MOD n] := ModEq.refl a
@[symm] protected theorem symm (h : a ≡ b [MOD n]) : b ≡ a [MOD n] := Eq.symm h
protected theorem trans (h₁ : a ≡ b [MOD n]) (h₂ : b ≡ c [MOD n]) : a ≡ c [MOD n] := Eq.trans h₁ h₂
instance instTrans : Trans (ModEq n) (ModEq n) (ModEq n) := ⟨Nat.ModEq.trans⟩
protected theorem comm : a ≡ b [MOD n] ↔ b ≡ a [MOD n] := ⟨ModEq.symm, ModEq.symm⟩
protected theorem add (h₁ : a ≡ b [MOD n]) (h₂ : c ≡ d [MOD n]) : a + c ≡ b + d [MOD n] := by
  rw [ModEq, add_mod, h₁, h₂, ← add_mod]
protected theorem add_left (c : Nat) (h : a ≡ b [MOD n]) : c + a ≡ c + b [MOD n] := ModEq.rfl.add h
protected theorem add_right (c : Nat) (h : a ≡ b [MOD n]) : a + c ≡ b + c [MOD n] := h.add ModEq.rfl
protected theorem mul (h₁ : a ≡ b [MOD n]) (h₂ : c ≡ d [MOD n]) : a * c ≡ b * d [MOD n] := by
  rw [ModEq, mul_mod, h₁, h₂, ← mul_mod]
protected theorem mul_left (c : Nat) (h : a ≡ b [MOD n]) : c * a ≡ c * b [MOD n] := ModEq.rfl.mul h
protected theorem mul_right (c : Nat) (h : a ≡ b [MOD n]) : a * c ≡ b * c [MOD n] := h.mul ModEq.rfl
protected theorem mul_left' (c : Nat) (h : a ≡ b [MOD n]) : c * a ≡ c * b [MOD c * n] := by
  rw [ModEq, mul_mod_mul_left, mul_mod_mul_left, h]
protected theorem mul_right' (c : Nat) (h : a ≡ b [MOD n]) : a * c ≡ b * c [MOD n * c] := by
  rw [ModEq, mul_mod_mul_right, mul_mod_mul_right, h]
protected theorem pow (m : Nat) (h : a ≡ b [MOD n]) : a ^ m ≡ b ^ m [MOD n] := by
  rw [ModEq, pow_mod, h, ← pow_mod]
theorem of_dvd (d : m ∣ n) (h : a ≡ b [MOD n]) : a ≡ b [MOD m] := by
  rw [ModEq, ← mod_mod_of_dvd a d, h, mod_mod_of_dvd b d]
theorem of_mul_left (m : Nat) (h : a ≡ b [MOD m * n]) : a ≡ b [MOD n] := h.of_dvd (Nat.dvd_mul_left n m)
theorem of_mul_right (m : Nat) (h : a ≡ b [MOD n * m]) : a ≡ b [MOD n] := h.of_dvd (Nat.dvd_mul_right n m)

end ModEq

theorem mod_modEq (a n : Nat) : a % n ≡ a [MOD n] := mod_mod a n
theorem modEq_zero_iff_dvd : a ≡ 0 [MOD n] ↔ n ∣ a := by rw [ModEq, zero_mod, dvd_iff_mod_eq_zero]
theorem modEq_iff_dvd' (h : a ≤ b) : a ≡ b [MOD n] ↔ n ∣ b - a := by
  constructor
  · exact fun e => dvd_of_mod_eq_zero (sub_mod_eq_zero_of_mod_eq (Eq.symm e))
  · intro d
    rcases d with ⟨k, e⟩
    rw [ModEq, ← Nat.add_sub_of_le h, e, add_mul_mod_self_left]

namespace ModEq

protected theorem add_right_cancel' (c : Nat) (h : a + c ≡ b + c [MOD n]) : a ≡ b [MOD n] := by
  cases Nat.le_total a b with
  | inl l =>
    have d := (modEq_iff_dvd' (Nat.add_le_add_right l c)).mp h
    rw [Nat.add_sub_add_right] at d
    exact (modEq_iff_dvd' l).mpr d
  | inr l =>
    have d := (modEq_iff_dvd' (Nat.add_le_add_right l c)).mp h.symm
    rw [Nat.add_sub_add_right] at d
    exact ((modEq_iff_dvd' l).mpr d).symm
protected theorem add_left_cancel' (c : Nat) (h : c + a ≡ c + b [MOD n]) : a ≡ b [MOD n] := by
  rw [Nat.add_comm c, Nat.add_comm c] at h
  exact h.add_right_cancel' c
protected theorem add_left_cancel (h₁ : a ≡ b [MOD n]) (h₂ : a + c ≡ b + d [MOD n]) : c ≡ d [MOD n] :=
  ModEq.add_left_cancel' b ((h₁.symm.add_right c).trans h₂)
protected theorem add_right_cancel (h₁ : c ≡ d [MOD n]) (h₂ : a + c ≡ b + d [MOD n]) : a ≡ b [MOD n] :=
  ModEq.add_right_cancel' d ((h₁.symm.add_left a).trans h₂)
protected theorem mul_left_cancel' {a b c m : Nat} (hc : c ≠ 0) (h : c * a ≡ c * b [MOD c * m]) :
    a ≡ b [MOD m] := by
  rw [ModEq, mul_mod_mul_left, mul_mod_mul_left] at h
  exact (Nat.mul_right_inj hc).mp h
theorem dvd_iff (h : a ≡ b [MOD m]) (hdm : d ∣ m) : d ∣ a ↔ d ∣ b := by
  rw [← modEq_zero_iff_dvd, ← modEq_zero_iff_dvd]
  exact ⟨(h.of_dvd hdm).symm.trans, (h.of_dvd hdm).trans⟩
theorem gcd_eq (h : a ≡ b [MOD m]) : gcd a m = gcd b m := by
  rw [gcd_comm, gcd_rec, h, ← gcd_rec, gcd_comm]
/-- A factor that is coprime to the modulus may be cancelled. -/
theorem cancel_left_of_coprime (hmc : gcd m c = 1) (h : c * a ≡ c * b [MOD m]) : a ≡ b [MOD m] := by
  have cancel {a b : Nat} (l : a ≤ b) (h : c * a ≡ c * b [MOD m]) : a ≡ b [MOD m] := by
    have d := (modEq_iff_dvd' (Nat.mul_le_mul_left c l)).mp h
    rw [← Nat.mul_sub] at d
    exact (modEq_iff_dvd' l).mpr (Coprime.dvd_of_dvd_mul_left hmc d)
  exact (Nat.le_total a b).elim (fun l => cancel l h) fun l => (cancel l h.symm).symm
theorem cancel_right_of_coprime (hmc : gcd m c = 1) (h : a * c ≡ b * c [MOD m]) : a ≡ b [MOD m] := by
  rw [Nat.mul_comm a, Nat.mul_comm b] at h
  exact cancel_left_of_coprime hmc h
theorem eq_of_lt_of_lt (h : a ≡ b [MOD m]) (ha : a < m) (hb : b < m) : a = b := by
  rw [ModEq, mod_eq_of_lt ha, mod_eq_of_lt hb] at h
  exact h

end ModEq

theorem modEq_one : a ≡ b [MOD 1] := by rw [ModEq, mod_one, mod_one]
@[simp] theorem modEq_zero_iff : a ≡ b [MOD 0] ↔ a = b := by rw [ModEq, Nat.mod_zero, Nat.mod_zero]
theorem add_modEq_left : n + a ≡ a [MOD n] := add_mod_left n a
theorem add_modEq_right : a + n ≡ a [MOD n] := add_mod_right a n
theorem modEq_iff_exists_eq_add (h : a ≤ b) : a ≡ b [MOD n] ↔ ∃ t, b = a + n * t :=
  (modEq_iff_dvd' h).trans (exists_congr fun _ => Nat.sub_eq_iff_eq_add' h)
theorem modEq_and_modEq_iff_modEq_mul (hmn : Coprime m n) :
    a ≡ b [MOD m] ∧ a ≡ b [MOD n] ↔ a ≡ b [MOD m * n] :=
  by
  have both {a b : Nat} (l : a ≤ b) (h : a ≡ b [MOD m]) (h' : a ≡ b [MOD n]) : a ≡ b [MOD m * n] :=
    (modEq_iff_dvd' l).mpr (hmn.mul_dvd_of_dvd_of_dvd ((modEq_iff_dvd' l).mp h) ((modEq_iff_dvd' l).mp h'))
  exact ⟨fun h => (Nat.le_total a b).elim (fun l => both l h.left h.right)
    fun l => (both l h.left.symm h.right.symm).symm, fun h => ⟨h.of_mul_right n, h.of_mul_left m⟩⟩

end Nat

theorem Dvd.dvd.modEq_zero_nat {a n : Nat} (h : n ∣ a) : a ≡ 0 [MOD n] := Nat.modEq_zero_iff_dvd.mpr h
theorem Dvd.dvd.zero_modEq_nat {a n : Nat} (h : n ∣ a) : 0 ≡ a [MOD n] := h.modEq_zero_nat.symm
