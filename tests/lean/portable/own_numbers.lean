import Mathlib

namespace Course

inductive MyNat where
  | zero : MyNat
  | succ (n : MyNat) : MyNat

namespace MyNat

def add (m : MyNat) : MyNat → MyNat
  | zero => m
  | succ n => succ (add m n)

theorem zero_add (n : MyNat) : add zero n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [add, ih]

theorem succ_add (m n : MyNat) : add (succ m) n = succ (add m n) := by
  induction n with
  | zero => rfl
  | succ n ih => rw [add, ih, add]

theorem add_comm (m n : MyNat) : add m n = add n m := by
  induction n with
  | zero => rw [zero_add, add]
  | succ n ih => rw [add, ih, succ_add]

theorem add_assoc (k m n : MyNat) : add (add k m) n = add k (add m n) := by
  induction n with
  | zero => rfl
  | succ n ih => rw [add, ih, add, add]

theorem succ_injective (m n : MyNat) (h : succ m = succ n) : m = n := by
  injection h

theorem zero_ne_succ (n : MyNat) : zero ≠ succ n := by
  intro h
  contradiction

end MyNat

end Course
