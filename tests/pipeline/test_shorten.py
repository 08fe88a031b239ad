"""What is left of a proof that a search found, with the real Lean."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from app.domain.goal import Goal
from app.domain.problem import Statement
from app.domain.proof import Proposal, Step, Tree, lines
from app.lean.environments import HEADER, CoreLean
from app.lean.pool import LeanPool
from app.pipeline.place import Place
from app.pipeline.shorten import shortened
from app.pipeline.trials import SearchLimits, Trials

LIMITS = SearchLimits(seconds=20, checks=100, check_s=5)
GOAL = Goal.parse("⊢ True")  # what the goals are does not matter here


@pytest.fixture
async def lean(core: CoreLean) -> AsyncIterator[LeanPool]:
    async with LeanPool(core, 1) as pool:
        yield pool


def chain(*tactics: str) -> Step:
    """Each tactic leaves one goal to the next, the last leaves none."""
    first, *rest = tactics
    return Step(Proposal(first), GOAL, (chain(*rest),) if rest else ())


async def short(lean: LeanPool, claim: str, tree: Tree, limits: SearchLimits = LIMITS) -> list[str]:
    binders, _, conclusion = claim.partition(" : ")
    statement = Statement(HEADER, "", "t", "", binders, conclusion)
    return lines(await shortened(Place(GOAL), tree, Trials(statement, lean, limits), 10))


async def test_steps_that_are_not_used_go(lean: LeanPool) -> None:
    proof = chain("have h1 := h.left", "have h2 := h.right", "exact h2")

    assert await short(lean, "{p q : Prop} (h : p ∧ q) : q", proof) == ["have h2 := h.right", "exact h2"]


async def test_lines_of_a_step_that_are_not_used_go(lean: LeanPool) -> None:
    proof = chain("have h1 := h.left\nhave h2 := h.right\nexact h1")

    assert await short(lean, "{p q : Prop} (h : p ∧ q) : p", proof) == ["have h1 := h.left", "exact h1"]


async def test_steps_that_are_used_stay(lean: LeanPool) -> None:
    proof = Step(Proposal("constructor"), GOAL, (chain("exact h.right"), chain("exact h.left")))

    assert await short(lean, "{p q : Prop} (h : p ∧ q) : q ∧ p", proof) == lines(proof)


async def test_simp_names_its_rules_where_they_are_few(lean: LeanPool) -> None:
    proof = chain("simp [Nat.add_comm]")

    assert await short(lean, "(l : List Nat) : l ++ [] = l", proof) == ["simp only [List.append_nil]"]


async def test_a_proof_stays_as_it_is_where_nothing_more_may_be_asked(lean: LeanPool) -> None:
    proof = chain("have h1 := h.left", "exact h.right")

    assert await short(lean, "{p q : Prop} (h : p ∧ q) : q", proof, SearchLimits(20, 0, 5)) == lines(proof)
