"""The search, with scripted provers; Lean is scripted where it misbehaves and real where it judges."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence

import pytest

from app.domain.errors import CheckerUnavailable
from app.domain.events import Searching, Side, StepsAbandoned, StepVerified
from app.domain.goal import Goal
from app.domain.problem import Statement
from app.domain.proof import Proposal, lines
from app.domain.verdict import (
    Checked,
    Incomplete,
    Message,
    Position,
    Reason,
    Rejected,
    Severity,
    Undecided,
    Verdict,
)
from app.lean.environments import HEADER, CoreLean
from app.lean.pool import LeanPool
from app.pipeline.place import Place
from app.pipeline.search import Found, NotFound, SearchLimits, SearchResult, search
from app.ports import Checker, Prover
from tests.fakes import MemoryJournal, ScriptedChecker, ScriptedProver

LIMITS = SearchLimits(seconds=20, checks=200, check_s=5)
SWAP = Statement(HEADER, "", "swap", "", "(p q : Prop) (h : p ∧ q)", "q ∧ p")
SWAP_GOAL = Goal.parse("p q : Prop\nh : p ∧ q\n⊢ q ∧ p")
CRASH = Undecided(Reason.CRASHED, "Lean ended.")
LATE = Undecided(Reason.TIMEOUT, "Lean was not done.")
NO = Rejected((Message(Severity.ERROR, "unknown tactic\nand more", Position(4, 2), Position(4, 3)),))


def proposals(*tactics: str, cost: float = 0) -> list[Proposal]:
    return [Proposal(tactic, cost=cost) for tactic in tactics]


async def run(
    script: Mapping[str, Sequence[Proposal]] | Prover,
    checker: Checker,
    journal: MemoryJournal | None = None,
    statement: Statement = SWAP,
    goal: Goal = SWAP_GOAL,
    limits: SearchLimits = LIMITS,
) -> SearchResult:
    prover = ScriptedProver(script) if isinstance(script, Mapping) else script
    journal = journal or MemoryJournal()
    return await search(statement, Place(goal), Side.STATEMENT, prover, checker, journal, limits)


def scripted(verdicts: Callable[[str], Verdict]) -> ScriptedChecker:
    return ScriptedChecker(verdicts)


@pytest.fixture
async def lean(core: CoreLean) -> AsyncIterator[LeanPool]:
    async with LeanPool(core, 1) as pool:
        yield pool


RIGHT_SCRIPT = {
    "q ∧ p": proposals("exact h", "constructor"),
    "q": proposals("exact h.left", "exact h.right"),
    "p": proposals("exact h.left"),
}


async def test_a_proof_is_found_step_by_step_and_checked_as_a_whole(lean: LeanPool) -> None:
    result = await run(RIGHT_SCRIPT, lean)

    assert isinstance(result, Found)
    assert lines(result.tree) == ["constructor", "· exact h.right", "· exact h.left"]
    assert result.checks == 6  # five tactics were tried, and the whole proof


async def test_the_steps_in_the_journal_draw_the_tree(lean: LeanPool) -> None:
    journal = MemoryJournal()

    await run(RIGHT_SCRIPT, lean, journal)

    steps = [event for event in journal.events if isinstance(event, StepVerified)]
    drawn = [(step.step, step.parent, step.branch, step.tactic) for step in steps]
    assert drawn == [(1, 0, 0, "constructor"), (2, 1, 0, "exact h.right"), (3, 1, 1, "exact h.left")]
    assert [goal.target for goal in steps[0].after] == ["q", "p"]
    assert steps[2].before.target == "p"


async def test_what_lean_refused_is_told_with_the_step_that_followed(lean: LeanPool) -> None:
    journal = MemoryJournal()

    await run(RIGHT_SCRIPT, lean, journal)

    first = next(event for event in journal.events if isinstance(event, StepVerified))
    assert [tried.tactic for tried in first.refused] == ["exact h"]


async def test_alternatives_are_structured_and_labelled(lean: LeanPool) -> None:
    journal = MemoryJournal()
    statement = Statement(HEADER, "", "swap", "", "(p q : Prop) (h : p ∨ q)", "q ∨ p")
    cases = Proposal("cases h with", cases=("inl hp", "inr hq"))
    script = {"q ∨ p": [cases, *proposals("exact Or.inr hp", "exact Or.inl hq")]}

    result = await run(script, lean, journal, statement, Goal.parse("p q : Prop\nh : p ∨ q\n⊢ q ∨ p"))

    assert isinstance(result, Found)
    assert lines(result.tree)[1:] == ["| inl hp => exact Or.inr hp", "| inr hq => exact Or.inl hq"]
    labels = [event.label for event in journal.events if isinstance(event, StepVerified)]
    assert labels == ["", "inl hp", "inr hq"]


async def test_a_step_that_leads_nowhere_is_no_part_of_the_proof(lean: LeanPool) -> None:
    statement = Statement(HEADER, "", "t", "", "(p q : Prop) (h : q)", "p ∨ q")
    script = {"p ∨ q": proposals("left", "right"), "q": proposals("exact h")}

    result = await run(script, lean, None, statement, Goal.parse("p q : Prop\nh : q\n⊢ p ∨ q"))

    assert isinstance(result, Found)
    assert lines(result.tree) == ["right", "exact h"]


async def test_a_goal_that_comes_back_under_another_name_is_not_followed(lean: LeanPool) -> None:
    statement = Statement(HEADER, "", "t", "", "(a b : Nat)", "a = b")
    goal = Goal.parse("a b : Nat\n⊢ a = b")
    script = {"a = b": proposals("symm"), "b = a": proposals("symm")}

    result = await run(script, lean, None, statement, goal)

    assert isinstance(result, NotFound)
    assert (result.exhausted, result.checks) == (True, 1)


async def test_a_tactic_that_leaves_something_open_to_lean_is_not_followed(lean: LeanPool) -> None:
    statement = Statement(HEADER, "", "t", "", "(a b : Nat)", "a ≤ b")
    goal = Goal.parse("a b : Nat\n⊢ a ≤ b")

    result = await run({"a ≤ b": proposals("apply Nat.le_trans")}, lean, None, statement, goal)

    assert isinstance(result, NotFound)


async def test_the_same_goal_is_proved_once_and_the_proof_used_again(lean: LeanPool) -> None:
    statement = Statement(HEADER, "", "t", "", "(p : Prop) (h : p)", "p ∧ p")
    script = {"p ∧ p": proposals("constructor"), "p": proposals("exact absurd h", "exact h")}

    result = await run(script, lean, None, statement, Goal.parse("p : Prop\nh : p\n⊢ p ∧ p"))

    assert isinstance(result, Found)
    assert lines(result.tree) == ["constructor", "· exact h", "· exact h"]
    assert result.checks == 5  # constructor, two at the first goal, one to use it again, the whole


async def test_costly_proposals_wait_for_a_later_round_and_nothing_is_asked_twice(lean: LeanPool) -> None:
    journal = MemoryJournal()
    script = {**RIGHT_SCRIPT, "p": proposals("exact h.right") + proposals("exact h.left", cost=3)}

    result = await run(script, lean, journal)

    assert isinstance(result, Found)
    assert result.checks == 7
    verified = [event.tactic for event in journal.events if isinstance(event, StepVerified)]
    assert verified[-1] == "exact h.left"
    alive = set[int]()
    for event in journal.events:
        if isinstance(event, StepVerified):
            assert event.parent in alive | {0}
            alive.add(event.step)
        elif isinstance(event, StepsAbandoned):
            alive -= set(event.steps)
    assert len(alive) == 3


async def test_a_search_without_a_proof_names_the_goal_that_is_left(lean: LeanPool) -> None:
    result = await run({**RIGHT_SCRIPT, "p": proposals("exact h.right")}, lean)

    assert isinstance(result, NotFound)
    assert result.exhausted
    assert result.stuck_on is not None
    assert result.stuck_on.target == "p"


def tried(source: str, *goals: str) -> Verdict:
    """What Lean answers to a trial if each tactic in it leaves `goals`, and to any other source."""
    lines = source.splitlines()
    places = [Position(number, 5) for number, line in enumerate(lines, 1) if "trace_state" in line]
    messages = [Message(Severity.INFORMATION, "\n\n".join(goals), place, place) for place in places]
    return Incomplete((), tuple(messages)) if goals else Checked(tuple(messages))


async def test_a_crash_is_asked_about_once_more_and_is_no_refusal() -> None:
    checker = scripted(lambda source: CRASH if "trivial" in source else NO)

    result = await run({"q ∧ p": proposals("trivial", "exact h")}, checker)

    assert isinstance(result, NotFound)
    assert not result.exhausted
    asked_of_trivial = ["trivial" in source for source in checker.asked]
    assert asked_of_trivial == [True, True, True, True, False]  # both at once, then each alone


async def test_a_crash_that_does_not_come_back_does_no_harm() -> None:
    crashes = iter([True, False, True, False])

    result = await run(
        {"q ∧ p": proposals("trivial")}, scripted(lambda source: CRASH if next(crashes) else tried(source))
    )

    assert isinstance(result, Found)


async def test_a_tactic_that_takes_too_long_does_not_keep_the_others_from_being_tried() -> None:
    checker = scripted(lambda source: LATE if "simp" in source else tried(source))

    result = await run({"q ∧ p": proposals("simp", "exact h")}, checker)

    assert isinstance(result, Found)
    assert lines(result.tree) == ["exact h"]


async def test_a_tactic_that_takes_too_long_leaves_the_search_unfinished() -> None:
    checker = scripted(lambda source: LATE if "simp" in source else NO)

    result = await run({"q ∧ p": proposals("simp", "exact h")}, checker)

    assert isinstance(result, NotFound)
    assert not result.exhausted
    assert len(checker.asked) == 3


async def test_an_error_that_ends_a_trial_counts_against_its_own_tactic_alone() -> None:
    def verdict(source: str) -> Verdict:
        for number, line in enumerate(source.splitlines(), 1):
            if "decide" in line:
                place = Position(number, 4)
                return Rejected((Message(Severity.ERROR, "(deterministic) timeout", place, place),))
        return tried(source)

    result = await run({"q ∧ p": proposals("decide", "exact h")}, scripted(verdict))

    assert isinstance(result, Found)
    assert lines(result.tree) == ["exact h"]


async def test_a_search_in_which_lean_could_never_be_asked_is_undecided() -> None:
    result = await run({"q ∧ p": proposals("trivial")}, scripted(lambda _: CRASH))

    assert result == CRASH


async def test_no_lean_at_all_is_undecided() -> None:
    class Absent:
        async def check(
            self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
        ) -> Verdict:
            raise CheckerUnavailable("no worker")

    result = await run({"q ∧ p": proposals("trivial")}, Absent())

    assert result == Undecided(Reason.CHECKER_ERROR, "no worker")


async def test_a_proof_whose_last_check_is_unanswered_is_undecided() -> None:
    checker = scripted(lambda source: tried(source) if "trace_state" in source else CRASH)

    assert await run({"q ∧ p": proposals("trivial")}, checker) == CRASH


@pytest.mark.parametrize("last", [NO, Incomplete(())])
async def test_steps_that_do_not_make_a_whole_proof_are_not_found(last: Verdict) -> None:
    checker = scripted(lambda source: tried(source) if "trace_state" in source else last)

    result = await run({"q ∧ p": proposals("trivial")}, checker)

    assert isinstance(result, NotFound)
    assert not result.exhausted


async def test_no_more_is_asked_than_allowed() -> None:
    checker = scripted(lambda _: NO)
    tactics = proposals(*(f"exact h{number}" for number in range(50)))

    result = await run({"q ∧ p": tactics}, checker, limits=SearchLimits(20, 10, 5))

    assert isinstance(result, NotFound)
    assert (result.checks, result.exhausted, len(checker.asked)) == (10, False, 1)


class Endless:
    """Has one idea for every goal; `Growing` makes another goal of it each time."""

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        return [Proposal("skip", cost=1)]


class Growing:
    """Answers after `takes_s`, each time with a goal that was not there before."""

    def __init__(self, takes_s: float) -> None:
        self.asked = 0
        self._takes_s = takes_s

    async def check(
        self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
    ) -> Verdict:
        self.asked += 1
        await asyncio.sleep(self._takes_s)
        return tried(source, f"⊢ {self.asked} = 0")


async def test_the_time_is_kept() -> None:
    started = time.monotonic()

    result = await run(Endless(), Growing(0.01), limits=SearchLimits(0.2, 10_000, 5))

    assert isinstance(result, NotFound)
    assert not result.exhausted
    assert time.monotonic() - started < 2


async def test_a_cancelled_search_ends_at_once() -> None:
    task = asyncio.create_task(run(Endless(), Growing(5)))
    await asyncio.sleep(0.05)

    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 1)


async def test_a_search_that_is_told_to_stop_asks_nothing_more() -> None:
    stop, checker = asyncio.Event(), Growing(0.05)
    place = Place(SWAP_GOAL)
    task = asyncio.create_task(
        search(SWAP, place, Side.STATEMENT, Endless(), checker, MemoryJournal(), LIMITS, stop)
    )
    await asyncio.sleep(0.12)

    stop.set()
    result = await asyncio.wait_for(task, 1)

    assert isinstance(result, NotFound)
    assert not result.exhausted
    assert checker.asked <= 4


async def test_a_long_search_gives_signs_of_life_but_not_too_many() -> None:
    journal = MemoryJournal()

    await run(Endless(), Growing(0.05), journal, limits=SearchLimits(1.6, 10_000, 5))

    signs = [event for event in journal.events if isinstance(event, Searching)]
    assert 1 <= len(signs) <= 4


async def test_what_is_shown_is_one_attempt_at_a_time() -> None:
    journal = MemoryJournal()

    await run(Endless(), Growing(0.05), journal, limits=SearchLimits(1.6, 10_000, 5))

    alive: dict[int, int] = {}
    for event in journal.events:
        if isinstance(event, StepVerified):
            assert event.parent in alive or event.parent == 0
            assert event.parent not in alive.values() or event.parent == 0
            alive[event.step] = event.parent
        elif isinstance(event, StepsAbandoned):
            for step in event.steps:
                del alive[step]
    assert len(alive) > 2


async def test_several_workers_look_at_several_goals_at_once() -> None:
    class Counting(Growing):
        at_once = most = 0

        async def check(
            self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
        ) -> Verdict:
            self.at_once += 1
            self.most = max(self.most, self.at_once)
            try:
                self.asked += 1
                number = self.asked  # another call may come in between
                await asyncio.sleep(0.02)
                return tried(source, f"⊢ {number} = 0", f"⊢ {number} = 1")
            finally:
                self.at_once -= 1

    checker = Counting(0)
    await run(Endless(), checker, limits=SearchLimits(0.5, 10_000, 5, workers=3))

    assert checker.most == 3
