import Mathlib

namespace Course

open Function

variable {α β γ : Type} {f : α → β} {g : β → γ}

theorem comp_injective (hf : Injective f) (hg : Injective g) : Injective (g ∘ f) := by
  intro a b h
  apply hf
  apply hg
  exact h

theorem comp_surjective (hf : Surjective f) (hg : Surjective g) : Surjective (g ∘ f) := by
  intro c
  obtain ⟨b, hb⟩ := hg c
  obtain ⟨a, ha⟩ := hf b
  use a
  rw [comp_apply, ha, hb]

theorem injective_of_comp (h : Injective (g ∘ f)) : Injective f := by
  intro a b hab
  apply h
  simp [hab]

theorem surjective_of_comp (h : Surjective (g ∘ f)) : Surjective g := by
  intro c
  rcases h c with ⟨a, ha⟩
  exact ⟨f a, ha⟩

theorem successor_injective : Injective fun n : ℕ => n + 1 := by
  intro a b h
  simpa using h

theorem successor_not_surjective : ¬Surjective fun n : ℕ => n + 1 := by
  intro h
  obtain ⟨n, hn⟩ := h 0
  exact Nat.succ_ne_zero n hn

theorem identity_bijective : Bijective (id : α → α) := ⟨fun _ _ h => h, fun a => ⟨a, rfl⟩⟩

theorem same_function (f g : ℕ → ℕ) (h : ∀ n, f n = g n) : f = g := by
  funext n
  exact h n

end Course
