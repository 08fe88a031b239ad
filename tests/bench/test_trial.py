"""One problem of the bench, with the real Lean."""

from __future__ import annotations

from collections.abc import Sequence

from app.bench.clocks import Laps
from app.bench.problems import BenchProblem, Expected
from app.bench.trial import attempt
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

        record = await attempt(PROBLEM, 5, lab, Laps())

    assert (record.outcome, record.proof, record.steps) == ("undecided", None, None)
    assert "this prover is broken" in (record.reason or "")
    assert 0 < record.lean_s <= record.seconds
