-- More right uses of tactics and notation, each behind its name.
prelude
import Lemmata

def double (n : ℕ) : ℕ := n + n

-- ∀
theorem t1 (p : ℕ → Prop) (h : ∀ n, p n) : ∀ m, p (m + 1) := fun m => h (m + 1)

-- ∃
theorem t2 : ∃ n : ℕ, n ^ 2 = 49 := ⟨7, rfl⟩

-- →
theorem t3 (p q r : Prop) (f : p → q) (g : q → r) : p → r := fun h => g (f h)

-- ∧
theorem t4 (p q : Prop) (h : p ∧ q) : q ∧ p := ⟨h.2, h.1⟩

-- ∨
theorem t5 (p q : Prop) (h : p) : q ∨ p := Or.inr h

-- ¬
theorem t6 (p q : Prop) (h : p → q) (n : ¬q) : ¬p := fun k => n (h k)

-- ↔
theorem t7 (p q : Prop) : p ∧ q ↔ q ∧ p := ⟨fun h => ⟨h.2, h.1⟩, fun h => ⟨h.2, h.1⟩⟩

-- =
theorem t8 (a b c : ℕ) (h : a = b) (k : b = c) : a = c := h.trans k

-- ≠
theorem t9 (a b : ℕ) (h : a ≠ b) : b ≠ a := h.symm

-- +
theorem t10 (a b c : ℤ) : a + b + c = a + (b + c) := add_assoc a b c

-- *
theorem t11 (a b : ℤ) : a * b = b * a := mul_comm a b

-- -
theorem t12 (a b : ℤ) : a - b = a + -b ∧ (3 : ℕ) - 5 = 0 := ⟨sub_eq_add_neg a b, rfl⟩

-- ^
theorem t13 (a : ℤ) (n : ℕ) : a ^ (n + 1) = a ^ n * a := pow_succ a n

-- /
theorem t14 : (7 : ℕ) / 2 = 3 ∧ (-7 : ℤ) / 2 = -4 := ⟨rfl, rfl⟩

-- %
theorem t15 : (7 : ℕ) % 2 = 1 ∧ (-7 : ℤ) % 2 = 1 := ⟨rfl, rfl⟩

-- ≤
theorem t16 (a b c : ℕ) (h : a ≤ b) (k : b ≤ c) : a ≤ c := h.trans k

-- <
theorem t17 (a b : ℕ) (h : a < b) : a + 1 ≤ b := h

-- ≥
theorem t18 (a b : ℕ) (h : a ≤ b) : b ≥ a := h

-- >
theorem t19 (a b : ℕ) (h : a < b) : b > a := h

-- ∣
theorem t20 (a b : ℕ) (h : a ∣ b) : a ∣ b * 3 := Dvd.dvd.mul_right h 3

-- ∘
theorem t21 (f g : ℕ → ℕ) (a : ℕ) : (f ∘ g) a = f (g a) := rfl

-- ×
theorem t22 (p : ℕ × ℤ) : p = (p.1, p.2) := rfl

-- ::
theorem t23 (a b : ℕ) (xs ys : List ℕ) (h : a :: xs = b :: ys) : a = b := by injection h

-- ++
theorem t24 (xs ys : List ℕ) : (xs ++ ys).length = xs.length + ys.length := by simp

-- [
theorem t25 : [1, 2, 3].length = 3 := rfl

-- ∈
theorem t26 (a : ℕ) (xs : List ℕ) : a ∈ a :: xs := by simp

-- ∉
theorem t27 (a : ℕ) : a ∉ ([] : List ℕ) := by simp

-- ⟨
theorem t28 (p q r : Prop) : p ∧ q ∧ r → r ∧ p := fun ⟨a, _, c⟩ => ⟨c, a⟩

-- 144
theorem t29 : 144 = 12 * 12 := rfl

-- fun
theorem t30 : (fun (n : ℕ) => n + 1) 2 = 3 := rfl

-- let in a statement
theorem t31 (n : ℕ) : let m := n + n; m = 2 * n := by
  intro m
  omega

-- if in a statement
theorem t32 (n : ℕ) (h : n ≤ 3) : (if n ≤ 3 then n else 3) = n := if_pos h

-- ℕ
theorem t33 (n : ℕ) : 0 ≤ n := Nat.zero_le n

-- ℤ
theorem t34 : ∃ a : ℤ, a < 0 := ⟨-1, by decide⟩

-- |x|
theorem t35 (x : ℤ) (h : 0 ≤ x) : |x| = x := abs_of_nonneg h

-- !
open Nat in
theorem t36 (n : ℕ) : (n + 1) ! = (n + 1) * n ! := Nat.factorial_succ n

-- [MOD
theorem t37 : 17 ≡ 5 [MOD 4] := rfl

-- [ZMOD
theorem t38 : -1 ≡ 5 [ZMOD 3] := rfl

-- ·
theorem t39 (p q : Prop) (h : p) (k : q) : p ∧ q := by
  constructor
  · exact h
  · exact k

-- skip
theorem t40 (p : Prop) (h : p) : p := by
  skip
  exact h

-- done
theorem t41 (p : Prop) (h : p) : p := by
  exact h
  done

-- sorry
theorem t42 (p : Prop) : p := by sorry

-- linarith
theorem t43 (a b c : ℤ) (h : a < b) (k : b < c) : a < c := by linarith

-- nlinarith
theorem t44 (a b : ℤ) : 2 * a * b ≤ a ^ 2 + b ^ 2 := by nlinarith [sq_nonneg (a - b)]

-- linear_combination
theorem t45 (a b : ℤ) (h : a = b + 1) : a ^ 2 = b ^ 2 + 2 * b + 1 := by linear_combination (a + b + 1) * h

-- positivity
theorem t46 (a : ℤ) : 0 < a ^ 2 + 1 := by positivity

-- ring_nf
theorem t47 (a : ℤ) : a + a = a * 2 := by ring_nf

-- choose
theorem t48 (p : ℕ → ℕ → Prop) (h : ∀ n, ∃ m, p n m) : ∃ f : ℕ → ℕ, ∀ n, p n (f n) := by
  choose f hf using h
  exact ⟨f, hf⟩

-- simp_rw
theorem t49 (p : ℕ → Prop) (h : ∀ n, p (0 + n)) : ∀ n, p n := by
  simp_rw [zero_add] at h
  exact h

-- conv_lhs
theorem t50 (a b : ℕ) : a + b = b + a := by
  conv_lhs => rw [add_comm]

-- conv_rhs
theorem t51 (a b : ℕ) : a + b = b + a := by
  conv_rhs => rw [add_comm]

-- trans
theorem t52 (a b c : ℕ) (h : a = b) (k : b = c) : a = c := by
  trans b
  · exact h
  · exact k

-- apply_fun
theorem t53 (a b : ℕ) (h : a = b) : double a = double b := by
  apply_fun double at h
  exact h

-- cases'
theorem t54 (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases' h with a b
  · exact Or.inr a
  · exact Or.inl b

-- induction'
theorem t55 (n : ℕ) : 0 + n = n := by
  induction' n with k ih
  · rfl
  · rw [← Nat.add_assoc, ih]

-- split_ifs
theorem t56 (n : ℕ) : (if n = 3 then 1 else 2) ≠ 0 := by
  split_ifs
  · decide
  · decide

-- exacts
theorem t57 (p q : Prop) (h : p) (k : q) : p ∧ q := by
  constructor
  exacts [h, k]

-- norm_cast
theorem t58 (a b : ℕ) (h : (a : ℤ) = b) : a = b := by
  norm_cast at h

-- set
theorem t59 (a b : ℕ) : (a + b) * 1 = a + b := by
  set c := a + b with h
  exact mul_one c

-- lift
theorem t60 (a : ℤ) (h : 0 ≤ a) : ∃ n : ℕ, (n : ℤ) = a := by
  lift a to ℕ using h
  exact ⟨a, rfl⟩

-- convert
theorem t61 (a b : ℕ) (p : ℕ → Prop) (h : p (a + b)) : p (b + a) := by
  convert h using 1
  exact add_comm b a

-- nth_rw
theorem t62 (a b : ℕ) (h : a = b) : a + a = a + b := by nth_rw 2 [h]

-- pick_goal
theorem t63 (p q : Prop) (h : p) (k : q) : p ∧ q := by
  constructor
  pick_goal 2
  · exact k
  · exact h

-- swap
theorem t64 (p q : Prop) (h : p) (k : q) : p ∧ q := by
  constructor
  swap
  · exact k
  · exact h

-- ⊆
theorem s1 (s t u : Set ℕ) (h : s ⊆ t) (k : t ⊆ u) : s ⊆ u := fun _ m => k (h m)

-- ∪
theorem s2 (s t : Set ℕ) : s ∪ t = t ∪ s := by
  ext x
  exact ⟨Or.symm, Or.symm⟩

-- ∩
theorem s3 (s t : Set ℕ) : s ∩ t ⊆ s := fun _ h => h.1

-- \
theorem s4 (s t : Set ℕ) (a : ℕ) (h : a ∈ s \ t) : a ∉ t := h.2

-- ∅
theorem s5 (s : Set ℕ) : ∅ ⊆ s := fun _ h => h.elim

-- {x
theorem s6 : 3 ∈ {x : ℕ | x ≤ 5} := by
  show 3 ≤ 5
  decide

-- {x without a type
theorem s7 (p : ℕ → Prop) (a : ℕ) (h : p a) : a ∈ {x | p x} := h

-- {1,
theorem s8 : 2 ∈ ({1, 2} : Set ℕ) := by simp

-- {x with membership
theorem s9 (s : Set ℕ) : {x ∈ s | x < 3} ⊆ s := fun _ h => h.1
