import Mathlib

namespace Course

variable {α β : Type*}

theorem right_inverse (f : α → β) (h : Function.Surjective f) : ∃ g : β → α, ∀ y, f (g y) = y := by
  choose g hg using h
  exact ⟨g, hg⟩

theorem by_choose (p : α → β → Prop) (h : ∀ x, ∃ y, p x y) : ∃ f : α → β, ∀ x, p x (f x) :=
  ⟨fun x => Classical.choose (h x), fun x => Classical.choose_spec (h x)⟩

theorem choose_two (r : ℕ → ℕ → ℕ → Prop) (h : ∀ x, ∃ y z, r x y z) : ∃ f g : ℕ → ℕ, ∀ x, r x (f x) (g x) := by
  choose f g hfg using h
  exact ⟨f, g, hfg⟩

theorem choose_bounded (p : ℕ → ℕ → Prop) (h : ∀ x, 0 < x → ∃ y, p x y) :
    ∃ f : ∀ x, 0 < x → ℕ, ∀ x hx, p x (f x hx) := by
  choose f hf using h
  exact ⟨f, hf⟩

noncomputable def section' (f : α → β) (h : Function.Surjective f) : β → α := fun y => (h y).choose

theorem section_spec (f : α → β) (h : Function.Surjective f) (y : β) : f (section' f h y) = y := (h y).choose_spec

theorem section_injective (f : α → β) (h : Function.Surjective f) : Function.Injective (section' f h) := by
  intro a b hab
  rw [← section_spec f h a, hab, section_spec f h b]

end Course
