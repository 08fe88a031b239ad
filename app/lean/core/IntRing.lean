/-
The integers as a commutative ring without zero divisors.

Addition is understood by `subNatNat m n`, which is `m - n`; products, by taking signs out.
-/
prelude
import Lemmata.Int
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Int

variable {a b c : Int} {m n : Nat}

/-! ## Natural numbers as integers -/

@[simp] theorem default_eq_zero : default = (0 : Int) := rfl
protected theorem zero_ne_one : (0 : Int) ≠ 1 := fun h => nomatch h
protected theorem one_ne_zero : (1 : Int) ≠ 0 := fun h => nomatch h
@[simp] theorem ofNat_eq_natCast {n : Nat} : Int.ofNat n = n := rfl
@[simp] theorem ofNat_zero : ((0 : Nat) : Int) = 0 := rfl
@[simp] theorem ofNat_one : ((1 : Nat) : Int) = 1 := rfl
theorem ofNat_two : ((2 : Nat) : Int) = 2 := rfl
theorem natCast_zero : ((0 : Nat) : Int) = 0 := rfl
theorem natCast_one : ((1 : Nat) : Int) = 1 := rfl
@[simp, norm_cast] theorem cast_ofNat_Int {n : Nat} :
    (Nat.cast (no_index (OfNat.ofNat n)) : Int) = OfNat.ofNat n :=
  rfl
@[simp, norm_cast] theorem natCast_add (n m : Nat) : (↑(n + m) : Int) = n + m := rfl
@[simp, norm_cast] theorem natCast_mul (n m : Nat) : (↑(n * m) : Int) = n * m := rfl
theorem ofNat_add (n m : Nat) : (↑(n + m) : Int) = n + m := rfl
theorem ofNat_mul (n m : Nat) : (↑(n * m) : Int) = n * m := rfl
@[norm_cast] theorem natCast_succ (n : Nat) : (Nat.succ n : Int) = n + 1 := rfl
theorem natCast_add_one (n : Nat) : ((n + 1 : Nat) : Int) = n + 1 := rfl
theorem ofNat_succ (n : Nat) : (Nat.succ n : Int) = n + 1 := rfl
@[norm_cast] theorem ofNat_inj : (m : Int) = n ↔ m = n := ⟨ofNat.inj, congrArg ofNat⟩
@[simp, norm_cast] theorem natCast_inj : (m : Int) = n ↔ m = n := ofNat_inj
@[simp] theorem natCast_eq_zero : (n : Int) = 0 ↔ n = 0 := ofNat_inj
theorem natCast_ne_zero : (n : Int) ≠ 0 ↔ n ≠ 0 := not_congr natCast_eq_zero
theorem ofNat_eq_zero : (n : Int) = 0 ↔ n = 0 := ofNat_inj
theorem ofNat_ne_zero : (n : Int) ≠ 0 ↔ n ≠ 0 := not_congr ofNat_eq_zero
theorem negSucc_inj : negSucc m = negSucc n ↔ m = n := ⟨negSucc.inj, congrArg negSucc⟩
theorem negSucc_eq (n : Nat) : -[n+1] = -((n : Int) + 1) := rfl
@[simp] theorem negSucc_ne_zero (n : Nat) : -[n+1] ≠ 0 := fun h => nomatch h
@[simp] theorem zero_ne_negSucc (n : Nat) : 0 ≠ -[n+1] := fun h => nomatch h
@[simp] theorem add_def : Int.add a b = a + b := rfl
@[simp] theorem mul_def : Int.mul a b = a * b := rfl

/-! ## Negatives and `subNatNat` -/

@[simp] protected theorem neg_zero : -(0 : Int) = 0 := rfl
@[simp] protected theorem neg_neg : ∀ a : Int, - -a = a
  | ofNat 0 => rfl
  | ofNat (Nat.succ _) => rfl
  | negSucc _ => rfl
@[simp] protected theorem neg_inj : -a = -b ↔ a = b :=
  ⟨fun h => (Int.neg_neg a).symm.trans ((congrArg Neg.neg h).trans (Int.neg_neg b)), congrArg Neg.neg⟩
@[simp] protected theorem neg_eq_zero : -a = 0 ↔ a = 0 := Int.neg_inj (b := 0)
protected theorem neg_ne_zero : -a ≠ 0 ↔ a ≠ 0 := not_congr Int.neg_eq_zero
theorem negOfNat_eq {n : Nat} : negOfNat n = -ofNat n := rfl
protected theorem sub_eq_add_neg {a b : Int} : a - b = a + -b := rfl
theorem add_neg_one (i : Int) : i + -1 = i - 1 := rfl
theorem subNatNat_add_add (m n k : Nat) : subNatNat (m + k) (n + k) = subNatNat m n := by
  unfold subNatNat
  rw [Nat.add_sub_add_right, Nat.add_sub_add_right]
theorem subNatNat_add_left {m n : Nat} : subNatNat (m + n) m = n := by
  unfold subNatNat
  rw [Nat.sub_eq_zero_of_le (Nat.le_add_right m n), Nat.add_sub_cancel_left]
  rfl
theorem subNatNat_add_right {m n : Nat} : subNatNat m (m + n + 1) = negSucc n := by
  unfold subNatNat
  rw [Nat.add_assoc, Nat.add_sub_cancel_left]
theorem subNatNat_self (n : Nat) : subNatNat n n = 0 := subNatNat_add_left (n := 0)
/-- To prove something of `m - n`, suppose that `m = n + i` or that `n = m + i + 1`. -/
@[elab_as_elim] theorem subNatNat_elim (m n : Nat) (motive : Nat → Nat → Int → Prop)
    (hp : ∀ i n, motive (n + i) n i) (hn : ∀ i m, motive m (m + i + 1) -[i+1]) : motive m n (subNatNat m n) :=
  (Nat.lt_or_ge m n).elim
    (fun h => (Nat.le.dest h).elim fun i e => by
      rw [← e, Nat.add_one_add, subNatNat_add_right]
      exact hn i m)
    (fun h => (Nat.le.dest h).elim fun i e => by
      rw [← e, subNatNat_add_left]
      exact hp i n)

/-! ## Sums -/

protected theorem add_comm : ∀ a b : Int, a + b = b + a
  | ofNat m, ofNat n => congrArg ofNat (Nat.add_comm m n)
  | ofNat _, negSucc _ => rfl
  | negSucc _, ofNat _ => rfl
  | negSucc m, negSucc n => congrArg (fun k => negSucc (Nat.succ k)) (Nat.add_comm m n)
@[simp] protected theorem add_zero : ∀ a : Int, a + 0 = a
  | ofNat _ => rfl
  | negSucc _ => rfl
@[simp] protected theorem zero_add (a : Int) : 0 + a = a := (Int.add_comm 0 a).trans (Int.add_zero a)
private theorem subNatNat_add_natCast (m n k : Nat) : subNatNat m n + k = subNatNat (m + k) n :=
  subNatNat_elim m n (fun m n i => i + k = subNatNat (m + k) n)
    (fun i n => by rw [Nat.add_assoc, subNatNat_add_left]; rfl)
    (fun i m => by rw [Nat.add_assoc, Nat.add_comm m k, Nat.add_comm m, subNatNat_add_add]; rfl)
theorem subNatNat_add_negSucc (m n k : Nat) : subNatNat m n + -[k+1] = subNatNat m (n + Nat.succ k) :=
  subNatNat_elim m n (fun m n i => i + -[k+1] = subNatNat m (n + Nat.succ k))
    (fun i n => by rw [Nat.add_comm n i, Nat.add_comm n, subNatNat_add_add]; rfl)
    (fun i m => by
      rw [show m + i + 1 + Nat.succ k = m + (i + k + 1) + 1 from by
        rw [Nat.add_assoc, Nat.add_assoc, Nat.add_assoc, Nat.succ_eq_add_one, Nat.add_left_comm 1,
          ← Nat.add_assoc i, ← Nat.add_assoc], subNatNat_add_right]
      rfl)
private theorem subNatNat_add_subNatNat (m n k l : Nat) :
    subNatNat m n + subNatNat k l = subNatNat (m + k) (n + l) :=
  subNatNat_elim k l (fun k l i => subNatNat m n + i = subNatNat (m + k) (n + l))
    (fun i l => by rw [subNatNat_add_natCast, Nat.add_comm l, ← Nat.add_assoc, subNatNat_add_add])
    (fun i k => by
      rw [subNatNat_add_negSucc, Nat.add_assoc k, Nat.add_comm k, ← Nat.add_assoc, subNatNat_add_add])
private theorem exists_subNatNat : ∀ a : Int, ∃ m n, a = subNatNat m n
  | ofNat m => ⟨m, 0, by
    have h := subNatNat_add_left (m := 0) (n := m)
    rw [Nat.zero_add] at h
    exact h.symm⟩
  | negSucc n => ⟨0, n + 1, rfl⟩
protected theorem add_assoc (a b c : Int) : a + b + c = a + (b + c) := by
  obtain ⟨m, n, rfl⟩ := exists_subNatNat a
  obtain ⟨k, l, rfl⟩ := exists_subNatNat b
  obtain ⟨p, q, rfl⟩ := exists_subNatNat c
  rw [subNatNat_add_subNatNat, subNatNat_add_subNatNat, subNatNat_add_subNatNat, subNatNat_add_subNatNat,
    Nat.add_assoc, Nat.add_assoc]
protected theorem add_left_comm (a b c : Int) : a + (b + c) = b + (a + c) := by
  rw [← Int.add_assoc, Int.add_comm a, Int.add_assoc]
protected theorem add_right_comm (a b c : Int) : a + b + c = a + c + b := by
  rw [Int.add_assoc, Int.add_comm b, ← Int.add_assoc]
protected theorem add_left_neg : ∀ a : Int, -a + a = 0
  | ofNat 0 => rfl
  | ofNat (Nat.succ m) => subNatNat_self (m + 1)
  | negSucc m => subNatNat_self (m + 1)
protected theorem add_right_neg (a : Int) : a + -a = 0 := (Int.add_comm a (-a)).trans (Int.add_left_neg a)
protected theorem neg_add_cancel_left (a b : Int) : -a + (a + b) = b := by
  rw [← Int.add_assoc, Int.add_left_neg, Int.zero_add]
protected theorem add_neg_cancel_left (a b : Int) : a + (-a + b) = b := by
  rw [← Int.add_assoc, Int.add_right_neg, Int.zero_add]
protected theorem add_neg_cancel_right (a b : Int) : a + b + -b = a := by
  rw [Int.add_assoc, Int.add_right_neg, Int.add_zero]
protected theorem neg_add_cancel_right (a b : Int) : a + -b + b = a := by
  rw [Int.add_assoc, Int.add_left_neg, Int.add_zero]
protected theorem add_left_cancel {a b c : Int} (h : a + b = a + c) : b = c := by
  rw [← Int.neg_add_cancel_left a b, h, Int.neg_add_cancel_left]
protected theorem add_right_cancel {a b c : Int} (h : a + b = c + b) : a = c := by
  rw [← Int.add_neg_cancel_right a b, h, Int.add_neg_cancel_right]
protected theorem neg_eq_of_add_eq_zero {a b : Int} (h : a + b = 0) : -a = b :=
  Int.add_left_cancel ((Int.add_right_neg a).trans h.symm)
protected theorem eq_neg_of_eq_neg {a b : Int} (h : a = -b) : b = -a := h ▸ (Int.neg_neg b).symm
protected theorem eq_neg_comm {a b : Int} : a = -b ↔ b = -a := ⟨Int.eq_neg_of_eq_neg, Int.eq_neg_of_eq_neg⟩
protected theorem neg_eq_comm {a b : Int} : -a = b ↔ -b = a := eq_comm.trans (Int.eq_neg_comm.trans eq_comm)
protected theorem neg_add {a b : Int} : -(a + b) = -a + -b :=
  Int.neg_eq_of_add_eq_zero (by
    rw [Int.add_comm (-a), Int.add_assoc, ← Int.add_assoc b, Int.add_right_neg,
      Int.zero_add, Int.add_right_neg])

/-! ## Differences -/

@[simp] theorem negSucc_sub_one (n : Nat) : -[n+1] - 1 = -[n + 1 +1] := rfl
@[simp] protected theorem sub_self (a : Int) : a - a = 0 := Int.add_right_neg a
@[simp] protected theorem sub_zero (a : Int) : a - 0 = a := Int.add_zero a
@[simp] protected theorem zero_sub (a : Int) : 0 - a = -a := Int.zero_add (-a)
@[simp] protected theorem sub_neg (a b : Int) : a - -b = a + b := congrArg (a + ·) (Int.neg_neg b)
@[simp] protected theorem sub_add_cancel (a b : Int) : a - b + b = a := Int.neg_add_cancel_right a b
@[simp] protected theorem add_sub_cancel (a b : Int) : a + b - b = a := Int.add_neg_cancel_right a b
protected theorem add_sub_cancel_left (a b : Int) : a + b - a = b := by rw [Int.add_comm, Int.add_sub_cancel]
protected theorem sub_eq_zero_of_eq {a b : Int} (h : a = b) : a - b = 0 := h ▸ Int.sub_self b
protected theorem eq_of_sub_eq_zero {a b : Int} (h : a - b = 0) : a = b := by
  rw [← Int.sub_add_cancel a b, h, Int.zero_add]
protected theorem sub_eq_zero {a b : Int} : a - b = 0 ↔ a = b :=
  ⟨Int.eq_of_sub_eq_zero, Int.sub_eq_zero_of_eq⟩
protected theorem sub_sub (a b c : Int) : a - b - c = a - (b + c) := by
  rw [Int.sub_eq_add_neg (b := b + c), Int.neg_add, ← Int.add_assoc]
  rfl
protected theorem neg_sub (a b : Int) : -(a - b) = b - a := by
  rw [Int.sub_eq_add_neg, Int.neg_add, Int.neg_neg, Int.add_comm]
  rfl
protected theorem add_sub_assoc (a b c : Int) : a + b - c = a + (b - c) := Int.add_assoc a b (-c)
protected theorem sub_sub_self (a b : Int) : a - (a - b) = b := by
  rw [Int.sub_eq_add_neg, Int.neg_sub, ← Int.add_sub_assoc, Int.add_sub_cancel_left]
protected theorem sub_right_comm (a b c : Int) : a - b - c = a - c - b := by
  rw [Int.sub_sub, Int.sub_sub, Int.add_comm]
private theorem sub_add_comm {a b c : Int} : a - b + c = a + c - b := Int.add_right_comm a (-b) c
protected theorem add_sub_add_right (n k m : Int) : n + k - (m + k) = n - m := by
  rw [Int.add_comm m k, ← Int.sub_sub, Int.add_sub_cancel]
protected theorem add_sub_add_left (k n m : Int) : k + n - (k + m) = n - m := by
  rw [Int.add_comm k n, Int.add_comm k m, Int.add_sub_add_right]
@[norm_cast] theorem natCast_sub {n m : Nat} (h : m ≤ n) : ((n - m : Nat) : Int) = n - m := by
  rw [← Int.add_sub_cancel ((n - m : Nat) : Int) m, ← natCast_add, Nat.sub_add_cancel h]
theorem ofNat_sub {n m : Nat} (h : m ≤ n) : ((n - m : Nat) : Int) = n - m := natCast_sub h
protected theorem subNatNat_eq_coe {m n : Nat} : subNatNat m n = ↑m - ↑n :=
  subNatNat_elim m n (fun m n i => i = ↑m - ↑n)
    (fun i n => by rw [natCast_add, Int.add_sub_cancel_left])
    (fun i m => by
      rw [Nat.add_assoc, natCast_add, ← Int.sub_sub, Int.sub_self, Int.zero_sub]
      rfl)
protected theorem add_left_inj {i j : Int} (k : Int) : i + k = j + k ↔ i = j :=
  ⟨Int.add_right_cancel, fun h => h ▸ rfl⟩
protected theorem add_right_inj {i j : Int} (k : Int) : k + i = k + j ↔ i = j :=
  ⟨Int.add_left_cancel, fun h => h ▸ rfl⟩
protected theorem sub_right_inj {i j : Int} (k : Int) : k - i = k - j ↔ i = j :=
  (Int.add_right_inj k).trans Int.neg_inj
protected theorem sub_left_inj {i j : Int} (k : Int) : i - k = j - k ↔ i = j := Int.add_left_inj (-k)
protected theorem eq_sub_of_add_eq {a b c : Int} (h : a + c = b) : a = b - c :=
  h ▸ (Int.add_sub_cancel a c).symm
protected theorem sub_eq_of_eq_add {a b c : Int} (h : a = c + b) : a - b = c := h ▸ Int.add_sub_cancel c b
protected theorem eq_add_of_sub_eq {a b c : Int} (h : a - c = b) : a = b + c :=
  h ▸ (Int.sub_add_cancel a c).symm
protected theorem add_eq_of_eq_sub {a b c : Int} (h : a = c - b) : a + b = c := h ▸ Int.sub_add_cancel c b
protected theorem sub_eq_iff_eq_add {b a c : Int} : a - b = c ↔ a = c + b :=
  ⟨Int.eq_add_of_sub_eq, Int.sub_eq_of_eq_add⟩

/-! ## Products -/

protected theorem mul_comm : ∀ a b : Int, a * b = b * a
  | ofNat m, ofNat n => congrArg ofNat (Nat.mul_comm m n)
  | ofNat m, negSucc n => congrArg negOfNat (Nat.mul_comm m (n + 1))
  | negSucc m, ofNat n => congrArg negOfNat (Nat.mul_comm (m + 1) n)
  | negSucc m, negSucc n => congrArg ofNat (Nat.mul_comm (m + 1) (n + 1))
@[simp] protected theorem mul_zero : ∀ a : Int, a * 0 = 0
  | ofNat _ => rfl
  | negSucc _ => rfl
@[simp] protected theorem zero_mul (a : Int) : 0 * a = 0 := (Int.mul_comm 0 a).trans (Int.mul_zero a)
@[simp] protected theorem one_mul : ∀ a : Int, 1 * a = a
  | ofNat n => congrArg ofNat (Nat.one_mul n)
  | negSucc n => congrArg negOfNat (Nat.one_mul (n + 1))
@[simp] protected theorem mul_one (a : Int) : a * 1 = a := (Int.mul_comm a 1).trans (Int.one_mul a)
@[simp] protected theorem neg_mul : ∀ a b : Int, -a * b = -(a * b)
  | ofNat 0, b => (Int.zero_mul b).trans (congrArg Neg.neg (Int.zero_mul b)).symm
  | ofNat (Nat.succ _), ofNat _ => rfl
  | ofNat (Nat.succ m), negSucc n => (Int.neg_neg (ofNat (Nat.succ m * Nat.succ n))).symm
  | negSucc m, ofNat n => (Int.neg_neg (ofNat (Nat.succ m * n))).symm
  | negSucc _, negSucc _ => rfl
@[simp] protected theorem mul_neg (a b : Int) : a * -b = -(a * b) := by
  rw [Int.mul_comm, Int.neg_mul, Int.mul_comm]
protected theorem neg_mul_eq_neg_mul (a b : Int) : -(a * b) = -a * b := (Int.neg_mul a b).symm
protected theorem neg_mul_eq_mul_neg (a b : Int) : -(a * b) = a * -b := (Int.mul_neg a b).symm
protected theorem neg_mul_neg (a b : Int) : -a * -b = a * b := by rw [Int.neg_mul, Int.mul_neg, Int.neg_neg]
protected theorem neg_mul_comm (a b : Int) : -a * b = a * -b := by rw [Int.neg_mul, Int.mul_neg]
protected theorem mul_neg_one (a : Int) : a * -1 = -a := by rw [Int.mul_neg, Int.mul_one]
protected theorem neg_eq_neg_one_mul (a : Int) : -a = -1 * a := by rw [Int.neg_mul, Int.one_mul]
/-- What is true of natural numbers and passes to negatives is true of integers. -/
theorem wlog_sign {P : Int → Prop} (inv : ∀ a, P a ↔ P (-a)) (w : ∀ n : Nat, P n) : ∀ a : Int, P a
  | ofNat n => w n
  | negSucc n => (inv (ofNat (n + 1))).mp (w (n + 1))
protected theorem mul_assoc (a b c : Int) : a * b * c = a * (b * c) := by
  refine wlog_sign (P := fun a => a * b * c = a * (b * c)) (fun a => ?_) (fun m => ?_) a
  · rw [Int.neg_mul, Int.neg_mul, Int.neg_mul, Int.neg_inj]
  refine wlog_sign (P := fun b => m * b * c = m * (b * c)) (fun b => ?_) (fun n => ?_) b
  · rw [Int.mul_neg, Int.neg_mul, Int.neg_mul, Int.mul_neg, Int.neg_inj]
  refine wlog_sign (P := fun c => m * n * c = m * (n * c)) (fun c => ?_) (fun k => ?_) c
  · rw [Int.mul_neg, Int.mul_neg, Int.mul_neg, Int.neg_inj]
  exact congrArg ofNat (Nat.mul_assoc m n k)
protected theorem mul_left_comm (a b c : Int) : a * (b * c) = b * (a * c) := by
  rw [← Int.mul_assoc, Int.mul_comm a, Int.mul_assoc]
protected theorem mul_right_comm (a b c : Int) : a * b * c = a * c * b := by
  rw [Int.mul_assoc, Int.mul_comm b, ← Int.mul_assoc]
theorem negOfNat_add (m n : Nat) : negOfNat m + negOfNat n = negOfNat (m + n) := by
  rw [negOfNat_eq, negOfNat_eq, negOfNat_eq, ← Int.neg_add]
  rfl
private theorem succ_mul (m : Nat) : ∀ a : Int, ((m : Int) + 1) * a = m * a + a
  | ofNat k => congrArg ofNat (Nat.add_one_mul m k)
  | negSucc k => (congrArg negOfNat (Nat.add_one_mul m (k + 1))).trans
    (negOfNat_add (m * (k + 1)) (k + 1)).symm
private theorem natCast_mul_add (m : Nat) (b c : Int) : m * (b + c) = m * b + m * c := by
  induction m with
  | zero => rw [ofNat_zero, Int.zero_mul, Int.zero_mul, Int.zero_mul]; rfl
  | succ m ih =>
    rw [natCast_add_one, succ_mul, succ_mul, succ_mul, ih, Int.add_assoc, Int.add_assoc, Int.add_left_comm b]
protected theorem mul_add (a b c : Int) : a * (b + c) = a * b + a * c :=
  wlog_sign (P := fun a => a * (b + c) = a * b + a * c)
    (fun a => by rw [Int.neg_mul, Int.neg_mul, Int.neg_mul, ← Int.neg_add, Int.neg_inj])
    (fun m => natCast_mul_add m b c) a
protected theorem add_mul (a b c : Int) : (a + b) * c = a * c + b * c := by
  rw [Int.mul_comm, Int.mul_add, Int.mul_comm c a, Int.mul_comm c b]
protected theorem mul_sub (a b c : Int) : a * (b - c) = a * b - a * c := by
  rw [Int.sub_eq_add_neg, Int.mul_add, Int.mul_neg]
  rfl
protected theorem sub_mul (a b c : Int) : (a - b) * c = a * c - b * c := by
  rw [Int.sub_eq_add_neg, Int.add_mul, Int.neg_mul]
  rfl
protected theorem two_mul (a : Int) : 2 * a = a + a := (succ_mul 1 a).trans (congrArg (· + a) (Int.one_mul a))
protected theorem mul_two (a : Int) : a * 2 = a + a := (Int.mul_comm a 2).trans (Int.two_mul a)
@[simp] protected theorem mul_eq_zero : ∀ {a b : Int}, a * b = 0 ↔ a = 0 ∨ b = 0
  | ofNat m, ofNat n => by
    show ofNat (m * n) = ofNat 0 ↔ ofNat m = ofNat 0 ∨ ofNat n = ofNat 0
    rw [ofNat.injEq, ofNat.injEq, ofNat.injEq]
    exact Nat.mul_eq_zero
  | ofNat m, negSucc n => by
    rw [negSucc_eq, Int.mul_neg, Int.neg_eq_zero, Int.neg_eq_zero]
    show ofNat (m * (n + 1)) = ofNat 0 ↔ ofNat m = ofNat 0 ∨ ofNat (n + 1) = ofNat 0
    rw [ofNat.injEq, ofNat.injEq, ofNat.injEq]
    exact Nat.mul_eq_zero
  | negSucc m, ofNat n => by
    rw [negSucc_eq, Int.neg_mul, Int.neg_eq_zero, Int.neg_eq_zero]
    show ofNat ((m + 1) * n) = ofNat 0 ↔ ofNat (m + 1) = ofNat 0 ∨ ofNat n = ofNat 0
    rw [ofNat.injEq, ofNat.injEq, ofNat.injEq]
    exact Nat.mul_eq_zero
  | negSucc m, negSucc n => by
    constructor
    · exact fun h => absurd (ofNat.inj h) (Nat.mul_ne_zero (Nat.succ_ne_zero m) (Nat.succ_ne_zero n))
    · exact fun h => h.elim (fun h => nomatch h) (fun h => nomatch h)
protected theorem mul_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 :=
  fun h => (Int.mul_eq_zero.mp h).elim ha hb
protected theorem mul_ne_zero_iff : a * b ≠ 0 ↔ a ≠ 0 ∧ b ≠ 0 := (not_congr Int.mul_eq_zero).trans not_or
protected theorem eq_of_mul_eq_mul_left (ha : a ≠ 0) (h : a * b = a * c) : b = c :=
  Int.eq_of_sub_eq_zero ((Int.mul_eq_zero.mp
    ((Int.mul_sub a b c).trans (Int.sub_eq_zero_of_eq h))).resolve_left ha)
protected theorem eq_of_mul_eq_mul_right (ha : a ≠ 0) (h : b * a = c * a) : b = c :=
  Int.eq_of_mul_eq_mul_left ha (by rw [Int.mul_comm, h, Int.mul_comm])
theorem mul_eq_mul_left_iff (h : c ≠ 0) : c * a = c * b ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_left h, congrArg (c * ·)⟩
theorem mul_eq_mul_right_iff (h : c ≠ 0) : a * c = b * c ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_right h, congrArg (· * c)⟩
theorem eq_one_of_mul_eq_self_left (hpos : a ≠ 0) (h : b * a = a) : b = 1 :=
  Int.eq_of_mul_eq_mul_right hpos (by rw [Int.one_mul, h])
theorem eq_one_of_mul_eq_self_right (hpos : b ≠ 0) (h : b * a = b) : a = 1 :=
  Int.eq_of_mul_eq_mul_left hpos (by rw [Int.mul_one, h])

/-! ## Powers -/

@[simp] protected theorem pow_zero (b : Int) : b ^ 0 = 1 := rfl
protected theorem pow_succ (b : Int) (e : Nat) : b ^ (e + 1) = b ^ e * b := rfl
protected theorem pow_succ' (b : Int) (e : Nat) : b ^ (e + 1) = b * b ^ e := Int.mul_comm (b ^ e) b
@[simp] protected theorem pow_one (b : Int) : b ^ 1 = b := Int.one_mul b
protected theorem pow_two (b : Int) : b ^ 2 = b * b := congrArg (· * b) (Int.pow_one b)
protected theorem one_pow (n : Nat) : (1 : Int) ^ n = 1 := by
  induction n with
  | zero => rfl
  | succ k ih => rw [Int.pow_succ, ih]; rfl
protected theorem zero_pow {n : Nat} (h : n ≠ 0) : (0 : Int) ^ n = 0 := by
  cases n with
  | zero => exact absurd rfl h
  | succ k => exact Int.mul_zero _
protected theorem pow_add (a : Int) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => exact (Int.mul_one (a ^ m)).symm
  | succ k ih => rw [← Nat.add_assoc, Int.pow_succ, Int.pow_succ, ih, Int.mul_assoc]
protected theorem mul_pow {a b : Int} {n : Nat} : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ k ih =>
    rw [Int.pow_succ, Int.pow_succ, Int.pow_succ, ih, Int.mul_assoc,
      Int.mul_left_comm (b ^ k), ← Int.mul_assoc]
protected theorem pow_mul {a : Int} {m n : Nat} : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rfl
  | succ k ih => rw [Nat.mul_add_one, Int.pow_add, ih, Int.pow_succ]
@[simp, norm_cast] theorem natCast_pow (m n : Nat) : ((m ^ n : Nat) : Int) = (m : Int) ^ n := by
  induction n with
  | zero => rfl
  | succ k ih => rw [Nat.pow_succ, Int.pow_succ, natCast_mul, ih]
protected theorem pow_ne_zero {n : Nat} {m : Int} (h : m ≠ 0) : m ^ n ≠ 0 := by
  induction n with
  | zero => exact Int.one_ne_zero
  | succ k ih => exact Int.mul_ne_zero ih h

end Int
