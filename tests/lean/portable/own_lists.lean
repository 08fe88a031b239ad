import Mathlib

namespace Course

inductive MyList (α : Type) where
  | nil : MyList α
  | cons (x : α) (xs : MyList α) : MyList α

namespace MyList

variable {α : Type}

def append : MyList α → MyList α → MyList α
  | nil, ys => ys
  | cons x xs, ys => cons x (append xs ys)

def reverse : MyList α → MyList α
  | nil => nil
  | cons x xs => append (reverse xs) (cons x nil)

theorem append_nil (xs : MyList α) : append xs nil = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [append, ih]

theorem append_assoc (xs ys zs : MyList α) : append (append xs ys) zs = append xs (append ys zs) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp only [append, ih]

theorem reverse_append (xs ys : MyList α) : reverse (append xs ys) = append (reverse ys) (reverse xs) := by
  induction xs with
  | nil => simp [append, reverse, append_nil]
  | cons x xs ih => simp [append, reverse, ih, append_assoc]

theorem reverse_reverse (xs : MyList α) : reverse (reverse xs) = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp [reverse, reverse_append, ih, append]

end MyList

end Course
