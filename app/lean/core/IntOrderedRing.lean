/-
How the order of the integers goes with differences, products and powers.
-/
prelude
import Lemmata.IntOrder
import Lemmata.IntRing
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Int

variable {a b c d : Int}

/-! ## Order and differences -/

protected theorem sub_le_sub_left (h : a ≤ b) (c : Int) : c - b ≤ c - a :=
  Int.add_le_add_left (Int.neg_le_neg h) c
protected theorem sub_le_sub_right (h : a ≤ b) (c : Int) : a - c ≤ b - c := Int.add_le_add_right h (-c)
protected theorem sub_le_sub (hab : a ≤ b) (hcd : c ≤ d) : a - d ≤ b - c :=
  Int.add_le_add hab (Int.neg_le_neg hcd)
protected theorem sub_lt_sub_left (h : a < b) (c : Int) : c - b < c - a :=
  Int.add_lt_add_left (Int.neg_lt_neg h) c
protected theorem sub_lt_sub_right (h : a < b) (c : Int) : a - c < b - c := Int.add_lt_add_right h (-c)
protected theorem sub_lt_sub (hab : a < b) (hcd : c < d) : a - d < b - c :=
  Int.add_lt_add hab (Int.neg_lt_neg hcd)
private theorem le_sub_iff_add_le : a ≤ b - c ↔ a + c ≤ b := by
  rw [← Int.add_le_add_iff_right c, Int.sub_add_cancel]
private theorem sub_le_iff_le_add : a - b ≤ c ↔ a ≤ c + b := by
  rw [← Int.add_le_add_iff_right b, Int.sub_add_cancel]
private theorem lt_sub_iff_add_lt : a < b - c ↔ a + c < b := by
  rw [← Int.add_lt_add_iff_right c, Int.sub_add_cancel]
protected theorem sub_lt_iff : a - b < c ↔ a < c + b := by
  rw [← Int.add_lt_add_iff_right b, Int.sub_add_cancel]
@[simp high] protected theorem sub_nonneg : 0 ≤ a - b ↔ b ≤ a := by rw [le_sub_iff_add_le, Int.zero_add]
@[simp high] protected theorem sub_pos : 0 < a - b ↔ b < a := by rw [lt_sub_iff_add_lt, Int.zero_add]
private theorem sub_nonpos : a - b ≤ 0 ↔ a ≤ b := by rw [sub_le_iff_le_add, Int.zero_add]
private theorem sub_neg_iff_lt : a - b < 0 ↔ a < b := by rw [Int.sub_lt_iff, Int.zero_add]
protected theorem sub_nonneg_of_le (h : b ≤ a) : 0 ≤ a - b := Int.sub_nonneg.mpr h
protected theorem le_of_sub_nonneg (h : 0 ≤ a - b) : b ≤ a := Int.sub_nonneg.mp h
protected theorem sub_pos_of_lt (h : b < a) : 0 < a - b := Int.sub_pos.mpr h
protected theorem lt_of_sub_pos (h : 0 < a - b) : b < a := Int.sub_pos.mp h
protected theorem sub_nonpos_of_le (h : a ≤ b) : a - b ≤ 0 := sub_nonpos.mpr h
protected theorem le_of_sub_nonpos (h : a - b ≤ 0) : a ≤ b := sub_nonpos.mp h
protected theorem sub_neg_of_lt (h : a < b) : a - b < 0 := sub_neg_iff_lt.mpr h
protected theorem lt_of_sub_neg (h : a - b < 0) : a < b := sub_neg_iff_lt.mp h
protected theorem sub_le_self (a : Int) {b : Int} (h : 0 ≤ b) : a - b ≤ a :=
  sub_le_iff_le_add.mpr (Int.le_add_of_nonneg_right h)
protected theorem sub_lt_self (a : Int) {b : Int} (h : 0 < b) : a - b < a :=
  Int.sub_lt_iff.mpr (Int.lt_add_of_pos_right a h)
protected theorem sub_left_le_of_le_add (h : a ≤ b + c) : a - b ≤ c :=
  sub_le_iff_le_add.mpr (Int.add_comm b c ▸ h)
protected theorem sub_right_le_of_le_add (h : a ≤ b + c) : a - c ≤ b := sub_le_iff_le_add.mpr h
protected theorem le_sub_right_of_add_le (h : a + b ≤ c) : a ≤ c - b := le_sub_iff_add_le.mpr h
protected theorem le_sub_left_of_add_le (h : a + b ≤ c) : b ≤ c - a :=
  le_sub_iff_add_le.mpr (Int.add_comm a b ▸ h)
protected theorem add_le_of_le_sub_right (h : a ≤ c - b) : a + b ≤ c := le_sub_iff_add_le.mp h
protected theorem add_le_of_le_sub_left (h : b ≤ c - a) : a + b ≤ c :=
  Int.add_comm b a ▸ le_sub_iff_add_le.mp h
protected theorem le_add_of_sub_right_le (h : a - c ≤ b) : a ≤ b + c := sub_le_iff_le_add.mp h
protected theorem le_add_of_sub_left_le (h : a - b ≤ c) : a ≤ b + c :=
  Int.add_comm c b ▸ sub_le_iff_le_add.mp h
protected theorem lt_sub_right_of_add_lt (h : a + b < c) : a < c - b := lt_sub_iff_add_lt.mpr h
protected theorem lt_sub_left_of_add_lt (h : a + b < c) : b < c - a :=
  lt_sub_iff_add_lt.mpr (Int.add_comm a b ▸ h)
protected theorem add_lt_of_lt_sub_right (h : a < c - b) : a + b < c := lt_sub_iff_add_lt.mp h
protected theorem add_lt_of_lt_sub_left (h : b < c - a) : a + b < c :=
  Int.add_comm b a ▸ lt_sub_iff_add_lt.mp h
protected theorem lt_add_of_sub_right_lt (h : a - c < b) : a < b + c := Int.sub_lt_iff.mp h
protected theorem lt_add_of_sub_left_lt (h : a - b < c) : a < b + c := Int.add_comm c b ▸ Int.sub_lt_iff.mp h
protected theorem sub_right_lt_of_lt_add (h : a < b + c) : a - c < b := Int.sub_lt_iff.mpr h
protected theorem sub_left_lt_of_lt_add (h : a < b + c) : a - b < c :=
  Int.sub_lt_iff.mpr (Int.add_comm b c ▸ h)
protected theorem add_le_iff_le_sub : a + b ≤ c ↔ a ≤ c - b := le_sub_iff_add_le.symm
protected theorem le_add_iff_sub_le : a ≤ b + c ↔ a - c ≤ b := sub_le_iff_le_add.symm
protected theorem le_neg_of_le_neg (h : a ≤ -b) : b ≤ -a := Int.neg_neg b ▸ Int.neg_le_neg h
protected theorem neg_le_of_neg_le (h : -a ≤ b) : -b ≤ a := Int.neg_neg a ▸ Int.neg_le_neg h
protected theorem lt_neg_of_lt_neg (h : a < -b) : b < -a := Int.neg_neg b ▸ Int.neg_lt_neg h
protected theorem neg_lt_of_neg_lt (h : -a < b) : -b < a := Int.neg_neg a ▸ Int.neg_lt_neg h
@[simp] protected theorem sub_le_sub_left_iff : c - a ≤ c - b ↔ b ≤ a :=
  (Int.add_le_add_iff_left c).trans Int.neg_le_neg_iff
@[simp] protected theorem sub_le_sub_right_iff : a - c ≤ b - c ↔ a ≤ b := Int.add_le_add_iff_right (-c)
@[simp] protected theorem sub_lt_sub_left_iff : c - a < c - b ↔ b < a :=
  (Int.add_lt_add_iff_left c).trans Int.neg_lt_neg_iff
@[simp] protected theorem sub_lt_sub_right_iff : a - c < b - c ↔ a < b := Int.add_lt_add_iff_right (-c)
theorem le_add_one_iff {m n : Int} : m ≤ n + 1 ↔ m ≤ n ∨ m = n + 1 := by
  rw [Int.le_iff_lt_or_eq, ← Int.le_iff_lt_add_one]
theorem sub_one_lt_of_le (h : a ≤ b) : a - 1 < b := Int.sub_lt_iff.mpr (lt_add_one_of_le h)
theorem le_of_sub_one_lt (h : a - 1 < b) : a ≤ b := le_of_lt_add_one (Int.sub_lt_iff.mp h)
theorem le_sub_one_of_lt (h : a < b) : a ≤ b - 1 := Int.le_sub_right_of_add_le h
theorem lt_of_le_sub_one (h : a ≤ b - 1) : a < b := Int.add_le_of_le_sub_right h
theorem sub_one_lt_iff {m n : Int} : m - 1 < n ↔ m ≤ n := ⟨le_of_sub_one_lt, sub_one_lt_of_le⟩
theorem le_sub_one_iff {m n : Int} : m ≤ n - 1 ↔ m < n := ⟨lt_of_le_sub_one, le_sub_one_of_lt⟩

/-! ## Order and products -/

protected theorem mul_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb
  exact ofNat_zero_le (m * n)
protected theorem mul_pos (ha : 0 < a) (hb : 0 < b) : 0 < a * b :=
  Int.lt_iff_le_and_ne.mpr ⟨Int.mul_nonneg (Int.le_of_lt ha) (Int.le_of_lt hb),
    (Int.mul_ne_zero (Int.ne_of_gt ha) (Int.ne_of_gt hb)).symm⟩
protected theorem mul_le_mul_of_nonneg_left (h₁ : a ≤ b) (h₂ : 0 ≤ c) : c * a ≤ c * b := by
  rw [← Int.sub_nonneg, ← Int.mul_sub]
  exact Int.mul_nonneg h₂ (Int.sub_nonneg_of_le h₁)
protected theorem mul_le_mul_of_nonneg_right (h₁ : a ≤ b) (h₂ : 0 ≤ c) : a * c ≤ b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]
  exact Int.mul_le_mul_of_nonneg_left h₁ h₂
protected theorem mul_lt_mul_of_pos_left (h₁ : a < b) (h₂ : 0 < c) : c * a < c * b := by
  rw [← Int.sub_pos, ← Int.mul_sub]
  exact Int.mul_pos h₂ (Int.sub_pos_of_lt h₁)
protected theorem mul_lt_mul_of_pos_right (h₁ : a < b) (h₂ : 0 < c) : a * c < b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]
  exact Int.mul_lt_mul_of_pos_left h₁ h₂
protected theorem mul_le_mul (hac : a ≤ c) (hbd : b ≤ d) (hb : 0 ≤ b) (hc : 0 ≤ c) : a * b ≤ c * d :=
  Int.le_trans (Int.mul_le_mul_of_nonneg_right hac hb) (Int.mul_le_mul_of_nonneg_left hbd hc)
protected theorem mul_lt_mul (h₁ : a < c) (h₂ : b ≤ d) (h₃ : 0 < b) (h₄ : 0 ≤ c) : a * b < c * d :=
  Int.lt_of_lt_of_le (Int.mul_lt_mul_of_pos_right h₁ h₃) (Int.mul_le_mul_of_nonneg_left h₂ h₄)
protected theorem mul_lt_mul' (h₁ : a ≤ c) (h₂ : b < d) (h₃ : 0 ≤ b) (h₄ : 0 < c) : a * b < c * d :=
  Int.lt_of_le_of_lt (Int.mul_le_mul_of_nonneg_right h₁ h₃) (Int.mul_lt_mul_of_pos_left h₂ h₄)
protected theorem mul_nonpos_of_nonneg_of_nonpos (ha : 0 ≤ a) (hb : b ≤ 0) : a * b ≤ 0 :=
  Int.mul_zero a ▸ Int.mul_le_mul_of_nonneg_left hb ha
protected theorem mul_nonpos_of_nonpos_of_nonneg (ha : a ≤ 0) (hb : 0 ≤ b) : a * b ≤ 0 :=
  Int.zero_mul b ▸ Int.mul_le_mul_of_nonneg_right ha hb
protected theorem mul_neg_of_pos_of_neg (ha : 0 < a) (hb : b < 0) : a * b < 0 :=
  Int.mul_zero a ▸ Int.mul_lt_mul_of_pos_left hb ha
protected theorem mul_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a * b < 0 :=
  Int.zero_mul b ▸ Int.mul_lt_mul_of_pos_right ha hb
protected theorem mul_nonneg_of_nonpos_of_nonpos (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b :=
  Int.neg_mul_neg a b ▸ Int.mul_nonneg (Int.neg_nonneg_of_nonpos ha) (Int.neg_nonneg_of_nonpos hb)
protected theorem mul_pos_of_neg_of_neg (ha : a < 0) (hb : b < 0) : 0 < a * b :=
  Int.neg_mul_neg a b ▸ Int.mul_pos (Int.neg_pos_of_neg ha) (Int.neg_pos_of_neg hb)
protected theorem mul_le_mul_of_nonpos_right (h : b ≤ a) (hc : c ≤ 0) : a * c ≤ b * c := by
  rw [← Int.neg_le_neg_iff, ← Int.mul_neg, ← Int.mul_neg]
  exact Int.mul_le_mul_of_nonneg_right h (Int.neg_nonneg_of_nonpos hc)
protected theorem mul_le_mul_of_nonpos_left (ha : a ≤ 0) (h : c ≤ b) : a * b ≤ a * c := by
  rw [Int.mul_comm a, Int.mul_comm a]
  exact Int.mul_le_mul_of_nonpos_right h ha
protected theorem mul_lt_mul_of_neg_left (h : b < a) (hc : c < 0) : c * a < c * b := by
  rw [← Int.neg_lt_neg_iff, ← Int.neg_mul, ← Int.neg_mul]
  exact Int.mul_lt_mul_of_pos_left h (Int.neg_pos_of_neg hc)
protected theorem mul_lt_mul_of_neg_right (h : b < a) (hc : c < 0) : a * c < b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]
  exact Int.mul_lt_mul_of_neg_left h hc
protected theorem le_of_mul_le_mul_left (w : a * b ≤ a * c) (h : 0 < a) : b ≤ c :=
  Int.le_of_not_gt fun l => Int.not_le_of_gt (Int.mul_lt_mul_of_pos_left l h) w
protected theorem le_of_mul_le_mul_right (w : b * a ≤ c * a) (h : 0 < a) : b ≤ c :=
  Int.le_of_not_gt fun l => Int.not_le_of_gt (Int.mul_lt_mul_of_pos_right l h) w
protected theorem lt_of_mul_lt_mul_left (w : a * b < a * c) (h : 0 ≤ a) : b < c :=
  Int.lt_of_not_ge fun l => Int.not_le_of_gt w (Int.mul_le_mul_of_nonneg_left l h)
protected theorem lt_of_mul_lt_mul_right (w : b * a < c * a) (h : 0 ≤ a) : b < c :=
  Int.lt_of_not_ge fun l => Int.not_le_of_gt w (Int.mul_le_mul_of_nonneg_right l h)
protected theorem nonneg_of_mul_nonneg_left (h : 0 ≤ a * b) (hb : 0 < b) : 0 ≤ a :=
  Int.le_of_not_gt fun l => Int.not_le_of_gt (Int.mul_neg_of_neg_of_pos l hb) h
protected theorem nonneg_of_mul_nonneg_right (h : 0 ≤ a * b) (ha : 0 < a) : 0 ≤ b :=
  Int.le_of_not_gt fun l => Int.not_le_of_gt (Int.mul_neg_of_pos_of_neg ha l) h
protected theorem mul_self_le_mul_self (h₁ : 0 ≤ a) (h₂ : a ≤ b) : a * a ≤ b * b :=
  Int.mul_le_mul h₂ h₂ h₁ (Int.le_trans h₁ h₂)
protected theorem mul_self_lt_mul_self (h₁ : 0 ≤ a) (h₂ : a < b) : a * a < b * b :=
  Int.mul_lt_mul' (Int.le_of_lt h₂) h₂ h₁ (Int.lt_of_le_of_lt h₁ h₂)
protected theorem pow_nonneg {n : Int} {m : Nat} (h : 0 ≤ n) : 0 ≤ n ^ m := by
  induction m with
  | zero => exact Int.one_nonneg
  | succ k ih => exact Int.mul_nonneg ih h
protected theorem pow_pos {n : Int} {m : Nat} (h : 0 < n) : 0 < n ^ m := by
  induction m with
  | zero => exact Int.one_pos
  | succ k ih => exact Int.mul_pos ih h

end Int
