"""Proofs that logic alone gives: found as a whole, written to be read, and accepted by the real Lean."""

from __future__ import annotations

import pytest

from app.domain.goal import Goal
from app.domain.proof import Proposal, indented
from app.domain.statement import read_statement
from app.domain.verdict import Checked, Incomplete
from app.lean.environments import HEADER
from app.lean.pool import LeanPool
from app.models.context import Context
from app.models.firstorder.chains import chained
from app.models.firstorder.deduction import deduced

EXERCISES = """
(α : Type) (p : α → Prop) (r : Prop) : (∃ x, p x ∨ r) → (∃ x, p x) ∨ r
(α : Type) (p : α → Prop) (r : Prop) : (∀ x, r ∨ p x) ↔ r ∨ ∀ x, p x
(α : Type) (a : α) (p q : α → Prop) : (∃ x, p x → q x) ↔ ((∀ x, p x) → ∃ x, q x)
(α : Type) (p : α → Prop) : (¬∃! x, p x) → (∃ x, p x) → ∃ x y, p x ∧ p y ∧ x ≠ y
(α : Type) (p q : α → Prop) (h : ∃! x, p x) (k : ∀ x, q x ↔ p x) : ∃! x, q x
(α : Type) (r : α → α → Prop) (h : ∀ x y, r x y → r y x → x = y) (a b : α) (k : r a b) (l : r b a) : b = a
(α : Type) (f g : α → α → Prop) (h : ∀ x, ∃ y, f x y) (k : ∀ x y z, f x y → f y z → g x z) : ∀ x, ∃ y, g x y
(α β : Type) (f : α → β) (g : β → α) (h : ∀ x, g (f x) = x) : Function.Injective f
(α β γ : Type) (f : α → β) (g : β → γ) (h : Function.Surjective (g ∘ f)) : Function.Surjective g
(α : Type) [Nonempty α] (p : α → Prop) : ∃ x, p x → ∀ y, p y
(α : Type) [Inhabited α] (p : α → Prop) (h : ∀ x, p x) : ∃ x, p x
(α : Type) (p : α → Prop) (h : ¬∀ x, ¬p x) : Nonempty α
(α : Type) (a b c d : α) (h : a = b ∨ c = d) (k : a = c ∨ b = d) : a = d ∨ b = c
(α : Type) (p : α → Prop) (a b : α) (h : p a) (k : ¬p b) : a ≠ b
(α : Type) (r : α → α → Prop) (a b c : α) (h : r a b) (k : a = c) : r c b
""".strip().splitlines()
NO_CONSEQUENCES = """
(α : Type) (p : α → Prop) (h : ∀ x, p x) : ∃ x, p x
(α : Type) (p q : α → Prop) (h : ∀ x, p x ∨ q x) : (∀ x, p x) ∨ ∀ x, q x
(α : Type) (r : α → α → Prop) (h : ∀ x, ∃ y, r x y) : ∃ y, ∀ x, r x y
(α β : Type) (f : α → β) (a b : α) (h : f a = f b) : a = b
(n m : Nat) : n + m = m + n
""".strip().splitlines()
GROUP = "(α : Type) (m : α → α → α) (e : α) (h : ∀ x y z, m (m x y) z = m x (m y z)) (k : ∀ x, m e x = x)"
CALCULATIONS = f"""
{GROUP} (i : α → α) (j : ∀ x, m (i x) x = e) (a : α) : m a (i a) = e
{GROUP} (j : ∀ x, m x x = e) (a b : α) : m a b = m b a
(α : Type) (m : α → α → α) (h : ∀ x y, m x (m x y) = y) (k : ∀ x y, m (m y x) x = y) (a b : α) : m a b = m b a
""".strip().splitlines()


async def goal_of(claim: str, lean: LeanPool) -> Goal:
    statement = read_statement(f"theorem claim {claim}", HEADER).statement
    asked = await lean.check(statement.source("by sorry"), 10, ())
    assert isinstance(asked, Incomplete), asked
    return asked.holes[0].goals[0]


async def accepted(claim: str, proposals: list[Proposal], lean: LeanPool) -> bool:
    """Whether there is one proposal, and Lean takes it for the whole proof."""
    if len(proposals) != 1:
        return False
    proof = "\n".join(["by", *indented(proposals[0].tactic.splitlines())])
    statement = read_statement(f"theorem claim {claim}", HEADER).statement
    return isinstance(await lean.check(statement.source(proof), 10), Checked)


async def test_the_whole_proof_of_an_exercise_is_one_proposal_that_lean_accepts(lean: LeanPool) -> None:
    goals = [(claim, await goal_of(claim, lean)) for claim in EXERCISES]

    proposed = [(claim, list(deduced(Context.of(goal)))) for claim, goal in goals]

    assert [claim for claim, found in proposed if not await accepted(claim, found, lean)] == []


async def test_nothing_is_proposed_for_what_does_not_follow_by_logic(lean: LeanPool) -> None:
    goals = [(claim, await goal_of(claim, lean)) for claim in NO_CONSEQUENCES]

    assert [claim for claim, goal in goals if list(deduced(Context.of(goal)))] == []


async def test_equations_follow_from_the_laws_of_a_group_by_calculation(lean: LeanPool) -> None:
    goals = [(claim, await goal_of(claim, lean)) for claim in CALCULATIONS]

    proposed = [(claim, list(chained(Context.of(goal)))) for claim, goal in goals]

    assert [claim for claim, found in proposed if not await accepted(claim, found, lean)] == []


@pytest.mark.parametrize(
    ("goal", "script"),
    [
        (
            "α : Type\np : α → Prop\nr : Prop\nh : ∀ (x : α), p x ∨ r\n⊢ (∀ (x : α), p x) ∨ r",
            "by_cases hr : r\n· exact Or.inr hr\n· left\n  intro x\n  rcases h x with hp | hr1\n"
            "  · exact hp\n  · exact absurd hr1 hr",
        ),
        (
            "α : Type\np : α → Prop\nh : ¬∀ (x : α), p x\n⊢ ∃ x, ¬p x",
            "obtain ⟨x, hnp⟩ := not_forall.mp h\nexact ⟨x, hnp⟩",
        ),
        ("α : Type\na b c : α\nh : a = b\nk : c = b\n⊢ a = c", "exact h.trans k.symm"),
    ],
)
def test_a_proof_by_logic_reads_as_a_person_would_write_it(goal: str, script: str) -> None:
    proposed = [proposal.tactic for proposal in deduced(Context.of(Goal.parse(goal)))]

    assert proposed == [script]


def test_a_chain_of_equations_is_written_as_a_calculation() -> None:
    laws = "h : ∀ (x y z : α), m (m x y) z = m x (m y z)\nl : ∀ (x : α), m e x = x\nr : ∀ (x : α), m x e = x"
    goal = f"α : Type\nm : α → α → α\ne a b c : α\n{laws}\nu : m b a = e\nv : m a c = e\n⊢ b = c"

    proposed = [proposal.tactic for proposal in chained(Context.of(Goal.parse(goal)))]

    assert proposed == [
        "calc b = m b e := (r b).symm\n"
        "  _ = m b (m a c) := by rw [← v]\n"
        "  _ = m (m b a) c := (h b a c).symm\n"
        "  _ = m e c := by rw [u]\n"
        "  _ = c := l c"
    ]
