-- Wrong uses of notation, and of more tactics: behind its name the place and Lean's message, then the use.
prelude
import Lemmata

def double (n : ℕ) : ℕ := n + n

-- ∀
--@ 1:50
--| Type mismatch
--|   h
--| has type
--|   p 0
--| but is expected to have type
--|   ∀ (n : Nat), p n
theorem t1 (p : ℕ → Prop) (h : p 0) : ∀ n, p n := h

-- ∃
--@ 1:31
--| numerals are data in Lean, but the expected type is a proposition
--|   ∃ n, n = 3 : Prop
theorem t2 : ∃ n : ℕ, n = 3 := 3

-- →
--@ 1:47
--| Type mismatch
--|   h
--| has type
--|   p → q
--| but is expected to have type
--|   q → p
theorem t3 (p q : Prop) (h : p → q) : q → p := h

-- ∧
--@ 1:43
--| Type mismatch
--|   h.left
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t4 (p q : Prop) (h : p ∧ q) : q := h.1

-- ∨
--@ 1:43
--| Invalid projection: Projections extract constructor fields for one-constructor inductive types. The expression
--|   h
--| has type `p ∨ q` which is not a one-constructor inductive type.
theorem t5 (p q : Prop) (h : p ∨ q) : p := h.1

-- ¬
--@ 1:38
--| Type mismatch
--|   h
--| has type
--|   p
--| but is expected to have type
--|   ¬p
theorem t6 (p : Prop) (h : p) : ¬p := h

-- ↔
--@ 1:47
--| Type mismatch
--|   h
--| has type
--|   p ↔ q
--| but is expected to have type
--|   p → q
theorem t7 (p q : Prop) (h : p ↔ q) : p → q := h

-- =
--@ 1:36
--| Type mismatch
--|   b
--| has type
--|   Bool
--| but is expected to have type
--|   Nat
theorem t8 (a : ℕ) (b : Bool) : a = b := rfl

-- ≠
--@ 1:44
--| Type mismatch
--|   h
--| has type
--|   a = b
--| but is expected to have type
--|   a ≠ b
theorem t9 (a b : ℕ) (h : a = b) : a ≠ b := h

-- +
--@ 1:35
--| failed to synthesize instance of type class
theorem t10 (p q : Prop) (h : p) : p + q := h

-- *
--@ 1:41
--| Type mismatch
theorem t11 (a b : ℤ) : a * b = a * a := rfl

-- -
--@ 1:28
--| failed to synthesize instance of type class
--|   Neg Nat
theorem t12 : (3 : ℕ) - 5 = -2 := rfl

-- ^
--@ 1:33
--| Type mismatch
theorem t13 : (2 : ℕ) ^ 3 = 6 := rfl

-- /
--@ 1:38
--| Tactic `decide` proved that the proposition
--|   -7 / 2 = -3
--| is false
theorem t14 : (-7 : ℤ) / 2 = -3 := by decide

-- %
--@ 1:38
--| Tactic `decide` proved that the proposition
--|   -7 % 2 = -1
--| is false
theorem t15 : (-7 : ℤ) % 2 = -1 := by decide

-- ≤
--@ 1:45
--| Type mismatch
--|   h
--| has type
--|   a ≤ b
--| but is expected to have type
--|   b ≤ a
theorem t16 (a b : ℕ) (h : a ≤ b) : b ≤ a := h

-- <
--@ 1:45
--| Type mismatch
--|   h
--| has type
--|   a < b
--| but is expected to have type
--|   a < a
theorem t17 (a b : ℕ) (h : a < b) : a < a := h

-- ≥
--@ 1:45
--| Type mismatch
--|   h
--| has type
--|   a ≤ b
--| but is expected to have type
--|   a ≥ b
theorem t18 (a b : ℕ) (h : a ≤ b) : a ≥ b := h

-- >
--@ 1:45
--| Type mismatch
--|   h
--| has type
--|   a < b
--| but is expected to have type
--|   a > b
theorem t19 (a b : ℕ) (h : a < b) : a > b := h

-- ∣
--@ 1:45
--| Type mismatch
--|   h
--| has type
--|   a ∣ b
--| but is expected to have type
--|   b ∣ a
theorem t20 (a b : ℕ) (h : a ∣ b) : b ∣ a := h

-- ∘
--@ 1:42
--| Application type mismatch: The argument
--|   g
--| has type
--|   Nat → Int
--| but is expected to have type
--|   Nat → Nat
theorem t21 (f : ℕ → ℤ) (g : ℕ → ℤ) : f ∘ g = f := rfl

-- ×
--@ 1:32
--| Invalid projection: Index `3` is invalid for this structure; it must be between 1 and 2
theorem t22 (p : ℕ × ℤ) : p.1 = p.3 := rfl

-- ::
--@ 1:34
--| failed to synthesize instance of type class
--|   OfNat (List (List Nat)) 1
--| numerals are polymorphic in Lean, but the numeral `1` cannot be used in a context where the expected type is
--|   List (List Nat)
--| due to the absence of the instance above
theorem t23 (xs : List ℕ) : xs :: 1 = xs := rfl

-- ++
--@ 1:54
--| Type mismatch
theorem t24 (xs ys : List ℕ) : xs ++ ys = ys ++ xs := rfl

-- [
--@ 1:36
--| Tactic `decide` proved that the proposition
--|   [1, 2] = [2, 1]
--| is false
theorem t25 : [1, 2] = [2, 1] := by decide

-- ∈
--@ 1:49
--| Type mismatch
--|   h
--| has type
--|   a ∈ [b]
--| but is expected to have type
--|   b ∈ [a]
theorem t26 (a b : ℕ) (h : a ∈ [b]) : b ∈ [a] := h

-- ∉
--@ 1:59
--| Type mismatch
--|   h
--| has type
--|   a ∈ xs
--| but is expected to have type
--|   a ∉ xs
theorem t27 (a : ℕ) (xs : List ℕ) (h : a ∈ xs) : a ∉ xs := h

-- ⟨
--@ 1:44
--| Insufficient number of fields for `⟨...⟩` constructor: Constructor `And.intro` has 2 explicit field, but only 1 was provided
theorem t28 (p q : Prop) (h : p) : p ∧ q := ⟨h⟩

-- 144
--@ 1:31
--| Type mismatch
theorem t29 : 144 = 12 * 13 := rfl

-- fun
--@ 1:46
--| Type mismatch
theorem t30 : (fun (n : ℕ) => n + 1) 2 = 4 := rfl

-- let in a statement
--@ 1:47
--| Type mismatch
theorem t31 (n : ℕ) : let m := n + 1; m = n := rfl

-- if
--@ 1:38
--| unexpected token ')'; expected 'else'
theorem t32 (n : ℕ) : (if n ≤ 3 then n) = n := rfl

-- ℕ
--@ 1:33
--| failed to synthesize instance of type class
--|   Neg Nat
theorem t33 : ∃ n : ℕ, n < 0 := ⟨-1, rfl⟩

-- ℤ
--@ 1:43
--| Application type mismatch: The argument
--|   a
--| has type
--|   Int
--| but is expected to have type
--|   Nat
theorem t34 (a : ℤ) : 0 ≤ a := Nat.zero_le a

-- |x|
--@ 1:47
--| Application type mismatch: The argument
--|   x
--| has type
--|   Int
--| of sort `Type` but is expected to have type
--|   0 ≤ x
theorem t35 (x : ℤ) : |x| = x := abs_of_nonneg x

-- !
--@ 2:28
--| Tactic `decide` proved that the proposition
--|   3! = 5
--| is false
open Nat in
theorem t36 : 3 ! = 5 := by decide

-- [MOD
--@ 1:35
--| Tactic `decide` proved that the proposition
--|   17 ≡ 6 [MOD 4]
--| is false
theorem t37 : 17 ≡ 6 [MOD 4] := by decide

-- [ZMOD
--@ 1:36
--| Tactic `decide` proved that the proposition
--|   -1 ≡ 4 [ZMOD 3]
--| is false
theorem t38 : -1 ≡ 4 [ZMOD 3] := by decide

-- ·
--@ 3:4
--| Type mismatch
--|   k
--| has type
--|   q
--| but is expected to have type
--|   p
theorem t39 (p q : Prop) (h : p) (k : q) : p ∧ q := by
  constructor
  · exact k
  · exact k

-- sorry
--@ 3:2
--| No goals to be solved
theorem t42 (p : Prop) (h : p) : p := by
  exact h
  sorry

-- linarith
--@ 1:62
--| linarith failed to find a contradiction
--| a b c : Int
--| h : a < b
--| k : a < c
--| ⊢ b < c
theorem t43 (a b c : ℤ) (h : a < b) (k : a < c) : b < c := by linarith

-- nlinarith
--@ 1:40
--| nlinarith failed to find a contradiction
--| a b : Int
--| ⊢ a * b ≤ a
theorem t44 (a b : ℤ) : a * b ≤ a := by nlinarith

-- linear_combination
--@ 1:64
--| ring failed: the two sides are not equal in every commutative ring
--| a b : Int
--| h : a = b + 1
--| ⊢ a ^ 2 - (b ^ 2 + 1) - ((a + b + 1) * a - (a + b + 1) * (b + 1)) = 0
theorem t45 (a b : ℤ) (h : a = b + 1) : a ^ 2 = b ^ 2 + 1 := by linear_combination (a + b + 1) * h

-- positivity
--@ 1:42
--| positivity failed: a part of the expression is not known to be positive
--| a : Int
--| ⊢ 0 < a ^ 2 + a
theorem t46 (a : ℤ) : 0 < a ^ 2 + a := by positivity

-- choose
--@ 2:20
--| Unknown identifier `k`
theorem t48 (p : ℕ → ℕ → Prop) (h : ∀ n, ∃ m, p n m) : ∃ f : ℕ → ℕ, ∀ n, p n (f n) := by
  choose f hf using k
  exact ⟨f, hf⟩

-- simp_rw
--@ 1:52
--| `simp` made no progress
theorem t49 (a b : ℕ) (h : a = b) : b + 0 = a := by simp_rw [mul_comm]

-- conv_lhs
--@ 2:18
--| Tactic `rewrite` failed: Did not find an occurrence of the pattern
--|   ?a * ?b
--| in the target expression
--|   a + b
theorem t50 (a b : ℕ) : a + b = b + a := by
  conv_lhs => rw [mul_comm]

-- conv_rhs
--@ 2:18
--| Tactic `rewrite` failed: Did not find an occurrence of the pattern
--|   ?a * ?b
--| in the target expression
--|   b + a
theorem t51 (a b : ℕ) : a + b = b + a := by
  conv_rhs => rw [mul_comm]

-- trans
--@ 3:4
--| Type mismatch
--|   k
--| has type
--|   b = c
--| but is expected to have type
--|   a = b
theorem t52 (a b c : ℕ) (h : a = b) (k : b = c) : a = c := by
  trans b
  · exact k
  · exact k

-- apply_fun
--@ 2:22
--| Application type mismatch: The argument
--|   h
--| has type
--|   a ∣ b
theorem t53 (a b : ℕ) (h : a ∣ b) : double a = double b := by
  apply_fun double at h
  exact h

-- cases'
--@ 1:48
--| unsolved goals
--| case refine_2
--| p q : Prop
--| h : p ∨ q
--| b : q
--| ⊢ q ∨ p
theorem t54 (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases' h with a b
  · exact Or.inr a

-- induction'
--@ 4:4
--| Type mismatch
--|   ih
--| has type
--|   p k
--| but is expected to have type
--|   p (k + 1)
theorem t55 (p : ℕ → Prop) (n : ℕ) (h : p 0) : p n := by
  induction' n with k ih
  · exact h
  · exact ih

-- split_ifs
--@ 2:2
--| Tactic `split` failed: Could not split an `if` or `match` expression in the goal
theorem t56 (n : ℕ) : n = 3 := by
  split_ifs

-- exacts
--@ 3:2
--| unsolved goals
--| case right
--| p q : Prop
--| h : p
--| k : q
--| ⊢ q
theorem t57 (p q : Prop) (h : p) (k : q) : p ∧ q := by
  constructor
  exacts [h]

-- norm_cast
--@ 1:55
--| unsolved goals
--| a b : Nat
--| h : a = b
--| ⊢ a = b + 1
theorem t58 (a b : ℕ) (h : (a : ℤ) = b) : a = b + 1 := by
  norm_cast at h

-- set
--@ 3:2
--| Type mismatch
--|   h
--| has type
--|   c = a + b
--| but is expected to have type
--|   c = a
theorem t59 (a b : ℕ) : a + b = a := by
  set c := a + b with h
  exact h

-- lift
--@ 2:20
--| Application type mismatch: The argument
--|   h
--| has type
--|   a ≤ 0
theorem t60 (a : ℤ) (h : a ≤ 0) : ∃ n : ℕ, (n : ℤ) = a := by
  lift a to ℕ using h
  exact ⟨a, rfl⟩

-- convert
--@ 1:68
--| unsolved goals
--| a b : Nat
--| p : Nat → Prop
--| h : p (a + b)
--| ⊢ a * b = a + b
theorem t61 (a b : ℕ) (p : ℕ → Prop) (h : p (a + b)) : p (a * b) := by
  convert h using 1

-- nth_rw
--@ 1:53
--| unsolved goals
--| a b : Nat
--| h : a = b
--| ⊢ a + a = b + b
theorem t62 (a b : ℕ) (h : a = b) : a + a = a + b := by nth_rw 3 [h]

-- pick_goal
--@ 3:2
--| No goals to be solved
theorem t63 (p q : Prop) (h : p) (k : q) : p ∧ q := by
  constructor
  pick_goal 3
  · exact k

-- swap
--@ 4:4
--| Type mismatch
--|   h
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t64 (p q : Prop) (h : p) (k : q) : p ∧ q := by
  constructor
  swap
  · exact h
  · exact k

-- nofun
--@ 1:31
--| Missing cases:
--| Eq.refl
theorem t65 (n : ℕ) : n ≠ 0 := nofun

-- tauto with numbers
--@ 1:45
--| unsolved goals
--| a b : Nat
--| h : a ≤ b
theorem t66 (a b : ℕ) (h : a ≤ b) : a < b := by tauto

-- exact
--@ 1:47
--| Type mismatch
--|   h.right
--| has type
--|   q
--| but is expected to have type
--|   p
theorem t67 (p q : Prop) (h : p ∧ q) : p := by exact h.2

-- decide
--@ 1:34
--| Expected type must not contain free variables
--|   n = n
theorem t68 (n : ℕ) : n = n := by decide

-- norm_num with variables
--@ 1:50
--| `simp` made no progress
theorem t69 (a : ℤ) (h : 2 * a = 6) : a = 4 := by norm_num at h

-- ⊆
--@ 1:48
--| Type mismatch
--|   h
--| has type
--|   s ⊆ t
--| but is expected to have type
--|   t ⊆ s
theorem s1 (s t : Set ℕ) (h : s ⊆ t) : t ⊆ s := h

-- ∪
--@ 1:60
--| Invalid projection: Projections extract constructor fields for one-constructor inductive types. The expression
--|   h
--| has type `a ∈ s ∨ a ∈ t` which is not a one-constructor inductive type.
theorem s2 (s t : Set ℕ) (a : ℕ) (h : a ∈ s ∪ t) : a ∈ s := h.1

-- ∩
--@ 1:51
--| Type mismatch
--|   h
theorem s3 (s t : Set ℕ) : s ⊆ s ∩ t := fun _ h => h

-- \
--@ 1:60
--| Type mismatch
--|   h
--| has type
--|   a ∈ s
--| but is expected to have type
--|   a ∈ s \ t
theorem s4 (s t : Set ℕ) (a : ℕ) (h : a ∈ s) : a ∈ s \ t := h

-- ∅
--@ 1:40
--| Type mismatch
--|   trivial
--| has type
--|   True
--| but is expected to have type
--|   a ∈ ∅
theorem s5 (a : ℕ) : a ∈ (∅ : Set ℕ) := trivial

-- {x
--@ 3:2
--| Tactic `decide` proved that the proposition
--|   6 ≤ 5
--| is false
theorem s6 : 6 ∈ {x : ℕ | x ≤ 5} := by
  show 6 ≤ 5
  decide

-- {1,
--@ 1:37
--| unsolved goals
--| ⊢ False
theorem s7 : 3 ∈ ({1, 2} : Set ℕ) := by simp
