import Mathlib

namespace Course

theorem and_swap_term (p q : Prop) : p ∧ q → q ∧ p := fun h => ⟨h.2, h.1⟩

theorem or_swap_term (p q : Prop) : p ∨ q → q ∨ p := fun h => h.elim Or.inr Or.inl

theorem compose (p q r : Prop) (f : p → q) (g : q → r) : p → r := fun hp => g (f hp)

theorem curry (p q r : Prop) : (p ∧ q → r) ↔ (p → q → r) :=
  ⟨fun h hp hq => h ⟨hp, hq⟩, fun h ⟨hp, hq⟩ => h hp hq⟩

theorem contrapositive (p q : Prop) : (p → q) → ¬q → ¬p := fun h nq hp => nq (h hp)

theorem not_not_intro' (p : Prop) : p → ¬¬p := fun hp np => np hp

theorem no_contradiction (p : Prop) : ¬(p ∧ ¬p) := fun ⟨hp, np⟩ => np hp

theorem distribute (p q r : Prop) : p ∧ (q ∨ r) ↔ p ∧ q ∨ p ∧ r :=
  ⟨fun ⟨hp, h⟩ => h.elim (fun hq => .inl ⟨hp, hq⟩) (fun hr => .inr ⟨hp, hr⟩),
   fun h => h.elim (fun ⟨hp, hq⟩ => ⟨hp, .inl hq⟩) (fun ⟨hp, hr⟩ => ⟨hp, .inr hr⟩)⟩

end Course
