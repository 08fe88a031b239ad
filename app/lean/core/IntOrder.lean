/-
The order of the integers, and how it goes with sums.

`a ≤ b` says that `b - a` is a natural number; `a < b`, that `a + 1 ≤ b`.
-/
prelude
import Lemmata.IntAddition
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Int

variable {a b c d : Int} {m n : Nat}

/-! ## A linear order -/

theorem nonneg_def : NonNeg a ↔ ∃ n : Nat, a = n :=
  ⟨fun h => h.rec (motive := fun a _ => ∃ n : Nat, a = n) fun n => ⟨n, rfl⟩, fun ⟨n, e⟩ => e ▸ NonNeg.mk n⟩
theorem NonNeg.elim (h : NonNeg a) : ∃ n : Nat, a = n := nonneg_def.mp h
theorem nonneg_or_nonneg_neg : ∀ a : Int, NonNeg a ∨ NonNeg (-a)
  | ofNat n => Or.inl (NonNeg.mk n)
  | negSucc n => Or.inr (NonNeg.mk (n + 1))
theorem le_def {a b : Int} : a ≤ b ↔ NonNeg (b - a) := Iff.rfl
theorem lt_iff_add_one_le {a b : Int} : a < b ↔ a + 1 ≤ b := Iff.rfl
theorem le.intro_sub {a b : Int} (n : Nat) (h : b - a = n) : a ≤ b := nonneg_def.mpr ⟨n, h⟩
theorem le.intro {a b : Int} (n : Nat) (h : a + n = b) : a ≤ b :=
  le.intro_sub n (h ▸ Int.add_sub_cancel_left a n)
theorem le.dest_sub {a b : Int} (h : a ≤ b) : ∃ n : Nat, b - a = n := nonneg_def.mp h
theorem le.dest {a b : Int} (h : a ≤ b) : ∃ n : Nat, a + n = b :=
  (le.dest_sub h).imp fun _ e => by rw [← e, Int.add_comm, Int.sub_add_cancel]
protected theorem le_total (a b : Int) : a ≤ b ∨ b ≤ a :=
  (nonneg_or_nonneg_neg (b - a)).imp_right fun h => by
    rw [Int.neg_sub] at h
    exact h
@[simp, norm_cast] theorem ofNat_le : (↑m : Int) ≤ ↑n ↔ m ≤ n :=
  ⟨fun h => (le.dest h).elim fun _ e => Nat.le.intro (ofNat.inj e),
   fun h => (Nat.le.dest h).elim fun k e => le.intro k (congrArg ofNat e)⟩
@[simp] theorem ofNat_zero_le (n : Nat) : 0 ≤ (↑n : Int) := ofNat_le.mpr n.zero_le
theorem natCast_nonneg (n : Nat) : 0 ≤ (n : Int) := ofNat_zero_le n
theorem ofNat_nonneg (n : Nat) : 0 ≤ (n : Int) := ofNat_zero_le n
theorem eq_ofNat_of_zero_le {a : Int} (h : 0 ≤ a) : ∃ n : Nat, a = n :=
  (le.dest h).imp fun n e => e.symm.trans (Int.zero_add ↑n)
@[simp] protected theorem le_refl (a : Int) : a ≤ a := le.intro 0 (Int.add_zero a)
attribute [refl] Int.le_refl
protected theorem le_rfl : a ≤ a := Int.le_refl a
protected theorem le_of_eq (h : a = b) : a ≤ b := h ▸ Int.le_rfl
protected theorem ge_of_eq (h : a = b) : b ≤ a := Int.le_of_eq h.symm
protected theorem le_trans (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c :=
  (le.dest h₁).elim fun n hn => (le.dest h₂).elim fun m hm =>
    le.intro (n + m) (by rw [natCast_add, ← Int.add_assoc, hn, hm])
protected theorem le_antisymm (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b :=
  (le.dest h₁).elim fun n hn => (le.dest h₂).elim fun m hm => by
    rw [← hn, Int.add_assoc, ← natCast_add] at hm
    have e : n + m = 0 := ofNat.inj (Int.add_left_cancel (hm.trans (Int.add_zero a).symm))
    rw [← hn, Nat.eq_zero_of_add_eq_zero_right e, ofNat_zero, Int.add_zero]
protected theorem le_antisymm_iff : a = b ↔ a ≤ b ∧ b ≤ a :=
  ⟨fun h => ⟨Int.le_of_eq h, Int.ge_of_eq h⟩, fun h => Int.le_antisymm h.left h.right⟩
theorem lt_add_succ (a : Int) (n : Nat) : a < a + (n + 1) :=
  le.intro n (by rw [Int.add_assoc, Int.add_comm 1])
theorem lt.intro {a b : Int} {n : Nat} (h : a + (n + 1) = b) : a < b := h ▸ lt_add_succ a n
theorem lt.dest {a b : Int} (h : a < b) : ∃ n : Nat, a + Nat.succ n = b :=
  (le.dest h).imp fun n e => by rw [← e, natCast_succ, Int.add_assoc, Int.add_comm 1]
theorem eq_succ_of_zero_lt {a : Int} (h : 0 < a) : ∃ n : Nat, a = n + 1 :=
  (lt.dest h).imp fun _ e => e.symm.trans (Int.zero_add _)
@[simp] protected theorem lt_irrefl (a : Int) : ¬a < a := fun h =>
  (lt.dest h).elim fun n e =>
    Nat.succ_ne_zero n (ofNat.inj (Int.add_left_cancel (e.trans (Int.add_zero a).symm)))
protected theorem ne_of_lt (h : a < b) : a ≠ b := fun e => Int.lt_irrefl b (e ▸ h)
protected theorem ne_of_gt (h : b < a) : a ≠ b := (Int.ne_of_lt h).symm
protected theorem le_of_lt (h : a < b) : a ≤ b := (lt.dest h).elim fun n e => le.intro (n + 1) e
protected theorem lt_iff_le_and_ne : a < b ↔ a ≤ b ∧ a ≠ b :=
  ⟨fun h => ⟨Int.le_of_lt h, Int.ne_of_lt h⟩, fun ⟨h, ne⟩ => (le.dest h).elim fun n e => by
    cases n with
    | zero => exact absurd ((Int.add_zero a).symm.trans e) ne
    | succ n => exact lt.intro e⟩
protected theorem lt_succ (a : Int) : a < a + 1 := Int.le_refl (a + 1)
@[simp] protected theorem zero_lt_one : (0 : Int) < 1 := Int.lt_succ 0
protected theorem one_pos : 0 < (1 : Int) := Int.lt_succ 0
protected theorem one_nonneg : 0 ≤ (1 : Int) := ofNat_zero_le 1
protected theorem lt_iff_le_not_le : a < b ↔ a ≤ b ∧ ¬b ≤ a :=
  ⟨fun h => ⟨Int.le_of_lt h, fun h' => Int.ne_of_lt h (Int.le_antisymm (Int.le_of_lt h) h')⟩,
   fun ⟨h, n⟩ => Int.lt_iff_le_and_ne.mpr ⟨h, fun e => n (Int.ge_of_eq e)⟩⟩
protected theorem lt_of_not_ge (h : ¬a ≤ b) : b < a :=
  Int.lt_iff_le_not_le.mpr ⟨(Int.le_total a b).resolve_left h, h⟩
protected theorem not_le_of_gt (h : b < a) : ¬a ≤ b := (Int.lt_iff_le_not_le.mp h).right
@[simp] protected theorem not_le : ¬a ≤ b ↔ b < a := ⟨Int.lt_of_not_ge, Int.not_le_of_gt⟩
@[simp] protected theorem not_lt : ¬a < b ↔ b ≤ a :=
  (not_congr Int.not_le.symm).trans Decidable.not_not
protected theorem le_of_not_gt (h : ¬b < a) : a ≤ b := Int.not_lt.mp h
protected theorem not_lt_of_ge (h : b ≤ a) : ¬a < b := Int.not_lt.mpr h
protected theorem le_of_not_le (h : ¬a ≤ b) : b ≤ a := Int.le_of_lt (Int.lt_of_not_ge h)
protected theorem lt_asymm (h : a < b) : ¬b < a := Int.not_lt.mpr (Int.le_of_lt h)
protected theorem lt_or_le (a b : Int) : a < b ∨ b ≤ a := (Decidable.em (a < b)).imp_right Int.le_of_not_gt
protected theorem lt_of_le_of_lt (h₁ : a ≤ b) (h₂ : b < c) : a < c :=
  Int.lt_of_not_ge fun h => Int.not_le_of_gt h₂ (Int.le_trans h h₁)
protected theorem lt_of_lt_of_le (h₁ : a < b) (h₂ : b ≤ c) : a < c :=
  Int.lt_of_not_ge fun h => Int.not_le_of_gt h₁ (Int.le_trans h₂ h)
protected theorem lt_trans (h₁ : a < b) (h₂ : b < c) : a < c := Int.lt_of_le_of_lt (Int.le_of_lt h₁) h₂
protected theorem lt_or_eq_of_le (h : a ≤ b) : a < b ∨ a = b :=
  (Decidable.em (a = b)).symm.imp_left fun n => Int.lt_iff_le_and_ne.mpr ⟨h, n⟩
protected theorem lt_trichotomy (a b : Int) : a < b ∨ a = b ∨ b < a :=
  (Int.lt_or_le a b).imp_right fun h => (Int.lt_or_eq_of_le h).symm.imp_left Eq.symm
protected theorem lt_or_gt_of_ne (h : a ≠ b) : a < b ∨ b < a :=
  (Int.lt_trichotomy a b).imp_right fun h' => h'.resolve_left h
protected theorem lt_or_lt_of_ne (h : a ≠ b) : a < b ∨ b < a := Int.lt_or_gt_of_ne h
protected theorem ne_iff_lt_or_gt : a ≠ b ↔ a < b ∨ b < a :=
  ⟨Int.lt_or_gt_of_ne, fun h => h.elim Int.ne_of_lt Int.ne_of_gt⟩
protected theorem eq_iff_le_and_ge : a = b ↔ a ≤ b ∧ b ≤ a := Int.le_antisymm_iff
protected theorem le_iff_lt_or_eq : a ≤ b ↔ a < b ∨ a = b :=
  ⟨Int.lt_or_eq_of_le, fun h => h.elim Int.le_of_lt Int.le_of_eq⟩
protected theorem le_iff_eq_or_lt : a ≤ b ↔ a = b ∨ a < b := Int.le_iff_lt_or_eq.trans or_comm
instance instTransLe : Trans (α := Int) (β := Int) (γ := Int) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨Int.le_trans⟩
instance instTransLt : Trans (α := Int) (β := Int) (γ := Int) (· < ·) (· < ·) (· < ·) := ⟨Int.lt_trans⟩
instance instTransLtLe : Trans (α := Int) (β := Int) (γ := Int) (· < ·) (· ≤ ·) (· < ·) :=
  ⟨Int.lt_of_lt_of_le⟩
instance instTransLeLt : Trans (α := Int) (β := Int) (γ := Int) (· ≤ ·) (· < ·) (· < ·) :=
  ⟨Int.lt_of_le_of_lt⟩
@[simp, norm_cast] theorem ofNat_lt : (↑n : Int) < ↑m ↔ n < m := ofNat_le (m := n + 1)
@[simp] theorem natCast_pos : (0 : Int) < n ↔ 0 < n := ofNat_lt
theorem ofNat_pos : 0 < (n : Int) ↔ 0 < n := ofNat_lt
@[simp] theorem negSucc_lt_zero (n : Nat) : -[n+1] < 0 :=
  Int.lt_of_not_ge fun h => nomatch eq_ofNat_of_zero_le h
theorem negSucc_le_zero (n : Nat) : -[n+1] ≤ 0 := Int.le_of_lt (negSucc_lt_zero n)
@[simp] theorem negSucc_not_nonneg (n : Nat) : 0 ≤ -[n+1] ↔ False :=
  iff_false_intro (Int.not_le_of_gt (negSucc_lt_zero n))
@[simp] theorem negSucc_not_pos (n : Nat) : 0 < -[n+1] ↔ False :=
  iff_false_intro (Int.lt_asymm (negSucc_lt_zero n))
theorem eq_negSucc_of_lt_zero : ∀ {a : Int}, a < 0 → ∃ n : Nat, a = -[n+1]
  | ofNat n, h => absurd h (Int.not_lt.mpr (ofNat_zero_le n))
  | negSucc n, _ => ⟨n, rfl⟩

/-! ## Order and sums -/

protected theorem add_le_add_left (h : a ≤ b) (c : Int) : c + a ≤ c + b :=
  (le.dest h).elim fun n e => le.intro n (by rw [Int.add_assoc, e])
protected theorem add_le_add_right (h : a ≤ b) (c : Int) : a + c ≤ b + c := by
  rw [Int.add_comm a, Int.add_comm b]
  exact Int.add_le_add_left h c
protected theorem add_lt_add_left (h : a < b) (c : Int) : c + a < c + b := by
  have l := Int.add_le_add_left h c
  rw [← Int.add_assoc] at l
  exact l
protected theorem add_lt_add_right (h : a < b) (c : Int) : a + c < b + c := by
  rw [Int.add_comm a, Int.add_comm b]
  exact Int.add_lt_add_left h c
protected theorem le_of_add_le_add_left (h : a + b ≤ a + c) : b ≤ c := by
  have l := Int.add_le_add_left h (-a)
  rw [Int.neg_add_cancel_left, Int.neg_add_cancel_left] at l
  exact l
protected theorem le_of_add_le_add_right (h : a + b ≤ c + b) : a ≤ c := by
  rw [Int.add_comm a, Int.add_comm c] at h
  exact Int.le_of_add_le_add_left h
protected theorem lt_of_add_lt_add_left (h : a + b < a + c) : b < c := by
  have l := Int.add_lt_add_left h (-a)
  rw [Int.neg_add_cancel_left, Int.neg_add_cancel_left] at l
  exact l
protected theorem lt_of_add_lt_add_right (h : a + b < c + b) : a < c := by
  rw [Int.add_comm a, Int.add_comm c] at h
  exact Int.lt_of_add_lt_add_left h
@[simp] protected theorem add_le_add_iff_left (a : Int) : a + b ≤ a + c ↔ b ≤ c :=
  ⟨Int.le_of_add_le_add_left, fun h => Int.add_le_add_left h a⟩
@[simp] protected theorem add_le_add_iff_right (c : Int) : a + c ≤ b + c ↔ a ≤ b :=
  ⟨Int.le_of_add_le_add_right, fun h => Int.add_le_add_right h c⟩
@[simp] protected theorem add_lt_add_iff_left (a : Int) : a + b < a + c ↔ b < c :=
  ⟨Int.lt_of_add_lt_add_left, fun h => Int.add_lt_add_left h a⟩
@[simp] protected theorem add_lt_add_iff_right (c : Int) : a + c < b + c ↔ a < b :=
  ⟨Int.lt_of_add_lt_add_right, fun h => Int.add_lt_add_right h c⟩
protected theorem add_le_add (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  Int.le_trans (Int.add_le_add_right h₁ c) (Int.add_le_add_left h₂ b)
protected theorem add_lt_add (h₁ : a < b) (h₂ : c < d) : a + c < b + d :=
  Int.lt_trans (Int.add_lt_add_right h₁ c) (Int.add_lt_add_left h₂ b)
protected theorem add_lt_add_of_le_of_lt (h₁ : a ≤ b) (h₂ : c < d) : a + c < b + d :=
  Int.lt_of_le_of_lt (Int.add_le_add_right h₁ c) (Int.add_lt_add_left h₂ b)
protected theorem add_lt_add_of_lt_of_le (h₁ : a < b) (h₂ : c ≤ d) : a + c < b + d :=
  Int.lt_of_lt_of_le (Int.add_lt_add_right h₁ c) (Int.add_le_add_left h₂ b)
protected theorem le_add_of_nonneg_right (h : 0 ≤ b) : a ≤ a + b := by
  have l := Int.add_le_add_left h a
  rw [Int.add_zero] at l
  exact l
protected theorem le_add_of_nonneg_left (h : 0 ≤ b) : a ≤ b + a :=
  Int.add_comm a b ▸ Int.le_add_of_nonneg_right h
protected theorem lt_add_of_pos_right (a : Int) {b : Int} (h : 0 < b) : a < a + b := by
  have l := Int.add_lt_add_left h a
  rw [Int.add_zero] at l
  exact l
protected theorem lt_add_of_pos_left (a : Int) {b : Int} (h : 0 < b) : a < b + a :=
  Int.add_comm a b ▸ Int.lt_add_of_pos_right a h
protected theorem add_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := Int.add_le_add ha hb
protected theorem add_pos (ha : 0 < a) (hb : 0 < b) : 0 < a + b := Int.add_lt_add ha hb
protected theorem add_pos_of_pos_of_nonneg (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b :=
  Int.add_lt_add_of_lt_of_le ha hb
protected theorem add_pos_of_nonneg_of_pos (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b :=
  Int.add_lt_add_of_le_of_lt ha hb
protected theorem add_nonpos (ha : a ≤ 0) (hb : b ≤ 0) : a + b ≤ 0 := Int.add_le_add ha hb
protected theorem add_neg (ha : a < 0) (hb : b < 0) : a + b < 0 := Int.add_lt_add ha hb
theorem add_one_le_of_lt (h : a < b) : a + 1 ≤ b := h
theorem add_one_le_iff : a + 1 ≤ b ↔ a < b := Iff.rfl
theorem lt_of_add_one_le (h : a + 1 ≤ b) : a < b := h
theorem lt_add_one_iff : a < b + 1 ↔ a ≤ b := Int.add_le_add_iff_right 1
theorem lt_add_one_of_le (h : a ≤ b) : a < b + 1 := lt_add_one_iff.mpr h
theorem le_of_lt_add_one (h : a < b + 1) : a ≤ b := lt_add_one_iff.mp h
theorem le_add_one (h : a ≤ b) : a ≤ b + 1 := Int.le_of_lt (lt_add_one_of_le h)
protected theorem le_iff_lt_add_one : a ≤ b ↔ a < b + 1 := lt_add_one_iff.symm
protected theorem neg_le_neg (h : a ≤ b) : -b ≤ -a :=
  (le.dest h).elim fun n e => le.intro n (by rw [← e, Int.neg_add, Int.neg_add_cancel_right])
protected theorem le_of_neg_le_neg (h : -b ≤ -a) : a ≤ b := by
  have l := Int.neg_le_neg h
  rw [Int.neg_neg, Int.neg_neg] at l
  exact l
@[simp] protected theorem neg_le_neg_iff : -a ≤ -b ↔ b ≤ a := ⟨Int.le_of_neg_le_neg, Int.neg_le_neg⟩
protected theorem neg_lt_neg (h : a < b) : -b < -a :=
  Int.lt_of_not_ge fun l => Int.not_le_of_gt h (Int.le_of_neg_le_neg l)
protected theorem lt_of_neg_lt_neg (h : -b < -a) : a < b :=
  Int.lt_of_not_ge fun l => Int.not_le_of_gt h (Int.neg_le_neg l)
@[simp] protected theorem neg_lt_neg_iff : -a < -b ↔ b < a := ⟨Int.lt_of_neg_lt_neg, Int.neg_lt_neg⟩
@[simp] protected theorem neg_le_zero_iff : -a ≤ 0 ↔ 0 ≤ a := Int.neg_le_neg_iff (b := 0)
@[simp] protected theorem zero_le_neg_iff : 0 ≤ -a ↔ a ≤ 0 := Int.neg_le_neg_iff (a := 0)
@[simp] protected theorem neg_lt_zero_iff : -a < 0 ↔ 0 < a := Int.neg_lt_neg_iff (b := 0)
@[simp] protected theorem zero_lt_neg_iff : 0 < -a ↔ a < 0 := Int.neg_lt_neg_iff (a := 0)
@[simp high] protected theorem neg_pos : 0 < -a ↔ a < 0 := Int.zero_lt_neg_iff
@[simp high] protected theorem neg_nonneg : 0 ≤ -a ↔ a ≤ 0 := Int.zero_le_neg_iff
@[simp high] protected theorem neg_neg_iff_pos : -a < 0 ↔ 0 < a := Int.neg_lt_zero_iff
protected theorem neg_nonpos_of_nonneg (h : 0 ≤ a) : -a ≤ 0 := Int.neg_le_zero_iff.mpr h
protected theorem neg_nonneg_of_nonpos (h : a ≤ 0) : 0 ≤ -a := Int.zero_le_neg_iff.mpr h
protected theorem neg_neg_of_pos (h : 0 < a) : -a < 0 := Int.neg_lt_zero_iff.mpr h
protected theorem neg_pos_of_neg (h : a < 0) : 0 < -a := Int.zero_lt_neg_iff.mpr h
protected theorem nonneg_of_neg_nonpos (h : -a ≤ 0) : 0 ≤ a := Int.neg_le_zero_iff.mp h
protected theorem nonpos_of_neg_nonneg (h : 0 ≤ -a) : a ≤ 0 := Int.zero_le_neg_iff.mp h
protected theorem pos_of_neg_neg (h : -a < 0) : 0 < a := Int.neg_lt_zero_iff.mp h
protected theorem neg_of_neg_pos (h : 0 < -a) : a < 0 := Int.zero_lt_neg_iff.mp h

end Int
