/-
The integers as a commutative ring without zero divisors: products by taking signs out, and powers.
-/
prelude
import Lemmata.IntAddition
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Int

variable {a b c : Int}

/-! ## Products -/

protected theorem mul_comm : ∀ a b : Int, a * b = b * a
  | ofNat m, ofNat n => congrArg ofNat (Nat.mul_comm m n)
  | ofNat m, negSucc n => congrArg negOfNat (Nat.mul_comm m (n + 1))
  | negSucc m, ofNat n => congrArg negOfNat (Nat.mul_comm (m + 1) n)
  | negSucc m, negSucc n => congrArg ofNat (Nat.mul_comm (m + 1) (n + 1))
@[simp] protected theorem mul_zero : ∀ a : Int, a * 0 = 0
  | ofNat _ => rfl
  | negSucc _ => rfl
@[simp] protected theorem zero_mul (a : Int) : 0 * a = 0 := (Int.mul_comm 0 a).trans (Int.mul_zero a)
@[simp] protected theorem one_mul : ∀ a : Int, 1 * a = a
  | ofNat n => congrArg ofNat (Nat.one_mul n)
  | negSucc n => congrArg negOfNat (Nat.one_mul (n + 1))
@[simp] protected theorem mul_one (a : Int) : a * 1 = a := (Int.mul_comm a 1).trans (Int.one_mul a)
@[simp] protected theorem neg_mul : ∀ a b : Int, -a * b = -(a * b)
  | ofNat 0, b => (Int.zero_mul b).trans (congrArg Neg.neg (Int.zero_mul b)).symm
  | ofNat (Nat.succ _), ofNat _ => rfl
  | ofNat (Nat.succ m), negSucc n => (Int.neg_neg (ofNat (Nat.succ m * Nat.succ n))).symm
  | negSucc m, ofNat n => (Int.neg_neg (ofNat (Nat.succ m * n))).symm
  | negSucc _, negSucc _ => rfl
@[simp] protected theorem mul_neg (a b : Int) : a * -b = -(a * b) := by
  rw [Int.mul_comm, Int.neg_mul, Int.mul_comm]
protected theorem neg_mul_eq_neg_mul (a b : Int) : -(a * b) = -a * b := (Int.neg_mul a b).symm
protected theorem neg_mul_eq_mul_neg (a b : Int) : -(a * b) = a * -b := (Int.mul_neg a b).symm
protected theorem neg_mul_neg (a b : Int) : -a * -b = a * b := by rw [Int.neg_mul, Int.mul_neg, Int.neg_neg]
protected theorem neg_mul_comm (a b : Int) : -a * b = a * -b := by rw [Int.neg_mul, Int.mul_neg]
protected theorem mul_neg_one (a : Int) : a * -1 = -a := by rw [Int.mul_neg, Int.mul_one]
protected theorem neg_eq_neg_one_mul (a : Int) : -a = -1 * a := by rw [Int.neg_mul, Int.one_mul]
/-- What is true of natural numbers and passes to negatives is true of integers. -/
theorem wlog_sign {P : Int → Prop} (inv : ∀ a, P a ↔ P (-a)) (w : ∀ n : Nat, P n) : ∀ a : Int, P a
  | ofNat n => w n
  | negSucc n => (inv (ofNat (n + 1))).mp (w (n + 1))
protected theorem mul_assoc (a b c : Int) : a * b * c = a * (b * c) := by
  refine wlog_sign (P := fun a => a * b * c = a * (b * c)) (fun a => ?_) (fun m => ?_) a
  · rw [Int.neg_mul, Int.neg_mul, Int.neg_mul, Int.neg_inj]
  refine wlog_sign (P := fun b => m * b * c = m * (b * c)) (fun b => ?_) (fun n => ?_) b
  · rw [Int.mul_neg, Int.neg_mul, Int.neg_mul, Int.mul_neg, Int.neg_inj]
  refine wlog_sign (P := fun c => m * n * c = m * (n * c)) (fun c => ?_) (fun k => ?_) c
  · rw [Int.mul_neg, Int.mul_neg, Int.mul_neg, Int.neg_inj]
  exact congrArg ofNat (Nat.mul_assoc m n k)
protected theorem mul_left_comm (a b c : Int) : a * (b * c) = b * (a * c) := by
  rw [← Int.mul_assoc, Int.mul_comm a, Int.mul_assoc]
protected theorem mul_right_comm (a b c : Int) : a * b * c = a * c * b := by
  rw [Int.mul_assoc, Int.mul_comm b, ← Int.mul_assoc]
theorem negOfNat_add (m n : Nat) : negOfNat m + negOfNat n = negOfNat (m + n) := by
  rw [negOfNat_eq, negOfNat_eq, negOfNat_eq, ← Int.neg_add]
  rfl
private theorem succ_mul (m : Nat) : ∀ a : Int, ((m : Int) + 1) * a = m * a + a
  | ofNat k => congrArg ofNat (Nat.add_one_mul m k)
  | negSucc k => (congrArg negOfNat (Nat.add_one_mul m (k + 1))).trans
    (negOfNat_add (m * (k + 1)) (k + 1)).symm
private theorem natCast_mul_add (m : Nat) (b c : Int) : m * (b + c) = m * b + m * c := by
  induction m with
  | zero => rw [ofNat_zero, Int.zero_mul, Int.zero_mul, Int.zero_mul]; rfl
  | succ m ih =>
    rw [natCast_add_one, succ_mul, succ_mul, succ_mul, ih, Int.add_assoc, Int.add_assoc, Int.add_left_comm b]
protected theorem mul_add (a b c : Int) : a * (b + c) = a * b + a * c :=
  wlog_sign (P := fun a => a * (b + c) = a * b + a * c)
    (fun a => by rw [Int.neg_mul, Int.neg_mul, Int.neg_mul, ← Int.neg_add, Int.neg_inj])
    (fun m => natCast_mul_add m b c) a
protected theorem add_mul (a b c : Int) : (a + b) * c = a * c + b * c := by
  rw [Int.mul_comm, Int.mul_add, Int.mul_comm c a, Int.mul_comm c b]
protected theorem mul_sub (a b c : Int) : a * (b - c) = a * b - a * c := by
  rw [Int.sub_eq_add_neg, Int.mul_add, Int.mul_neg]
  rfl
protected theorem sub_mul (a b c : Int) : (a - b) * c = a * c - b * c := by
  rw [Int.sub_eq_add_neg, Int.add_mul, Int.neg_mul]
  rfl
protected theorem two_mul (a : Int) : 2 * a = a + a := (succ_mul 1 a).trans (congrArg (· + a) (Int.one_mul a))
protected theorem mul_two (a : Int) : a * 2 = a + a := (Int.mul_comm a 2).trans (Int.two_mul a)
@[simp] protected theorem mul_eq_zero : ∀ {a b : Int}, a * b = 0 ↔ a = 0 ∨ b = 0
  | ofNat m, ofNat n => by
    show ofNat (m * n) = ofNat 0 ↔ ofNat m = ofNat 0 ∨ ofNat n = ofNat 0
    rw [ofNat.injEq, ofNat.injEq, ofNat.injEq]
    exact Nat.mul_eq_zero
  | ofNat m, negSucc n => by
    rw [negSucc_eq, Int.mul_neg, Int.neg_eq_zero, Int.neg_eq_zero]
    show ofNat (m * (n + 1)) = ofNat 0 ↔ ofNat m = ofNat 0 ∨ ofNat (n + 1) = ofNat 0
    rw [ofNat.injEq, ofNat.injEq, ofNat.injEq]
    exact Nat.mul_eq_zero
  | negSucc m, ofNat n => by
    rw [negSucc_eq, Int.neg_mul, Int.neg_eq_zero, Int.neg_eq_zero]
    show ofNat ((m + 1) * n) = ofNat 0 ↔ ofNat (m + 1) = ofNat 0 ∨ ofNat n = ofNat 0
    rw [ofNat.injEq, ofNat.injEq, ofNat.injEq]
    exact Nat.mul_eq_zero
  | negSucc m, negSucc n => by
    constructor
    · exact fun h => absurd (ofNat.inj h) (Nat.mul_ne_zero (Nat.succ_ne_zero m) (Nat.succ_ne_zero n))
    · exact fun h => h.elim (fun h => nomatch h) (fun h => nomatch h)
protected theorem mul_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 :=
  fun h => (Int.mul_eq_zero.mp h).elim ha hb
protected theorem mul_ne_zero_iff : a * b ≠ 0 ↔ a ≠ 0 ∧ b ≠ 0 := (not_congr Int.mul_eq_zero).trans not_or
protected theorem eq_of_mul_eq_mul_left (ha : a ≠ 0) (h : a * b = a * c) : b = c :=
  Int.eq_of_sub_eq_zero ((Int.mul_eq_zero.mp
    ((Int.mul_sub a b c).trans (Int.sub_eq_zero_of_eq h))).resolve_left ha)
protected theorem eq_of_mul_eq_mul_right (ha : a ≠ 0) (h : b * a = c * a) : b = c :=
  Int.eq_of_mul_eq_mul_left ha (by rw [Int.mul_comm, h, Int.mul_comm])
theorem mul_eq_mul_left_iff (h : c ≠ 0) : c * a = c * b ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_left h, congrArg (c * ·)⟩
theorem mul_eq_mul_right_iff (h : c ≠ 0) : a * c = b * c ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_right h, congrArg (· * c)⟩
theorem eq_one_of_mul_eq_self_left (hpos : a ≠ 0) (h : b * a = a) : b = 1 :=
  Int.eq_of_mul_eq_mul_right hpos (by rw [Int.one_mul, h])
theorem eq_one_of_mul_eq_self_right (hpos : b ≠ 0) (h : b * a = b) : a = 1 :=
  Int.eq_of_mul_eq_mul_left hpos (by rw [Int.mul_one, h])

/-! ## Powers -/

@[simp] protected theorem pow_zero (b : Int) : b ^ 0 = 1 := rfl
protected theorem pow_succ (b : Int) (e : Nat) : b ^ (e + 1) = b ^ e * b := rfl
protected theorem pow_succ' (b : Int) (e : Nat) : b ^ (e + 1) = b * b ^ e := Int.mul_comm (b ^ e) b
@[simp] protected theorem pow_one (b : Int) : b ^ 1 = b := Int.one_mul b
protected theorem pow_two (b : Int) : b ^ 2 = b * b := congrArg (· * b) (Int.pow_one b)
protected theorem one_pow (n : Nat) : (1 : Int) ^ n = 1 := by
  induction n with
  | zero => rfl
  | succ k ih => rw [Int.pow_succ, ih]; rfl
protected theorem zero_pow {n : Nat} (h : n ≠ 0) : (0 : Int) ^ n = 0 := by
  cases n with
  | zero => exact absurd rfl h
  | succ k => exact Int.mul_zero _
protected theorem pow_add (a : Int) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => exact (Int.mul_one (a ^ m)).symm
  | succ k ih => rw [← Nat.add_assoc, Int.pow_succ, Int.pow_succ, ih, Int.mul_assoc]
protected theorem mul_pow {a b : Int} {n : Nat} : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ k ih =>
    rw [Int.pow_succ, Int.pow_succ, Int.pow_succ, ih, Int.mul_assoc,
      Int.mul_left_comm (b ^ k), ← Int.mul_assoc]
protected theorem pow_mul {a : Int} {m n : Nat} : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rfl
  | succ k ih => rw [Nat.mul_add_one, Int.pow_add, ih, Int.pow_succ]
@[simp, norm_cast] theorem natCast_pow (m n : Nat) : ((m ^ n : Nat) : Int) = (m : Int) ^ n := by
  induction n with
  | zero => rfl
  | succ k ih => rw [Nat.pow_succ, Int.pow_succ, natCast_mul, ih]
protected theorem pow_ne_zero {n : Int} {m : Nat} (h : n ≠ 0) : n ^ m ≠ 0 := by
  induction m with
  | zero => exact Int.one_ne_zero
  | succ k ih => exact Int.mul_ne_zero ih h

end Int
