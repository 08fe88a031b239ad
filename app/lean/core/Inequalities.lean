/-
More on the order of the natural numbers: predecessors, sums, differences and products in inequalities.
-/
prelude
import Lemmata.Arithmetic
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat

variable {a b c d e k l m n x y : Nat}

/-! ## Operations under their first names -/

@[simp] theorem add_eq : Nat.add x y = x + y := rfl
@[simp] theorem mul_eq : Nat.mul x y = x * y := rfl
@[simp] theorem sub_eq : Nat.sub x y = x - y := rfl
@[simp] theorem pow_eq : Nat.pow m n = m ^ n := rfl
@[simp] theorem beq_eq : (Nat.beq x y = true) = (x = y) :=
  propext ⟨eq_of_beq_eq_true x y, fun h => h ▸ beq_refl x⟩
@[simp] theorem ble_eq : (Nat.ble x y = true) = (x ≤ y) := propext ⟨le_of_ble_eq_true, ble_eq_true_of_le⟩

/-! ## Successor and predecessor -/

protected theorem zero_ne_one : 0 ≠ 1 := zero_ne_add_one 0
protected theorem one_ne_zero : 1 ≠ 0 := add_one_ne_zero 0
theorem add_one_inj : a + 1 = b + 1 ↔ a = b := succ_inj
theorem succ_ne_succ_iff : succ a ≠ succ b ↔ a ≠ b := not_congr succ_inj
theorem add_one_ne_self (n : Nat) : n + 1 ≠ n := succ_ne_self n
theorem succ_eq_one_add (n : Nat) : succ n = 1 + n := (one_add n).symm
theorem succ_pred (h : a ≠ 0) : succ (pred a) = a := ((eq_zero_or_eq_succ_pred a).resolve_left h).symm
theorem succ_pred_eq_of_pos (h : 0 < n) : succ (pred n) = n := succ_pred (ne_zero_of_pos h)
theorem sub_one_add_one (h : a ≠ 0) : a - 1 + 1 = a := succ_pred h
theorem sub_one_add_one_eq_of_pos (h : 0 < n) : n - 1 + 1 = n := succ_pred_eq_of_pos h
theorem exists_eq_add_one_of_ne_zero (h : n ≠ 0) : ∃ k, n = k + 1 := exists_eq_succ_of_ne_zero h
@[simp] theorem pred_le (n : Nat) : pred n ≤ n := Nat.sub_le n 1
theorem pred_lt (h : n ≠ 0) : pred n < n := Nat.sub_lt (Nat.pos_of_ne_zero h) Nat.one_pos
theorem pred_lt_of_lt (h : m < n) : pred n < n := pred_lt (Nat.ne_zero_of_lt h)
theorem sub_one_lt (h : n ≠ 0) : n - 1 < n := pred_lt h
theorem sub_one_lt_of_lt (h : m < n) : n - 1 < n := pred_lt_of_lt h
theorem le_pred_of_lt (h : m < n) : m ≤ n - 1 := pred_le_pred h
theorem le_sub_one_of_lt (h : a < b) : a ≤ b - 1 := pred_le_pred h
theorem lt_of_succ_lt (h : succ n < m) : n < m := le_of_succ_le h
theorem lt_succ_of_lt (h : a < b) : a < succ b := le_succ_of_le h
theorem lt_add_one_of_lt (h : a < b) : a < b + 1 := le_succ_of_le h
theorem lt.step (h : n < m) : n < succ m := le_succ_of_le h
theorem lt.base (n : Nat) : n < succ n := Nat.le_refl (succ n)
theorem le_succ_iff : m ≤ succ n ↔ m ≤ n ∨ m = succ n :=
  ⟨fun h => (Nat.lt_or_eq_of_le h).imp_left le_of_lt_succ, fun h => h.elim le_succ_of_le Nat.le_of_eq⟩
theorem le_add_one_iff : m ≤ n + 1 ↔ m ≤ n ∨ m = n + 1 := le_succ_iff
theorem le_or_eq_of_le_succ (h : m ≤ succ n) : m ≤ n ∨ m = succ n := le_succ_iff.mp h
theorem of_le_succ : m ≤ succ n → m ≤ n ∨ m = succ n := le_succ_iff.mp
theorem le_or_eq_of_le_add_one (h : m ≤ n + 1) : m ≤ n ∨ m = n + 1 := le_succ_iff.mp h
theorem lt_or_eq_of_lt_succ (h : m < succ n) : m < n ∨ m = n := Nat.lt_or_eq_of_le (le_of_lt_succ h)
theorem lt_succ_iff_lt_or_eq : m < succ n ↔ m < n ∨ m = n := lt_succ_iff.trans Nat.le_iff_lt_or_eq
theorem lt_add_one_iff_lt_or_eq : m < n + 1 ↔ m < n ∨ m = n := lt_succ_iff_lt_or_eq
theorem eq_of_lt_succ_of_not_lt (h₁ : m < n + 1) (h₂ : ¬m < n) : m = n :=
  (lt_or_eq_of_lt_succ h₁).resolve_left h₂
theorem le_iff_lt_add_one : x ≤ y ↔ x < y + 1 := lt_succ_iff.symm
theorem one_add_le_iff : 1 + m ≤ n ↔ m < n := by rw [Nat.add_comm]; exact Iff.rfl
theorem lt_one_add_iff : m < 1 + n ↔ m ≤ n := by rw [Nat.add_comm]; exact lt_succ_iff

/-! ## Order -/

protected theorem one_lt_two : 1 < 2 := Nat.le.refl
protected theorem zero_lt_two : 0 < 2 := Nat.two_pos
theorem zero_lt_of_lt (h : a < b) : 0 < b := Nat.pos_of_lt h
theorem zero_lt_of_ne_zero (h : a ≠ 0) : 0 < a := Nat.pos_of_ne_zero h
theorem one_le_of_lt (h : a < b) : 1 ≤ b := Nat.pos_of_lt h
protected theorem eq_zero_of_not_pos (h : ¬0 < n) : n = 0 := (Nat.eq_zero_or_pos n).resolve_right h
protected theorem ne_zero_iff_zero_lt : n ≠ 0 ↔ 0 < n := Nat.pos_iff_ne_zero.symm
protected theorem ne_of_lt' (h : a < b) : b ≠ a := (Nat.ne_of_lt h).symm
protected theorem lt_le_asymm (h : a < b) : ¬b ≤ a := Nat.not_le_of_gt h
protected theorem le_lt_asymm (h : a ≤ b) : ¬b < a := Nat.not_lt_of_ge h
protected theorem lt_or_lt_of_ne (h : a ≠ b) : a < b ∨ b < a := Nat.lt_or_gt_of_ne h
protected theorem le_of_not_gt (h : ¬b > a) : b ≤ a := Nat.ge_of_not_lt h
protected theorem le_of_not_ge (h : ¬a ≥ b) : a ≤ b := Nat.le_of_not_le h
protected theorem lt_of_lt_of_eq (h₁ : n < m) (h₂ : m = k) : n < k := h₂ ▸ h₁
protected theorem eq_iff_le_and_ge : a = b ↔ a ≤ b ∧ b ≤ a := Nat.le_antisymm_iff
theorem one_lt_iff_ne_zero_and_ne_one : 1 < n ↔ n ≠ 0 ∧ n ≠ 1 :=
  ⟨fun h => ⟨Nat.ne_zero_of_lt h, Nat.ne_of_gt h⟩,
   fun h => Nat.lt_of_le_of_ne (Nat.pos_of_ne_zero h.left) h.right.symm⟩
theorem two_le_iff : ∀ n, 2 ≤ n ↔ n ≠ 0 ∧ n ≠ 1 := fun _ => one_lt_iff_ne_zero_and_ne_one
theorem le_one_iff_eq_zero_or_eq_one : n ≤ 1 ↔ n = 0 ∨ n = 1 :=
  le_succ_iff.trans (or_congr Nat.le_zero Iff.rfl)
theorem exists_eq_add_one : (∃ n, a = n + 1) ↔ 0 < a :=
  ⟨fun h => h.elim fun n e => e ▸ zero_lt_succ n, fun h => exists_eq_succ_of_ne_zero (ne_zero_of_pos h)⟩
theorem exists_add_one_eq : (∃ n, n + 1 = a) ↔ 0 < a :=
  ⟨fun h => h.elim fun n e => e ▸ zero_lt_succ n, fun h => ⟨a - 1, sub_one_add_one_eq_of_pos h⟩⟩
attribute [simp] exists_eq_add_one exists_add_one_eq
protected theorem exists_eq_add_of_le (h : m ≤ n) : ∃ k, n = m + k := Nat.le_iff_exists_add.mp h
protected theorem exists_eq_add_of_le' (h : m ≤ n) : ∃ k, n = k + m :=
  (Nat.exists_eq_add_of_le h).imp fun k e => e.trans (Nat.add_comm m k)
protected theorem exists_eq_add_of_lt (h : m < n) : ∃ k, n = m + k + 1 :=
  (Nat.exists_eq_add_of_le (succ_le_of_lt h)).imp fun k e => e.trans (add_one_add m k)

/-! ## Order and addition -/

protected theorem lt_add_left (c : Nat) (h : a < b) : a < c + b := Nat.lt_of_lt_of_le h (le_add_left b c)
protected theorem lt_add_right (c : Nat) (h : a < b) : a < b + c := Nat.lt_of_lt_of_le h (le_add_right b c)
theorem le_of_add_left_le (h : n + k ≤ m) : k ≤ m := Nat.le_trans (le_add_left k n) h
theorem lt_of_add_right_lt (h : n + k < m) : n < m := Nat.lt_of_le_of_lt (le_add_right n k) h
theorem lt_of_add_left_lt (h : n + k < m) : k < m := Nat.lt_of_le_of_lt (le_add_left k n) h
protected theorem pos_of_lt_add_right (h : n < n + k) : 0 < k := Nat.lt_add_right_iff_pos.mp h
protected theorem pos_of_lt_add_left (h : n < k + n) : 0 < k := Nat.lt_add_left_iff_pos.mp h
@[simp] theorem add_pos_iff_pos_or_pos : 0 < m + n ↔ 0 < m ∨ 0 < n :=
  ⟨fun h => (Nat.eq_zero_or_pos m).elim (fun e => Or.inr (by rw [e, Nat.zero_add] at h; exact h)) Or.inl,
   fun h => h.elim (fun h => Nat.add_pos_left h n) (Nat.add_pos_right m)⟩
theorem add_eq_one_iff : m + n = 1 ↔ m = 0 ∧ n = 1 ∨ m = 1 ∧ n = 0 := by
  cases n with
  | zero => exact ⟨fun h => Or.inr ⟨h, rfl⟩, fun h => h.elim (fun h => nomatch h.right) And.left⟩
  | succ n =>
    exact ⟨fun h => have z := Nat.eq_zero_of_add_eq_zero (succ.inj h)
        Or.inl ⟨z.left, congrArg succ z.right⟩,
      fun h => h.elim (fun h => by rw [h.left, h.right]) (fun h => nomatch h.right)⟩
protected theorem add_self_ne_one (n : Nat) : n + n ≠ 1 := fun h =>
  (add_eq_one_iff.mp h).elim (fun h => absurd (h.left.symm.trans h.right) Nat.zero_ne_one)
    fun h => absurd (h.right.symm.trans h.left) Nat.zero_ne_one

/-! ## Order and subtraction -/

protected theorem sub_add_eq (a b c : Nat) : a - (b + c) = a - b - c := (Nat.sub_sub a b c).symm
theorem succ_sub (h : n ≤ m) : succ m - n = succ (m - n) := Nat.sub_add_comm (m := 1) h
protected theorem add_sub_cancel_right (n m : Nat) : n + m - m = n := Nat.add_sub_cancel n m
@[simp] protected theorem add_sub_cancel' (h : m ≤ n) : m + (n - m) = n := Nat.add_sub_of_le h
protected theorem lt_of_sub_pos (h : 0 < n - m) : m < n :=
  Nat.gt_of_not_le fun l => ne_zero_of_pos h (sub_eq_zero_of_le l)
protected theorem sub_pos_iff_lt : 0 < n - m ↔ m < n := ⟨Nat.lt_of_sub_pos, Nat.sub_pos_of_lt⟩
theorem sub_ne_zero_of_lt (h : a < b) : b - a ≠ 0 := ne_zero_of_pos (Nat.sub_pos_of_lt h)
theorem sub_ne_zero_iff_lt : n - m ≠ 0 ↔ m < n := Nat.pos_iff_ne_zero.symm.trans Nat.sub_pos_iff_lt
protected theorem lt_of_sub_ne_zero (h : n - m ≠ 0) : m < n := sub_ne_zero_iff_lt.mp h
protected theorem sub_eq_of_eq_add (h : a = c + b) : a - b = c := h ▸ Nat.add_sub_cancel c b
protected theorem sub_eq_of_eq_add' (h : a = b + c) : a - b = c := h ▸ Nat.add_sub_cancel_left b c
protected theorem eq_sub_of_add_eq (h : c + b = a) : c = a - b := (Nat.sub_eq_of_eq_add h.symm).symm
protected theorem eq_sub_of_add_eq' (h : b + c = a) : c = a - b := (Nat.sub_eq_of_eq_add' h.symm).symm
protected theorem eq_add_of_sub_eq (h₁ : b ≤ a) (h₂ : a - b = c) : a = c + b :=
  (Nat.sub_eq_iff_eq_add h₁).mp h₂
protected theorem sub_eq_iff_eq_add' (h : b ≤ a) : a - b = c ↔ a = b + c := by
  rw [Nat.add_comm b c]; exact Nat.sub_eq_iff_eq_add h
protected theorem sub_sub_self (h : m ≤ n) : n - (n - m) = m :=
  Nat.sub_eq_of_eq_add (Nat.add_sub_of_le h).symm
protected theorem le_add_of_sub_le (h : a - b ≤ c) : a ≤ c + b := Nat.sub_le_iff_le_add.mp h
protected theorem sub_le_of_le_add (h : a ≤ c + b) : a - b ≤ c := Nat.sub_le_iff_le_add.mpr h
protected theorem sub_le_iff_le_add' : a - b ≤ c ↔ a ≤ b + c := by
  rw [Nat.add_comm b c]; exact Nat.sub_le_iff_le_add
protected theorem add_le_of_le_sub (hle : b ≤ c) (h : a ≤ c - b) : a + b ≤ c :=
  (Nat.le_sub_iff_add_le hle).mp h
protected theorem le_sub_of_add_le (h : a + b ≤ c) : a ≤ c - b :=
  (Nat.le_sub_iff_add_le (Nat.le_trans (le_add_left b a) h)).mpr h
protected theorem add_le_of_le_sub' (h : m ≤ k) (hn : n ≤ k - m) : m + n ≤ k := by
  rw [Nat.add_comm]; exact Nat.add_le_of_le_sub h hn
protected theorem le_sub_of_add_le' (h : m + n ≤ k) : n ≤ k - m := by
  rw [Nat.add_comm] at h; exact Nat.le_sub_of_add_le h
protected theorem le_sub_iff_add_le' (h : k ≤ m) : n ≤ m - k ↔ k + n ≤ m :=
  ⟨Nat.add_le_of_le_sub' h, Nat.le_sub_of_add_le'⟩
theorem lt_sub_of_add_lt (h : a + b < c) : a < c - b := Nat.le_sub_of_add_le ((add_one_add a b).symm ▸ h)
theorem add_lt_of_lt_sub (h : a < c - b) : a + b < c :=
  Nat.lt_of_lt_of_le (Nat.add_lt_add_right h b)
    (Nat.le_of_eq (Nat.sub_add_cancel (Nat.le_of_lt (Nat.lt_of_sub_pos (Nat.pos_of_lt h)))))
protected theorem lt_sub_iff_add_lt : a < c - b ↔ a + b < c := ⟨add_lt_of_lt_sub, lt_sub_of_add_lt⟩
protected theorem lt_sub_iff_add_lt' : a < c - b ↔ b + a < c := by
  rw [Nat.add_comm b a]; exact Nat.lt_sub_iff_add_lt
theorem add_lt_of_lt_sub' (h : b < c - a) : a + b < c := Nat.lt_sub_iff_add_lt'.mp h
protected theorem sub_lt_iff_lt_add (h : b ≤ a) : a - b < c ↔ a < c + b :=
  ⟨fun l => Nat.sub_add_cancel h ▸ Nat.add_lt_add_right l b,
   fun l => Nat.lt_of_add_lt_add_right (k := b) (by rw [Nat.sub_add_cancel h]; exact l)⟩
protected theorem sub_lt_iff_lt_add' (h : b ≤ a) : a - b < c ↔ a < b + c := by
  rw [Nat.add_comm b c]; exact Nat.sub_lt_iff_lt_add h
protected theorem sub_lt_left_of_lt_add (H : n ≤ k) (h : k < n + m) : k - n < m :=
  (Nat.sub_lt_iff_lt_add' H).mpr h
protected theorem sub_lt_right_of_lt_add (H : n ≤ k) (h : k < m + n) : k - n < m :=
  (Nat.sub_lt_iff_lt_add H).mpr h
protected theorem sub_lt_of_pos_le (h₀ : 0 < a) (h₁ : a ≤ b) : b - a < b :=
  Nat.sub_lt (Nat.lt_of_lt_of_le h₀ h₁) h₀
protected theorem sub_lt_self (h₀ : 0 < a) (h₁ : a ≤ b) : b - a < b := Nat.sub_lt_of_pos_le h₀ h₁
theorem sub_lt_succ (a b : Nat) : a - b < succ a := lt_succ_of_le (Nat.sub_le a b)
theorem sub_lt_add_one (a b : Nat) : a - b < a + 1 := sub_lt_succ a b
protected theorem sub_le_sub_iff_right (h : k ≤ m) : n - k ≤ m - k ↔ n ≤ m := by
  rw [Nat.sub_le_iff_le_add, Nat.sub_add_cancel h]
protected theorem sub_lt_sub_right (h : c ≤ a) (h' : a < b) : a - c < b - c :=
  lt_sub_of_add_lt ((Nat.sub_add_cancel h).symm ▸ h')
protected theorem sub_lt_sub_iff_right (h : c ≤ a) : a - c < b - c ↔ a < b := by
  rw [Nat.lt_sub_iff_add_lt, Nat.sub_add_cancel h]
protected theorem sub_lt_sub_left (h₁ : k < m) (h₂ : k < n) : m - n < m - k :=
  (Nat.le_total n m).elim
    (fun h => lt_sub_of_add_lt (Nat.lt_of_lt_of_le (Nat.add_lt_add_left h₂ (m - n))
      (Nat.le_of_eq (Nat.sub_add_cancel h))))
    fun h => (sub_eq_zero_of_le h).symm ▸ Nat.sub_pos_of_lt h₁
protected theorem sub_add_sub_cancel (hab : b ≤ a) (hcb : c ≤ b) : a - b + (b - c) = a - c := by
  rw [← Nat.add_sub_assoc hcb, Nat.sub_add_cancel hab]
protected theorem sub_sub_sub_cancel_right (h : c ≤ b) : a - c - (b - c) = a - b := by
  rw [Nat.sub_sub, Nat.add_sub_of_le h]
protected theorem mul_sub_left_distrib (n m k : Nat) : n * (m - k) = n * m - n * k := Nat.mul_sub n m k
protected theorem mul_sub_right_distrib (n m k : Nat) : (n - m) * k = n * k - m * k := Nat.sub_mul n m k
protected theorem mul_sub_one (n m : Nat) : n * (m - 1) = n * m - n := by rw [Nat.mul_sub, Nat.mul_one]
protected theorem sub_one_mul (n m : Nat) : (n - 1) * m = n * m - m := by rw [Nat.sub_mul, Nat.one_mul]
protected theorem mul_self_sub_mul_self_eq (a b : Nat) : a * a - b * b = (a + b) * (a - b) := by
  rw [Nat.mul_sub, Nat.add_mul, Nat.add_mul, Nat.mul_comm b a, Nat.add_comm (a * b), Nat.add_sub_add_right]
theorem pow_two_sub_pow_two (a b : Nat) : a ^ 2 - b ^ 2 = (a + b) * (a - b) := by
  rw [Nat.pow_two, Nat.pow_two, Nat.mul_self_sub_mul_self_eq]

end Nat
