import Mathlib

namespace Course

variable {α : Type*}

inductive Palindrome : List α → Prop where
  | nil : Palindrome []
  | single (a : α) : Palindrome [a]
  | sandwich (a : α) {l : List α} : Palindrome l → Palindrome ([a] ++ l ++ [a])

theorem reverse_of_palindrome {l : List α} (h : Palindrome l) : l.reverse = l := by
  induction h with
  | nil => rfl
  | single a => rfl
  | sandwich a _ ih => simp [ih]

theorem palindrome_of_reverse {l : List α} (h : Palindrome l) : Palindrome l.reverse := by
  rw [reverse_of_palindrome h]
  exact h

theorem three (a b : α) : Palindrome [a, b, a] := Palindrome.sandwich a (Palindrome.single b)

theorem twice (a : α) (l : List α) (h : Palindrome l) : (a :: (l ++ [a])).reverse = a :: (l ++ [a]) := by
  simp [reverse_of_palindrome h]

end Course
