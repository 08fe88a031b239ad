import Mathlib

namespace Course

open Function

variable {α β γ : Type*}

theorem injective_of_left_inverse {f : α → β} {g : β → α} (h : LeftInverse g f) : Injective f := by
  intro x y hxy
  rw [← h x, hxy, h y]

theorem surjective_of_right_inverse {f : α → β} {g : β → α} (h : RightInverse g f) : Surjective f :=
  fun y => ⟨g y, h y⟩

theorem composed {f : α → β} {g : β → γ} (hf : Bijective f) (hg : Bijective g) : Bijective (g ∘ f) := by
  obtain ⟨hfi, hfs⟩ := hf
  obtain ⟨hgi, hgs⟩ := hg
  refine ⟨hgi.comp hfi, ?_⟩
  intro z
  obtain ⟨y, rfl⟩ := hgs z
  obtain ⟨x, rfl⟩ := hfs y
  exact ⟨x, rfl⟩

theorem inner_injective {f : α → β} {g : β → γ} (h : Injective (g ∘ f)) : Injective f := by
  intro x y hxy
  apply h
  show g (f x) = g (f y)
  rw [hxy]

theorem outer_surjective {f : α → β} {g : β → γ} (h : Surjective (g ∘ f)) : Surjective g := by
  intro z
  rcases h z with ⟨x, hx⟩
  use f x
  exact hx

theorem affine (a b : ℤ) (ha : a ≠ 0) : Injective (fun x : ℤ => a * x + b) := by
  intro x y h
  simp only at h
  have h' : a * x = a * y := by linarith
  exact mul_left_cancel₀ ha h'

theorem cantor (f : α → α → Prop) : ¬Surjective f := by
  intro h
  obtain ⟨x, hx⟩ := h (fun y => ¬f y y)
  exact iff_not_self (iff_of_eq (congrFun hx x))

theorem double_not_surjective : ¬Surjective (fun n : ℕ => 2 * n) := by
  intro h
  obtain ⟨n, hn⟩ := h 1
  dsimp only at hn
  omega

end Course
