"""Going on after the end: what was closed stays closed, whatever a person writes for what is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.act import Act
from app.domain.events import (
    ActTaken,
    Entry,
    Event,
    NodeClosed,
    NodeOpened,
    NodeTried,
    Open,
    OwnProofRejected,
    Proved,
    Sketched,
    Started,
    StatementLocked,
)
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.pipeline.solve import solve
from app.web.acting import gone_on
from app.web.fold import standing
from tests.tree.conftest import Person, Room

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIGNATURE = "theorem t (p q r : Prop) (hp : p) (hq : q) (hr : r) : (p ∧ q) ∧ r"
GOAL = Goal.parse("p q r : Prop\nhp : p\nhq : q\nhr : r\n⊢ (p ∧ q) ∧ r")
SKETCH = "by\n  have a : p ∧ q := by sorry\n  have b : r := by sorry\n  exact ⟨a, b⟩"
BEFORE: list[Event] = [
    Started("worker-1"),
    StatementLocked(SIGNATURE, "", "", GOAL),
    NodeOpened("", "", GOAL),
    Sketched("", SKETCH, ("1", "2"), (0, 1)),
    NodeOpened("1", "", GOAL),
    NodeOpened("2", "", GOAL),
    Sketched("1", "by\n  constructor\n  · sorry\n  · sorry", ("1.1", "1.2"), (0, 1)),
    NodeOpened("1.1", "1", GOAL),
    NodeOpened("1.2", "1", GOAL),
    NodeClosed("1.1", "by\n  exact hp"),
    Open("Everything was tried."),
]  # what stands there of goals is not looked at


async def goes_on(room: Room, before: Sequence[Event], node: str, text: str) -> list[Event]:
    """The journal of the job that goes on from an ended one with `text` at `node`."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    progress = standing(Entry(n, at, event) for n, event in enumerate(before, 1))
    known, begun_with = gone_on(progress, node, text)
    journal = Person(lambda event: ())
    journal.done = [Act(n, *act) for n, act in enumerate(begun_with, 1)]
    if not begun_with:
        journal.prover.enough.set()
    await solve(Problem(known, seconds=20), replace(room.lab, prover=journal.prover), journal)
    return journal.events


def only(kind: type[Event], events: Sequence[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, kind)]


async def test_a_wrong_text_costs_nothing_and_lean_says_what_is_wrong_at_its_node(room: Room) -> None:
    after = await goes_on(room, BEFORE, "2", "exact hrr")

    assert not only(OwnProofRejected, after)
    (sketched,) = only(Sketched, after)
    assert "exact hp" in sketched.proof
    assert [node.goal.target for node in only(NodeOpened, after)[1:]] == ["q", "r"]
    (tried,) = only(NodeTried, [e for e in after if getattr(e, "way", "") == "by hand"])
    assert (tried.node, tried.result) == ("2", "Lean rejects it")
    assert "hrr" in tried.said
    assert only(ActTaken, after) == [ActTaken(1, "2")]


@pytest.mark.parametrize(("node", "text", "to"), [("1.2", "exact hq", "1"), ("2", "exact hr", "2")])
async def test_a_right_text_closes_its_node_wherever_it_stands_among_the_gaps(
    room: Room, node: str, text: str, to: str
) -> None:
    after = await goes_on(room, BEFORE, node, text)

    assert [closed.node for closed in only(NodeClosed, after)] == [to]


async def test_going_on_twice_proves_all_of_it(room: Room) -> None:
    after = await goes_on(room, await goes_on(room, BEFORE, "1.2", "exact hq"), "2", "exact hr")

    assert isinstance(after[-1], Proved)


@pytest.mark.parametrize(
    ("node", "right"), [("", SKETCH.replace("by sorry", "by simp_all")), ("1", "simp_all")]
)
async def test_a_node_with_a_sketch_keeps_it_while_another_proof_of_it_is_wrong(
    room: Room, node: str, right: str
) -> None:
    wrong = await goes_on(room, BEFORE, node, "constructor\n· exact hpp\n· sorry")
    well = await goes_on(room, BEFORE, node, right)

    assert [sketched.proof.count("exact hp\n") for sketched in only(Sketched, wrong)] == [1]
    assert any("hpp" in tried.said for tried in only(NodeTried, wrong))
    assert "simp_all" in only(Sketched, well)[-1].proof if node else isinstance(well[-1], Proved)
