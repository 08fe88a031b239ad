"""What a search shows while it goes on."""

from __future__ import annotations

from app.domain.events import Side, StepsAbandoned, StepVerified, Tried
from app.domain.goal import Goal
from app.domain.proof import Proposal, Sorry, Step
from app.pipeline.account import Account
from tests.fakes import MemoryJournal

ROOT, LEFT, RIGHT = Goal.parse("⊢ p ∧ q"), Goal.parse("⊢ p"), Goal.parse("⊢ q")


def split(left: Step | Sorry, right: Step | Sorry) -> Step:
    return Step(Proposal("constructor"), ROOT, (left, right), (LEFT, RIGHT))


def closed(tactic: str, goal: Goal) -> Step:
    return Step(Proposal(tactic), goal)


async def shown(*attempts: Step) -> list[StepVerified | StepsAbandoned]:
    journal = MemoryJournal()
    account = Account(Side.STATEMENT, journal)
    for attempt in attempts:
        await account.show(attempt, lambda step: (Tried("simp"),), 1, 0.1)
    return [event for event in journal.events if isinstance(event, StepVerified | StepsAbandoned)]


async def test_steps_are_told_from_the_root_down_with_their_places() -> None:
    events = await shown(split(closed("exact hp", LEFT), closed("exact hq", RIGHT)))

    told = [(e.step, e.parent, e.branch, e.tactic) for e in events if isinstance(e, StepVerified)]
    assert told == [(1, 0, 0, "constructor"), (2, 1, 0, "exact hp"), (3, 1, 1, "exact hq")]
    assert isinstance(events[0], StepVerified)
    assert events[0].after == (LEFT, RIGHT)
    assert events[0].refused == (Tried("simp"),)


async def test_what_two_attempts_share_stays_and_the_rest_is_taken_back() -> None:
    first = split(closed("exact hp", LEFT), Sorry())
    second = split(Sorry(), closed("exact hq", RIGHT))

    events = await shown(first, second)

    assert events[2] == StepsAbandoned(Side.STATEMENT, (2,))
    assert isinstance(events[3], StepVerified)
    assert (events[3].step, events[3].parent, events[3].branch) == (3, 1, 1)


async def test_the_same_attempt_is_told_once() -> None:
    attempt = split(closed("exact hp", LEFT), Sorry())

    assert len(await shown(attempt, attempt)) == 2


async def test_structured_alternatives_keep_their_labels() -> None:
    cases = Step(Proposal("cases h with", cases=("inl hp", "inr hq")), ROOT, (Sorry(), closed("rfl", RIGHT)))

    events = await shown(cases)

    assert [e.label for e in events if isinstance(e, StepVerified)] == ["", "inr hq"]
