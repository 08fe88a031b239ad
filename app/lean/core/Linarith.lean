/-
The tactic `linarith` for natural numbers and integers: the comparisons among the hypotheses are read as
inequalities between polynomials, and the kernel finds a contradiction among them.

As in Mathlib a strict inequality `a < b` of integers counts as `a + 1 ≤ b`; else nothing is used that does not
hold in an ordered field.
-/
prelude
import Lemmata.LinearBounds
import Lemmata.Numbers
import Lemmata.Ring
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

namespace Lemmata.Ring

/-- An order in which nothing lies between a number and the next. -/
class Discrete (R : Type u) [CommSemiring R] [LinearOrder R] : Prop where
  add_one_le : ∀ {a b : R}, a < b → a + 1 ≤ b
  exists_add : ∀ {a b : R}, a ≤ b → ∃ c, 0 ≤ c ∧ b = a + c
instance : Discrete Nat := ⟨id, fun h => ⟨_, Nat.zero_le _, (Nat.add_sub_of_le h).symm⟩⟩
instance : Discrete Int := ⟨Int.add_one_le_of_lt, fun {a b} h => ⟨b - a, sub_nonneg.mpr h, by ring⟩⟩

/-- The inequality between the values of two expressions. -/
def bound (e f : Expression) : Bound :=
  ⟨add e.normal.plus f.normal.minus, add f.normal.plus e.normal.minus⟩
def joined : List Bound → List Bound → List Bound
  | [], bs => bs
  | a :: as, bs => a :: joined as bs
/-- That every atom in `p` is at least zero, and then `rest`. -/
def atomsIn (p : Polynomial) (rest : List Bound) : List Bound :=
  match p with
  | [] => rest
  | (_, m) :: p => cond (isAtom m) (⟨[], [(1, m)]⟩ :: atomsIn p rest) (atomsIn p rest)
where
  isAtom : Monomial → Bool
    | [1] => true
    | 0 :: m => isAtom m
    | _ => false
/-- That the product of what the two inequalities leave over is at least zero. -/
def Bound.mul (a b : Bound) : Bound :=
  ⟨add (Ring.mul a.low b.high) (Ring.mul a.high b.low), add (Ring.mul a.low b.low) (Ring.mul a.high b.high)⟩
def multiples (a : Bound) (rest : List Bound) : List Bound → List Bound
  | [] => rest
  | b :: bs => a.mul b :: multiples a rest bs
/-- All products of two of `bs`, and `bs`. -/
def withProducts : List Bound → List Bound
  | [] => []
  | b :: bs => b :: multiples b (withProducts bs) (b :: bs)
def nonnegative : List Bound → List Bound
  | [] => []
  | b :: bs => atomsIn b.low (atomsIn b.high (nonnegative bs))

section
variable {R : Type u} [CommSemiring R] [LinearOrder R] [IsStrictOrderedRing R]

theorem bound_holds {a b : R} {γ : List R} {e f : Expression} (he : Denotes a γ e.normal)
    (hf : Denotes b γ f.normal) (h : a ≤ b) (δ : List R) : (bound e f).Holds (γ ++ δ) := by
  show value _ (add e.normal.plus f.normal.minus) ≤ value _ (add f.normal.plus e.normal.minus)
  rw [value_add, value_add, ← he δ, ← hf δ, add_right_comm b]
  exact add_le_add_left (add_le_add_left h _) _
omit [IsStrictOrderedRing R] in
theorem AllHold.joined {γ : List R} : {as bs : List Bound} → AllHold γ as → AllHold γ bs → AllHold γ (joined as bs)
  | [], _, _, hb => hb
  | _ :: _, _, ha, hb => ⟨ha.left, ha.right.joined hb⟩

/-- The proposition `p` says that the inequalities `bs` hold at the atoms `γ'`, which are `γ` and perhaps more. -/
class Fact (p : Prop) (γ : List R) (γ' : outParam (List R)) (bs : outParam (List Bound)) : Prop where
  grown : ∃ δ, γ' = γ ++ δ
  holds : p → ∀ δ, AllHold (γ' ++ δ) bs
/-- The proposition `p` follows if the inequalities `bs` do not all hold. -/
class Facts (p : Prop) (γ : List R) (γ' : outParam (List R)) (bs : outParam (List Bound)) : Prop where
  grown : ∃ δ, γ' = γ ++ δ
  proves : (∀ δ, ¬AllHold (γ' ++ δ) bs) → p

section
variable (a b : R) (γ γ' γ'' : List R) (e f : Expression) [h : Reads a γ γ' e] [k : Reads b γ' γ'' f]

instance Fact.le : Fact (a ≤ b) γ γ'' [bound e f] where
  grown := grown_trans h.grown k.grown
  holds hab δ := ⟨bound_holds (h.denotes.grow k.grown) k.denotes hab δ, True.intro⟩
instance Fact.lt [Discrete R] : Fact (a < b) γ γ'' [bound (.add e (.number 1)) f] where
  grown := grown_trans h.grown k.grown
  holds hab δ :=
    ⟨bound_holds ((h.denotes.grow k.grown).add (denotes_number Nat.cast_one.symm γ'')) k.denotes
      (Discrete.add_one_le hab) δ, True.intro⟩
instance Fact.eq : Fact (a = b) γ γ'' [bound e f, bound f e] where
  grown := grown_trans h.grown k.grown
  holds hab δ :=
    ⟨bound_holds (h.denotes.grow k.grown) k.denotes (le_of_eq hab) δ,
      bound_holds k.denotes (h.denotes.grow k.grown) (ge_of_eq hab) δ, True.intro⟩
end
instance Fact.notLt (a b : R) (γ γ' : List R) (bs : List Bound) [h : Fact (b ≤ a) γ γ' bs] : Fact (¬a < b) γ γ' bs :=
  ⟨h.grown, fun n => h.holds (not_lt.mp n)⟩
instance Fact.notLe (a b : R) (γ γ' : List R) (bs : List Bound) [h : Fact (b < a) γ γ' bs] : Fact (¬a ≤ b) γ γ' bs :=
  ⟨h.grown, fun n => h.holds (not_le.mp n)⟩
instance (priority := low) Fact.other (p : Prop) (γ : List R) : Fact p γ γ [] where
  grown := ⟨[], (List.append_nil γ).symm⟩
  holds _ _ := True.intro
instance Facts.none (γ : List R) : Facts False γ γ [] where
  grown := ⟨[], (List.append_nil γ).symm⟩
  proves h := h [] True.intro
instance Facts.more (p q : Prop) (γ γ' γ'' : List R) (as bs : List Bound) [h : Fact p γ γ' as]
    [k : Facts q γ' γ'' bs] : Facts (p → q) γ γ'' (joined as bs) where
  grown := grown_trans h.grown k.grown
  proves n hp := k.proves fun δ hb => by
    obtain ⟨ε, rfl⟩ := k.grown
    refine n δ (AllHold.joined ?_ hb)
    rw [List.append_assoc]
    exact h.holds hp (ε ++ δ)
theorem of_refutes {p : Prop} {γ : List R} {bs : List Bound} [h : Facts p [] γ bs] (c : refutes 50 bs = true) : p :=
  h.proves fun _ => refutes_false 50 bs c
end

section
variable {R : Type u} [CommSemiring R] [LinearOrder R] [IsStrictOrderedRing R] [Discrete R] {γ : List R}

theorem Bound.Holds.mul {a b : Bound} (ha : a.Holds γ) (hb : b.Holds γ) : (a.mul b).Holds γ := by
  show value γ (add _ _) ≤ value γ (add _ _)
  rw [value_add, value_add, value_mul, value_mul, value_mul, value_mul]
  obtain ⟨k, hk, ek⟩ := Discrete.exists_add ha
  obtain ⟨l, hl, el⟩ := Discrete.exists_add hb
  rw [ek, el]
  refine le_of_le_of_eq (le_add_of_nonneg_right (mul_nonneg hk hl)) ?_
  ring
theorem AllHold.multiples {a : Bound} (ha : a.Holds γ) {rest : List Bound} (hr : AllHold γ rest) :
    {bs : List Bound} → AllHold γ bs → AllHold γ (multiples a rest bs)
  | [], _ => hr
  | _ :: _, h => ⟨ha.mul h.left, AllHold.multiples ha hr h.right⟩
theorem AllHold.withProducts : {bs : List Bound} → AllHold γ bs → AllHold γ (withProducts bs)
  | [], _ => True.intro
  | _ :: _, h => ⟨h.left, AllHold.multiples h.left h.right.withProducts h⟩
theorem of_refutes_products {p : Prop} {γ : List R} {bs : List Bound} [h : Facts p [] γ bs]
    (c : refutes 50 (withProducts bs) = true) : p :=
  h.proves fun _ hb => refutes_false 50 _ c hb.withProducts
end

theorem AllHold.atomsIn {γ : List Nat} {rest : List Bound} (h : AllHold γ rest) : (p : Polynomial) →
    AllHold γ (atomsIn p rest)
  | [] => h
  | (_, m) :: p => by
    show AllHold γ (cond (atomsIn.isAtom m) _ _)
    cases atomsIn.isAtom m with
    | true => exact ⟨Nat.zero_le _, h.atomsIn p⟩
    | false => exact h.atomsIn p
theorem AllHold.nonnegative {γ : List Nat} : (bs : List Bound) → AllHold γ (nonnegative bs)
  | [] => True.intro
  | _ :: bs => ((AllHold.nonnegative bs).atomsIn _).atomsIn _
theorem of_refutes_nat {p : Prop} {γ : List Nat} {bs : List Bound} [h : Facts p [] γ bs]
    (c : refutes 50 (joined bs (nonnegative bs)) = true) : p :=
  h.proves fun _ hb => refutes_false 50 _ c (hb.joined (AllHold.nonnegative bs))

theorem of_refutes_products_nat {p : Prop} {γ : List Nat} {bs : List Bound} [h : Facts p [] γ bs]
    (c : refutes 50 (joined (withProducts bs) (nonnegative bs)) = true) : p :=
  h.proves fun _ hb => refutes_false 50 _ c (hb.withProducts.joined (AllHold.nonnegative bs))

end Lemmata.Ring

/-- All comparisons among the hypotheses come before the goal. -/
macro "linarith_revert" : tactic => `(tactic|
  repeat first
  | (rename _ ≤ _ => h; revert h)
  | (rename _ < _ => h; revert h)
  | (rename _ = _ => h; revert h)
  | (rename ¬_ < _ => h; revert h)
  | (rename ¬_ ≤ _ => h; revert h))
/-- The hypotheses and the negation of the goal, which is no equation, stand before the goal `False`. -/
macro "linarith_prepare" : tactic => `(tactic|
  ((first
    | ((with_reducible refine lt_of_not_ge ?_); intro _)
    | ((with_reducible refine le_of_not_gt ?_); intro _)
    | ((with_reducible refine not_lt_of_ge ?_); refine le_of_not_gt ?_; intro _)
    | ((with_reducible refine not_le_of_gt ?_); refine lt_of_not_ge ?_; intro _)
    | exfalso)
   linarith_revert))
macro "linarith_inequality" : tactic => `(tactic|
  (linarith_prepare
   set_option synthInstance.maxSize 4000 in
   first
   | exact Lemmata.Ring.of_refutes (R := Int) (by decide +kernel)
   | exact Lemmata.Ring.of_refutes_nat (by decide +kernel)))
macro "nlinarith_inequality" : tactic => `(tactic|
  (linarith_prepare
   set_option synthInstance.maxSize 4000 in
   first
   | exact Lemmata.Ring.of_refutes_products (R := Int) (by decide +kernel)
   | exact Lemmata.Ring.of_refutes_products_nat (by decide +kernel)))
/-- `linarith` proves an equation, an inequality or `False` from linear hypotheses on natural numbers or integers;
`linarith [h₁, h₂]` uses `h₁` and `h₂` as well. -/
syntax "linarith" (" [" term,* "]")? : tactic
macro_rules
  | `(tactic| linarith) => `(tactic|
    first
    | linarith_inequality
    | ((with_reducible refine le_antisymm ?_ ?_) <;> linarith_inequality)
    | fail "linarith failed to find a contradiction")
  | `(tactic| linarith []) => `(tactic| linarith)
  | `(tactic| linarith [$h]) => `(tactic| (have := $h; linarith))
  | `(tactic| linarith [$h, $hs,*]) => `(tactic| (have := $h; linarith [$hs,*]))
/-- `nlinarith` is `linarith` that also uses the product of any two hypotheses. -/
syntax "nlinarith" (" [" term,* "]")? : tactic
macro_rules
  | `(tactic| nlinarith) => `(tactic|
    first
    | linarith_inequality
    | nlinarith_inequality
    | ((with_reducible refine le_antisymm ?_ ?_) <;> first | linarith_inequality | nlinarith_inequality)
    | fail "nlinarith failed to find a contradiction")
  | `(tactic| nlinarith []) => `(tactic| nlinarith)
  | `(tactic| nlinarith [$h]) => `(tactic| (have := $h; nlinarith))
  | `(tactic| nlinarith [$h, $hs,*]) => `(tactic| (have := $h; nlinarith [$hs,*]))
