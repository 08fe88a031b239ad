-- Wrong uses of tactics and notation: behind its name what Lean's message contains, then the use.
prelude
import Lemmata

def double (n : Nat) : Nat := n + n
structure Point where
  x : Nat
  y : Nat
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)

-- unknown identifier
--@ 1:38
--| Unknown identifier `foo`
theorem t1 (p : Prop) : p := by exact foo

-- type mismatch
--@ 1:39
--| Type mismatch
--|   h
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t2 (p q : Prop) (h : p) : q := h

-- unsolved goals
--@ 1:43
--| unsolved goals
--| case right
--| p q : Prop
--| h : p
--| ⊢ q
theorem t3 (p q : Prop) (h : p) : p ∧ q := by
  constructor
  · exact h

-- syntax
--@ 1:45
--| unexpected token ')'; expected term
theorem t4 (p : Prop) (h : p) : p := by exact )

-- unknown tactic
--@ 2:3
--| unknown tactic
theorem t5 (p : Prop) : p := by
  foo

-- false by decide
--@ 1:29
--| Tactic `decide` proved that the proposition
--|   2 + 2 = 5
--| is false
theorem t6 : 2 + 2 = 5 := by decide

-- intro
--@ 1:45
--| Tactic `introN` failed
theorem t7 (n : Nat) : n = n + 1 := by intro h

-- apply
--@ 1:42
--| could not unify the type of `h`
theorem t8 (p q : Prop) (h : p) : q := by apply h

-- assumption
--@ 1:42
--| Tactic `assumption` failed
theorem t9 (p q : Prop) (h : p) : q := by assumption

-- constructor
--@ 1:36
--| Tactic `constructor` failed
theorem t10 (n : Nat) : n < 0 := by constructor

-- left
--@ 1:39
--| left tactic works for inductive types with exactly 2 constructors
theorem t11 (p q : Prop) : p ∧ q := by left

-- exists
--@ 1:38
--| unsolved goals
--| ⊢ 3 = 3 + 1
theorem t12 : ∃ n : Nat, n = n + 1 := by exists 3

-- rfl
--@ 1:46
--| Tactic `rfl` failed
theorem t13 (a b : Nat) : a + b = b + a := by rfl

-- symm
--@ 1:39
--| Symmetry lemmas only apply to binary relations
theorem t14 (p q : Prop) : p → q := by symm

-- show
--@ 1:36
--| 'show' tactic failed
theorem t15 (n : Nat) : n = 1 := by show n = 2

-- obtain
--@ 1:48
--| is not an inductive datatype
theorem t16 (p : Prop) (h : p) : p := by obtain ⟨a, b⟩ := h

-- cases
--@ 2:2
--| Alternative `succ` has not been provided
theorem t17 (n : Nat) : n = n := by
  cases n with
  | zero => rfl

-- induction
--@ 1:33
--| Tactic `induction` failed
theorem t18 (p : Prop) : p := by induction p

-- contradiction
--@ 1:33
--| Tactic `contradiction` failed
theorem t19 (p : Prop) : p := by contradiction

-- injection
--@ 1:50
--| Tactic `injection` failed
theorem t20 (a b : Nat) (h : a ≤ b) : a = b := by injection h

-- subst
--@ 1:54
--| Tactic `subst` failed
theorem t21 (a b : Nat) (h : a + 1 = 0) : a = b := by subst h

-- rw
--@ 1:58
--| Tactic `rewrite` failed: Did not find an occurrence of the pattern
theorem t22 (a b : Nat) (h : a = b) : b = b + 1 := by rw [h]

-- simp
--@ 1:33
--| `simp` made no progress
theorem t23 (p : Prop) : p := by simp

-- simp_all
--@ 1:47
--| simp_all made no progress
theorem t24 (p q : Prop) (h : p ∨ q) : p := by simp_all

-- dsimp
--@ 1:33
--| `dsimp` made no progress
theorem t25 (p : Prop) : p := by dsimp

-- unfold
--@ 1:43
--| Tactic `unfold` failed to unfold `double`
theorem t26 (n : Nat) : n = n := by unfold double

-- split
--@ 1:33
--| Tactic `split` failed
theorem t27 (p : Prop) : p := by split

-- specialize
--@ 1:49
--| Function expected at
theorem t28 (a b : Nat) : a = b := by specialize a b

-- case
--@ 2:2
--| Case tag `foo` not found.
theorem t29 (p : Prop) : p := by
  case foo => skip

-- first
--@ 1:54
--| Tactic `contradiction` failed
theorem t30 (p : Prop) : p := by first | assumption | contradiction

-- done
--@ 1:33
--| unsolved goals
--| p : Prop
--| ⊢ p
theorem t31 (p : Prop) : p := by done

-- calc
--@ 3:13
--| Type mismatch
theorem t32 (a b c : Nat) (h : a = b) : a = c := by
  calc a = b := h
    _ = a := h

-- no structural recursion
--@ 2:6
--| failed to infer structural recursion
theorem t33 (n : Nat) : loop n = 0 := by rfl
where loop (n : Nat) : Nat := loop (n + 1)

-- a recursor that is not a function
--@ 1:32
--| Application type mismatch
theorem t34 (f : Nat → Nat) : f true = 3 := rfl

-- refine
--@ 1:44
--| unsolved goals
--| p q : Prop
--| h : p
--| ⊢ q
theorem t35 (p q : Prop) (h : p) : p ∧ q := by refine ⟨h, ?_⟩

-- right
--@ 3:2
--| Type mismatch
--|   h
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t36 (p q : Prop) (h : p) : p ∨ q := by
  right
  exact h

-- change
--@ 1:36
--| 'change' tactic failed, pattern
--|   n = 2
--| is not definitionally equal to target
--|   n = 1
theorem t37 (n : Nat) : n = 1 := by change n = 2

-- have
--@ 2:16
--| Type mismatch
--|   h
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t38 (p q : Prop) (h : p) : q := by
  have k : q := h
  exact k

-- let
--@ 2:17
--| Type mismatch
--|   true
--| has type
--|   Bool
--| but is expected to have type
--|   Nat
theorem t39 (n : Nat) : n = 1 := by
  let m : Nat := true
  rfl

-- suffices
--@ 1:63
--| Type mismatch
--|   k
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t40 (p q : Prop) (h : p) : q := by suffices k : p from k

-- rcases
--@ 1:44
--| unsolved goals
--| case inr
--| p q : Prop
--| b : q
--| ⊢ p
theorem t41 (p q : Prop) (h : p ∨ q) : p := by
  rcases h with a | b
  · exact a

-- rintro
--@ 3:2
--| Type mismatch
--|   a
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t42 (p q : Prop) : p ∧ q → q := by
  rintro ⟨a, b⟩
  exact a

-- exfalso
--@ 1:30
--| unsolved goals
--| p : Prop
--| ⊢ False
theorem t43 (p : Prop) : p := by exfalso

-- by_cases
--@ 1:30
--| unsolved goals
--| case neg
--| p : Prop
--| h : ¬p
--| ⊢ p
theorem t44 (p : Prop) : p := by
  by_cases h : p
  · exact h

-- rw at
--@ 1:54
--| Invalid rewrite argument: Expected an equality or iff proof or definition name, but `a` is a value of type
--|   Nat
theorem t45 (a b : Nat) (h : a = b) : b = 3 := by rw [a] at h

-- simp at
--@ 2:2
--| `simp` made no progress
theorem t46 (p q : Prop) (h : p ∧ q) : p := by
  simp at h
  exact h

-- simp only
--@ 1:47
--| `simp` made no progress
theorem t47 (p q : Prop) (h : p ∧ q) : p := by simp only [or_true]

-- simpa
--@ 1:47
--| Type mismatch: After simplification, term
--|   h
--|  has type
--|   p ∨ q
--| but is expected to have type
--|   p
theorem t48 (p q : Prop) (h : p ∨ q) : p := by simpa using h

-- generalize
--@ 3:2
--| Tactic `rfl` failed: The left-hand side
--|   a
--| is not definitionally equal to the right-hand side
--|   b
--|
--| a b c : Nat
theorem t49 (a b : Nat) : a = b := by
  generalize a + 1 = c
  rfl

-- revert
--@ 1:40
--| Unknown identifier `q`
theorem t50 (p : Prop) : p := by revert q

-- clear
--@ 3:2
--| Tactic `assumption` failed
--|
--| p : Prop
--| ⊢ p
theorem t51 (p : Prop) (h : p) : p := by
  clear h
  assumption

-- rename_i
--@ 3:2
--| too many variable names provided
theorem t52 (p : Prop) : p → p := by
  intro h
  rename_i k
  exact k

-- next
--@ 1:40
--| too many variable names provided
theorem t53 (p : Prop) : p := by next h => exact h

-- <;>
--@ 1:63
--| Type mismatch
--|   h
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t54 (p q : Prop) (h : p) : p ∧ q := by constructor <;> exact h

-- try
--@ 1:30
--| unsolved goals
--| p : Prop
--| ⊢ p
theorem t55 (p : Prop) : p := by try contradiction

-- repeat
--@ 1:44
--| unsolved goals
--| case right
--| p q : Prop
--| h : p
--| ⊢ q
theorem t56 (p q : Prop) (h : p) : p ∧ q := by repeat (first | assumption | constructor)

-- all_goals
--@ 3:12
--| Type mismatch
--|   h
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t57 (p q : Prop) (h : p) : p ∧ q := by
  constructor
  all_goals exact h

-- any_goals
--@ 1:47
--| Tactic failed on all goals:
--|   exact h
theorem t58 (p q : Prop) (h : p) : p ∧ q := by any_goals exact h

-- trivial
--@ 1:33
--| Tactic `assumption` failed
--|
--| p : Prop
--| ⊢ p
theorem t59 (p : Prop) : p := by trivial

-- skip
--@ 1:30
--| unsolved goals
--| p : Prop
--| ⊢ p
theorem t60 (p : Prop) : p := by skip

-- funext
--@ 1:41
--| unsolved goals
--| f g : Nat → Nat
theorem t61 (f g : Nat → Nat) : f = g := by funext

-- ext
--@ 1:38
--| No applicable extensionality theorem found for type
--|   Nat
--|
--| Note: Extensionality theorems can be registered by marking them with the `[ext]` attribute
theorem t62 (a b : Nat) : a = b := by ext

-- congr
--@ 1:55
--| unsolved goals
--| a b : Nat
--| f : Nat → Nat
--| ⊢ a = b
theorem t63 (a b : Nat) (f : Nat → Nat) : f a = f b := by congr

-- match
--@ 2:2
--| Missing cases:
--| (Nat.succ _)
theorem t64 (n : Nat) : n = n := by
  match n with
  | 0 => rfl

-- ▸
--@ 1:53
--| Type mismatch
--|   rfl
--| has type
theorem t65 (a b c : Nat) (h : a = b) : b = c := h ▸ rfl

-- ∃!
--@ 1:43
--| Application type mismatch: The argument
--|   rfl
--| has type
theorem t66 (a : Nat) : ∃! x, x = a := ⟨a, rfl⟩

-- conv
--@ 1:59
--| Tactic `rewrite` failed: Did not find an occurrence of the pattern
--|   ?n + ?m
--| in the target expression
--|   a * b
--|
--| a b : Nat
theorem t67 (a b : Nat) : a * b = a := by conv => lhs; rw [Nat.add_comm]

-- replace
--@ 1:62
--| numerals are data in Lean, but the expected type is a proposition
--|   p : Prop
theorem t68 (p q : Prop) (h : p → q) : q := by replace h := h 3

-- rwa
--@ 1:55
--| Tactic `rewrite` failed: Did not find an occurrence of the pattern
--|   a
--| in the target expression
--|   b = 3
--|
--| a b : Nat
theorem t69 (a b : Nat) (h : a = b) : b = 3 := by rwa [h]

-- delta
--@ 1:56
--| Unknown constant `foo`
theorem t70 (a b : Nat) (h : a = b) : b = a := by delta foo

-- rewrite
--@ 1:47
--| unsolved goals
--| a b : Nat
--| h : a = b
--| ⊢ b = b
theorem t71 (a b : Nat) (h : a = b) : b = a := by rewrite [h]

-- intros
--@ 1:47
--| Tactic `assumption` failed
--|
--| p q : Prop
theorem t72 (p q : Prop) : p → q := by intros; assumption

-- a focused goal
--@ 1:33
--| unsolved goals
--| p : Prop
--| ⊢ p
theorem t73 (p : Prop) : p := by · skip
