import Mathlib

namespace Course

def insert (x : ℕ) : List ℕ → List ℕ
  | [] => [x]
  | y :: ys => if x ≤ y then x :: y :: ys else y :: insert x ys

def sort : List ℕ → List ℕ
  | [] => []
  | x :: xs => insert x (sort xs)

inductive Sorted : List ℕ → Prop where
  | nil : Sorted []
  | single (x : ℕ) : Sorted [x]
  | cons (x y : ℕ) (l : List ℕ) : x ≤ y → Sorted (y :: l) → Sorted (x :: y :: l)

theorem length_insert (x : ℕ) (l : List ℕ) : (insert x l).length = l.length + 1 := by
  induction l with
  | nil => rfl
  | cons y ys ih =>
    unfold insert
    split_ifs with h
    · rfl
    · simp [ih]

theorem length_sort (l : List ℕ) : (sort l).length = l.length := by
  induction l with
  | nil => rfl
  | cons x xs ih => rw [sort, length_insert, ih, List.length_cons]

theorem sorted_insert (x : ℕ) (l : List ℕ) (h : Sorted l) : Sorted (insert x l) := by
  induction h with
  | nil => exact Sorted.single x
  | single y =>
    by_cases hxy : x ≤ y
    · simp only [insert, if_pos hxy]
      exact Sorted.cons x y [] hxy (Sorted.single y)
    · simp only [insert, if_neg hxy]
      exact Sorted.cons y x [] (by omega) (Sorted.single x)
  | cons y z l hyz hz ih =>
    by_cases hxy : x ≤ y
    · rw [insert, if_pos hxy]
      exact Sorted.cons x y (z :: l) hxy (Sorted.cons y z l hyz hz)
    · rw [insert, if_neg hxy]
      by_cases hxz : x ≤ z
      · rw [insert, if_pos hxz] at *
        exact Sorted.cons y x (z :: l) (by omega) ih
      · rw [insert, if_neg hxz] at *
        exact Sorted.cons y z _ hyz ih

theorem sorted_sort (l : List ℕ) : Sorted (sort l) := by
  induction l with
  | nil => exact Sorted.nil
  | cons x xs ih => exact sorted_insert x (sort xs) ih

example : sort [3, 1, 2] = [1, 2, 3] := by decide

end Course
