import Mathlib

namespace Course

inductive IsEven : ℕ → Prop where
  | zero : IsEven 0
  | add_two (n : ℕ) : IsEven n → IsEven (n + 2)

theorem IsEven.double (n : ℕ) : IsEven (2 * n) := by
  induction n with
  | zero => exact IsEven.zero
  | succ n ih => exact IsEven.add_two (2 * n) ih

theorem IsEven.exists_half {n : ℕ} (h : IsEven n) : ∃ k, n = 2 * k := by
  induction h with
  | zero => exact ⟨0, rfl⟩
  | add_two n _ ih =>
    obtain ⟨k, hk⟩ := ih
    exact ⟨k + 1, by omega⟩

theorem IsEven.iff (n : ℕ) : IsEven n ↔ Even n := by
  constructor
  · intro h
    obtain ⟨k, rfl⟩ := h.exists_half
    exact even_two_mul k
  · rintro ⟨k, rfl⟩
    rw [← two_mul]
    exact IsEven.double k

theorem IsEven.add {m n : ℕ} (hm : IsEven m) (hn : IsEven n) : IsEven (m + n) := by
  induction hn with
  | zero => exact hm
  | add_two n _ ih => exact IsEven.add_two (m + n) ih

theorem one_not_even : ¬IsEven 1 := by
  intro h
  cases h

theorem IsEven.pred_two {n : ℕ} (h : IsEven (n + 2)) : IsEven n := by
  cases h with
  | add_two _ h => exact h

theorem not_both (n : ℕ) (h : IsEven n) : ¬IsEven (n + 1) := by
  induction h with
  | zero => exact one_not_even
  | add_two n _ ih =>
    intro k
    exact ih k.pred_two

end Course
