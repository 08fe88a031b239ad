import Mathlib

namespace Course

theorem divides_difference (a b c : ℤ) (h : a ∣ b) (k : a ∣ c) : a ∣ b - c := by
  obtain ⟨x, rfl⟩ := h
  obtain ⟨y, rfl⟩ := k
  exact ⟨x - y, by ring⟩

theorem divides_negative (a b : ℤ) (h : a ∣ b) : a ∣ -b := by
  obtain ⟨x, rfl⟩ := h
  exact ⟨-x, by ring⟩

def Congruent (n a b : ℤ) : Prop := n ∣ a - b

theorem congruent_refl (n a : ℤ) : Congruent n a a := ⟨0, by ring⟩

theorem congruent_symm (n a b : ℤ) (h : Congruent n a b) : Congruent n b a := by
  obtain ⟨k, hk⟩ := h
  exact ⟨-k, by rw [mul_neg, ← hk]; ring⟩

theorem congruent_add (n a b c d : ℤ) (h : Congruent n a b) (k : Congruent n c d) :
    Congruent n (a + c) (b + d) := by
  obtain ⟨x, hx⟩ := h
  obtain ⟨y, hy⟩ := k
  refine ⟨x + y, ?_⟩
  rw [mul_add, ← hx, ← hy]
  ring

end Course
