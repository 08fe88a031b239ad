"""An interrupted job goes on from its journal, and the journal is never believed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest

from app.domain.events import (
    Certifying,
    Event,
    Open,
    Outcome,
    OwnProofRejected,
    Proved,
    Refuted,
    Searching,
    Side,
    Started,
    StatementExamined,
    StatementLocked,
    StepVerified,
)
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.domain.proof import Proposal
from app.domain.verdict import Reason, Undecided
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from app.models.symbolic import SymbolicProver
from app.pipeline.lab import Job, Lab
from app.pipeline.memory import mark, remembered
from app.pipeline.solve import solve
from app.trust.certify import Certifier
from app.trust.statements import StatementCertifier
from tests.fakes import MemoryJournal, ScriptedChecker, ScriptedProver

SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"
SWAP_GOAL = Goal.parse("p q : Prop\nh : p ∧ q\n⊢ q ∧ p")
LEFT = Goal.parse("case left\np q : Prop\nh : p ∧ q\n⊢ q")
UNASKED = Undecided(Reason.CRASHED, "Lean is not there.")


@pytest.fixture
async def lab(core: CoreLean) -> AsyncIterator[Lab]:
    async with LeanPool(core, 2) as pool:
        yield Lab(core.environment, pool, StatementCertifier(Certifier(core)), SymbolicProver())


async def run(lab: Lab, text: str, earlier: Sequence[Event] = ()) -> tuple[Outcome, list[Event]]:
    journal = MemoryJournal()
    return await solve(Problem(text, seconds=10), lab, journal, earlier), journal.events


def step(goal: Goal, tactic: str, after: tuple[Goal, ...], checks: int, elapsed_s: float) -> StepVerified:
    return StepVerified(
        Side.STATEMENT, 1, 0, 0, "", tactic, "", goal, after, checks=checks, elapsed_s=elapsed_s
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [(SWAP, Proved), ("theorem wrong (n m : ℕ) (h : n ≤ m) : n < m", Refuted)],
)
async def test_a_proof_that_was_found_goes_to_the_final_check_and_warm_lean_is_not_asked(
    lab: Lab, text: str, kind: type[Outcome]
):
    outcome, told = await run(lab, text)
    warm = ScriptedChecker(lambda source: UNASKED)

    again, told_again = await run(replace(lab, checker=warm), text, told[:-1])

    assert isinstance(outcome, kind)
    assert isinstance(again, type(outcome))
    assert warm.asked == []
    assert [type(event) for event in told_again][::3] == [StatementLocked, kind]
    assert {type(event) for event in told_again[1:3]} == {StatementExamined, Certifying}
    assert again.certificate.solution == outcome.certificate.solution
    assert getattr(again, "counterexample", ()) == getattr(outcome, "counterexample", ())


async def test_a_journal_with_a_proof_that_is_none_costs_time_only(lab: Lab):
    outcome, told = await run(lab, SWAP, [Started("w"), Certifying(Side.STATEMENT, "⟨h.1, h.2⟩")])

    assert isinstance(outcome, Proved)
    assert [type(event) for event in told].count(Certifying) == 2


@pytest.mark.parametrize("proof", ["by sorry", "by exact sorryAx _ false", "by decide"])
async def test_a_journal_cannot_prove_what_is_false(lab: Lab, proof: str):
    earlier = [Certifying(Side.STATEMENT, proof), step(Goal((), "1 = 2"), "trivial", (), 1, 0.1)]

    outcome, _ = await run(replace(lab, prover=ScriptedProver({})), "theorem t : 1 = 2", earlier)

    assert isinstance(outcome, Open)


async def test_a_statement_that_was_locked_is_locked_again_only_if_the_text_says_the_same(lab: Lab):
    _, told = await run(lab, SWAP)
    other = "theorem swap (p q : Prop) (h : q ∧ p) : p ∧ q"

    outcome, told_again = await run(lab, other, told[:1])

    assert isinstance(outcome, Proved)
    assert told_again[0] != told[0]
    assert outcome.certificate.statement == other


async def test_ones_own_proof_is_not_rejected_twice_but_told_again(lab: Lab):
    _, told = await run(lab, f"{SWAP} := by\n  exact h.2")
    warm = ScriptedChecker(lambda source: UNASKED)

    _, told_again = await run(replace(lab, checker=warm), f"{SWAP} := by\n  exact h.2", told[:2])

    assert isinstance(told[1], OwnProofRejected)
    assert told_again[:2] == told[:2]
    assert not any("exact h.2\n" in source for source in warm.asked)


async def test_a_search_goes_back_by_the_remembered_steps_and_leaves_out_what_was_refused(lab: Lab):
    refused = [f"exact h.{n}" for n in range(3, 40)]
    script = {
        "q ∧ p": [Proposal(tactic, cost=0.1) for tactic in refused] + [Proposal("constructor", cost=3)],
        "q": [Proposal("exact h.2")],
        "p": [Proposal("exact h.1")],
    }
    lab = replace(lab, prover=ScriptedProver(script), workers=1)
    marks = "".join(mark(SWAP_GOAL, tactic) for tactic in refused)
    earlier = [
        step(SWAP_GOAL, "constructor", (LEFT,), 38, 0.5),
        Searching(Side.STATEMENT, 40, 0.7, LEFT, marks),
    ]

    fresh, _ = await run(lab, SWAP)
    again, _ = await run(lab, SWAP, earlier)

    assert isinstance(fresh, Proved)
    assert isinstance(again, Proved)
    assert again.certificate.proof == fresh.certificate.proof
    assert again.spent.checks - 40 < fresh.spent.checks - len(refused) + 4


async def test_a_remembered_tactic_is_proposed_even_if_the_prover_no_longer_does(lab: Lab):
    lab = replace(lab, prover=ScriptedProver({}))

    outcome, _ = await run(lab, SWAP, [step(SWAP_GOAL, "exact ⟨h.2, h.1⟩", (), 1, 0.1)])

    assert isinstance(outcome, Proved)


async def test_what_all_workers_spent_counts_and_half_of_the_budget_is_always_left(lab: Lab):
    one = [Started("a"), step(SWAP_GOAL, "constructor", (), 5, 2.0)]
    two = [Started("b"), Searching(Side.STATEMENT, 9, 1.5, LEFT), Searching(Side.NEGATION, 3, 4.0, LEFT)]
    lab = replace(lab, checker=ScriptedChecker(lambda source: UNASKED))

    once = Job(Problem(SWAP, seconds=10), lab, MemoryJournal(), remembered(one))
    twice = Job(Problem(SWAP, seconds=10), lab, MemoryJournal(), remembered([*one, *two]))

    assert remembered([*one, *two]).spent.checks == 17
    assert once.left_s == pytest.approx(8, abs=0.1)
    assert twice.left_s == pytest.approx(5, abs=0.1)
    assert twice.spent.elapsed_s == pytest.approx(6, abs=0.1)
