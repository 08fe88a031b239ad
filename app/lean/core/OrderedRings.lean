/-
Products and order: which products keep an inequality, which signs products have, squares and powers.

Stated for `IsOrderedRing` and `IsStrictOrderedRing`, where Mathlib has a class for each law.
-/
prelude
import Lemmata.OrderedGroups
import Lemmata.Rings
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

/-- `0 ≤ 1`. -/
class ZeroLEOneClass (α : Type u) [Zero α] [One α] [LE α] : Prop where
  zero_le_one : (0 : α) ≤ 1
/-- A semiring in which sums, and products with numbers that are not negative, keep `≤`. -/
class IsOrderedRing (R : Type u) [Semiring R] [PartialOrder R] : Prop
    extends IsOrderedAddMonoid R, ZeroLEOneClass R where
  protected mul_le_mul_of_nonneg_left : ∀ a : R, 0 ≤ a → ∀ b c : R, b ≤ c → a * b ≤ a * c
  protected mul_le_mul_of_nonneg_right : ∀ a : R, 0 ≤ a → ∀ b c : R, b ≤ c → b * a ≤ c * a
/-- A semiring in which sums, and products with positive numbers, keep `<`. -/
class IsStrictOrderedRing (R : Type u) [Semiring R] [PartialOrder R] : Prop
    extends IsOrderedCancelAddMonoid R, ZeroLEOneClass R, Nontrivial R where
  protected mul_lt_mul_of_pos_left : ∀ a : R, 0 < a → ∀ b c : R, b < c → a * b < a * c
  protected mul_lt_mul_of_pos_right : ∀ a : R, 0 < a → ∀ b c : R, b < c → b * a < c * a

section
variable {R : Type u} [Semiring R] [PartialOrder R]

instance (priority := 100) IsStrictOrderedRing.toIsOrderedRing [IsStrictOrderedRing R] : IsOrderedRing R where
  mul_le_mul_of_nonneg_left a ha b c h := (eq_or_lt_of_le ha).elim (fun e => by rw [← e, zero_mul, zero_mul])
    fun la => (eq_or_lt_of_le h).elim (fun e => by rw [e])
      fun lt => le_of_lt (IsStrictOrderedRing.mul_lt_mul_of_pos_left a la b c lt)
  mul_le_mul_of_nonneg_right a ha b c h := (eq_or_lt_of_le ha).elim (fun e => by rw [← e, mul_zero, mul_zero])
    fun la => (eq_or_lt_of_le h).elim (fun e => by rw [e])
      fun lt => le_of_lt (IsStrictOrderedRing.mul_lt_mul_of_pos_right a la b c lt)
@[simp] theorem zero_le_one {α : Type u} [Zero α] [One α] [LE α] [ZeroLEOneClass α] : (0 : α) ≤ 1 :=
  ZeroLEOneClass.zero_le_one
end

section
variable {R : Type u} [Semiring R] [PartialOrder R] [IsOrderedRing R] {a b c d : R}

theorem mul_le_mul_of_nonneg_left (hbc : b ≤ c) (ha : 0 ≤ a) : a * b ≤ a * c :=
  IsOrderedRing.mul_le_mul_of_nonneg_left a ha b c hbc
theorem mul_le_mul_of_nonneg_right (hbc : b ≤ c) (ha : 0 ≤ a) : b * a ≤ c * a :=
  IsOrderedRing.mul_le_mul_of_nonneg_right a ha b c hbc
/-- Inequalities between numbers that are not negative can be multiplied. -/
theorem mul_le_mul (h₁ : a ≤ b) (h₂ : c ≤ d) (hc : 0 ≤ c) (hb : 0 ≤ b) : a * c ≤ b * d :=
  le_trans (mul_le_mul_of_nonneg_right h₁ hc) (mul_le_mul_of_nonneg_left h₂ hb)
theorem mul_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  have := mul_le_mul_of_nonneg_left hb ha
  rwa [mul_zero] at this
theorem mul_nonpos_of_nonneg_of_nonpos (ha : 0 ≤ a) (hb : b ≤ 0) : a * b ≤ 0 := by
  have := mul_le_mul_of_nonneg_left hb ha
  rwa [mul_zero] at this
theorem mul_nonpos_of_nonpos_of_nonneg (ha : a ≤ 0) (hb : 0 ≤ b) : a * b ≤ 0 := by
  have := mul_le_mul_of_nonneg_right ha hb
  rwa [zero_mul] at this
theorem mul_self_le_mul_self (ha : 0 ≤ a) (hab : a ≤ b) : a * a ≤ b * b :=
  mul_le_mul hab hab ha (le_trans ha hab)
theorem le_mul_of_one_le_right (ha : 0 ≤ a) (h : 1 ≤ b) : a ≤ a * b := by
  have := mul_le_mul_of_nonneg_left h ha
  rwa [mul_one] at this
theorem le_mul_of_one_le_left (hb : 0 ≤ b) (h : 1 ≤ a) : b ≤ a * b := by
  have := mul_le_mul_of_nonneg_right h hb
  rwa [one_mul] at this
theorem mul_le_of_le_one_right (ha : 0 ≤ a) (h : b ≤ 1) : a * b ≤ a := by
  have := mul_le_mul_of_nonneg_left h ha
  rwa [mul_one] at this
theorem mul_le_of_le_one_left (hb : 0 ≤ b) (h : a ≤ 1) : a * b ≤ b := by
  have := mul_le_mul_of_nonneg_right h hb
  rwa [one_mul] at this
@[simp] theorem pow_nonneg (ha : 0 ≤ a) (n : Nat) : 0 ≤ a ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact zero_le_one
  | succ k ih => rw [pow_succ]; exact mul_nonneg ih ha
theorem pow_le_pow_left₀ (ha : 0 ≤ a) (hab : a ≤ b) (n : Nat) : a ^ n ≤ b ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero]
  | succ k ih => rw [pow_succ, pow_succ]; exact mul_le_mul ih hab ha (pow_nonneg (le_trans ha hab) k)
theorem one_le_pow₀ (ha : 1 ≤ a) {n : Nat} : 1 ≤ a ^ n := by
  induction n with
  | zero => rw [pow_zero]
  | succ k ih => rw [pow_succ]; exact le_trans ih (le_mul_of_one_le_right (le_trans zero_le_one ih) ha)
theorem pow_le_pow_right₀ (ha : 1 ≤ a) {m n : Nat} (hmn : m ≤ n) : a ^ m ≤ a ^ n :=
  (Nat.le.dest hmn).elim fun k e => by
    rw [← e, pow_add]
    exact le_mul_of_one_le_right (pow_nonneg (le_trans zero_le_one ha) m) (one_le_pow₀ ha)
@[simp] theorem Nat.cast_nonneg' (n : Nat) : 0 ≤ (n : R) := by
  induction n with
  | zero => rw [Nat.cast_zero]
  | succ k ih => rw [Nat.cast_succ]; exact add_nonneg ih zero_le_one
@[simp] theorem zero_le_two : (0 : R) ≤ 2 := Nat.cast_nonneg' 2
end

/-! ## Strict inequalities -/

section
variable {R : Type u} [Semiring R] [PartialOrder R] [IsStrictOrderedRing R] {a b c d : R}

@[simp] theorem zero_lt_one : (0 : R) < 1 := lt_of_le_of_ne zero_le_one zero_ne_one
theorem one_pos : (0 : R) < 1 := zero_lt_one
theorem lt_add_one (a : R) : a < a + 1 := lt_add_of_pos_right a zero_lt_one
theorem lt_one_add (a : R) : a < 1 + a := lt_add_of_pos_left a zero_lt_one
@[simp] theorem zero_lt_two : (0 : R) < 2 := one_add_one_eq_two (R := R) ▸ add_pos zero_lt_one zero_lt_one
@[simp] theorem zero_lt_three : (0 : R) < 3 := two_add_one_eq_three (R := R) ▸ add_pos zero_lt_two zero_lt_one
@[simp] theorem zero_lt_four : (0 : R) < 4 := two_add_two_eq_four (R := R) ▸ add_pos zero_lt_two zero_lt_two
theorem two_pos : (0 : R) < 2 := zero_lt_two
theorem three_pos : (0 : R) < 3 := zero_lt_three
theorem four_pos : (0 : R) < 4 := zero_lt_four
theorem one_lt_two : (1 : R) < 2 := one_add_one_eq_two (R := R) ▸ lt_add_one 1
theorem one_le_two : (1 : R) ≤ 2 := le_of_lt one_lt_two
theorem mul_lt_mul_of_pos_left (hbc : b < c) (ha : 0 < a) : a * b < a * c :=
  IsStrictOrderedRing.mul_lt_mul_of_pos_left a ha b c hbc
theorem mul_lt_mul_of_pos_right (hbc : b < c) (ha : 0 < a) : b * a < c * a :=
  IsStrictOrderedRing.mul_lt_mul_of_pos_right a ha b c hbc
/-- A product of positive numbers is positive. -/
theorem mul_pos (ha : 0 < a) (hb : 0 < b) : 0 < a * b := by
  have := mul_lt_mul_of_pos_left hb ha
  rwa [mul_zero] at this
theorem mul_neg_of_pos_of_neg (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have := mul_lt_mul_of_pos_left hb ha
  rwa [mul_zero] at this
theorem mul_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a * b < 0 := by
  have := mul_lt_mul_of_pos_right ha hb
  rwa [zero_mul] at this
theorem mul_lt_mul (hac : a < c) (hbd : b ≤ d) (hb : 0 < b) (hc : 0 ≤ c) : a * b < c * d :=
  lt_of_lt_of_le (mul_lt_mul_of_pos_right hac hb) (mul_le_mul_of_nonneg_left hbd hc)
theorem mul_lt_mul' (hac : a ≤ c) (hbd : b < d) (hb : 0 ≤ b) (hc : 0 < c) : a * b < c * d :=
  lt_of_le_of_lt (mul_le_mul_of_nonneg_right hac hb) (mul_lt_mul_of_pos_left hbd hc)
theorem mul_lt_mul'' (h₁ : a < b) (h₂ : c < d) (ha : 0 ≤ a) (hc : 0 ≤ c) : a * c < b * d :=
  mul_lt_mul' (le_of_lt h₁) h₂ hc (lt_of_le_of_lt ha h₁)
theorem mul_self_lt_mul_self (ha : 0 ≤ a) (hab : a < b) : a * a < b * b := mul_lt_mul'' hab hab ha ha
@[simp] theorem pow_pos (ha : 0 < a) (n : Nat) : 0 < a ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact zero_lt_one
  | succ k ih => rw [pow_succ]; exact mul_pos ih ha
theorem pow_lt_pow_left₀ (hab : a < b) (ha : 0 ≤ a) {n : Nat} (hn : n ≠ 0) : a ^ n < b ^ n := by
  cases n with
  | zero => exact absurd rfl hn
  | succ k =>
    rw [pow_succ, pow_succ]
    exact mul_lt_mul' (pow_le_pow_left₀ ha (le_of_lt hab) k) hab ha (pow_pos (lt_of_le_of_lt ha hab) k)
end

/-! ## Linear orders -/

section
variable {R : Type u} [Semiring R] [LinearOrder R] [IsStrictOrderedRing R] {a b c d : R}

theorem lt_of_mul_lt_mul_left (h : a * b < a * c) (a0 : 0 ≤ a) : b < c :=
  lt_of_not_ge fun n => not_le_of_gt h (mul_le_mul_of_nonneg_left n a0)
theorem lt_of_mul_lt_mul_right (h : b * a < c * a) (a0 : 0 ≤ a) : b < c :=
  lt_of_not_ge fun n => not_le_of_gt h (mul_le_mul_of_nonneg_right n a0)
theorem le_of_mul_le_mul_left (h : a * b ≤ a * c) (a0 : 0 < a) : b ≤ c :=
  le_of_not_gt fun n => not_lt_of_ge h (mul_lt_mul_of_pos_left n a0)
theorem le_of_mul_le_mul_right (h : b * a ≤ c * a) (a0 : 0 < a) : b ≤ c :=
  le_of_not_gt fun n => not_lt_of_ge h (mul_lt_mul_of_pos_right n a0)
@[simp] theorem mul_le_mul_iff_right₀ (a0 : 0 < a) : a * b ≤ a * c ↔ b ≤ c :=
  ⟨fun h => le_of_mul_le_mul_left h a0, fun h => mul_le_mul_of_nonneg_left h (le_of_lt a0)⟩
@[simp] theorem mul_le_mul_iff_left₀ (a0 : 0 < a) : b * a ≤ c * a ↔ b ≤ c :=
  ⟨fun h => le_of_mul_le_mul_right h a0, fun h => mul_le_mul_of_nonneg_right h (le_of_lt a0)⟩
@[simp] theorem mul_lt_mul_iff_right₀ (a0 : 0 < a) : a * b < a * c ↔ b < c :=
  ⟨fun h => lt_of_mul_lt_mul_left h (le_of_lt a0), fun h => mul_lt_mul_of_pos_left h a0⟩
@[simp] theorem mul_lt_mul_iff_left₀ (a0 : 0 < a) : b * a < c * a ↔ b < c :=
  ⟨fun h => lt_of_mul_lt_mul_right h (le_of_lt a0), fun h => mul_lt_mul_of_pos_right h a0⟩
theorem mul_le_mul_iff_of_pos_left (a0 : 0 < a) : a * b ≤ a * c ↔ b ≤ c := mul_le_mul_iff_right₀ a0
theorem mul_le_mul_iff_of_pos_right (a0 : 0 < a) : b * a ≤ c * a ↔ b ≤ c := mul_le_mul_iff_left₀ a0
theorem mul_lt_mul_iff_of_pos_left (a0 : 0 < a) : a * b < a * c ↔ b < c := mul_lt_mul_iff_right₀ a0
theorem mul_lt_mul_iff_of_pos_right (a0 : 0 < a) : b * a < c * a ↔ b < c := mul_lt_mul_iff_left₀ a0
theorem pos_of_mul_pos_right (h : 0 < a * b) (ha : 0 ≤ a) : 0 < b :=
  lt_of_mul_lt_mul_left ((mul_zero a).symm ▸ h) ha
theorem pos_of_mul_pos_left (h : 0 < a * b) (hb : 0 ≤ b) : 0 < a :=
  lt_of_mul_lt_mul_right ((zero_mul b).symm ▸ h) hb
@[simp] theorem mul_pos_iff_of_pos_left (h : 0 < a) : 0 < a * b ↔ 0 < b :=
  ⟨fun h' => pos_of_mul_pos_right h' (le_of_lt h), mul_pos h⟩
@[simp] theorem mul_pos_iff_of_pos_right (h : 0 < b) : 0 < a * b ↔ 0 < a :=
  ⟨fun h' => pos_of_mul_pos_left h' (le_of_lt h), fun h' => mul_pos h' h⟩
theorem lt_of_pow_lt_pow_left₀ (n : Nat) (hb : 0 ≤ b) (h : a ^ n < b ^ n) : a < b :=
  lt_of_not_ge fun n' => not_le_of_gt h (pow_le_pow_left₀ hb n' n)
theorem le_of_sq_le_sq (h : a ^ 2 ≤ b ^ 2) (hb : 0 ≤ b) : a ≤ b :=
  le_of_not_gt fun l => not_le_of_gt (pow_lt_pow_left₀ l hb (Nat.succ_ne_zero 1)) h
end

section
variable {R : Type u} [Ring R] [PartialOrder R] {a b c : R}

theorem mul_nonneg_of_nonpos_of_nonpos [IsOrderedRing R] (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b :=
  neg_mul_neg a b ▸ mul_nonneg (neg_nonneg.mpr ha) (neg_nonneg.mpr hb)
theorem mul_pos_of_neg_of_neg [IsStrictOrderedRing R] (ha : a < 0) (hb : b < 0) : 0 < a * b :=
  neg_mul_neg a b ▸ mul_pos (neg_pos.mpr ha) (neg_pos.mpr hb)
theorem mul_le_mul_of_nonpos_left [IsOrderedRing R] (h : b ≤ a) (hc : c ≤ 0) : c * a ≤ c * b :=
  neg_le_neg_iff.mp (by
    rw [← neg_mul, ← neg_mul]
    exact mul_le_mul_of_nonneg_left h (neg_nonneg.mpr hc))
theorem mul_le_mul_of_nonpos_right [IsOrderedRing R] (h : b ≤ a) (hc : c ≤ 0) : a * c ≤ b * c :=
  neg_le_neg_iff.mp (by
    rw [← mul_neg, ← mul_neg]
    exact mul_le_mul_of_nonneg_right h (neg_nonneg.mpr hc))
end

section
variable {R : Type u} [Ring R] [LinearOrder R] [IsStrictOrderedRing R] {a b : R}

/-- A number times itself is not negative. -/
theorem mul_self_nonneg (a : R) : 0 ≤ a * a :=
  (le_total 0 a).elim (fun h => mul_nonneg h h) fun h => mul_nonneg_of_nonpos_of_nonpos h h
/-- Squares are not negative. -/
@[simp] theorem sq_nonneg (a : R) : 0 ≤ a ^ 2 := pow_two a ▸ mul_self_nonneg a
theorem mul_self_pos : 0 < a * a ↔ a ≠ 0 :=
  ⟨fun h e => lt_irrefl (0 : R) (by rwa [e, mul_zero] at h), fun h => (lt_or_gt_of_ne h).elim
    (fun l => mul_pos_of_neg_of_neg l l) fun l => mul_pos l l⟩
theorem sq_pos_of_ne_zero (h : a ≠ 0) : 0 < a ^ 2 := pow_two a ▸ mul_self_pos.mpr h
instance (priority := 100) IsStrictOrderedRing.noZeroDivisors : NoZeroDivisors R :=
  ⟨fun {_ _} h => of_not_not fun n => (lt_or_gt_of_ne (mt Or.inl n)).elim
    (fun la => (lt_or_gt_of_ne (mt Or.inr n)).elim (fun lb => ne_of_gt (mul_pos_of_neg_of_neg la lb) h)
      fun lb => ne_of_lt (mul_neg_of_neg_of_pos la lb) h)
    fun la => (lt_or_gt_of_ne (mt Or.inr n)).elim (fun lb => ne_of_lt (mul_neg_of_pos_of_neg la lb) h)
      fun lb => ne_of_gt (mul_pos la lb) h⟩
theorem two_mul_le_add_sq {R : Type u} [CommRing R] [LinearOrder R] [IsStrictOrderedRing R] (a b : R) :
    2 * a * b ≤ a ^ 2 + b ^ 2 := by
  have := sq_nonneg (a - b)
  rwa [sub_sq', sub_nonneg] at this
theorem two_ne_zero {R : Type u} [Semiring R] [PartialOrder R] [IsStrictOrderedRing R] : (2 : R) ≠ 0 :=
  ne_of_gt zero_lt_two
end
