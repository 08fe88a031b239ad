/-
The tactics `positivity`, which shows that an expression is positive by looking at how it is made, and
`norm_num`, which simplifies numerals.
-/
prelude
import Lemmata.Casts
import Lemmata.Numbers
import Lemmata.Factorial
import Lemmata.Primes
import Lemmata.Tactics
set_option autoImplicit false
set_option interpreter.prefer_native true

open Lean Parser.Tactic

/-! ## Positive expressions -/

universe u
theorem Nat.ofNat_pos {α : Type u} [Semiring α] [PartialOrder α] [IsStrictOrderedRing α] {n : Nat} [n.AtLeastTwo] :
    0 < (OfNat.ofNat n : α) := by
  rw [← Nat.cast_ofNat]
  exact Nat.cast_pos.mpr (Nat.lt_of_lt_of_le Nat.zero_lt_two Nat.AtLeastTwo.prop)
/-- A goal `0 < e`, by the outermost operation of `e`. -/
syntax "positivity_pos" : tactic
/-- A goal `0 ≤ e`, by the outermost operation of `e`. -/
syntax "positivity_nonneg" : tactic
macro_rules
  | `(tactic| positivity_pos) => `(tactic|
    first
    | assumption
    | exact zero_lt_one
    | exact Nat.ofNat_pos
    | exact Nat.succ_pos _
    | exact Nat.factorial_pos _
    | (apply mul_pos <;> positivity_pos)
    | (apply add_pos_of_pos_of_nonneg; positivity_pos; positivity_nonneg)
    | (apply add_pos_of_nonneg_of_pos; positivity_nonneg; positivity_pos)
    | (apply pow_pos; positivity_pos))
macro_rules
  | `(tactic| positivity_nonneg) => `(tactic|
    first
    | assumption
    | exact le_rfl
    | exact Nat.zero_le _
    | exact Nat.cast_nonneg _
    | exact sq_nonneg _
    | exact mul_self_nonneg _
    | (apply mul_nonneg <;> positivity_nonneg)
    | (apply add_nonneg <;> positivity_nonneg)
    | (apply pow_nonneg; positivity_nonneg)
    | (apply le_of_lt; positivity_pos))
/-- `positivity` proves `0 < e`, `0 ≤ e` or `e ≠ 0` where each part of `e` is plainly positive or not negative. -/
macro "positivity" : tactic => `(tactic|
  with_reducible first
  | positivity_pos
  | positivity_nonneg
  | (apply ne_of_gt; positivity_pos)
  | fail "positivity failed: a part of the expression is not known to be positive")

/-! ## Numerals -/

/-- A goal that says which numerals are prime. -/
syntax "norm_num_prime" : tactic
macro_rules
  | `(tactic| norm_num_prime) => `(tactic|
    with_reducible first
    | (refine (?_ : Nat.Prime _); decide)
    | (refine (?_ : ¬Nat.Prime _); decide)
    | (refine And.intro ?_ ?_ <;> norm_num_prime))
/-- `norm_num` simplifies, computes with numerals and decides whether a numeral is prime. -/
syntax "norm_num" (" [" term,* "]")? (location)? : tactic
macro_rules
  | `(tactic| norm_num) => `(tactic| first | norm_num_prime | (simp <;> try norm_num_prime))
  | `(tactic| norm_num $place:location) => `(tactic| simp $place:location)
  | `(tactic| norm_num [$args,*]) => `(tactic| simp [$[$args:term],*] <;> try norm_num_prime)
  | `(tactic| norm_num [$args,*] $place:location) => `(tactic| simp [$[$args:term],*] $place:location)
