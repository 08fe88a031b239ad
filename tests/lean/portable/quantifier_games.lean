import Mathlib

namespace Course

variable {α : Type*} (p q : α → Prop)

theorem push (h : ¬∀ x, p x → q x) : ∃ x, p x ∧ ¬q x := by
  push_neg at h
  exact h

theorem pull (h : ∃ x, p x ∧ ¬q x) : ¬∀ x, p x → q x := by
  push_neg
  exact h

theorem not_bounded (f : ℕ → ℕ) (h : ∀ b, ∃ n, b < f n) : ¬∃ b, ∀ n, f n ≤ b := by
  push_neg
  exact h

theorem not_continuous (f : ℤ → ℤ) (h : ¬∀ e > 0, ∃ d > 0, ∀ x : ℤ, |x| < d → |f x| < e) :
    ∃ e > 0, ∀ d > 0, ∃ x : ℤ, |x| < d ∧ e ≤ |f x| := by
  push_neg at h
  exact h

theorem contraposed (a b : ℤ) (h : a * b ≠ 0) : a ≠ 0 := by
  contrapose! h
  rw [h, zero_mul]

theorem grows (f : ℕ → ℕ) (h : ∀ n, f n < f (n + 1)) : ∀ n, n ≤ f n := by
  by_contra! hf
  obtain ⟨n, hn⟩ := hf
  induction n with
  | zero => omega
  | succ n ih =>
    apply ih
    have := h n
    omega

theorem drinker [Inhabited α] : ∃ x, p x → ∀ y, p y := by
  by_cases h : ∀ y, p y
  · exact ⟨default, fun _ => h⟩
  · push_neg at h
    obtain ⟨x, hx⟩ := h
    exact ⟨x, fun hp => absurd hp hx⟩

theorem exchange (r : α → α → Prop) : (∃ x, ∀ y, r x y) → ∀ y, ∃ x, r x y := by
  rintro ⟨x, hx⟩ y
  exact ⟨x, hx y⟩

end Course
