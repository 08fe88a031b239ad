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
--| Unknown identifier `foo`
theorem t1 (p : Prop) : p := by exact foo

-- type mismatch
--| Type mismatch
--|   h
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t2 (p q : Prop) (h : p) : q := h

-- unsolved goals
--| unsolved goals
--| case right
--| p q : Prop
--| h : p
--| ⊢ q
theorem t3 (p q : Prop) (h : p) : p ∧ q := by
  constructor
  · exact h

-- syntax
--| unexpected token ')'; expected term
theorem t4 (p : Prop) (h : p) : p := by exact )

-- unknown tactic
--| unknown tactic
theorem t5 (p : Prop) : p := by
  foo

-- false by decide
--| Tactic `decide` proved that the proposition
--|   2 + 2 = 5
--| is false
theorem t6 : 2 + 2 = 5 := by decide

-- intro
--| Tactic `introN` failed
theorem t7 (n : Nat) : n = n + 1 := by intro h

-- apply
--| could not unify the type of `h`
theorem t8 (p q : Prop) (h : p) : q := by apply h

-- assumption
--| Tactic `assumption` failed
theorem t9 (p q : Prop) (h : p) : q := by assumption

-- constructor
--| Tactic `constructor` failed
theorem t10 (n : Nat) : n < 0 := by constructor

-- left
--| left tactic works for inductive types with exactly 2 constructors
theorem t11 (p q : Prop) : p ∧ q := by left

-- exists
--| unsolved goals
--| ⊢ 3 = 3 + 1
theorem t12 : ∃ n : Nat, n = n + 1 := by exists 3

-- rfl
--| Tactic `rfl` failed
theorem t13 (a b : Nat) : a + b = b + a := by rfl

-- symm
--| Symmetry lemmas only apply to binary relations
theorem t14 (p q : Prop) : p → q := by symm

-- show
--| 'show' tactic failed
theorem t15 (n : Nat) : n = 1 := by show n = 2

-- obtain
--| is not an inductive datatype
theorem t16 (p : Prop) (h : p) : p := by obtain ⟨a, b⟩ := h

-- cases
--| Alternative `succ` has not been provided
theorem t17 (n : Nat) : n = n := by
  cases n with
  | zero => rfl

-- induction
--| Tactic `induction` failed
theorem t18 (p : Prop) : p := by induction p

-- contradiction
--| Tactic `contradiction` failed
theorem t19 (p : Prop) : p := by contradiction

-- injection
--| Tactic `injection` failed
theorem t20 (a b : Nat) (h : a ≤ b) : a = b := by injection h

-- subst
--| Tactic `subst` failed
theorem t21 (a b : Nat) (h : a + 1 = 0) : a = b := by subst h

-- rw
--| Tactic `rewrite` failed: Did not find an occurrence of the pattern
theorem t22 (a b : Nat) (h : a = b) : b = b + 1 := by rw [h]

-- simp
--| `simp` made no progress
theorem t23 (p : Prop) : p := by simp

-- simp_all
--| simp_all made no progress
theorem t24 (p q : Prop) (h : p ∨ q) : p := by simp_all

-- dsimp
--| `dsimp` made no progress
theorem t25 (p : Prop) : p := by dsimp

-- unfold
--| Tactic `unfold` failed to unfold `double`
theorem t26 (n : Nat) : n = n := by unfold double

-- split
--| Tactic `split` failed
theorem t27 (p : Prop) : p := by split

-- specialize
--| Function expected at
theorem t28 (a b : Nat) : a = b := by specialize a b

-- case
--| Case tag `foo` not found.
theorem t29 (p : Prop) : p := by
  case foo => skip

-- first
--| Tactic `contradiction` failed
theorem t30 (p : Prop) : p := by first | assumption | contradiction

-- done
--| unsolved goals
--| p : Prop
--| ⊢ p
theorem t31 (p : Prop) : p := by done

-- calc
--| Type mismatch
theorem t32 (a b c : Nat) (h : a = b) : a = c := by
  calc a = b := h
    _ = a := h

-- no structural recursion
--| failed to infer structural recursion
theorem t33 (n : Nat) : loop n = 0 := by rfl
where loop (n : Nat) : Nat := loop (n + 1)

-- a recursor that is not a function
--| Application type mismatch
theorem t34 (f : Nat → Nat) : f true = 3 := rfl

-- refine
--| unsolved goals
--| p q : Prop
--| h : p
--| ⊢ q
theorem t35 (p q : Prop) (h : p) : p ∧ q := by refine ⟨h, ?_⟩

-- right
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
--| 'change' tactic failed, pattern
--|   n = 2
--| is not definitionally equal to target
--|   n = 1
theorem t37 (n : Nat) : n = 1 := by change n = 2

-- have
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
--| Type mismatch
--|   k
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t40 (p q : Prop) (h : p) : q := by suffices k : p from k

-- rcases
--| unsolved goals
--| case inr
--| p q : Prop
--| b : q
--| ⊢ p
theorem t41 (p q : Prop) (h : p ∨ q) : p := by
  rcases h with a | b
  · exact a

-- rintro
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
--| unsolved goals
--| p : Prop
--| ⊢ False
theorem t43 (p : Prop) : p := by exfalso

-- by_cases
--| unsolved goals
--| case neg
--| p : Prop
--| h : ¬p
--| ⊢ p
theorem t44 (p : Prop) : p := by
  by_cases h : p
  · exact h

-- rw at
--| Invalid rewrite argument: Expected an equality or iff proof or definition name, but `a` is a value of type
--|   Nat
theorem t45 (a b : Nat) (h : a = b) : b = 3 := by rw [a] at h

-- simp at
--| `simp` made no progress
theorem t46 (p q : Prop) (h : p ∧ q) : p := by
  simp at h
  exact h

-- simp only
--| `simp` made no progress
theorem t47 (p q : Prop) (h : p ∧ q) : p := by simp only [or_true]

-- simpa
--| Type mismatch: After simplification, term
--|   h
--|  has type
--|   p ∨ q
--| but is expected to have type
--|   p
theorem t48 (p q : Prop) (h : p ∨ q) : p := by simpa using h

-- generalize
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
--| Unknown identifier `q`
theorem t50 (p : Prop) : p := by revert q

-- clear
--| Tactic `assumption` failed
--|
--| p : Prop
--| ⊢ p
theorem t51 (p : Prop) (h : p) : p := by
  clear h
  assumption

-- rename_i
--| too many variable names provided
theorem t52 (p : Prop) : p → p := by
  intro h
  rename_i k
  exact k

-- next
--| too many variable names provided
theorem t53 (p : Prop) : p := by next h => exact h

-- <;>
--| Type mismatch
--|   h
--| has type
--|   p
--| but is expected to have type
--|   q
theorem t54 (p q : Prop) (h : p) : p ∧ q := by constructor <;> exact h

-- try
--| unsolved goals
--| p : Prop
--| ⊢ p
theorem t55 (p : Prop) : p := by try contradiction

-- repeat
--| unsolved goals
--| case right
--| p q : Prop
--| h : p
--| ⊢ q
theorem t56 (p q : Prop) (h : p) : p ∧ q := by repeat (first | assumption | constructor)

-- all_goals
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
--| Tactic failed on all goals:
--|   exact h
theorem t58 (p q : Prop) (h : p) : p ∧ q := by any_goals exact h

-- trivial
--| Tactic `assumption` failed
--|
--| p : Prop
--| ⊢ p
theorem t59 (p : Prop) : p := by trivial

-- skip
--| unsolved goals
--| p : Prop
--| ⊢ p
theorem t60 (p : Prop) : p := by skip

-- funext
--| unsolved goals
--| f g : Nat → Nat
theorem t61 (f g : Nat → Nat) : f = g := by funext

-- ext
--| No applicable extensionality theorem found for type
--|   Nat
--|
--| Note: Extensionality theorems can be registered by marking them with the `[ext]` attribute
theorem t62 (a b : Nat) : a = b := by ext

-- congr
--| unsolved goals
--| a b : Nat
--| f : Nat → Nat
--| ⊢ a = b
theorem t63 (a b : Nat) (f : Nat → Nat) : f a = f b := by congr

-- match
--| Missing cases:
--| (Nat.succ _)
theorem t64 (n : Nat) : n = n := by
  match n with
  | 0 => rfl

-- ▸
--| Type mismatch
--|   rfl
--| has type
theorem t65 (a b c : Nat) (h : a = b) : b = c := h ▸ rfl

-- ∃!
--| Application type mismatch: The argument
--|   rfl
--| has type
theorem t66 (a : Nat) : ∃! x, x = a := ⟨a, rfl⟩

-- conv
--| Tactic `rewrite` failed: Did not find an occurrence of the pattern
--|   ?n + ?m
--| in the target expression
--|   a * b
--|
--| a b : Nat
theorem t67 (a b : Nat) : a * b = a := by conv => lhs; rw [Nat.add_comm]

-- replace
--| numerals are data in Lean, but the expected type is a proposition
--|   p : Prop
theorem t68 (p q : Prop) (h : p → q) : q := by replace h := h 3

-- rwa
--| Tactic `rewrite` failed: Did not find an occurrence of the pattern
--|   a
--| in the target expression
--|   b = 3
--|
--| a b : Nat
theorem t69 (a b : Nat) (h : a = b) : b = 3 := by rwa [h]

-- delta
--| Unknown constant `foo`
theorem t70 (a b : Nat) (h : a = b) : b = a := by delta foo

-- rewrite
--| unsolved goals
--| a b : Nat
--| h : a = b
--| ⊢ b = b
theorem t71 (a b : Nat) (h : a = b) : b = a := by rewrite [h]

-- intros
--| Tactic `assumption` failed
--|
--| p q : Prop
theorem t72 (p q : Prop) : p → q := by intros; assumption

-- a focused goal
--| unsolved goals
--| p : Prop
--| ⊢ p
theorem t73 (p : Prop) : p := by · skip
