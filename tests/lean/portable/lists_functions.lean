import Mathlib

namespace Course

def total : List ℕ → ℕ
  | [] => 0
  | x :: xs => x + total xs

def rev {α : Type*} : List α → List α
  | [] => []
  | x :: xs => rev xs ++ [x]

def revOnto {α : Type*} : List α → List α → List α
  | [], acc => acc
  | x :: xs, acc => revOnto xs (x :: acc)

def replicate {α : Type*} (x : α) : ℕ → List α
  | 0 => []
  | n + 1 => x :: replicate x n

theorem total_append (l m : List ℕ) : total (l ++ m) = total l + total m := by
  induction l with
  | nil => simp [total]
  | cons x xs ih =>
    simp only [List.cons_append, total, ih]
    ring

theorem total_rev (l : List ℕ) : total (rev l) = total l := by
  induction l with
  | nil => rfl
  | cons x xs ih =>
    rw [rev, total_append, ih]
    simp [total, add_comm]

theorem total_is_sum (l : List ℕ) : total l = l.sum := by
  induction l with
  | nil => rfl
  | cons x xs ih => rw [total, ih, List.sum_cons]

theorem revOnto_spec {α : Type*} (l acc : List α) : revOnto l acc = rev l ++ acc := by
  induction l generalizing acc with
  | nil => rfl
  | cons x xs ih => rw [revOnto, rev, ih, List.append_assoc, List.singleton_append]

theorem rev_fast {α : Type*} (l : List α) : revOnto l [] = rev l := by
  rw [revOnto_spec, List.append_nil]

theorem length_replicate {α : Type*} (x : α) (n : ℕ) : (replicate x n).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [replicate, ih]

theorem member_replicate {α : Type*} (x y : α) (n : ℕ) (h : y ∈ replicate x n) : y = x := by
  induction n with
  | zero => simp [replicate] at h
  | succ n ih =>
    rw [replicate, List.mem_cons] at h
    rcases h with rfl | h
    · rfl
    · exact ih h

end Course
