"""What every `Checker` keeps, run on the real pool and on the scripted one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from app.domain.goal import Goal, Hypothesis
from app.domain.verdict import (
    Checked,
    Hole,
    Incomplete,
    Message,
    Position,
    Reason,
    Rejected,
    Severity,
    Undecided,
    Verdict,
)
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from app.ports import Checker
from tests.fakes import ScriptedChecker

HEAD = "prelude\nimport Lemmata\ntheorem t (p : Prop) (h : p) : p := by\n"
RIGHT = f"{HEAD}  exact h\n"
WRONG = f"{HEAD}  exact missing\n"
OPEN = f"{HEAD}  sorry\n"
SLOW = f"{HEAD}  exact {'(' * 1_000_000}h{')' * 1_000_000}\n"
TACTIC = Position(4, 2)
GOAL = Goal((Hypothesis(("p",), "Prop"), Hypothesis(("h",), "p")), "p")
_PLACE = (Position(4, 8), Position(4, 15))
_SCRIPT: dict[str, Verdict] = {
    RIGHT: Checked(),
    WRONG: Rejected((Message(Severity.ERROR, "Unknown identifier `missing`", *_PLACE),)),
    OPEN: Incomplete((Hole(TACTIC, (GOAL,)),)),
    SLOW: Checked(),
}


@pytest.fixture(params=["pool", "scripted"])
async def checker(request: pytest.FixtureRequest, core: CoreLean) -> AsyncIterator[Checker]:
    if request.param == "scripted":
        yield ScriptedChecker(_SCRIPT.__getitem__, {TACTIC: (GOAL,)}, {SLOW: 60.0})
        return
    async with LeanPool(core, size=2) as pool:
        yield pool


async def test_a_right_proof_is_checked(checker: Checker) -> None:
    assert await checker.check(RIGHT, 10) == Checked()


async def test_a_wrong_proof_is_rejected_with_a_message_at_its_place(checker: Checker) -> None:
    verdict = await checker.check(WRONG, 10)

    assert isinstance(verdict, Rejected)
    assert "missing" in verdict.first_error.text
    assert (verdict.first_error.start, verdict.first_error.end) == _PLACE


async def test_a_proof_with_a_hole_is_incomplete(checker: Checker) -> None:
    verdict = await checker.check(OPEN, 10, ())

    assert isinstance(verdict, Incomplete)
    assert verdict.holes == (Hole(TACTIC, (GOAL,)),)


@pytest.mark.parametrize("source", [RIGHT, WRONG, OPEN])
async def test_goals_are_answered_in_the_order_asked(checker: Checker, source: str) -> None:
    verdict = await checker.check(source, 10, [Position(3, 1), TACTIC])

    assert not isinstance(verdict, Undecided)
    assert verdict.goals == ((), (GOAL,))


async def test_goals_that_were_not_asked_for_are_not_answered(checker: Checker) -> None:
    verdict = await checker.check(RIGHT, 10)

    assert isinstance(verdict, Checked)
    assert verdict.goals == ()


async def test_past_the_deadline_nothing_is_decided(checker: Checker) -> None:
    verdict = await checker.check(SLOW, 0.5)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.TIMEOUT


async def test_a_timeout_does_not_touch_the_next_check(checker: Checker) -> None:
    await checker.check(SLOW, 0.5)

    assert isinstance(await checker.check(WRONG, 10), Rejected)


async def test_many_callers_each_hear_their_own_answer(checker: Checker) -> None:
    verdicts = await asyncio.gather(*(checker.check(source, 30) for source in [RIGHT, WRONG, OPEN] * 4))

    assert [type(verdict) for verdict in verdicts] == [Checked, Rejected, Incomplete] * 4


async def test_a_cancelled_check_does_not_touch_the_next_one(checker: Checker) -> None:
    check = asyncio.create_task(checker.check(SLOW, 30))
    await asyncio.sleep(0.3)
    check.cancel()
    with pytest.raises(asyncio.CancelledError):
        await check

    assert isinstance(await checker.check(WRONG, 10), Rejected)
