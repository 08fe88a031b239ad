import Mathlib

namespace Course

variable {α β : Type}

theorem append_nil' (xs : List α) : xs ++ [] = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.cons_append, ih]

theorem append_assoc' (xs ys zs : List α) : xs ++ ys ++ zs = xs ++ (ys ++ zs) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp

theorem length_append' (xs ys : List α) : (xs ++ ys).length = xs.length + ys.length := by
  simp

theorem map_map' (f g : ℕ → ℕ) (xs : List ℕ) : (xs.map f).map g = xs.map (g ∘ f) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp

theorem reverse_twice (xs : List α) : xs.reverse.reverse = xs := List.reverse_reverse xs

theorem member_append (x : α) (xs ys : List α) : x ∈ xs ++ ys ↔ x ∈ xs ∨ x ∈ ys := List.mem_append

theorem nonempty_has_head (xs : List α) (h : xs ≠ []) : ∃ x ys, xs = x :: ys := by
  cases xs with
  | nil => contradiction
  | cons x ys => exact ⟨x, ys, rfl⟩

end Course
