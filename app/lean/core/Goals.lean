/-
Tactics of Mathlib that choose among goals, name terms and rewrite at chosen places, each made of Lean's own.

Each accepts no more than its namesake, so that a proof accepted here is accepted there.
-/
prelude
import Lemmata.Configuration
import Lemmata.IntOrder
import Lemmata.Tactics
set_option autoImplicit false
set_option interpreter.prefer_native true

open Lean Parser.Tactic

/-! ## Choosing among goals -/

/-- `pick_goal n` brings goal number `n` to the front; `pick_goal -1` the last one. -/
syntax "pick_goal " "-"? num : tactic
macro_rules
  | `(tactic| pick_goal -1) => `(tactic| rotate_right)
  | `(tactic| pick_goal 1) => `(tactic| skip)
  | `(tactic| pick_goal 2) => `(tactic|
    first
    | ((case' _ | _ | _ => skip); rotate_left; refine ?goal_2; rotate_right; case' goal_2 => skip)
    | ((case' _ | _ => skip); rotate_left))
  | `(tactic| pick_goal 3) => `(tactic|
    first
    | ((case' _ | _ | _ | _ => skip); rotate_left 2; refine ?goal_3; rotate_right 2; case' goal_3 => skip)
    | ((case' _ | _ | _ => skip); rotate_left 2))
  | `(tactic| pick_goal 4) => `(tactic|
    ((case' _ | _ | _ | _ => skip); rotate_left 3; refine ?goal_4; rotate_right 3; case' goal_4 => skip))
/-- `swap` exchanges the first two goals. -/
macro "swap" : tactic => `(tactic| pick_goal 2)
/-- `on_goal n => tac` works on goal number `n`, which keeps its place. -/
syntax "on_goal " num " => " tacticSeq : tactic
macro_rules
  | `(tactic| on_goal 1 => $s) => `(tactic| case' _ => $s:tacticSeq)
  | `(tactic| on_goal 2 => $s) =>
    `(tactic| ((case' _ | _ => skip); rotate_left; (case' _ => $s:tacticSeq); rotate_right))
  | `(tactic| on_goal 3 => $s) =>
    `(tactic| ((case' _ | _ | _ => skip); rotate_left 2; (case' _ => $s:tacticSeq); rotate_right 2))
  | `(tactic| on_goal 4 => $s) =>
    `(tactic| ((case' _ | _ | _ | _ => skip); rotate_left 3; (case' _ => $s:tacticSeq); rotate_right 3))
/-- `split_ands` takes a goal that is a conjunction apart, and its parts likewise. -/
macro "split_ands" : tactic => `(tactic| and_intros)
/-- `existsi a, b` gives the witnesses `a` and `b`. -/
syntax "existsi " term,+ : tactic
macro_rules
  | `(tactic| existsi $x) => `(tactic| refine Exists.intro $x ?_)
  | `(tactic| existsi $x, $xs,*) => `(tactic| (existsi $x; existsi $xs,*))

/-! ## Naming and exchanging terms -/

/-- `set x := e with h` calls `e` from now on `x`, wherever it occurs, with `h : x = e`. -/
syntax "set " ident (" : " term)? " := " term (" with " "← "? ident)? : tactic
macro_rules
  | `(tactic| set $x:ident := $e) => `(tactic| (let $x:ident := $e; try simp only [show $e = $x from rfl] at *))
  | `(tactic| set $x:ident := $e with $h:ident) =>
    `(tactic| (set $x:ident := $e; have $h:ident : $x = $e := rfl))
  | `(tactic| set $x:ident := $e with ← $h:ident) =>
    `(tactic| (set $x:ident := $e; have $h:ident : $e = $x := rfl))
  | `(tactic| set $x:ident : $t := $e) => `(tactic| set $x:ident := ($e : $t))
  | `(tactic| set $x:ident : $t := $e with $h:ident) => `(tactic| set $x:ident := ($e : $t) with $h:ident)
/-- `lift n to ℕ using h` makes of an integer `n` with `h : 0 ≤ n` a natural number. -/
syntax "lift " ident " to " term " using " term : tactic
macro_rules
  | `(tactic| lift $n:ident to $_ using $h:ident) =>
    `(tactic| (obtain ⟨$n:ident, e⟩ := Int.eq_ofNat_of_zero_le $h; subst e; clear $h))
  | `(tactic| lift $n:ident to $_ using $h) =>
    `(tactic| (obtain ⟨$n:ident, e⟩ := Int.eq_ofNat_of_zero_le $h; subst e))
/-- `convert e` proves the goal by `e`, up to equations that are left; `using n` goes `n` steps deep. -/
syntax "convert " term (" using " num)? : tactic
macro_rules
  | `(tactic| convert $e) => `(tactic| (refine Eq.mpr ?_ $e; try congr))
  | `(tactic| convert $e using $n) => `(tactic| (refine Eq.mpr ?_ $e; try congr $n))

/-! ## Rewriting at chosen places -/

/-- `nth_rewrite n [h]` rewrites only the `n`-th place that matches; several numbers may be given. -/
syntax "nth_rewrite" (ppSpace num)+ rwRuleSeq (location)? : tactic
/-- `nth_rw n [h]` is `nth_rewrite n [h]`, and then `rfl` is tried. -/
syntax "nth_rw" (ppSpace num)+ rwRuleSeq (location)? : tactic
macro_rules
  | `(tactic| nth_rewrite $n:num $s:rwRuleSeq $[$l:location]?) =>
    `(tactic| rewrite (occs := .pos [$n]) $s:rwRuleSeq $[$l]?)
  | `(tactic| nth_rewrite $m:num $n:num $s:rwRuleSeq $[$l:location]?) =>
    `(tactic| rewrite (occs := .pos [$m, $n]) $s:rwRuleSeq $[$l]?)
  | `(tactic| nth_rewrite $m:num $n:num $k:num $s:rwRuleSeq $[$l:location]?) =>
    `(tactic| rewrite (occs := .pos [$m, $n, $k]) $s:rwRuleSeq $[$l]?)
macro_rules
  | `(tactic| nth_rw $n:num $s:rwRuleSeq $[$l:location]?) =>
    `(tactic| rw (occs := .pos [$n]) $s:rwRuleSeq $[$l]?)
  | `(tactic| nth_rw $m:num $n:num $s:rwRuleSeq $[$l:location]?) =>
    `(tactic| rw (occs := .pos [$m, $n]) $s:rwRuleSeq $[$l]?)
  | `(tactic| nth_rw $m:num $n:num $k:num $s:rwRuleSeq $[$l:location]?) =>
    `(tactic| rw (occs := .pos [$m, $n, $k]) $s:rwRuleSeq $[$l]?)
