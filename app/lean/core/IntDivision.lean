/-
Divisibility of integers, and the laws of division with remainder.

The quotient `a / b` and the remainder `a % b` are the only numbers with `a % b + b * (a / b) = a` and
`0 ≤ a % b < |b|`; what is said here about them follows from that.
-/
prelude
import Lemmata.IntAbs
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Int

variable {a b c d k m n : Int}

/-! ## Divisibility -/

protected theorem dvd_def (a b : Int) : (a ∣ b) = ∃ c, b = a * c := rfl
@[simp] protected theorem dvd_zero (n : Int) : n ∣ 0 := ⟨0, (Int.mul_zero n).symm⟩
@[simp] protected theorem dvd_refl (n : Int) : n ∣ n := ⟨1, (Int.mul_one n).symm⟩
attribute [refl] Int.dvd_refl
@[simp] protected theorem one_dvd (n : Int) : 1 ∣ n := ⟨n, (Int.one_mul n).symm⟩
protected theorem dvd_trans (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c :=
  h₁.elim fun d hd => h₂.elim fun e he => ⟨d * e, by rw [he, hd, Int.mul_assoc]⟩
@[simp] protected theorem dvd_mul_right (a b : Int) : a ∣ a * b := ⟨b, rfl⟩
@[simp] protected theorem dvd_mul_left (a b : Int) : b ∣ a * b := ⟨a, Int.mul_comm a b⟩
@[simp] protected theorem zero_dvd : 0 ∣ n ↔ n = 0 :=
  ⟨fun ⟨k, e⟩ => e.trans (Int.zero_mul k), fun h => h ▸ Int.dvd_refl n⟩
@[simp] protected theorem dvd_neg : a ∣ -b ↔ a ∣ b :=
  ⟨fun ⟨k, e⟩ => ⟨-k, by rw [Int.mul_neg, ← e, Int.neg_neg]⟩, fun ⟨k, e⟩ => ⟨-k, by rw [Int.mul_neg, ← e]⟩⟩
@[simp] protected theorem neg_dvd : -a ∣ b ↔ a ∣ b :=
  ⟨fun ⟨k, e⟩ => ⟨-k, by rw [e, Int.neg_mul_comm]⟩, fun ⟨k, e⟩ => ⟨-k, by rw [e, Int.neg_mul_neg]⟩⟩
protected theorem dvd_add (h₁ : a ∣ b) (h₂ : a ∣ c) : a ∣ b + c :=
  h₁.elim fun d hd => h₂.elim fun e he => ⟨d + e, by rw [hd, he, Int.mul_add]⟩
protected theorem dvd_sub (h₁ : a ∣ b) (h₂ : a ∣ c) : a ∣ b - c := Int.dvd_add h₁ (Int.dvd_neg.mpr h₂)
protected theorem dvd_add_left (h : a ∣ c) : a ∣ b + c ↔ a ∣ b :=
  ⟨fun h' => Int.add_sub_cancel b c ▸ Int.dvd_sub h' h, fun h' => Int.dvd_add h' h⟩
protected theorem dvd_add_right (h : a ∣ b) : a ∣ b + c ↔ a ∣ c := by rw [Int.add_comm, Int.dvd_add_left h]
protected theorem mul_dvd_mul (h₁ : a ∣ b) (h₂ : c ∣ d) : a * c ∣ b * d :=
  h₁.elim fun e he => h₂.elim fun f hf =>
    ⟨e * f, by rw [he, hf, Int.mul_assoc, Int.mul_assoc, Int.mul_left_comm e]⟩
@[simp] theorem natAbs_dvd_natAbs : natAbs a ∣ natAbs b ↔ a ∣ b := by
  constructor
  · intro ⟨k, e⟩
    rw [← natAbs_natCast k, ← natAbs_mul, natAbs_eq_natAbs_iff] at e
    rcases e with e | e
    · exact ⟨k, e⟩
    · exact e ▸ Int.dvd_neg.mpr (Int.dvd_mul_right a k)
  · exact fun ⟨k, e⟩ => ⟨natAbs k, by rw [e, natAbs_mul]⟩
@[norm_cast] theorem natCast_dvd_natCast {m n : Nat} : (↑m : Int) ∣ ↑n ↔ m ∣ n := natAbs_dvd_natAbs.symm
theorem ofNat_dvd {m n : Nat} : (↑m : Int) ∣ ↑n ↔ m ∣ n := natCast_dvd_natCast
theorem natCast_dvd {m : Nat} : (↑m : Int) ∣ n ↔ m ∣ n.natAbs := natAbs_dvd_natAbs.symm
theorem dvd_natCast {n : Nat} : m ∣ (↑n : Int) ↔ m.natAbs ∣ n := natAbs_dvd_natAbs.symm
theorem ofNat_dvd_left {n : Nat} {z : Int} : (↑n : Int) ∣ z ↔ n ∣ z.natAbs := natCast_dvd
theorem ofNat_dvd_right {n : Nat} {z : Int} : z ∣ (↑n : Int) ↔ z.natAbs ∣ n := dvd_natCast
theorem natAbs_dvd : (a.natAbs : Int) ∣ b ↔ a ∣ b := natCast_dvd.trans natAbs_dvd_natAbs
theorem dvd_natAbs : a ∣ b.natAbs ↔ a ∣ b := dvd_natCast.trans natAbs_dvd_natAbs
theorem le_of_dvd (bpos : 0 < b) (h : a ∣ b) : a ≤ b := by
  have l := Nat.le_of_dvd (natAbs_pos.mpr (Int.ne_of_gt bpos)) (natAbs_dvd_natAbs.mpr h)
  have := Int.le_trans le_natAbs (ofNat_le.mpr l)
  rw [natAbs_of_nonneg (Int.le_of_lt bpos)] at this
  exact this
theorem dvd_antisymm (h₁ : 0 ≤ a) (h₂ : 0 ≤ b) (h : a ∣ b) (h' : b ∣ a) : a = b := by
  rw [← natAbs_of_nonneg h₁, ← natAbs_of_nonneg h₂]
  exact congrArg _ (Nat.dvd_antisymm (natAbs_dvd_natAbs.mpr h) (natAbs_dvd_natAbs.mpr h'))
theorem eq_one_of_dvd_one (h : 0 ≤ a) (h' : a ∣ 1) : a = 1 := dvd_antisymm h Int.one_nonneg h' (Int.one_dvd a)
instance instTransDvd : Trans (α := Int) (β := Int) (γ := Int) (· ∣ ·) (· ∣ ·) (· ∣ ·) := ⟨Int.dvd_trans⟩

/-! ## The laws of quotient and remainder -/

@[simp, norm_cast] theorem natCast_ediv (m n : Nat) : ((m / n : Nat) : Int) = ↑m / ↑n := rfl
@[simp, norm_cast] theorem natCast_emod (m n : Nat) : (↑(m % n) : Int) = m % n := rfl
protected theorem div_def (a b : Int) : a / b = Int.ediv a b := rfl
@[simp] protected theorem ediv_zero : ∀ a : Int, a / 0 = 0
  | ofNat _ => rfl
  | negSucc _ => rfl
@[simp] theorem emod_zero : ∀ a : Int, a % 0 = a
  | ofNat _ => rfl
  | negSucc _ => rfl
@[simp] theorem zero_emod (b : Int) : 0 % b = 0 := congrArg ofNat (Nat.zero_mod b.natAbs)
@[simp] theorem zero_ediv : ∀ b : Int, 0 / b = 0
  | ofNat n => congrArg ofNat (Nat.zero_div n)
  | negSucc n => congrArg (fun k => -ofNat k) (Nat.zero_div (n + 1))
@[simp] theorem ediv_neg : ∀ a b : Int, a / -b = -(a / b)
  | ofNat _, ofNat 0 => rfl
  | negSucc _, ofNat 0 => rfl
  | ofNat _, ofNat (Nat.succ _) => rfl
  | negSucc _, ofNat (Nat.succ _) => rfl
  | ofNat m, negSucc n => (Int.neg_neg (ofNat (m / (n + 1)))).symm
  | negSucc _, negSucc _ => rfl
@[simp] theorem emod_neg : ∀ a b : Int, a % -b = a % b
  | ofNat m, b => congrArg (fun k => ofNat (m % k)) (natAbs_neg b)
  | negSucc m, b => congrArg (fun k => subNatNat k (Nat.succ (m % k))) (natAbs_neg b)
private theorem negative_dividend (n r q : Int) : n - (r + 1) + n * -(q + 1) = -(r + n * q + 1) := by
  rw [Int.mul_neg, Int.mul_add, Int.mul_one, ← Int.sub_eq_add_neg, Int.sub_sub, ← Int.add_assoc,
    Int.add_comm _ n, ← Int.sub_sub, Int.sub_self, Int.zero_sub, Int.add_right_comm]
/-- The dividend is the remainder and the product of divisor and quotient. -/
theorem emod_add_mul_ediv : ∀ a b : Int, a % b + b * (a / b) = a
  | ofNat m, ofNat n => congrArg ofNat (Nat.mod_add_div m n)
  | ofNat m, negSucc n => by
    show ofNat (m % (n + 1)) + -ofNat (n + 1) * -ofNat (m / (n + 1)) = ofNat m
    rw [Int.neg_mul_neg]
    exact congrArg ofNat (Nat.mod_add_div m (n + 1))
  | negSucc m, ofNat 0 => Int.add_zero (negSucc m)
  | negSucc m, ofNat (Nat.succ n) => by
    show subNatNat (n + 1) (m % (n + 1) + 1) + (↑(n + 1) : Int) * -(↑(m / (n + 1)) + 1) = negSucc m
    rw [Int.subNatNat_eq_coe, natCast_add_one (m % (n + 1)), negative_dividend, ← natCast_mul, ← natCast_add,
      Nat.mod_add_div]
    rfl
  | negSucc m, negSucc n => by
    show subNatNat (n + 1) (m % (n + 1) + 1) + -(↑(n + 1) : Int) * (↑(m / (n + 1)) + 1) = negSucc m
    rw [Int.neg_mul_comm, Int.subNatNat_eq_coe, natCast_add_one (m % (n + 1)), negative_dividend,
      ← natCast_mul, ← natCast_add, Nat.mod_add_div]
    rfl
theorem mul_ediv_add_emod (a b : Int) : b * (a / b) + a % b = a :=
  (Int.add_comm _ _).trans (emod_add_mul_ediv a b)
theorem emod_add_ediv_mul (a b : Int) : a % b + a / b * b = a :=
  Int.mul_comm b (a / b) ▸ emod_add_mul_ediv a b
theorem ediv_mul_add_emod (a b : Int) : a / b * b + a % b = a :=
  (Int.add_comm _ _).trans (emod_add_ediv_mul a b)
theorem emod_def (a b : Int) : a % b = a - b * (a / b) :=
  (Int.sub_eq_iff_eq_add.mpr (emod_add_mul_ediv a b).symm).symm
/-- A remainder is not negative. -/
theorem emod_nonneg : ∀ (a : Int) {b : Int}, b ≠ 0 → 0 ≤ a % b
  | ofNat m, b, _ => ofNat_zero_le (m % b.natAbs)
  | negSucc m, b, h => by
    show 0 ≤ subNatNat b.natAbs (m % b.natAbs + 1)
    rw [Int.subNatNat_eq_coe, Int.sub_nonneg, ofNat_le]
    exact Nat.mod_lt m (natAbs_pos.mpr h)
theorem emod_lt : ∀ (a : Int) {b : Int}, b ≠ 0 → a % b < b.natAbs
  | ofNat m, _, h => ofNat_lt.mpr (Nat.mod_lt m (natAbs_pos.mpr h))
  | negSucc m, b, _ => by
    show subNatNat b.natAbs (m % b.natAbs + 1) < b.natAbs
    rw [Int.subNatNat_eq_coe]
    exact Int.sub_lt_self _ (ofNat_lt.mpr (Nat.succ_pos _))
/-- A remainder is smaller than the divisor. -/
theorem emod_lt_of_pos (a : Int) {b : Int} (h : 0 < b) : a % b < b :=
  lt_of_lt_of_eq (emod_lt a (Int.ne_of_gt h)) (natAbs_of_nonneg (Int.le_of_lt h))
theorem emod_lt_of_neg (a : Int) {b : Int} (h : b < 0) : a % b < -b :=
  emod_neg a b ▸ emod_lt_of_pos a (Int.neg_pos_of_neg h)
private theorem quotient_le {r r' q q' : Int} (hb : 0 < b) (h : r + b * q = r' + b * q') (hr : r < b)
    (hr' : 0 ≤ r') : q' ≤ q :=
  Int.le_of_not_gt fun l => Int.lt_irrefl (r + b * q) (calc r + b * q
    _ < b + b * q := Int.add_lt_add_right hr _
    _ = b * (q + 1) := by rw [Int.mul_add, Int.mul_one, Int.add_comm]
    _ ≤ b * q' := Int.mul_le_mul_of_nonneg_left l (Int.le_of_lt hb)
    _ ≤ r' + b * q' := Int.le_add_of_nonneg_left hr'
    _ = r + b * q := h.symm)
/-- Quotient and remainder are the only numbers that do what they do. -/
protected theorem ediv_emod_unique {r q : Int} (h : 0 < b) :
    a / b = q ∧ a % b = r ↔ r + b * q = a ∧ 0 ≤ r ∧ r < b := by
  have hb := Int.ne_of_gt h
  constructor
  · intro ⟨hq, hr⟩
    rw [← hq, ← hr]
    exact ⟨emod_add_mul_ediv a b, emod_nonneg a hb, emod_lt_of_pos a h⟩
  · intro ⟨e, hr, hr'⟩
    have e' := (emod_add_mul_ediv a b).trans e.symm
    have same : a / b = q := Int.le_antisymm
      (quotient_le h e'.symm hr' (emod_nonneg a hb)) (quotient_le h e' (emod_lt_of_pos a h) hr)
    rw [same] at e'
    exact ⟨same, Int.add_right_cancel e'⟩
theorem emod_eq_of_lt (h₁ : 0 ≤ a) (h₂ : a < b) : a % b = a :=
  ((Int.ediv_emod_unique (q := 0) (Int.lt_of_le_of_lt h₁ h₂)).mpr
    ⟨by rw [Int.mul_zero, Int.add_zero], h₁, h₂⟩).right
theorem ediv_eq_zero_of_lt (h₁ : 0 ≤ a) (h₂ : a < b) : a / b = 0 :=
  ((Int.ediv_emod_unique (r := a) (Int.lt_of_le_of_lt h₁ h₂)).mpr
    ⟨by rw [Int.mul_zero, Int.add_zero], h₁, h₂⟩).left
private theorem add_mul_ediv_of_pos (a b : Int) (h : 0 < c) : (a + b * c) / c = a / c + b :=
  ((Int.ediv_emod_unique (r := a % c) h).mpr
    ⟨by rw [Int.mul_add, ← Int.add_assoc, emod_add_mul_ediv, Int.mul_comm c], emod_nonneg a (Int.ne_of_gt h),
      emod_lt_of_pos a h⟩).left
theorem add_mul_ediv_right (a b : Int) {c : Int} (h : c ≠ 0) : (a + b * c) / c = a / c + b := by
  rcases Int.lt_or_gt_of_ne h with l | l
  · have e := add_mul_ediv_of_pos a (-b) (Int.neg_pos_of_neg l)
    rw [Int.neg_mul_neg, ediv_neg, ediv_neg, ← Int.neg_add, Int.neg_inj] at e
    exact e
  · exact add_mul_ediv_of_pos a b l
theorem add_mul_ediv_left (a : Int) {b : Int} (c : Int) (h : b ≠ 0) : (a + b * c) / b = a / b + c :=
  Int.mul_comm c b ▸ add_mul_ediv_right a c h
@[simp] theorem mul_ediv_cancel (a : Int) {b : Int} (h : b ≠ 0) : a * b / b = a := by
  have e := add_mul_ediv_right 0 a h
  rw [Int.zero_add, zero_ediv, Int.zero_add] at e
  exact e
@[simp] theorem mul_ediv_cancel_left (b : Int) (h : a ≠ 0) : a * b / a = b :=
  Int.mul_comm b a ▸ mul_ediv_cancel b h
@[simp] protected theorem ediv_self (h : a ≠ 0) : a / a = 1 := by
  have e := mul_ediv_cancel 1 h
  rw [Int.one_mul] at e
  exact e
@[simp] theorem ediv_one (a : Int) : a / 1 = a := by
  have e := mul_ediv_cancel a Int.one_ne_zero
  rw [Int.mul_one] at e
  exact e
theorem ediv_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a / b := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb
  exact ofNat_zero_le (m / n)
theorem ediv_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a / b < 0 := by
  obtain ⟨m, rfl⟩ := eq_negSucc_of_lt_zero ha
  obtain ⟨n, rfl⟩ := eq_succ_of_zero_lt hb
  exact negSucc_lt_zero (m / (n + 1))
theorem ediv_nonneg_iff_of_pos (h : 0 < b) : 0 ≤ a / b ↔ 0 ≤ a :=
  ⟨fun l => Int.le_of_not_gt fun l' => Int.not_le_of_gt (ediv_neg_of_neg_of_pos l' h) l,
   fun l => ediv_nonneg l (Int.le_of_lt h)⟩
theorem mul_ediv_self_le {x k : Int} (h : k ≠ 0) : k * (x / k) ≤ x := calc
  k * (x / k) ≤ k * (x / k) + x % k := Int.le_add_of_nonneg_right (emod_nonneg x h)
  _ = x := mul_ediv_add_emod x k
theorem lt_mul_ediv_self_add {x k : Int} (h : 0 < k) : x < k * (x / k) + k := calc
  x = k * (x / k) + x % k := (mul_ediv_add_emod x k).symm
  _ < k * (x / k) + k := Int.add_lt_add_left (emod_lt_of_pos x h) _
theorem le_ediv_iff_mul_le (h : 0 < c) : a ≤ b / c ↔ a * c ≤ b :=
  ⟨fun l => Int.le_trans (Int.mul_le_mul_of_nonneg_right l (Int.le_of_lt h))
      (Int.mul_comm c (b / c) ▸ mul_ediv_self_le (Int.ne_of_gt h)),
   fun l => le_of_lt_add_one (Int.lt_of_mul_lt_mul_right (a := c) (Int.lt_of_le_of_lt l (by
      rw [Int.add_mul, Int.one_mul, Int.mul_comm]
      exact lt_mul_ediv_self_add h)) (Int.le_of_lt h))⟩
theorem ediv_lt_iff_lt_mul (h : 0 < c) : a / c < b ↔ a < b * c := by
  rw [← Int.not_le, le_ediv_iff_mul_le h, Int.not_le]
theorem ediv_le_ediv {a b c : Int} (h : 0 < c) (h' : a ≤ b) : a / c ≤ b / c :=
  (le_ediv_iff_mul_le h).mpr (Int.le_trans ((le_ediv_iff_mul_le h).mp Int.le_rfl) h')

end Int
