"""Sketches of a person's own: each gap is proved in its place, with the real Lean and our own prover."""

from dataclasses import replace

import pytest

from app.domain.act import Act
from app.domain.events import (
    NodeClosed,
    NodeLeft,
    NodeOpened,
    NodeTried,
    Open,
    Outcome,
    OwnProofRejected,
    Proved,
    Sketched,
)
from app.domain.problem import Problem
from app.pipeline.solve import solve
from tests.tree.conftest import Person, Room

pytestmark = pytest.mark.asyncio(loop_scope="session")


SKETCH = """theorem t (n m : ℕ) (h : n = m) : n + 0 = m ∧ m + m = 2 * n := by
  have h1 : n + 0 = n := by sorry
  have h2 : m + m = 2 * m := sorry
  constructor
  · sorry
  · sorry
"""


async def test_the_gaps_of_an_own_sketch_are_proved_and_spliced(room: Room):
    outcome = await room.run(SKETCH, symbolic=True)

    assert isinstance(outcome, Proved)
    assert [node.goal.target for node in room.told(NodeOpened)[1:]] == [
        "n + 0 = n",
        "m + m = 2 * m",
        "n + 0 = m",
        "m + m = 2 * n",
    ]
    assert sorted(node.node for node in room.told(NodeClosed)) == ["", "1", "2", "3", "4"]
    assert "have h2 : m + m = 2 * m := (by" in outcome.certificate.proof
    assert "sorry" not in outcome.certificate.solution


async def test_goals_are_those_of_lean_where_the_text_would_mislead(room: Room):
    await room.run(
        "theorem t (p q : Prop) : p ∧ q → q ∧ p := by\n  intro h\n  obtain ⟨a, b⟩ := h\n  sorry",
        symbolic=True,
    )

    (_, node) = room.told(NodeOpened)
    assert [str(known) for known in node.goal.hypotheses] == ["p q : Prop", "a : p", "b : q"]
    assert node.goal.target == "q ∧ p"


@pytest.mark.parametrize(
    "text",
    [
        "theorem t (p q : Prop) (h : p ∨ q) : q ∨ p := by\n"
        "  cases h with\n  | inl a => sorry\n  | inr b => sorry",
        "theorem t (n : ℕ) : n + 0 = 0 + n := by\n  calc n + 0 = n := by sorry\n    _ = 0 + n := by sorry",
        "theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨sorry, sorry⟩",
        "theorem t (n : ℕ) : n + 0 = n := by\n  induction n with\n  | zero => sorry\n  | succ k ih => sorry",
        "theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q := by\n  constructor <;> sorry",
    ],
)
async def test_gaps_may_stand_anywhere(room: Room, text: str):
    assert isinstance(await room.run(text, symbolic=True), Proved)
    assert len(room.told(Sketched)) == 1


async def test_a_gap_that_cannot_be_closed_is_left_and_the_others_are_kept(room: Room):
    text = (
        "theorem t (n : ℕ) (h : 5 < n) : 2 < n := by\n"
        "  have a : n < 3 := by sorry\n  have b : 4 < n := by sorry\n  omega"
    )

    await room.run(text)
    assert {node.node for node in room.told(NodeLeft)} == {"", "1", "2"}

    outcome = await room.run(text, symbolic=True)
    assert "1" in [node.node for node in room.told(NodeLeft)]
    assert [node.node for node in room.told(NodeClosed)] == ["2"]
    assert isinstance(outcome, Proved)  # by the search for the statement itself, beside the sketch


async def test_a_sketch_that_lean_refuses_is_marked_at_its_place(room: Room):
    outcome = await room.run(
        "theorem t (n : ℕ) : n = n := by\n  have a : foo := by sorry\n  sorry", symbolic=True
    )

    (rejected,) = room.told(OwnProofRejected)
    assert rejected.messages[0].start.line == 2
    assert isinstance(outcome, Proved)


BOTH = "theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q := by\n  constructor\n  · sorry\n  · sorry"


async def by_person(room: Room, *acts: Act) -> tuple[Outcome, Person]:
    person = Person(lambda event: acts if isinstance(event, NodeLeft) else ())
    return await solve(Problem(BOTH, seconds=20), replace(room.lab, prover=person.prover), person), person


async def test_what_a_person_writes_for_a_node_is_taken_while_others_go_on(room: Room):
    outcome, _ = await by_person(room, Act(1, "1", "exact hp"), Act(2, "2", "have x := hq\nexact x"))

    assert isinstance(outcome, Proved)
    assert outcome.certificate.proof == "by\n  constructor\n  · exact hp\n  · have x := hq\n    exact x"


async def test_a_person_may_split_a_node_and_prove_the_parts(room: Room):
    split = Act(1, "1", "have x : p := by sorry\nexact x")

    outcome, person = await by_person(room, split, Act(2, "1.1", "exact hp"), Act(3, "2", "exact hq"))

    assert isinstance(outcome, Proved)
    closed = [e.node for e in person.events if isinstance(e, NodeClosed)]
    assert sorted(closed[:2]) == ["1.1", "2"]  # the one or the other is judged first
    assert closed[2:] == ["1", ""]


async def test_what_lean_refuses_of_a_person_is_told_and_the_node_stays_open(room: Room):
    outcome, person = await by_person(room, Act(1, "1", "exact hq"), Act(2, "2", "exact hq"))

    (tried,) = [e for e in person.events if isinstance(e, NodeTried) and e.way == "by hand"]
    assert tried.node == "1"
    assert "mismatch" in tried.said
    assert isinstance(outcome, Open)


async def test_a_person_may_have_it_tried_again(room: Room):
    _, person = await by_person(room, Act(1, "1", ""))

    ours = [e.node for e in person.events if isinstance(e, NodeTried)]
    assert sorted(ours) == ["1", "1", "1", "2"]  # our prover twice, and a tree search
