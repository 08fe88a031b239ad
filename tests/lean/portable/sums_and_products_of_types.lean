import Mathlib

namespace Course

variable {α β γ : Type*}

def swap (p : α × β) : β × α := (p.2, p.1)

def mirror : α ⊕ β → β ⊕ α
  | .inl a => .inr a
  | .inr b => .inl b

def both (x : Option α) (y : Option β) : Option (α × β) :=
  match x, y with
  | some a, some b => some (a, b)
  | _, _ => none

theorem swap_bijective : Function.Bijective (swap : α × β → β × α) := by
  constructor
  · rintro ⟨a, b⟩ ⟨c, d⟩ h
    simp only [swap, Prod.mk.injEq] at h
    rw [h.1, h.2]
  · rintro ⟨b, a⟩
    exact ⟨(a, b), rfl⟩

theorem mirror_mirror (x : α ⊕ β) : mirror (mirror x) = x := by
  rcases x with a | b
  · rfl
  · rfl

theorem both_some (x : Option α) (y : Option β) (c : α × β) (h : both x y = some c) :
    x = some c.1 ∧ y = some c.2 := by
  cases x with
  | none => simp [both] at h
  | some a =>
    cases y with
    | none => simp [both] at h
    | some b =>
      simp only [both, Option.some.injEq] at h
      subst h
      exact ⟨rfl, rfl⟩

theorem subtype_ext {p : α → Prop} (x y : {a // p a}) (h : x.val = y.val) : x = y := Subtype.ext h

theorem bounded (x : {n : ℕ // n < 3}) : x.val = 0 ∨ x.val = 1 ∨ x.val = 2 := by
  obtain ⟨n, hn⟩ := x
  show n = 0 ∨ n = 1 ∨ n = 2
  omega

theorem curry_uncurry (f : α × β → γ) : (fun p : α × β => (fun a b => f (a, b)) p.1 p.2) = f := by
  funext ⟨a, b⟩
  rfl

theorem pair_eq (p q : α × β) : p = q ↔ p.1 = q.1 ∧ p.2 = q.2 := by
  constructor
  · rintro rfl
    exact ⟨rfl, rfl⟩
  · rintro ⟨h, k⟩
    exact Prod.ext h k

end Course
