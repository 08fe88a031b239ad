/-
Tactics of Mathlib that Lean itself has not, each made of Lean's own.

Each accepts no more than its namesake, so that a proof accepted here is accepted there.
-/
prelude
import Lemmata.Notation
import Lemmata.Functions
import Lemmata.LinearOrders
set_option autoImplicit false
set_option interpreter.prefer_native true

open Lean Parser.Tactic Parser.Tactic.Conv

/-! ## Witnesses -/

/-- What `use` tries on the goal that is left. -/
syntax "use_discharger" : tactic
macro_rules | `(tactic| use_discharger) => `(tactic| exact True.intro)
macro_rules | `(tactic| use_discharger) => `(tactic| assumption)
macro_rules | `(tactic| use_discharger) => `(tactic| rfl)
macro_rules | `(tactic| use_discharger) => `(tactic| apply And.intro <;> use_discharger)

/-- `use a, b` gives the witnesses `a` and `b`, and proves the rest where that is plain. -/
syntax "use " term,+ : tactic
macro_rules
  | `(tactic| use $xs,*) => `(tactic|
    ((first | refine ⟨$xs,*, ?_⟩ | refine ⟨$xs,*⟩) <;> try with_reducible use_discharger))
/-- `exacts [a, b]` proves the goals in their order by `a` and `b`. -/
syntax "exacts " "[" term,* "]" : tactic
macro_rules
  | `(tactic| exacts []) => `(tactic| done)
  | `(tactic| exacts [$x]) => `(tactic| (exact $x; done))
  | `(tactic| exacts [$x, $xs,*]) => `(tactic| (exact $x; exacts [$xs,*]))
/-- One name of `choose`: the first witness in `e`, below up to three quantifiers, or the left half of `e`. -/
syntax "choose_names" (ppSpace colGt ident)+ " from " term : tactic
macro_rules
  | `(tactic| choose_names $h:ident from $e) => `(tactic| have $h:ident := $e)
  | `(tactic| choose_names $f:ident $x:ident $xs* from $e) => `(tactic| (
    first
    | refine Exists.elim $e fun $f:ident rest => ?_
    | refine Exists.elim (Classical.skolem.mp $e) fun $f:ident rest => ?_
    | refine Exists.elim (Classical.skolem.mp fun x => Classical.skolem.mp ($e x)) fun $f:ident rest => ?_
    | refine Exists.elim (Classical.skolem.mp fun x => Classical.skolem.mp fun y => Classical.skolem.mp ($e x y))
        fun $f:ident rest => ?_
    | refine And.elim (fun $f:ident rest => ?_) $e
    | refine And.elim (fun $f:ident rest => ?_) (forall_and.mp $e)
    | refine And.elim (fun $f:ident rest => ?_) (forall_and.mp fun x => forall_and.mp ($e x))
    | refine And.elim (fun $f:ident rest => ?_)
        (forall_and.mp fun x => forall_and.mp fun y => forall_and.mp ($e x y))
    choose_names $x:ident $xs* from rest))
/-- `choose f hf using h` makes of `h : ∀ x, ∃ y, p x y` a function `f` with `hf : ∀ x, p x (f x)`; more names
take apart what follows `∃` or `∧`. -/
macro "choose" f:(ppSpace colGt ident) x:(ppSpace colGt ident) xs:(ppSpace colGt ident)* " using " e:term : tactic =>
  `(tactic| choose_names $f:ident $x:ident $xs* from $e)

/-! ## Proof by contradiction and contraposition -/

/-- `by_contra h` assumes as `h` that the goal is false. -/
syntax "by_contra" (ppSpace colGt ident)? : tactic
macro_rules
  | `(tactic| by_contra $h:ident) => `(tactic|
    first
    | refine fun $h:ident => (?_ : False)
    | refine Decidable.byContradiction fun $h:ident => ?_
    | refine Classical.byContradiction fun $h:ident => ?_)
  | `(tactic| by_contra) => `(tactic|
    first
    | refine fun _ => (?_ : False)
    | refine Decidable.byContradiction fun _ => ?_
    | refine Classical.byContradiction fun _ => ?_)
/-- `push_neg` moves every `¬` as far inwards as it goes. -/
syntax "push_neg" (location)? : tactic
macro_rules
  | `(tactic| push_neg $[$l:location]?) => `(tactic|
    (try simp only [not_not, not_and, not_or, not_imp, not_forall, not_exists, not_lt, not_le, ne_eq] $[$l]?
     try simp only [← ne_eq] $[$l]?))
/-- `by_contra! h` assumes as `h` that the goal is false, with `¬` pushed inwards. -/
macro "by_contra! " h:ident : tactic => `(tactic| (by_contra $h:ident; push_neg at $h:ident))
/-- `contrapose` turns the goal `p → q` into `¬q → ¬p`; `contrapose h` does so with a hypothesis. -/
syntax "contrapose" (ppSpace colGt ident)? : tactic
macro_rules
  | `(tactic| contrapose) => `(tactic| refine not_imp_not.mp ?_)
  | `(tactic| contrapose $h:ident) => `(tactic| (revert $h:ident; contrapose; intro $h:ident))
/-- `contrapose!` is `contrapose` with `¬` pushed inwards. -/
syntax "contrapose!" (ppSpace colGt ident)? : tactic
macro_rules
  | `(tactic| contrapose!) => `(tactic| (contrapose; push_neg))
  | `(tactic| contrapose! $h:ident) => `(tactic| (contrapose $h; push_neg at $h:ident ⊢))

/-! ## Rewriting -/

/-- `simp_rw [a, b]` simplifies with `a` alone, then with `b` alone, also under binders. -/
syntax "simp_rw " "[" term,* "]" (location)? : tactic
macro_rules
  | `(tactic| simp_rw [] $[$l:location]?) => `(tactic| skip)
  | `(tactic| simp_rw [$x] $[$l:location]?) => `(tactic| simp only [$x:term] $[$l]?)
  | `(tactic| simp_rw [$x, $xs,*] $[$l:location]?) =>
    `(tactic| (simp only [$x:term] $[$l]?; simp_rw [$xs,*] $[$l]?))
/-- `conv_lhs => ...` works on the left side of the goal. -/
macro "conv_lhs" " => " s:convSeq : tactic => `(tactic| conv => lhs; ($s:convSeq))
/-- `conv_rhs => ...` works on the right side of the goal. -/
macro "conv_rhs" " => " s:convSeq : tactic => `(tactic| conv => rhs; ($s:convSeq))
/-- `trans b` splits a goal `a = c`, `a ≤ c`, ... into one from `a` to `b` and one from `b` to `c`. -/
macro "trans " b:term : tactic => `(tactic| 
  first
  | refine Eq.trans (b := $b) ?_ ?_
  | refine Iff.trans (b := $b) ?_ ?_
  | refine le_trans (b := $b) ?_ ?_
  | refine lt_trans (b := $b) ?_ ?_
  | refine Nat.dvd_trans (b := $b) ?_ ?_)
/-- `apply_fun f at h` applies `f` to both sides of the equation `h`. -/
macro "apply_fun " f:term " at " h:ident : tactic => `(tactic| replace $h:ident := congrArg $f $h)

/-! ## Cases -/

/-- `induction' n with k ih` is induction with the names of the last case. -/
syntax "induction' " term " with" (ppSpace colGt binderIdent)+ : tactic
macro_rules
  | `(tactic| induction' $x with $hs:binderIdent*) =>
    `(tactic| (induction $x:term; rotate_left; rename_i $hs*; rotate_right))
/-- `cases' h with a b` takes `h` apart and names the parts. -/
syntax "cases' " term " with" (ppSpace colGt ident)+ : tactic
macro_rules
  | `(tactic| cases' $x with $a:ident) => `(tactic| (cases $x:term; rotate_left; rename_i $a:ident; rotate_right))
  | `(tactic| cases' $x with $a:ident $b:ident) => `(tactic|
    first
    | refine Or.elim $x (fun $a:ident => ?_) (fun $b:ident => ?_)
    | refine And.elim (fun $a:ident $b:ident => ?_) $x
    | refine Exists.elim $x fun $a:ident $b:ident => ?_)
/-- `split_ifs with h` makes cases of every `if` in the goal, each condition named `h`. -/
syntax "split_ifs" (" with" (ppSpace colGt ident)+)? : tactic
macro_rules
  | `(tactic| split_ifs) => `(tactic| (split <;> try split_ifs))
  | `(tactic| split_ifs with $h:ident) => `(tactic| (split <;> rename_i $h:ident <;> try split_ifs))
  | `(tactic| split_ifs with $h:ident $hs*) =>
    `(tactic| (split <;> rename_i $h:ident <;> try split_ifs with $hs*))
/-! ## Propositional logic -/

/-- One step of `tauto`: take a hypothesis apart. -/
syntax "tauto_step" : tactic
macro_rules | `(tactic| tauto_step) => `(tactic| cases ‹_ ∨ _›)
macro_rules | `(tactic| tauto_step) => `(tactic| cases ‹_ ∧ _›)
/-- `tauto` proves what follows by propositional logic. -/
macro "tauto" : tactic => `(tactic|
  (intros
   false_or_by_contra
   try simp only [not_not, not_and_or, not_or, not_imp, imp_iff_not_or, not_iff, iff_iff_and_or_not_and_not,
     not_true_eq_false, not_false_eq_true, false_or, or_false,
     true_and, and_true, ne_eq] at *
   repeat (first | contradiction | tauto_step)))
