"""One problem of the bench, with the real Lean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.bench.problems import BenchProblem, Expected
from app.bench.trial import Budget, Whole
from app.domain.goal import Goal
from app.domain.proof import Proposal
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from app.pipeline.lab import Lab
from app.trust.certify import Certifier
from app.trust.statements import StatementCertifier

PROBLEM = BenchProblem("swap", "theorem swap (p q : Prop) : p ∧ q → q ∧ p", "", "logic", 1, Expected.PROVED)


class BrokenProver:
    """A `Prover` with an error in it."""

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        raise ZeroDivisionError("this prover is broken")


async def test_an_error_of_ours_leaves_the_problem_undecided_and_is_told(core: CoreLean):
    async with LeanPool(core, 1) as pool:
        lab = Lab(core.environment, pool, StatementCertifier(Certifier(core)), BrokenProver())

        attempt = await Whole(lab, Budget(5, 100)).attempt(PROBLEM, 3)

    assert (attempt.outcome, attempt.seed, attempt.tokens) == ("undecided", 3, 0)
    assert (attempt.proof, attempt.steps) == (None, None)
    assert "this prover is broken" in (attempt.reason or "")
    assert 0 < attempt.lean_s <= attempt.elapsed_s


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        ("import Mathlib\nopen Nat\ntheorem a (x : ℝ) : x = x", "not_in_this_environment"),
        (
            "import Mathlib.Data.Real.Basic\ntheorem a : ∑ k in Finset.range 3, k = 3",
            "not_in_this_environment",
        ),
        ("import Lemmata\ntheorem a (x : ℝ) : x = x", "not_a_statement"),
        ("theorem a (x : ℝ) : x = x", "not_a_statement"),
    ],
)
async def test_a_statement_for_another_library_that_lean_refuses_is_of_another_environment(
    core: CoreLean, statement: str, outcome: str
):
    async with LeanPool(core, 1) as pool:
        lab = Lab(core.environment, pool, StatementCertifier(Certifier(core)), BrokenProver())

        attempt = await Whole(lab, Budget(5, 100)).attempt(replace(PROBLEM, statement=statement), 0)

    assert attempt.outcome == outcome
    assert (attempt.reason or "").startswith("Lean does not accept this statement.")
    assert "ℝ" in (attempt.reason or "") or "token" in (attempt.reason or "")
