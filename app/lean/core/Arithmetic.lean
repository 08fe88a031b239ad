/-
Division with remainder, greatest common divisors and binary digits, each by its standard recursion.

The kernel computes these functions on literals by machine arithmetic, by name, so a file of a user must never be
able to define one of them. A recursion that is not structural gets fuel: an argument that is large enough.
-/
prelude
import Lemmata.Divisibility
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat

/-- How often `y` can be taken away from `x`, at most `fuel` times. -/
def _root_.Lemmata.divFuel : (fuel x y : Nat) → Nat
  | 0, _, _ => 0
  | fuel + 1, x, y => if y ≤ x then Lemmata.divFuel fuel (x - y) y + 1 else 0
/-- `x / y` is rounded down, and `x / 0 = 0`. -/
@[extern "lean_nat_div"] protected def div (x y : Nat) : Nat := if y = 0 then 0 else Lemmata.divFuel x x y
/-- What is left of `x` when `y` is taken away while that is possible. -/
def _root_.Lemmata.modFuel : (fuel x y : Nat) → Nat
  | 0, x, _ => x
  | fuel + 1, x, y => if y ≤ x then Lemmata.modFuel fuel (x - y) y else x
/-- `x % y` is the remainder of `x / y`, and `x % 0 = x`. -/
@[extern "lean_nat_mod"] protected def mod (x y : Nat) : Nat := if y = 0 then x else Lemmata.modFuel x x y
instance instDiv : Div Nat := ⟨Nat.div⟩
instance instMod : Mod Nat := ⟨Nat.mod⟩

/-- Euclid's algorithm. -/
def _root_.Lemmata.gcdFuel : (fuel m n : Nat) → Nat
  | 0, _, n => n
  | fuel + 1, m, n => if m = 0 then n else Lemmata.gcdFuel fuel (n % m) m
@[extern "lean_nat_gcd"] def gcd (m n : Nat) : Nat := Lemmata.gcdFuel m m n

def _root_.Lemmata.log2Fuel : (fuel n : Nat) → Nat
  | 0, _ => 0
  | fuel + 1, n => if 2 ≤ n then Lemmata.log2Fuel fuel (n / 2) + 1 else 0
/-- The number of times that `n` can be halved before it is below 2. -/
@[extern "lean_nat_log2"] def log2 (n : Nat) : Nat := Lemmata.log2Fuel n n

def _root_.Lemmata.bitwiseFuel (f : Bool → Bool → Bool) : (fuel n m : Nat) → Nat
  | 0, _, m => if f false true then m else 0
  | fuel + 1, n, m =>
    if n = 0 then if f false true then m else 0
    else if m = 0 then if f true false then n else 0
    else
      let r := Lemmata.bitwiseFuel f fuel (n / 2) (m / 2)
      if f (decide (n % 2 = 1)) (decide (m % 2 = 1)) then r + r + 1 else r + r
/-- Combine the binary digits of `n` and `m` one by one, where `f false false = false`. -/
def bitwise (f : Bool → Bool → Bool) (n m : Nat) : Nat := Lemmata.bitwiseFuel f n n m
@[extern "lean_nat_land"] def land : Nat → Nat → Nat := bitwise Bool.and
@[extern "lean_nat_lor"] def lor : Nat → Nat → Nat := bitwise Bool.or
@[extern "lean_nat_lxor"] def xor : Nat → Nat → Nat := bitwise fun a b => !decide (a = b)
@[extern "lean_nat_shiftl"] def shiftLeft : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftLeft (2 * n) m
@[extern "lean_nat_shiftr"] def shiftRight : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftRight n m / 2
instance instAndOp : AndOp Nat := ⟨land⟩
instance instOrOp : OrOp Nat := ⟨lor⟩
instance instXorOp : XorOp Nat := ⟨xor⟩
instance instShiftLeft : ShiftLeft Nat := ⟨shiftLeft⟩
instance instShiftRight : ShiftRight Nat := ⟨shiftRight⟩

/-! ## Division with remainder -/

theorem _root_.Lemmata.divFuel_modFuel (y : Nat) : ∀ fuel x, y * Lemmata.divFuel fuel x y + Lemmata.modFuel fuel x y = x := by
  intro fuel
  induction fuel with
  | zero => exact fun x => Nat.zero_add x
  | succ fuel ih =>
    intro x
    by_cases h : y ≤ x
    · rw [Lemmata.divFuel, Lemmata.modFuel, if_pos h, if_pos h, Nat.mul_add_one, Nat.add_right_comm, ih, Nat.sub_add_cancel h]
    · rw [Lemmata.divFuel, Lemmata.modFuel, if_neg h, if_neg h, Nat.mul_zero, Nat.zero_add]
theorem _root_.Lemmata.modFuel_lt {y : Nat} (hy : 0 < y) : ∀ fuel x, x ≤ fuel → Lemmata.modFuel fuel x y < y := by
  intro fuel
  induction fuel with
  | zero => exact fun x h => (eq_zero_of_le_zero h).symm ▸ hy
  | succ fuel ih =>
    intro x hx
    by_cases h : y ≤ x
    · rw [Lemmata.modFuel, if_pos h]
      have less : x - y < x := Nat.sub_lt (Nat.lt_of_lt_of_le hy h) hy
      exact ih _ (le_of_lt_succ (Nat.lt_of_lt_of_le less hx))
    · rw [Lemmata.modFuel, if_neg h]
      exact Nat.gt_of_not_le h
protected theorem div_zero (a : Nat) : a / 0 = 0 := rfl
protected theorem mod_zero (a : Nat) : a % 0 = a := rfl
protected theorem zero_div (b : Nat) : 0 / b = 0 := by
  show (if b = 0 then 0 else 0) = 0
  rw [ite_self]
@[simp] theorem zero_mod (b : Nat) : 0 % b = 0 := by
  show (if b = 0 then 0 else 0) = 0
  rw [ite_self]
attribute [simp] Nat.div_zero Nat.mod_zero Nat.zero_div
theorem div_add_mod (m k : Nat) : k * (m / k) + m % k = m := by
  by_cases h : k = 0
  · rw [h, Nat.zero_mul, Nat.zero_add, Nat.mod_zero]
  · show k * (if k = 0 then 0 else Lemmata.divFuel m m k) + (if k = 0 then m else Lemmata.modFuel m m k) = m
    rw [if_neg h, if_neg h, Lemmata.divFuel_modFuel]
theorem mod_add_div (m k : Nat) : m % k + k * (m / k) = m := (Nat.add_comm _ _).trans (div_add_mod m k)
theorem mod_lt (x : Nat) {y : Nat} (h : y > 0) : x % y < y := by
  show (if y = 0 then x else Lemmata.modFuel x x y) < y
  rw [if_neg (ne_zero_of_pos h)]
  exact Lemmata.modFuel_lt h x x (Nat.le_refl x)
theorem mod_le (x y : Nat) : x % y ≤ x := Nat.le.intro (mod_add_div x y)
theorem div_mul_le_self (m n : Nat) : m / n * n ≤ m := by
  rw [Nat.mul_comm]
  exact Nat.le.intro (div_add_mod m n)
/-- Quotient and remainder are the only numbers that do what they do. -/
theorem _root_.Lemmata.quotient_remainder_unique {a b q r : Nat} (hr : r < b) (h : b * q + r = a) :
    a / b = q ∧ a % b = r := by
  have hb : 0 < b := Nat.pos_of_lt hr
  have hs := mod_lt a hb
  have e := (div_add_mod a b).trans h.symm
  have same : a / b = q := (Nat.lt_trichotomy (a / b) q).elim
    (fun l => absurd e (Nat.ne_of_lt (Nat.lt_of_lt_of_le (Nat.add_lt_add_left hs _)
      (Nat.le_trans (Nat.mul_le_mul_left b (succ_le_of_lt l)) (le_add_right _ r)))))
    fun l => l.elim id fun l => absurd e.symm (Nat.ne_of_lt (Nat.lt_of_lt_of_le (Nat.add_lt_add_left hr _)
      (Nat.le_trans (Nat.mul_le_mul_left b (succ_le_of_lt l)) (le_add_right _ (a % b)))))
  rw [same] at e
  exact ⟨same, Nat.add_left_cancel e⟩
theorem mod_eq_of_lt {a b : Nat} (h : a < b) : a % b = a :=
  (Lemmata.quotient_remainder_unique (q := 0) h (by rw [Nat.mul_zero, Nat.zero_add])).right
theorem div_eq_of_lt {a b : Nat} (h : a < b) : a / b = 0 :=
  (Lemmata.quotient_remainder_unique (q := 0) h (by rw [Nat.mul_zero, Nat.zero_add])).left
@[simp] theorem mod_self (n : Nat) : n % n = 0 := by
  cases n with
  | zero => rfl
  | succ k => exact (Lemmata.quotient_remainder_unique (q := 1) (zero_lt_succ k) (Nat.mul_one _)).right
@[simp] theorem mod_one (n : Nat) : n % 1 = 0 :=
  (Lemmata.quotient_remainder_unique (q := n) Nat.one_pos (Nat.one_mul n)).right
@[simp] protected theorem div_one (n : Nat) : n / 1 = n :=
  (Lemmata.quotient_remainder_unique Nat.one_pos (Nat.one_mul n)).left
@[simp] protected theorem div_self {n : Nat} (h : 0 < n) : n / n = 1 :=
  (Lemmata.quotient_remainder_unique (q := 1) (r := 0) h (Nat.mul_one n)).left
protected theorem mul_div_cancel_left (m : Nat) {n : Nat} (h : 0 < n) : n * m / n = m :=
  (Lemmata.quotient_remainder_unique h rfl).left
protected theorem mul_div_cancel (m : Nat) {n : Nat} (h : 0 < n) : m * n / n = m := by
  rw [Nat.mul_comm]
  exact Nat.mul_div_cancel_left m h
@[simp] theorem mul_mod_right (n m : Nat) : n * m % n = 0 := by
  cases n with
  | zero => rw [Nat.zero_mul, Nat.mod_zero]
  | succ k => exact (Lemmata.quotient_remainder_unique (zero_lt_succ k) rfl).right
@[simp] theorem mul_mod_left (n m : Nat) : m * n % n = 0 := by rw [Nat.mul_comm, mul_mod_right]
@[simp] theorem add_mod_right (x z : Nat) : (x + z) % z = x % z := by
  cases z with
  | zero => rfl
  | succ k =>
    have h := div_add_mod x (k + 1)
    exact (Lemmata.quotient_remainder_unique (q := x / (k + 1) + 1) (mod_lt x (zero_lt_succ k))
      (by rw [Nat.mul_add_one, Nat.add_right_comm, h])).right
@[simp] theorem add_mod_left (x z : Nat) : (x + z) % x = z % x := by rw [Nat.add_comm, add_mod_right]
theorem mod_two_eq_zero_or_one (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 := by
  have h := mod_lt n Nat.two_pos
  exact (Nat.lt_or_eq_of_le (le_of_lt_succ h)).imp_left fun l => Nat.lt_one_iff.mp l
theorem mod_two_ne_one {n : Nat} : ¬n % 2 = 1 ↔ n % 2 = 0 :=
  ⟨fun h => (mod_two_eq_zero_or_one n).resolve_right h, fun h e => absurd (h.symm.trans e) (by decide)⟩
theorem mod_two_ne_zero {n : Nat} : ¬n % 2 = 0 ↔ n % 2 = 1 :=
  ⟨fun h => (mod_two_eq_zero_or_one n).resolve_left h, fun h e => absurd (e.symm.trans h) (by decide)⟩

/-! ## Divisibility is a remainder of zero -/

theorem dvd_of_mod_eq_zero {k n : Nat} (h : n % k = 0) : k ∣ n :=
  ⟨n / k, by have e := div_add_mod n k; rw [h, Nat.add_zero] at e; exact e.symm⟩
theorem mod_eq_zero_of_dvd {k n : Nat} (h : k ∣ n) : n % k = 0 := h.elim fun c e => by rw [e, mul_mod_right]
theorem dvd_iff_mod_eq_zero {k n : Nat} : k ∣ n ↔ n % k = 0 := ⟨mod_eq_zero_of_dvd, dvd_of_mod_eq_zero⟩
instance decidable_dvd : DecidableRel (α := Nat) (β := Nat) (· ∣ ·) :=
  fun _ _ => decidable_of_iff _ dvd_iff_mod_eq_zero.symm
theorem dvd_eq_true_of_mod_eq_zero {m n : Nat} (h : (n % m == 0) = true) : (m ∣ n) = True :=
  eq_true (dvd_of_mod_eq_zero (beq_iff_eq.mp h))
theorem dvd_eq_false_of_mod_ne_zero {m n : Nat} (h : (n % m != 0) = true) : (m ∣ n) = False :=
  eq_false fun d => absurd h (by rw [bne, beq_iff_eq.mpr (mod_eq_zero_of_dvd d)]; decide)
protected theorem mul_div_cancel' {n m : Nat} (h : n ∣ m) : n * (m / n) = m := by
  have e := div_add_mod m n
  rw [mod_eq_zero_of_dvd h, Nat.add_zero] at e
  exact e
protected theorem div_mul_cancel {n m : Nat} (h : n ∣ m) : m / n * n = m :=
  by rw [Nat.mul_comm, Nat.mul_div_cancel' h]
theorem dvd_mod_iff {k m n : Nat} (h : k ∣ n) : k ∣ m % n ↔ k ∣ m := by
  have e := div_add_mod m n
  have d : k ∣ n * (m / n) := Nat.dvd_mul_right_of_dvd h _
  exact ⟨fun h' => e ▸ Nat.dvd_add d h', fun h' => (Nat.dvd_add_right d).mp (e.symm ▸ h')⟩

/-! ## Greatest common divisors -/

theorem _root_.Lemmata.gcdFuel_dvd : ∀ fuel m n, m ≤ fuel → Lemmata.gcdFuel fuel m n ∣ m ∧ Lemmata.gcdFuel fuel m n ∣ n := by
  intro fuel
  induction fuel with
  | zero =>
    intro m n h
    rw [eq_zero_of_le_zero h]
    exact ⟨Nat.dvd_zero n, Nat.dvd_refl n⟩
  | succ fuel ih =>
    intro m n hm
    by_cases h : m = 0
    · rw [Lemmata.gcdFuel, if_pos h]
      exact ⟨h ▸ Nat.dvd_zero n, Nat.dvd_refl n⟩
    · rw [Lemmata.gcdFuel, if_neg h]
      have less := mod_lt n (Nat.pos_of_ne_zero h)
      have d := ih (n % m) m (le_of_lt_succ (Nat.lt_of_lt_of_le less hm))
      exact ⟨d.right, (dvd_mod_iff d.right).mp d.left⟩
theorem _root_.Lemmata.dvd_gcdFuel {k : Nat} : ∀ fuel m n, m ≤ fuel → k ∣ m → k ∣ n → k ∣ Lemmata.gcdFuel fuel m n := by
  intro fuel
  induction fuel with
  | zero => exact fun _ _ _ _ hn => hn
  | succ fuel ih =>
    intro m n hm km kn
    by_cases h : m = 0
    · rw [Lemmata.gcdFuel, if_pos h]
      exact kn
    · rw [Lemmata.gcdFuel, if_neg h]
      have less := mod_lt n (Nat.pos_of_ne_zero h)
      exact ih (n % m) m (le_of_lt_succ (Nat.lt_of_lt_of_le less hm)) ((dvd_mod_iff km).mpr kn) km
theorem gcd_dvd_left (m n : Nat) : gcd m n ∣ m := (Lemmata.gcdFuel_dvd m m n (Nat.le_refl m)).left
theorem gcd_dvd_right (m n : Nat) : gcd m n ∣ n := (Lemmata.gcdFuel_dvd m m n (Nat.le_refl m)).right
theorem gcd_dvd (m n : Nat) : gcd m n ∣ m ∧ gcd m n ∣ n := ⟨gcd_dvd_left m n, gcd_dvd_right m n⟩
theorem dvd_gcd {k m n : Nat} (hm : k ∣ m) (hn : k ∣ n) : k ∣ gcd m n :=
  Lemmata.dvd_gcdFuel m m n (Nat.le_refl m) hm hn
theorem dvd_gcd_iff {k m n : Nat} : k ∣ gcd m n ↔ k ∣ m ∧ k ∣ n :=
  ⟨fun h => ⟨Nat.dvd_trans h (gcd_dvd_left m n), Nat.dvd_trans h (gcd_dvd_right m n)⟩, fun h => dvd_gcd h.left h.right⟩
theorem gcd_comm (m n : Nat) : gcd m n = gcd n m :=
  Nat.dvd_antisymm (dvd_gcd (gcd_dvd_right m n) (gcd_dvd_left m n)) (dvd_gcd (gcd_dvd_right n m) (gcd_dvd_left n m))
@[simp] theorem gcd_zero_left (n : Nat) : gcd 0 n = n := rfl
@[simp] theorem gcd_zero_right (n : Nat) : gcd n 0 = n := gcd_comm n 0
@[simp] theorem gcd_self (n : Nat) : gcd n n = n :=
  Nat.dvd_antisymm (gcd_dvd_left n n) (dvd_gcd (Nat.dvd_refl n) (Nat.dvd_refl n))
@[simp] theorem gcd_one_left (n : Nat) : gcd 1 n = 1 := Nat.dvd_antisymm (gcd_dvd_left 1 n) (Nat.one_dvd _)
@[simp] theorem gcd_one_right (n : Nat) : gcd n 1 = 1 := (gcd_comm n 1).trans (gcd_one_left n)

end Nat
