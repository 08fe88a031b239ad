import Mathlib

namespace Course

structure IsEquiv' {α : Type} (r : α → α → Prop) : Prop where
  refl : ∀ a, r a a
  symm : ∀ a b, r a b → r b a
  trans : ∀ a b c, r a b → r b c → r a c

theorem equality_is {α : Type} : IsEquiv' (fun a b : α => a = b) where
  refl _ := rfl
  symm _ _ h := h.symm
  trans _ _ _ h k := h.trans k

theorem same_remainder_is (n : ℕ) : IsEquiv' (fun a b : ℕ => a % n = b % n) := by
  constructor
  · intro a
    rfl
  · intro a b h
    exact h.symm
  · intro a b c h k
    rw [h, k]

theorem same_value_is {α β : Type} (f : α → β) : IsEquiv' (fun a b => f a = f b) :=
  ⟨fun _ => rfl, fun _ _ h => h.symm, fun _ _ _ h k => h.trans k⟩

theorem less_is_not : ¬IsEquiv' (fun a b : ℕ => a < b) := by
  intro h
  exact absurd (h.refl 0) (by decide)

theorem both_are {α : Type} (r s : α → α → Prop) (hr : IsEquiv' r) (hs : IsEquiv' s) :
    IsEquiv' (fun a b => r a b ∧ s a b) where
  refl a := ⟨hr.refl a, hs.refl a⟩
  symm a b h := ⟨hr.symm a b h.1, hs.symm a b h.2⟩
  trans a b c h k := ⟨hr.trans a b c h.1 k.1, hs.trans a b c h.2 k.2⟩

end Course
