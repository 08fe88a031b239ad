import Mathlib

namespace Course

inductive Expr where
  | num (n : ℕ) : Expr
  | plus (a b : Expr) : Expr
  | times (a b : Expr) : Expr

namespace Expr

def eval : Expr → ℕ
  | num n => n
  | plus a b => eval a + eval b
  | times a b => eval a * eval b

def swap : Expr → Expr
  | num n => num n
  | plus a b => plus (swap b) (swap a)
  | times a b => times (swap b) (swap a)

theorem eval_swap (e : Expr) : eval (swap e) = eval e := by
  induction e with
  | num n => rfl
  | plus a b iha ihb =>
    rw [swap, eval, eval, iha, ihb, add_comm]
  | times a b iha ihb =>
    rw [swap, eval, eval, iha, ihb, mul_comm]

example : eval (plus (num 2) (times (num 3) (num 4))) = 14 := rfl

theorem plus_injective (a b c d : Expr) (h : plus a b = plus c d) : a = c ∧ b = d := by
  injection h with h k
  exact ⟨h, k⟩

theorem num_is_not_plus (n : ℕ) (a b : Expr) : num n ≠ plus a b := by
  intro h
  cases h

end Expr

end Course
