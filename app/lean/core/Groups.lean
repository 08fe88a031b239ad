/-
Semigroups, monoids and groups, written with `*`, as classes, and their first laws.

Classes, fields and laws have the names of Mathlib; steps of its hierarchy that only serve more general
structures are left out. Powers come with every monoid; a structure of a user's own need not mention them.
-/
prelude
import Lemmata.LinearOrders
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v

/-! ## Classes with one law -/

/-- A product that can be cancelled on the left. -/
class IsLeftCancelMul (G : Type u) [Mul G] : Prop where
  protected mul_left_cancel : ∀ a b c : G, a * b = a * c → b = c
/-- A product that can be cancelled on the right. -/
class IsRightCancelMul (G : Type u) [Mul G] : Prop where
  protected mul_right_cancel : ∀ a b c : G, b * a = c * a → b = c
/-- An associative multiplication. -/
class Semigroup (G : Type u) extends Mul G where
  protected mul_assoc : ∀ a b c : G, a * b * c = a * (b * c)
/-- A commutative multiplication. -/
class CommMagma (G : Type u) extends Mul G where
  protected mul_comm : ∀ a b : G, a * b = b * a
/-- An associative and commutative multiplication. -/
class CommSemigroup (G : Type u) extends Semigroup G, CommMagma G
/-- A multiplication with a neutral element `1`. -/
class MulOneClass (M : Type u) extends One M, Mul M where
  protected one_mul : ∀ a : M, 1 * a = a
  protected mul_one : ∀ a : M, a * 1 = a

/-! ## Monoids and groups -/

/-- `npowRec n a` is the product of `n` factors `a`. -/
def npowRec {M : Type u} [One M] [Mul M] : Nat → M → M
  | 0, _ => 1
  | n + 1, a => npowRec n a * a
/-- A monoid: an associative multiplication with a neutral element `1`. -/
class Monoid (M : Type u) extends Semigroup M, MulOneClass M where
  protected npow : Nat → M → M := npowRec
  protected npow_zero : ∀ x, npow 0 x = 1 := by intros; rfl
  protected npow_succ : ∀ (n : Nat) (x : M), npow (n + 1) x = npow n x * x := by intros; rfl
instance (priority := 900) Monoid.Pow {M : Type u} [Monoid M] : Pow M Nat := ⟨fun x n => Monoid.npow n x⟩
attribute [default_instance] Monoid.Pow
/-- A commutative monoid. -/
class CommMonoid (M : Type u) extends Monoid M, CommSemigroup M
/-- A monoid with an inverse `a⁻¹` and a quotient `a / b`, of which nothing is known but `a / b = a * b⁻¹`. -/
class DivInvMonoid (G : Type u) extends Monoid G, Inv G, Div G where
  div := fun a b => a * b⁻¹
  protected div_eq_mul_inv : ∀ a b : G, a / b = a * b⁻¹ := by intros; rfl
/-- A group: a monoid in which every element has an inverse. -/
class Group (G : Type u) extends DivInvMonoid G where
  protected inv_mul_cancel : ∀ a : G, a⁻¹ * a = 1
/-- A commutative group. -/
class CommGroup (G : Type u) extends Group G, CommMonoid G

/-! ## Laws of semigroups and monoids -/

section
variable {G : Type u}

/-- Multiplication is associative. -/
theorem mul_assoc [Semigroup G] : ∀ a b c : G, a * b * c = a * (b * c) := Semigroup.mul_assoc
/-- Multiplication is commutative. -/
theorem mul_comm [CommMagma G] : ∀ a b : G, a * b = b * a := CommMagma.mul_comm
theorem mul_left_comm [CommSemigroup G] (a b c : G) : a * (b * c) = b * (a * c) := by
  rw [← mul_assoc, mul_comm a, mul_assoc]
theorem mul_right_comm [CommSemigroup G] (a b c : G) : a * b * c = a * c * b := by
  rw [mul_assoc, mul_comm b, ← mul_assoc]
theorem mul_mul_mul_comm [CommSemigroup G] (a b c d : G) : a * b * (c * d) = a * c * (b * d) := by
  rw [mul_assoc, mul_left_comm b, ← mul_assoc]
theorem mul_rotate [CommSemigroup G] (a b c : G) : a * b * c = b * c * a := by rw [mul_assoc, mul_comm a]
theorem mul_rotate' [CommSemigroup G] (a b c : G) : a * (b * c) = b * (c * a) := by
  rw [mul_comm a, mul_assoc]
/-- One is neutral. -/
@[simp] theorem one_mul [MulOneClass G] : ∀ a : G, 1 * a = a := MulOneClass.one_mul
/-- One is neutral. -/
@[simp] theorem mul_one [MulOneClass G] : ∀ a : G, a * 1 = a := MulOneClass.mul_one
theorem mul_left_cancel [Mul G] [IsLeftCancelMul G] {a b c : G} : a * b = a * c → b = c :=
  IsLeftCancelMul.mul_left_cancel a b c
theorem mul_right_cancel [Mul G] [IsRightCancelMul G] {a b c : G} : a * b = c * b → a = c :=
  IsRightCancelMul.mul_right_cancel b a c
theorem mul_left_cancel_iff [Mul G] [IsLeftCancelMul G] {a b c : G} : a * b = a * c ↔ b = c :=
  ⟨mul_left_cancel, congrArg _⟩
theorem mul_right_cancel_iff [Mul G] [IsRightCancelMul G] {a b c : G} : b * a = c * a ↔ b = c :=
  ⟨mul_right_cancel, congrArg (· * a)⟩
@[simp] theorem mul_right_inj [Mul G] [IsLeftCancelMul G] (a : G) {b c : G} : a * b = a * c ↔ b = c :=
  mul_left_cancel_iff
@[simp] theorem mul_left_inj [Mul G] [IsRightCancelMul G] (a : G) {b c : G} : b * a = c * a ↔ b = c :=
  mul_right_cancel_iff
@[simp] theorem mul_eq_left [MulOneClass G] [IsLeftCancelMul G] {a b : G} : a * b = a ↔ b = 1 :=
  ⟨fun h => mul_left_cancel (h.trans (mul_one a).symm), fun h => h ▸ mul_one a⟩
@[simp] theorem mul_eq_right [MulOneClass G] [IsRightCancelMul G] {a b : G} : a * b = b ↔ a = 1 :=
  ⟨fun h => mul_right_cancel (h.trans (one_mul b).symm), fun h => h ▸ one_mul b⟩
@[simp] theorem left_eq_mul [MulOneClass G] [IsLeftCancelMul G] {a b : G} : a = a * b ↔ b = 1 :=
  eq_comm.trans mul_eq_left
@[simp] theorem right_eq_mul [MulOneClass G] [IsRightCancelMul G] {a b : G} : b = a * b ↔ a = 1 :=
  eq_comm.trans mul_eq_right
end

/-! ## Laws of groups -/

section
variable {G : Type u} [Group G] {a b c d : G}

theorem div_eq_mul_inv {G : Type u} [DivInvMonoid G] : ∀ a b : G, a / b = a * b⁻¹ :=
  DivInvMonoid.div_eq_mul_inv
/-- The inverse of an element times the element is one. -/
@[simp] theorem inv_mul_cancel (a : G) : a⁻¹ * a = 1 := Group.inv_mul_cancel a
@[simp] theorem inv_mul_cancel_left (a b : G) : a⁻¹ * (a * b) = b := by
  rw [← mul_assoc, inv_mul_cancel, one_mul]
instance Group.toIsLeftCancelMul : IsLeftCancelMul G :=
  ⟨fun a b c h => by rw [← inv_mul_cancel_left a b, h, inv_mul_cancel_left]⟩
/-- An element times its inverse is one. -/
@[simp] theorem mul_inv_cancel (a : G) : a * a⁻¹ = 1 :=
  mul_left_cancel (a := a⁻¹) (by rw [inv_mul_cancel_left, mul_one])
@[simp] theorem mul_inv_cancel_left (a b : G) : a * (a⁻¹ * b) = b := by
  rw [← mul_assoc, mul_inv_cancel, one_mul]
@[simp] theorem mul_inv_cancel_right (a b : G) : a * b * b⁻¹ = a := by rw [mul_assoc, mul_inv_cancel, mul_one]
@[simp] theorem inv_mul_cancel_right (a b : G) : a * b⁻¹ * b = a := by rw [mul_assoc, inv_mul_cancel, mul_one]
instance Group.toIsRightCancelMul : IsRightCancelMul G :=
  ⟨fun a b c h => by rw [← mul_inv_cancel_right b a, h, mul_inv_cancel_right]⟩
theorem eq_mul_inv_of_mul_eq (h : a * c = b) : a = b * c⁻¹ := h ▸ (mul_inv_cancel_right a c).symm
theorem eq_inv_mul_of_mul_eq (h : b * a = c) : a = b⁻¹ * c := h ▸ (inv_mul_cancel_left b a).symm
theorem inv_mul_eq_of_eq_mul (h : b = a * c) : a⁻¹ * b = c := h ▸ inv_mul_cancel_left a c
theorem mul_inv_eq_of_eq_mul (h : a = c * b) : a * b⁻¹ = c := h ▸ mul_inv_cancel_right c b
theorem eq_mul_of_mul_inv_eq (h : a * c⁻¹ = b) : a = b * c := h ▸ (inv_mul_cancel_right a c).symm
theorem eq_mul_of_inv_mul_eq (h : b⁻¹ * a = c) : a = b * c := h ▸ (mul_inv_cancel_left b a).symm
theorem mul_eq_of_eq_inv_mul (h : b = a⁻¹ * c) : a * b = c := h ▸ mul_inv_cancel_left a c
theorem mul_eq_of_eq_mul_inv (h : a = c * b⁻¹) : a * b = c := h ▸ inv_mul_cancel_right c b
theorem eq_mul_inv_iff_mul_eq : a = b * c⁻¹ ↔ a * c = b := ⟨mul_eq_of_eq_mul_inv, eq_mul_inv_of_mul_eq⟩
theorem eq_inv_mul_iff_mul_eq : a = b⁻¹ * c ↔ b * a = c := ⟨mul_eq_of_eq_inv_mul, eq_inv_mul_of_mul_eq⟩
theorem inv_mul_eq_iff_eq_mul : a⁻¹ * b = c ↔ b = a * c := ⟨eq_mul_of_inv_mul_eq, inv_mul_eq_of_eq_mul⟩
theorem mul_inv_eq_iff_eq_mul : a * b⁻¹ = c ↔ a = c * b := ⟨eq_mul_of_mul_inv_eq, mul_inv_eq_of_eq_mul⟩
theorem mul_inv_eq_one : a * b⁻¹ = 1 ↔ a = b := by rw [mul_inv_eq_iff_eq_mul, one_mul]
theorem inv_mul_eq_one : a⁻¹ * b = 1 ↔ a = b := by rw [inv_mul_eq_iff_eq_mul, mul_one, eq_comm]
theorem eq_inv_of_mul_eq_one_left (h : a * b = 1) : a = b⁻¹ := by rw [eq_mul_inv_of_mul_eq h, one_mul]
theorem eq_inv_of_mul_eq_one_right (h : a * b = 1) : b = a⁻¹ := by rw [eq_inv_mul_of_mul_eq h, mul_one]
theorem inv_eq_of_mul_eq_one_right (h : a * b = 1) : a⁻¹ = b := (eq_inv_of_mul_eq_one_right h).symm
theorem inv_eq_of_mul_eq_one_left (h : a * b = 1) : b⁻¹ = a := (eq_inv_of_mul_eq_one_left h).symm
/-- The inverse of the inverse is the element. -/
@[simp] theorem inv_inv (a : G) : a⁻¹⁻¹ = a := inv_eq_of_mul_eq_one_right (inv_mul_cancel a)
@[simp] theorem inv_inj : a⁻¹ = b⁻¹ ↔ a = b := ⟨fun h => by rw [← inv_inv a, h, inv_inv], congrArg _⟩
@[simp] theorem inv_one : (1 : G)⁻¹ = 1 := inv_eq_of_mul_eq_one_right (mul_one 1)
/-- The inverse of a product is the product of the inverses in reverse order. -/
@[simp] theorem mul_inv_rev (a b : G) : (a * b)⁻¹ = b⁻¹ * a⁻¹ :=
  inv_eq_of_mul_eq_one_right (by rw [mul_assoc, mul_inv_cancel_left, mul_inv_cancel])
theorem mul_eq_one_iff_eq_inv : a * b = 1 ↔ a = b⁻¹ :=
  ⟨eq_inv_of_mul_eq_one_left, fun h => h ▸ inv_mul_cancel b⟩
theorem mul_eq_one_iff_inv_eq : a * b = 1 ↔ a⁻¹ = b :=
  ⟨inv_eq_of_mul_eq_one_right, fun h => h ▸ mul_inv_cancel a⟩
theorem eq_inv_iff_mul_eq_one : a = b⁻¹ ↔ a * b = 1 := mul_eq_one_iff_eq_inv.symm
theorem inv_eq_iff_mul_eq_one : a⁻¹ = b ↔ a * b = 1 := mul_eq_one_iff_inv_eq.symm
theorem inv_eq_iff_eq_inv : a⁻¹ = b ↔ a = b⁻¹ := inv_eq_iff_mul_eq_one.trans mul_eq_one_iff_eq_inv
theorem eq_inv_comm : a = b⁻¹ ↔ b = a⁻¹ := eq_comm.trans inv_eq_iff_eq_inv
theorem inv_eq_comm : a⁻¹ = b ↔ b⁻¹ = a := inv_eq_iff_eq_inv.trans eq_comm
@[simp] theorem inv_eq_one : a⁻¹ = 1 ↔ a = 1 := by rw [inv_eq_iff_eq_inv, inv_one]
theorem inv_ne_one : a⁻¹ ≠ 1 ↔ a ≠ 1 := not_congr inv_eq_one
@[simp] theorem div_self' (a : G) : a / a = 1 := by rw [div_eq_mul_inv, mul_inv_cancel]
@[simp] theorem div_one (a : G) : a / 1 = a := by rw [div_eq_mul_inv, inv_one, mul_one]
@[simp] theorem one_div (a : G) : 1 / a = a⁻¹ := by rw [div_eq_mul_inv, one_mul]
@[simp] theorem div_inv_eq_mul (a b : G) : a / b⁻¹ = a * b := by rw [div_eq_mul_inv, inv_inv]
@[simp] theorem inv_div (a b : G) : (a / b)⁻¹ = b / a := by
  rw [div_eq_mul_inv, mul_inv_rev, inv_inv, div_eq_mul_inv]
@[simp] theorem div_mul_cancel (a b : G) : a / b * b = a := by rw [div_eq_mul_inv, inv_mul_cancel_right]
@[simp] theorem mul_div_cancel_right (a b : G) : a * b / b = a := by rw [div_eq_mul_inv, mul_inv_cancel_right]
theorem mul_div_assoc (a b c : G) : a * b / c = a * (b / c) := by
  rw [div_eq_mul_inv, div_eq_mul_inv, mul_assoc]
theorem div_eq_one : a / b = 1 ↔ a = b := by rw [div_eq_mul_inv, mul_inv_eq_one]
theorem div_eq_iff_eq_mul : a / b = c ↔ a = c * b := by rw [div_eq_mul_inv, mul_inv_eq_iff_eq_mul]
theorem eq_div_iff_mul_eq' : a = b / c ↔ a * c = b := by rw [div_eq_mul_inv, eq_mul_inv_iff_mul_eq]
theorem mul_inv {G : Type u} [CommGroup G] (a b : G) : (a * b)⁻¹ = a⁻¹ * b⁻¹ := by
  rw [mul_inv_rev, mul_comm]
end

/-! ## Powers -/

section
variable {M : Type u} [Monoid M]

@[simp] theorem pow_zero (a : M) : a ^ 0 = 1 := Monoid.npow_zero a
/-- The power with the next exponent is the power times the base. -/
theorem pow_succ (a : M) (n : Nat) : a ^ (n + 1) = a ^ n * a := Monoid.npow_succ n a
@[simp] theorem pow_one (a : M) : a ^ 1 = a := by rw [pow_succ, pow_zero, one_mul]
theorem pow_succ' (a : M) (n : Nat) : a ^ (n + 1) = a * a ^ n := by
  induction n with
  | zero => rw [pow_one, pow_zero, mul_one]
  | succ k ih => rw [pow_succ a (k + 1), ih, mul_assoc, ← pow_succ, ih]
theorem pow_mul_comm' (a : M) (n : Nat) : a ^ n * a = a * a ^ n := by rw [← pow_succ, pow_succ']
/-- The square is the product with itself. -/
theorem pow_two (a : M) : a ^ 2 = a * a := by rw [pow_succ, pow_one]
/-- The square is the product with itself. -/
theorem sq (a : M) : a ^ 2 = a * a := pow_two a
theorem pow_three (a : M) : a ^ 3 = a * (a * a) := by rw [pow_succ', pow_two]
theorem pow_three' (a : M) : a ^ 3 = a * a * a := by rw [pow_succ, pow_two]
/-- Exponents of one base add up. -/
theorem pow_add (a : M) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => rw [Nat.add_zero, pow_zero, mul_one]
  | succ k ih => rw [← Nat.add_assoc, pow_succ, pow_succ, ih, mul_assoc]
theorem pow_mul (a : M) (m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rw [Nat.mul_zero, pow_zero, pow_zero]
  | succ k ih => rw [Nat.mul_add_one, pow_add, ih, pow_succ]
theorem pow_mul' (a : M) (m n : Nat) : a ^ (m * n) = (a ^ n) ^ m := by rw [Nat.mul_comm, pow_mul]
theorem pow_right_comm (a : M) (m n : Nat) : (a ^ m) ^ n = (a ^ n) ^ m := by rw [← pow_mul, pow_mul']
theorem pow_mul_comm (a : M) (m n : Nat) : a ^ m * a ^ n = a ^ n * a ^ m := by
  rw [← pow_add, Nat.add_comm, pow_add]
@[simp] theorem one_pow (n : Nat) : (1 : M) ^ n = 1 := by
  induction n with
  | zero => exact pow_zero 1
  | succ k ih => rw [pow_succ, ih, mul_one]
theorem mul_pow {M : Type u} [CommMonoid M] (a b : M) (n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero, pow_zero, mul_one]
  | succ k ih => rw [pow_succ, pow_succ, pow_succ, ih, mul_mul_mul_comm]
theorem inv_pow {G : Type u} [Group G] (a : G) (n : Nat) : a⁻¹ ^ n = (a ^ n)⁻¹ := by
  induction n with
  | zero => rw [pow_zero, pow_zero, inv_one]
  | succ k ih => rw [pow_succ, ih, pow_succ', mul_inv_rev]
end
