/-
Prime numbers: what they divide, the least prime factor of a number, and that there are infinitely many.
-/
prelude
import Lemmata.Factorial
import Lemmata.Irreducible
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat

variable {a b k m n p q : Nat}

/-- `p` is a prime number: it is at least 2 and has no divisors but 1 and `p` (`Nat.prime_def`). -/
@[pp_nodot] def Prime (p : Nat) : Prop := Irreducible p
theorem irreducible_iff_nat_prime (a : Nat) : Irreducible a ↔ Prime a := Iff.rfl
theorem not_prime_zero : ¬Prime 0 := fun h =>
  (h.isUnit_or_isUnit (a := 0) (b := 0) rfl).elim (fun u => nomatch Nat.isUnit_iff.mp u)
    fun u => nomatch Nat.isUnit_iff.mp u
theorem not_prime_one : ¬Prime 1 := not_irreducible_one
theorem Prime.ne_zero (h : Prime n) : n ≠ 0 := fun e => not_prime_zero (e ▸ h)
theorem Prime.ne_one (h : Prime p) : p ≠ 1 := fun e => not_prime_one (e ▸ h)
theorem Prime.pos (h : Prime p) : 0 < p := Nat.pos_of_ne_zero h.ne_zero
theorem Prime.two_le (h : Prime p) : 2 ≤ p := (two_le_iff p).mpr ⟨h.ne_zero, h.ne_one⟩
theorem Prime.one_lt (h : Prime p) : 1 < p := h.two_le
theorem Prime.one_le (h : Prime p) : 1 ≤ p := h.pos
theorem Prime.eq_one_or_self_of_dvd (pp : Prime p) (m : Nat) (hm : m ∣ p) : m = 1 ∨ m = p :=
  hm.elim fun c e => (pp.isUnit_or_isUnit e).imp Nat.isUnit_iff.mp fun u => by
    rw [e, Nat.isUnit_iff.mp u, Nat.mul_one]
/-- A number is prime if it is at least 2 and has no divisors but 1 and itself. -/
theorem prime_def : Prime p ↔ 2 ≤ p ∧ ∀ m, m ∣ p → m = 1 ∨ m = p := by
  refine ⟨fun h => ⟨h.two_le, h.eq_one_or_self_of_dvd⟩, fun ⟨h2, h⟩ => ⟨fun u => ?_, fun a b e => ?_⟩⟩
  · exact Nat.ne_of_gt h2 (Nat.isUnit_iff.mp u)
  · refine (h a ⟨b, e⟩).imp Nat.isUnit_iff.mpr fun same => Nat.isUnit_iff.mpr ?_
    exact (mul_eq_left (Nat.ne_zero_of_lt h2)).mp (same ▸ e).symm
theorem prime_def_lt : Prime p ↔ 2 ≤ p ∧ ∀ m, m < p → m ∣ p → m = 1 :=
  prime_def.trans (and_congr_right fun h2 => forall_congr' fun _ =>
    ⟨fun h l d => (h d).resolve_right (Nat.ne_of_lt l),
     fun h d => (Nat.lt_or_eq_of_le (le_of_dvd (Nat.pos_of_lt h2) d)).imp_left fun l => h l d⟩)
theorem prime_def_lt' : Prime p ↔ 2 ≤ p ∧ ∀ m, 2 ≤ m → m < p → ¬m ∣ p := by
  refine prime_def_lt.trans (and_congr_right fun h2 => forall_congr' fun m => ?_)
  refine ⟨fun h m2 l d => Nat.ne_of_gt m2 (h l d), fun h l d => Classical.byContradiction fun no => ?_⟩
  exact h ((two_le_iff m).mpr ⟨ne_zero_of_pos (pos_of_dvd_of_pos d (Nat.pos_of_lt h2)), no⟩) l d
theorem dvd_prime (pp : Prime p) : m ∣ p ↔ m = 1 ∨ m = p :=
  ⟨pp.eq_one_or_self_of_dvd m, fun h => h.elim (fun e => e ▸ Nat.one_dvd p) fun e => e ▸ Nat.dvd_refl m⟩
theorem dvd_prime_two_le (pp : Prime p) (H : 2 ≤ m) : m ∣ p ↔ m = p :=
  (dvd_prime pp).trans (or_iff_right (Nat.ne_of_gt H))
theorem prime_dvd_prime_iff_eq (pp : Prime p) (qp : Prime q) : p ∣ q ↔ p = q := dvd_prime_two_le qp pp.two_le
theorem Prime.not_dvd_one (pp : Prime p) : ¬p ∣ 1 := fun d => pp.ne_one (eq_one_of_dvd_one d)
theorem not_prime_of_dvd_of_ne (h1 : m ∣ n) (h2 : m ≠ 1) (h3 : m ≠ n) : ¬Prime n := fun h =>
  (h.eq_one_or_self_of_dvd m h1).elim h2 h3
theorem not_prime_of_dvd_of_lt (h1 : m ∣ n) (h2 : 2 ≤ m) (h3 : m < n) : ¬Prime n :=
  not_prime_of_dvd_of_ne h1 (Nat.ne_of_gt h2) (Nat.ne_of_lt h3)
theorem not_prime_mul (a1 : a ≠ 1) (b1 : b ≠ 1) : ¬Prime (a * b) := fun h =>
  (h.isUnit_or_isUnit rfl).elim (fun u => a1 (Nat.isUnit_iff.mp u)) fun u => b1 (Nat.isUnit_iff.mp u)

/-! ## The least prime factor -/

/-- The least divisor of `n` among `k`, `k + 2`, `k + 4`, ..., or `n` if none is found up to its root. -/
def _root_.Lemmata.minFacFrom (n : Nat) : (fuel k : Nat) → Nat
  | 0, _ => n
  | fuel + 1, k => if n < k * k then n else if k ∣ n then k else minFacFrom n fuel (k + 2)
/-- The least divisor of `n` among the odd numbers from `k` on. -/
def minFacAux (n k : Nat) : Nat := Lemmata.minFacFrom n n k
/-- The least prime factor of `n`, where `n ≠ 1`. -/
def minFac (n : Nat) : Nat := if 2 ∣ n then 2 else minFacAux n 3

private def Least (n r : Nat) : Prop := 2 ≤ r ∧ r ∣ n ∧ ∀ m, 2 ≤ m → m ∣ n → r ≤ m
private theorem least_of_lt_mul_self (h2 : 2 ≤ n) (below : ∀ m, 2 ≤ m → m ∣ n → k ≤ m) (h : n < k * k) :
    Least n n := by
  refine ⟨h2, Nat.dvd_refl n, fun m m2 d => Nat.ge_of_not_lt fun l => ?_⟩
  rcases d with ⟨c, e⟩
  have c2 : 2 ≤ c := (two_le_iff c).mpr
    ⟨fun z => Nat.ne_zero_of_lt h2 (by rw [e, z, Nat.mul_zero]),
     fun o => Nat.ne_of_lt l (by rw [e, o, Nat.mul_one])⟩
  have big := Nat.mul_le_mul (below m m2 ⟨c, e⟩) (below c c2 ⟨m, e.trans (Nat.mul_comm m c)⟩)
  exact Nat.not_le_of_gt h (e ▸ big)
private theorem least_minFacFrom (h2 : 2 ≤ n) (odd : ¬2 ∣ n) (fuel : Nat) : ∀ k, 2 ≤ k → 2 ∣ k + 1 →
    n ≤ k + 2 * fuel → (∀ m, 2 ≤ m → m ∣ n → k ≤ m) → Least n (Lemmata.minFacFrom n fuel k) := by
  induction fuel with
  | zero => exact fun k _ _ l below => ⟨h2, Nat.dvd_refl n, fun m m2 d => Nat.le_trans l (below m m2 d)⟩
  | succ fuel ih =>
    intro k k2 even l below
    by_cases h : n < k * k
    · rw [Lemmata.minFacFrom, if_pos h]
      exact least_of_lt_mul_self h2 below h
    · by_cases d : k ∣ n
      · rw [Lemmata.minFacFrom, if_neg h, if_pos d]
        exact ⟨k2, d, below⟩
      · rw [Lemmata.minFacFrom, if_neg h, if_neg d]
        refine ih (k + 2) (Nat.le_add_right_of_le k2) (Nat.dvd_add (m := k + 1) even (Nat.dvd_refl 2)) ?_ fun m m2 dm => ?_
        · rw [Nat.add_assoc, Nat.add_comm 2, ← mul_succ]
          exact l
        · have more := Nat.lt_of_le_of_ne (below m m2 dm) fun e => d (e ▸ dm)
          exact Nat.lt_of_le_of_ne (succ_le_of_lt more) fun e => odd (Nat.dvd_trans (e ▸ even) dm)
private theorem least_minFac (h2 : 2 ≤ n) : Least n (minFac n) := by
  by_cases d : 2 ∣ n
  · rw [minFac, if_pos d]
    exact ⟨Nat.le_refl 2, d, fun _ m2 _ => m2⟩
  · rw [minFac, if_neg d]
    refine least_minFacFrom h2 d n 3 (le_succ 2) ⟨2, rfl⟩ ?_ fun m m2 dm => ?_
    · exact Nat.le_add_left_of_le (Nat.two_mul n ▸ le_add_left n n)
    · exact Nat.lt_of_le_of_ne m2 fun e => d (e ▸ dm)

@[simp] theorem minFac_zero : minFac 0 = 2 := rfl
@[simp] theorem minFac_one : minFac 1 = 1 := rfl
@[simp] theorem minFac_two : minFac 2 = 2 := rfl
theorem minFac_dvd (n : Nat) : minFac n ∣ n := by
  rcases Nat.lt_or_ge n 2 with l | h
  · exact (le_one_iff_eq_zero_or_eq_one.mp (le_of_lt_succ l)).elim (fun e => e ▸ Nat.dvd_zero _)
      fun e => e ▸ Nat.dvd_refl 1
  · exact (least_minFac h).right.left
theorem minFac_le_of_dvd (m2 : 2 ≤ m) (d : m ∣ n) : minFac n ≤ m := by
  rcases Nat.lt_or_ge n 2 with l | h
  · exact (le_one_iff_eq_zero_or_eq_one.mp (le_of_lt_succ l)).elim (fun e => e ▸ m2)
      fun e => e ▸ Nat.le_of_lt m2
  · exact (least_minFac h).right.right m m2 d
private theorem two_le_minFac (n1 : n ≠ 1) : 2 ≤ minFac n := by
  rcases Nat.eq_zero_or_pos n with e | h
  · rw [e]; exact Nat.le_refl 2
  · exact (least_minFac ((two_le_iff n).mpr ⟨ne_zero_of_pos h, n1⟩)).left
theorem minFac_prime (n1 : n ≠ 1) : Prime (minFac n) :=
  prime_def_lt'.mpr ⟨two_le_minFac n1, fun _ m2 l d =>
    Nat.not_le_of_gt l (minFac_le_of_dvd m2 (Nat.dvd_trans d (minFac_dvd n)))⟩
@[simp] theorem minFac_prime_iff : Prime (minFac n) ↔ n ≠ 1 :=
  ⟨fun h e => not_prime_one (by rw [e] at h; exact h), minFac_prime⟩
theorem minFac_pos (n : Nat) : 0 < minFac n :=
  (em (n = 1)).elim (fun e => e ▸ Nat.one_pos) fun h => (minFac_prime h).pos
theorem minFac_le (H : 0 < n) : minFac n ≤ n := le_of_dvd H (minFac_dvd n)
theorem prime_def_minFac : Prime p ↔ 2 ≤ p ∧ minFac p = p :=
  ⟨fun pp => ⟨pp.two_le, ((dvd_prime pp).mp (minFac_dvd p)).resolve_left (minFac_prime pp.ne_one).ne_one⟩,
   fun ⟨h2, e⟩ => e ▸ minFac_prime (Nat.ne_of_gt h2)⟩
@[simp] theorem Prime.minFac_eq (hp : Prime p) : minFac p = p := (prime_def_minFac.mp hp).right
@[simp] theorem minFac_eq_one_iff : minFac n = 1 ↔ n = 1 :=
  ⟨fun h => Classical.byContradiction fun n1 => (minFac_prime n1).ne_one h, fun h => h.symm ▸ rfl⟩
@[simp] theorem minFac_eq_two_iff (n : Nat) : minFac n = 2 ↔ 2 ∣ n := by
  refine ⟨fun h => h ▸ minFac_dvd n, fun d => ?_⟩
  rw [minFac, if_pos d]
theorem not_prime_iff_minFac_lt (n2 : 2 ≤ n) : ¬Prime n ↔ minFac n < n :=
  ⟨fun h => Nat.lt_of_le_of_ne (minFac_le (Nat.pos_of_lt n2)) fun e => h (prime_def_minFac.mpr ⟨n2, e⟩),
   fun l h => Nat.ne_of_lt l h.minFac_eq⟩
instance decidablePrime (p : Nat) : Decidable (Prime p) := decidable_of_iff _ prime_def_minFac.symm
theorem prime_two : Prime 2 := prime_def_minFac.mpr ⟨Nat.le_refl 2, rfl⟩
theorem prime_three : Prime 3 := by decide
theorem prime_five : Prime 5 := by decide
theorem prime_seven : Prime 7 := by decide
theorem prime_eleven : Prime 11 := by decide
theorem exists_prime_and_dvd (hn : n ≠ 1) : ∃ p, Prime p ∧ p ∣ n := ⟨minFac n, minFac_prime hn, minFac_dvd n⟩
theorem exists_dvd_of_not_prime2 (n2 : 2 ≤ n) (np : ¬Prime n) : ∃ m, m ∣ n ∧ 2 ≤ m ∧ m < n :=
  ⟨minFac n, minFac_dvd n, two_le_minFac (Nat.ne_of_gt n2), (not_prime_iff_minFac_lt n2).mp np⟩
theorem exists_dvd_of_not_prime (n2 : 2 ≤ n) (np : ¬Prime n) : ∃ m, m ∣ n ∧ m ≠ 1 ∧ m ≠ n :=
  (exists_dvd_of_not_prime2 n2 np).imp fun _ h =>
    ⟨h.left, Nat.ne_of_gt h.right.left, Nat.ne_of_lt h.right.right⟩
theorem ne_one_iff_exists_prime_dvd : n ≠ 1 ↔ ∃ p, Prime p ∧ p ∣ n :=
  ⟨exists_prime_and_dvd, fun ⟨_, pp, d⟩ e => pp.not_dvd_one (e ▸ d)⟩
/-- Euclid: there are primes above every bound. -/
theorem exists_infinite_primes (n : Nat) : ∃ p, n ≤ p ∧ Prime p := by
  have pp : Prime (minFac (n ! + 1)) := minFac_prime (Nat.ne_of_gt (succ_lt_succ (factorial_pos n)))
  refine ⟨_, Nat.ge_of_not_lt fun l => ?_, pp⟩
  exact pp.not_dvd_one ((Nat.dvd_add_right (dvd_factorial pp.pos (Nat.le_of_lt l))).mp (minFac_dvd _))

/-! ## Primes and coprime numbers -/

theorem coprime_of_dvd (H : ∀ k, Prime k → k ∣ m → ¬k ∣ n) : Coprime m n :=
  Classical.byContradiction fun h => (exists_prime_and_dvd h).elim fun p hp =>
    H p hp.left (Nat.dvd_trans hp.right (gcd_dvd_left m n)) (Nat.dvd_trans hp.right (gcd_dvd_right m n))
theorem Prime.coprime_iff_not_dvd (pp : Prime p) : Coprime p n ↔ ¬p ∣ n :=
  ⟨fun co d => pp.ne_one (co.eq_one_of_dvd d),
   fun nd => coprime_of_dvd fun _ qp d => (prime_dvd_prime_iff_eq qp pp).mp d ▸ nd⟩
theorem Prime.dvd_iff_not_coprime (pp : Prime p) : p ∣ n ↔ ¬Coprime p n :=
  ⟨fun d co => pp.coprime_iff_not_dvd.mp co d,
   fun h => Classical.byContradiction fun nd => h (pp.coprime_iff_not_dvd.mpr nd)⟩
theorem Prime.not_coprime_iff_dvd : ¬Coprime m n ↔ ∃ p, Prime p ∧ p ∣ m ∧ p ∣ n :=
  ⟨fun h => (exists_prime_and_dvd h).imp fun _ hp => ⟨hp.left, Nat.dvd_trans hp.right (gcd_dvd_left m n),
    Nat.dvd_trans hp.right (gcd_dvd_right m n)⟩,
   fun ⟨_, pp, hm, hn⟩ => not_coprime_of_dvd_of_dvd pp.one_lt hm hn⟩
theorem coprime_or_dvd_of_prime (pp : Prime p) (i : Nat) : Coprime p i ∨ p ∣ i :=
  (em (p ∣ i)).symm.imp_left pp.coprime_iff_not_dvd.mpr
theorem coprime_primes (pp : Prime p) (pq : Prime q) : Coprime p q ↔ p ≠ q :=
  pp.coprime_iff_not_dvd.trans (not_congr (prime_dvd_prime_iff_eq pp pq))
theorem coprime_of_lt_prime (n_pos : n ≠ 0) (hlt : n < p) (pp : Prime p) : Coprime p n :=
  pp.coprime_iff_not_dvd.mpr (not_dvd_of_pos_of_lt (Nat.pos_of_ne_zero n_pos) hlt)
/-- Euclid's lemma: a prime that divides a product divides a factor. -/
theorem Prime.dvd_mul (pp : Prime p) : p ∣ m * n ↔ p ∣ m ∨ p ∣ n :=
  ⟨fun d => (em (p ∣ m)).imp_right fun h => (pp.coprime_iff_not_dvd.mpr h).dvd_of_dvd_mul_left d,
   fun h => h.elim (fun d => Nat.dvd_mul_right_of_dvd d n) fun d => Nat.dvd_mul_left_of_dvd d m⟩
theorem Prime.dvd_or_dvd (pp : Prime p) (h : p ∣ m * n) : p ∣ m ∨ p ∣ n := pp.dvd_mul.mp h
theorem Prime.not_dvd_mul (pp : Prime p) (Hm : ¬p ∣ m) (Hn : ¬p ∣ n) : ¬p ∣ m * n := fun d =>
  (pp.dvd_mul.mp d).elim Hm Hn
theorem Prime.dvd_of_dvd_pow (pp : Prime p) (h : p ∣ m ^ n) : p ∣ m := by
  induction n with
  | zero => exact absurd h pp.not_dvd_one
  | succ n ih => exact (pp.dvd_mul.mp h).elim ih id
theorem Prime.dvd_factorial (hp : Prime p) : p ∣ n ! ↔ p ≤ n := by
  refine ⟨fun h => ?_, Nat.dvd_factorial hp.pos⟩
  induction n with
  | zero => exact absurd h hp.not_dvd_one
  | succ n ih => exact (hp.dvd_mul.mp h).elim (le_of_dvd (zero_lt_succ n)) fun d => le_succ_of_le (ih d)
theorem Prime.eq_two_or_odd (hp : Prime p) : p = 2 ∨ p % 2 = 1 :=
  (mod_two_eq_zero_or_one p).imp_left fun h =>
    ((prime_dvd_prime_iff_eq prime_two hp).mp (dvd_of_mod_eq_zero h)).symm
theorem Prime.dvd_mul_of_dvd_ne {p1 p2 : Nat} (h_neq : p1 ≠ p2) (pp1 : Prime p1) (pp2 : Prime p2)
    (h1 : p1 ∣ n) (h2 : p2 ∣ n) : p1 * p2 ∣ n := ((coprime_primes pp1 pp2).mpr h_neq).mul_dvd_of_dvd_of_dvd h1 h2
theorem coprime_pow_primes (n m : Nat) (pp : Prime p) (pq : Prime q) (h : p ≠ q) : Coprime (p ^ n) (q ^ m) :=
  ((coprime_primes pp pq).mpr h).pow n m

end Nat
