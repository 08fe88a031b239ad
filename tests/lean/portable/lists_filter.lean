import Mathlib

namespace Course

variable {α : Type*} (p q : α → Bool)

theorem filter_shorter (l : List α) : (l.filter p).length ≤ l.length := by
  induction l with
  | nil => simp
  | cons x xs ih =>
    rw [List.filter_cons]
    split
    · simp [ih]
    · simp only [List.length_cons]
      omega

theorem filter_append (l m : List α) : (l ++ m).filter p = l.filter p ++ m.filter p := by
  induction l with
  | nil => rfl
  | cons x xs ih =>
    cases h : p x <;> simp [h, ih]

theorem filter_filter (l : List α) : (l.filter p).filter p = l.filter p := by
  induction l with
  | nil => rfl
  | cons x xs ih =>
    by_cases h : p x
    · simp [h]
    · simp [h]

theorem members (l : List α) (x : α) : x ∈ l.filter p ↔ x ∈ l ∧ p x = true := List.mem_filter

theorem nothing_left (l : List α) (h : ∀ x ∈ l, p x = false) : l.filter p = [] := by
  induction l with
  | nil => rfl
  | cons x xs ih =>
    have hx := h x (by simp)
    have hxs := ih (fun y hy => h y (List.mem_cons_of_mem x hy))
    simp [hx, hxs]

example : [1, 2, 3, 4].filter (fun n => n % 2 = 0) = [2, 4] := by rfl

example : [1, 2, 3].map (fun n => n * n) = [1, 4, 9] := rfl

example : [1, 2, 3].foldr (fun a b => a + b) 0 = 6 := rfl

end Course
