import Mathlib

namespace Course

inductive Path {α : Type} (step : α → α → Prop) : α → α → Prop where
  | stay (a : α) : Path step a a
  | walk (a b c : α) (h : step a b) (k : Path step b c) : Path step a c

namespace Path

variable {α : Type} {step : α → α → Prop}

theorem one (a b : α) (h : step a b) : Path step a b := walk a b b h (stay b)

theorem join (a b c : α) (h : Path step a b) (k : Path step b c) : Path step a c := by
  induction h with
  | stay a => exact k
  | walk a b' _ h _ ih => exact walk a b' c h (ih k)

theorem map_path {β : Type} (f : α → β) (r : β → β → Prop) (hf : ∀ a b, step a b → r (f a) (f b)) (a b : α)
    (h : Path step a b) : Path r (f a) (f b) := by
  induction h with
  | stay a => exact stay (f a)
  | walk a b c h _ ih => exact walk (f a) (f b) (f c) (hf a b h) ih

end Path

end Course
