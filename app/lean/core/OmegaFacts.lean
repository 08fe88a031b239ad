/-
How `omega` turns hypotheses into facts about linear combinations of integers: they are taken apart, and
statements about natural numbers become statements about integers.
-/
prelude
import Lemmata.OmegaConstraint
import Lemmata.WellFounded
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v

/-- What `omega` may split into cases, as in `omega -splitNatSub`. -/
structure Lean.Meta.Omega.OmegaConfig where
  splitDisjunctions : Bool := true
  splitNatSub : Bool := true
  splitNatAbs : Bool := true
  splitMinMax : Bool := true

theorem Decidable.not_or_of_imp {a b : Prop} [Decidable a] (h : a → b) : ¬a ∨ b := _root_.not_or_of_imp h
/-- An element with the property, chosen by the axiom of choice. -/
@[reducible] noncomputable def Exists.choose {α : Sort u} {p : α → Prop} (P : ∃ a, p a) : α := Classical.choose P
theorem Exists.choose_spec {α : Sort u} {p : α → Prop} (P : ∃ a, p a) : p P.choose := Classical.choose_spec P
theorem Nat.shiftLeft_eq (a b : Nat) : a <<< b = a * 2 ^ b := by
  induction b generalizing a with
  | zero => exact (Nat.mul_one a).symm
  | succ b ih =>
    show (2 * a) <<< b = _
    rw [ih, Nat.pow_succ', ← Nat.mul_assoc, Nat.mul_comm 2]
theorem Nat.shiftRight_eq_div_pow (m n : Nat) : m >>> n = m / 2 ^ n := by
  induction n with
  | zero => exact (Nat.div_one m).symm
  | succ n ih =>
    show m >>> n / 2 = _
    rw [ih, Nat.div_div_eq_div_mul, Nat.pow_succ]

namespace Lean.Omega

/-! ## Propositions -/

section
variable {p q : Prop}
theorem and_not_not_of_not_or (h : ¬(p ∨ q)) : ¬p ∧ ¬q := not_or.mp h
theorem Decidable.or_not_not_of_not_and [Decidable p] [Decidable q] (h : ¬(p ∧ q)) : ¬p ∨ ¬q :=
  not_and_or.mp h
theorem Decidable.and_or_not_and_not_of_iff [Decidable q] (h : p ↔ q) : p ∧ q ∨ ¬p ∧ ¬q :=
  iff_iff_and_or_not_and_not.mp h
theorem Decidable.and_not_or_not_and_of_not_iff [Decidable p] [Decidable q] (h : ¬(p ↔ q)) :
    p ∧ ¬q ∨ ¬p ∧ q :=
  (em p).imp (fun hp => ⟨hp, fun hq => h (iff_of_true hp hq)⟩)
    fun hp => ⟨hp, of_not_not fun hq => h (iff_of_false hp hq)⟩
theorem Decidable.and_not_of_not_imp [Decidable p] (h : ¬(p → q)) : p ∧ ¬q := not_imp.mp h
theorem ite_disjunction {α : Type u} {P : Prop} [Decidable P] {a b : α} :
    P ∧ (if P then a else b) = a ∨ ¬P ∧ (if P then a else b) = b :=
  (em P).imp (fun h => ⟨h, if_pos h⟩) fun h => ⟨h, if_neg h⟩
end

namespace Nat
theorem lt_of_gt {x y : Nat} (h : x > y) : y < x := h
theorem le_of_ge {x y : Nat} (h : x ≥ y) : y ≤ x := h
end Nat

namespace Prod
theorem fst_mk {α : Type u} {x : α} {β : Type v} {y : β} : (Prod.mk x y).fst = x := rfl
theorem snd_mk {α : Type u} {x : α} {β : Type v} {y : β} : (Prod.mk x y).snd = y := rfl
section
variable {α : Type u} {β : Type v} {r : α → α → Prop} {s : β → β → Prop} {p q : α × β}
theorem of_lex (w : Prod.Lex r s p q) : r p.fst q.fst ∨ p.fst = q.fst ∧ s p.snd q.snd := by
  cases w with
  | left _ _ h => exact Or.inl h
  | right _ h => exact Or.inr ⟨rfl, h⟩
theorem of_not_lex [DecidableEq α] (w : ¬Prod.Lex r s p q) :
    ¬r p.fst q.fst ∧ (p.fst ≠ q.fst ∨ ¬s p.snd q.snd) :=
  ⟨fun h => w (Prod.Lex.left _ _ h), not_and_or.mp fun ⟨e, h⟩ => w (by
    cases p
    cases q
    cases e
    exact Prod.Lex.right _ h)⟩
end
end Prod

namespace Int

/-! ## Order and congruence -/

section
variable {a b c d x y : Int}
theorem lt_of_not_le (h : ¬x ≤ y) : y < x := Int.not_le.mp h
theorem le_of_not_lt (h : ¬x < y) : y ≤ x := Int.not_lt.mp h
theorem lt_of_gt (h : x > y) : y < x := h
theorem le_of_ge (h : x ≥ y) : y ≤ x := h
theorem add_congr (h₁ : a = b) (h₂ : c = d) : a + c = b + d := h₁ ▸ h₂ ▸ rfl
theorem sub_congr (h₁ : a = b) (h₂ : c = d) : a - c = b - d := h₁ ▸ h₂ ▸ rfl
theorem mul_congr (h₁ : a = b) (h₂ : c = d) : a * c = b * d := h₁ ▸ h₂ ▸ rfl
theorem neg_congr (h : a = b) : -a = -b := congrArg _ h
end

/-! ## From natural numbers to integers -/

theorem natCast_ofNat {x : Nat} : @Nat.cast Int instNatCastInt (OfNat.ofNat x) = OfNat.ofNat x := rfl
theorem ofNat_congr {a b : Nat} (h : a = b) : (a : Int) = b := congrArg _ h
theorem ofNat_lt_of_lt {x y : Nat} (h : x < y) : (x : Int) < y := Int.ofNat_lt.mpr h
theorem ofNat_le_of_le {x y : Nat} (h : x ≤ y) : (x : Int) ≤ y := Int.ofNat_le.mpr h
theorem ofNat_pos_of_pos {a : Nat} (h : 0 < a) : 0 < (a : Int) := Int.ofNat_lt.mpr h
theorem ofNat_mul_nonneg {a b : Nat} : 0 ≤ (a : Int) * b := Int.natCast_nonneg (a * b)
theorem emod_ofNat_nonneg {x : Nat} {y : Int} : 0 ≤ (x : Int) % y := Int.natCast_nonneg (x % y.natAbs)
theorem ofNat_pow (a b : Nat) : ((a ^ b : Nat) : Int) = (a : Int) ^ b := Int.natCast_pow a b
theorem pos_pow_of_pos (a : Int) (b : Nat) (h : 0 < a) : 0 < a ^ b := Int.pow_pos h
theorem ofNat_shiftLeft_eq {x y : Nat} : ((x <<< y : Nat) : Int) = (x : Int) * (2 ^ y : Nat) :=
  congrArg _ (Nat.shiftLeft_eq x y)
theorem ofNat_shiftRight_eq_div_pow {x y : Nat} : ((x >>> y : Nat) : Int) = (x : Int) / (2 ^ y : Nat) :=
  congrArg _ (Nat.shiftRight_eq_div_pow x y)
theorem ofNat_sub_dichotomy {a b : Nat} :
    b ≤ a ∧ ((a - b : Nat) : Int) = a - b ∨ a < b ∧ ((a - b : Nat) : Int) = 0 :=
  (Nat.le_or_lt b a).imp
    (fun h => ⟨h, by
      have e : (a : Int) = ((a - b : Nat) : Int) + b := congrArg Nat.cast (Nat.sub_add_cancel h).symm
      rw [e, Int.add_sub_cancel]⟩)
    fun h => ⟨h, congrArg Nat.cast (Nat.sub_eq_zero_of_le (Nat.le_of_lt h))⟩
theorem ofNat_sub_sub {a b c : Nat} : ((a - b - c : Nat) : Int) = ((a - (b + c) : Nat) : Int) :=
  congrArg _ (Nat.sub_sub a b c)
theorem ofNat_min (a b : Nat) : ((min a b : Nat) : Int) = min (a : Int) (b : Int) := by
  show ((if a ≤ b then a else b : Nat) : Int) = if (a : Int) ≤ b then (a : Int) else b
  by_cases h : a ≤ b
  · rw [if_pos h, if_pos (Int.ofNat_le.mpr h)]
  · rw [if_neg h, if_neg (mt Int.ofNat_le.mp h)]
theorem ofNat_max (a b : Nat) : ((max a b : Nat) : Int) = max (a : Int) (b : Int) := by
  show ((if a ≤ b then b else a : Nat) : Int) = if (a : Int) ≤ b then (b : Int) else a
  by_cases h : a ≤ b
  · rw [if_pos h, if_pos (Int.ofNat_le.mpr h)]
  · rw [if_neg h, if_neg (mt Int.ofNat_le.mp h)]
theorem ofNat_natAbs (a : Int) : (a.natAbs : Int) = if 0 ≤ a then a else -a := by
  cases a with
  | ofNat n => exact (if_pos (Int.natCast_nonneg n)).symm
  | negSucc n => exact (if_neg (Int.not_le.mpr (Int.negSucc_lt_zero n))).symm
theorem neg_le_natAbs {a : Int} : -a ≤ a.natAbs := by
  cases a with
  | ofNat n => exact Int.le_trans (Int.neg_le_neg (Int.natCast_nonneg n)) (Int.natCast_nonneg n)
  | negSucc n => exact Int.le_refl _
theorem ofNat_fst_mk {β : Type v} {x : Nat} {y : β} : ((Prod.mk x y).fst : Int) = x := rfl
theorem ofNat_snd_mk {α : Type u} {x : α} {y : Nat} : ((Prod.mk x y).snd : Int) = y := rfl

end Int

end Lean.Omega
