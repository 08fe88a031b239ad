"""What people declare in a file of their own: each text is accepted or rejected as Lean 4 does it."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from app.lean.environments import CoreLean
from tests.lean.one_file import errors, run

ACCEPTED = {
    "structural recursion on two numbers": """
def plus : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => plus n m + 1
theorem plus_eq (n m : Nat) : plus n m = n + m := by
  induction m with
  | zero => rfl
  | succ k ih => rw [plus, ih]; rfl
""",
    "the equations of a function by simp, rw and unfold": """
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)
example : fib 10 = 55 := by decide
example : fib 10 = 55 := rfl
example : fib 5 = 5 := by simp [fib]
example (n : Nat) : fib (n + 2) = fib n + fib (n + 1) := by rw [fib]
example (n : Nat) : fib (n + 2) = fib n + fib (n + 1) := by conv => lhs; unfold fib
example (n : Nat) : fib (n + 2) = fib n + fib (n + 1) := fib.eq_3 n
""",
    "recursion along a measure": """
def euclid : Nat → Nat → Nat
  | 0, b => b
  | a + 1, b => euclid (b % (a + 1)) (a + 1)
termination_by a _ => a
decreasing_by exact Nat.mod_lt _ (Nat.succ_pos a)
example : euclid 12 18 = 6 := by simp [euclid]
example (b : Nat) : euclid 0 b = b := by rw [euclid]
theorem euclid_pos (a b : Nat) (h : 0 < b) : 0 < euclid a b := by
  fun_induction euclid a b with
  | case1 b => exact h
  | case2 a b ih => exact ih (Nat.succ_pos a)
""",
    "recursion whose termination is seen from a hypothesis": """
def down (n : Nat) : Nat :=
  if h : n = 0 then 0 else
    have : n - 1 < n := Nat.sub_lt (Nat.pos_of_ne_zero h) Nat.one_pos
    down (n - 1) + 1
theorem down_eq (n : Nat) : down n = n := by
  fun_induction down n with
  | case1 => rfl
  | case2 n h this ih => rw [ih]; exact Nat.sub_add_cancel (Nat.pos_of_ne_zero h)
""",
    "Ackermann's function, lexicographic": """
def ack : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ack m 1
  | m + 1, n + 1 => ack m (ack (m + 1) n)
termination_by m n => (m, n)
example : ack 2 2 = 7 := by simp [ack]
theorem ack_pos (m n : Nat) : 0 < ack m n := by
  fun_induction ack m n with
  | case1 n => exact Nat.succ_pos n
  | case2 m ih => exact ih
  | case3 m n ih₁ ih₂ => exact ih₂
""",
    "Ackermann's function, with an order that Lean finds": """
def ack : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ack m 1
  | m + 1, n + 1 => ack m (ack (m + 1) n)
""",
    "mutual structural recursion": """
mutual
def even : Nat → Bool
  | 0 => true
  | n + 1 => odd n
def odd : Nat → Bool
  | 0 => false
  | n + 1 => even n
end
example : even 4 = true := rfl
example : odd 3 = true := by simp [even, odd]
""",
    "mutual recursion along a measure": """
mutual
def even : Nat → Bool
  | 0 => true
  | n + 1 => odd n
termination_by n => n
def odd : Nat → Bool
  | 0 => false
  | n + 1 => even n
termination_by n => n
end
example : even 2 = true := by simp [even, odd]
""",
    "binary trees": """
inductive Tree (α : Type) where
  | leaf : Tree α
  | node (l : Tree α) (x : α) (r : Tree α) : Tree α
namespace Tree
variable {α : Type}
def size : Tree α → Nat
  | leaf => 0
  | node l _ r => l.size + 1 + r.size
def mirror : Tree α → Tree α
  | leaf => leaf
  | node l x r => node r.mirror x l.mirror
theorem mirror_mirror (t : Tree α) : t.mirror.mirror = t := by
  induction t with
  | leaf => rfl
  | node l x r ihl ihr => simp [mirror, ihl, ihr]
theorem size_mirror (t : Tree α) : t.mirror.size = t.size := by
  fun_induction mirror t with
  | case1 => rfl
  | case2 l x r ihl ihr => simp [size, ihl, ihr, Nat.add_comm, Nat.add_left_comm, Nat.add_assoc]
end Tree
""",
    "a type nested in lists of itself": """
inductive Tree (α : Type) where
  | node : α → List (Tree α) → Tree α
mutual
def Tree.size {α : Type} : Tree α → Nat
  | .node _ ts => sizes ts + 1
def Tree.sizes {α : Type} : List (Tree α) → Nat
  | [] => 0
  | t :: ts => t.size + sizes ts
end
example : (Tree.node 1 [Tree.node 2 [], Tree.node 3 []]).size = 3 := rfl
example (t : Tree Nat) : sizeOf (Tree.node 1 [t]) = 1 + 1 + sizeOf [t] := by simp
""",
    "mutual inductive types": """
mutual
inductive Even : Nat → Prop
  | zero : Even 0
  | succ (n : Nat) : Odd n → Even (n + 1)
inductive Odd : Nat → Prop
  | succ (n : Nat) : Even n → Odd (n + 1)
end
example : Even 2 := .succ 1 (.succ 0 .zero)
mutual
theorem Even.half {n : Nat} : Even n → ∃ k, n = 2 * k
  | .zero => ⟨0, rfl⟩
  | .succ n h => (Odd.half h).elim fun k e => ⟨k + 1, by rw [e]; rfl⟩
theorem Odd.half {n : Nat} : Odd n → ∃ k, n = 2 * k + 1
  | .succ n h => (Even.half h).elim fun k e => ⟨k, by rw [e]⟩
end
""",
    "the sizes of values": """
example : sizeOf 3 = 3 := rfl
example (a : Nat) (l : List Nat) : sizeOf (a :: l) = 1 + a + sizeOf l := by simp
example (x : Nat) : sizeOf (some x) = 1 + x := by simp
""",
    "well-founded induction": """
example {α : Type} {r : α → α → Prop} (h : WellFounded r) (p : α → Prop)
    (step : ∀ x, (∀ y, r y x → p y) → p x) (a : α) : p a := h.induction a step
example : WellFounded (α := Nat) (· < ·) := Nat.lt_wfRel.wf
example (f : List Nat → Nat) : WellFounded (InvImage (· < ·) f) := InvImage.wf f Nat.lt_wfRel.wf
""",
    "numbers below a bound": """
example : (3 : Fin 5) + 4 = 2 := rfl
example : (3 : Fin 5) - 4 = 4 := by decide
example : ∃ x : Fin 3, x + 1 = 0 := ⟨2, rfl⟩
example (i : Fin 3) : (i : Nat) < 3 := i.isLt
example (i j : Fin 3) (h : (i : Nat) = j) : i = j := Fin.ext h
example (i j : Fin 3) (h : (i : Nat) = j) : i = j := by ext; exact h
example (n : Nat) (i : Fin n) : i.castSucc < i.succ := Fin.castSucc_lt_succ
example (a b c : Fin 7) (h : a < b) (h' : b < c) : a < c := lt_trans h h'
example (n : Nat) (i : Fin (n + 1)) : i ≤ Fin.last n := Fin.le_last i
""",
    "functions on the numbers below a bound": """
def f : Fin 3 → Nat
  | 0 => 1
  | 1 => 2
  | 2 => 3
example : f 2 = 3 := rfl
example (p : Fin 3 → Prop) (h₀ : p 0) (h₁ : p 1) (h₂ : p 2) : ∀ i, p i
  | 0 => h₀
  | 1 => h₁
  | 2 => h₂
example (i : Fin 3) (h : i ≠ 0) (h' : i ≠ 1) : i = 2 := by
  match i with
  | 0 => contradiction
  | 1 => contradiction
  | 2 => rfl
example (x : Fin 0) : False := nomatch x
example (p : Fin 2 → Prop) (h : p 0 ∧ p 1) : ∀ i, p i := Fin.forall_fin_two.mpr h
""",
    "decide on all numbers below a bound": """
example : ∀ n < 10, n * n < 100 := by decide
example : ∀ n, n < 10 → n * n < 100 := by decide
example : ∀ n ≤ 10, n * n < 101 := by decide
example : ∀ a < 5, ∀ b < 5, a + b = b + a := by decide
example : ∀ x, 3 ≤ x → x < 7 → x * x < 50 := by decide
example : ∀ i : Fin 5, i.val < 5 := by decide
example : ∀ a b : Fin 4, a * b = b * a := by decide
example : ∀ a b : Bool, (a && b) = (b && a) := by decide
example : ∀ x ∈ [1, 2, 3], x < 4 := by decide
example (i : Fin 2) : i = 0 ∨ i = 1 := by revert i; decide
example (i : Fin 2) : i = 0 ∨ i = 1 := by decide +revert
""",
    "decide on some number below a bound": """
example : ∃ n < 10, n * n = 49 := by decide
example : ∃ n, n < 10 ∧ n * n = 49 := by decide
example : ∃ n ≤ 7, n * n = 49 := by decide
example : ¬∃ n < 5, n * n = 7 := by decide
example : ∃ x : Fin 3, x * x = 1 := by decide
example : ∃ b : Bool, b = true := by decide
example : ∃ x ∈ [1, 2, 3], x < 2 := by decide
""",
    "structures that extend others, with default values": """
structure Point where
  x : Nat
  y : Nat := 3
structure Point3 extends Point where
  z : Nat := x + y
example : ({ x := 1 } : Point3).z = 4 := rfl
example (p : Point3) : { p with x := p.x } = p := rfl
""",
    "a structure with extensionality": """
@[ext] structure Pair where
  a : Nat
  b : Bool
example (p q : Pair) (h : p.a = q.a) (k : p.b = q.b) : p = q := by
  ext
  · exact h
  · rw [k]
example (p q : Pair) : p = q ↔ p.a = q.a ∧ p.b = q.b := Pair.ext_iff
""",
    "a class of one's own with an instance": """
class Area (α : Type) where
  area : α → Nat
  twice : α → Nat := fun a => 2 * area a
structure Square where
  side : Nat
instance : Area Square where
  area s := s.side * s.side
instance : Add Square where
  add s t := ⟨s.side + t.side⟩
@[simp] theorem Square.add_side (s t : Square) : (s + t).side = s.side + t.side := rfl
example : Area.twice (⟨2⟩ : Square) = 8 := rfl
example (s t : Square) : (s + t).side = t.side + s.side := by simp [Nat.add_comm]
""",
    "sections, namespaces and opened names": """
section
variable {α : Type} (f : α → α)
def iter : Nat → α → α
  | 0, a => a
  | n + 1, a => iter n (f a)
end
example : iter Nat.succ 3 4 = 7 := rfl
namespace Foo
def bar := 3
private def qux := 5
protected def baz := 4
theorem bar_eq : bar = 3 := rfl
end Foo
open Foo in
example : bar = 3 := bar_eq
open Foo hiding bar in
example : Foo.bar = 3 := bar_eq
open Foo renaming bar → three in
example : three = 3 := rfl
local infixl:65 " ⊞ " => Nat.add
example : 3 ⊞ 4 = 7 := rfl
""",
    "definitions inside of others": """
theorem both (n : Nat) : n + 0 = n ∧ 0 + n = n := ⟨left, right⟩
where
  left : n + 0 = n := rfl
  right : 0 + n = n := Nat.zero_add n
def sumTo (n : Nat) : Nat :=
  let rec go : Nat → Nat → Nat
    | 0, s => s
    | k + 1, s => go k (s + k + 1)
  go n 0
example : sumTo 4 = 10 := rfl
""",
    "matches of every kind": """
example : ∀ n : Nat, n = 0 ∨ ∃ k, n = k + 1 := fun
  | 0 => .inl rfl
  | k + 1 => .inr ⟨k, rfl⟩
example (n : Nat) : n = 0 ∨ 0 < n := match _h : n with
  | 0 => .inl rfl
  | k + 1 => .inr (Nat.succ_pos k)
def orZero (o : Option Nat) : Nat := if let some x := o then x else 0
example : orZero (some 3) = 3 := rfl
example (n : Nat) (h : n + 1 = 0) : False := nomatch h
example : ¬(1 : Nat) = 2 := nofun
example : ¬(1 : Nat) = 2 := by nofun
""",
    "witnesses by choice": """
noncomputable def witness (p : Nat → Prop) (h : ∃ x, p x) : Nat := Classical.choose h
theorem witness_spec (p : Nat → Prop) (h : ∃ x, p x) : p (witness p h) := Classical.choose_spec h
open Classical in
noncomputable def indicator (p : Prop) : Nat := if p then 1 else 0
example (p : Prop) (h : p) : indicator p = 1 := by simp [indicator, h]
example (α : Type) (h : Nonempty α) : ∃ x : α, x = x := h.elim fun a => ⟨a, rfl⟩
""",
    "characters and strings": """
example : "ab" = "ab" := rfl
example : "ab" ≠ "ac" := by decide
example : "ab" ≠ "ac" := by simp
example : 'a' ≠ 'b' := by decide
example : "ab".length = 2 := rfl
example : "ab" ++ "c" = "abc" := by decide
example (s t : String) : (s ++ t).length = t.length + s.length := by
  rw [String.length_append, Nat.add_comm]
def value : String → Nat
  | "one" => 1
  | _ => 0
example : value "one" = 1 := rfl
def isVowel (c : Char) : Bool := c == 'a' || c == 'e'
example : isVowel 'b' = false := by decide
""",
    "settings of tactics": """
example (a b : Nat) (h : a = b) : a + a = a + b := by rw (occs := .pos [2]) [h]
example (a b : Nat) (h : a = b) : a + a = b + a := by rw (config := { occs := .pos [1] }) [h]
example (f : Nat → Nat) (a b : Nat) (h : ∀ x, f x = b) : a = b → f a = a := by
  simp (config := { contextual := true }) [h]
example (a : Nat) : (let x := a; x + 0) = a := by simp (config := { zeta := true })
example (p : Prop) (h : p) : p := by dsimp (config := { failIfUnchanged := false }); exact h
example : (10 : Nat) < 12 := by decide (config := { kernel := true })
""",
    "equations by associativity and commutativity": """
example (a b c : Nat) : a + b + c = c + (b + a) := by ac_rfl
example (a b c : Int) : a * b * c = c * (b * a) := by ac_rfl
example (a b : Nat) : a + 0 + b = b + a := by ac_rfl
example {M : Type} [CommMonoid M] (a b c : M) : a * b * 1 * c = c * (b * a) := by ac_rfl
example {M : Type} [AddCommMonoid M] (a b c : M) : a + b + c = c + (b + a) := by ac_rfl
example {M : Type} [Monoid M] (a b c : M) : a * b * (1 * c) = a * (b * c) := by ac_rfl
example (p q r : Prop) : (p ∧ q ∧ r) = (r ∧ True ∧ q ∧ p ∧ q) := by ac_rfl
example (p q r : Prop) : (p ∨ q ∨ r ∨ p) = (r ∨ q ∨ p) := by ac_rfl
example (a b c : Bool) : (a && b && c) = (c && (b && a)) := by ac_rfl
example (a b c d : Nat) (h : a + (b + c) = d) (f : Nat → Nat) : f (c + b + a) = f d := by
  ac_nf at h ⊢
  rw [h]
example (a b c d : Nat) (f : Nat → Nat → Nat) [Std.Associative f] [Std.Commutative f] :
    f (f a b) (f c d) = f (f d a) (f c b) := by ac_rfl
""",
    "equations in groups": """
example {G : Type} [Group G] (a b c : G) : a * b * b⁻¹ * a⁻¹ * c = c := by group
example {G : Type} [Group G] (a b : G) : (a * b * a⁻¹) ^ 2 = a * b ^ 2 * a⁻¹ := by group
example {G : Type} [Group G] (a b : G) : a / b = (b / a)⁻¹ := by group
example {G : Type} [AddCommGroup G] (a b : G) : a + b - a = b := by abel
example {G : Type} [AddCommGroup G] (a b c : G) : a - (b - c) - c = -(b - a) := by abel
example {G : Type} [AddCommGroup G] (a b : G) : 2 • (a - b) + b = a + a - b := by abel
example {M : Type} [AddCommMonoid M] (a b : M) : 3 • (a + b) = 2 • a + b + a + b + b := by abel
example (a b c : Int) : a + b - (a - c) = c + b := by abel
""",
    "prime numerals among other claims": """
example : 4 < 5 ∧ Nat.Prime 5 := by norm_num
example : Nat.Prime 7 ∧ 2 ≤ 3 ∧ ¬Nat.Prime 8 := by norm_num
example (n : Nat) (h : n = 5) : Nat.Prime n ∧ 1 < n := by norm_num [h]
""",
    "a quotient by an equivalence relation": """
def mod3 : Setoid Nat where
  r a b := a % 3 = b % 3
  iseqv := ⟨fun _ => rfl, Eq.symm, Eq.trans⟩
instance : Setoid Nat := mod3
example (a b : Nat) (h : a ≈ b) : (⟦a⟧ : Quotient mod3) = ⟦b⟧ := Quotient.sound h
example (a b : Nat) (h : (⟦a⟧ : Quotient mod3) = ⟦b⟧) : a ≈ b := Quotient.exact h
def rem : Quotient mod3 → Nat := Quotient.lift (· % 3) fun _ _ h => h
example : rem ⟦5⟧ = 2 := rfl
example (q : Quotient mod3) : rem q < 3 := by
  induction q using Quotient.inductionOn with
  | h a => exact Nat.mod_lt a (by decide)
example (a b : Nat) (h : a ≈ b) : b ≈ a := by symm; exact h
example (a b c : Nat) (h : a ≈ b) (k : b ≈ c) : a ≈ c := calc
  a ≈ b := h
  _ ≈ c := k
""",
    "one step of extensionality": """
example (f g : Nat → Nat → Nat) (h : ∀ x y, f x y = g x y) : f = g := by
  ext1 x
  funext y
  exact h x y
""",
    "rewriting at the place with a number": """
example (a b : Nat) (h : a = b) : a + a = a + b := by nth_rw 2 [h]
example (a b c : Nat) (h : a = b) : a + c + a = b + c + b := by nth_rw 1 2 [h]
example (a b : Nat) (h : a = b) (k : a + a = b) : a + b = b := by
  nth_rewrite 2 [h] at k
  exact k
""",
    "goals in another order": """
example (p q r : Prop) (h : p ∧ q ∧ r) : q ∧ p ∧ r := by
  refine ⟨?_, ?_, ?_⟩
  swap
  exact h.1
  exact h.2.1
  exact h.2.2
example (p q r : Prop) (h : p ∧ q ∧ r) : q ∧ p ∧ r := by
  split_ands
  pick_goal 3
  · exact h.2.2
  on_goal 2 => exact h.1
  exact h.2.1
example (p : Nat → Nat → Prop) (h : p 2 3) : ∃ x y, p x y := by existsi 2, 3; exact h
""",
    "names for terms": """
example (a b : Nat) : a + b = b + a := by
  set x := a + b with hx
  rw [hx, Nat.add_comm]
example (a b : Nat) (h : a + b = 3) : a + b + 1 = 4 := by
  set x := a + b
  rw [h]
example (n : Int) (h : 0 ≤ n) : n = n.natAbs := by
  lift n to ℕ using h
  rfl
example (a b : Nat) (h : a + b = 3) : b + a = 3 := by
  convert h using 1
  exact Nat.add_comm b a
""",
    "recursion into the children of a tree, in a list": """
inductive Tree where
  | node : List Tree → Tree
def Tree.size : Tree → Nat
  | .node ts => (ts.map size).foldr (· + ·) 1
def Tree.depth : Tree → Nat
  | .node ts => ts.foldr (fun t d => max d (depth t + 1)) 0
def Tree.mirror : Tree → Tree
  | .node ts => .node (ts.map fun t => t.mirror).reverse
example : (Tree.node [.node [], .node []]).size = 3 := by simp [Tree.size, List.foldr]
example (t : Tree) (ts : List Tree) (h : t ∈ ts) : sizeOf t < sizeOf ts := List.sizeOf_lt_of_mem h
""",
    "a condition without a name in a recursion": """
def upto (n i : Nat) : Nat := if i < n then upto n (i + 1) + 1 else 0
termination_by n - i
def log : Nat → Nat
  | 0 => 0
  | n + 1 => if n = 0 then 0 else log ((n + 1) / 2) + 1
def search (p : Nat → Bool) (lo hi : Nat) : Nat :=
  if lo < hi then
    let mid := (lo + hi) / 2
    if p mid then search p lo mid else search p (mid + 1) hi
  else lo
termination_by hi - lo
""",
    "a fact for a recursion by have": """
def euclid (a b : Nat) : Nat := if h : b = 0 then a else
  have : a % b < b := Nat.mod_lt _ (Nat.pos_of_ne_zero h)
  euclid b (a % b)
example (a : Nat) : euclid a 0 = a := by rw [euclid]; rfl
""",
    "merging two lists, with an order that Lean finds": """
def merge : List Nat → List Nat → List Nat
  | [], ys => ys
  | xs, [] => xs
  | x :: xs, y :: ys => if x ≤ y then x :: merge xs (y :: ys) else y :: merge (x :: xs) ys
theorem merge_length (xs ys : List Nat) : (merge xs ys).length = xs.length + ys.length := by
  fun_induction merge xs ys <;> simp_all <;> omega
def interleave {α : Type} : List α → List α → List α
  | [], bs => bs
  | a :: as, bs => a :: interleave bs as
termination_by as bs => as.length + bs.length
""",
    "a local recursion": """
theorem zero_plus (n : Nat) : 0 + n = n := by
  let rec go : (k : Nat) → 0 + k = k
    | 0 => rfl
    | k + 1 => congrArg (· + 1) (go k)
  exact go n
theorem plus_zero (n : Nat) : n + 0 = n := aux n
where
  aux (n : Nat) : n + 0 = n := rfl
def sumTo (n : Nat) : Nat :=
  let rec loop : Nat → Nat → Nat
    | 0, s => s
    | k + 1, s => loop k (s + k + 1)
  loop n 0
example : sumTo 4 = 10 := rfl
""",
    "classes that are derived": """
inductive Colour where
  | red | green | blue
  deriving DecidableEq, Inhabited, BEq
inductive Tree (α : Type) where
  | leaf
  | node (l : Tree α) (x : α) (r : Tree α)
  deriving DecidableEq, Inhabited, Nonempty
structure Point where
  x : Nat
  y : Nat := 0
  deriving DecidableEq, Inhabited
example : Colour.red ≠ Colour.blue := by decide
example : Tree.node .leaf 1 .leaf ≠ Tree.leaf := by decide
example : ({ x := 1 } : Point) = ⟨1, 0⟩ := by decide
""",
}

REJECTED = {
    "different strings": (
        'example : "ab" = "ac" := by decide',
        'Tactic `decide` proved that the proposition\n  "ab" = "ac"\nis false',
    ),
    "an equation in another order where order matters": (
        "example {M : Type} [Monoid M] (a b : M) : a * b = b * a := by ac_rfl",
        "a * b\nis not definitionally equal to rhs\n  b * a",
    ),
    "an operand too many for ac_rfl": (
        "example (a b : Nat) : a + b + a = a + b := by ac_rfl",
        "is not definitionally equal to rhs",
    ),
    "an equation of commutative groups in a group": (
        "example {G : Type} [Group G] (a b : G) : a * b = b * a := by group",
        "group failed",
    ),
    "an equation that no group has": (
        "example {G : Type} [AddCommGroup G] (a b : G) : a + b = b - a := by abel",
        "abel failed",
    ),
    "abel without commutativity": (
        "example {G : Type} [AddGroup G] (a b : G) : a + b = b + a := by abel",
        "abel failed",
    ),
    "a composite numeral called prime": (
        "example : Nat.Prime 8 ∧ 1 < 2 := by norm_num",
        "⊢ Nat.Prime 8",
    ),
    "a function on classes that depends on the element": (
        "def mod3 : Setoid Nat := ⟨fun a b => a % 3 = b % 3, fun _ => rfl, Eq.symm, Eq.trans⟩\n"
        "def bad : Quotient mod3 → Nat := Quotient.lift (· + 1) fun _ _ h => h",
        "Type mismatch",
    ),
    "a place that there is not": (
        "example (a b : Nat) (h : a = b) : a + a = a + b := by nth_rw 4 [h]",
        "Did not find an occurrence of the pattern",
    ),
    "a setting that there is not": (
        "example (a : Nat) : a + 0 = a := by simp (config := { foo := true })",
        "`foo` is not a field of structure `Lean.Meta.Simp.Config`",
    ),
    "a setting that is kept to": (
        "example (p : Prop) (h : p) : p := by dsimp (config := { failIfUnchanged := true }); exact h",
        "`dsimp` made no progress",
    ),
    "fewer goals than named": (
        "example (p q : Prop) (h : p ∧ q) : q ∧ p := by constructor; pick_goal 3",
        "No goals to be solved",
    ),
    "an equation that does not hold after convert": (
        "example (a b : Nat) (h : a = 3) : b = 3 := by convert h",
        "h : a = 3\n⊢ b = a",
    ),
    "an integer below zero is lifted": (
        "example (n : Int) (h : n ≤ 0) : n = n := by lift n to ℕ using h; rfl",
        "Application type mismatch",
    ),
    "recursion that does not end": (
        "def bad (n : Nat) : Nat := bad (n + 1)",
        "fail to show termination for",
    ),
    "a measure that does not decrease": (
        "def bad (n : Nat) : Nat := if n = 0 then 0 else bad (n + 0 * n)\ntermination_by n",
        "failed to prove termination, possible solutions:",
    ),
    "decreasing_by with a wrong proof": (
        "def bad (n : Nat) : Nat := bad (n + 1)\ntermination_by n\ndecreasing_by exact Nat.lt_succ_self n",
        "Type mismatch",
    ),
    "a missing case": (
        "def f : Nat → Nat\n  | 0 => 1\n  | 1 => 2",
        "Missing cases:\n(Nat.succ (Nat.succ _))",
    ),
    "a recursion whose order Lean does not find": (
        "def f (n : Nat) : Nat := if n > 100 then n - 10 else f (f (n + 11))",
        "Could not find a decreasing measure.",
    ),
    "decreasing_by that leaves a goal": (
        "def f (n : Nat) : Nat := if n = 0 then 0 else f (n - 1)\ntermination_by n\ndecreasing_by skip",
        "unsolved goals",
    ),
    "deriving a class that cannot be derived": (
        "structure S where\n  x : Nat\n  deriving Add",
        "No deriving handlers have been implemented for class `Add`",
    ),
    "decidable equality of functions": (
        "structure S where\n  f : Nat → Nat\n  deriving DecidableEq",
        "DecidableEq",
    ),
    "decide on a false statement about all numbers below a bound": (
        "example : ∀ n < 10, n * n < 81 := by decide",
        "Tactic `decide` proved that the proposition\n  ∀ (n : Nat), n < 10 → n * n < 81\nis false",
    ),
    "decide on a statement about all numbers": (
        "example : ∀ n : Nat, n < n + 1 := by decide",
        "Decidable (∀ (n : Nat), n < n + 1)",
    ),
    "a numeral of an empty type": (
        "example : Fin 0 := 3",
        "failed to synthesize instance of type class\n  OfNat (Fin 0) 3",
    ),
}


Messages = dict[str, list[dict[str, Any]]]


def said(core: CoreLean, folder: Path, texts: dict[str, str]) -> Messages:
    """Lean's messages on each text, all of them elaborated in one file, each in a namespace of its own."""
    spaced = [
        f"namespace Example{n}\n{text.strip()}\nend Example{n}\n" for n, text in enumerate(texts.values())
    ]
    ends = list(accumulate((text.count("\n") for text in spaced), initial=2))

    messages = run(core, folder, "".join(spaced))

    return {
        name: [message for message in messages if start < message["pos"]["line"] <= end]
        for name, start, end in zip(texts, ends, ends[1:], strict=False)
    }


@pytest.fixture(scope="module")
def accepted(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> Messages:
    return said(core, tmp_path_factory.mktemp("accepted"), ACCEPTED)


@pytest.fixture(scope="module")
def rejected(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> Messages:
    texts = {name: text for name, (text, _) in REJECTED.items()}
    return said(core, tmp_path_factory.mktemp("rejected"), texts)


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_declaration_as_people_write_it_is_accepted(name: str, accepted: Messages) -> None:
    assert errors(accepted[name]) == []


@pytest.mark.parametrize("name", REJECTED)
def test_a_wrong_declaration_is_rejected_with_leans_own_message(name: str, rejected: Messages) -> None:
    told = errors(rejected[name])

    assert any(REJECTED[name][1] in message for message in told), told
    assert not any("internal exception" in message for message in told)
