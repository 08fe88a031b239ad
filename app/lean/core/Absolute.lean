/-
Absolute values: `|a|` is the larger of `a` and `-a`.

Mathlib defines it for lattices; here it is for linear orders.
-/
prelude
import Lemmata.OrderedRings
import Lemmata.Notation
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

/-- The absolute value `|a|`: the larger of `a` and `-a`. -/
def abs {α : Type u} [LinearOrder α] [AddGroup α] (a : α) : α := max a (-a)
macro:max atomic("|" noWs) a:term noWs "|" : term => `(abs $a)
@[app_unexpander abs] def unexpandAbs : Lean.PrettyPrinter.Unexpander
  | `($_ $a) => `(|$a|)
  | _ => throw ()

section
variable {α : Type u} [LinearOrder α] [AddGroup α] {a b : α}

theorem le_abs_self (a : α) : a ≤ |a| := le_max_left a (-a)
theorem neg_le_abs (a : α) : -a ≤ |a| := le_max_right a (-a)
@[simp] theorem abs_neg (a : α) : |-a| = |a| := by rw [abs, abs, neg_neg, max_comm]
theorem abs_choice (a : α) : |a| = a ∨ |a| = -a := max_choice a (-a)
theorem abs_le' : |a| ≤ b ↔ a ≤ b ∧ -a ≤ b := max_le_iff
theorem le_abs : a ≤ |b| ↔ a ≤ b ∨ a ≤ -b := le_max_iff
theorem abs_by_cases (P : α → Prop) {a : α} (h1 : P a) (h2 : P (-a)) : P |a| :=
  (abs_choice a).elim (fun e => by rwa [e]) fun e => by rwa [e]
theorem abs_sub_comm (a b : α) : |a - b| = |b - a| := by rw [← neg_sub, abs_neg]
theorem eq_or_eq_neg_of_abs_eq (h : |a| = b) : a = b ∨ a = -b :=
  (abs_choice a).imp (fun e => e.symm.trans h) fun e => by rw [← h, e, neg_neg]
theorem abs_eq_abs : |a| = |b| ↔ a = b ∨ a = -b :=
  ⟨fun h => (eq_or_eq_neg_of_abs_eq h).elim (fun e => (abs_choice b).imp e.trans e.trans)
    fun e => (abs_choice b).symm.imp (fun e' => by rw [e, e', neg_neg]) fun e' => by rw [e, e'],
   fun h => h.elim (congrArg abs) fun h => by rw [h, abs_neg]⟩
end

section
variable {α : Type u} [AddCommGroup α] [LinearOrder α] [IsOrderedAddMonoid α] {a b c : α}

/-- The absolute value of a number that is not negative is the number. -/
theorem abs_of_nonneg (h : 0 ≤ a) : |a| = a := max_eq_left (le_trans (neg_nonpos.mpr h) h)
theorem abs_of_pos (h : 0 < a) : |a| = a := abs_of_nonneg (le_of_lt h)
theorem abs_of_nonpos (h : a ≤ 0) : |a| = -a := max_eq_right (le_trans h (neg_nonneg.mpr h))
theorem abs_of_neg (h : a < 0) : |a| = -a := abs_of_nonpos (le_of_lt h)
@[simp] theorem abs_zero : |(0 : α)| = 0 := abs_of_nonneg (le_refl 0)
/-- Absolute values are not negative. -/
@[simp] theorem abs_nonneg (a : α) : 0 ≤ |a| :=
  (le_total 0 a).elim (fun h => le_trans h (le_abs_self a))
    fun h => le_trans (neg_nonneg.mpr h) (neg_le_abs a)
@[simp] theorem abs_abs (a : α) : |(|a|)| = |a| := abs_of_nonneg (abs_nonneg a)
theorem neg_abs_le (a : α) : -|a| ≤ a := neg_le.mpr (neg_le_abs a)
theorem abs_le : |a| ≤ b ↔ -b ≤ a ∧ a ≤ b := by rw [abs_le', and_comm, neg_le]
theorem abs_lt : |a| < b ↔ -b < a ∧ a < b := (max_lt_iff (a := a) (b := -a)).trans (by rw [and_comm, neg_lt])
@[simp] theorem abs_eq_zero : |a| = 0 ↔ a = 0 :=
  ⟨fun h => le_antisymm (h ▸ le_abs_self a) (neg_nonpos.mp (h ▸ neg_le_abs a)), fun h => by rw [h, abs_zero]⟩
@[simp] theorem abs_pos : 0 < |a| ↔ a ≠ 0 :=
  ⟨fun h e => ne_of_gt h (abs_eq_zero.mpr e),
   fun h => lt_of_le_of_ne (abs_nonneg a) fun e => h (abs_eq_zero.mp e.symm)⟩
theorem abs_ne_zero : |a| ≠ 0 ↔ a ≠ 0 := not_congr abs_eq_zero
@[simp] theorem abs_eq_self : |a| = a ↔ 0 ≤ a := ⟨fun h => h ▸ abs_nonneg a, abs_of_nonneg⟩
@[simp] theorem abs_eq_neg_self : |a| = -a ↔ a ≤ 0 :=
  ⟨fun h => neg_nonneg.mp (h ▸ abs_nonneg a), abs_of_nonpos⟩
/-- The triangle inequality. -/
theorem abs_add_le (a b : α) : |a + b| ≤ |a| + |b| :=
  abs_le'.mpr ⟨add_le_add (le_abs_self a) (le_abs_self b), by
    rw [neg_add]
    exact add_le_add (neg_le_abs a) (neg_le_abs b)⟩
theorem abs_sub_le (a b c : α) : |a - c| ≤ |a - b| + |b - c| := by
  have := abs_add_le (a - b) (b - c)
  rwa [sub_add_sub_cancel] at this
theorem abs_sub_abs_le_abs_sub (a b : α) : |a| - |b| ≤ |a - b| := by
  have := abs_add_le (a - b) b
  rwa [sub_add_cancel, ← sub_le_iff_le_add] at this
end

section
variable {α : Type u} [CommRing α] [LinearOrder α] [IsStrictOrderedRing α]

@[simp] theorem abs_one : |(1 : α)| = 1 := abs_of_pos zero_lt_one
/-- The absolute value of a product is the product of the absolute values. -/
theorem abs_mul (a b : α) : |a * b| = |a| * |b| := by
  rcases le_total 0 a with ha | ha <;> rcases le_total 0 b with hb | hb
  · rw [abs_of_nonneg ha, abs_of_nonneg hb, abs_of_nonneg (mul_nonneg ha hb)]
  · rw [abs_of_nonneg ha, abs_of_nonpos hb, abs_of_nonpos (mul_nonpos_of_nonneg_of_nonpos ha hb), mul_neg]
  · rw [abs_of_nonpos ha, abs_of_nonneg hb, abs_of_nonpos (mul_nonpos_of_nonpos_of_nonneg ha hb), neg_mul]
  · rw [abs_of_nonpos ha, abs_of_nonpos hb, abs_of_nonneg (mul_nonneg_of_nonpos_of_nonpos ha hb), neg_mul_neg]
@[simp] theorem abs_mul_abs_self (a : α) : |a| * |a| = a * a := by
  rw [← abs_mul, abs_of_nonneg (mul_self_nonneg a)]
@[simp] theorem abs_mul_self (a : α) : |a * a| = a * a := abs_of_nonneg (mul_self_nonneg a)
@[simp] theorem sq_abs (a : α) : |a| ^ 2 = a ^ 2 := by rw [pow_two, pow_two, abs_mul_abs_self]
@[simp] theorem abs_sq (a : α) : |a ^ 2| = a ^ 2 := abs_of_nonneg (sq_nonneg a)
theorem abs_pow (a : α) (n : Nat) : |a ^ n| = |a| ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero, abs_one]
  | succ k ih => rw [pow_succ, abs_mul, ih, pow_succ]
theorem sq_le_sq {a b : α} : a ^ 2 ≤ b ^ 2 ↔ |a| ≤ |b| :=
  ⟨fun h => le_of_sq_le_sq (by rwa [sq_abs, sq_abs]) (abs_nonneg b), fun h => by
    rw [← sq_abs a, ← sq_abs b]
    exact pow_le_pow_left₀ (abs_nonneg a) h 2⟩
end
