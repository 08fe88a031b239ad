import Mathlib

namespace Course

def total : List ℕ → ℕ
  | [] => 0
  | x :: xs => x + total xs

theorem total_append (xs ys : List ℕ) : total (xs ++ ys) = total xs + total ys := by
  induction xs with
  | nil => simp [total]
  | cons x xs ih => simp [total, ih, add_assoc]

theorem total_of_member (x : ℕ) (xs : List ℕ) (h : x ∈ xs) : x ≤ total xs := by
  induction xs with
  | nil => cases h
  | cons y ys ih =>
    rw [total]
    rcases List.mem_cons.mp h with rfl | h
    · exact Nat.le_add_right _ _
    · exact le_trans (ih h) (Nat.le_add_left _ _)

def countDown : ℕ → List ℕ
  | 0 => []
  | n + 1 => n :: countDown n

theorem length_countDown (n : ℕ) : (countDown n).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [countDown, ih]

theorem example_total : total [1, 2, 3, 4] = 10 := rfl

theorem length_map' (f : ℕ → ℕ) (xs : List ℕ) : (xs.map f).length = xs.length := by simp

end Course
