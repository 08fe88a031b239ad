"""Sets are taken down to elements, and functions to their values: the rules alone, without the library."""

from __future__ import annotations

import pytest

from app.domain.goal import Goal
from app.lean.pool import LeanPool
from app.models.expression import Term, read
from app.models.functions import solution
from app.models.membership import proof
from app.models.symbolic import SymbolicProver
from app.pipeline.search import Found
from tests.models.proving import prove

SETS = (
    "theorem t (α : Type) (s t u : Set α) : s ∩ (t \\ u) = (s ∩ t) \\ u",
    "theorem t (α : Type) (s t u : Set α) (h : s ∩ t = u) : u ⊆ s",
    "theorem t (α : Type) (s t : Set α) (h : ¬s ⊆ t) : (s \\ t).Nonempty",
    "theorem t (α β : Type) (f : α → β) (s t : Set α) (h : s ⊆ t) : f '' s ⊆ f '' (t ∪ s)",
    "theorem t (α : Type) (S : Set (Set α)) (s : Set α) (h : s ∈ S) : s ⊆ ⋃₀ S",
)
FUNCTIONS = (
    "theorem t (α β : Type) (f : α → β) (g : β → α) (h : ∀ x, g (f x) = x) : Function.Injective f",
    "theorem t (α β γ : Type) (f : α → β) (g : β → γ) (hg : Function.Injective g)"
    " (h : Function.Surjective (g ∘ f)) : Function.Surjective f",
    "theorem t (α : Type) (f : α → α → Prop) : ¬Function.Surjective f",
    "theorem t : Function.Bijective (fun x : ℤ => 7 - x)",
    "theorem t (α β : Type) (f : α → β) (h : Function.Surjective f) : ∃ g : β → α, f ∘ g = id",
)


@pytest.mark.parametrize("text", SETS + FUNCTIONS)
async def test_sets_and_functions_are_reduced_to_what_they_are_made_of(text: str, lean: LeanPool) -> None:
    result = await prove(text, lean, seconds=20)

    assert isinstance(result, Found)


async def test_what_is_true_of_some_sets_only_is_not_said_to_follow_by_truth_tables() -> None:
    goal = Goal.parse("α : Type\ns t : Set α\nx : α\nhx : x ∈ s\n⊢ x ∈ s ∩ t")

    proposals = await SymbolicProver().propose(goal)

    assert not [proposal for proposal in proposals if "tauto" in proposal.tactic]


def test_an_element_is_built_by_definition() -> None:
    facts = (("hs", _term("x ∈ s")), ("h", _term("s ⊆ t")))

    assert proof(_term("x ∈ u ∪ (s ∩ t)"), facts) == "Or.inr ⟨hs, h hs⟩"
    assert proof(_term("f x ∈ f '' s"), facts) == "⟨x, hs, rfl⟩"
    assert proof(_term("x ∈ u"), facts) is None


def test_a_linear_equation_is_solved_for_its_witness() -> None:
    assert solution(_term("3 - x = y"), "x") == "3 - y"
    assert solution(_term("x + 2 = y"), "x") == "y - 2"
    assert solution(_term("x * x = y"), "x") is None


def _term(text: str) -> Term:
    term = read(text, frozenset({"x", "y", "s", "t", "u", "f"}))
    assert term is not None
    return term
