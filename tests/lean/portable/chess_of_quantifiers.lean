import Mathlib

namespace Course

theorem not_forall_less : ¬∀ n : ℕ, n < 100 := by
  intro h
  exact absurd (h 100) (by decide)

theorem always_larger : ∀ n : ℕ, ∃ m, n < m := fun n => ⟨n + 1, Nat.lt_succ_self n⟩

theorem no_largest : ¬∃ m : ℕ, ∀ n, n ≤ m := by
  rintro ⟨m, hm⟩
  have h := hm (m + 1)
  omega

theorem smallest : ∃ m : ℕ, ∀ n, m ≤ n := by
  use 0
  intro n
  exact Nat.zero_le n

theorem choose_function (r : ℕ → ℕ → Prop) (h : ∀ x, ∃ y, r x y) : ∃ f : ℕ → ℕ, ∀ x, r x (f x) := by
  choose f hf using h
  exact ⟨f, hf⟩

theorem unique_zero : ∃! n : ℕ, ∀ m : ℕ, n ≤ m := by
  refine ⟨0, fun m => Nat.zero_le m, ?_⟩
  intro k hk
  exact Nat.le_zero.mp (hk 0)

theorem combine (p q : ℕ → Prop) (h : ∃ n, p n) (k : ∀ n, p n → q (n + 1)) : ∃ n, q n := by
  obtain ⟨n, hn⟩ := h
  exact ⟨n + 1, k n hn⟩

end Course
