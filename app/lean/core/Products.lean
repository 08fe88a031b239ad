/-
Products of natural numbers in equations and inequalities, and how powers grow.
-/
prelude
import Lemmata.Inequalities
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat

variable {a b c d e k l m n x y : Nat}

/-! ## Products that are equal, or zero, or one -/

protected theorem mul_ne_zero_iff : n * m ≠ 0 ↔ n ≠ 0 ∧ m ≠ 0 := (not_congr Nat.mul_eq_zero).trans not_or
protected theorem ne_zero_of_mul_ne_zero_left (h : n * m ≠ 0) : n ≠ 0 := (Nat.mul_ne_zero_iff.mp h).left
protected theorem ne_zero_of_mul_ne_zero_right (h : n * m ≠ 0) : m ≠ 0 := (Nat.mul_ne_zero_iff.mp h).right
protected theorem zero_eq_mul : 0 = m * n ↔ m = 0 ∨ n = 0 := eq_comm.trans Nat.mul_eq_zero
protected theorem mul_left_cancel_iff {n : Nat} (p : 0 < n) {m k : Nat} : n * m = n * k ↔ m = k :=
  ⟨Nat.mul_left_cancel p, fun h => h ▸ rfl⟩
protected theorem mul_right_cancel_iff {m : Nat} (p : 0 < m) {n k : Nat} : n * m = k * m ↔ n = k :=
  ⟨Nat.mul_right_cancel p, fun h => h ▸ rfl⟩
protected theorem mul_left_inj (ha : a ≠ 0) : b * a = c * a ↔ b = c :=
  Nat.mul_right_cancel_iff (Nat.pos_of_ne_zero ha)
protected theorem mul_right_inj (ha : a ≠ 0) : a * b = a * c ↔ b = c :=
  Nat.mul_left_cancel_iff (Nat.pos_of_ne_zero ha)
protected theorem mul_ne_mul_left (ha : a ≠ 0) : b * a ≠ c * a ↔ b ≠ c := not_congr (Nat.mul_left_inj ha)
protected theorem mul_ne_mul_right (ha : a ≠ 0) : a * b ≠ a * c ↔ b ≠ c := not_congr (Nat.mul_right_inj ha)
theorem mul_eq_left (ha : a ≠ 0) : a * b = a ↔ b = 1 := by
  have h := Nat.mul_right_inj (b := b) (c := 1) ha
  rw [Nat.mul_one] at h
  exact h
theorem mul_eq_right (hb : b ≠ 0) : a * b = b ↔ a = 1 := by rw [Nat.mul_comm]; exact mul_eq_left hb
theorem succ_mul_succ (a b : Nat) : succ a * succ b = a * b + a + b + 1 := by
  rw [succ_mul, mul_succ]; rfl
theorem add_one_mul_add_one (a b : Nat) : (a + 1) * (b + 1) = a * b + a + b + 1 := succ_mul_succ a b
theorem eq_one_of_dvd_one (h : n ∣ 1) : n = 1 := Nat.dvd_antisymm h (Nat.one_dvd n)
@[simp] theorem dvd_one : n ∣ 1 ↔ n = 1 := ⟨eq_one_of_dvd_one, fun h => h ▸ Nat.dvd_refl n⟩
theorem eq_one_of_mul_eq_one_right (h : m * n = 1) : m = 1 := eq_one_of_dvd_one ⟨n, h.symm⟩
theorem eq_one_of_mul_eq_one_left (h : m * n = 1) : n = 1 :=
  eq_one_of_mul_eq_one_right ((Nat.mul_comm n m).trans h)

/-! ## Products and order -/

protected theorem le_mul_of_pos_left (m : Nat) (h : 0 < n) : m ≤ n * m :=
  Nat.mul_comm m n ▸ Nat.le_mul_of_pos_right m h
protected theorem le_of_mul_le_mul_right (h : a * c ≤ b * c) (hc : 0 < c) : a ≤ b := by
  rw [Nat.mul_comm a, Nat.mul_comm b] at h; exact Nat.le_of_mul_le_mul_left h hc
protected theorem lt_of_mul_lt_mul_left (h : a * b < a * c) : b < c :=
  Nat.gt_of_not_le fun l => Nat.not_lt_of_ge (Nat.mul_le_mul_left a l) h
protected theorem lt_of_mul_lt_mul_right (h : b * a < c * a) : b < c :=
  Nat.gt_of_not_le fun l => Nat.not_lt_of_ge (Nat.mul_le_mul_right a l) h
protected theorem mul_le_mul_left_iff (w : 0 < k) : k * m ≤ k * n ↔ m ≤ n :=
  ⟨fun h => Nat.le_of_mul_le_mul_left h w, Nat.mul_le_mul_left k⟩
protected theorem mul_le_mul_right_iff (w : 0 < k) : m * k ≤ n * k ↔ m ≤ n :=
  ⟨fun h => Nat.le_of_mul_le_mul_right h w, Nat.mul_le_mul_right k⟩
protected theorem mul_lt_mul_left (a0 : 0 < a) : a * b < a * c ↔ b < c :=
  ⟨Nat.lt_of_mul_lt_mul_left, fun h => Nat.mul_lt_mul_of_pos_left h a0⟩
protected theorem mul_lt_mul_right (a0 : 0 < a) : b * a < c * a ↔ b < c :=
  ⟨Nat.lt_of_mul_lt_mul_right, fun h => Nat.mul_lt_mul_of_pos_right h a0⟩
protected theorem mul_lt_mul_of_lt_of_le (hac : a < c) (hbd : b ≤ d) (hd : 0 < d) : a * b < c * d :=
  Nat.lt_of_le_of_lt (Nat.mul_le_mul_left a hbd) (Nat.mul_lt_mul_of_pos_right hac hd)
protected theorem mul_lt_mul_of_lt_of_le' (hac : a < c) (hbd : b ≤ d) (hb : 0 < b) : a * b < c * d :=
  Nat.mul_lt_mul_of_lt_of_le hac hbd (Nat.lt_of_lt_of_le hb hbd)
protected theorem mul_lt_mul_of_le_of_lt (hac : a ≤ c) (hbd : b < d) (hc : 0 < c) : a * b < c * d :=
  Nat.lt_of_le_of_lt (Nat.mul_le_mul_right b hac) (Nat.mul_lt_mul_of_pos_left hbd hc)
protected theorem mul_lt_mul_of_le_of_lt' (hac : a ≤ c) (hbd : b < d) (ha : 0 < a) : a * b < c * d :=
  Nat.mul_lt_mul_of_le_of_lt hac hbd (Nat.lt_of_lt_of_le ha hac)
protected theorem mul_lt_mul_of_lt_of_lt (hac : a < c) (hbd : b < d) : a * b < c * d :=
  Nat.mul_lt_mul_of_le_of_lt (Nat.le_of_lt hac) hbd (Nat.pos_of_lt hac)
theorem mul_lt_mul'' (hac : a < c) (hbd : b < d) : a * b < c * d := Nat.mul_lt_mul_of_lt_of_lt hac hbd
protected theorem pos_of_mul_pos_left (h : 0 < a * b) : 0 < b :=
  Nat.pos_of_ne_zero (Nat.ne_zero_of_mul_ne_zero_right (ne_zero_of_pos h))
protected theorem pos_of_mul_pos_right (h : 0 < a * b) : 0 < a :=
  Nat.pos_of_ne_zero (Nat.ne_zero_of_mul_ne_zero_left (ne_zero_of_pos h))
@[simp] protected theorem mul_pos_iff_of_pos_left (h : 0 < a) : 0 < a * b ↔ 0 < b :=
  ⟨Nat.pos_of_mul_pos_left, Nat.mul_pos h⟩
@[simp] protected theorem mul_pos_iff_of_pos_right (h : 0 < b) : 0 < a * b ↔ 0 < a :=
  ⟨Nat.pos_of_mul_pos_right, fun w => Nat.mul_pos w h⟩
@[simp] protected theorem lt_mul_iff_one_lt_left (hb : 0 < b) : b < a * b ↔ 1 < a := by
  have h := Nat.mul_lt_mul_right (b := 1) (c := a) hb
  rw [Nat.one_mul] at h
  exact h
@[simp] protected theorem lt_mul_iff_one_lt_right (ha : 0 < a) : a < a * b ↔ 1 < b := by
  rw [Nat.mul_comm]; exact Nat.lt_mul_iff_one_lt_left ha
theorem mul_self_lt_mul_self (h : m < n) : m * m < n * n := mul_lt_mul'' h h
theorem mul_self_le_mul_self_iff : m * m ≤ n * n ↔ m ≤ n :=
  ⟨fun h => Nat.ge_of_not_lt fun l => Nat.not_le_of_gt (mul_self_lt_mul_self l) h, Nat.mul_self_le_mul_self⟩
theorem mul_self_lt_mul_self_iff : m * m < n * n ↔ m < n :=
  ⟨fun h => Nat.gt_of_not_le fun l => Nat.not_lt_of_ge (Nat.mul_self_le_mul_self l) h, mul_self_lt_mul_self⟩
theorem mul_self_inj : m * m = n * n ↔ m = n :=
  ⟨fun h => Nat.le_antisymm (mul_self_le_mul_self_iff.mp (Nat.le_of_eq h))
    (mul_self_le_mul_self_iff.mp (Nat.le_of_eq h.symm)), fun h => h ▸ rfl⟩
theorem le_mul_self (n : Nat) : n ≤ n * n := by
  cases n with
  | zero => exact Nat.le_refl 0
  | succ n => exact Nat.le_mul_of_pos_right (n + 1) (zero_lt_succ n)
theorem one_lt_mul_iff : 1 < m * n ↔ 0 < m ∧ 0 < n ∧ (1 < m ∨ 1 < n) := by
  constructor
  · intro h
    have p := Nat.pos_of_lt h
    refine ⟨Nat.pos_of_mul_pos_right p, Nat.pos_of_mul_pos_left p, Classical.byContradiction fun no => ?_⟩
    have no := not_or.mp no
    exact Nat.not_le_of_gt h (Nat.mul_le_mul (Nat.ge_of_not_lt no.left) (Nat.ge_of_not_lt no.right))
  · intro ⟨hm, hn, h⟩
    exact h.elim (fun h => Nat.mul_lt_mul_of_lt_of_le' (b := 1) h hn Nat.one_pos)
      (fun h => Nat.mul_lt_mul_of_le_of_lt' (a := 1) hm h Nat.one_pos)
theorem eq_zero_of_two_mul_le (h : 2 * n ≤ n) : n = 0 := by
  rw [Nat.two_mul] at h
  exact eq_zero_of_le_zero (Nat.le_of_add_le_add_left (a := n) h)
theorem eq_zero_of_mul_le (hb : 2 ≤ n) (h : n * m ≤ m) : m = 0 :=
  eq_zero_of_two_mul_le (Nat.le_trans (Nat.mul_le_mul_right m hb) h)
protected theorem add_le_mul (ha : 2 ≤ a) (hb : 2 ≤ b) : a + b ≤ a * b := by
  rcases Nat.le.dest ha with ⟨x, rfl⟩
  rcases Nat.le.dest hb with ⟨y, rfl⟩
  have four : (2 + x) * (2 + y) = 2 + x + (2 + y) + (x + y + x * y) := by
    simp only [Nat.mul_add, Nat.add_mul, Nat.two_mul, Nat.mul_two, Nat.add_assoc, Nat.add_left_comm]
  exact four ▸ le_add_right _ _

/-! ## Powers -/

protected theorem pow_add' (a m n : Nat) : a ^ (m + n) = a ^ n * a ^ m := by rw [Nat.add_comm, Nat.pow_add]
protected theorem pow_mul' (a m n : Nat) : a ^ (m * n) = (a ^ n) ^ m := by rw [Nat.mul_comm, Nat.pow_mul]
protected theorem pow_right_comm (a m n : Nat) : (a ^ m) ^ n = (a ^ n) ^ m := by
  rw [← Nat.pow_mul, Nat.mul_comm, Nat.pow_mul]
theorem pow_add_one' : m ^ (n + 1) = m * m ^ n := Nat.pow_succ'
theorem two_pow_succ (n : Nat) : 2 ^ (n + 1) = 2 ^ n + 2 ^ n := Nat.mul_two (2 ^ n)
theorem one_le_pow (n m : Nat) (h : 0 < m) : 1 ≤ m ^ n := Nat.pow_pos h
protected theorem one_le_two_pow : 1 ≤ 2 ^ n := Nat.two_pow_pos n
protected theorem pow_lt_pow_succ (h : 1 < a) : a ^ n < a ^ (n + 1) :=
  (Nat.lt_mul_iff_one_lt_right (Nat.pow_pos (Nat.pos_of_lt h))).mpr h
protected theorem pow_lt_pow_of_lt (h : 1 < a) (w : n < m) : a ^ n < a ^ m :=
  Nat.lt_of_lt_of_le (Nat.pow_lt_pow_succ h) (Nat.pow_le_pow_right (Nat.pos_of_lt h) w)
protected theorem pow_lt_pow_right (ha : 1 < a) (h : m < n) : a ^ m < a ^ n := Nat.pow_lt_pow_of_lt ha h
protected theorem pow_le_pow_of_le (h : 1 < a) (w : n ≤ m) : a ^ n ≤ a ^ m :=
  Nat.pow_le_pow_right (Nat.pos_of_lt h) w
protected theorem pow_le_pow_iff_right (h : 1 < a) : a ^ n ≤ a ^ m ↔ n ≤ m :=
  ⟨fun l => Nat.ge_of_not_lt fun w => Nat.not_le_of_gt (Nat.pow_lt_pow_of_lt h w) l, Nat.pow_le_pow_of_le h⟩
protected theorem pow_lt_pow_iff_right (h : 1 < a) : a ^ n < a ^ m ↔ n < m :=
  ⟨fun l => Nat.gt_of_not_le fun w => Nat.not_lt_of_ge (Nat.pow_le_pow_of_le h w) l, Nat.pow_lt_pow_of_lt h⟩
protected theorem pow_right_inj (ha : 1 < a) : a ^ m = a ^ n ↔ m = n :=
  ⟨fun h => Nat.le_antisymm ((Nat.pow_le_pow_iff_right ha).mp (Nat.le_of_eq h))
    ((Nat.pow_le_pow_iff_right ha).mp (Nat.le_of_eq h.symm)), fun h => h ▸ rfl⟩
protected theorem pow_lt_pow_left (h : a < b) (hn : n ≠ 0) : a ^ n < b ^ n := by
  cases n with
  | zero => exact absurd rfl hn
  | succ n =>
    exact Nat.mul_lt_mul_of_le_of_lt (Nat.pow_le_pow_left (Nat.le_of_lt h) n) h
      (Nat.pow_pos (Nat.pos_of_lt h))
protected theorem pow_le_pow_iff_left (hn : n ≠ 0) : a ^ n ≤ b ^ n ↔ a ≤ b :=
  ⟨fun h => Nat.ge_of_not_lt fun w => Nat.not_le_of_gt (Nat.pow_lt_pow_left w hn) h,
   fun h => Nat.pow_le_pow_left h n⟩
protected theorem pow_lt_pow_iff_left (hn : n ≠ 0) : a ^ n < b ^ n ↔ a < b :=
  ⟨fun h => Nat.gt_of_not_le fun w => Nat.not_lt_of_ge (Nat.pow_le_pow_left w n) h,
   fun h => Nat.pow_lt_pow_left h hn⟩
protected theorem pow_left_inj (hn : n ≠ 0) : a ^ n = b ^ n ↔ a = b :=
  ⟨fun h => Nat.le_antisymm ((Nat.pow_le_pow_iff_left hn).mp (Nat.le_of_eq h))
    ((Nat.pow_le_pow_iff_left hn).mp (Nat.le_of_eq h.symm)), fun h => h ▸ rfl⟩
protected theorem one_lt_two_pow (h : n ≠ 0) : 1 < 2 ^ n :=
  Nat.pow_lt_pow_of_lt (n := 0) Nat.one_lt_two (Nat.pos_of_ne_zero h)
@[simp] protected theorem one_lt_two_pow_iff : 1 < 2 ^ n ↔ n ≠ 0 :=
  ⟨fun h e => Nat.lt_irrefl 1 (by rw [e] at h; exact h), Nat.one_lt_two_pow⟩
theorem one_lt_pow (hn : n ≠ 0) (ha : 1 < a) : 1 < a ^ n :=
  Nat.pow_lt_pow_of_lt (n := 0) ha (Nat.pos_of_ne_zero hn)
theorem one_lt_two_pow' (n : Nat) : 1 < 2 ^ (n + 1) := Nat.one_lt_two_pow (succ_ne_zero n)
@[simp] theorem one_lt_pow_iff (hn : n ≠ 0) {a : Nat} : 1 < a ^ n ↔ 1 < a := by
  have h := Nat.pow_lt_pow_iff_left (a := 1) (b := a) hn
  rw [Nat.one_pow] at h
  exact h
theorem le_self_pow (hn : n ≠ 0) (a : Nat) : a ≤ a ^ n := by
  cases n with
  | zero => exact absurd rfl hn
  | succ n =>
    exact (Nat.eq_zero_or_pos a).elim (fun h => h.symm ▸ zero_le _)
      fun h => Nat.le_mul_of_pos_left a (Nat.pow_pos h)
theorem le_pow (h : 0 < b) : a ≤ a ^ b := le_self_pow (ne_zero_of_pos h) a
@[simp] protected theorem pow_eq_zero : a ^ n = 0 ↔ a = 0 ∧ n ≠ 0 := by
  constructor
  · intro h
    have ha : a = 0 := Nat.eq_zero_of_not_pos fun p => ne_zero_of_pos (Nat.pow_pos p) h
    exact ⟨ha, fun e => Nat.one_ne_zero (by rw [e, Nat.pow_zero] at h; exact h)⟩
  · exact fun ⟨ha, hn⟩ => ha.symm ▸ Nat.zero_pow (Nat.pos_of_ne_zero hn)
@[simp] protected theorem pow_eq_one : a ^ n = 1 ↔ a = 1 ∨ n = 0 := by
  constructor
  · intro h
    exact Classical.or_iff_not_imp_right.mpr fun hn => (Nat.pow_left_inj hn).mp (h.trans (Nat.one_pow n).symm)
  · exact fun h => h.elim (fun h => by rw [h, Nat.one_pow]) fun h => by rw [h, Nat.pow_zero]
protected theorem pow_pos_iff : 0 < a ^ n ↔ 0 < a ∨ n = 0 :=
  ⟨fun h => (Nat.eq_zero_or_pos n).elim Or.inr fun hn => Or.inl (Nat.pos_of_ne_zero fun ha =>
    Nat.lt_irrefl 0 (by rw [ha, Nat.zero_pow hn] at h; exact h)),
   fun h => h.elim Nat.pow_pos fun h => h.symm ▸ Nat.one_pos⟩
protected theorem lt_pow_self (h : 1 < a) : n < a ^ n := by
  induction n with
  | zero => exact Nat.one_pos
  | succ k ih => exact Nat.lt_of_le_of_lt (succ_le_of_lt ih) (Nat.pow_lt_pow_succ h)
protected theorem pow_dvd_pow {m n : Nat} (a : Nat) (h : m ≤ n) : a ^ m ∣ a ^ n :=
  (Nat.le.dest h).elim fun k e => ⟨a ^ k, by rw [← e, Nat.pow_add]⟩
protected theorem pow_sub_mul_pow (a : Nat) {m n : Nat} (h : m ≤ n) : a ^ (n - m) * a ^ m = a ^ n := by
  rw [← Nat.pow_add, Nat.sub_add_cancel h]
protected theorem pow_pred_mul (h : 0 < n) : x ^ (n - 1) * x = x ^ n := by
  rw [← Nat.pow_succ, sub_one_add_one_eq_of_pos h]
theorem pow_dvd_of_le_of_pow_dvd {p m n k : Nat} (hmn : m ≤ n) (h : p ^ n ∣ k) : p ^ m ∣ k :=
  Nat.dvd_trans (Nat.pow_dvd_pow p hmn) h
theorem dvd_of_pow_dvd {p k m : Nat} (hk : 1 ≤ k) (h : p ^ k ∣ m) : p ∣ m := by
  rw [← Nat.pow_one p]; exact pow_dvd_of_le_of_pow_dvd hk h
theorem pow_dvd_pow_iff_le_right {x k l : Nat} (w : 1 < x) : x ^ k ∣ x ^ l ↔ k ≤ l :=
  ⟨fun h => (Nat.pow_le_pow_iff_right w).mp (le_of_dvd (Nat.pow_pos (Nat.pos_of_lt w)) h), Nat.pow_dvd_pow x⟩

end Nat
