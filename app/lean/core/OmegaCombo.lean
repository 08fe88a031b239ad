/-
Linear combinations of integers, as `omega` writes them: a constant and the coefficients of the unknowns.
-/
prelude
import Lemmata.OmegaCoeffs
set_option autoImplicit false
set_option interpreter.prefer_native true

noncomputable section

namespace Lean.Omega

/-- A constant, and the coefficients of the unknowns. -/
structure LinearCombo where
  const : Int := 0
  coeffs : Coeffs := []

namespace LinearCombo

/-- The value of the linear combination at given values of the unknowns. -/
def eval (lc : LinearCombo) (values : Coeffs) : Int := lc.const + lc.coeffs.dot values
/-- The `i`-th unknown. -/
def coordinate (i : Nat) : LinearCombo := ⟨0, Coeffs.set [] i 1⟩
def add (l₁ l₂ : LinearCombo) : LinearCombo := ⟨l₁.const + l₂.const, l₁.coeffs + l₂.coeffs⟩
def sub (l₁ l₂ : LinearCombo) : LinearCombo := ⟨l₁.const - l₂.const, l₁.coeffs - l₂.coeffs⟩
def neg (lc : LinearCombo) : LinearCombo := ⟨-lc.const, -lc.coeffs⟩
def smul (lc : LinearCombo) (i : Int) : LinearCombo := ⟨i * lc.const, i * lc.coeffs⟩
instance instAdd : Add LinearCombo := ⟨add⟩
instance instSub : Sub LinearCombo := ⟨sub⟩
instance instNeg : Neg LinearCombo := ⟨neg⟩
instance instHMulInt : HMul Int LinearCombo LinearCombo := ⟨fun i lc => smul lc i⟩
/-- The product, if one of the two factors is constant. -/
def mul (l₁ l₂ : LinearCombo) : LinearCombo := l₂.const * l₁ + l₁.const * l₂ - ⟨l₁.const * l₂.const, []⟩

theorem coordinate_eval (i : Nat) (v : Coeffs) : (coordinate i).eval v = v.get i := by
  show 0 + IntList.dot (IntList.set [] i 1) v = _
  rw [Int.zero_add, IntList.dot_set_left]
  show 0 + (1 - 0) * IntList.get v i = _
  rw [Int.zero_add, Int.sub_zero, Int.one_mul]
section
variable {a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 : Int} {t : List Int}
theorem coordinate_eval_0 : (coordinate 0).eval (.ofList (a0 :: t)) = a0 := coordinate_eval 0 _
theorem coordinate_eval_1 : (coordinate 1).eval (.ofList (a0 :: a1 :: t)) = a1 := coordinate_eval 1 _
theorem coordinate_eval_2 : (coordinate 2).eval (.ofList (a0 :: a1 :: a2 :: t)) = a2 := coordinate_eval 2 _
theorem coordinate_eval_3 : (coordinate 3).eval (.ofList (a0 :: a1 :: a2 :: a3 :: t)) = a3 :=
  coordinate_eval 3 _
theorem coordinate_eval_4 : (coordinate 4).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: t)) = a4 :=
  coordinate_eval 4 _
theorem coordinate_eval_5 : (coordinate 5).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: t)) = a5 :=
  coordinate_eval 5 _
theorem coordinate_eval_6 :
    (coordinate 6).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: t)) = a6 :=
  coordinate_eval 6 _
theorem coordinate_eval_7 :
    (coordinate 7).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: t)) = a7 :=
  coordinate_eval 7 _
theorem coordinate_eval_8 :
    (coordinate 8).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: a8 :: t)) = a8 :=
  coordinate_eval 8 _
theorem coordinate_eval_9 :
    (coordinate 9).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: a8 :: a9 :: t)) = a9 :=
  coordinate_eval 9 _
end

theorem add_eval (l₁ l₂ : LinearCombo) (v : Coeffs) : (l₁ + l₂).eval v = l₁.eval v + l₂.eval v := by
  show l₁.const + l₂.const + IntList.dot (l₁.coeffs + l₂.coeffs) v = _
  rw [IntList.dot_distrib_left]
  rw [Int.add_assoc, Int.add_left_comm l₂.const, ← Int.add_assoc]
  rfl
theorem neg_eval (lc : LinearCombo) (v : Coeffs) : (-lc).eval v = -lc.eval v := by
  show -lc.const + IntList.dot (-lc.coeffs) v = _
  rw [IntList.dot_neg_left]
  exact Int.neg_add.symm
theorem sub_eval (l₁ l₂ : LinearCombo) (v : Coeffs) : (l₁ - l₂).eval v = l₁.eval v - l₂.eval v := by
  have e : l₁ - l₂ = l₁ + -l₂ := congrArg (LinearCombo.mk _) (IntList.sub_eq_add_neg l₁.coeffs l₂.coeffs)
  rw [e, add_eval, neg_eval, Int.sub_eq_add_neg]
theorem smul_eval (lc : LinearCombo) (i : Int) (v : Coeffs) : (i * lc).eval v = i * lc.eval v := by
  show i * lc.const + IntList.dot (i * lc.coeffs) v = _
  rw [IntList.dot_smul_left]
  exact (Int.mul_add _ _ _).symm
private theorem eval_of_isZero {l : LinearCombo} (w : l.coeffs.isZero) (v : Coeffs) : l.eval v = l.const :=
  (congrArg (l.const + ·) (IntList.dot_of_left_zero w)).trans (Int.add_zero _)
private theorem mul_eval_aux (l₁ l₂ : LinearCombo) (v : Coeffs) :
    (mul l₁ l₂).eval v = l₂.const * l₁.eval v + l₁.const * l₂.eval v - l₁.const * l₂.const := by
  rw [mul, sub_eval, add_eval, smul_eval, smul_eval]
  exact congrArg (_ - ·) (Int.add_zero _)
theorem mul_eval (l₁ l₂ : LinearCombo) (v : Coeffs) (w : l₁.coeffs.isZero ∨ l₂.coeffs.isZero) :
    (mul l₁ l₂).eval v = l₁.eval v * l₂.eval v := by
  rw [mul_eval_aux]
  cases w with
  | inl w => rw [eval_of_isZero w, Int.mul_comm l₂.const, Int.add_comm, Int.add_sub_cancel]
  | inr w => rw [eval_of_isZero w, Int.mul_comm l₂.const, Int.add_sub_cancel]

end LinearCombo

end Lean.Omega
