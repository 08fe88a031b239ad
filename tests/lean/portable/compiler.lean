import Mathlib

namespace Course

inductive Expr : Type where
  | const (n : ℕ)
  | add (e₁ e₂ : Expr)
  | mul (e₁ e₂ : Expr)

inductive Instr : Type where
  | push (n : ℕ)
  | add
  | mul

def Expr.eval : Expr → ℕ
  | .const n => n
  | .add e₁ e₂ => e₁.eval + e₂.eval
  | .mul e₁ e₂ => e₁.eval * e₂.eval

def Expr.compile : Expr → List Instr
  | .const n => [.push n]
  | .add e₁ e₂ => e₁.compile ++ e₂.compile ++ [.add]
  | .mul e₁ e₂ => e₁.compile ++ e₂.compile ++ [.mul]

def run : List Instr → List ℕ → List ℕ
  | [], s => s
  | .push n :: is, s => run is (n :: s)
  | .add :: is, b :: a :: s => run is ((a + b) :: s)
  | .mul :: is, b :: a :: s => run is ((a * b) :: s)
  | _ :: is, s => run is s

theorem correct_with_rest (e : Expr) (is : List Instr) (s : List ℕ) :
    run (e.compile ++ is) s = run is (e.eval :: s) := by
  induction e generalizing is s with
  | const n => rfl
  | add e₁ e₂ ih₁ ih₂ =>
    simp only [Expr.compile, List.append_assoc]
    rw [ih₁, ih₂]
    rfl
  | mul e₁ e₂ ih₁ ih₂ =>
    simp only [Expr.compile, List.append_assoc]
    rw [ih₁, ih₂]
    rfl

theorem correct (e : Expr) : run e.compile [] = [e.eval] := by
  have h := correct_with_rest e [] []
  rw [List.append_nil] at h
  rw [h]
  rfl

example : run (Expr.compile (.add (.const 2) (.mul (.const 3) (.const 4)))) [] = [14] := rfl

end Course
