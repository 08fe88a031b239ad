import Mathlib

namespace Course

theorem and_assoc_term (p q r : Prop) : (p ∧ q) ∧ r ↔ p ∧ (q ∧ r) :=
  ⟨fun ⟨⟨hp, hq⟩, hr⟩ => ⟨hp, hq, hr⟩, fun ⟨hp, hq, hr⟩ => ⟨⟨hp, hq⟩, hr⟩⟩

theorem or_elim_term (p q r : Prop) (h : p ∨ q) (f : p → r) (g : q → r) : r :=
  match h with
  | Or.inl hp => f hp
  | Or.inr hq => g hq

theorem not_or_term (p q : Prop) (h : ¬(p ∨ q)) : ¬p ∧ ¬q :=
  have np : ¬p := fun hp => h (Or.inl hp)
  have nq : ¬q := fun hq => h (Or.inr hq)
  show ¬p ∧ ¬q from ⟨np, nq⟩

theorem iff_of_both (p q : Prop) (hp : p) (hq : q) : p ↔ q := Iff.intro (fun _ => hq) fun _ => hp

theorem from_false (p : Prop) : False → p := False.elim

theorem absurd_term (p q : Prop) (hp : p) (np : ¬p) : q := absurd hp np

theorem triple_negation (p : Prop) : ¬¬¬p → ¬p := fun h hp => h fun np => np hp

theorem not_its_own_opposite (p : Prop) : ¬(p ↔ ¬p) := fun ⟨f, g⟩ =>
  have np : ¬p := fun hp => f hp hp
  np (g np)

end Course
