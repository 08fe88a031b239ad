import Mathlib

namespace Course

def Increasing (f : ℕ → ℕ) : Prop := ∀ m n, m ≤ n → f m ≤ f n

def BoundedBy (f : ℕ → ℕ) (b : ℕ) : Prop := ∀ n, f n ≤ b

theorem increasing_of_step (f : ℕ → ℕ) (h : ∀ n, f n ≤ f (n + 1)) : Increasing f := by
  intro m n hmn
  induction hmn with
  | refl => exact le_refl (f m)
  | step _ ih => exact le_trans ih (h _)

theorem identity_unbounded : ¬∃ b, BoundedBy (fun n => n) b := by
  rintro ⟨b, hb⟩
  have h := hb (b + 1)
  simp at h

theorem bounded_add (f g : ℕ → ℕ) (a b : ℕ) (hf : BoundedBy f a) (hg : BoundedBy g b) :
    BoundedBy (fun n => f n + g n) (a + b) := fun n => add_le_add (hf n) (hg n)

theorem constant_increasing (c : ℕ) : Increasing fun _ => c := fun _ _ _ => le_refl c

theorem comp_increasing (f g : ℕ → ℕ) (hf : Increasing f) (hg : Increasing g) : Increasing (f ∘ g) := by
  intro m n h
  exact hf _ _ (hg _ _ h)

end Course
