/-
The smaller and the greater of two natural numbers.
-/
prelude
import Lemmata.Inequalities
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat

variable {a b c m n : Nat}

protected theorem min_def {n m : Nat} : min n m = if n ≤ m then n else m := rfl
protected theorem max_def {n m : Nat} : max n m = if n ≤ m then m else n := rfl
protected theorem min_eq_left (h : a ≤ b) : min a b = a := if_pos h
protected theorem max_eq_right (h : a ≤ b) : max a b = b := if_pos h
protected theorem min_eq_right (h : b ≤ a) : min a b = b :=
  (Nat.eq_or_lt_of_le h).elim (fun e => e ▸ Nat.min_eq_left (Nat.le_refl b))
    fun l => if_neg (Nat.not_le_of_gt l)
protected theorem max_eq_left (h : b ≤ a) : max a b = a :=
  (Nat.eq_or_lt_of_le h).elim (fun e => e ▸ Nat.max_eq_right (Nat.le_refl b))
    fun l => if_neg (Nat.not_le_of_gt l)
protected theorem min_comm (a b : Nat) : min a b = min b a :=
  (Nat.le_total a b).elim (fun h => (Nat.min_eq_left h).trans (Nat.min_eq_right h).symm)
    fun h => (Nat.min_eq_right h).trans (Nat.min_eq_left h).symm
protected theorem max_comm (a b : Nat) : max a b = max b a :=
  (Nat.le_total a b).elim (fun h => (Nat.max_eq_right h).trans (Nat.max_eq_left h).symm)
    fun h => (Nat.max_eq_left h).trans (Nat.max_eq_right h).symm
protected theorem min_le_left (a b : Nat) : min a b ≤ a :=
  (Nat.le_total a b).elim (fun h => Nat.le_of_eq (Nat.min_eq_left h)) fun h => (Nat.min_eq_right h).symm ▸ h
protected theorem min_le_right (a b : Nat) : min a b ≤ b := Nat.min_comm b a ▸ Nat.min_le_left b a
protected theorem le_max_left (a b : Nat) : a ≤ max a b :=
  (Nat.le_total a b).elim (fun h => (Nat.max_eq_right h).symm ▸ h)
    fun h => Nat.le_of_eq (Nat.max_eq_left h).symm
protected theorem le_max_right (a b : Nat) : b ≤ max a b := Nat.max_comm b a ▸ Nat.le_max_left b a
protected theorem le_min : a ≤ min b c ↔ a ≤ b ∧ a ≤ c :=
  ⟨fun h => ⟨Nat.le_trans h (Nat.min_le_left b c), Nat.le_trans h (Nat.min_le_right b c)⟩,
   fun h => (Nat.le_total b c).elim (fun l => (Nat.min_eq_left l).symm ▸ h.left)
    fun l => (Nat.min_eq_right l).symm ▸ h.right⟩
protected theorem max_le : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨Nat.le_trans (Nat.le_max_left a b) h, Nat.le_trans (Nat.le_max_right a b) h⟩,
   fun h => (Nat.le_total a b).elim (fun l => (Nat.max_eq_right l).symm ▸ h.right)
    fun l => (Nat.max_eq_left l).symm ▸ h.left⟩
protected theorem le_min_of_le_of_le (h : a ≤ b) (h' : a ≤ c) : a ≤ min b c := Nat.le_min.mpr ⟨h, h'⟩
protected theorem max_le_of_le_of_le (h : a ≤ c) (h' : b ≤ c) : max a b ≤ c := Nat.max_le.mpr ⟨h, h'⟩
protected theorem lt_min : a < min b c ↔ a < b ∧ a < c := Nat.le_min
protected theorem max_lt : max a b < c ↔ a < c ∧ b < c := by
  cases c with
  | zero => exact iff_of_false (not_lt_zero _) fun h => not_lt_zero a h.left
  | succ c => rw [lt_succ_iff, lt_succ_iff, lt_succ_iff]; exact Nat.max_le
@[simp] protected theorem zero_min (a : Nat) : min 0 a = 0 := Nat.min_eq_left (zero_le a)
@[simp] protected theorem min_zero (a : Nat) : min a 0 = 0 := Nat.min_eq_right (zero_le a)
@[simp] protected theorem zero_max (a : Nat) : max 0 a = a := Nat.max_eq_right (zero_le a)
@[simp] protected theorem max_zero (a : Nat) : max a 0 = a := Nat.max_eq_left (zero_le a)
protected theorem min_self (a : Nat) : min a a = a := Nat.min_eq_left (Nat.le_refl a)
protected theorem max_self (a : Nat) : max a a = a := Nat.max_eq_left (Nat.le_refl a)
theorem succ_min_succ (x y : Nat) : min (succ x) (succ y) = succ (min x y) :=
  (Nat.le_total x y).elim (fun h => by rw [Nat.min_eq_left h, Nat.min_eq_left (succ_le_succ h)])
    fun h => by rw [Nat.min_eq_right h, Nat.min_eq_right (succ_le_succ h)]
protected theorem succ_max_succ (x y : Nat) : max (succ x) (succ y) = succ (max x y) :=
  (Nat.le_total x y).elim (fun h => by rw [Nat.max_eq_right h, Nat.max_eq_right (succ_le_succ h)])
    fun h => by rw [Nat.max_eq_left h, Nat.max_eq_left (succ_le_succ h)]
protected theorem sub_add_eq_max (a b : Nat) : a - b + b = max a b :=
  (Nat.le_total a b).elim (fun h => by rw [Nat.max_eq_right h, sub_eq_zero_of_le h, Nat.zero_add])
    fun h => by rw [Nat.max_eq_left h, Nat.sub_add_cancel h]
protected theorem sub_sub_eq_min (a b : Nat) : a - (a - b) = min a b :=
  (Nat.le_total a b).elim (fun h => by rw [Nat.min_eq_left h, sub_eq_zero_of_le h, Nat.sub_zero])
    fun h => by rw [Nat.min_eq_right h, Nat.sub_sub_self h]

end Nat
