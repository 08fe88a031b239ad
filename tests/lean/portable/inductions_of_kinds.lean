import Mathlib

namespace Course

theorem from_four (n : ℕ) (h : 4 ≤ n) : n ^ 2 ≤ 2 ^ n := by
  induction n, h using Nat.le_induction with
  | base => norm_num
  | succ n hn ih =>
    have key : (n + 1) ^ 2 ≤ 2 * n ^ 2 := by nlinarith
    calc
      (n + 1) ^ 2 ≤ 2 * n ^ 2 := key
      _ ≤ 2 * 2 ^ n := Nat.mul_le_mul_left 2 ih
      _ = 2 ^ (n + 1) := by ring

theorem prime_factor (n : ℕ) (h : 2 ≤ n) : ∃ p, Nat.Prime p ∧ p ∣ n := by
  induction n using Nat.strong_induction_on with
  | _ n ih =>
    by_cases hp : Nat.Prime n
    · exact ⟨n, hp, dvd_refl n⟩
    · obtain ⟨m, hm, h₁, h₂⟩ := Nat.exists_dvd_of_not_prime2 h hp
      obtain ⟨p, pp, hpm⟩ := ih m h₂ h₁
      exact ⟨p, pp, dvd_trans hpm hm⟩

theorem stamps (n : ℕ) (h : 8 ≤ n) : ∃ a b, n = 3 * a + 5 * b := by
  induction n using Nat.strong_induction_on with
  | _ n ih =>
    by_cases h₁ : n < 11
    · have : n = 8 ∨ n = 9 ∨ n = 10 := by omega
      rcases this with rfl | rfl | rfl
      · exact ⟨1, 1, rfl⟩
      · exact ⟨3, 0, rfl⟩
      · exact ⟨0, 2, rfl⟩
    · obtain ⟨a, b, hab⟩ := ih (n - 3) (by omega) (by omega)
      exact ⟨a + 1, b, by omega⟩

theorem two_steps (p : ℕ → Prop) (h₀ : p 0) (h₁ : p 1) (h : ∀ n, p n → p (n + 2)) (n : ℕ) : p n := by
  induction n using Nat.twoStepInduction with
  | zero => exact h₀
  | one => exact h₁
  | more n ih _ => exact h n ih

theorem least_element (p : ℕ → Prop) (h : ∃ n, p n) : ∃ m, p m ∧ ∀ k, p k → m ≤ k := by
  classical
  exact ⟨Nat.find h, Nat.find_spec h, fun k hk => Nat.find_min' h hk⟩

theorem no_descent (f : ℕ → ℕ) : ¬∀ n, f (n + 1) < f n := by
  intro h
  have key : ∀ k n, f n ≤ k → False := by
    intro k
    induction k with
    | zero =>
      intro n hn
      have := h n
      omega
    | succ k ih =>
      intro n hn
      apply ih (n + 1)
      have := h n
      omega
  exact key (f 0) 0 (le_refl _)

end Course
