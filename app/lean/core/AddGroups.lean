/-
Semigroups, monoids and groups written with `+`: what `Groups` says of products, for sums, and more on
differences.

Classes, fields and laws have the names of Mathlib. Multiples `n • a` come with every monoid; a structure of a
user's own need not mention them.
-/
prelude
import Lemmata.Groups
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v

/-! ## Classes with one law -/

/-- A sum that can be cancelled on the left. -/
class IsLeftCancelAdd (G : Type u) [Add G] : Prop where
  protected add_left_cancel : ∀ a b c : G, a + b = a + c → b = c
/-- A sum that can be cancelled on the right. -/
class IsRightCancelAdd (G : Type u) [Add G] : Prop where
  protected add_right_cancel : ∀ a b c : G, b + a = c + a → b = c
/-- An associative addition. -/
class AddSemigroup (G : Type u) extends Add G where
  protected add_assoc : ∀ a b c : G, a + b + c = a + (b + c)
/-- A commutative addition. -/
class AddCommMagma (G : Type u) extends Add G where
  protected add_comm : ∀ a b : G, a + b = b + a
/-- An associative and commutative addition. -/
class AddCommSemigroup (G : Type u) extends AddSemigroup G, AddCommMagma G
/-- A addition with a neutral element `0`. -/
class AddZeroClass (M : Type u) extends Zero M, Add M where
  protected zero_add : ∀ a : M, 0 + a = a
  protected add_zero : ∀ a : M, a + 0 = a

/-! ## Monoids and groups -/

/-- `nsmulRec n a` is the sum of `n` terms `a`. -/
def nsmulRec {M : Type u} [Zero M] [Add M] : Nat → M → M
  | 0, _ => 0
  | n + 1, a => nsmulRec n a + a
/-- An additive monoid: an associative addition with a neutral element `0`. -/
class AddMonoid (M : Type u) extends AddSemigroup M, AddZeroClass M where
  protected nsmul : Nat → M → M := nsmulRec
  protected nsmul_zero : ∀ x, nsmul 0 x = 0 := by intros; rfl
  protected nsmul_succ : ∀ (n : Nat) (x : M), nsmul (n + 1) x = nsmul n x + x := by intros; rfl
instance AddMonoid.toNatSMul {M : Type u} [AddMonoid M] : SMul Nat M := ⟨AddMonoid.nsmul⟩
/-- A commutative additive monoid. -/
class AddCommMonoid (M : Type u) extends AddMonoid M, AddCommSemigroup M
/-- A monoid with a negative `-a` and a difference `a - b`, of which nothing is known but `a - b = a + -b`. -/
class SubNegMonoid (G : Type u) extends AddMonoid G, Neg G, Sub G where
  sub := fun a b => a + -b
  protected sub_eq_add_neg : ∀ a b : G, a - b = a + -b := by intros; rfl
/-- An additive group: a monoid in which every element has a negative. -/
class AddGroup (G : Type u) extends SubNegMonoid G where
  protected neg_add_cancel : ∀ a : G, -a + a = 0
/-- A commutative additive group. -/
class AddCommGroup (G : Type u) extends AddGroup G, AddCommMonoid G

/-! ## Laws of semigroups and monoids -/

section
variable {G : Type u}

/-- Addition is associative. -/
theorem add_assoc [AddSemigroup G] : ∀ a b c : G, a + b + c = a + (b + c) := AddSemigroup.add_assoc
/-- Addition is commutative. -/
theorem add_comm [AddCommMagma G] : ∀ a b : G, a + b = b + a := AddCommMagma.add_comm
theorem add_left_comm [AddCommSemigroup G] (a b c : G) : a + (b + c) = b + (a + c) := by
  rw [← add_assoc, add_comm a, add_assoc]
theorem add_right_comm [AddCommSemigroup G] (a b c : G) : a + b + c = a + c + b := by
  rw [add_assoc, add_comm b, ← add_assoc]
theorem add_add_add_comm [AddCommSemigroup G] (a b c d : G) : a + b + (c + d) = a + c + (b + d) := by
  rw [add_assoc, add_left_comm b, ← add_assoc]
theorem add_rotate [AddCommSemigroup G] (a b c : G) : a + b + c = b + c + a := by rw [add_assoc, add_comm a]
theorem add_rotate' [AddCommSemigroup G] (a b c : G) : a + (b + c) = b + (c + a) := by
  rw [add_comm a, add_assoc]
/-- Zero is neutral. -/
@[simp] theorem zero_add [AddZeroClass G] : ∀ a : G, 0 + a = a := AddZeroClass.zero_add
/-- Zero is neutral. -/
@[simp] theorem add_zero [AddZeroClass G] : ∀ a : G, a + 0 = a := AddZeroClass.add_zero
theorem add_left_cancel [Add G] [IsLeftCancelAdd G] {a b c : G} : a + b = a + c → b = c :=
  IsLeftCancelAdd.add_left_cancel a b c
theorem add_right_cancel [Add G] [IsRightCancelAdd G] {a b c : G} : a + b = c + b → a = c :=
  IsRightCancelAdd.add_right_cancel b a c
theorem add_left_cancel_iff [Add G] [IsLeftCancelAdd G] {a b c : G} : a + b = a + c ↔ b = c :=
  ⟨add_left_cancel, congrArg _⟩
theorem add_right_cancel_iff [Add G] [IsRightCancelAdd G] {a b c : G} : b + a = c + a ↔ b = c :=
  ⟨add_right_cancel, congrArg (· + a)⟩
@[simp] theorem add_right_inj [Add G] [IsLeftCancelAdd G] (a : G) {b c : G} : a + b = a + c ↔ b = c :=
  add_left_cancel_iff
@[simp] theorem add_left_inj [Add G] [IsRightCancelAdd G] (a : G) {b c : G} : b + a = c + a ↔ b = c :=
  add_right_cancel_iff
@[simp] theorem add_eq_left [AddZeroClass G] [IsLeftCancelAdd G] {a b : G} : a + b = a ↔ b = 0 :=
  ⟨fun h => add_left_cancel (h.trans (add_zero a).symm), fun h => h ▸ add_zero a⟩
@[simp] theorem add_eq_right [AddZeroClass G] [IsRightCancelAdd G] {a b : G} : a + b = b ↔ a = 0 :=
  ⟨fun h => add_right_cancel (h.trans (zero_add b).symm), fun h => h ▸ zero_add b⟩
@[simp] theorem left_eq_add [AddZeroClass G] [IsLeftCancelAdd G] {a b : G} : a = a + b ↔ b = 0 :=
  eq_comm.trans add_eq_left
@[simp] theorem right_eq_add [AddZeroClass G] [IsRightCancelAdd G] {a b : G} : b = a + b ↔ a = 0 :=
  eq_comm.trans add_eq_right
end

/-! ## Laws of groups -/

section
variable {G : Type u} [AddGroup G] {a b c d : G}

theorem sub_eq_add_neg {G : Type u} [SubNegMonoid G] : ∀ a b : G, a - b = a + -b :=
  SubNegMonoid.sub_eq_add_neg
/-- The negative of an element plus the element is zero. -/
@[simp] theorem neg_add_cancel (a : G) : -a + a = 0 := AddGroup.neg_add_cancel a
@[simp] theorem neg_add_cancel_left (a b : G) : -a + (a + b) = b := by
  rw [← add_assoc, neg_add_cancel, zero_add]
instance AddGroup.toIsLeftCancelAdd : IsLeftCancelAdd G :=
  ⟨fun a b c h => by rw [← neg_add_cancel_left a b, h, neg_add_cancel_left]⟩
/-- An element plus its negative is zero. -/
@[simp] theorem add_neg_cancel (a : G) : a + -a = 0 :=
  add_left_cancel (a := -a) (by rw [neg_add_cancel_left, add_zero])
@[simp] theorem add_neg_cancel_left (a b : G) : a + (-a + b) = b := by
  rw [← add_assoc, add_neg_cancel, zero_add]
@[simp] theorem add_neg_cancel_right (a b : G) : a + b + -b = a := by rw [add_assoc, add_neg_cancel, add_zero]
@[simp] theorem neg_add_cancel_right (a b : G) : a + -b + b = a := by rw [add_assoc, neg_add_cancel, add_zero]
instance AddGroup.toIsRightCancelAdd : IsRightCancelAdd G :=
  ⟨fun a b c h => by rw [← add_neg_cancel_right b a, h, add_neg_cancel_right]⟩
theorem eq_add_neg_of_add_eq (h : a + c = b) : a = b + -c := h ▸ (add_neg_cancel_right a c).symm
theorem eq_neg_add_of_add_eq (h : b + a = c) : a = -b + c := h ▸ (neg_add_cancel_left b a).symm
theorem neg_add_eq_of_eq_add (h : b = a + c) : -a + b = c := h ▸ neg_add_cancel_left a c
theorem add_neg_eq_of_eq_add (h : a = c + b) : a + -b = c := h ▸ add_neg_cancel_right c b
theorem eq_add_of_add_neg_eq (h : a + -c = b) : a = b + c := h ▸ (neg_add_cancel_right a c).symm
theorem eq_add_of_neg_add_eq (h : -b + a = c) : a = b + c := h ▸ (add_neg_cancel_left b a).symm
theorem add_eq_of_eq_neg_add (h : b = -a + c) : a + b = c := h ▸ add_neg_cancel_left a c
theorem add_eq_of_eq_add_neg (h : a = c + -b) : a + b = c := h ▸ neg_add_cancel_right c b
theorem eq_add_neg_iff_add_eq : a = b + -c ↔ a + c = b := ⟨add_eq_of_eq_add_neg, eq_add_neg_of_add_eq⟩
theorem eq_neg_add_iff_add_eq : a = -b + c ↔ b + a = c := ⟨add_eq_of_eq_neg_add, eq_neg_add_of_add_eq⟩
theorem neg_add_eq_iff_eq_add : -a + b = c ↔ b = a + c := ⟨eq_add_of_neg_add_eq, neg_add_eq_of_eq_add⟩
theorem add_neg_eq_iff_eq_add : a + -b = c ↔ a = c + b := ⟨eq_add_of_add_neg_eq, add_neg_eq_of_eq_add⟩
theorem add_neg_eq_zero : a + -b = 0 ↔ a = b := by rw [add_neg_eq_iff_eq_add, zero_add]
theorem neg_add_eq_zero : -a + b = 0 ↔ a = b := by rw [neg_add_eq_iff_eq_add, add_zero, eq_comm]
theorem eq_neg_of_add_eq_zero_left (h : a + b = 0) : a = -b := by rw [eq_add_neg_of_add_eq h, zero_add]
theorem eq_neg_of_add_eq_zero_right (h : a + b = 0) : b = -a := by rw [eq_neg_add_of_add_eq h, add_zero]
theorem neg_eq_of_add_eq_zero_right (h : a + b = 0) : -a = b := (eq_neg_of_add_eq_zero_right h).symm
theorem neg_eq_of_add_eq_zero_left (h : a + b = 0) : -b = a := (eq_neg_of_add_eq_zero_left h).symm
/-- The negative of the negative is the element. -/
@[simp] theorem neg_neg (a : G) : - -a = a := neg_eq_of_add_eq_zero_right (neg_add_cancel a)
@[simp] theorem neg_inj : -a = -b ↔ a = b := ⟨fun h => by rw [← neg_neg a, h, neg_neg], congrArg _⟩
@[simp] theorem neg_zero : -(0 : G) = 0 := neg_eq_of_add_eq_zero_right (add_zero 0)
/-- The negative of a sum is the sum of the negatives in reverse order. -/
@[simp] theorem neg_add_rev (a b : G) : -(a + b) = -b + -a :=
  neg_eq_of_add_eq_zero_right (by rw [add_assoc, add_neg_cancel_left, add_neg_cancel])
theorem add_eq_zero_iff_eq_neg : a + b = 0 ↔ a = -b :=
  ⟨eq_neg_of_add_eq_zero_left, fun h => h ▸ neg_add_cancel b⟩
theorem add_eq_zero_iff_neg_eq : a + b = 0 ↔ -a = b :=
  ⟨neg_eq_of_add_eq_zero_right, fun h => h ▸ add_neg_cancel a⟩
theorem eq_neg_iff_add_eq_zero : a = -b ↔ a + b = 0 := add_eq_zero_iff_eq_neg.symm
theorem neg_eq_iff_add_eq_zero : -a = b ↔ a + b = 0 := add_eq_zero_iff_neg_eq.symm
theorem neg_eq_iff_eq_neg : -a = b ↔ a = -b := neg_eq_iff_add_eq_zero.trans add_eq_zero_iff_eq_neg
theorem eq_neg_comm : a = -b ↔ b = -a := eq_comm.trans neg_eq_iff_eq_neg
theorem neg_eq_comm : -a = b ↔ -b = a := neg_eq_iff_eq_neg.trans eq_comm
@[simp] theorem neg_eq_zero : -a = 0 ↔ a = 0 := by rw [neg_eq_iff_eq_neg, neg_zero]
theorem neg_ne_zero : -a ≠ 0 ↔ a ≠ 0 := not_congr neg_eq_zero
@[simp] theorem sub_self (a : G) : a - a = 0 := by rw [sub_eq_add_neg, add_neg_cancel]
@[simp] theorem sub_zero (a : G) : a - 0 = a := by rw [sub_eq_add_neg, neg_zero, add_zero]
@[simp] theorem zero_sub (a : G) : 0 - a = -a := by rw [sub_eq_add_neg, zero_add]
@[simp] theorem sub_neg_eq_add (a b : G) : a - -b = a + b := by rw [sub_eq_add_neg, neg_neg]
@[simp] theorem neg_sub (a b : G) : -(a - b) = b - a := by
  rw [sub_eq_add_neg, neg_add_rev, neg_neg, sub_eq_add_neg]
@[simp] theorem sub_add_cancel (a b : G) : a - b + b = a := by rw [sub_eq_add_neg, neg_add_cancel_right]
@[simp] theorem add_sub_cancel_right (a b : G) : a + b - b = a := by rw [sub_eq_add_neg, add_neg_cancel_right]
theorem add_sub_assoc (a b c : G) : a + b - c = a + (b - c) := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_assoc]
theorem sub_eq_zero : a - b = 0 ↔ a = b := by rw [sub_eq_add_neg, add_neg_eq_zero]
theorem sub_eq_iff_eq_add : a - b = c ↔ a = c + b := by rw [sub_eq_add_neg, add_neg_eq_iff_eq_add]
theorem eq_sub_iff_add_eq : a = b - c ↔ a + c = b := by rw [sub_eq_add_neg, eq_add_neg_iff_add_eq]
theorem sub_eq_zero_of_eq (h : a = b) : a - b = 0 := sub_eq_zero.mpr h
theorem sub_ne_zero : a - b ≠ 0 ↔ a ≠ b := not_congr sub_eq_zero
theorem sub_ne_zero_of_ne (h : a ≠ b) : a - b ≠ 0 := sub_ne_zero.mpr h
theorem eq_of_sub_eq_zero (h : a - b = 0) : a = b := sub_eq_zero.mp h
theorem eq_sub_of_add_eq (h : a + c = b) : a = b - c := eq_sub_iff_add_eq.mpr h
theorem sub_eq_of_eq_add (h : a = c + b) : a - b = c := sub_eq_iff_eq_add.mpr h
theorem eq_add_of_sub_eq (h : a - c = b) : a = b + c := sub_eq_iff_eq_add.mp h
theorem add_eq_of_eq_sub (h : a = c - b) : a + b = c := eq_sub_iff_add_eq.mp h
@[simp] theorem sub_left_inj : b - a = c - a ↔ b = c := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_left_inj]
@[simp] theorem sub_right_inj : a - b = a - c ↔ b = c := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_right_inj, neg_inj]
theorem add_sub (a b c : G) : a + (b - c) = a + b - c := (add_sub_assoc a b c).symm
theorem sub_sub_eq_add_sub {G : Type u} [AddCommGroup G] (a b c : G) : a - (b - c) = a + c - b := by
  rw [sub_eq_add_neg, neg_sub, add_sub]
@[simp] theorem sub_add_sub_cancel (a b c : G) : a - b + (b - c) = a - c := by rw [add_sub, sub_add_cancel]
@[simp] theorem add_sub_add_right_eq_sub (a b c : G) : a + c - (b + c) = a - b := by
  rw [sub_eq_add_neg, neg_add_rev, ← add_assoc, add_neg_cancel_right, ← sub_eq_add_neg]
@[simp] theorem sub_sub_sub_cancel_right (a b c : G) : a - c - (b - c) = a - b := by
  rw [sub_eq_add_neg (a - c), neg_sub, sub_add_sub_cancel]
end

section
variable {G : Type u} [AddCommGroup G] {a b c : G}

theorem neg_add (a b : G) : -(a + b) = -a + -b := by rw [neg_add_rev, add_comm]
theorem neg_add_eq_sub (a b : G) : -a + b = b - a := by rw [add_comm, sub_eq_add_neg]
theorem sub_eq_neg_add (a b : G) : a - b = -b + a := (neg_add_eq_sub b a).symm
@[simp] theorem add_sub_cancel_left (a b : G) : a + b - a = b := by rw [add_comm, add_sub_cancel_right]
@[simp] theorem add_sub_cancel (a b : G) : a + (b - a) = b := by rw [add_comm, sub_add_cancel]
@[simp] theorem sub_sub_cancel (a b : G) : a - (a - b) = b := by rw [sub_sub_eq_add_sub, add_sub_cancel_left]
theorem sub_sub_self (a b : G) : a - (a - b) = b := sub_sub_cancel a b
theorem sub_sub (a b c : G) : a - b - c = a - (b + c) := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_assoc, ← neg_add, ← sub_eq_add_neg]
theorem sub_add_eq_sub_sub (a b c : G) : a - (b + c) = a - b - c := (sub_sub a b c).symm
theorem add_sub_right_comm (a b c : G) : a + b - c = a - c + b := by
  rw [sub_eq_add_neg, add_right_comm, ← sub_eq_add_neg]
theorem sub_add_eq_add_sub (a b c : G) : a - b + c = a + c - b := (add_sub_right_comm a c b).symm
theorem sub_right_comm (a b c : G) : a - b - c = a - c - b := by rw [sub_sub, sub_sub, add_comm]
theorem sub_add (a b c : G) : a - b + c = a - (b - c) := by rw [sub_sub_eq_add_sub, sub_add_eq_add_sub]
theorem add_sub_left_comm (a b c : G) : a + (b - c) = b + (a - c) := by rw [add_sub, add_comm a, add_sub]
theorem add_sub_add_comm (a b c d : G) : a + b - (c + d) = a - c + (b - d) := by
  rw [← sub_sub, add_sub_right_comm, add_sub_assoc]
@[simp] theorem add_sub_add_left_eq_sub (a b c : G) : c + a - (c + b) = a - b := by
  rw [add_comm c, add_comm c, add_sub_add_right_eq_sub]
@[simp] theorem sub_sub_sub_cancel_left (a b c : G) : c - a - (c - b) = b - a := by
  rw [sub_right_comm, sub_sub_cancel]
theorem sub_eq_iff_eq_add' : a - b = c ↔ a = b + c := by rw [sub_eq_iff_eq_add, add_comm]
theorem eq_sub_iff_add_eq' : a = b - c ↔ c + a = b := by rw [eq_sub_iff_add_eq, add_comm]
theorem sub_eq_of_eq_add' (h : a = b + c) : a - b = c := sub_eq_iff_eq_add'.mpr h
theorem eq_sub_of_add_eq' (h : c + a = b) : a = b - c := eq_sub_iff_add_eq'.mpr h
theorem add_eq_of_eq_sub' (h : b = c - a) : a + b = c := by rw [h, add_sub_cancel]
theorem eq_add_of_sub_eq' (h : a - b = c) : a = b + c := sub_eq_iff_eq_add'.mp h
theorem sub_eq_sub_iff_add_eq_add {d : G} : a - b = c - d ↔ a + d = c + b := by
  rw [sub_eq_iff_eq_add, sub_add_eq_add_sub, eq_sub_iff_add_eq]
end

/-! ## Multiples -/

section
variable {M : Type u} [AddMonoid M]

@[simp] theorem zero_nsmul (a : M) : 0 • a = 0 := AddMonoid.nsmul_zero a
theorem succ_nsmul (a : M) (n : Nat) : (n + 1) • a = n • a + a := AddMonoid.nsmul_succ n a
@[simp] theorem one_nsmul (a : M) : 1 • a = a := by rw [succ_nsmul, zero_nsmul, zero_add]
theorem two_nsmul (a : M) : 2 • a = a + a := by rw [succ_nsmul, one_nsmul]
theorem add_nsmul (a : M) (m n : Nat) : (m + n) • a = m • a + n • a := by
  induction n with
  | zero => rw [Nat.add_zero, zero_nsmul, add_zero]
  | succ k ih => rw [← Nat.add_assoc, succ_nsmul, succ_nsmul, ih, add_assoc]
theorem succ_nsmul' (a : M) (n : Nat) : (n + 1) • a = a + n • a := by
  rw [Nat.add_comm, add_nsmul, one_nsmul]
@[simp] theorem nsmul_zero (n : Nat) : n • (0 : M) = 0 := by
  induction n with
  | zero => exact zero_nsmul 0
  | succ k ih => rw [succ_nsmul, ih, add_zero]
theorem nsmul_add {M : Type u} [AddCommMonoid M] (a b : M) (n : Nat) : n • (a + b) = n • a + n • b := by
  induction n with
  | zero => rw [zero_nsmul, zero_nsmul, zero_nsmul, add_zero]
  | succ k ih => rw [succ_nsmul, succ_nsmul, succ_nsmul, ih, add_add_add_comm]
end
