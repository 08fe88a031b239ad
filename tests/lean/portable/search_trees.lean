import Mathlib

namespace Course

inductive Tree where
  | empty : Tree
  | node : Tree → ℕ → Tree → Tree

namespace Tree

inductive Has (x : ℕ) : Tree → Prop where
  | here (l r : Tree) : Has x (node l x r)
  | left {l : Tree} (y : ℕ) (r : Tree) : Has x l → Has x (node l y r)
  | right (l : Tree) (y : ℕ) {r : Tree} : Has x r → Has x (node l y r)

def insert (x : ℕ) : Tree → Tree
  | empty => node empty x empty
  | node l y r => if x < y then node (insert x l) y r else if y < x then node l y (insert x r) else node l y r

theorem has_insert (x : ℕ) (t : Tree) : Has x (insert x t) := by
  induction t with
  | empty => exact Has.here _ _
  | node l y r ihl ihr =>
    rw [insert]
    split_ifs with h₁ h₂
    · exact Has.left y r ihl
    · exact Has.right l y ihr
    · have : x = y := by omega
      subst this
      exact Has.here l r

theorem insert_keeps (x z : ℕ) (t : Tree) (h : Has z t) : Has z (insert x t) := by
  induction h with
  | here l r =>
    rw [insert]
    split_ifs
    · exact Has.here _ _
    · exact Has.here _ _
    · exact Has.here _ _
  | left y r _ ih =>
    rw [insert]
    split_ifs
    · exact Has.left _ _ ih
    · exact Has.left _ _ ‹_›
    · exact Has.left _ _ ‹_›
  | right l y _ ih =>
    rw [insert]
    split_ifs
    · exact Has.right _ _ ‹_›
    · exact Has.right _ _ ih
    · exact Has.right _ _ ‹_›

theorem empty_has_nothing (x : ℕ) : ¬Has x empty := nofun

theorem has_node (x y : ℕ) (l r : Tree) : Has x (node l y r) ↔ x = y ∨ Has x l ∨ Has x r := by
  constructor
  · intro h
    cases h with
    | here => exact Or.inl rfl
    | left _ _ h => exact Or.inr (Or.inl h)
    | right _ _ h => exact Or.inr (Or.inr h)
  · rintro (rfl | h | h)
    · exact Has.here l r
    · exact Has.left y r h
    · exact Has.right l y h

end Tree

end Course
