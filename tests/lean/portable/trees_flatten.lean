import Mathlib

namespace Course

inductive Tree (α : Type*) where
  | leaf (a : α)
  | node (l r : Tree α)

namespace Tree

variable {α β : Type*}

def size : Tree α → ℕ
  | leaf _ => 1
  | node l r => l.size + r.size

def depth : Tree α → ℕ
  | leaf _ => 0
  | node l r => max l.depth r.depth + 1

def flatten : Tree α → List α
  | leaf a => [a]
  | node l r => l.flatten ++ r.flatten

def map (f : α → β) : Tree α → Tree β
  | leaf a => leaf (f a)
  | node l r => node (l.map f) (r.map f)

theorem size_pos (t : Tree α) : 0 < t.size := by
  induction t with
  | leaf a => exact Nat.one_pos
  | node l r ihl ihr => exact Nat.add_pos_left ihl _

theorem length_flatten (t : Tree α) : t.flatten.length = t.size := by
  induction t with
  | leaf a => rfl
  | node l r ihl ihr => rw [flatten, size, List.length_append, ihl, ihr]

theorem size_map (f : α → β) (t : Tree α) : (t.map f).size = t.size := by
  induction t with
  | leaf a => rfl
  | node l r ihl ihr => simp [map, size, ihl, ihr]

theorem flatten_map (f : α → β) (t : Tree α) : (t.map f).flatten = t.flatten.map f := by
  induction t with
  | leaf a => rfl
  | node l r ihl ihr => simp [map, flatten, ihl, ihr]

theorem depth_lt_size (t : Tree α) : t.depth < t.size := by
  induction t with
  | leaf a => exact Nat.one_pos
  | node l r ihl ihr =>
    have hl := l.size_pos
    have hr := r.size_pos
    simp only [depth, size]
    omega

theorem size_le_power (t : Tree α) : t.size ≤ 2 ^ t.depth := by
  induction t with
  | leaf a => exact le_refl 1
  | node l r ihl ihr =>
    have hl : 2 ^ l.depth ≤ 2 ^ max l.depth r.depth := Nat.pow_le_pow_right (by norm_num) (le_max_left _ _)
    have hr : 2 ^ r.depth ≤ 2 ^ max l.depth r.depth := Nat.pow_le_pow_right (by norm_num) (le_max_right _ _)
    calc
      (node l r).size = l.size + r.size := rfl
      _ ≤ 2 ^ max l.depth r.depth + 2 ^ max l.depth r.depth := by omega
      _ = 2 ^ (node l r).depth := by rw [depth, pow_succ]; ring

end Tree

end Course
