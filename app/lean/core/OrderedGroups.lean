/-
Sums and order: adding to both sides of an inequality, differences and negatives.

Mathlib states these laws for many small classes, such as `AddLeftMono`; here each is stated for the class of
structures that implies them all, `IsOrderedAddMonoid` or `IsOrderedCancelAddMonoid`, under Mathlib's name.
-/
prelude
import Lemmata.AddGroups
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

/-- Addition keeps `≤`. -/
class IsOrderedAddMonoid (α : Type u) [AddCommMonoid α] [Preorder α] : Prop where
  protected add_le_add_left : ∀ a b : α, a ≤ b → ∀ c, a + c ≤ b + c
  protected add_le_add_right : ∀ a b : α, a ≤ b → ∀ c, c + a ≤ c + b := fun a b h c => by
    rw [add_comm c, add_comm c]; exact add_le_add_left a b h c
/-- Addition keeps `≤`, and terms can be cancelled. -/
class IsOrderedCancelAddMonoid (α : Type u) [AddCommMonoid α] [Preorder α] : Prop
    extends IsOrderedAddMonoid α where
  protected le_of_add_le_add_left : ∀ a b c : α, a + b ≤ a + c → b ≤ c
  protected le_of_add_le_add_right : ∀ a b c : α, b + a ≤ c + a → b ≤ c := fun a b c h => by
    rw [add_comm b, add_comm c] at h; exact le_of_add_le_add_left a b c h
/-- `≤` is what addition makes of it: `a ≤ b` if `b` is `a` plus something. -/
class CanonicallyOrderedAdd (α : Type u) [Add α] [LE α] : Prop where
  protected exists_add_of_le : ∀ {a b : α}, a ≤ b → ∃ c, b = a + c
  protected le_add_self : ∀ a b : α, a ≤ b + a
  protected le_self_add : ∀ a b : α, a ≤ a + b

section
variable {α : Type u} [AddCommMonoid α] [Preorder α] [IsOrderedAddMonoid α] {a b c d : α}

theorem add_le_add_left (bc : b ≤ c) (a : α) : b + a ≤ c + a := IsOrderedAddMonoid.add_le_add_left b c bc a
theorem add_le_add_right (bc : b ≤ c) (a : α) : a + b ≤ a + c := IsOrderedAddMonoid.add_le_add_right b c bc a
/-- Inequalities can be added. -/
theorem add_le_add (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  le_trans (add_le_add_left h₁ c) (add_le_add_right h₂ b)
theorem le_add_of_nonneg_right (h : 0 ≤ b) : a ≤ a + b := by
  have := add_le_add_right h a
  rwa [add_zero] at this
theorem le_add_of_nonneg_left (h : 0 ≤ b) : a ≤ b + a := add_comm a b ▸ le_add_of_nonneg_right h
theorem add_le_of_nonpos_right (h : b ≤ 0) : a + b ≤ a := by
  have := add_le_add_right h a
  rwa [add_zero] at this
theorem add_le_of_nonpos_left (h : b ≤ 0) : b + a ≤ a := add_comm a b ▸ add_le_of_nonpos_right h
theorem le_add_of_le_of_nonneg (hbc : b ≤ c) (ha : 0 ≤ a) : b ≤ c + a :=
  le_trans hbc (le_add_of_nonneg_right ha)
theorem le_add_of_nonneg_of_le (ha : 0 ≤ a) (hbc : b ≤ c) : b ≤ a + c :=
  le_trans hbc (le_add_of_nonneg_left ha)
theorem add_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := le_add_of_le_of_nonneg ha hb
theorem add_nonpos (ha : a ≤ 0) (hb : b ≤ 0) : a + b ≤ 0 := le_trans (add_le_of_nonpos_right hb) ha
theorem add_pos_of_pos_of_nonneg (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b :=
  lt_of_lt_of_le ha (le_add_of_nonneg_right hb)
theorem add_pos_of_nonneg_of_pos (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b :=
  lt_of_lt_of_le hb (le_add_of_nonneg_left ha)
theorem add_pos (ha : 0 < a) (hb : 0 < b) : 0 < a + b := add_pos_of_pos_of_nonneg ha (le_of_lt hb)
theorem add_neg_of_neg_of_nonpos (ha : a < 0) (hb : b ≤ 0) : a + b < 0 :=
  lt_of_le_of_lt (add_le_of_nonpos_right hb) ha
theorem add_neg_of_nonpos_of_neg (ha : a ≤ 0) (hb : b < 0) : a + b < 0 :=
  lt_of_le_of_lt (add_le_of_nonpos_left ha) hb
theorem add_neg (ha : a < 0) (hb : b < 0) : a + b < 0 := add_neg_of_neg_of_nonpos ha (le_of_lt hb)
theorem lt_add_of_lt_of_nonneg (hbc : b < c) (ha : 0 ≤ a) : b < c + a :=
  lt_of_lt_of_le hbc (le_add_of_nonneg_right ha)
theorem lt_add_of_nonneg_of_lt (ha : 0 ≤ a) (hbc : b < c) : b < a + c :=
  lt_of_lt_of_le hbc (le_add_of_nonneg_left ha)
end

section
variable {α : Type u} [AddCommMonoid α] [Preorder α] [IsOrderedCancelAddMonoid α] {a b c d : α}

theorem le_of_add_le_add_left (h : a + b ≤ a + c) : b ≤ c :=
  IsOrderedCancelAddMonoid.le_of_add_le_add_left a b c h
theorem le_of_add_le_add_right (h : b + a ≤ c + a) : b ≤ c :=
  IsOrderedCancelAddMonoid.le_of_add_le_add_right a b c h
@[simp] theorem add_le_add_iff_left (a : α) {b c : α} : a + b ≤ a + c ↔ b ≤ c :=
  ⟨le_of_add_le_add_left, fun h => add_le_add_right h a⟩
@[simp] theorem add_le_add_iff_right (a : α) {b c : α} : b + a ≤ c + a ↔ b ≤ c :=
  ⟨le_of_add_le_add_right, fun h => add_le_add_left h a⟩
@[simp] theorem add_lt_add_iff_left (a : α) {b c : α} : a + b < a + c ↔ b < c := by
  rw [lt_iff_le_not_ge, lt_iff_le_not_ge, add_le_add_iff_left, add_le_add_iff_left]
@[simp] theorem add_lt_add_iff_right (a : α) {b c : α} : b + a < c + a ↔ b < c := by
  rw [lt_iff_le_not_ge, lt_iff_le_not_ge, add_le_add_iff_right, add_le_add_iff_right]
theorem add_lt_add_left (bc : b < c) (a : α) : b + a < c + a := (add_lt_add_iff_right a).mpr bc
theorem add_lt_add_right (bc : b < c) (a : α) : a + b < a + c := (add_lt_add_iff_left a).mpr bc
theorem lt_of_add_lt_add_left (h : a + b < a + c) : b < c := (add_lt_add_iff_left a).mp h
theorem lt_of_add_lt_add_right (h : b + a < c + a) : b < c := (add_lt_add_iff_right a).mp h
theorem add_lt_add_of_le_of_lt (h₁ : a ≤ b) (h₂ : c < d) : a + c < b + d :=
  lt_of_le_of_lt (add_le_add_left h₁ c) (add_lt_add_right h₂ b)
theorem add_lt_add_of_lt_of_le (h₁ : a < b) (h₂ : c ≤ d) : a + c < b + d :=
  lt_of_lt_of_le (add_lt_add_left h₁ c) (add_le_add_right h₂ b)
/-- Strict inequalities can be added. -/
theorem add_lt_add (h₁ : a < b) (h₂ : c < d) : a + c < b + d := add_lt_add_of_lt_of_le h₁ (le_of_lt h₂)
@[simp] theorem le_add_iff_nonneg_right (a : α) {b : α} : a ≤ a + b ↔ 0 ≤ b := by
  rw [← add_le_add_iff_left a (b := 0), add_zero]
@[simp] theorem le_add_iff_nonneg_left (a : α) {b : α} : a ≤ b + a ↔ 0 ≤ b := by
  rw [add_comm, le_add_iff_nonneg_right]
@[simp] theorem add_le_iff_nonpos_right (a : α) {b : α} : a + b ≤ a ↔ b ≤ 0 := by
  rw [← add_le_add_iff_left a (c := 0), add_zero]
@[simp] theorem add_le_iff_nonpos_left {a b : α} : a + b ≤ b ↔ a ≤ 0 := by
  rw [add_comm, add_le_iff_nonpos_right]
@[simp] theorem lt_add_iff_pos_right (a : α) {b : α} : a < a + b ↔ 0 < b := by
  rw [← add_lt_add_iff_left a (b := 0), add_zero]
@[simp] theorem lt_add_iff_pos_left (a : α) {b : α} : a < b + a ↔ 0 < b := by
  rw [add_comm, lt_add_iff_pos_right]
@[simp] theorem add_lt_iff_neg_left {a b : α} : a + b < a ↔ b < 0 := by
  rw [← add_lt_add_iff_left a (c := 0), add_zero]
@[simp] theorem add_lt_iff_neg_right {a : α} (b : α) : a + b < b ↔ a < 0 := by
  rw [add_comm, add_lt_iff_neg_left]
theorem lt_add_of_pos_right (a : α) {b : α} (h : 0 < b) : a < a + b := (lt_add_iff_pos_right a).mpr h
theorem lt_add_of_pos_left (a : α) {b : α} (h : 0 < b) : a < b + a := (lt_add_iff_pos_left a).mpr h
theorem lt_add_of_le_of_pos (hbc : b ≤ c) (ha : 0 < a) : b < c + a :=
  lt_of_le_of_lt hbc (lt_add_of_pos_right c ha)
theorem lt_add_of_pos_of_le (ha : 0 < a) (hbc : b ≤ c) : b < a + c :=
  lt_of_le_of_lt hbc (lt_add_of_pos_left c ha)
end

/-! ## Groups: negatives and differences -/

section
variable {α : Type u} [AddCommGroup α] [Preorder α] [IsOrderedAddMonoid α] {a b c d : α}

instance (priority := 200) IsOrderedAddMonoid.toIsOrderedCancelAddMonoid : IsOrderedCancelAddMonoid α where
  le_of_add_le_add_left a b c h := by
    have := add_le_add_right h (-a)
    rwa [neg_add_cancel_left, neg_add_cancel_left] at this
@[simp] theorem sub_le_sub_iff_right (c : α) : a - c ≤ b - c ↔ a ≤ b := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_le_add_iff_right]
@[simp] theorem sub_lt_sub_iff_right (c : α) : a - c < b - c ↔ a < b := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_lt_add_iff_right]
theorem sub_le_iff_le_add : a - c ≤ b ↔ a ≤ b + c := by rw [← add_le_add_iff_right c, sub_add_cancel]
theorem sub_le_iff_le_add' : a - b ≤ c ↔ a ≤ b + c := by rw [sub_le_iff_le_add, add_comm]
theorem le_sub_iff_add_le : a ≤ c - b ↔ a + b ≤ c := by
  rw [← add_le_add_iff_right (a := b) (c := c - b), sub_add_cancel]
theorem le_sub_iff_add_le' : b ≤ c - a ↔ a + b ≤ c := by rw [le_sub_iff_add_le, add_comm]
theorem sub_lt_iff_lt_add : a - c < b ↔ a < b + c := by rw [← add_lt_add_iff_right c, sub_add_cancel]
theorem sub_lt_iff_lt_add' : a - b < c ↔ a < b + c := by rw [sub_lt_iff_lt_add, add_comm]
theorem lt_sub_iff_add_lt : a < c - b ↔ a + b < c := by
  rw [← add_lt_add_iff_right (a := b) (c := c - b), sub_add_cancel]
theorem lt_sub_iff_add_lt' : b < c - a ↔ a + b < c := by rw [lt_sub_iff_add_lt, add_comm]
/-- A difference is not negative exactly if what is subtracted is at most the other. -/
@[simp] theorem sub_nonneg {a b : α} : 0 ≤ a - b ↔ b ≤ a := by rw [le_sub_iff_add_le, zero_add]
@[simp] theorem sub_nonpos : a - b ≤ 0 ↔ a ≤ b := by rw [sub_le_iff_le_add, zero_add]
@[simp] theorem sub_pos : 0 < a - b ↔ b < a := by rw [lt_sub_iff_add_lt, zero_add]
@[simp] theorem sub_neg : a - b < 0 ↔ a < b := by rw [sub_lt_iff_lt_add, zero_add]
theorem sub_nonneg_of_le : b ≤ a → 0 ≤ a - b := sub_nonneg.mpr
theorem le_of_sub_nonneg : 0 ≤ a - b → b ≤ a := sub_nonneg.mp
theorem sub_nonpos_of_le : a ≤ b → a - b ≤ 0 := sub_nonpos.mpr
theorem le_of_sub_nonpos : a - b ≤ 0 → a ≤ b := sub_nonpos.mp
theorem sub_pos_of_lt : b < a → 0 < a - b := sub_pos.mpr
theorem lt_of_sub_pos : 0 < a - b → b < a := sub_pos.mp
theorem sub_neg_of_lt : a < b → a - b < 0 := sub_neg.mpr
theorem lt_of_sub_neg : a - b < 0 → a < b := sub_neg.mp
/-- Negatives turn `≤` around. -/
@[simp] theorem neg_le_neg_iff : -a ≤ -b ↔ b ≤ a := by
  rw [← sub_nonneg, sub_neg_eq_add, neg_add_eq_sub, sub_nonneg]
@[simp] theorem neg_lt_neg_iff : -a < -b ↔ b < a := by
  rw [lt_iff_le_not_ge, lt_iff_le_not_ge, neg_le_neg_iff, neg_le_neg_iff]
theorem neg_le_neg : a ≤ b → -b ≤ -a := neg_le_neg_iff.mpr
theorem neg_lt_neg : a < b → -b < -a := neg_lt_neg_iff.mpr
theorem neg_le : -a ≤ b ↔ -b ≤ a := by rw [← neg_le_neg_iff, neg_neg]
theorem le_neg : a ≤ -b ↔ b ≤ -a := by rw [← neg_le_neg_iff, neg_neg]
theorem neg_lt : -a < b ↔ -b < a := by rw [← neg_lt_neg_iff, neg_neg]
theorem lt_neg : a < -b ↔ b < -a := by rw [← neg_lt_neg_iff, neg_neg]
@[simp] theorem neg_nonneg {a : α} : 0 ≤ -a ↔ a ≤ 0 := by rw [le_neg, neg_zero]
@[simp] theorem neg_nonpos {a : α} : -a ≤ 0 ↔ 0 ≤ a := by rw [neg_le, neg_zero]
@[simp] theorem neg_pos {a : α} : 0 < -a ↔ a < 0 := by rw [lt_neg, neg_zero]
@[simp] theorem neg_lt_zero {a : α} : -a < 0 ↔ 0 < a := by rw [neg_lt, neg_zero]
theorem neg_nonneg_of_nonpos {a : α} : a ≤ 0 → 0 ≤ -a := neg_nonneg.mpr
theorem neg_pos_of_neg {a : α} : a < 0 → 0 < -a := neg_pos.mpr
theorem sub_le_sub (hab : a ≤ b) (hcd : c ≤ d) : a - d ≤ b - c := by
  rw [sub_eq_add_neg, sub_eq_add_neg]
  exact add_le_add hab (neg_le_neg hcd)
theorem sub_lt_sub (hab : a < b) (hcd : c < d) : a - d < b - c := by
  rw [sub_eq_add_neg, sub_eq_add_neg]
  exact add_lt_add hab (neg_lt_neg hcd)
theorem sub_le_sub_left (h : a ≤ b) (c : α) : c - b ≤ c - a := sub_le_sub (le_refl c) h
theorem sub_le_sub_right (h : a ≤ b) (c : α) : a - c ≤ b - c := (sub_le_sub_iff_right c).mpr h
theorem sub_lt_sub_right (h : a < b) (c : α) : a - c < b - c := (sub_lt_sub_iff_right c).mpr h
@[simp] theorem sub_le_sub_iff_left (a : α) {b c : α} : a - b ≤ a - c ↔ c ≤ b := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_le_add_iff_left, neg_le_neg_iff]
@[simp] theorem sub_lt_sub_iff_left (a : α) {b c : α} : a - b < a - c ↔ c < b := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_lt_add_iff_left, neg_lt_neg_iff]
theorem sub_lt_sub_left (h : a < b) (c : α) : c - b < c - a := (sub_lt_sub_iff_left c).mpr h
@[simp] theorem sub_le_self_iff (a : α) {b : α} : a - b ≤ a ↔ 0 ≤ b := by
  rw [sub_le_iff_le_add, le_add_iff_nonneg_right]
@[simp] theorem sub_lt_self_iff (a : α) {b : α} : a - b < a ↔ 0 < b := by
  rw [sub_lt_iff_lt_add, lt_add_iff_pos_right]
theorem sub_le_self (a : α) {b : α} : 0 ≤ b → a - b ≤ a := (sub_le_self_iff a).mpr
theorem sub_lt_self (a : α) {b : α} : 0 < b → a - b < a := (sub_lt_self_iff a).mpr
end

/-! ## Orders that addition makes, such as that of the natural numbers -/

section
variable {α : Type u} [AddCommMonoid α] [PartialOrder α] [CanonicallyOrderedAdd α] {a b c : α}

theorem le_self_add : a ≤ a + c := CanonicallyOrderedAdd.le_self_add a c
theorem le_add_self : a ≤ b + a := CanonicallyOrderedAdd.le_add_self a b
theorem le_iff_exists_add : a ≤ b ↔ ∃ c, b = a + c :=
  ⟨CanonicallyOrderedAdd.exists_add_of_le, fun ⟨_, h⟩ => h ▸ le_self_add⟩
theorem le_iff_exists_add' : a ≤ b ↔ ∃ c, b = c + a :=
  le_iff_exists_add.trans (exists_congr fun c => by rw [add_comm])
theorem exists_add_of_le (h : a ≤ b) : ∃ c, b = a + c := le_iff_exists_add.mp h
/-- Zero is the least. -/
@[simp] theorem zero_le : 0 ≤ a := by
  have := le_self_add (a := 0) (c := a)
  rwa [zero_add] at this
@[simp] theorem nonpos_iff_eq_zero : a ≤ 0 ↔ a = 0 := ⟨fun h => le_antisymm h zero_le, le_of_eq⟩
theorem le_zero_iff : a ≤ 0 ↔ a = 0 := nonpos_iff_eq_zero
theorem pos_iff_ne_zero : 0 < a ↔ a ≠ 0 := ⟨ne_of_gt, fun h => lt_of_le_of_ne zero_le h.symm⟩
theorem pos_of_ne_zero : a ≠ 0 → 0 < a := pos_iff_ne_zero.mpr
theorem eq_zero_or_pos (a : α) : a = 0 ∨ 0 < a := (em (a = 0)).imp_right pos_of_ne_zero
protected theorem Ne.pos : a ≠ 0 → 0 < a := pos_of_ne_zero
theorem ne_zero_of_lt (h : b < a) : a ≠ 0 := ne_of_gt (lt_of_le_of_lt zero_le h)
end
