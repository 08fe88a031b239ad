/-
Greatest common divisors, least common multiples, and numbers without a common divisor.
-/
prelude
import Lemmata.Division
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat

variable {a b c d g k l m n x y : Nat}

/-! ## Greatest common divisors -/

theorem gcd_rec (m n : Nat) : gcd m n = gcd (n % m) m :=
  Nat.dvd_antisymm
    (dvd_gcd ((dvd_mod_iff (gcd_dvd_left m n)).mpr (gcd_dvd_right m n)) (gcd_dvd_left m n))
    (dvd_gcd (gcd_dvd_right _ _) ((dvd_mod_iff (gcd_dvd_right (n % m) m)).mp (gcd_dvd_left (n % m) m)))
theorem gcd_succ (x y : Nat) : gcd (succ x) y = gcd (y % succ x) (succ x) := gcd_rec (succ x) y
theorem gcd_add_one (x y : Nat) : gcd (x + 1) y = gcd (y % (x + 1)) (x + 1) := gcd_rec (x + 1) y
/-- Induction along Euclid's algorithm. -/
@[elab_as_elim] theorem gcd.induction {P : Nat → Nat → Prop} (m n : Nat) (H0 : ∀ n, P 0 n)
    (H1 : ∀ m n, 0 < m → P (n % m) m → P m n) : P m n :=
  Nat.strong_induction_on (p := fun m => ∀ n, P m n) m (fun m ih n =>
    (Nat.eq_zero_or_pos m).elim (fun e => e.symm ▸ H0 n)
      fun hm => H1 m n hm (ih (n % m) (mod_lt n hm) m)) n
theorem gcd_le_left (n : Nat) (h : 0 < m) : gcd m n ≤ m := le_of_dvd h (gcd_dvd_left m n)
theorem gcd_le_right (n : Nat) (h : 0 < n) : gcd m n ≤ n := le_of_dvd h (gcd_dvd_right m n)
theorem gcd_pos_of_pos_left {m : Nat} (n : Nat) (mpos : 0 < m) : 0 < gcd m n :=
  pos_of_dvd_of_pos (gcd_dvd_left m n) mpos
theorem gcd_pos_of_pos_right (m : Nat) {n : Nat} (npos : 0 < n) : 0 < gcd m n :=
  pos_of_dvd_of_pos (gcd_dvd_right m n) npos
theorem eq_zero_of_gcd_eq_zero_left (H : gcd m n = 0) : m = 0 :=
  Nat.eq_zero_of_zero_dvd (H ▸ gcd_dvd_left m n)
theorem eq_zero_of_gcd_eq_zero_right (H : gcd m n = 0) : n = 0 :=
  Nat.eq_zero_of_zero_dvd (H ▸ gcd_dvd_right m n)
theorem gcd_ne_zero_left (h : m ≠ 0) : gcd m n ≠ 0 := mt eq_zero_of_gcd_eq_zero_left h
theorem gcd_ne_zero_right (h : n ≠ 0) : gcd m n ≠ 0 := mt eq_zero_of_gcd_eq_zero_right h
@[simp] theorem gcd_eq_zero_iff {i j : Nat} : gcd i j = 0 ↔ i = 0 ∧ j = 0 :=
  ⟨fun h => ⟨eq_zero_of_gcd_eq_zero_left h, eq_zero_of_gcd_eq_zero_right h⟩,
   fun h => by rw [h.left, h.right, gcd_self]⟩
/-- The greatest common divisor is the common divisor that all common divisors divide. -/
theorem gcd_eq_iff {a b : Nat} : gcd a b = g ↔ g ∣ a ∧ g ∣ b ∧ ∀ c, c ∣ a → c ∣ b → c ∣ g :=
  ⟨fun h => h ▸ ⟨gcd_dvd_left a b, gcd_dvd_right a b, fun _ => dvd_gcd⟩,
   fun ⟨ha, hb, h⟩ => Nat.dvd_antisymm (h _ (gcd_dvd_left a b) (gcd_dvd_right a b)) (dvd_gcd ha hb)⟩
theorem gcd_eq_left (H : m ∣ n) : gcd m n = m :=
  Nat.dvd_antisymm (gcd_dvd_left m n) (dvd_gcd (Nat.dvd_refl m) H)
theorem gcd_eq_right (H : n ∣ m) : gcd m n = n := by rw [gcd_comm, gcd_eq_left H]
theorem gcd_eq_left_iff_dvd : gcd m n = m ↔ m ∣ n := ⟨fun h => h ▸ gcd_dvd_right m n, gcd_eq_left⟩
theorem gcd_eq_right_iff_dvd : gcd n m = m ↔ m ∣ n := ⟨fun h => h ▸ gcd_dvd_left n m, gcd_eq_right⟩
theorem gcd_assoc (m n k : Nat) : gcd (gcd m n) k = gcd m (gcd n k) :=
  Nat.dvd_antisymm
    (dvd_gcd (Nat.dvd_trans (gcd_dvd_left _ k) (gcd_dvd_left m n))
      (dvd_gcd (Nat.dvd_trans (gcd_dvd_left _ k) (gcd_dvd_right m n)) (gcd_dvd_right _ k)))
    (dvd_gcd (dvd_gcd (gcd_dvd_left m _) (Nat.dvd_trans (gcd_dvd_right m _) (gcd_dvd_left n k)))
      (Nat.dvd_trans (gcd_dvd_right m _) (gcd_dvd_right n k)))
theorem gcd_mul_left (m n k : Nat) : gcd (m * n) (m * k) = m * gcd n k := by
  induction n, k using gcd.induction with
  | H0 k => rw [Nat.mul_zero, gcd_zero_left, gcd_zero_left]
  | H1 n k _ ih => rw [← mul_mod_mul_left, ← gcd_rec, ← gcd_rec] at ih; exact ih
theorem gcd_mul_right (m n k : Nat) : gcd (m * n) (k * n) = gcd m k * n := by
  rw [Nat.mul_comm m, Nat.mul_comm k, gcd_mul_left, Nat.mul_comm]
theorem gcd_dvd_gcd_of_dvd_left (n : Nat) (H : m ∣ k) : gcd m n ∣ gcd k n :=
  dvd_gcd (Nat.dvd_trans (gcd_dvd_left m n) H) (gcd_dvd_right m n)
theorem gcd_dvd_gcd_of_dvd_right (n : Nat) (H : m ∣ k) : gcd n m ∣ gcd n k :=
  dvd_gcd (gcd_dvd_left n m) (Nat.dvd_trans (gcd_dvd_right n m) H)
@[simp] theorem gcd_mul_left_left (m n : Nat) : gcd (m * n) n = n := gcd_eq_right (Nat.dvd_mul_left n m)
@[simp] theorem gcd_mul_left_right (m n : Nat) : gcd n (m * n) = n := gcd_eq_left (Nat.dvd_mul_left n m)
@[simp] theorem gcd_mul_right_left (m n : Nat) : gcd (n * m) n = n := gcd_eq_right (Nat.dvd_mul_right n m)
@[simp] theorem gcd_mul_right_right (m n : Nat) : gcd n (n * m) = n := gcd_eq_left (Nat.dvd_mul_right n m)
@[simp] theorem gcd_add_mul_right_right (m n k : Nat) : gcd m (n + k * m) = gcd m n := by
  rw [gcd_rec, add_mul_mod_self_right, ← gcd_rec]
@[simp] theorem gcd_add_mul_left_right (m n k : Nat) : gcd m (n + m * k) = gcd m n := by
  rw [Nat.mul_comm, gcd_add_mul_right_right]
@[simp] theorem gcd_add_self_right (m n : Nat) : gcd m (n + m) = gcd m n := by
  rw [gcd_rec, add_mod_right, ← gcd_rec]
@[simp] theorem gcd_self_add_right (m n : Nat) : gcd m (m + n) = gcd m n :=
  by rw [Nat.add_comm, gcd_add_self_right]
@[simp] theorem gcd_add_self_left (m n : Nat) : gcd (m + n) n = gcd m n := by
  rw [gcd_comm, gcd_add_self_right, gcd_comm]
@[simp] theorem gcd_self_add_left (m n : Nat) : gcd (m + n) m = gcd n m :=
  by rw [Nat.add_comm, gcd_add_self_left]
theorem gcd_div (H1 : k ∣ m) (H2 : k ∣ n) : gcd (m / k) (n / k) = gcd m n / k := by
  cases Nat.eq_zero_or_pos k with
  | inl h => rw [h, Nat.div_zero, Nat.div_zero, Nat.div_zero, gcd_zero_left]
  | inr h =>
    apply Nat.mul_right_cancel h
    rw [← gcd_mul_right, Nat.div_mul_cancel H1, Nat.div_mul_cancel H2, Nat.div_mul_cancel (dvd_gcd H1 H2)]

/-! ## Least common multiples -/

/-- The least common multiple of `m` and `n`. -/
def lcm (m n : Nat) : Nat := m * n / gcd m n
theorem lcm_comm (m n : Nat) : lcm m n = lcm n m := by rw [lcm, lcm, Nat.mul_comm, gcd_comm]
@[simp] theorem lcm_zero_left (m : Nat) : lcm 0 m = 0 := by rw [lcm, Nat.zero_mul, Nat.zero_div]
@[simp] theorem lcm_zero_right (m : Nat) : lcm m 0 = 0 := (lcm_comm m 0).trans (lcm_zero_left m)
@[simp] theorem lcm_one_left (m : Nat) : lcm 1 m = m := by rw [lcm, gcd_one_left, Nat.one_mul, Nat.div_one]
@[simp] theorem lcm_one_right (m : Nat) : lcm m 1 = m := (lcm_comm m 1).trans (lcm_one_left m)
theorem gcd_mul_lcm (m n : Nat) : gcd m n * lcm m n = m * n :=
  Nat.mul_div_cancel' (Nat.dvd_mul_right_of_dvd (gcd_dvd_left m n) n)
theorem dvd_lcm_left (m n : Nat) : m ∣ lcm m n := ⟨n / gcd m n, Nat.mul_div_assoc m (gcd_dvd_right m n)⟩
theorem dvd_lcm_right (m n : Nat) : n ∣ lcm m n := lcm_comm n m ▸ dvd_lcm_left n m
theorem lcm_dvd (H1 : m ∣ k) (H2 : n ∣ k) : lcm m n ∣ k := by
  cases Nat.eq_zero_or_pos k with
  | inl h => rw [h]; exact Nat.dvd_zero _
  | inr h =>
    apply Nat.dvd_of_mul_dvd_mul_left (gcd_pos_of_pos_left n (pos_of_dvd_of_pos H1 h))
    rw [gcd_mul_lcm, ← gcd_mul_right, Nat.mul_comm n k]
    exact dvd_gcd (Nat.mul_dvd_mul_left m H2) (Nat.mul_dvd_mul_right H1 n)
theorem lcm_dvd_iff : lcm m n ∣ k ↔ m ∣ k ∧ n ∣ k :=
  ⟨fun h => ⟨Nat.dvd_trans (dvd_lcm_left m n) h, Nat.dvd_trans (dvd_lcm_right m n) h⟩,
   fun h => lcm_dvd h.left h.right⟩
@[simp] theorem lcm_self (m : Nat) : lcm m m = m :=
  Nat.dvd_antisymm (lcm_dvd (Nat.dvd_refl m) (Nat.dvd_refl m)) (dvd_lcm_left m m)
theorem lcm_assoc (m n k : Nat) : lcm (lcm m n) k = lcm m (lcm n k) :=
  Nat.dvd_antisymm
    (lcm_dvd (lcm_dvd (dvd_lcm_left m _) (Nat.dvd_trans (dvd_lcm_left n k) (dvd_lcm_right m _)))
      (Nat.dvd_trans (dvd_lcm_right n k) (dvd_lcm_right m _)))
    (lcm_dvd (Nat.dvd_trans (dvd_lcm_left m n) (dvd_lcm_left _ k))
      (lcm_dvd (Nat.dvd_trans (dvd_lcm_right m n) (dvd_lcm_left _ k)) (dvd_lcm_right _ k)))
theorem lcm_ne_zero (hm : m ≠ 0) (hn : n ≠ 0) : lcm m n ≠ 0 := fun h =>
  Nat.mul_ne_zero hm hn ((gcd_mul_lcm m n).symm.trans (by rw [h, Nat.mul_zero]))
theorem lcm_pos (hm : 0 < m) (hn : 0 < n) : 0 < lcm m n :=
  Nat.pos_of_ne_zero (lcm_ne_zero (ne_zero_of_pos hm) (ne_zero_of_pos hn))

/-! ## Coprime numbers -/

/-- `m` and `n` have no common divisor but 1. -/
@[reducible] def Coprime (m n : Nat) : Prop := gcd m n = 1
theorem coprime_iff_gcd_eq_one : Coprime m n ↔ gcd m n = 1 := Iff.rfl
theorem Coprime.gcd_eq_one (h : Coprime m n) : gcd m n = 1 := h
theorem Coprime.symm (h : Coprime n m) : Coprime m n := (gcd_comm m n).trans h
theorem coprime_comm : Coprime n m ↔ Coprime m n := ⟨Coprime.symm, Coprime.symm⟩
theorem Coprime.dvd_of_dvd_mul_right (H1 : Coprime k n) (H2 : k ∣ m * n) : k ∣ m := by
  have h := dvd_gcd (Nat.dvd_mul_left k m) H2
  rw [gcd_mul_left, H1.gcd_eq_one, Nat.mul_one] at h
  exact h
theorem Coprime.dvd_of_dvd_mul_left (H1 : Coprime k m) (H2 : k ∣ m * n) : k ∣ n :=
  H1.dvd_of_dvd_mul_right (Nat.mul_comm m n ▸ H2)
theorem Coprime.eq_one_of_dvd (H : Coprime k m) (d : k ∣ m) : k = 1 := (gcd_eq_left d).symm.trans H
theorem Coprime.gcd_mul_left_cancel (m : Nat) (H : Coprime k n) : gcd (k * m) n = gcd m n :=
  have free : Coprime (gcd (k * m) n) k := by rw [Coprime, gcd_assoc, H.symm.gcd_eq_one, gcd_one_right]
  Nat.dvd_antisymm (dvd_gcd (free.dvd_of_dvd_mul_left (gcd_dvd_left _ n)) (gcd_dvd_right _ n))
    (gcd_dvd_gcd_of_dvd_left n (Nat.dvd_mul_left m k))
theorem Coprime.gcd_mul_right_cancel (m : Nat) (H : Coprime k n) : gcd (m * k) n = gcd m n := by
  rw [Nat.mul_comm, H.gcd_mul_left_cancel]
theorem Coprime.coprime_dvd_left (H1 : m ∣ k) (H2 : Coprime k n) : Coprime m n :=
  eq_one_of_dvd_one (H2 ▸ gcd_dvd_gcd_of_dvd_left n H1)
theorem Coprime.coprime_dvd_right (H1 : n ∣ m) (H2 : Coprime k m) : Coprime k n :=
  (H2.symm.coprime_dvd_left H1).symm
theorem Coprime.mul_left (H1 : Coprime m k) (H2 : Coprime n k) : Coprime (m * n) k :=
  (H1.gcd_mul_left_cancel n).trans H2
theorem Coprime.mul_right (H1 : Coprime k m) (H2 : Coprime k n) : Coprime k (m * n) :=
  (H1.symm.mul_left H2.symm).symm
theorem coprime_mul_iff_left : Coprime (m * n) k ↔ Coprime m k ∧ Coprime n k :=
  ⟨fun h => ⟨h.coprime_dvd_left (Nat.dvd_mul_right m n), h.coprime_dvd_left (Nat.dvd_mul_left n m)⟩,
   fun h => h.left.mul_left h.right⟩
theorem coprime_mul_iff_right : Coprime k (m * n) ↔ Coprime k m ∧ Coprime k n :=
  coprime_comm.trans (coprime_mul_iff_left.trans (and_congr coprime_comm coprime_comm))
theorem Coprime.coprime_mul_left (H : Coprime (k * m) n) : Coprime m n := (coprime_mul_iff_left.mp H).right
theorem Coprime.coprime_mul_right (H : Coprime (m * k) n) : Coprime m n := (coprime_mul_iff_left.mp H).left
theorem Coprime.coprime_mul_left_right (H : Coprime m (k * n)) : Coprime m n :=
  (coprime_mul_iff_right.mp H).right
theorem Coprime.coprime_mul_right_right (H : Coprime m (n * k)) : Coprime m n :=
  (coprime_mul_iff_right.mp H).left
theorem Coprime.mul_dvd_of_dvd_of_dvd (hmn : Coprime m n) (hm : m ∣ a) (hn : n ∣ a) : m * n ∣ a :=
  hm.elim fun _ e => e ▸ Nat.mul_dvd_mul_left m (hmn.symm.dvd_of_dvd_mul_left (e ▸ hn))
theorem not_coprime_of_dvd_of_dvd (dgt1 : 1 < d) (Hm : d ∣ m) (Hn : d ∣ n) : ¬Coprime m n := fun h =>
  Nat.not_le_of_gt dgt1 (le_of_dvd Nat.one_pos (h ▸ dvd_gcd Hm Hn))
theorem coprime_one_left (n : Nat) : Coprime 1 n := gcd_one_left n
theorem coprime_one_right (n : Nat) : Coprime n 1 := gcd_one_right n
@[simp] theorem coprime_zero_left (n : Nat) : Coprime 0 n ↔ n = 1 := by rw [Coprime, gcd_zero_left]
@[simp] theorem coprime_zero_right (n : Nat) : Coprime n 0 ↔ n = 1 := by rw [Coprime, gcd_zero_right]
@[simp] theorem coprime_self (n : Nat) : Coprime n n ↔ n = 1 := by rw [Coprime, gcd_self]
@[simp] theorem coprime_one_left_eq_true (n : Nat) : Coprime 1 n = True := eq_true (coprime_one_left n)
@[simp] theorem coprime_one_right_eq_true (n : Nat) : Coprime n 1 = True := eq_true (coprime_one_right n)
theorem coprime_div_gcd_div_gcd (H : 0 < gcd m n) : Coprime (m / gcd m n) (n / gcd m n) := by
  rw [Coprime, gcd_div (gcd_dvd_left m n) (gcd_dvd_right m n), Nat.div_self H]
theorem exists_coprime (m n : Nat) : ∃ m' n', Coprime m' n' ∧ m = m' * gcd m n ∧ n = n' * gcd m n := by
  cases Nat.eq_zero_or_pos (gcd m n) with
  | inl h =>
    have z := gcd_eq_zero_iff.mp h
    exact ⟨1, 1, gcd_one_left 1, by rw [h, z.left], by rw [h, z.right]⟩
  | inr h =>
    exact ⟨_, _, coprime_div_gcd_div_gcd h, (Nat.div_mul_cancel (gcd_dvd_left m n)).symm,
      (Nat.div_mul_cancel (gcd_dvd_right m n)).symm⟩
theorem exists_coprime' (H : 0 < gcd m n) : ∃ g m' n', 0 < g ∧ Coprime m' n' ∧ m = m' * g ∧ n = n' * g :=
  (exists_coprime m n).elim fun x h => h.elim fun y h => ⟨gcd m n, x, y, H, h⟩
theorem Coprime.pow_left (n : Nat) (H1 : Coprime m k) : Coprime (m ^ n) k := by
  induction n with
  | zero => exact coprime_one_left k
  | succ n ih => exact ih.mul_left H1
theorem Coprime.pow_right (n : Nat) (H1 : Coprime k m) : Coprime k (m ^ n) := (H1.symm.pow_left n).symm
theorem Coprime.pow (m n : Nat) (H1 : Coprime k l) : Coprime (k ^ m) (l ^ n) :=
  (H1.pow_left m).pow_right n
theorem Coprime.lcm_eq_mul (h : Coprime m n) : lcm m n = m * n := by rw [lcm, h.gcd_eq_one, Nat.div_one]
/-- One power divides another of the same exponent only where the base does. -/
theorem pow_dvd_pow_iff (h : n ≠ 0) : a ^ n ∣ b ^ n ↔ a ∣ b := by
  constructor
  · intro d
    cases Nat.eq_zero_or_pos (gcd a b) with
    | inl z => rw [(gcd_eq_zero_iff.mp z).right]; exact Nat.dvd_zero a
    | inr p =>
      rcases exists_coprime' p with ⟨g, x, y, hg, co, rfl, rfl⟩
      rw [Nat.mul_pow, Nat.mul_pow] at d
      have one := (co.pow n n).eq_one_of_dvd (Nat.dvd_of_mul_dvd_mul_right (Nat.pow_pos hg) d)
      rw [(Nat.pow_eq_one.mp one).resolve_right h, Nat.one_mul]
      exact Nat.dvd_mul_left g y
  · exact fun d => d.elim fun c e => ⟨c ^ n, by rw [e, Nat.mul_pow]⟩

end Nat
