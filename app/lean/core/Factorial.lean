/-
Factorials, binomial coefficients and Fibonacci numbers.
-/
prelude
import Lemmata.Gcd
import Lemmata.Induction
import Lemmata.Iterate
import Lemmata.Notation
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat

variable {k l m n : Nat}

/-! ## Factorials -/

/-- The product of the numbers from 1 to `n`; with `open Nat` it is written `n !`. -/
def factorial : Nat → Nat
  | 0 => 1
  | n + 1 => (n + 1) * factorial n
@[inherit_doc] scoped notation:10000 n "!" => Nat.factorial n
@[simp] theorem factorial_zero : 0! = 1 := rfl
theorem factorial_succ (n : Nat) : (n + 1)! = (n + 1) * n ! := rfl
@[simp] theorem factorial_one : 1! = 1 := rfl
@[simp] theorem factorial_two : 2! = 2 := rfl
theorem factorial_pos (n : Nat) : 0 < n ! := by
  induction n with
  | zero => exact Nat.one_pos
  | succ n ih => exact Nat.mul_pos (zero_lt_succ n) ih
theorem factorial_ne_zero (n : Nat) : n ! ≠ 0 := ne_zero_of_pos (factorial_pos n)
theorem mul_factorial_pred (hn : n ≠ 0) : n * (n - 1)! = n ! := by
  cases n with
  | zero => exact absurd rfl hn
  | succ n => rfl
theorem factorial_dvd_factorial (h : m ≤ n) : m ! ∣ n ! := by
  induction h with
  | refl => exact Nat.dvd_refl _
  | step _ ih => exact Nat.dvd_mul_left_of_dvd ih _
theorem dvd_factorial (hm : 0 < m) (h : m ≤ n) : m ∣ n ! := by
  refine Nat.dvd_trans ?_ (factorial_dvd_factorial h)
  cases m with
  | zero => exact absurd hm (Nat.lt_irrefl 0)
  | succ m => exact Nat.dvd_mul_right _ _
theorem factorial_le (h : m ≤ n) : m ! ≤ n ! := le_of_dvd (factorial_pos n) (factorial_dvd_factorial h)
theorem self_le_factorial (n : Nat) : n ≤ n ! := by
  cases n with
  | zero => exact zero_le _
  | succ n => exact Nat.le_mul_of_pos_right (n + 1) (factorial_pos n)
theorem factorial_lt_of_lt (hn : 0 < n) (h : n < m) : n ! < m ! := by
  refine Nat.lt_of_lt_of_le ?_ (factorial_le (succ_le_of_lt h))
  exact (Nat.lt_mul_iff_one_lt_left (factorial_pos n)).mpr (succ_lt_succ hn)
theorem factorial_lt (hn : 0 < n) : n ! < m ! ↔ n < m :=
  ⟨fun h => Nat.gt_of_not_le fun l => Nat.not_le_of_gt h (factorial_le l), factorial_lt_of_lt hn⟩
@[simp] theorem one_lt_factorial : 1 < n ! ↔ 1 < n := factorial_lt Nat.one_pos
@[simp] theorem factorial_eq_one : n ! = 1 ↔ n ≤ 1 :=
  ⟨fun h => Nat.ge_of_not_lt fun l => Nat.ne_of_gt (one_lt_factorial.mpr l) h,
   fun h => (le_one_iff_eq_zero_or_eq_one.mp h).elim (fun e => e.symm ▸ rfl) fun e => e.symm ▸ rfl⟩
theorem factorial_inj (hn : 1 < n) : n ! = m ! ↔ n = m := by
  refine ⟨fun h => ?_, fun h => h ▸ rfl⟩
  have hm : 1 < m := one_lt_factorial.mp (h ▸ one_lt_factorial.mpr hn)
  exact Nat.le_antisymm
    (Nat.ge_of_not_lt fun l => Nat.ne_of_gt (factorial_lt_of_lt (Nat.pos_of_lt hm) l) h)
    (Nat.ge_of_not_lt fun l => Nat.ne_of_lt (factorial_lt_of_lt (Nat.pos_of_lt hn) l) h)
theorem factorial_le_pow (n : Nat) : n ! ≤ n ^ n := by
  induction n with
  | zero => exact Nat.le_refl 1
  | succ n ih =>
    rw [factorial_succ, Nat.pow_succ']
    exact Nat.mul_le_mul_left _ (Nat.le_trans ih (Nat.pow_le_pow_left (le_succ n) n))

/-! ## Binomial coefficients -/

/-- The number of ways to choose `k` out of `n` things. -/
def choose : Nat → Nat → Nat
  | _, 0 => 1
  | 0, _ + 1 => 0
  | n + 1, k + 1 => choose n k + choose n (k + 1)
@[simp] theorem choose_zero_right (n : Nat) : choose n 0 = 1 := by cases n <;> rfl
@[simp] theorem choose_zero_succ (k : Nat) : choose 0 (succ k) = 0 := rfl
/-- Pascal's rule. -/
theorem choose_succ_succ (n k : Nat) : choose (succ n) (succ k) = choose n k + choose n (succ k) := rfl
theorem choose_succ_succ' (n k : Nat) : choose (n + 1) (k + 1) = choose n k + choose n (k + 1) := rfl
theorem choose_eq_zero_of_lt (h : n < k) : choose n k = 0 := by
  induction n generalizing k with
  | zero => cases k with
    | zero => exact absurd h (Nat.lt_irrefl 0)
    | succ k => rfl
  | succ n ih => cases k with
    | zero => exact absurd h (not_lt_zero _)
    | succ k =>
      have l := lt_of_succ_lt_succ h
      rw [choose_succ_succ', ih l, ih (lt_succ_of_lt l)]
@[simp] theorem choose_succ_self (n : Nat) : choose n (succ n) = 0 := choose_eq_zero_of_lt (lt_succ_self n)
@[simp] theorem choose_self (n : Nat) : choose n n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [choose_succ_succ', ih, choose_eq_zero_of_lt (lt_succ_self n)]
@[simp] theorem choose_one_right (n : Nat) : choose n 1 = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [choose_succ_succ' n 0, ih, choose_zero_right, Nat.add_comm]
theorem choose_pos (h : k ≤ n) : 0 < choose n k := by
  induction n generalizing k with
  | zero => rw [eq_zero_of_le_zero h]; exact Nat.one_pos
  | succ n ih => cases k with
    | zero => exact Nat.one_pos
    | succ k => exact Nat.add_pos_left (ih (le_of_succ_le_succ h)) _
theorem choose_eq_zero_iff : choose n k = 0 ↔ n < k :=
  ⟨fun h => Nat.gt_of_not_le fun l => ne_zero_of_pos (choose_pos l) h, choose_eq_zero_of_lt⟩
theorem succ_mul_choose_eq (n k : Nat) : succ n * choose n k = choose (succ n) (succ k) * succ k := by
  induction n generalizing k with
  | zero => cases k with
    | zero => rfl
    | succ k => rw [choose_eq_zero_of_lt (succ_lt_succ (zero_lt_succ k)), Nat.zero_mul]; rfl
  | succ n ih => cases k with
    | zero => rw [choose_zero_right, Nat.mul_one, choose_one_right, Nat.mul_one]
    | succ k =>
      have e := ih k
      have f := ih (k + 1)
      rw [choose_succ_succ (succ n) (k + 1), Nat.add_mul, ← f, mul_succ _ (k + 1), ← e, choose_succ_succ n k,
        succ_mul (succ n), Nat.mul_add]
      simp only [Nat.add_assoc, Nat.add_comm, Nat.add_left_comm]
theorem choose_mul_factorial_mul_factorial (h : k ≤ n) : choose n k * k ! * (n - k)! = n ! := by
  induction n generalizing k with
  | zero => rw [eq_zero_of_le_zero h]; rfl
  | succ n ih => cases k with
    | zero => rw [choose_zero_right, factorial_zero, Nat.one_mul]; rfl
    | succ k =>
      rw [factorial_succ, ← Nat.mul_assoc, ← succ_mul_choose_eq, succ_sub_succ, Nat.mul_assoc, Nat.mul_assoc,
        ← Nat.mul_assoc _ (k !), ih (le_of_succ_le_succ h)]
      rfl
theorem choose_eq_factorial_div_factorial (hk : k ≤ n) : choose n k = n ! / (k ! * (n - k)!) := by
  rw [← choose_mul_factorial_mul_factorial hk, Nat.mul_assoc,
    Nat.mul_div_cancel _ (Nat.mul_pos (factorial_pos k) (factorial_pos (n - k)))]
theorem factorial_mul_factorial_dvd_factorial (hk : k ≤ n) : k ! * (n - k)! ∣ n ! := by
  rw [← choose_mul_factorial_mul_factorial hk, Nat.mul_assoc]
  exact Nat.dvd_mul_left _ _
@[simp] theorem choose_symm (hk : k ≤ n) : choose n (n - k) = choose n k := by
  rw [choose_eq_factorial_div_factorial hk, choose_eq_factorial_div_factorial (Nat.sub_le n k),
    Nat.sub_sub_self hk, Nat.mul_comm]
theorem choose_symm_of_eq_add {n a b : Nat} (h : n = a + b) : choose n a = choose n b := by
  have e := choose_symm (n := n) (k := b) (h ▸ le_add_left b a)
  rw [Nat.sub_eq_of_eq_add h] at e
  exact e
theorem choose_symm_add {a b : Nat} : choose (a + b) a = choose (a + b) b := choose_symm_of_eq_add rfl
@[simp] theorem choose_succ_self_right (n : Nat) : (n + 1).choose n = n + 1 := by
  rw [choose_symm_of_eq_add (b := 1) rfl, choose_one_right]
theorem choose_le_succ (a c : Nat) : choose a c ≤ choose (succ a) c := by
  cases c with
  | zero => rw [choose_zero_right, choose_zero_right]
  | succ c => exact le_add_left _ _
theorem triangle_succ (n : Nat) : (n + 1) * (n + 1 - 1) / 2 = n * (n - 1) / 2 + n := by
  rw [← add_mul_div_left _ _ Nat.two_pos, Nat.mul_comm 2 n, ← Nat.mul_add, Nat.add_sub_cancel, Nat.mul_comm]
  cases n with
  | zero => rfl
  | succ n => rfl
theorem choose_two_right (n : Nat) : choose n 2 = n * (n - 1) / 2 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [triangle_succ, ← ih, choose_succ_succ' n 1, choose_one_right, Nat.add_comm]

/-! ## Fibonacci numbers -/

/-- The Fibonacci numbers 0, 1, 1, 2, 3, 5, 8, ... -/
def fib (n : Nat) : Nat := (iterate (fun p : Nat × Nat => (p.snd, p.fst + p.snd)) n (0, 1)).fst
@[simp] theorem fib_zero : fib 0 = 0 := rfl
@[simp] theorem fib_one : fib 1 = 1 := rfl
@[simp] theorem fib_two : fib 2 = 1 := rfl
theorem fib_add_two : fib (n + 2) = fib n + fib (n + 1) := by
  have step (p : Nat × Nat) : (iterate (fun p : Nat × Nat => (p.snd, p.fst + p.snd)) (n + 2) p).fst =
      (iterate (fun p : Nat × Nat => (p.snd, p.fst + p.snd)) n p).fst +
        (iterate (fun p : Nat × Nat => (p.snd, p.fst + p.snd)) (n + 1) p).fst := by
    induction n generalizing p with
    | zero => rfl
    | succ n ih => exact ih _
  exact step (0, 1)
theorem fib_add_one (h : n ≠ 0) : fib (n + 1) = fib (n - 1) + fib n := by
  cases n with
  | zero => exact absurd rfl h
  | succ n => exact fib_add_two
theorem fib_le_fib_succ : fib n ≤ fib (n + 1) := by
  cases n with
  | zero => exact zero_le 1
  | succ n => rw [fib_add_two]; exact le_add_left _ _
theorem fib_mono (h : m ≤ n) : fib m ≤ fib n := by
  induction h with
  | refl => exact Nat.le_refl _
  | step _ ih => exact Nat.le_trans ih fib_le_fib_succ
theorem fib_pos : 0 < fib n ↔ 0 < n := by
  constructor
  · intro h
    exact Nat.pos_of_ne_zero fun e => Nat.lt_irrefl 0 (by rw [e] at h; exact h)
  · exact fun h => Nat.lt_of_lt_of_le Nat.one_pos (fib_mono (m := 1) h)
theorem fib_coprime_fib_succ (n : Nat) : Coprime (fib n) (fib (n + 1)) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [fib_add_two, Coprime, gcd_add_self_right]
    exact ih.symm

end Nat
