/-
`Fin n`, the numbers below `n`: numerals, arithmetic modulo `n`, order, and the first maps between them.
-/
prelude
import Lemmata.LinearOrders
import Lemmata.Simproc
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v

/-- `n` is not zero: an assumption that the elaborator finds by itself. -/
class NeZero {R : Type u} [Zero R] (n : R) : Prop where
  out : n ≠ 0
theorem NeZero.ne {R : Type u} [Zero R] (n : R) [h : NeZero n] : n ≠ 0 := h.out
theorem NeZero.ne' {R : Type u} [Zero R] (n : R) [h : NeZero n] : 0 ≠ n := h.out.symm
theorem neZero_iff {R : Type u} [Zero R] {n : R} : NeZero n ↔ n ≠ 0 := ⟨fun h => h.out, NeZero.mk⟩
instance Nat.instNeZeroSucc {n : Nat} : NeZero (n + 1) := ⟨Nat.succ_ne_zero n⟩
theorem Nat.pos_of_neZero (n : Nat) [NeZero n] : 0 < n := Nat.pos_of_ne_zero (NeZero.ne n)

namespace Fin
variable {n m : Nat}

attribute [coe] Fin.val
instance coeToNat : CoeOut (Fin n) Nat := ⟨Fin.val⟩

/-! ## Equality -/

theorem eq_of_val_eq {i j : Fin n} (h : i.val = j.val) : i = j := by
  cases i
  cases h
  rfl
theorem val_eq_of_eq {i j : Fin n} (h : i = j) : i.val = j.val := h ▸ rfl
@[ext] protected theorem ext {a b : Fin n} (h : (a : Nat) = b) : a = b := eq_of_val_eq h
theorem ne_of_val_ne {i j : Fin n} (h : i.val ≠ j.val) : i ≠ j := fun e => h (val_eq_of_eq e)
theorem val_ne_of_ne {i j : Fin n} (h : i ≠ j) : i.val ≠ j.val := fun e => h (eq_of_val_eq e)
@[simp] theorem val_inj {a b : Fin n} : a.val = b.val ↔ a = b := ⟨eq_of_val_eq, val_eq_of_eq⟩
theorem val_ne_iff {a b : Fin n} : a.val ≠ b.val ↔ a ≠ b := not_congr val_inj
@[simp] theorem is_lt (a : Fin n) : (a : Nat) < n := a.isLt
@[simp] theorem eta (a : Fin n) (h : (a : Nat) < n) : (⟨a, h⟩ : Fin n) = a := rfl
theorem val_mk {a : Nat} (h : a < n) : (⟨a, h⟩ : Fin n).val = a := rfl
theorem mk_val (i : Fin n) : (⟨i, i.isLt⟩ : Fin n) = i := rfl
theorem mk.inj_iff {a b : Nat} {ha : a < n} {hb : b < n} : (⟨a, ha⟩ : Fin n) = ⟨b, hb⟩ ↔ a = b :=
  ⟨val_eq_of_eq, fun h => eq_of_val_eq h⟩
theorem val_injective : ∀ ⦃a b : Fin n⦄, a.val = b.val → a = b := fun _ _ => eq_of_val_eq
theorem pos (i : Fin n) : 0 < n := Nat.pos_of_lt i.isLt
/-- There is no number below zero. -/
def elim0 {α : Sort u} (x : Fin 0) : α := absurd x.isLt (Nat.not_lt_zero _)

/-! ## Numerals and arithmetic modulo `n` -/

/-- `a` modulo `n`. -/
protected def ofNat (n : Nat) [NeZero n] (a : Nat) : Fin n := ⟨a % n, Nat.mod_lt a (Nat.pos_of_neZero n)⟩
instance instOfNat {n : Nat} [NeZero n] {i : Nat} : OfNat (Fin n) i := ⟨Fin.ofNat n i⟩
instance instInhabited {n : Nat} [NeZero n] : Inhabited (Fin n) := ⟨0⟩
private theorem below (a : Nat) {b : Nat} (h : b < n) : a % n < n := Nat.mod_lt a (Nat.pos_of_lt h)
protected def add : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨(a + b) % n, below _ h⟩
protected def mul : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a * b % n, below _ h⟩
/-- Subtraction modulo `n`: `0 - 1` is `n - 1`. -/
protected def sub : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨(n - b + a) % n, below _ h⟩
protected def mod : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a % b, Nat.lt_of_le_of_lt (Nat.mod_le a b) h⟩
protected def div : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a / b, Nat.lt_of_le_of_lt (Nat.div_le_self a b) h⟩
instance instAdd : Add (Fin n) := ⟨Fin.add⟩
instance instMul : Mul (Fin n) := ⟨Fin.mul⟩
instance instSub : Sub (Fin n) := ⟨Fin.sub⟩
instance instMod : Mod (Fin n) := ⟨Fin.mod⟩
instance instDiv : Div (Fin n) := ⟨Fin.div⟩
instance neg (n : Nat) : Neg (Fin n) := ⟨fun a => ⟨(n - a) % n, below _ a.isLt⟩⟩
@[simp] theorem val_ofNat (n : Nat) [NeZero n] (a : Nat) : (Fin.ofNat n a).val = a % n := rfl
@[simp] theorem val_zero (n : Nat) [NeZero n] : (0 : Fin n).val = 0 := Nat.zero_mod n
@[simp] theorem val_one (n : Nat) : (1 : Fin (n + 2)).val = 1 := Nat.mod_eq_of_lt (Nat.succ_lt_succ (Nat.zero_lt_succ n))
@[simp] theorem val_two {n : Nat} : (2 : Fin (n + 3)).val = 2 :=
  Nat.mod_eq_of_lt (Nat.succ_lt_succ (Nat.succ_lt_succ (Nat.zero_lt_succ n)))
theorem val_add (a b : Fin n) : (a + b).val = (a.val + b.val) % n := rfl
theorem val_mul (a b : Fin n) : (a * b).val = a.val * b.val % n := rfl
theorem sub_def (a b : Fin n) : a - b = ⟨(n - b.val + a.val) % n, below _ a.isLt⟩ := rfl
theorem val_sub (a b : Fin n) : (a - b).val = (n - b.val + a.val) % n := rfl
theorem mod_def (a b : Fin n) : a % b = ⟨a.val % b.val, Nat.lt_of_le_of_lt (Nat.mod_le _ _) a.isLt⟩ := rfl
theorem add_def (a b : Fin n) : a + b = ⟨(a.val + b.val) % n, below _ a.isLt⟩ := rfl
theorem mul_def (a b : Fin n) : a * b = ⟨a.val * b.val % n, below _ a.isLt⟩ := rfl
protected theorem add_comm (a b : Fin n) : a + b = b + a := Fin.ext (congrArg (· % n) (Nat.add_comm a b))
protected theorem mul_comm (a b : Fin n) : a * b = b * a := Fin.ext (congrArg (· % n) (Nat.mul_comm a b))
protected theorem add_assoc (a b c : Fin n) : a + b + c = a + (b + c) := Fin.ext <| by
  rw [val_add, val_add, val_add, val_add, Nat.mod_add_mod, Nat.add_mod_mod, Nat.add_assoc]
protected theorem mul_assoc (a b c : Fin n) : a * b * c = a * (b * c) := Fin.ext <| by
  rw [val_mul, val_mul, val_mul, val_mul, Nat.mod_mul_mod, Nat.mul_mod_mod, Nat.mul_assoc]
@[simp] protected theorem add_zero [NeZero n] (k : Fin n) : k + 0 = k := Fin.ext <| by
  rw [val_add, val_zero, Nat.add_zero, Nat.mod_eq_of_lt k.isLt]
@[simp] protected theorem zero_add [NeZero n] (k : Fin n) : 0 + k = k := (Fin.add_comm 0 k).trans (Fin.add_zero k)
@[simp] protected theorem mul_zero [NeZero n] (k : Fin n) : k * 0 = 0 := Fin.ext <| by
  rw [val_mul, val_zero, Nat.mul_zero, Nat.zero_mod]
@[simp] protected theorem zero_mul [NeZero n] (k : Fin n) : 0 * k = 0 := (Fin.mul_comm 0 k).trans (Fin.mul_zero k)
@[simp] protected theorem mul_one [i : NeZero n] (k : Fin n) : k * 1 = k := Fin.ext <| by
  show k.val * (1 % n) % n = k.val
  rw [Nat.mul_mod_mod, Nat.mul_one, Nat.mod_eq_of_lt k.isLt]
@[simp] protected theorem one_mul [NeZero n] (k : Fin n) : 1 * k = k := (Fin.mul_comm 1 k).trans (Fin.mul_one k)

/-! ## Order -/

instance _root_.instLTFin : LT (Fin n) := ⟨fun a b => a.val < b.val⟩
instance _root_.instLEFin : LE (Fin n) := ⟨fun a b => a.val ≤ b.val⟩
instance _root_.instDecidableEqFin (n : Nat) : DecidableEq (Fin n) := fun i j =>
  match Nat.decEq i.val j.val with
  | isTrue h => isTrue (eq_of_val_eq h)
  | isFalse h => isFalse (ne_of_val_ne h)
instance decLt (a b : Fin n) : Decidable (a < b) := Nat.decLt ..
instance decLe (a b : Fin n) : Decidable (a ≤ b) := Nat.decLe ..
theorem le_def {a b : Fin n} : a ≤ b ↔ a.val ≤ b.val := Iff.rfl
theorem lt_def {a b : Fin n} : a < b ↔ a.val < b.val := Iff.rfl
theorem lt_iff_val_lt_val {a b : Fin n} : a < b ↔ a.val < b.val := Iff.rfl
theorem le_iff_val_le_val {a b : Fin n} : a ≤ b ↔ a.val ≤ b.val := Iff.rfl
@[simp] theorem val_fin_lt {a b : Fin n} : a.val < b.val ↔ a < b := Iff.rfl
@[simp] theorem val_fin_le {a b : Fin n} : a.val ≤ b.val ↔ a ≤ b := Iff.rfl
instance instLinearOrder : LinearOrder (Fin n) where
  le_refl a := Nat.le_refl a.val
  le_trans _ _ _ := Nat.le_trans
  lt_iff_le_not_ge a b := Preorder.lt_iff_le_not_ge a.val b.val
  le_antisymm _ _ h₁ h₂ := eq_of_val_eq (Nat.le_antisymm h₁ h₂)
  le_total a b := Nat.le_total a.val b.val
  toDecidableLE := decLe
  toDecidableEq := instDecidableEqFin n
  toDecidableLT := decLt
protected theorem le_refl (a : Fin n) : a ≤ a := Nat.le_refl a.val
protected theorem le_trans {a b c : Fin n} : a ≤ b → b ≤ c → a ≤ c := Nat.le_trans
protected theorem lt_trans {a b c : Fin n} : a < b → b < c → a < c := Nat.lt_trans
protected theorem lt_irrefl (a : Fin n) : ¬a < a := Nat.lt_irrefl a.val
protected theorem le_antisymm {x y : Fin n} (h₁ : x ≤ y) (h₂ : y ≤ x) : x = y := le_antisymm h₁ h₂
protected theorem le_total (a b : Fin n) : a ≤ b ∨ b ≤ a := Nat.le_total a.val b.val
protected theorem not_le {a b : Fin n} : ¬a ≤ b ↔ b < a := Nat.not_le
protected theorem not_lt {a b : Fin n} : ¬a < b ↔ b ≤ a := Nat.not_lt
protected theorem ne_of_lt {a b : Fin n} (h : a < b) : a ≠ b := _root_.ne_of_lt h
protected theorem le_of_lt {a b : Fin n} (h : a < b) : a ≤ b := Nat.le_of_lt h
protected theorem zero_le [NeZero n] (a : Fin n) : 0 ≤ a :=
  Nat.le_trans (Nat.le_of_eq (val_zero n)) (Nat.zero_le a.val)
protected theorem pos_iff_ne_zero [NeZero n] {a : Fin n} : 0 < a ↔ a ≠ 0 :=
  ⟨fun h e => Fin.lt_irrefl a (e.symm ▸ h : a < a), fun h => lt_of_le_of_ne (Fin.zero_le a) h.symm⟩

/-! ## Maps between them -/

/-- The same number, below a larger bound. -/
def castLE (h : n ≤ m) (i : Fin n) : Fin m := ⟨i, Nat.lt_of_lt_of_le i.isLt h⟩
/-- The same number, below a bound that is known to be right. -/
def castLT (i : Fin m) (h : i.val < n) : Fin n := ⟨i, h⟩
/-- The same number, where the bounds are equal. -/
protected def cast (eq : n = m) (i : Fin n) : Fin m := ⟨i, eq ▸ i.isLt⟩
/-- The next number, below the next bound. -/
def succ (i : Fin n) : Fin (n + 1) := ⟨i + 1, Nat.succ_lt_succ i.isLt⟩
/-- The same number, below the next bound. -/
def castSucc (i : Fin n) : Fin (n + 1) := ⟨i, Nat.lt_succ_of_lt i.isLt⟩
/-- The largest of the numbers below `n + 1`. -/
def last (n : Nat) : Fin (n + 1) := ⟨n, Nat.lt_add_one n⟩
/-- `n - 1 - i`, counted from the other end. -/
def rev (i : Fin n) : Fin n := ⟨n - (i + 1), Nat.sub_lt i.pos (Nat.zero_lt_succ _)⟩
/-- The number before one that is not zero. -/
def pred {n : Nat} (i : Fin (n + 1)) (h : i ≠ 0) : Fin n :=
  ⟨i - 1, Nat.sub_lt_right_of_lt_add (Nat.pos_of_ne_zero fun e => h (Fin.ext e)) i.isLt⟩
@[simp] theorem val_succ (j : Fin n) : (j.succ : Nat) = j + 1 := rfl
@[simp] theorem val_castSucc (i : Fin n) : (i.castSucc : Nat) = i := rfl
@[simp] theorem val_castLE (h : n ≤ m) (i : Fin n) : (castLE h i : Nat) = i := rfl
@[simp] theorem val_last (n : Nat) : (last n : Nat) = n := rfl
@[simp] theorem val_rev (i : Fin n) : (rev i : Nat) = n - (i + 1) := rfl
@[simp] theorem succ_inj {a b : Fin n} : a.succ = b.succ ↔ a = b :=
  ⟨fun h => Fin.ext (Nat.succ.inj (val_eq_of_eq h)), fun h => h ▸ rfl⟩
@[simp] theorem castSucc_inj {a b : Fin n} : a.castSucc = b.castSucc ↔ a = b :=
  ⟨fun h => Fin.ext (show a.castSucc.val = b.castSucc.val from h ▸ rfl), fun h => h ▸ rfl⟩
@[simp] theorem succ_ne_zero (k : Fin n) : k.succ ≠ 0 := fun h => Nat.succ_ne_zero k (val_eq_of_eq h)
theorem le_last (i : Fin (n + 1)) : i ≤ last n := Nat.le_of_lt_succ i.isLt
theorem castSucc_lt_last (i : Fin n) : i.castSucc < last n := i.isLt
theorem castSucc_lt_succ {i : Fin n} : i.castSucc < i.succ := Nat.lt_add_one i.val
@[simp] theorem succ_last (n : Nat) : (last n).succ = last n.succ := rfl
theorem eq_zero (k : Fin 1) : k = 0 := Fin.ext (Nat.lt_one_iff.mp k.isLt)
theorem eq_zero_or_eq_succ {n : Nat} : ∀ i : Fin (n + 1), i = 0 ∨ ∃ j : Fin n, i = j.succ
  | ⟨0, _⟩ => Or.inl rfl
  | ⟨k + 1, h⟩ => Or.inr ⟨⟨k, Nat.lt_of_succ_lt_succ h⟩, rfl⟩
instance subsingleton_one : Subsingleton (Fin 1) := ⟨fun a b => (eq_zero a).trans (eq_zero b).symm⟩
instance subsingleton_zero : Subsingleton (Fin 0) := ⟨fun a => a.elim0⟩

/-! ## Taking the numbers below `n + 1` apart -/

/-- To define something on `Fin (n + 1)`, do so at 0 and at successors. -/
@[elab_as_elim] def cases {n : Nat} {motive : Fin (n + 1) → Sort v} (zero : motive 0)
    (succ : ∀ i : Fin n, motive i.succ) : ∀ i : Fin (n + 1), motive i
  | ⟨0, _⟩ => zero
  | ⟨i + 1, h⟩ => succ ⟨i, Nat.lt_of_succ_lt_succ h⟩
/-- Induction from 0 to the number before `n`. -/
@[elab_as_elim] def induction {n : Nat} {motive : Fin (n + 1) → Sort v} (zero : motive 0)
    (succ : ∀ i : Fin n, motive i.castSucc → motive i.succ) : ∀ i : Fin (n + 1), motive i
  | ⟨i, h⟩ => go i h
where
  go : ∀ (i : Nat) (h : i < n + 1), motive ⟨i, h⟩
    | 0, _ => zero
    | i + 1, h => succ ⟨i, Nat.lt_of_succ_lt_succ h⟩ (go i (Nat.lt_of_succ_lt h))
theorem forall_fin_succ {P : Fin (n + 1) → Prop} : (∀ i, P i) ↔ P 0 ∧ ∀ i : Fin n, P i.succ :=
  ⟨fun h => ⟨h 0, fun i => h i.succ⟩, fun h i => Fin.cases h.left h.right i⟩
theorem exists_fin_succ {P : Fin (n + 1) → Prop} : (∃ i, P i) ↔ P 0 ∨ ∃ i : Fin n, P i.succ :=
  ⟨fun ⟨i, h⟩ => Fin.cases (motive := fun i => P i → _) Or.inl (fun i h => Or.inr ⟨i, h⟩) i h,
   fun h => h.elim (fun h => ⟨0, h⟩) fun ⟨i, h⟩ => ⟨i.succ, h⟩⟩
@[simp] theorem forall_fin_zero {P : Fin 0 → Prop} : (∀ i, P i) ↔ True := iff_true_intro fun i => i.elim0
theorem forall_fin_one {p : Fin 1 → Prop} : (∀ i, p i) ↔ p 0 := ⟨fun h => h 0, fun h i => eq_zero i ▸ h⟩
theorem exists_fin_one {p : Fin 1 → Prop} : (∃ i, p i) ↔ p 0 := ⟨fun ⟨i, h⟩ => eq_zero i ▸ h, fun h => ⟨0, h⟩⟩
theorem forall_fin_two {p : Fin 2 → Prop} : (∀ i, p i) ↔ p 0 ∧ p 1 :=
  forall_fin_succ.trans (and_congr_right fun _ => forall_fin_one)
theorem exists_fin_two {p : Fin 2 → Prop} : (∃ i, p i) ↔ p 0 ∨ p 1 :=
  exists_fin_succ.trans (or_congr Iff.rfl exists_fin_one)

end Fin
