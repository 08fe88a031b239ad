"""A proof that names what Lean hides holds as a theorem of its own and in its place, by the real Lean."""

import pytest

from app.domain.lemma import in_place, lemma, on_its_own
from app.domain.sketch import Sketch, alone
from app.domain.statement import read_statement
from app.domain.verdict import Checked, Incomplete
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool

# A theorem with gaps, and for each gap a proof in the names that its lemma gives.
HIDING = [
    ("(p q : Prop) : p → q → q ∧ p := by\n  intros\n  constructor\n  · sorry\n  · sorry", "a_2", "a_1"),
    ("(p q : Prop) (h : p ∨ q) : q ∨ p := by\n  cases h\n  · sorry\n  · sorry", "Or.inr h_1", "Or.inl h_1"),
    ("(p q : Prop) (h : p ∧ q) : q := by\n  obtain ⟨_, _⟩ := h\n  sorry", "right_1"),
    (
        "(n : ℕ) : 0 + n = n := by\n  induction n\n  · sorry\n  · sorry",
        "by rfl",
        "by\n  have x : 0 + n_1 = n_1 := a_1\n  exact congrArg Nat.succ x",
    ),
    (
        "(p q : Prop) (h : p) (g : p → q) : q ∧ p := by\n  have h := g h\n  exact ⟨sorry, by sorry⟩",
        "h",
        "by\n  have := h\n  exact h_1",
    ),
    ("(n : ℕ) : ∀ n : ℕ, n = n ∧ True := by\n  intro n\n  have n := n\n  exact sorry", "⟨rfl, trivial⟩"),
    (
        "(p : Prop) [Decidable p] : p → (q : Prop) → [Decidable q] → q → q ∧ p := by\n  intros\n  sorry",
        "⟨a_2, a_1⟩",
    ),
    ("(n : ℕ) (h : 0 < n) : ∃ k, n = k + 1 := by\n  match n, h with\n  | _ + 1, _ => sorry", "⟨n_1, rfl⟩"),
    (
        "(p q : Prop) (h : ¬p) : p → ¬p → q := by\n  intros\n  rename ¬p => g\n  have h := g\n  sorry",
        "absurd a_1 h_1",
    ),
    (
        "(p q : Prop) (h : p ∨ p) (g : p → q) : q := by\n  cases h\n  all_goals cases Classical.em p\n"
        "  · sorry\n  all_goals exact g ‹p›",
        "by\n  have : p := h_2\n  exact g h_1",
    ),
]


@pytest.mark.parametrize(("text", "proofs"), [(text, proofs) for text, *proofs in HIDING])
async def test_a_proof_that_names_what_is_hidden_holds_in_its_place(
    core: CoreLean, text: str, proofs: list[str]
):
    reading = read_statement(f"theorem t {text}", core.environment.header)

    async with LeanPool(core, 1) as pool:
        sketch = Sketch(reading.statement, reading.sketch)
        verdict = await pool.check(sketch.source, 20.0, ())
        assert isinstance(verdict, Incomplete)
        for subgoal, proof in zip(sketch.subgoals(verdict.holes), proofs, strict=True):
            stated = lemma(subgoal.goal, "t_1", core.environment.header)
            own = await pool.check(stated.source(proof), 20.0, None)
            placed = in_place(subgoal.goal, proof)
            in_its_place = await pool.check(subgoal.source(placed), 20.0, None)

            assert isinstance(own, Checked), (stated.signature, own)
            assert isinstance(alone(in_its_place, subgoal), Checked), (placed, in_its_place)
            assert in_place(subgoal.goal, placed) == placed
            again = stated.source(on_its_own(subgoal.goal, placed))
            assert isinstance(await pool.check(again, 20.0, None), Checked)
