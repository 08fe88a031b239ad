/-
Orders: the classes `Preorder`, `PartialOrder` and `LinearOrder` with their laws, such as `le_trans` and
`not_lt`, smaller and larger of two elements, and the natural numbers as a linear order.

The classes have Mathlib's names and fields, less what programs need to sort things (`Ord`).
-/
prelude
import Lemmata.Divisibility
import Lemmata.Macros
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v

/-- `≤` can be decided by computing. -/
abbrev DecidableLE (α : Type u) [LE α] := DecidableRel (LE.le : α → α → Prop)
/-- `<` can be decided by computing. -/
abbrev DecidableLT (α : Type u) [LT α] := DecidableRel (LT.lt : α → α → Prop)

/-! ## Preorders -/

/-- A preorder: `≤` is reflexive and transitive, and `a < b` is `a ≤ b` without `b ≤ a`. -/
class Preorder (α : Type u) extends LE α, LT α where
  le_refl : ∀ a : α, a ≤ a
  le_trans : ∀ a b c : α, a ≤ b → b ≤ c → a ≤ c
  lt := fun a b => a ≤ b ∧ ¬b ≤ a
  lt_iff_le_not_ge : ∀ a b : α, a < b ↔ a ≤ b ∧ ¬b ≤ a := by intros; rfl
/-- A partial order: a preorder in which `a ≤ b` and `b ≤ a` only if `a = b`. -/
class PartialOrder (α : Type u) extends Preorder α where
  le_antisymm : ∀ a b : α, a ≤ b → b ≤ a → a = b

section
variable {α : Type u} [Preorder α] {a b c d : α}

/-- Everything is at most itself. -/
@[refl, simp] theorem le_refl : ∀ a : α, a ≤ a := Preorder.le_refl
theorem le_rfl : a ≤ a := le_refl a
/-- `≤` is transitive. -/
theorem le_trans : a ≤ b → b ≤ c → a ≤ c := Preorder.le_trans a b c
theorem ge_trans : a ≥ b → b ≥ c → a ≥ c := fun h₁ h₂ => le_trans h₂ h₁
theorem lt_iff_le_not_ge : a < b ↔ a ≤ b ∧ ¬b ≤ a := Preorder.lt_iff_le_not_ge a b
theorem lt_of_le_not_ge (hab : a ≤ b) (hba : ¬b ≤ a) : a < b := lt_iff_le_not_ge.mpr ⟨hab, hba⟩
theorem le_of_eq (h : a = b) : a ≤ b := h ▸ le_refl a
theorem ge_of_eq (h : a = b) : b ≤ a := h ▸ le_refl a
/-- What is less is at most. -/
theorem le_of_lt (h : a < b) : a ≤ b := (lt_iff_le_not_ge.mp h).left
theorem not_le_of_gt (h : a < b) : ¬b ≤ a := (lt_iff_le_not_ge.mp h).right
theorem not_lt_of_ge (h : a ≤ b) : ¬b < a := fun h' => not_le_of_gt h' h
/-- Nothing is less than itself. -/
theorem lt_irrefl (a : α) : ¬a < a := fun h => not_le_of_gt h (le_refl a)
@[simp] theorem lt_self_iff_false (x : α) : x < x ↔ False := iff_false_intro (lt_irrefl x)
theorem lt_of_lt_of_le (h₁ : a < b) (h₂ : b ≤ c) : a < c :=
  lt_of_le_not_ge (le_trans (le_of_lt h₁) h₂) fun h => not_le_of_gt h₁ (le_trans h₂ h)
theorem lt_of_le_of_lt (h₁ : a ≤ b) (h₂ : b < c) : a < c :=
  lt_of_le_not_ge (le_trans h₁ (le_of_lt h₂)) fun h => not_le_of_gt h₂ (le_trans h h₁)
theorem lt_of_lt_of_le' (h₁ : b < a) (h₂ : c ≤ b) : c < a := lt_of_le_of_lt h₂ h₁
theorem lt_of_le_of_lt' (h₁ : b ≤ a) (h₂ : c < b) : c < a := lt_of_lt_of_le h₂ h₁
/-- `<` is transitive. -/
theorem lt_trans : a < b → b < c → a < c := fun h₁ h₂ => lt_of_lt_of_le h₁ (le_of_lt h₂)
theorem gt_trans : a > b → b > c → a > c := fun h₁ h₂ => lt_trans h₂ h₁
theorem ne_of_lt (h : a < b) : a ≠ b := fun e => lt_irrefl b (e ▸ h)
theorem ne_of_gt (h : a > b) : a ≠ b := (ne_of_lt h).symm
theorem ne_of_gt' (h : b < a) : b ≠ a := ne_of_lt h
theorem lt_asymm (h : a < b) : ¬b < a := fun h' => lt_irrefl a (lt_trans h h')
theorem not_lt_of_gt (h : a < b) : ¬b < a := lt_asymm h
theorem le_of_lt_or_eq (h : a < b ∨ a = b) : a ≤ b := h.elim le_of_lt le_of_eq
theorem le_of_eq_or_lt (h : a = b ∨ a < b) : a ≤ b := h.elim le_of_eq le_of_lt
theorem eq_of_not_gt_of_le {α : Type u} [PartialOrder α] {a b : α} (h : ¬a < b) (h' : a ≤ b) : a = b :=
  of_not_not fun n => h (lt_of_le_not_ge h' fun hb => n (PartialOrder.le_antisymm a b h' hb))

/-! ## The same facts after the dot: `h.le`, `h.trans h'` -/

protected theorem LT.lt.le : a < b → a ≤ b := le_of_lt
protected theorem LT.lt.trans : a < b → b < c → a < c := lt_trans
protected theorem LT.lt.trans_le : a < b → b ≤ c → a < c := lt_of_lt_of_le
protected theorem LT.lt.trans' : b < c → a < b → a < c := fun h h' => lt_trans h' h
protected theorem LT.lt.trans_le' : b < c → a ≤ b → a < c := fun h h' => lt_of_le_of_lt h' h
protected theorem LT.lt.trans_eq (h₁ : a < b) (h₂ : b = c) : a < c := h₂ ▸ h₁
protected theorem LT.lt.ne : a < b → a ≠ b := ne_of_lt
protected theorem LT.lt.ne' (h : a < b) : b ≠ a := (ne_of_lt h).symm
protected theorem LT.lt.asymm : a < b → ¬b < a := lt_asymm
protected theorem LT.lt.not_gt : a < b → ¬b < a := lt_asymm
protected theorem LT.lt.not_ge : a < b → ¬b ≤ a := not_le_of_gt
protected theorem LT.lt.false : a < a → False := lt_irrefl a
protected theorem LT.lt.gt (h : a < b) : b > a := h
protected theorem GT.gt.lt (h : a > b) : b < a := h
protected theorem LE.le.trans : a ≤ b → b ≤ c → a ≤ c := le_trans
protected theorem LE.le.trans' : b ≤ c → a ≤ b → a ≤ c := fun h h' => le_trans h' h
protected theorem LE.le.trans_lt : a ≤ b → b < c → a < c := lt_of_le_of_lt
protected theorem LE.le.trans_lt' : b ≤ c → a < b → a < c := fun h h' => lt_of_lt_of_le h' h
protected theorem LE.le.trans_eq (h₁ : a ≤ b) (h₂ : b = c) : a ≤ c := h₂ ▸ h₁
protected theorem LE.le.not_gt : a ≤ b → ¬b < a := not_lt_of_ge
protected theorem LE.le.lt_of_not_ge : a ≤ b → ¬b ≤ a → a < b := lt_of_le_not_ge
protected theorem LE.le.ge (h : a ≤ b) : b ≥ a := h
protected theorem GE.ge.le (h : a ≥ b) : b ≤ a := h
protected theorem Eq.le : a = b → a ≤ b := le_of_eq
protected theorem Eq.ge (h : a = b) : b ≤ a := le_of_eq h.symm
protected theorem Eq.trans_le (h₁ : a = b) (h₂ : b ≤ c) : a ≤ c := h₁ ▸ h₂
protected theorem Eq.trans_lt (h₁ : a = b) (h₂ : b < c) : a < c := h₁ ▸ h₂
protected theorem Eq.not_lt (h : a = b) : ¬a < b := fun l => ne_of_lt l h
protected theorem Eq.not_gt (h : a = b) : ¬b < a := fun l => ne_of_lt l h.symm

instance instTransLE : Trans (α := α) (β := α) (γ := α) LE.le LE.le LE.le := ⟨le_trans⟩
instance instTransLT : Trans (α := α) (β := α) (γ := α) LT.lt LT.lt LT.lt := ⟨lt_trans⟩
instance instTransLTLE : Trans (α := α) (β := α) (γ := α) LT.lt LE.le LT.lt := ⟨lt_of_lt_of_le⟩
instance instTransLELT : Trans (α := α) (β := α) (γ := α) LE.le LT.lt LT.lt := ⟨lt_of_le_of_lt⟩
instance instTransGE : Trans (α := α) (β := α) (γ := α) GE.ge GE.ge GE.ge := ⟨ge_trans⟩
instance instTransGT : Trans (α := α) (β := α) (γ := α) GT.gt GT.gt GT.gt := ⟨gt_trans⟩
instance instTransGTGE : Trans (α := α) (β := α) (γ := α) GT.gt GE.ge GT.gt := ⟨lt_of_lt_of_le'⟩
instance instTransGEGT : Trans (α := α) (β := α) (γ := α) GE.ge GT.gt GT.gt := ⟨lt_of_le_of_lt'⟩
end

/-! ## Partial orders -/

section
variable {α : Type u} [PartialOrder α] {a b c : α}

/-- Two elements that are each at most the other are equal. -/
theorem le_antisymm : a ≤ b → b ≤ a → a = b := PartialOrder.le_antisymm a b
theorem ge_antisymm (h₁ : b ≤ a) (h₂ : a ≤ b) : a = b := le_antisymm h₂ h₁
theorem eq_of_le_of_ge : a ≤ b → b ≤ a → a = b := le_antisymm
theorem le_antisymm_iff : a = b ↔ a ≤ b ∧ b ≤ a :=
  ⟨fun e => ⟨le_of_eq e, ge_of_eq e⟩, fun h => le_antisymm h.left h.right⟩
theorem lt_of_le_of_ne (h₁ : a ≤ b) (h₂ : a ≠ b) : a < b :=
  lt_of_le_not_ge h₁ fun h => h₂ (le_antisymm h₁ h)
theorem lt_of_le_of_ne' (h₁ : b ≤ a) (h₂ : a ≠ b) : b < a := lt_of_le_of_ne h₁ h₂.symm
theorem eq_or_lt_of_le (h : a ≤ b) : a = b ∨ a < b := (em (a = b)).imp_right (lt_of_le_of_ne h)
theorem lt_or_eq_of_le (h : a ≤ b) : a < b ∨ a = b := (eq_or_lt_of_le h).symm
theorem le_iff_lt_or_eq : a ≤ b ↔ a < b ∨ a = b := ⟨lt_or_eq_of_le, le_of_lt_or_eq⟩
theorem le_iff_eq_or_lt : a ≤ b ↔ a = b ∨ a < b := ⟨eq_or_lt_of_le, le_of_eq_or_lt⟩
theorem lt_iff_le_and_ne : a < b ↔ a ≤ b ∧ a ≠ b :=
  ⟨fun h => ⟨le_of_lt h, ne_of_lt h⟩, fun h => lt_of_le_of_ne h.left h.right⟩
theorem eq_of_forall_le_iff (H : ∀ c, c ≤ a ↔ c ≤ b) : a = b :=
  le_antisymm ((H a).mp (le_refl a)) ((H b).mpr (le_refl b))
theorem eq_of_forall_ge_iff (H : ∀ c, a ≤ c ↔ b ≤ c) : a = b :=
  le_antisymm ((H b).mpr (le_refl b)) ((H a).mp (le_refl a))
protected theorem LE.le.antisymm : a ≤ b → b ≤ a → a = b := le_antisymm
protected theorem LE.le.antisymm' (h₁ : a ≤ b) (h₂ : b ≤ a) : b = a := le_antisymm h₂ h₁
protected theorem LE.le.lt_of_ne : a ≤ b → a ≠ b → a < b := lt_of_le_of_ne
protected theorem LE.le.lt_of_ne' (h₁ : a ≤ b) (h₂ : b ≠ a) : a < b := lt_of_le_of_ne h₁ h₂.symm
protected theorem LE.le.lt_or_eq : a ≤ b → a < b ∨ a = b := lt_or_eq_of_le
protected theorem LE.le.eq_or_lt : a ≤ b → a = b ∨ a < b := eq_or_lt_of_le
protected theorem LE.le.eq_of_not_lt (h₁ : a ≤ b) (h₂ : ¬a < b) : a = b := eq_of_not_gt_of_le h₂ h₁
protected theorem LE.le.ge_iff_eq (h : a ≤ b) : b ≤ a ↔ a = b := ⟨le_antisymm h, ge_of_eq⟩
protected theorem Ne.lt_of_le (h₁ : a ≠ b) (h₂ : a ≤ b) : a < b := lt_of_le_of_ne h₂ h₁
protected theorem Ne.lt_of_le' (h₁ : b ≠ a) (h₂ : a ≤ b) : a < b := lt_of_le_of_ne h₂ h₁.symm
end
