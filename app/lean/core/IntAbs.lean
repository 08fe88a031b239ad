/-
Absolute values, signs and least and greatest of integers, and induction on them.
-/
prelude
import Lemmata.IntOrderedRing
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Int

variable {a b c : Int} {n : Nat}

/-! ## Absolute value -/

@[simp, norm_cast] theorem natAbs_natCast (n : Nat) : natAbs ↑n = n := rfl
@[simp] theorem natAbs_negSucc (n : Nat) : natAbs -[n+1] = n.succ := rfl
@[simp] theorem natAbs_zero : natAbs (0 : Int) = 0 := rfl
@[simp] theorem natAbs_one : natAbs (1 : Int) = 1 := rfl
@[simp] theorem natAbs_eq_zero : natAbs a = 0 ↔ a = 0 :=
  match a with
  | ofNat _ => ⟨congrArg ofNat, ofNat.inj⟩
  | negSucc m => ⟨fun h => absurd h (Nat.succ_ne_zero m), fun h => nomatch h⟩
theorem natAbs_ne_zero : a.natAbs ≠ 0 ↔ a ≠ 0 := not_congr natAbs_eq_zero
@[simp] theorem natAbs_pos : 0 < natAbs a ↔ a ≠ 0 := Nat.pos_iff_ne_zero.trans natAbs_ne_zero
@[simp] theorem natAbs_neg : ∀ a : Int, natAbs (-a) = natAbs a
  | ofNat 0 => rfl
  | ofNat (Nat.succ _) => rfl
  | negSucc _ => rfl
theorem natAbs_eq : ∀ a : Int, a = natAbs a ∨ a = -↑(natAbs a)
  | ofNat _ => Or.inl rfl
  | negSucc _ => Or.inr rfl
/-- Every integer is a natural number or the negative of one. -/
theorem eq_nat_or_neg (a : Int) : ∃ n : Nat, a = n ∨ a = -↑n := ⟨natAbs a, natAbs_eq a⟩
theorem natAbs_negOfNat (n : Nat) : natAbs (negOfNat n) = n := (natAbs_neg n).trans rfl
theorem natAbs_mul : ∀ a b : Int, natAbs (a * b) = natAbs a * natAbs b
  | ofNat _, ofNat _ => rfl
  | ofNat m, negSucc n => natAbs_negOfNat (m * (n + 1))
  | negSucc m, ofNat n => natAbs_negOfNat ((m + 1) * n)
  | negSucc _, negSucc _ => rfl
theorem natAbs_eq_iff : a.natAbs = n ↔ a = n ∨ a = -↑n :=
  ⟨fun h => h ▸ natAbs_eq a,
   fun h => h.elim (fun e => e ▸ rfl) fun e => by rw [e, natAbs_neg, natAbs_natCast]⟩
theorem natAbs_eq_natAbs_iff : a.natAbs = b.natAbs ↔ a = b ∨ a = -b := by
  rw [natAbs_eq_iff]
  rcases natAbs_eq b with h | h
  · rw [← h]
  · rw [show (b.natAbs : Int) = -b from Int.eq_neg_of_eq_neg h, Int.neg_neg, or_comm]
theorem natAbs_of_nonneg (h : 0 ≤ a) : (natAbs a : Int) = a := by
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le h
  rfl
theorem eq_natAbs_of_nonneg (h : 0 ≤ a) : a = natAbs a := (natAbs_of_nonneg h).symm
theorem ofNat_natAbs_of_nonpos (h : a ≤ 0) : (natAbs a : Int) = -a := by
  rw [← natAbs_neg, natAbs_of_nonneg (Int.neg_nonneg_of_nonpos h)]
theorem eq_neg_natAbs_of_nonpos (h : a ≤ 0) : a = -natAbs a := by rw [ofNat_natAbs_of_nonpos h, Int.neg_neg]
theorem le_natAbs : a ≤ natAbs a :=
  (Int.le_total 0 a).elim (fun h => Int.ge_of_eq (natAbs_of_nonneg h))
    fun h => Int.le_trans h (ofNat_zero_le _)
theorem natAbs_mul_self : ∀ {a : Int}, ↑(natAbs a * natAbs a) = a * a
  | ofNat _ => rfl
  | negSucc _ => rfl
@[simp] theorem natAbs_mul_self' (a : Int) : (natAbs a * natAbs a : Int) = a * a := natAbs_mul_self
theorem exists_eq_neg_ofNat (h : a ≤ 0) : ∃ n : Nat, a = -(n : Int) := ⟨natAbs a, eq_neg_natAbs_of_nonpos h⟩
theorem natAbs_add_le (a b : Int) : natAbs (a + b) ≤ natAbs a + natAbs b := by
  have bound : ∀ {x : Int}, ∀ {k : Nat}, x ≤ k → -x ≤ k → x.natAbs ≤ k := fun {x k} h h' => by
    rw [← ofNat_le]
    rcases natAbs_eq x with e | e
    · rw [← e]; exact h
    · rw [← Int.eq_neg_of_eq_neg e] at h'; exact h'
  apply bound
  · exact Int.add_le_add le_natAbs le_natAbs
  · rw [Int.neg_add, ← natAbs_neg a, ← natAbs_neg b]
    exact Int.add_le_add le_natAbs le_natAbs
theorem natAbs_sub_le (a b : Int) : natAbs (a - b) ≤ natAbs a + natAbs b :=
  natAbs_neg b ▸ natAbs_add_le a (-b)

/-! ## The natural number in an integer -/

@[simp] theorem toNat_natCast (n : Nat) : toNat ↑n = n := rfl
@[simp] theorem toNat_zero : (0 : Int).toNat = 0 := rfl
@[simp] theorem toNat_one : (1 : Int).toNat = 1 := rfl
@[simp] theorem toNat_negSucc (n : Nat) : (negSucc n).toNat = 0 := rfl
@[simp] theorem toNat_natCast_add_one {n : Nat} : ((n : Int) + 1).toNat = n + 1 := rfl
theorem toNat_of_nonneg (h : 0 ≤ a) : (toNat a : Int) = a := by
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le h
  rfl
theorem toNat_of_nonpos : ∀ {z : Int}, z ≤ 0 → z.toNat = 0
  | ofNat _, h => Nat.eq_zero_of_le_zero (ofNat_le.mp h)
  | negSucc _, _ => rfl
theorem self_le_toNat : ∀ a : Int, a ≤ toNat a
  | ofNat _ => Int.le_rfl
  | negSucc n => negSucc_le_zero n
theorem toNat_add (ha : 0 ≤ a) (hb : 0 ≤ b) : (a + b).toNat = a.toNat + b.toNat := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb
  rfl
theorem toNat_mul (ha : 0 ≤ a) (hb : 0 ≤ b) : (a * b).toNat = a.toNat * b.toNat := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb
  rfl
@[simp] theorem toNat_neg_nat : ∀ n : Nat, (-(n : Int)).toNat = 0
  | 0 => rfl
  | _ + 1 => rfl
theorem toNat_sub (m n : Nat) : toNat (m - n) = m - n := by
  rw [← Int.subNatNat_eq_coe]
  exact subNatNat_elim m n (fun m n i => toNat i = m - n) (fun i n => (Nat.add_sub_cancel_left n i).symm)
    fun i m => (Nat.sub_eq_zero_of_le (Nat.le_add_right m (i + 1))).symm
theorem toNat_sub_toNat_neg : ∀ n : Int, ↑n.toNat - ↑(-n).toNat = n
  | ofNat 0 => rfl
  | ofNat (Nat.succ m) => Int.sub_zero (ofNat (m + 1))
  | negSucc m => Int.zero_sub (ofNat (m + 1))

theorem natAbs_pow (n : Int) (k : Nat) : natAbs (n ^ k) = natAbs n ^ k := by
  induction k with
  | zero => rfl
  | succ k ih => rw [Int.pow_succ, natAbs_mul, ih, Nat.pow_succ]
@[simp] theorem lt_toNat {n : Nat} : ∀ {z : Int}, n < z.toNat ↔ (n : Int) < z
  | ofNat _ => ofNat_lt.symm
  | negSucc m => iff_of_false (Nat.not_lt_zero n)
      (Int.not_lt.mpr (Int.le_trans (negSucc_le_zero m) (ofNat_zero_le n)))
@[simp] theorem toNat_le {m : Int} {n : Nat} : m.toNat ≤ n ↔ m ≤ n := by
  rw [← Nat.not_lt, lt_toNat, Int.not_lt]
@[simp] theorem toNat_eq_zero : ∀ {n : Int}, n.toNat = 0 ↔ n ≤ 0
  | ofNat _ => Nat.le_zero.symm.trans ofNat_le.symm
  | negSucc m => iff_of_true rfl (negSucc_le_zero m)
theorem le_toNat {n : Nat} {z : Int} (h : 0 ≤ z) : n ≤ z.toNat ↔ (n : Int) ≤ z := by
  rw [← ofNat_le, toNat_of_nonneg h]
theorem toNat_lt {n : Nat} {z : Int} (h : 0 ≤ z) : z.toNat < n ↔ z < (n : Int) := by
  rw [← ofNat_lt, toNat_of_nonneg h]

/-! ## Sign -/

@[simp] theorem sign_zero : sign 0 = 0 := rfl
@[simp] theorem sign_one : sign 1 = 1 := rfl
theorem sign_neg_one : sign (-1) = -1 := rfl
@[simp] theorem sign_negSucc (x : Nat) : sign (negSucc x) = -1 := rfl
@[simp] theorem sign_neg : ∀ z : Int, sign (-z) = -sign z
  | ofNat 0 => rfl
  | ofNat (Nat.succ _) => rfl
  | negSucc _ => rfl
theorem sign_mul_natAbs : ∀ a : Int, sign a * natAbs a = a
  | ofNat 0 => rfl
  | ofNat (Nat.succ m) => Int.one_mul (ofNat (m + 1))
  | negSucc m => (Int.neg_eq_neg_one_mul (ofNat (m + 1))).symm
theorem sign_eq_one_of_pos (h : 0 < a) : sign a = 1 := by
  obtain ⟨n, rfl⟩ := eq_succ_of_zero_lt h
  rfl
theorem sign_eq_neg_one_of_neg (h : a < 0) : sign a = -1 := by
  obtain ⟨n, rfl⟩ := eq_negSucc_of_lt_zero h
  rfl
theorem eq_zero_of_sign_eq_zero : ∀ {a : Int}, sign a = 0 → a = 0
  | ofNat 0, _ => rfl
  | ofNat (Nat.succ _), h => nomatch h
  | negSucc _, h => nomatch h
@[simp] theorem sign_eq_zero_iff_zero : sign a = 0 ↔ a = 0 :=
  ⟨eq_zero_of_sign_eq_zero, fun h => by rw [h, sign_zero]⟩
theorem sign_eq_one_iff_pos : sign a = 1 ↔ 0 < a :=
  match a with
  | ofNat 0 => ⟨fun h => (nomatch h), fun h => absurd h (Int.lt_irrefl 0)⟩
  | ofNat (Nat.succ m) => ⟨fun _ => ofNat_lt.mpr (Nat.succ_pos m), fun _ => rfl⟩
  | negSucc m => ⟨fun h => (nomatch h), fun h => absurd h (Int.lt_asymm (negSucc_lt_zero m))⟩
theorem sign_eq_neg_one_iff_neg : sign a = -1 ↔ a < 0 :=
  match a with
  | ofNat 0 => ⟨fun h => (nomatch h), fun h => absurd h (Int.lt_irrefl 0)⟩
  | ofNat (Nat.succ m) => ⟨fun h => (nomatch h), fun h => absurd h (Int.not_lt.mpr (ofNat_zero_le (m + 1)))⟩
  | negSucc m => ⟨fun _ => negSucc_lt_zero m, fun _ => rfl⟩

/-! ## Least and greatest -/

protected theorem min_def (n m : Int) : min n m = if n ≤ m then n else m := rfl
protected theorem max_def (n m : Int) : max n m = if n ≤ m then m else n := rfl
protected theorem min_eq_left (h : a ≤ b) : min a b = a := if_pos h
protected theorem max_eq_right (h : a ≤ b) : max a b = b := if_pos h
protected theorem min_eq_right (h : b ≤ a) : min a b = b :=
  (Decidable.em (a ≤ b)).elim (fun h' => Int.le_antisymm h h' ▸ Int.min_eq_left Int.le_rfl)
    fun h' => if_neg h'
protected theorem max_eq_left (h : b ≤ a) : max a b = a :=
  (Decidable.em (a ≤ b)).elim (fun h' => Int.le_antisymm h h' ▸ Int.max_eq_right Int.le_rfl)
    fun h' => if_neg h'
protected theorem min_comm (a b : Int) : min a b = min b a :=
  (Int.le_total a b).elim (fun h => (Int.min_eq_left h).trans (Int.min_eq_right h).symm)
    fun h => (Int.min_eq_right h).trans (Int.min_eq_left h).symm
protected theorem max_comm (a b : Int) : max a b = max b a :=
  (Int.le_total a b).elim (fun h => (Int.max_eq_right h).trans (Int.max_eq_left h).symm)
    fun h => (Int.max_eq_left h).trans (Int.max_eq_right h).symm
protected theorem min_le_left (a b : Int) : min a b ≤ a :=
  (Int.le_total a b).elim (fun h => Int.le_of_eq (Int.min_eq_left h)) fun h => (Int.min_eq_right h).symm ▸ h
protected theorem min_le_right (a b : Int) : min a b ≤ b := Int.min_comm b a ▸ Int.min_le_left b a
protected theorem le_max_left (a b : Int) : a ≤ max a b :=
  (Int.le_total a b).elim (fun h => (Int.max_eq_right h).symm ▸ h) fun h => Int.ge_of_eq (Int.max_eq_left h)
protected theorem le_max_right (a b : Int) : b ≤ max a b := Int.max_comm b a ▸ Int.le_max_left b a
protected theorem le_min : a ≤ min b c ↔ a ≤ b ∧ a ≤ c :=
  ⟨fun h => ⟨Int.le_trans h (Int.min_le_left b c), Int.le_trans h (Int.min_le_right b c)⟩, fun ⟨h, h'⟩ =>
    (Int.le_total b c).elim (fun l => (Int.min_eq_left l).symm ▸ h) fun l => (Int.min_eq_right l).symm ▸ h'⟩
protected theorem max_le : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨Int.le_trans (Int.le_max_left a b) h, Int.le_trans (Int.le_max_right a b) h⟩, fun ⟨h, h'⟩ =>
    (Int.le_total a b).elim (fun l => (Int.max_eq_right l).symm ▸ h') fun l => (Int.max_eq_left l).symm ▸ h⟩
@[simp] protected theorem min_self (a : Int) : min a a = a := Int.min_eq_left Int.le_rfl
@[simp] protected theorem max_self (a : Int) : max a a = a := Int.max_eq_right Int.le_rfl
@[norm_cast] protected theorem ofNat_min (a b : Nat) : ((min a b : Nat) : Int) = min (a : Int) b :=
  (Nat.le_total a b).elim (fun h => by rw [Int.min_eq_left (ofNat_le.mpr h), show min a b = a from if_pos h])
    fun h => by rw [Int.min_eq_right (ofNat_le.mpr h), show min a b = b from
      (Decidable.em (a ≤ b)).elim (fun h' => (if_pos h').trans (Nat.le_antisymm h' h)) fun h' => if_neg h']
@[norm_cast] protected theorem ofNat_max (a b : Nat) : ((max a b : Nat) : Int) = max (a : Int) b :=
  (Nat.le_total a b).elim (fun h => by rw [Int.max_eq_right (ofNat_le.mpr h), show max a b = b from if_pos h])
    fun h => by rw [Int.max_eq_left (ofNat_le.mpr h), show max a b = a from
      (Decidable.em (a ≤ b)).elim (fun h' => (if_pos h').trans (Nat.le_antisymm h h')) fun h' => if_neg h']
theorem toNat_eq_max : ∀ a : Int, (toNat a : Int) = max a 0
  | ofNat n => (Int.max_eq_left (ofNat_zero_le n)).symm
  | negSucc n => (Int.max_eq_right (negSucc_le_zero n)).symm
@[simp] theorem ofNat_toNat (a : Int) : (a.toNat : Int) = max a 0 := toNat_eq_max a

/-! ## Induction upwards and downwards from zero -/

/-- What is true of `0` and passes from `i` to `i + 1` and from `-i` to `-i - 1`, for natural numbers `i`, is
true of all integers. -/
@[elab_as_elim, induction_eliminator] protected theorem induction_on {motive : Int → Prop} (i : Int)
    (zero : motive 0) (succ : ∀ i : Nat, motive i → motive (i + 1))
    (pred : ∀ i : Nat, motive (-i) → motive (-i - 1)) : motive i := by
  have up : ∀ n : Nat, motive n := fun n => by
    induction n with
    | zero => exact zero
    | succ n ih => exact succ n ih
  have down : ∀ n : Nat, motive (-n) := fun n => by
    induction n with
    | zero => exact zero
    | succ n ih =>
      rw [natCast_succ, Int.neg_add]
      exact pred n ih
  cases i with
  | ofNat n => exact up n
  | negSucc n => exact down (n + 1)

end Int
