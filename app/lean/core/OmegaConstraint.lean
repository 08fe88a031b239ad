/-
What `omega` knows about a linear combination: an optional lower and an optional upper bound. Each step of its
method, from dividing by a common divisor to eliminating an unknown, is a theorem about these.
-/
prelude
import Lemmata.OmegaCombo
set_option autoImplicit false
set_option interpreter.prefer_native true

noncomputable section

namespace Lean.Omega

abbrev LowerBound : Type := Option Int
abbrev UpperBound : Type := Option Int
def LowerBound.sat (b : LowerBound) (t : Int) : Bool :=
  match b with
  | none => true
  | some x => decide (x ≤ t)
def UpperBound.sat (b : UpperBound) (t : Int) : Bool :=
  match b with
  | none => true
  | some y => decide (t ≤ y)

/-- The integers from the lower to the upper bound, both included; a missing bound is no restriction. -/
structure Constraint where
  lowerBound : LowerBound
  upperBound : UpperBound

namespace Constraint

def sat (c : Constraint) (t : Int) : Bool := c.lowerBound.sat t && c.upperBound.sat t
abbrev sat' (c : Constraint) (x y : Coeffs) : Bool := c.sat (Coeffs.dot x y)
def map (c : Constraint) (f : Int → Int) : Constraint := ⟨c.lowerBound.map f, c.upperBound.map f⟩
def flip (c : Constraint) : Constraint := ⟨c.upperBound, c.lowerBound⟩
def neg (c : Constraint) : Constraint := c.flip.map fun x => -x
def trivial : Constraint := ⟨none, none⟩
def impossible : Constraint := ⟨some 1, some 0⟩
def exact (r : Int) : Constraint := ⟨some r, some r⟩
def isImpossible : Constraint → Bool
  | ⟨some x, some y⟩ => decide (y < x)
  | _ => false
def isExact : Constraint → Bool
  | ⟨some x, some y⟩ => decide (x = y)
  | _ => false
/-- What holds of `k * t` if the constraint holds of `t`. -/
def scale (k : Int) (c : Constraint) : Constraint :=
  if k = 0 then if c.isImpossible then c else ⟨some 0, some 0⟩
  else if 0 < k then c.map fun x => k * x
  else c.flip.map fun x => k * x
private def both (f : Int → Int → Int) (a b : Option Int) : Option Int := a.bind fun x => b.map fun y => f x y
private def merge (f : Int → Int → Int) : Option Int → Option Int → Option Int
  | none, b => b
  | some x, none => some x
  | some x, some y => some (f x y)
def add (x y : Constraint) : Constraint :=
  ⟨both (· + ·) x.lowerBound y.lowerBound, both (· + ·) x.upperBound y.upperBound⟩
def combo (a : Int) (x : Constraint) (b : Int) (y : Constraint) : Constraint := add (scale a x) (scale b y)
def combine (x y : Constraint) : Constraint :=
  ⟨merge max x.lowerBound y.lowerBound, merge min x.upperBound y.upperBound⟩
/-- What holds of `t` if the constraint holds of `k * t`: bounds are rounded inwards. -/
def div (c : Constraint) (k : Nat) : Constraint :=
  ⟨c.lowerBound.map fun x => -(-x / k), c.upperBound.map fun y => y / k⟩

theorem sat_intro {l u : Option Int} {t : Int} (hl : LowerBound.sat l t) (hu : UpperBound.sat u t) :
    sat ⟨l, u⟩ t := (Bool.and_eq_true _ _).mpr ⟨hl, hu⟩
theorem lower_sat {c : Constraint} {t : Int} (h : c.sat t) : c.lowerBound.sat t :=
  ((Bool.and_eq_true _ _).mp h).left
theorem upper_sat {c : Constraint} {t : Int} (h : c.sat t) : c.upperBound.sat t :=
  ((Bool.and_eq_true _ _).mp h).right
theorem exact_sat {r t : Int} : (exact r).sat t ↔ r = t :=
  ⟨fun h => Int.le_antisymm (of_decide_eq_true (lower_sat h)) (of_decide_eq_true (upper_sat h)),
   fun h => sat_intro (decide_eq_true (h ▸ Int.le_refl r)) (decide_eq_true (h ▸ Int.le_refl r))⟩
theorem not_sat_of_isImpossible {c : Constraint} (h : isImpossible c) {t : Int} : ¬c.sat t := by
  intro w
  have hl := lower_sat w
  have hu := upper_sat w
  cases c with
  | mk l u =>
    cases l with
    | none => exact Bool.false_ne_true h
    | some x =>
      cases u with
      | none => exact Bool.false_ne_true h
      | some y =>
        exact Int.lt_irrefl y (Int.lt_of_lt_of_le (of_decide_eq_true h)
          (Int.le_trans (of_decide_eq_true hl) (of_decide_eq_true hu)))
theorem not_sat'_of_isImpossible {c : Constraint} (h : isImpossible c) {x y : Coeffs} : ¬c.sat' x y :=
  not_sat_of_isImpossible h

/-! ## The bounds after a monotone or antitone map, a sum, a conjunction -/

section
variable {b : Option Int} {f : Int → Int} {s t : Int}
private theorem lower_map (m : ∀ x, x ≤ t → f x ≤ s) (h : LowerBound.sat b t) : LowerBound.sat (b.map f) s :=
  match b with
  | none => rfl
  | some _ => decide_eq_true (m _ (of_decide_eq_true h))
private theorem upper_map (m : ∀ x, t ≤ x → s ≤ f x) (h : UpperBound.sat b t) : UpperBound.sat (b.map f) s :=
  match b with
  | none => rfl
  | some _ => decide_eq_true (m _ (of_decide_eq_true h))
private theorem lower_flip (m : ∀ x, t ≤ x → f x ≤ s) (h : UpperBound.sat b t) : LowerBound.sat (b.map f) s :=
  match b with
  | none => rfl
  | some _ => decide_eq_true (m _ (of_decide_eq_true h))
private theorem upper_flip (m : ∀ x, x ≤ t → s ≤ f x) (h : LowerBound.sat b t) : UpperBound.sat (b.map f) s :=
  match b with
  | none => rfl
  | some _ => decide_eq_true (m _ (of_decide_eq_true h))
private theorem lower_add {a b : Option Int} (ha : LowerBound.sat a s) (hb : LowerBound.sat b t) :
    LowerBound.sat (both (· + ·) a b) (s + t) :=
  match a, b with
  | none, _ => rfl
  | some _, none => rfl
  | some _, some _ => decide_eq_true (Int.add_le_add (of_decide_eq_true ha) (of_decide_eq_true hb))
private theorem upper_add {a b : Option Int} (ha : UpperBound.sat a s) (hb : UpperBound.sat b t) :
    UpperBound.sat (both (· + ·) a b) (s + t) :=
  match a, b with
  | none, _ => rfl
  | some _, none => rfl
  | some _, some _ => decide_eq_true (Int.add_le_add (of_decide_eq_true ha) (of_decide_eq_true hb))
private theorem lower_merge {a b : Option Int} (ha : LowerBound.sat a t) (hb : LowerBound.sat b t) :
    LowerBound.sat (merge max a b) t :=
  match a, b with
  | none, _ => hb
  | some _, none => ha
  | some _, some _ => decide_eq_true (Int.max_le.mpr ⟨of_decide_eq_true ha, of_decide_eq_true hb⟩)
private theorem upper_merge {a b : Option Int} (ha : UpperBound.sat a t) (hb : UpperBound.sat b t) :
    UpperBound.sat (merge min a b) t :=
  match a, b with
  | none, _ => hb
  | some _, none => ha
  | some _, some _ => decide_eq_true (Int.le_min.mpr ⟨of_decide_eq_true ha, of_decide_eq_true hb⟩)
end

variable {c c₁ c₂ : Constraint} {s t : Int}

theorem neg_sat (w : c.sat t) : c.neg.sat (-t) :=
  sat_intro (lower_flip (fun _ => Int.neg_le_neg) (upper_sat w))
    (upper_flip (fun _ => Int.neg_le_neg) (lower_sat w))
theorem scale_sat (k : Int) (w : c.sat t) : (scale k c).sat (k * t) := by
  unfold scale
  by_cases hk : k = 0
  · rw [if_pos hk, if_neg fun h => not_sat_of_isImpossible h w, hk, Int.zero_mul]
    rfl
  rw [if_neg hk]
  by_cases hp : 0 < k
  · rw [if_pos hp]
    have hk := Int.le_of_lt hp
    exact sat_intro (lower_map (fun _ h => Int.mul_le_mul_of_nonneg_left h hk) (lower_sat w))
      (upper_map (fun _ h => Int.mul_le_mul_of_nonneg_left h hk) (upper_sat w))
  · rw [if_neg hp]
    have hk := Int.not_lt.mp hp
    exact sat_intro (lower_flip (fun _ h => Int.mul_le_mul_of_nonpos_left hk h) (upper_sat w))
      (upper_flip (fun _ h => Int.mul_le_mul_of_nonpos_left hk h) (lower_sat w))
theorem add_sat (w₁ : c₁.sat s) (w₂ : c₂.sat t) : (add c₁ c₂).sat (s + t) :=
  sat_intro (lower_add (lower_sat w₁) (lower_sat w₂)) (upper_add (upper_sat w₁) (upper_sat w₂))
theorem combo_sat (a : Int) (w₁ : c₁.sat s) (b : Int) (w₂ : c₂.sat t) :
    (combo a c₁ b c₂).sat (a * s + b * t) := add_sat (scale_sat a w₁) (scale_sat b w₂)
theorem combine_sat' {s t : Constraint} {x y : Coeffs} (ws : s.sat' x y) (wt : t.sat' x y) :
    (s.combine t).sat' x y :=
  sat_intro (lower_merge (lower_sat ws) (lower_sat wt)) (upper_merge (upper_sat ws) (upper_sat wt))
theorem div_sat {k : Nat} (n : k ≠ 0) (w : c.sat (k * t)) : (c.div k).sat t := by
  have hk : (0 : Int) < k := Int.ofNat_lt.mpr (Nat.pos_of_ne_zero n)
  refine sat_intro (lower_map (fun x h => ?_) (lower_sat w)) (upper_map (fun y h => ?_) (upper_sat w))
  · rw [← Int.neg_neg t]
    refine Int.neg_le_neg ((Int.le_ediv_iff_mul_le hk).mpr ?_)
    rw [Int.neg_mul, Int.mul_comm]
    exact Int.neg_le_neg h
  · refine (Int.le_ediv_iff_mul_le hk).mpr ?_
    rw [Int.mul_comm]
    exact h
theorem div_sat' {c : Constraint} {x y : Coeffs} (h : Coeffs.gcd x ≠ 0) (w : c.sat' x y) :
    (c.div (Coeffs.gcd x)).sat' (Coeffs.sdiv x (Coeffs.gcd x)) y :=
  div_sat h ((congrArg c.sat (IntList.mul_dot_sdiv (fun _ => IntList.gcd_dvd x) y)).trans w)
theorem addInequality_sat {c : Int} {x y : Coeffs} (w : c + Coeffs.dot x y ≥ 0) :
    Constraint.sat' ⟨some (-c), none⟩ x y := by
  refine sat_intro (decide_eq_true (Int.le_of_sub_nonneg ?_)) rfl
  rw [Int.sub_eq_add_neg, Int.neg_neg, Int.add_comm]
  exact w
theorem addEquality_sat {c : Int} {x y : Coeffs} (w : c + Coeffs.dot x y = 0) :
    Constraint.sat' ⟨some (-c), some (-c)⟩ x y :=
  exact_sat.mpr (by
    have e : Coeffs.dot x y = -c + (c + Coeffs.dot x y) := by
      rw [← Int.add_assoc, Int.add_left_neg, Int.zero_add]
    rw [e, w, Int.add_zero])

end Constraint

/-! ## Tidying: a positive first coefficient, and coefficients without a common divisor -/

def normalize : Constraint × Coeffs → Constraint × Coeffs
  | (s, x) =>
    if Coeffs.gcd x = 0 then (if s.sat 0 then .trivial else .impossible, x)
    else if Coeffs.gcd x = 1 then (s, x)
    else (s.div (Coeffs.gcd x), Coeffs.sdiv x (Coeffs.gcd x))
def positivize : Constraint × Coeffs → Constraint × Coeffs
  | (s, x) => if 0 ≤ x.leading then (s, x) else (s.neg, Coeffs.smul x (-1))
def tidy (p : Constraint × Coeffs) : Constraint × Coeffs := normalize (positivize p)
abbrev tidyConstraint (s : Constraint) (x : Coeffs) : Constraint := (tidy (s, x)).1
abbrev tidyCoeffs (s : Constraint) (x : Coeffs) : Coeffs := (tidy (s, x)).2

theorem normalize_sat {v : Coeffs} {p : Constraint × Coeffs} (w : p.1.sat' p.2 v) :
    (normalize p).1.sat' (normalize p).2 v := by
  cases p with
  | mk s x =>
    by_cases h : Coeffs.gcd x = 0
    · have e : Coeffs.dot x v = 0 := IntList.dot_of_left_zero (IntList.eq_zero_of_gcd_eq_zero h)
      have w : s.sat 0 := e ▸ w
      rw [show normalize (s, x) = (.trivial, x) from (if_pos h).trans (congrArg (·, x) (if_pos w))]
      rfl
    · by_cases h' : Coeffs.gcd x = 1
      · rw [show normalize (s, x) = (s, x) from (if_neg h).trans (if_pos h')]
        exact w
      · rw [show normalize (s, x) = (s.div (Coeffs.gcd x), _) from (if_neg h).trans (if_neg h')]
        exact Constraint.div_sat' h w
theorem positivize_sat {v : Coeffs} {p : Constraint × Coeffs} (w : p.1.sat' p.2 v) :
    (positivize p).1.sat' (positivize p).2 v := by
  cases p with
  | mk s x =>
    by_cases h : 0 ≤ x.leading
    · rw [show positivize (s, x) = (s, x) from if_pos h]
      exact w
    · rw [show positivize (s, x) = (s.neg, _) from if_neg h]
      have e : Coeffs.dot (Coeffs.smul x (-1)) v = -Coeffs.dot x v :=
        (IntList.dot_smul_left x v (-1)).trans (Int.neg_eq_neg_one_mul _).symm
      exact (congrArg s.neg.sat e).trans (Constraint.neg_sat w)
theorem tidy_sat {s : Constraint} {x v : Coeffs} (w : s.sat' x v) :
    (tidyConstraint s x).sat' (tidyCoeffs s x) v := normalize_sat (positivize_sat (p := (s, x)) w)

/-! ## Linear combinations of two facts, and equations without a coefficient `1` or `-1` -/

theorem combo_sat' (s t : Constraint) (a : Int) (x : Coeffs) (b : Int) (y v : Coeffs) (wx : s.sat' x v)
    (wy : t.sat' y v) : (Constraint.combo a s b t).sat' (Coeffs.combo a x b y) v := by
  have e : Coeffs.dot (Coeffs.combo a x b y) v = a * Coeffs.dot x v + b * Coeffs.dot y v := by
    show IntList.dot (IntList.combo a x b y) v = _
    rw [IntList.combo_eq_smul_add_smul, IntList.dot_distrib_left]
    rw [IntList.dot_smul_left, IntList.dot_smul_left]
  exact (congrArg (Constraint.combo a s b t).sat e).trans (Constraint.combo_sat a wx b wy)
/-- The value of the unknown that is introduced for such an equation. -/
abbrev bmod_div_term (m : Nat) (a b : Coeffs) : Int := Coeffs.bmod_dot_sub_dot_bmod m a b / m
/-- The coefficients of the equation for the new unknown. -/
def bmod_coeffs (m : Nat) (i : Nat) (x : Coeffs) : Coeffs := Coeffs.set (Coeffs.bmod x m) i m
theorem bmod_sat (m : Nat) (r : Int) (i : Nat) (x v : Coeffs) (h : x.length ≤ i)
    (p : Coeffs.get v i = bmod_div_term m x v) (w : (Constraint.exact r).sat' x v) :
    (Constraint.exact (Int.bmod r m)).sat' (bmod_coeffs m i x) v := by
  have w := Constraint.exact_sat.mp w
  refine Constraint.exact_sat.mpr ?_
  show Int.bmod r m = IntList.dot (IntList.set (IntList.bmod x m) i m) v
  rw [IntList.dot_set_left, IntList.get_of_length_le (Nat.le_trans (IntList.bmod_length x m) h), Int.sub_zero,
    show IntList.get v i = _ from p, Int.mul_ediv_cancel' (IntList.dvd_bmod_dot_sub_dot_bmod m x v), w,
    Int.add_comm, Int.sub_add_cancel]

end Lean.Omega
