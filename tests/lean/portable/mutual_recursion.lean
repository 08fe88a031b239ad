import Mathlib

namespace Course

mutual
def isEven : ℕ → Bool
  | 0 => true
  | n + 1 => isOdd n
def isOdd : ℕ → Bool
  | 0 => false
  | n + 1 => isEven n
end

theorem even_or_odd (n : ℕ) : isEven n = !isOdd n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [isEven, isOdd, ih]

theorem even_spec (n : ℕ) : isEven n = true ↔ n % 2 = 0 := by
  induction n using Nat.twoStepInduction with
  | zero => simp [isEven]
  | one => simp [isEven, isOdd]
  | more n ih _ =>
    simp only [isEven, isOdd, ih]
    omega

mutual
inductive EvenP : ℕ → Prop where
  | zero : EvenP 0
  | succ (n : ℕ) : OddP n → EvenP (n + 1)
inductive OddP : ℕ → Prop where
  | succ (n : ℕ) : EvenP n → OddP (n + 1)
end

theorem one_odd : OddP 1 := OddP.succ 0 EvenP.zero

theorem each_is_one (n : ℕ) : EvenP n ∨ OddP n := by
  induction n with
  | zero => exact Or.inl EvenP.zero
  | succ n ih =>
    rcases ih with h | h
    · exact Or.inr (OddP.succ n h)
    · exact Or.inl (EvenP.succ n h)

theorem even_two (n : ℕ) (h : EvenP n) : EvenP (n + 2) := EvenP.succ _ (OddP.succ _ h)

end Course
