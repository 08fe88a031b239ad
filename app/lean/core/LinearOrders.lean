/-
Linear orders: any two elements can be compared, and `min` and `max` are the smaller and the larger of two.
-/
prelude
import Lemmata.OrderClasses
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v

/-- A linear order: any two elements can be compared, and comparing is computing. -/
class LinearOrder (α : Type u) extends PartialOrder α, Min α, Max α where
  le_total (a b : α) : a ≤ b ∨ b ≤ a
  toDecidableLE : DecidableLE α
  toDecidableEq : DecidableEq α :=
    fun a b => @decidable_of_iff' _ _ le_antisymm_iff
      (@instDecidableAnd _ _ (toDecidableLE a b) (toDecidableLE b a))
  toDecidableLT : DecidableLT α :=
    fun a b => @decidable_of_iff' _ _ (lt_iff_le_not_ge a b)
      (@instDecidableAnd _ _ (toDecidableLE a b) (@instDecidableNot _ (toDecidableLE b a)))
  min := fun a b => if a ≤ b then a else b
  max := fun a b => if a ≤ b then b else a
  min_def : ∀ a b, min a b = if a ≤ b then a else b := by intros; rfl
  max_def : ∀ a b, max a b = if a ≤ b then b else a := by intros; rfl
attribute [instance_reducible] LinearOrder.toDecidableLE LinearOrder.toDecidableLT LinearOrder.toDecidableEq
attribute [instance 900] LinearOrder.toDecidableLE LinearOrder.toDecidableLT LinearOrder.toDecidableEq

section
variable {α : Type u} [LinearOrder α] {a b c d : α}

/-- Of two elements one is at most the other. -/
theorem le_total : ∀ a b : α, a ≤ b ∨ b ≤ a := LinearOrder.le_total
theorem le_of_not_ge (h : ¬a ≤ b) : b ≤ a := (le_total a b).resolve_left h
theorem lt_of_not_ge (h : ¬b ≤ a) : a < b := lt_of_le_not_ge (le_of_not_ge h) h
theorem le_of_not_gt (h : ¬b < a) : a ≤ b := of_not_not fun n => h (lt_of_not_ge n)
theorem lt_or_ge (a b : α) : a < b ∨ b ≤ a := (em (b ≤ a)).symm.imp_left lt_of_not_ge
theorem le_or_gt (a b : α) : a ≤ b ∨ b < a := (lt_or_ge b a).symm
/-- Of two elements one is less, or they are equal. -/
theorem lt_trichotomy (a b : α) : a < b ∨ a = b ∨ b < a :=
  (lt_or_ge a b).imp_right fun h => (eq_or_lt_of_le h).imp_left Eq.symm
theorem lt_or_gt_of_ne (h : a ≠ b) : a < b ∨ b < a :=
  (lt_trichotomy a b).imp_right fun h' => h'.resolve_left h
theorem ne_iff_lt_or_gt : a ≠ b ↔ a < b ∨ b < a := ⟨lt_or_gt_of_ne, fun h => h.elim ne_of_lt ne_of_gt⟩
theorem lt_iff_not_ge : a < b ↔ ¬b ≤ a := ⟨not_le_of_gt, lt_of_not_ge⟩
/-- Not less is at least. -/
@[simp] theorem not_lt : ¬a < b ↔ b ≤ a := ⟨le_of_not_gt, not_lt_of_ge⟩
/-- Not at most is greater. -/
@[simp] theorem not_le : ¬a ≤ b ↔ b < a := lt_iff_not_ge.symm
theorem eq_or_lt_of_not_gt (h : ¬a < b) : a = b ∨ b < a := (lt_trichotomy a b).resolve_left h
theorem le_imp_le_of_lt_imp_lt {α : Type u} {β : Type v} [Preorder α] [LinearOrder β] {a b : α} {c d : β}
    (H : d < c → b < a) (h : a ≤ b) : c ≤ d := le_of_not_gt fun h' => not_le_of_gt (H h') h
theorem le_of_forall_le (H : ∀ c, c ≤ a → c ≤ b) : a ≤ b := H a (le_refl a)
protected theorem Ne.lt_or_gt (h : a ≠ b) : a < b ∨ b < a := lt_or_gt_of_ne h
protected theorem LT.lt.lt_or_lt (h : a < b) (c : α) : a < c ∨ c < b :=
  (lt_or_ge a c).imp_right fun h' => lt_of_le_of_lt h' h
protected theorem LE.le.lt_or_ge (h : a ≤ b) (c : α) : a < c ∨ c ≤ b :=
  (lt_or_ge a c).imp_right fun h' => le_trans h' h
protected theorem LE.le.le_or_gt (h : a ≤ b) (c : α) : a ≤ c ∨ c < b :=
  (le_or_gt a c).imp_right fun h' => lt_of_lt_of_le h' h

/-! ## The smaller and the larger of two -/

theorem min_def (a b : α) : min a b = if a ≤ b then a else b := LinearOrder.min_def a b
theorem max_def (a b : α) : max a b = if a ≤ b then b else a := LinearOrder.max_def a b
@[simp] theorem min_eq_left (h : a ≤ b) : min a b = a := (min_def a b).trans (if_pos h)
@[simp] theorem max_eq_right (h : a ≤ b) : max a b = b := (max_def a b).trans (if_pos h)
@[simp] theorem min_eq_right (h : b ≤ a) : min a b = b :=
  (eq_or_lt_of_le h).elim (fun e => e ▸ min_eq_left (le_refl b)) fun l =>
    (min_def a b).trans (if_neg (not_le_of_gt l))
@[simp] theorem max_eq_left (h : b ≤ a) : max a b = a :=
  (eq_or_lt_of_le h).elim (fun e => e ▸ max_eq_right (le_refl b)) fun l =>
    (max_def a b).trans (if_neg (not_le_of_gt l))
theorem max_choice (a b : α) : max a b = a ∨ max a b = b := (le_total b a).imp max_eq_left max_eq_right
theorem min_choice (a b : α) : min a b = a ∨ min a b = b := (le_total a b).imp min_eq_left min_eq_right
theorem min_eq_left_of_lt (h : a < b) : min a b = a := min_eq_left (le_of_lt h)
theorem min_eq_right_of_lt (h : b < a) : min a b = b := min_eq_right (le_of_lt h)
theorem max_eq_left_of_lt (h : b < a) : max a b = a := max_eq_left (le_of_lt h)
theorem max_eq_right_of_lt (h : a < b) : max a b = b := max_eq_right (le_of_lt h)
@[simp] theorem min_le_left (a b : α) : min a b ≤ a :=
  (le_total a b).elim (fun h => le_of_eq (min_eq_left h)) fun h => (min_eq_right h).symm ▸ h
@[simp] theorem min_le_right (a b : α) : min a b ≤ b :=
  (le_total a b).elim (fun h => (min_eq_left h).symm ▸ h) fun h => le_of_eq (min_eq_right h)
@[simp] theorem le_max_left (a b : α) : a ≤ max a b :=
  (le_total a b).elim (fun h => (max_eq_right h).symm ▸ h) fun h => ge_of_eq (max_eq_left h)
@[simp] theorem le_max_right (a b : α) : b ≤ max a b :=
  (le_total a b).elim (fun h => ge_of_eq (max_eq_right h)) fun h => (max_eq_left h).symm ▸ h
theorem le_min (h₁ : c ≤ a) (h₂ : c ≤ b) : c ≤ min a b :=
  (le_total a b).elim (fun h => (min_eq_left h).symm ▸ h₁) fun h => (min_eq_right h).symm ▸ h₂
theorem max_le (h₁ : a ≤ c) (h₂ : b ≤ c) : max a b ≤ c :=
  (le_total a b).elim (fun h => (max_eq_right h).symm ▸ h₂) fun h => (max_eq_left h).symm ▸ h₁
theorem lt_min (h₁ : a < b) (h₂ : a < c) : a < min b c :=
  (le_total b c).elim (fun h => (min_eq_left h).symm ▸ h₁) fun h => (min_eq_right h).symm ▸ h₂
theorem max_lt (h₁ : a < c) (h₂ : b < c) : max a b < c :=
  (le_total a b).elim (fun h => (max_eq_right h).symm ▸ h₂) fun h => (max_eq_left h).symm ▸ h₁
@[simp] theorem le_min_iff : c ≤ min a b ↔ c ≤ a ∧ c ≤ b :=
  ⟨fun h => ⟨le_trans h (min_le_left a b), le_trans h (min_le_right a b)⟩, fun h => le_min h.left h.right⟩
@[simp] theorem max_le_iff : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨le_trans (le_max_left a b) h, le_trans (le_max_right a b) h⟩, fun h => max_le h.left h.right⟩
@[simp] theorem lt_min_iff : a < min b c ↔ a < b ∧ a < c :=
  ⟨fun h => ⟨lt_of_lt_of_le h (min_le_left b c), lt_of_lt_of_le h (min_le_right b c)⟩,
   fun h => lt_min h.left h.right⟩
@[simp] theorem max_lt_iff : max a b < c ↔ a < c ∧ b < c :=
  ⟨fun h => ⟨lt_of_le_of_lt (le_max_left a b) h, lt_of_le_of_lt (le_max_right a b) h⟩,
   fun h => max_lt h.left h.right⟩
@[simp] theorem min_le_iff : min a b ≤ c ↔ a ≤ c ∨ b ≤ c :=
  ⟨fun h => (min_choice a b).imp (fun e => le_trans (ge_of_eq e) h) fun e => le_trans (ge_of_eq e) h,
   fun h => h.elim (le_trans (min_le_left a b)) (le_trans (min_le_right a b))⟩
@[simp] theorem le_max_iff : a ≤ max b c ↔ a ≤ b ∨ a ≤ c :=
  ⟨fun h => (max_choice b c).imp (fun e => le_trans h (le_of_eq e)) fun e => le_trans h (le_of_eq e),
   fun h => h.elim (fun l => le_trans l (le_max_left b c)) fun l => le_trans l (le_max_right b c)⟩
@[simp] theorem min_lt_iff : min a b < c ↔ a < c ∨ b < c :=
  ⟨fun h => (min_choice a b).imp (fun e => lt_of_le_of_lt (ge_of_eq e) h)
     fun e => lt_of_le_of_lt (ge_of_eq e) h,
   fun h => h.elim (lt_of_le_of_lt (min_le_left a b)) (lt_of_le_of_lt (min_le_right a b))⟩
@[simp] theorem lt_max_iff : a < max b c ↔ a < b ∨ a < c :=
  ⟨fun h => (max_choice b c).imp (fun e => lt_of_lt_of_le h (le_of_eq e))
     fun e => lt_of_lt_of_le h (le_of_eq e),
   fun h => h.elim (fun l => lt_of_lt_of_le l (le_max_left b c)) fun l => lt_of_lt_of_le l (le_max_right b c)⟩
theorem eq_min (h₁ : c ≤ a) (h₂ : c ≤ b) (h₃ : ∀ {d}, d ≤ a → d ≤ b → d ≤ c) : c = min a b :=
  le_antisymm (le_min h₁ h₂) (h₃ (min_le_left a b) (min_le_right a b))
theorem eq_max (h₁ : a ≤ c) (h₂ : b ≤ c) (h₃ : ∀ {d}, a ≤ d → b ≤ d → c ≤ d) : c = max a b :=
  le_antisymm (h₃ (le_max_left a b) (le_max_right a b)) (max_le h₁ h₂)
theorem min_comm (a b : α) : min a b = min b a :=
  eq_min (min_le_right a b) (min_le_left a b) fun h₁ h₂ => le_min h₂ h₁
theorem max_comm (a b : α) : max a b = max b a :=
  eq_max (le_max_right a b) (le_max_left a b) fun h₁ h₂ => max_le h₂ h₁
theorem min_assoc (a b c : α) : min (min a b) c = min a (min b c) :=
  eq_of_forall_le_iff fun d => by rw [le_min_iff, le_min_iff, le_min_iff, le_min_iff, and_assoc]
theorem max_assoc (a b c : α) : max (max a b) c = max a (max b c) :=
  eq_of_forall_ge_iff fun d => by rw [max_le_iff, max_le_iff, max_le_iff, max_le_iff, and_assoc]
theorem min_left_comm (a b c : α) : min a (min b c) = min b (min a c) := by
  rw [← min_assoc, min_comm a, min_assoc]
theorem max_left_comm (a b c : α) : max a (max b c) = max b (max a c) := by
  rw [← max_assoc, max_comm a, max_assoc]
@[simp] theorem min_self (a : α) : min a a = a := min_eq_left (le_refl a)
@[simp] theorem max_self (a : α) : max a a = a := max_eq_left (le_refl a)
@[simp] theorem min_eq_left_iff : min a b = a ↔ a ≤ b := ⟨fun h => h ▸ min_le_right a b, min_eq_left⟩
@[simp] theorem min_eq_right_iff : min a b = b ↔ b ≤ a := ⟨fun h => h ▸ min_le_left a b, min_eq_right⟩
@[simp] theorem max_eq_left_iff : max a b = a ↔ b ≤ a := ⟨fun h => h ▸ le_max_right a b, max_eq_left⟩
@[simp] theorem max_eq_right_iff : max a b = b ↔ a ≤ b := ⟨fun h => h ▸ le_max_left a b, max_eq_right⟩
theorem le_max_of_le_left (h : a ≤ b) : a ≤ max b c := le_trans h (le_max_left b c)
theorem le_max_of_le_right (h : a ≤ c) : a ≤ max b c := le_trans h (le_max_right b c)
theorem min_le_of_left_le (h : a ≤ c) : min a b ≤ c := le_trans (min_le_left a b) h
theorem min_le_of_right_le (h : b ≤ c) : min a b ≤ c := le_trans (min_le_right a b) h
theorem max_le_max (h₁ : a ≤ c) (h₂ : b ≤ d) : max a b ≤ max c d :=
  max_le (le_max_of_le_left h₁) (le_max_of_le_right h₂)
theorem min_le_min (h₁ : a ≤ c) (h₂ : b ≤ d) : min a b ≤ min c d :=
  le_min (min_le_of_left_le h₁) (min_le_of_right_le h₂)
theorem min_le_max : min a b ≤ max a b := le_trans (min_le_left a b) (le_max_left a b)
end

instance Nat.instLinearOrder : LinearOrder Nat where
  le_refl := Nat.le_refl
  le_trans _ _ _ := Nat.le_trans
  lt_iff_le_not_ge _ _ := ⟨fun h => ⟨Nat.le_of_lt h, Nat.not_le_of_gt h⟩, fun h => Nat.gt_of_not_le h.right⟩
  le_antisymm _ _ := Nat.le_antisymm
  le_total := Nat.le_total
  toDecidableLE := Nat.decLe
  toDecidableEq := instDecidableEqNat
  toDecidableLT := Nat.decLt
instance Nat.instPreorder : Preorder Nat := inferInstance
instance Nat.instPartialOrder : PartialOrder Nat := inferInstance
