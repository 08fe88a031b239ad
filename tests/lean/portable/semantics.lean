import Mathlib

namespace Course

inductive Expr where
  | num : ℕ → Expr
  | plus : Expr → Expr → Expr

open Expr

def eval : Expr → ℕ
  | num n => n
  | plus a b => eval a + eval b

inductive Big : Expr → ℕ → Prop where
  | num (n : ℕ) : Big (num n) n
  | plus {a b : Expr} {m n : ℕ} : Big a m → Big b n → Big (plus a b) (m + n)

inductive Small : Expr → Expr → Prop where
  | add (m n : ℕ) : Small (plus (num m) (num n)) (num (m + n))
  | left {a a' : Expr} (b : Expr) : Small a a' → Small (plus a b) (plus a' b)
  | right (m : ℕ) {b b' : Expr} : Small b b' → Small (plus (num m) b) (plus (num m) b')

theorem big_eval (e : Expr) : Big e (eval e) := by
  induction e with
  | num n => exact Big.num n
  | plus a b iha ihb => exact Big.plus iha ihb

theorem eval_of_big {e : Expr} {n : ℕ} (h : Big e n) : eval e = n := by
  induction h with
  | num n => rfl
  | plus _ _ iha ihb => rw [eval, iha, ihb]

theorem deterministic {e : Expr} {m n : ℕ} (h : Big e m) (k : Big e n) : m = n := by
  rw [← eval_of_big h, eval_of_big k]

theorem small_keeps_value {e e' : Expr} (h : Small e e') : eval e = eval e' := by
  induction h with
  | add m n => rfl
  | left b _ ih => simp only [eval, ih]
  | right m _ ih => simp only [eval, ih]

theorem progress (e : Expr) : (∃ n, e = num n) ∨ ∃ e', Small e e' := by
  induction e with
  | num n => exact Or.inl ⟨n, rfl⟩
  | plus a b iha ihb =>
    right
    rcases iha with ⟨m, rfl⟩ | ⟨a', ha⟩
    · rcases ihb with ⟨n, rfl⟩ | ⟨b', hb⟩
      · exact ⟨_, Small.add m n⟩
      · exact ⟨_, Small.right m hb⟩
    · exact ⟨_, Small.left b ha⟩

theorem numbers_are_done (n : ℕ) (e : Expr) : ¬Small (num n) e := by
  intro h
  cases h

end Course
