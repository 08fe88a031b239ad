/-
Linear inequalities between polynomials, and a search for a contradiction among them by the method of Fourier
and Motzkin: one monomial after the other is eliminated by adding multiples of inequalities.
-/
prelude
import Lemmata.OrderedRings
import Lemmata.Polynomials
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

namespace Lemmata.Ring

/-- The inequality `low ≤ high`. -/
structure Bound where
  (low high : Polynomial)

/-! ## The search -/

def times (k : Nat) (p : Polynomial) : Polynomial := scale k [] p []
def coefficient (m : Monomial) : Polynomial → Nat
  | [] => 0
  | (c, n) :: p => cond (same m n) c (coefficient m p)
/-- `c` terms `m` less on both sides, as far as the other side has them: what is left of `c`, and of the other. -/
def remove (c : Nat) (m : Monomial) : Polynomial → Nat × Polynomial
  | [] => (c, [])
  | (d, n) :: p =>
    cond (same m n) (cond (Nat.ble c d) (0, cond (Nat.beq c d) p ((d - c, n) :: p)) (c - d, p))
      ((remove c m p).fst, (d, n) :: (remove c m p).snd)
def cancel : Polynomial → Polynomial → Bound
  | [], q => ⟨[], q⟩
  | (c, m) :: p, q =>
    let r := remove c m q
    let rest := cancel p r.snd
    ⟨cond (Nat.beq r.fst 0) rest.low ((r.fst, m) :: rest.low), rest.high⟩
/-- The sum of multiples of both in which the terms `m` cancel. -/
def combine (m : Monomial) (a b : Bound) : Bound :=
  let k := coefficient m b.high
  let l := coefficient m a.low
  cancel (add (times k a.low) (times l b.low)) (add (times k a.high) (times l b.high))
def select (p : Bound → Bool) : List Bound → List Bound
  | [] => []
  | b :: bs => cond (p b) (b :: select p bs) (select p bs)
def combineEach (m : Monomial) (a : Bound) (rest : List Bound) : List Bound → List Bound
  | [] => rest
  | b :: bs => combine m a b :: combineEach m a rest bs
def combineAll (m : Monomial) (rest bs : List Bound) : List Bound → List Bound
  | [] => rest
  | a :: as => combineEach m a (combineAll m rest bs as) bs
def occurs (m : Monomial) (p : Polynomial) : Bool := !Nat.beq (coefficient m p) 0
def eliminate (m : Monomial) (bs : List Bound) : List Bound :=
  combineAll m (select (fun b => !occurs m b.low && !occurs m b.high) bs) (select (fun b => occurs m b.high) bs)
    (select (fun b => occurs m b.low) bs)
def absurd : Bound → Bool
  | ⟨[(_ + 1, [])], []⟩ => true
  | _ => false
def anyAbsurd : List Bound → Bool
  | [] => false
  | b :: bs => absurd b || anyAbsurd bs
def firstIn : Polynomial → Monomial
  | [] => []
  | (_, []) :: p => firstIn p
  | (_, i :: m) :: _ => i :: m
/-- A monomial that occurs, or `[]` if only numbers do. -/
def firstOf : List Bound → Monomial
  | [] => []
  | b :: bs => match firstIn b.low with
    | i :: m => i :: m
    | [] => match firstIn b.high with
      | i :: m => i :: m
      | [] => firstOf bs
def fewerThan : Nat → List Bound → Bool
  | 0, _ => false
  | _ + 1, [] => true
  | n + 1, _ :: bs => fewerThan n bs
/-- Is a contradiction found while at most `fuel` monomials are eliminated, with at most 500 inequalities at once? -/
def refutes : Nat → List Bound → Bool
  | 0, bs => anyAbsurd bs
  | fuel + 1, bs => anyAbsurd bs || cond (fewerThan 500 bs) (match firstOf bs with
    | [] => false
    | i :: m => refutes fuel (eliminate (i :: m) bs)) false

/-! ## What it finds is so -/

section
variable {R : Type u} [CommSemiring R] [LinearOrder R] [IsStrictOrderedRing R]

def Bound.Holds (γ : List R) (b : Bound) : Prop := value γ b.low ≤ value γ b.high
def AllHold (γ : List R) : List Bound → Prop
  | [] => True
  | b :: bs => b.Holds γ ∧ AllHold γ bs

omit [LinearOrder R] [IsStrictOrderedRing R] in
theorem value_times (γ : List R) (k : Nat) (p : Polynomial) : value γ (times k p) = k * value γ p := by
  show value γ (scale k [] p []) = _
  rw [value_scale, Monomial.value_nil, mul_one]
  exact add_zero _
omit [LinearOrder R] [IsStrictOrderedRing R] in
theorem value_remove (γ : List R) (c : Nat) (m : Monomial) : (q : Polynomial) →
    ∃ k, c = (remove c m q).fst + k ∧ value γ q = value γ (remove c m q).snd + Nat.cast k * Monomial.value γ m
  | [] => ⟨0, rfl, by rw [Nat.cast_zero, zero_mul, add_zero]; rfl⟩
  | (d, n) :: p => by
    unfold remove
    cases e : same m n with
    | true =>
      cases f : Nat.ble c d with
      | true =>
        refine ⟨c, (Nat.zero_add c).symm, ?_⟩
        cases g : Nat.beq c d with
        | true =>
          show Nat.cast d * Monomial.value γ n + value γ p = value γ p + _
          rw [Nat.eq_of_beq_eq_true c d g, same_eq m n e, add_comm]
        | false =>
          show Nat.cast d * Monomial.value γ n + value γ p = Nat.cast (d - c) * Monomial.value γ n + value γ p + _
          rw [same_eq m n e, add_right_comm, ← add_mul, ← Nat.cast_add, Nat.sub_add_cancel (Nat.le_of_ble_eq_true f)]
      | false =>
        have h : d ≤ c := Nat.le_of_lt (Nat.lt_of_not_ge fun h => by rw [Nat.ble_eq_true_of_le h] at f; cases f)
        refine ⟨d, (Nat.sub_add_cancel h).symm, ?_⟩
        show Nat.cast d * Monomial.value γ n + value γ p = value γ p + _
        rw [same_eq m n e, add_comm]
    | false =>
      obtain ⟨k, hk, hv⟩ := value_remove γ c m p
      refine ⟨k, hk, ?_⟩
      show Nat.cast d * Monomial.value γ n + value γ p =
        Nat.cast d * Monomial.value γ n + value γ (remove c m p).snd + _
      rw [hv, add_assoc]
omit [LinearOrder R] [IsStrictOrderedRing R] in
theorem value_cancel (γ : List R) : (p q : Polynomial) →
    ∃ x, value γ p = value γ (cancel p q).low + x ∧ value γ q = value γ (cancel p q).high + x
  | [], q => ⟨0, (add_zero _).symm, (add_zero _).symm⟩
  | (c, m) :: p, q => by
    obtain ⟨k, hc, hq⟩ := value_remove γ c m q
    obtain ⟨x, hp, hr⟩ := value_cancel γ p (remove c m q).snd
    refine ⟨x + Nat.cast k * Monomial.value γ m, ?_, ?_⟩
    · have low : value γ (cancel ((c, m) :: p) q).low =
          Nat.cast (remove c m q).fst * Monomial.value γ m + value γ (cancel p (remove c m q).snd).low := by
        show value γ (cond (Nat.beq (remove c m q).fst 0) _ _) = _
        cases e : Nat.beq (remove c m q).fst 0 with
        | true =>
          rw [Nat.eq_of_beq_eq_true _ 0 e, Nat.cast_zero, zero_mul, zero_add]
          rfl
        | false => rfl
      rw [low]
      show Nat.cast c * Monomial.value γ m + value γ p = _
      rw [hp]
      have := congrArg (fun n => (Nat.cast n : R) * Monomial.value γ m) hc
      rw [this, Nat.cast_add, add_mul, add_assoc, add_assoc, add_left_comm (Nat.cast k * _), add_comm (Nat.cast k * _)]
    · show value γ q = value γ (cancel p (remove c m q).snd).high + _
      rw [hq, hr, add_assoc]
theorem Bound.Holds.cancel {γ : List R} {p q : Polynomial} (h : value γ p ≤ value γ q) : (cancel p q).Holds γ := by
  obtain ⟨x, hp, hq⟩ := value_cancel γ p q
  rw [hp, hq] at h
  exact le_of_add_le_add_right h
theorem Bound.Holds.combine {γ : List R} {a b : Bound} (m : Monomial) (ha : a.Holds γ) (hb : b.Holds γ) :
    (combine m a b).Holds γ := by
  refine Bound.Holds.cancel ?_
  rw [value_add, value_add, value_times, value_times, value_times, value_times]
  exact add_le_add (mul_le_mul_of_nonneg_left ha (Nat.cast_nonneg' _)) (mul_le_mul_of_nonneg_left hb (Nat.cast_nonneg' _))
omit [IsStrictOrderedRing R] in
theorem AllHold.select {γ : List R} (p : Bound → Bool) : {bs : List Bound} → AllHold γ bs → AllHold γ (select p bs)
  | [], h => h
  | b :: bs, h => by
    show AllHold γ (cond (p b) _ _)
    cases p b with
    | true => exact ⟨h.left, h.right.select p⟩
    | false => exact h.right.select p
theorem AllHold.combineEach {γ : List R} (m : Monomial) {a : Bound} (ha : a.Holds γ) {rest : List Bound}
    (hr : AllHold γ rest) : {bs : List Bound} → AllHold γ bs → AllHold γ (combineEach m a rest bs)
  | [], _ => hr
  | _ :: _, h => ⟨ha.combine m h.left, combineEach m ha hr h.right⟩
theorem AllHold.combineAll {γ : List R} (m : Monomial) {rest bs : List Bound} (hr : AllHold γ rest)
    (hb : AllHold γ bs) : {as : List Bound} → AllHold γ as → AllHold γ (combineAll m rest bs as)
  | [], _ => hr
  | _ :: _, h => AllHold.combineEach m h.left (combineAll m hr hb h.right) hb
theorem absurd_false {γ : List R} : (b : Bound) → absurd b = true → ¬b.Holds γ
  | ⟨[(c + 1, [])], []⟩, _, h => by
    have h : Nat.cast (c + 1) * Monomial.value γ [] + 0 ≤ (0 : R) := h
    rw [Monomial.value_nil, mul_one, add_zero, Nat.cast_add, Nat.cast_one] at h
    exact not_lt_of_ge h (add_pos_of_nonneg_of_pos (Nat.cast_nonneg' c) zero_lt_one)
theorem anyAbsurd_false {γ : List R} : (bs : List Bound) → anyAbsurd bs = true → ¬AllHold γ bs
  | b :: bs, c, h => by
    cases e : absurd b with
    | true => exact absurd_false b e h.left
    | false => exact anyAbsurd_false bs (by unfold anyAbsurd at c; rw [e] at c; exact c) h.right
theorem refutes_false {γ : List R} : (fuel : Nat) → (bs : List Bound) → refutes fuel bs = true → ¬AllHold γ bs
  | 0, bs, c, h => anyAbsurd_false bs c h
  | fuel + 1, bs, c, h => by
    cases e : anyAbsurd bs with
    | true => exact anyAbsurd_false bs e h
    | false =>
      unfold refutes at c
      rw [e] at c
      cases g : fewerThan 500 bs with
      | false => rw [g] at c; cases c
      | true => cases f : firstOf bs with
      | nil => rw [g, f] at c; cases c
      | cons i m =>
        rw [g, f] at c
        exact refutes_false fuel (eliminate (i :: m) bs) c
          (AllHold.combineAll _ (h.select _) (h.select _) (h.select _))
end

end Lemmata.Ring
