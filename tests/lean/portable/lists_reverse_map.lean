import Mathlib

namespace Course

variable {α β γ : Type*}

theorem map_twice (f : α → β) (g : β → γ) (l : List α) : (l.map f).map g = l.map (g ∘ f) := by
  induction l with
  | nil => rfl
  | cons x xs ih =>
    rw [List.map_cons, List.map_cons, List.map_cons, ih]
    rfl

theorem length_map (f : α → β) (l : List α) : (l.map f).length = l.length := by
  induction l with
  | nil => rfl
  | cons x xs ih => simp

theorem map_append (f : α → β) (l m : List α) : (l ++ m).map f = l.map f ++ m.map f := by
  induction l with
  | nil => rfl
  | cons x xs ih =>
    rw [List.cons_append, List.map_cons, ih]
    rfl

theorem reverse_twice (l : List α) : l.reverse.reverse = l := by
  induction l with
  | nil => rfl
  | cons x xs ih => rw [List.reverse_cons, List.reverse_append, ih]; rfl

theorem length_of_sum (l m : List α) : (l ++ m).length = m.length + l.length := by
  rw [List.length_append, Nat.add_comm]

theorem member_of_append (x : α) (l m : List α) : x ∈ l ++ m ↔ x ∈ l ∨ x ∈ m := List.mem_append

theorem member_of_map (f : α → β) (l : List α) (y : β) (h : y ∈ l.map f) : ∃ x ∈ l, f x = y := by
  rw [List.mem_map] at h
  exact h

end Course
