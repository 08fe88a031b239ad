-- Right uses of tactics and notation, each behind its name.
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

-- intro
theorem t1 (p q : Prop) : p → q → p := by
  intro hp _
  exact hp

-- intro a pattern
theorem t2 (p q : Prop) : p ∧ q → q := by
  intro ⟨_, hq⟩
  exact hq

-- intros
theorem t3 (p q : Prop) : p → q → p := by
  intros
  assumption

-- exact
theorem t4 (p : Prop) (h : p) : p := by exact h

-- refine
theorem t5 (p q : Prop) (h : p ∧ q) : q ∧ p := by
  refine ⟨?_, h.1⟩
  exact h.2

-- apply
theorem t6 (p q : Prop) (h : p → q) (hp : p) : q := by
  apply h
  exact hp

-- assumption
theorem t7 (p : Prop) (_ : p) : p := by assumption

-- constructor
theorem t8 (p q : Prop) (h : p ∧ q) : q ∧ p := by
  constructor
  · exact h.2
  · exact h.1

-- left
theorem t9 (p q : Prop) (h : p) : p ∨ q := by
  left
  exact h

-- right
theorem t10 (p q : Prop) (h : q) : p ∨ q := by
  right
  exact h

-- exists
theorem t11 : ∃ n, n + 2 = 5 := by exists 3

-- rfl
theorem t12 (n : Nat) : n + 0 = n := by rfl

-- rfl for iff
theorem t13 (p : Prop) : p ↔ p := by rfl

-- symm
theorem t14 (a b : Nat) (h : a = b) : b = a := by
  symm
  exact h

-- show
theorem t15 (n : Nat) : n + 0 = n := by
  show n = n
  rfl

-- change
theorem t16 (n : Nat) (h : n + 0 = 3) : n = 3 := by
  change n = 3 at h
  exact h

-- have
theorem t17 (p q : Prop) (h : p ∧ q) : p := by
  have ⟨hp, _⟩ := h
  exact hp

-- let
theorem t18 (n : Nat) : ∃ m, m = n + 1 := by
  let m := n + 1
  exact ⟨m, rfl⟩

-- suffices
theorem t19 (p q : Prop) (h : p) (k : p → q) : q := by
  suffices hp : p from k hp
  exact h

-- replace
theorem t20 (p q : Prop) (h : p ∧ q) : p := by
  replace h := h.1
  exact h

-- obtain
theorem t21 (p : Nat → Prop) (h : ∃ x, p x ∧ x > 3) : ∃ y, p y := by
  obtain ⟨x, hx, -⟩ := h
  exact ⟨x, hx⟩

-- rcases
theorem t22 (p q : Prop) (h : p ∨ q) : q ∨ p := by
  rcases h with h | h
  · exact Or.inr h
  · exact Or.inl h

-- rintro
theorem t23 (p q : Prop) : p ∧ q → q ∧ p := by
  rintro ⟨a, b⟩
  exact ⟨b, a⟩

-- cases
theorem t24 (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h with
  | inl h => exact Or.inr h
  | inr h => exact Or.inl h

-- cases on a number
theorem t25 (n : Nat) : n = 0 ∨ 0 < n := by
  cases n with
  | zero => exact Or.inl rfl
  | succ k => exact Or.inr (Nat.succ_pos k)

-- induction
theorem t26 (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ k ih => rw [← Nat.add_assoc, ih]

-- induction generalizing
theorem t27 (a b : Nat) : a + b = b + a := by
  induction a generalizing b with
  | zero => simp
  | succ k ih => rw [Nat.succ_add, ih, Nat.add_succ]

-- contradiction
theorem t28 (p q : Prop) (h : p) (n : ¬p) : q := by contradiction

-- exfalso
theorem t29 (p q : Prop) (h : p) (n : ¬p) : q := by
  exfalso
  exact n h

-- by_cases
theorem t30 (p q : Prop) : ¬(p ∧ q) ↔ ¬p ∨ ¬q := by
  by_cases hp : p <;> by_cases hq : q <;> simp [hp, hq]

-- injection
theorem t31 (a b : Nat) (h : a.succ = b.succ) : a = b := by injection h

-- subst
theorem t32 (a b : Nat) (h : a = b) (k : a = 3) : b = 3 := by
  subst h
  exact k

-- rw
theorem t33 (a b c : Nat) (h : a = b) (k : c = b) : a = c := by rw [h, ← k]

-- rw at
theorem t34 (a b c : Nat) (h : a = b) (k : b = c) : a = c := by
  rw [k] at h
  exact h

-- rewrite
theorem t35 (a b : Nat) (h : a = b) : b + a = b + b := by
  rewrite [h]
  rfl

-- rwa
theorem t36 (a b : Nat) (h : a = b) : b = a := by rwa [eq_comm]

-- simp
theorem t37 (n : Nat) : n + 0 = 0 + n ∧ True := by simp

-- simp only
theorem t38 (p q : Prop) (h : p) : p ∨ q := by simp only [h, true_or]

-- simp at
theorem t39 (a b : Nat) (h : a + 1 = b + 1) : a = b := by
  simp at h
  exact h

-- simp with numerals
theorem t40 (a : Nat) : a + 3 = 5 ↔ a = 2 := by simp

-- simp_all
theorem t41 (a b : Nat) (h : a = b) (k : a = 3) : b = 3 := by simp_all

-- simpa
theorem t42 (a b : Nat) (h : a + 1 = b + 1) : a = b := by simpa using h

-- dsimp
theorem t43 (n : Nat) : (fun m : Nat => m + 0) n = n := by dsimp

-- unfold
theorem t44 (n : Nat) : double n = n + n := by
  unfold double
  rfl

-- delta
theorem t45 (n : Nat) : double n = n + n := by
  delta double
  rfl

-- decide
theorem t46 : 10 < 20 ∧ 3 ∣ 12 ∧ ¬5 ∣ 12 := by decide

-- split
theorem t47 (n : Nat) : (if n = 3 then 1 else 2) ≠ 0 := by
  split
  · decide
  · decide

-- generalize
theorem t48 (a b : Nat) : (a + 1) + b = b + (a + 1) := by
  generalize a + 1 = c
  exact Nat.add_comm c b

-- specialize
theorem t49 (p : Nat → Prop) (h : ∀ x, p x) : p 3 := by
  specialize h 3
  exact h

-- revert
theorem t50 (p q : Prop) (h : p) (k : p → q) : q := by
  revert h
  exact k

-- clear
theorem t51 (p q : Prop) (h : p) (k : q) : p := by
  clear k
  exact h

-- rename_i
theorem t52 (p q : Prop) : p → q → p := by
  intros
  rename_i a b
  exact a

-- next
theorem t53 (n : Nat) : 0 + n = n := by
  induction n
  next => rfl
  next k ih => rw [← Nat.add_assoc, ih]

-- case
theorem t54 (n : Nat) : 0 + n = n := by
  induction n
  case succ k ih => rw [← Nat.add_assoc, ih]
  case zero => rfl

-- <;>
theorem t55 (p q : Prop) (h : p) (k : q) : p ∧ q := by constructor <;> assumption

-- first
theorem t56 (p q : Prop) (h : q) : p ∨ q := by first | exact Or.inl h | exact Or.inr h

-- try
theorem t57 (p : Prop) (h : p) : p := by
  try contradiction
  exact h

-- repeat
theorem t58 (p q r : Prop) (h : p) (k : q) (l : r) : p ∧ q ∧ r := by
  repeat (first | assumption | constructor)

-- all_goals
theorem t59 (p : Prop) (h : p) : p ∧ p := by
  constructor
  all_goals exact h

-- any_goals
theorem t60 (p q : Prop) (h : p) (k : q) : p ∧ q := by
  constructor
  any_goals exact h
  exact k

-- trivial
theorem t61 : True := by trivial

-- skip and done
theorem t62 (p : Prop) (h : p) : p := by
  skip
  exact h
  done

-- funext
theorem t63 (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by
  funext x
  exact h x

-- ext
theorem t64 (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by
  ext x
  exact h x

-- congr
theorem t65 (a b : Nat) (f : Nat → Nat) (h : a = b) : f a = f b := by congr

-- calc
theorem t66 (a b c : Nat) (h : a < b) (k : b = c) : a < c := by
  calc a
    _ < b := h
    _ = c := k

-- match
theorem t67 (n : Nat) : n * 0 = 0 := by
  match n with
  | 0 => rfl
  | k + 1 => rfl

-- ▸
theorem t68 (a b : Nat) (h : a = b) : b = a := h ▸ rfl

-- ∃!
theorem t69 (a : ℕ) : ∃! x, x = a := ⟨a, rfl, fun _ h => h⟩

-- excluded middle
theorem t70 (p : Prop) : p ∨ ¬p := Classical.em p

-- bounded quantifiers
theorem t71 (p : Nat → Prop) (h : ∀ n ≥ 3, p n) : ∃ n > 4, p n := ⟨5, by decide, h 5 (by decide)⟩

-- lists
theorem t72 (xs : List Nat) : (1 :: xs ++ []).length = xs.length + 1 := by simp

-- strings
theorem t73 : "ab" = String.ofList [Char.ofNat 97, Char.ofNat 98] := rfl

-- recursion
theorem t74 : fib 10 = 55 := by decide

-- injective constructors
theorem t75 (a b : Nat) (h : Point.mk a b = Point.mk b a) : a = b := by
  simp at h
  exact h.1

-- conv
theorem t76 (a b c : Nat) : a + (b + c) = a + (c + b) := by
  conv =>
    lhs
    arg 2
    rw [Nat.add_comm]

-- exact?
theorem t77 (a b : Nat) : a * b = b * a := by exact?

-- strong induction
theorem t78 (n : Nat) : n < 2 ^ n := by
  induction n using Nat.strongRecOn with
  | ind n ih =>
    cases n with
    | zero => decide
    | succ k => exact Nat.lt_two_pow_self

-- classical if
theorem t79 (p : Prop) : ∃ n : Nat, (p → n = 1) ∧ (¬p → n = 0) := by
  by_cases h : p
  · exact ⟨1, by simp [h]⟩
  · exact ⟨0, by simp [h]⟩

-- nofun
theorem t80 (n : Nat) : n.succ ≠ 0 := nofun

-- structured proof
theorem t81 (p : Nat → Prop) (h : ∀ n, p n → p (n + 1)) (z : p 0) : p 2 :=
  have one : p 1 := h 0 z
  show p 2 from h 1 one

-- two parts in turn
theorem t82 (p q : Prop) (h : p ∧ q) : q ∧ p := ⟨h.2, h.1⟩

-- omega
theorem t83 (a b : ℕ) (h : a < b) : a + 1 ≤ b := by omega

-- ring
theorem t84 (a b : ℤ) : (a + b) * (a - b) = a ^ 2 - b ^ 2 := by ring

-- use
theorem t86 : ∃ n : ℕ, n * n = 49 := by use 7

-- by_contra
theorem t87 (p : Prop) (h : ¬¬p) : p := by
  by_contra k
  exact h k

-- push_neg
theorem t88 (p : ℕ → Prop) (h : ¬∀ n, p n) : ∃ n, ¬p n := by
  push_neg at h
  exact h

-- norm_num
theorem t89 : (12 : ℕ) * 12 = 144 := by norm_num

-- tauto
theorem t90 (p q : Prop) (h : p ∧ q) : q ∧ p := by tauto

-- contrapose
theorem t91 (p q : Prop) (h : ¬q → ¬p) : p → q := by
  contrapose
  exact h

-- exact_mod_cast
theorem t95 (a b : ℕ) (h : a = b) : (a : ℤ) = b := by exact_mod_cast h

-- push_cast
theorem t96 (a b : ℕ) : ((a + b : ℕ) : ℤ) = (a : ℤ) + b := by push_cast; rfl

-- fun_induction
theorem t97 (n : ℕ) : fib n ≤ 2 ^ n := by
  fun_induction fib n with
  | case1 => decide
  | case2 => decide
  | case3 n h k =>
    rw [Nat.pow_succ]
    rw [Nat.pow_succ] at *
    omega

-- division, membership, composition and pairs
theorem t98 (p : ℕ × ℕ) (f : ℕ → ℕ) : 7 / 2 = 3 ∧ 7 % 2 = 1 ∧ (f ∘ f) p.1 = f (f p.1) := ⟨rfl, rfl, rfl⟩

-- membership
theorem t99 (xs : List ℕ) (h : 3 ∈ xs) (k : 4 ∉ xs) : ∃ x ∈ xs, x ≠ 4 := ⟨3, h, by decide⟩
