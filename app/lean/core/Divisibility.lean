/-
Subtraction, strong induction and divisibility of natural numbers.
-/
prelude
import Lemmata.WellFounded
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

namespace Nat

/-! ## Subtraction, which stops at zero -/

@[simp] protected theorem sub_zero (n : Nat) : n - 0 = n := rfl
theorem sub_succ (n m : Nat) : n - succ m = pred (n - m) := rfl
theorem sub_one (n : Nat) : n - 1 = pred n := rfl
theorem pred_eq_sub_one {n : Nat} : pred n = n - 1 := rfl
@[simp] theorem add_one_sub_one (n : Nat) : n + 1 - 1 = n := rfl
@[simp] protected theorem zero_sub (n : Nat) : 0 - n = 0 := by
  induction n with
  | zero => rfl
  | succ k ih => exact congrArg pred ih
theorem succ_sub_succ_eq_sub (n m : Nat) : succ n - succ m = n - m := by
  induction m with
  | zero => rfl
  | succ k ih => exact congrArg pred ih
theorem succ_sub_succ (n m : Nat) : succ n - succ m = n - m := succ_sub_succ_eq_sub n m
protected theorem add_sub_add_right (n k m : Nat) : n + k - (m + k) = n - m := by
  induction k with
  | zero => rfl
  | succ k ih => exact (succ_sub_succ (n + k) (m + k)).trans ih
protected theorem add_sub_add_left (k n m : Nat) : k + n - (k + m) = n - m := by
  rw [Nat.add_comm k n, Nat.add_comm k m, Nat.add_sub_add_right]
@[simp] protected theorem sub_self (n : Nat) : n - n = 0 := by
  induction n with
  | zero => rfl
  | succ k ih => exact (succ_sub_succ k k).trans ih
@[simp] protected theorem add_sub_cancel (n m : Nat) : n + m - m = n := by
  have h := Nat.add_sub_add_right n m 0
  rw [Nat.zero_add] at h
  exact h
@[simp] protected theorem add_sub_cancel_left (n m : Nat) : n + m - n = m :=
  by rw [Nat.add_comm, Nat.add_sub_cancel]
theorem sub_eq_zero_of_le {n m : Nat} (h : n ≤ m) : n - m = 0 := by
  induction h with
  | refl => exact Nat.sub_self n
  | step _ ih => exact congrArg pred ih
protected theorem sub_le (n m : Nat) : n - m ≤ n := by
  induction m with
  | zero => exact Nat.le_refl n
  | succ k ih => exact Nat.le_trans (show pred (n - k) ≤ n - k from by cases n - k <;> simp [le_succ]) ih
protected theorem add_sub_of_le {a b : Nat} (h : a ≤ b) : a + (b - a) = b :=
  (Nat.le.dest h).elim fun k e => by rw [← e, Nat.add_sub_cancel_left]
protected theorem sub_add_cancel {n m : Nat} (h : m ≤ n) : n - m + m = n :=
  by rw [Nat.add_comm, Nat.add_sub_of_le h]
protected theorem sub_sub (n m k : Nat) : n - m - k = n - (m + k) := by
  induction k with
  | zero => rfl
  | succ k ih => exact congrArg pred ih
protected theorem sub_right_comm (m n k : Nat) : m - n - k = m - k - n :=
  by rw [Nat.sub_sub, Nat.sub_sub, Nat.add_comm]
protected theorem le_of_sub_eq_zero {n m : Nat} (h : n - m = 0) : n ≤ m :=
  (Nat.le_total n m).elim id fun h' => by
    have e := Nat.sub_add_cancel h'
    rw [h, Nat.zero_add] at e
    exact Nat.le_of_eq e.symm
protected theorem sub_eq_zero_iff_le {n m : Nat} : n - m = 0 ↔ n ≤ m :=
  ⟨Nat.le_of_sub_eq_zero, sub_eq_zero_of_le⟩
protected theorem sub_pos_of_lt {m n : Nat} (h : m < n) : 0 < n - m :=
  Nat.pos_of_ne_zero fun e => Nat.not_le_of_gt h (Nat.le_of_sub_eq_zero e)
protected theorem sub_lt {n m : Nat} (hn : 0 < n) (hm : 0 < m) : n - m < n := by
  cases n with
  | zero => exact absurd hn (Nat.lt_irrefl 0)
  | succ n => cases m with
    | zero => exact absurd hm (Nat.lt_irrefl 0)
    | succ m => exact (succ_sub_succ n m).symm ▸ lt_succ_of_le (Nat.sub_le n m)
protected theorem add_sub_assoc {m k : Nat} (h : k ≤ m) (n : Nat) : n + m - k = n + (m - k) :=
  (Nat.le.dest h).elim fun d e => by rw [← e, Nat.add_sub_cancel_left, Nat.add_left_comm, Nat.add_sub_cancel_left]
protected theorem sub_add_comm {n m k : Nat} (h : k ≤ n) : n + m - k = n - k + m := by
  rw [Nat.add_comm n m, Nat.add_sub_assoc h, Nat.add_comm]
protected theorem sub_eq_iff_eq_add {a b c : Nat} (h : b ≤ a) : a - b = c ↔ a = c + b :=
  ⟨fun e => by rw [← e, Nat.sub_add_cancel h], fun e => by rw [e, Nat.add_sub_cancel]⟩
protected theorem le_sub_iff_add_le {x y k : Nat} (h : k ≤ y) : x ≤ y - k ↔ x + k ≤ y :=
  ⟨fun l => Nat.sub_add_cancel h ▸ Nat.add_le_add_right l k,
   fun l => Nat.le_of_add_le_add_right (b := k) (by rw [Nat.sub_add_cancel h]; exact l)⟩
protected theorem sub_le_iff_le_add {a b c : Nat} : a - b ≤ c ↔ a ≤ c + b :=
  (Nat.le_total b a).elim
    (fun h => ⟨fun l => Nat.sub_add_cancel h ▸ Nat.add_le_add_right l b,
      fun l => Nat.le_of_add_le_add_right (b := b) (by rw [Nat.sub_add_cancel h]; exact l)⟩)
    (fun h => iff_of_true ((sub_eq_zero_of_le h).symm ▸ zero_le c) (Nat.le_trans h (le_add_left b c)))
protected theorem sub_le_sub_right {n m : Nat} (h : n ≤ m) (k : Nat) : n - k ≤ m - k := by
  induction k with
  | zero => exact h
  | succ k ih => exact pred_le_pred ih
protected theorem sub_le_sub_left {n m : Nat} (h : n ≤ m) (k : Nat) : k - m ≤ k - n :=
  (Nat.le.dest h).elim fun d e => by rw [← e, ← Nat.sub_sub]; exact Nat.sub_le _ _
protected theorem sub_mul (n m k : Nat) : (n - m) * k = n * k - m * k :=
  (Nat.le_total m n).elim
    (fun h => (Nat.le.dest h).elim fun d e => by rw [← e, Nat.add_mul, Nat.add_sub_cancel_left, Nat.add_sub_cancel_left])
    (fun h => by rw [sub_eq_zero_of_le h, Nat.zero_mul, sub_eq_zero_of_le (Nat.mul_le_mul_right k h)])
protected theorem mul_sub (k m n : Nat) : k * (m - n) = k * m - k * n := by
  rw [Nat.mul_comm, Nat.sub_mul, Nat.mul_comm m k, Nat.mul_comm n k]

/-! ## Strong induction -/

/-- `ind` proves the motive at `n` from all smaller numbers; so it holds below `n + 1`, and at `n`. -/
def _root_.Lemmata.strongRecBelow {motive : Nat → Sort u} (ind : ∀ n, (∀ m, m < n → motive m) → motive n) :
    (n m : Nat) → m < n → motive m
  | 0, m, h => absurd h (not_lt_zero m)
  | n + 1, m, h => ind m fun l hl => Lemmata.strongRecBelow ind n l (Nat.lt_of_lt_of_le hl (le_of_lt_succ h))
@[elab_as_elim] protected def strongRecOn {motive : Nat → Sort u} (n : Nat)
    (ind : ∀ n, (∀ m, m < n → motive m) → motive n) : motive n := Lemmata.strongRecBelow ind (n + 1) n (lt_succ_self n)
@[elab_as_elim] protected theorem strong_induction_on {p : Nat → Prop} (n : Nat) (h : ∀ n, (∀ m, m < n → p m) → p n) :
    p n := Nat.strongRecOn n h
@[elab_as_elim] protected theorem case_strong_induction_on {p : Nat → Prop} (a : Nat) (hz : p 0)
    (hi : ∀ n, (∀ m, m ≤ n → p m) → p (succ n)) : p a :=
  Nat.strong_induction_on a fun n ih => by
    cases n with
    | zero => exact hz
    | succ k => exact hi k fun m h => ih m (lt_succ_of_le h)
@[elab_as_elim] theorem le_induction {m : Nat} {P : ∀ n, m ≤ n → Prop} (base : P m (Nat.le_refl m))
    (succ : ∀ n (h : m ≤ n), P n h → P (n + 1) (le_succ_of_le h)) : ∀ n (h : m ≤ n), P n h := by
  intro n h
  induction h with
  | refl => exact base
  | step h ih => exact succ _ h ih

/-! ## Divisibility -/

instance instDvd : Dvd Nat := ⟨fun a b => ∃ c, b = a * c⟩
@[refl] protected theorem dvd_refl (a : Nat) : a ∣ a := ⟨1, (Nat.mul_one a).symm⟩
protected theorem dvd_zero (a : Nat) : a ∣ 0 := ⟨0, rfl⟩
protected theorem one_dvd (n : Nat) : 1 ∣ n := ⟨n, (Nat.one_mul n).symm⟩
protected theorem dvd_mul_right (a b : Nat) : a ∣ a * b := ⟨b, rfl⟩
protected theorem dvd_mul_left (a b : Nat) : a ∣ b * a := ⟨b, Nat.mul_comm b a⟩
protected theorem dvd_trans {a b c : Nat} (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c :=
  h₁.elim fun x hx => h₂.elim fun y hy => ⟨x * y, by rw [hy, hx, Nat.mul_assoc]⟩
protected theorem dvd_mul_right_of_dvd {a b : Nat} (h : a ∣ b) (c : Nat) : a ∣ b * c :=
  Nat.dvd_trans h (Nat.dvd_mul_right b c)
protected theorem dvd_mul_left_of_dvd {a b : Nat} (h : a ∣ b) (c : Nat) : a ∣ c * b :=
  Nat.dvd_trans h (Nat.dvd_mul_left b c)
protected theorem eq_zero_of_zero_dvd {a : Nat} (h : 0 ∣ a) : a = 0 :=
  h.elim fun c e => e.trans (Nat.zero_mul c)
@[simp] protected theorem zero_dvd {n : Nat} : 0 ∣ n ↔ n = 0 :=
  ⟨Nat.eq_zero_of_zero_dvd, fun h => h ▸ Nat.dvd_refl 0⟩
protected theorem dvd_add {m n k : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m + n :=
  h₁.elim fun x hx => h₂.elim fun y hy => ⟨x + y, by rw [hx, hy, Nat.mul_add]⟩
protected theorem dvd_sub {k m n : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m - n :=
  h₁.elim fun x hx => h₂.elim fun y hy => ⟨x - y, by rw [hx, hy, Nat.mul_sub]⟩
protected theorem dvd_add_right {m k : Nat} (h : k ∣ m) {n : Nat} : k ∣ m + n ↔ k ∣ n :=
  ⟨fun h' => Nat.add_sub_cancel_left m n ▸ Nat.dvd_sub h' h, Nat.dvd_add h⟩
protected theorem mul_dvd_mul {a b c d : Nat} (h₁ : a ∣ b) (h₂ : c ∣ d) : a * c ∣ b * d :=
  h₁.elim fun x hx => h₂.elim fun y hy => ⟨x * y, by rw [hx, hy, Nat.mul_mul_mul_comm]⟩
theorem le_of_dvd {m n : Nat} (h₁ : 0 < n) (h₂ : m ∣ n) : m ≤ n :=
  h₂.elim fun c e => by
    cases c with
    | zero => exact absurd h₁ (by rw [e, Nat.mul_zero]; exact Nat.lt_irrefl 0)
    | succ c => exact e ▸ le_add_left m (m * c)
protected theorem dvd_antisymm {m n : Nat} (h₁ : m ∣ n) (h₂ : n ∣ m) : m = n :=
  (Nat.eq_zero_or_pos n).elim
    (fun h => (Nat.eq_zero_of_zero_dvd (h ▸ h₂)).trans h.symm)
    (fun hn => (Nat.eq_zero_or_pos m).elim
      (fun h => absurd (Nat.eq_zero_of_zero_dvd (h ▸ h₁)) (ne_zero_of_pos hn))
      (fun hm => Nat.le_antisymm (le_of_dvd hn h₁) (le_of_dvd hm h₂)))
theorem pos_of_dvd_of_pos {m n : Nat} (h₁ : m ∣ n) (h₂ : 0 < n) : 0 < m :=
  Nat.pos_of_ne_zero fun e => ne_zero_of_pos h₂ (Nat.eq_zero_of_zero_dvd (e ▸ h₁))

/-! ## Steps of `calc` -/

instance instTransLe : Trans (α := Nat) (β := Nat) (γ := Nat) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨Nat.le_trans⟩
instance instTransLt : Trans (α := Nat) (β := Nat) (γ := Nat) (· < ·) (· < ·) (· < ·) := ⟨Nat.lt_trans⟩
instance instTransLtLe : Trans (α := Nat) (β := Nat) (γ := Nat) (· < ·) (· ≤ ·) (· < ·) :=
  ⟨Nat.lt_of_lt_of_le⟩
instance instTransLeLt : Trans (α := Nat) (β := Nat) (γ := Nat) (· ≤ ·) (· < ·) (· < ·) :=
  ⟨Nat.lt_of_le_of_lt⟩
instance instTransDvd : Trans (α := Nat) (β := Nat) (γ := Nat) (· ∣ ·) (· ∣ ·) (· ∣ ·) := ⟨Nat.dvd_trans⟩

end Nat
