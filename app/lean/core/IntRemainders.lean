/-
Calculating with remainders of integers: sums, products, divisibility as remainder zero, balanced remainders.
-/
prelude
import Lemmata.IntDivision
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Int

variable {a b c k m n : Int}

/-! ## Calculating with remainders -/

@[simp] theorem add_mul_emod_self_right (a b c : Int) : (a + b * c) % c = a % c := by
  by_cases h : c = 0
  · rw [h, Int.mul_zero, Int.add_zero]
  · rw [emod_def, emod_def, add_mul_ediv_right a b h, Int.mul_add, Int.add_comm (c * (a / c)), ← Int.sub_sub,
      Int.mul_comm b, Int.add_sub_cancel]
@[simp] theorem add_mul_emod_self_left (a b c : Int) : (a + b * c) % b = a % b := by
  rw [Int.mul_comm, add_mul_emod_self_right]
@[simp] theorem mul_add_emod_self_right (a b c : Int) : (a * b + c) % b = c % b := by
  rw [Int.add_comm, add_mul_emod_self_right]
@[simp] theorem mul_add_emod_self_left (a b c : Int) : (a * b + c) % a = c % a := by
  rw [Int.add_comm, add_mul_emod_self_left]
@[simp] theorem add_emod_right (a b : Int) : (a + b) % b = a % b := by
  have e := add_mul_emod_self_left a b 1
  rw [Int.mul_one] at e
  exact e
@[simp] theorem add_emod_left (a b : Int) : (a + b) % a = b % a := by rw [Int.add_comm, add_emod_right]
@[simp] theorem mul_emod_left (a b : Int) : a * b % b = 0 := by
  rw [← Int.zero_add (a * b), add_mul_emod_self_right, zero_emod]
@[simp] theorem mul_emod_right (a b : Int) : a * b % a = 0 := by rw [Int.mul_comm, mul_emod_left]
@[simp] theorem emod_self : a % a = 0 := by
  have e := mul_emod_left 1 a
  rw [Int.one_mul] at e
  exact e
@[simp] theorem emod_one (a : Int) : a % 1 = 0 := Int.mul_one a ▸ mul_emod_left a 1
@[simp] theorem emod_add_emod (m n k : Int) : (m % n + k) % n = (m + k) % n := by
  rw [← add_mul_emod_self_left (m % n + k) n (m / n), Int.add_right_comm, emod_add_mul_ediv]
@[simp] theorem add_emod_emod (m n k : Int) : (m + n % k) % k = (m + n) % k := by
  rw [Int.add_comm, emod_add_emod, Int.add_comm]
@[simp] theorem emod_emod (a b : Int) : a % b % b = a % b := by
  have e := emod_add_emod a b 0
  rw [Int.add_zero, Int.add_zero] at e
  exact e
@[simp] theorem emod_emod_of_dvd (n : Int) {m k : Int} (h : m ∣ k) : n % k % m = n % m := by
  obtain ⟨c, rfl⟩ := h
  rw [← add_mul_emod_self_left (n % (m * c)) m (c * (n / (m * c))), ← Int.mul_assoc, emod_add_mul_ediv]
theorem add_emod (a b n : Int) : (a + b) % n = (a % n + b % n) % n := by rw [add_emod_emod, emod_add_emod]
private theorem emod_mul (a b n : Int) : a % n * b % n = a * b % n := by
  rw [← add_mul_emod_self_left (a % n * b) n (a / n * b), ← Int.mul_assoc, ← Int.add_mul, emod_add_mul_ediv]
theorem mul_emod (a b n : Int) : a * b % n = a % n * (b % n) % n := by
  rw [emod_mul, Int.mul_comm a (b % n), emod_mul, Int.mul_comm]
@[simp] theorem emod_sub_emod (m n k : Int) : (m % n - k) % n = (m - k) % n := emod_add_emod m n (-k)
theorem add_emod_eq_add_emod_right (i : Int) (h : m % n = k % n) : (m + i) % n = (k + i) % n := by
  rw [← emod_add_emod, h, emod_add_emod]
theorem add_emod_eq_add_emod_left (i : Int) (h : m % n = k % n) : (i + m) % n = (i + k) % n := by
  rw [← add_emod_emod, h, add_emod_emod]
theorem emod_add_cancel_right (i : Int) : (m + i) % n = (k + i) % n ↔ m % n = k % n :=
  ⟨fun h => by
    have e := add_emod_eq_add_emod_right (-i) h
    rw [Int.add_neg_cancel_right, Int.add_neg_cancel_right] at e
    exact e, add_emod_eq_add_emod_right i⟩
@[simp] theorem sub_emod_emod (m n k : Int) : (m - n % k) % k = (m - n) % k :=
  (emod_add_cancel_right (n % k)).mp (by rw [Int.sub_add_cancel, add_emod_emod, Int.sub_add_cancel])
theorem sub_emod (a b n : Int) : (a - b) % n = (a % n - b % n) % n := by rw [sub_emod_emod, emod_sub_emod]
theorem emod_eq_emod_iff_emod_sub_eq_zero : m % n = k % n ↔ (m - k) % n = 0 := by
  rw [← emod_add_cancel_right (-k), Int.add_right_neg, zero_emod]
  rfl
@[simp] theorem neg_emod_self (a : Int) : -a % a = 0 := by
  rw [Int.neg_eq_neg_one_mul, mul_emod_left]
@[simp] theorem sub_emod_right (a b : Int) : (a - b) % b = a % b := by
  rw [← add_emod_right (a - b) b, Int.sub_add_cancel]
private theorem ediv_emod_of_mul_pos (b c : Int) (h : 0 < a) :
    a * b / (a * c) = b / c ∧ a * b % (a * c) = a * (b % c) := by
  have pos : ∀ {c : Int}, 0 < c → a * b / (a * c) = b / c ∧ a * b % (a * c) = a * (b % c) := fun {c} hc =>
    (Int.ediv_emod_unique (Int.mul_pos h hc)).mpr
      ⟨by rw [Int.mul_assoc, ← Int.mul_add, emod_add_mul_ediv],
        Int.mul_nonneg (Int.le_of_lt h) (emod_nonneg b (Int.ne_of_gt hc)),
        Int.mul_lt_mul_of_pos_left (emod_lt_of_pos b hc) h⟩
  rcases Int.lt_trichotomy c 0 with hc | hc | hc
  · have e := pos (Int.neg_pos_of_neg hc)
    rw [Int.mul_neg, ediv_neg, ediv_neg, Int.neg_inj, emod_neg, emod_neg] at e
    exact e
  · rw [hc, Int.mul_zero, Int.ediv_zero, Int.ediv_zero, emod_zero, emod_zero]
    exact ⟨rfl, rfl⟩
  · exact pos hc
/-- A common positive factor of dividend and divisor can be cancelled. -/
@[simp] theorem mul_ediv_mul_of_pos {a : Int} (b c : Int) (h : 0 < a) : a * b / (a * c) = b / c :=
  (ediv_emod_of_mul_pos b c h).left
@[simp] theorem mul_ediv_mul_of_pos_left (a : Int) {b : Int} (c : Int) (h : 0 < b) :
    a * b / (c * b) = a / c := by
  rw [Int.mul_comm a, Int.mul_comm c, mul_ediv_mul_of_pos a c h]
@[simp] theorem mul_emod_mul_of_pos {a : Int} (b c : Int) (h : 0 < a) : a * b % (a * c) = a * (b % c) :=
  (ediv_emod_of_mul_pos b c h).right
theorem emod_two_eq (x : Int) : x % 2 = 0 ∨ x % 2 = 1 :=
  (Int.lt_or_eq_of_le (le_of_lt_add_one (emod_lt_of_pos x (b := 2) (by decide)) : x % 2 ≤ 1)).imp_left
    fun h => Int.le_antisymm (le_of_lt_add_one h) (emod_nonneg x (by decide))
theorem emod_two_eq_zero_or_one (n : Int) : n % 2 = 0 ∨ n % 2 = 1 := emod_two_eq n

/-! ## Remainder zero is divisibility -/

theorem emod_eq_zero_of_dvd (h : a ∣ b) : b % a = 0 := h.elim fun c e => e ▸ mul_emod_right a c
theorem dvd_of_emod_eq_zero (h : b % a = 0) : a ∣ b :=
  ⟨b / a, by
    have e := emod_add_mul_ediv b a
    rw [h, Int.zero_add] at e
    exact e.symm⟩
theorem dvd_iff_emod_eq_zero : a ∣ b ↔ b % a = 0 := ⟨emod_eq_zero_of_dvd, dvd_of_emod_eq_zero⟩
instance decidableDvd : DecidableRel (α := Int) (β := Int) (· ∣ ·) :=
  fun _ _ => decidable_of_iff _ dvd_iff_emod_eq_zero.symm
theorem dvd_eq_true_of_mod_eq_zero (h : b % a == 0) : (a ∣ b) = True :=
  eq_true (dvd_of_emod_eq_zero (of_decide_eq_true h))
theorem dvd_eq_false_of_mod_ne_zero (h : b % a != 0) : (a ∣ b) = False :=
  eq_false fun d => by
    rw [emod_eq_zero_of_dvd d] at h
    exact absurd h (by decide)
theorem mul_ediv_cancel_of_emod_eq_zero (h : a % b = 0) : b * (a / b) = a := by
  have e := emod_add_mul_ediv a b
  rw [h, Int.zero_add] at e
  exact e
theorem ediv_mul_cancel_of_emod_eq_zero (h : a % b = 0) : a / b * b = a :=
  Int.mul_comm b (a / b) ▸ mul_ediv_cancel_of_emod_eq_zero h
protected theorem ediv_mul_cancel (h : b ∣ a) : a / b * b = a :=
  ediv_mul_cancel_of_emod_eq_zero (emod_eq_zero_of_dvd h)
protected theorem mul_ediv_cancel' (h : a ∣ b) : a * (b / a) = b :=
  mul_ediv_cancel_of_emod_eq_zero (emod_eq_zero_of_dvd h)
protected theorem mul_ediv_assoc (a : Int) (h : c ∣ b) : a * b / c = a * (b / c) := by
  obtain ⟨d, rfl⟩ := h
  by_cases hc : c = 0
  · rw [hc, Int.ediv_zero, Int.ediv_zero, Int.mul_zero]
  · rw [Int.mul_left_comm, mul_ediv_cancel_left _ hc, mul_ediv_cancel_left _ hc]
theorem neg_ediv_of_dvd (h : b ∣ a) : -a / b = -(a / b) := by
  rw [Int.neg_eq_neg_one_mul, Int.mul_ediv_assoc (-1) h, ← Int.neg_eq_neg_one_mul]
theorem add_ediv_of_dvd_right (h : c ∣ b) : (a + b) / c = a / c + b / c := by
  obtain ⟨d, rfl⟩ := h
  by_cases hc : c = 0
  · rw [hc, Int.ediv_zero, Int.ediv_zero, Int.ediv_zero]
    rfl
  · rw [add_mul_ediv_left a d hc, mul_ediv_cancel_left _ hc]
theorem add_ediv_of_dvd_left (h : c ∣ a) : (a + b) / c = a / c + b / c := by
  rw [Int.add_comm, add_ediv_of_dvd_right h, Int.add_comm]
theorem sub_ediv_of_dvd (a : Int) (h : c ∣ b) : (a - b) / c = a / c - b / c := by
  rw [Int.sub_eq_add_neg, add_ediv_of_dvd_right (Int.dvd_neg.mpr h), neg_ediv_of_dvd h]
  rfl
protected theorem ediv_eq_of_eq_mul_right (h : b ≠ 0) (h' : a = b * c) : a / b = c :=
  h' ▸ mul_ediv_cancel_left c h
protected theorem ediv_eq_of_eq_mul_left (h : b ≠ 0) (h' : a = c * b) : a / b = c := h' ▸ mul_ediv_cancel c h
theorem emod_pos_of_not_dvd (h : ¬a ∣ b) : a = 0 ∨ 0 < b % a :=
  (Decidable.em (a = 0)).imp_right fun ha =>
    Int.lt_iff_le_and_ne.mpr ⟨emod_nonneg b ha, fun e => h (dvd_of_emod_eq_zero e.symm)⟩
theorem dvd_self_sub_of_emod_eq (h : a % b = c) : b ∣ a - c :=
  ⟨a / b, by rw [← h, Int.sub_eq_iff_eq_add, Int.add_comm, emod_add_mul_ediv]⟩

/-! ## The balanced remainder -/

theorem bmod_def (x : Int) (m : Nat) : bmod x m = if x % m < (m + 1) / 2 then x % m else x % m - m := rfl
@[simp] theorem bmod_emod {x : Int} {m : Nat} : bmod x m % m = x % m := by
  rw [bmod_def]
  split
  · exact emod_emod x m
  · rw [← add_emod_right (x % m - m) m, Int.sub_add_cancel, emod_emod]

end Int
