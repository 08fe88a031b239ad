"""What people do at the nodes of a running job, with the real Lean: work goes on beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from app.domain.act import Act
from app.domain.events import (
    ActTaken,
    Event,
    NodeClosed,
    NodeLeft,
    NodeTried,
    Open,
    Outcome,
    Proved,
    Sketched,
)
from app.domain.problem import Problem
from app.domain.sampling import Prompt, Reply, Sample
from app.pipeline.lab import Lab, Models
from app.pipeline.solve import solve
from tests.fakes import ScriptedModel
from tests.tree.conftest import Person, Room, Speechless, lean, when_left

pytestmark = pytest.mark.asyncio(loop_scope="session")

STATED = "theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q"
BOTH = f"{STATED} := by\n  constructor\n  · sorry\n  · sorry"


def when_sketched(*acts: Act) -> Callable[[Event], Sequence[Act]]:
    return lambda event: acts if isinstance(event, Sketched) else ()


async def run(
    lab: Lab, person: Person, text: str = BOTH, earlier: Sequence[Event] = (), seconds: float = 30
) -> Outcome:
    return await solve(Problem(text, seconds=seconds), lab, person, earlier)


def told(person: Person, kind: type[Event]) -> list[Event]:
    return [event for event in person.events if isinstance(event, kind)]


async def test_a_wrong_proof_by_hand_does_not_end_the_work_at_the_node(room: Room):
    person = Person(when_sketched(Act(1, "1", "simp_typo"), Act(2, "", "simp_typo")))

    outcome = await run(room.lab, person)

    assert isinstance(outcome, Proved)
    said = {event.node: event.said for event in told(person, NodeTried) if event.way == "by hand"}
    assert set(said) <= {"1", ""}
    assert all("Line 1: " in one for one in said.values())


async def test_the_helpful_message_is_told_with_its_line(room: Room):
    person = Person(when_left("1", Act(1, "1", "have x := hp\nsimp_typo")))

    await run(replace(room.lab, prover=person.prover), person)

    (tried,) = [event for event in told(person, NodeTried) if event.way == "by hand"]
    assert tried.said.startswith("Line 2: ")
    assert "unsolved goals" not in tried.said


async def test_a_right_proof_comes_after_wrong_ones(room: Room):
    person = Person(
        lambda event: (
            (Act(1, "1", "wrong"), Act(2, "1", "exact hq"), Act(3, "1", "exact hp"), Act(4, "2", "exact hq"))
            if isinstance(event, NodeLeft) and event.node == "2"
            else ()
        )
    )

    outcome = await run(replace(room.lab, prover=person.prover), person)

    assert isinstance(outcome, Proved)
    assert {event.number for event in told(person, ActTaken)} == {1, 2, 3, 4}
    assert len([event for event in told(person, NodeTried) if event.way == "by hand"]) == 2


async def test_subgoals_that_were_left_stay_open_for_people_while_the_ladder_goes_on(room: Room):
    """The sketch of the model fails at both its gaps, other rungs follow, and a person closes the gaps."""
    asked: list[str] = []

    def said(prompt: Prompt) -> Reply:
        asked.append(prompt.template)
        if prompt.template == "sketch" and asked.count("sketch") == 1:
            return Sample(lean(BOTH))
        return Sample("I do not know.")

    def does(event: Event) -> Sequence[Act]:
        if isinstance(event, NodeTried) and event.way == "tree search" and not event.node:
            return (Act(1, "1", "exact hp"), Act(2, "2", "exact hq"))
        return ()

    person = Person(does)
    model = ScriptedModel(said)
    lab = replace(room.lab, prover=person.prover, models=Models(informal=model, prover=model))

    outcome = await run(lab, person, STATED)

    assert asked.count("sketch") >= 2
    assert isinstance(outcome, Proved)
    assert [event.node for event in told(person, NodeClosed)][-1] == ""


async def test_one_open_subgoal_does_not_keep_the_next_rung_waiting(room: Room):
    def said(prompt: Prompt) -> Reply:
        return Sample(lean(BOTH) if prompt.template == "sketch" else "I do not know.")

    model = ScriptedModel(said)
    person = Person(lambda event: ())
    person.prover.enough.set()
    lab = replace(room.lab, prover=person.prover, models=Models(informal=model, prover=model))

    outcome = await run(lab, person, STATED)

    assert isinstance(outcome, Open)
    assert outcome.spent.elapsed_s < 20
    assert [event.way for event in told(person, NodeTried) if not event.node][-1] == "tree search"


async def test_acts_that_were_dealt_with_are_not_replayed_after_a_restart(room: Room):
    first = Person(when_left("1", Act(1, "1", "exact wrong")))
    await run(replace(room.lab, prover=first.prover), first)
    kept = [event for event in first.events if not isinstance(event, Outcome)]

    again = Person(lambda event: ())
    again.done = first.done
    again.prover.enough.set()
    await run(replace(room.lab, prover=again.prover), again, earlier=kept)

    assert [event for event in told(again, NodeTried) if event.way == "by hand"] == []


async def test_a_sketch_of_ones_own_that_failed_is_not_drawn_twice(room: Room):
    first = Person(lambda event: ())
    lab = replace(
        room.lab, prover=Speechless(), models=Models(prover=ScriptedModel(lambda prompt: Sample("no")))
    )
    await run(lab, first)
    kept = [event for event in first.events if not isinstance(event, Outcome)]
    again = Person(lambda event: ())

    await run(lab, again, earlier=kept)

    assert len([event for event in told(first, Sketched) if not event.node]) == 1
    assert len([event for event in told(again, Sketched) if not event.node]) == 1


async def test_a_person_who_wants_more_while_work_goes_on_gets_it_afterwards(room: Room):
    person = Person(when_sketched(Act(1, "1", "")))

    await run(replace(room.lab, prover=person.prover), person)

    ways = [event.way for event in told(person, NodeTried) if event.node == "1"]
    assert ways == ["our prover", "our prover", "tree search"]
    assert [event.number for event in told(person, ActTaken)] == [1]
