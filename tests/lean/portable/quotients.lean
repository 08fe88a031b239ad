import Mathlib

namespace Course

def sameParity (a b : ℕ) : Prop := a % 2 = b % 2

theorem parity_equivalence : Equivalence sameParity :=
  ⟨fun _ => rfl, fun h => h.symm, fun h k => h.trans k⟩

def Parity : Type := Quot sameParity

def Parity.of (n : ℕ) : Parity := Quot.mk sameParity n

theorem of_eq {m n : ℕ} (h : m % 2 = n % 2) : Parity.of m = Parity.of n := Quot.sound h

def Parity.toBool : Parity → Bool := Quot.lift (fun n => decide (n % 2 = 0)) (by
  intro a b h
  have h : a % 2 = b % 2 := h
  simp [h])

theorem zero_and_one_differ : Parity.of 0 ≠ Parity.of 1 := by
  intro h
  have : Parity.toBool (Parity.of 0) = Parity.toBool (Parity.of 1) := by rw [h]
  exact absurd this (by decide)

theorem only_two (p : Parity) : p = Parity.of 0 ∨ p = Parity.of 1 := by
  induction p using Quot.ind with
  | mk n =>
    rcases Nat.mod_two_eq_zero_or_one n with h | h
    · left
      exact of_eq (by omega)
    · right
      exact of_eq (by omega)

end Course
