/-
The integers as a commutative group, understood by `subNatNat m n`, which is `m - n`.
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
protected theorem sub_eq_iff_eq_add {b a c : Int} : a - b = c ↔ a = c + b :=
  ⟨fun h => h ▸ (Int.sub_add_cancel a b).symm, fun h => h ▸ Int.add_sub_cancel c b⟩

end Int
