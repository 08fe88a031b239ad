/-
The tactics `group` and `abel`, which prove equations that hold in every group or every commutative additive
group, each made of Lean's own.
-/
prelude
import Lemmata.Associative
import Lemmata.Tactics
set_option autoImplicit false
set_option interpreter.prefer_native true

/-- `group` proves an equation that holds in every group; exponents are numerals. -/
macro "group" : tactic => `(tactic|
  first
  | (simp only [div_eq_mul_inv, pow_succ, pow_zero, mul_inv_rev, inv_inv, inv_one, mul_assoc, mul_one, one_mul,
      mul_inv_cancel, inv_mul_cancel, mul_inv_cancel_left, inv_mul_cancel_left]; done)
  | fail "group failed: the two sides are not seen to be equal in every group")
/-- Adds on both sides until neither side of an equation has a difference. -/
syntax "abel_add" : tactic
macro_rules
  | `(tactic| abel_add) => `(tactic|
    simp only [succ_nsmul, zero_nsmul, nsmul_add, ← zero_sub, add_sub, sub_sub, sub_sub_eq_add_sub,
      sub_add_eq_add_sub, sub_eq_sub_iff_add_eq_add, sub_eq_iff_eq_add, eq_sub_iff_add_eq, zero_add, add_zero])
/-- `abel` proves an equation that holds in every commutative additive group. -/
macro "abel" : tactic => `(tactic|
  first
  | ac_rfl
  | (abel_add; done)
  | ((try abel_add); simp only [add_assoc, add_comm, add_left_comm]; done)
  | fail "abel failed: the two sides are not equal in every commutative additive group")
