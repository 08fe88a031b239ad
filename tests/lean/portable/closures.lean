import Mathlib

namespace Course

inductive Star {α : Type*} (r : α → α → Prop) : α → α → Prop where
  | refl (a : α) : Star r a a
  | step {a b c : α} : r a b → Star r b c → Star r a c

namespace Star

variable {α : Type*} {r s : α → α → Prop}

theorem single {a b : α} (h : r a b) : Star r a b := step h (refl b)

theorem trans {a b c : α} (h : Star r a b) (k : Star r b c) : Star r a c := by
  induction h with
  | refl => exact k
  | step hab _ ih => exact step hab (ih k)

theorem mono (h : ∀ a b, r a b → s a b) {a b : α} (k : Star r a b) : Star s a b := by
  induction k with
  | refl a => exact refl a
  | step hab _ ih => exact step (h _ _ hab) ih

theorem symm (h : ∀ a b, r a b → r b a) {a b : α} (k : Star r a b) : Star r b a := by
  induction k with
  | refl a => exact refl a
  | step hab _ ih => exact trans ih (single (h _ _ hab))

theorem idempotent {a b : α} (h : Star (Star r) a b) : Star r a b := by
  induction h with
  | refl => exact refl _
  | step hab _ ih => exact trans hab ih

theorem invariant (p : α → Prop) (h : ∀ a b, r a b → p a → p b) {a b : α} (k : Star r a b) (ha : p a) : p b := by
  induction k with
  | refl => exact ha
  | step hab _ ih => exact ih (h _ _ hab ha)

end Star

theorem reaches (m n : ℕ) (h : m ≤ n) : Star (fun a b => b = a + 1) m n := by
  induction n, h using Nat.le_induction with
  | base => exact Star.refl m
  | succ n _ ih => exact ih.trans (Star.single rfl)

end Course
