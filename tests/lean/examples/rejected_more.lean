-- More wrong uses: behind its name the place and what Lean's message contains, then the use.
prelude
import Lemmata

def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)

-- exact?
--@ 1:43
--| could not close the goal
theorem t89 (p q : Prop) (h : p) : q := by exact?

-- omega
--@ 1:36
--| omega could not prove the goal
theorem t74 (a b : ℕ) : a < b := by omega

-- ring
--@ 1:44
--| ring failed: the two sides are not equal in every commutative ring
theorem t75 (a b : ℤ) : a - b = b - a := by ring

-- ring_nf
--@ 1:38
--| ring failed: the two sides are not equal in every commutative ring
theorem t76 (a : ℕ) : a + a = a := by ring_nf

-- use
--@ 1:37
--| unsolved goals
theorem t77 : ∃ n : ℕ, n * n = 50 := by use 7

-- by_contra
--@ 1:30
--| unsolved goals
theorem t78 (p : Prop) : p := by by_contra k

-- push_neg
--@ 1:42
--| unsolved goals
theorem t79 (p : ℕ → Prop) : ¬∀ n, p n := by push_neg

-- tauto
--@ 1:44
--| unsolved goals
theorem t81 (p q : Prop) (h : p ∨ q) : p := by tauto

-- contrapose
--@ 1:36
--| unsolved goals
theorem t82 (p q : Prop) : p → q := by contrapose

-- exact_mod_cast
--@ 1:58
--| mod_cast has type
theorem t86 (a b : ℕ) (h : a = b) : (a : ℤ) = b + 1 := by exact_mod_cast h

-- push_cast
--@ 1:49
--| unsolved goals
theorem t87 (a b : ℕ) : ((a + b : ℕ) : ℤ) = 1 := by push_cast

-- fun_induction
--@ 1:52
--| Unknown constant `n`
theorem t88 (n : ℕ) : fib n = 0 := by fun_induction n

-- if
--@ 1:26
--| failed to synthesize
theorem t90 (p : Prop) : (if p then 1 else 2) = 3 := by decide

-- fun
--@ 1:39
--| Type mismatch
theorem t91 : ℕ → ℕ → Prop := fun a => a

-- numbers
--@ 1:54
--| Tactic `decide` proved that the proposition
theorem t92 : 7 / 2 = 4 ∧ 7 % 2 = 1 ∧ 7 - 8 = 1 := by decide

-- lists
--@ 1:63
--| Tactic `rfl` failed
theorem t93 (xs : List ℕ) (n : ℕ) : n :: (xs ++ xs) = xs := by rfl

-- membership
--@ 1:51
--| Type mismatch
theorem t94 (xs : List ℕ) (h : 3 ∉ xs) : 3 ∈ xs := h

-- composition and pairs
--@ 1:64
--| Tactic `rfl` failed
theorem t95 (f : ℕ → ℕ) (p : ℕ × ℕ) : (f ∘ f) p.1 = f p.2 := by rfl

-- order and divisibility
--@ 1:45
--| Type mismatch
theorem t96 (a b : ℕ) (h : a ∣ b) : a ≥ b := h

-- greater
--@ 1:53
--| Type mismatch
theorem t97 (a b : ℕ) (h : a > b) : a ≠ b ^ 2 * 1 := h

-- equivalence
--@ 1:52
--| Application type mismatch: The last
theorem t98 (p q : Prop) (h : p → q) : p ↔ q := ⟨h, h⟩

-- norm_num
--@ 1:37
--| unsolved goals
--| ⊢ False
theorem t80 : (12 : ℕ) * 12 = 145 := by norm_num
