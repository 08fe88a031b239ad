/-
Addition and multiplication together: semirings and rings, rings without divisors of zero, and their laws.

The classes `NonUnital...`, `NonAssoc...` and the like of Mathlib's hierarchy are left out: what Mathlib
proves for them is stated for `Semiring` and `Ring`, or for the operations that a law speaks of.
-/
prelude
import Lemmata.AddGroups
import Lemmata.Coercions
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v

/-! ## Classes -/

/-- There are two different elements. -/
class Nontrivial (α : Type u) : Prop where
  exists_pair_ne : ∃ x y : α, x ≠ y
/-- Multiplication distributes over addition. -/
class Distrib (R : Type u) extends Mul R, Add R where
  protected left_distrib : ∀ a b c : R, a * (b + c) = a * b + a * c
  protected right_distrib : ∀ a b c : R, (a + b) * c = a * c + b * c
/-- A product with `0` is `0`. -/
class MulZeroClass (M : Type u) extends Mul M, Zero M where
  zero_mul : ∀ a : M, 0 * a = 0
  mul_zero : ∀ a : M, a * 0 = 0
/-- A monoid with an element `0` that makes products `0`. -/
class MonoidWithZero (M : Type u) extends Monoid M, MulZeroClass M
/-- `1 + 1 + ... + 1`, with `n` terms. -/
protected def Nat.unaryCast {R : Type u} [One R] [Zero R] [Add R] : Nat → R
  | 0 => 0
  | n + 1 => Nat.unaryCast n + 1
/-- An additive monoid with `1`, in which natural numbers have values. -/
class AddMonoidWithOne (R : Type u) extends NatCast R, AddMonoid R, One R where
  natCast := Nat.unaryCast
  natCast_zero : natCast 0 = 0 := by intros; rfl
  natCast_succ : ∀ n, natCast (n + 1) = natCast n + 1 := by intros; rfl
/-- `n` is at least two. -/
class Nat.AtLeastTwo (n : Nat) : Prop where
  prop : n ≥ 2
instance instNatAtLeastTwo {n : Nat} : Nat.AtLeastTwo (n + 2) := ⟨Nat.le_add_left 2 n⟩
instance (priority := 100) instOfNatAtLeastTwo {R : Type u} {n : Nat} [NatCast R] [Nat.AtLeastTwo n] :
    OfNat R n :=
  ⟨Nat.cast (OfNat.ofNat n)⟩
/-- A semiring: numbers with sums and products, but perhaps without differences. -/
class Semiring (α : Type u) extends AddCommMonoid α, Distrib α, MonoidWithZero α, AddMonoidWithOne α
/-- A semiring with commutative multiplication. -/
class CommSemiring (R : Type u) extends Semiring R, CommMonoid R
/-- A ring: numbers with sums, differences and products. -/
class Ring (R : Type u) extends Semiring R, AddCommGroup R
/-- A ring with commutative multiplication. -/
class CommRing (R : Type u) extends Ring R, CommMonoid R
instance (priority := 100) CommRing.toCommSemiring {R : Type u} [s : CommRing R] : CommSemiring R :=
  { s with }
/-- A product is zero only if a factor is. -/
class NoZeroDivisors (M : Type u) [Mul M] [Zero M] : Prop where
  eq_zero_or_eq_zero_of_mul_eq_zero : ∀ {a b : M}, a * b = 0 → a = 0 ∨ b = 0
/-- A factor that is not zero can be cancelled on the left. -/
class IsLeftCancelMulZero (M : Type u) [Mul M] [Zero M] : Prop where
  protected mul_left_cancel_of_ne_zero : ∀ {a b c : M}, a ≠ 0 → a * b = a * c → b = c
/-- A factor that is not zero can be cancelled on the right. -/
class IsRightCancelMulZero (M : Type u) [Mul M] [Zero M] : Prop where
  protected mul_right_cancel_of_ne_zero : ∀ {a b c : M}, b ≠ 0 → a * b = c * b → a = c
/-- A factor that is not zero can be cancelled. -/
class IsCancelMulZero (M : Type u) [Mul M] [Zero M] : Prop
    extends IsLeftCancelMulZero M, IsRightCancelMulZero M
/-- A semiring with `1 ≠ 0` in which factors that are not zero can be cancelled. -/
class IsDomain (α : Type u) [Semiring α] : Prop extends IsCancelMulZero α, Nontrivial α

/-! ## Laws of semirings -/

section
variable {R : Type u}

/-- Multiplication distributes over addition. -/
theorem left_distrib [Distrib R] (a b c : R) : a * (b + c) = a * b + a * c := Distrib.left_distrib a b c
/-- Multiplication distributes over addition. -/
theorem right_distrib [Distrib R] (a b c : R) : (a + b) * c = a * c + b * c := Distrib.right_distrib a b c
/-- Multiplication distributes over addition. -/
theorem mul_add [Distrib R] (a b c : R) : a * (b + c) = a * b + a * c := left_distrib a b c
/-- Multiplication distributes over addition. -/
theorem add_mul [Distrib R] (a b c : R) : (a + b) * c = a * c + b * c := right_distrib a b c
@[simp] theorem zero_mul [MulZeroClass R] (a : R) : 0 * a = 0 := MulZeroClass.zero_mul a
@[simp] theorem mul_zero [MulZeroClass R] (a : R) : a * 0 = 0 := MulZeroClass.mul_zero a
theorem mul_eq_zero_of_left [MulZeroClass R] {a : R} (h : a = 0) (b : R) : a * b = 0 := h ▸ zero_mul b
theorem mul_eq_zero_of_right [MulZeroClass R] (a : R) {b : R} (h : b = 0) : a * b = 0 := h ▸ mul_zero a
theorem left_ne_zero_of_mul [MulZeroClass R] {a b : R} (h : a * b ≠ 0) : a ≠ 0 :=
  fun e => h (mul_eq_zero_of_left e b)
theorem right_ne_zero_of_mul [MulZeroClass R] {a b : R} (h : a * b ≠ 0) : b ≠ 0 :=
  fun e => h (mul_eq_zero_of_right a e)

variable [Semiring R]
theorem add_one_mul (a b : R) : (a + 1) * b = a * b + b := by rw [add_mul, one_mul]
theorem mul_add_one (a b : R) : a * (b + 1) = a * b + a := by rw [mul_add, mul_one]
theorem one_add_mul (a b : R) : (1 + a) * b = b + a * b := by rw [add_mul, one_mul]
theorem mul_one_add (a b : R) : a * (1 + b) = a + a * b := by rw [mul_add, mul_one]
@[simp, norm_cast] theorem Nat.cast_zero : ((0 : Nat) : R) = 0 := AddMonoidWithOne.natCast_zero
@[norm_cast] theorem Nat.cast_succ (n : Nat) : ((Nat.succ n : Nat) : R) = n + 1 :=
  AddMonoidWithOne.natCast_succ n
theorem Nat.cast_add_one (n : Nat) : ((n + 1 : Nat) : R) = n + 1 := Nat.cast_succ n
@[simp, norm_cast] theorem Nat.cast_one : ((1 : Nat) : R) = 1 := by
  rw [Nat.cast_add_one 0, Nat.cast_zero, zero_add]
@[simp, norm_cast] theorem Nat.cast_ofNat {n : Nat} [Nat.AtLeastTwo n] :
    ((OfNat.ofNat n : Nat) : R) = OfNat.ofNat n := rfl
@[simp, norm_cast] theorem Nat.cast_add (m n : Nat) : ((m + n : Nat) : R) = m + n := by
  induction n with
  | zero => rw [Nat.cast_zero, add_zero, Nat.add_zero]
  | succ k ih => rw [← Nat.add_assoc, Nat.cast_add_one, ih, Nat.cast_add_one, add_assoc]
@[simp, norm_cast] theorem Nat.cast_mul (m n : Nat) : ((m * n : Nat) : R) = m * n := by
  induction n with
  | zero => rw [Nat.mul_zero, Nat.cast_zero, mul_zero]
  | succ k ih => rw [Nat.mul_add_one, Nat.cast_add, ih, Nat.cast_add_one, _root_.mul_add_one]
@[simp, norm_cast] theorem Nat.cast_pow (m n : Nat) : ((m ^ n : Nat) : R) = (m : R) ^ n := by
  induction n with
  | zero => rw [Nat.pow_zero, Nat.cast_one, pow_zero]
  | succ k ih => rw [Nat.pow_succ, Nat.cast_mul, ih, pow_succ]
theorem one_add_one_eq_two : 1 + 1 = (2 : R) := by
  rw [← Nat.cast_one, ← Nat.cast_add]
  rfl
theorem two_add_one_eq_three : 2 + 1 = (3 : R) := (Nat.cast_add_one 2).symm
theorem three_add_one_eq_four : 3 + 1 = (4 : R) := (Nat.cast_add_one 3).symm
theorem two_add_two_eq_four : 2 + 2 = (4 : R) := (Nat.cast_add 2 2).symm
/-- Twice a number is its sum with itself. -/
theorem two_mul (n : R) : 2 * n = n + n := by rw [← one_add_one_eq_two, add_mul, one_mul]
/-- Twice a number is its sum with itself. -/
theorem mul_two (n : R) : n * 2 = n + n := by rw [← one_add_one_eq_two, mul_add, mul_one]
theorem zero_pow {M : Type u} [MonoidWithZero M] {n : Nat} (hn : n ≠ 0) : (0 : M) ^ n = 0 := by
  cases n with
  | zero => exact absurd rfl hn
  | succ k => rw [pow_succ, mul_zero]
theorem add_sq {R : Type u} [CommSemiring R] (a b : R) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by
  rw [pow_two, pow_two, pow_two, add_mul, mul_add, mul_add, two_mul, add_mul, mul_comm b a]
  rw [add_assoc, add_assoc, add_assoc]
theorem add_sq' {R : Type u} [CommSemiring R] (a b : R) : (a + b) ^ 2 = a ^ 2 + b ^ 2 + 2 * a * b := by
  rw [add_sq, add_right_comm]
theorem add_pow_two {R : Type u} [CommSemiring R] (a b : R) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 :=
  add_sq a b
theorem add_mul_self_eq {R : Type u} [CommSemiring R] (a b : R) :
    (a + b) * (a + b) = a * a + 2 * a * b + b * b := by rw [← pow_two, add_sq, pow_two, pow_two]
end

/-! ## Laws of rings -/

section
variable {R : Type u} [Ring R]

@[simp] theorem neg_mul (a b : R) : -a * b = -(a * b) :=
  eq_neg_of_add_eq_zero_left (by rw [← add_mul, neg_add_cancel, zero_mul])
@[simp] theorem mul_neg (a b : R) : a * -b = -(a * b) :=
  eq_neg_of_add_eq_zero_left (by rw [← mul_add, neg_add_cancel, mul_zero])
theorem neg_mul_neg (a b : R) : -a * -b = a * b := by rw [neg_mul, mul_neg, neg_neg]
theorem neg_mul_eq_neg_mul (a b : R) : -(a * b) = -a * b := (neg_mul a b).symm
theorem neg_mul_eq_mul_neg (a b : R) : -(a * b) = a * -b := (mul_neg a b).symm
theorem neg_mul_comm (a b : R) : -a * b = a * -b := by rw [neg_mul, mul_neg]
theorem neg_eq_neg_one_mul (a : R) : -a = -1 * a := by rw [neg_mul, one_mul]
theorem mul_neg_one (a : R) : a * -1 = -a := by rw [mul_neg, mul_one]
theorem neg_one_mul (a : R) : -1 * a = -a := by rw [neg_mul, one_mul]
/-- Multiplication distributes over subtraction. -/
theorem mul_sub (a b c : R) : a * (b - c) = a * b - a * c := by
  rw [sub_eq_add_neg, mul_add, mul_neg, ← sub_eq_add_neg]
/-- Multiplication distributes over subtraction. -/
theorem sub_mul (a b c : R) : (a - b) * c = a * c - b * c := by
  rw [sub_eq_add_neg, add_mul, neg_mul, ← sub_eq_add_neg]
theorem mul_sub_left_distrib (a b c : R) : a * (b - c) = a * b - a * c := mul_sub a b c
theorem mul_sub_right_distrib (a b c : R) : (a - b) * c = a * c - b * c := sub_mul a b c
theorem sub_one_mul (a b : R) : (a - 1) * b = a * b - b := by rw [sub_mul, one_mul]
theorem mul_sub_one (a b : R) : a * (b - 1) = a * b - a := by rw [mul_sub, mul_one]
theorem one_sub_mul (a b : R) : (1 - a) * b = b - a * b := by rw [sub_mul, one_mul]
theorem mul_one_sub (a b : R) : a * (1 - b) = a - a * b := by rw [mul_sub, mul_one]
theorem neg_sq (a : R) : (-a) ^ 2 = a ^ 2 := by rw [pow_two, pow_two, neg_mul_neg]
theorem neg_pow_two (a : R) : (-a) ^ 2 = a ^ 2 := neg_sq a
theorem neg_one_sq : (-1 : R) ^ 2 = 1 := by rw [neg_sq, one_pow]
end

section
variable {R : Type u} [CommRing R]

theorem mul_self_sub_mul_self (a b : R) : a * a - b * b = (a + b) * (a - b) := by
  rw [mul_sub, add_mul, add_mul, mul_comm b a, ← sub_sub, add_sub_cancel_right]
theorem sq_sub_sq (a b : R) : a ^ 2 - b ^ 2 = (a + b) * (a - b) := by
  rw [pow_two, pow_two, mul_self_sub_mul_self]
theorem sub_sq (a b : R) : (a - b) ^ 2 = a ^ 2 - 2 * a * b + b ^ 2 := by
  rw [sub_eq_add_neg, add_sq, neg_sq, mul_neg, ← sub_eq_add_neg]
theorem sub_sq' (a b : R) : (a - b) ^ 2 = a ^ 2 + b ^ 2 - 2 * a * b := by rw [sub_sq, sub_add_eq_add_sub]
theorem sub_pow_two (a b : R) : (a - b) ^ 2 = a ^ 2 - 2 * a * b + b ^ 2 := sub_sq a b
theorem sub_sq_comm (a b : R) : (a - b) ^ 2 = (b - a) ^ 2 := by rw [← neg_sub, neg_sq]
end

/-! ## No divisors of zero -/

section
variable {R : Type u} {a b c : R}

theorem mul_left_cancel₀ [Mul R] [Zero R] [IsLeftCancelMulZero R] (ha : a ≠ 0) (h : a * b = a * c) : b = c :=
  IsLeftCancelMulZero.mul_left_cancel_of_ne_zero ha h
theorem mul_right_cancel₀ [Mul R] [Zero R] [IsRightCancelMulZero R] (hb : b ≠ 0) (h : a * b = c * b) :
    a = c :=
  IsRightCancelMulZero.mul_right_cancel_of_ne_zero hb h
theorem mul_right_inj' [Mul R] [Zero R] [IsLeftCancelMulZero R] (ha : a ≠ 0) : a * b = a * c ↔ b = c :=
  ⟨mul_left_cancel₀ ha, congrArg _⟩
theorem mul_left_inj' [Mul R] [Zero R] [IsRightCancelMulZero R] (hc : c ≠ 0) : a * c = b * c ↔ a = b :=
  ⟨mul_right_cancel₀ hc, congrArg (· * c)⟩
@[simp] theorem mul_eq_mul_left_iff [MulZeroClass R] [IsLeftCancelMulZero R] :
    a * b = a * c ↔ b = c ∨ a = 0 :=
  ⟨fun h => (em (a = 0)).symm.imp_left fun ha => mul_left_cancel₀ ha h,
   fun h => h.elim (congrArg _) fun h => by rw [h, zero_mul, zero_mul]⟩
@[simp] theorem mul_eq_mul_right_iff [MulZeroClass R] [IsRightCancelMulZero R] :
    a * c = b * c ↔ a = b ∨ c = 0 :=
  ⟨fun h => (em (c = 0)).symm.imp_left fun hc => mul_right_cancel₀ hc h,
   fun h => h.elim (congrArg (· * c)) fun h => by rw [h, mul_zero, mul_zero]⟩
instance (priority := 100) IsLeftCancelMulZero.to_noZeroDivisors [MulZeroClass R] [IsLeftCancelMulZero R] :
    NoZeroDivisors R :=
  ⟨fun {a _} h => (em (a = 0)).imp_right fun ha => mul_left_cancel₀ ha (h.trans (mul_zero a).symm)⟩
theorem eq_zero_or_eq_zero_of_mul_eq_zero [Mul R] [Zero R] [NoZeroDivisors R] (h : a * b = 0) :
    a = 0 ∨ b = 0 :=
  NoZeroDivisors.eq_zero_or_eq_zero_of_mul_eq_zero h
/-- A product is zero exactly if a factor is. -/
@[simp] theorem mul_eq_zero [MulZeroClass R] [NoZeroDivisors R] : a * b = 0 ↔ a = 0 ∨ b = 0 :=
  ⟨eq_zero_or_eq_zero_of_mul_eq_zero,
   fun h => h.elim (fun h => mul_eq_zero_of_left h _) (mul_eq_zero_of_right _)⟩
theorem mul_ne_zero [Mul R] [Zero R] [NoZeroDivisors R] (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 :=
  fun h => (eq_zero_or_eq_zero_of_mul_eq_zero h).elim ha hb
theorem mul_ne_zero_iff [MulZeroClass R] [NoZeroDivisors R] : a * b ≠ 0 ↔ a ≠ 0 ∧ b ≠ 0 :=
  (not_congr mul_eq_zero).trans not_or
theorem mul_self_eq_zero [MulZeroClass R] [NoZeroDivisors R] : a * a = 0 ↔ a = 0 := by
  rw [mul_eq_zero, or_self]
@[simp] theorem pow_eq_zero_iff [MonoidWithZero R] [NoZeroDivisors R] {n : Nat} (hn : n ≠ 0) :
    a ^ n = 0 ↔ a = 0 := by
  refine ⟨?_, fun h => by rw [h, zero_pow hn]⟩
  intro h
  induction n with
  | zero => exact absurd rfl hn
  | succ k ih =>
    rw [pow_succ, mul_eq_zero] at h
    cases k with
    | zero => exact h.elim (fun h => by rw [← mul_one a, ← pow_zero a, h, mul_zero]) id
    | succ m => exact h.elim (ih (Nat.succ_ne_zero m)) id
theorem pow_ne_zero [MonoidWithZero R] [NoZeroDivisors R] (n : Nat) (h : a ≠ 0) : a ^ n ≠ 0 := by
  cases n with
  | zero => exact fun e => h (by rw [← mul_one a, ← pow_zero a, e, mul_zero])
  | succ k => exact fun e => h ((pow_eq_zero_iff (Nat.succ_ne_zero k)).mp e)
theorem sq_eq_zero_iff [MonoidWithZero R] [NoZeroDivisors R] : a ^ 2 = 0 ↔ a = 0 :=
  pow_eq_zero_iff (Nat.succ_ne_zero 1)
theorem exists_pair_ne (α : Type u) [Nontrivial α] : ∃ x y : α, x ≠ y := Nontrivial.exists_pair_ne
@[simp] theorem one_ne_zero [MonoidWithZero R] [Nontrivial R] : (1 : R) ≠ 0 := fun h =>
  (exists_pair_ne R).elim fun x ⟨y, n⟩ => n (by rw [← mul_one x, ← mul_one y, h, mul_zero, mul_zero])
@[simp] theorem zero_ne_one [MonoidWithZero R] [Nontrivial R] : (0 : R) ≠ 1 := one_ne_zero.symm
theorem mul_self_eq_mul_self_iff [CommRing R] [NoZeroDivisors R] : a * a = b * b ↔ a = b ∨ a = -b := by
  rw [← sub_eq_zero, mul_self_sub_mul_self, mul_eq_zero, or_comm, sub_eq_zero, add_eq_zero_iff_eq_neg]
theorem sq_eq_sq_iff_eq_or_eq_neg [CommRing R] [NoZeroDivisors R] : a ^ 2 = b ^ 2 ↔ a = b ∨ a = -b := by
  rw [pow_two, pow_two, mul_self_eq_mul_self_iff]
theorem eq_or_eq_neg_of_sq_eq_sq [CommRing R] [NoZeroDivisors R] (a b : R) (h : a ^ 2 = b ^ 2) :
    a = b ∨ a = -b :=
  sq_eq_sq_iff_eq_or_eq_neg.mp h
end
