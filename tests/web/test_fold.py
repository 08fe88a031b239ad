"""The journal folded into a standing, and laid out as a tree."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.events import ActTaken, Cancelled, Entry, Event, Searching, Side, Started, StepsAbandoned
from app.domain.goal import Goal
from app.web.fold import RECALLED, Progress, elapsed_s, standing
from app.web.tree import StepView, searches
from tests.web.journals import LEFT, RIGHT, ROOT, inconsistent, locked, refuted, step, swap, thought_again

BEGUN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def folded(events: list[Event]) -> Progress:
    return standing(Entry(n, BEGUN + timedelta(seconds=n), event) for n, event in enumerate(events, 1))


def tactics(steps: tuple[StepView, ...]) -> list[object]:
    """The tree as nested lists of tactics, a list for each goal of several."""
    return [[s.tactic, *(tactics(case.steps) for case in s.cases)] if s.cases else s.tactic for s in steps]


def test_steps_stand_below_the_goal_they_were_tried_at() -> None:
    progress = folded(swap())

    (search,) = searches(progress)

    assert tactics(search.steps) == ["apply And.comm.mp", ["constructor", ["exact h.2"], ["exact h.1"]]]


def test_a_kept_tree_leaves_abandoned_steps_out() -> None:
    progress = folded(swap())

    (search,) = searches(progress, kept_only=True)

    assert tactics(search.steps) == [["constructor", ["exact h.2"], ["exact h.1"]]]


def test_an_abandoned_step_is_marked_and_its_goal_is_shown_again_for_the_next() -> None:
    progress = folded(swap())

    (search,) = searches(progress)

    assert [s.abandoned for s in search.steps] == [True, False]
    assert [s.back_at and s.back_at.target for s in search.steps] == [None, "q ∧ p"]


def test_a_second_worker_voids_the_steps_of_the_first() -> None:
    first = [Started("a"), locked(), step(1, "constructor", ROOT, (LEFT, RIGHT))]
    again = [Started("b"), locked(), step(1, "refine ⟨h.2, h.1⟩", ROOT)]

    progress = folded([*first, StepsAbandoned(Side.STATEMENT, (1,)), *again])

    assert [s.tactic for s in progress.steps] == ["refine ⟨h.2, h.1⟩"]
    assert not progress.abandoned
    assert progress.started_at == BEGUN + timedelta(seconds=1)


def test_the_two_sides_have_trees_of_their_own() -> None:
    progress = folded(refuted())

    found = searches(progress)

    assert [(s.towards, tactics(s.steps)) for s in found] == [
        ("a proof", [["induction n with", [], []]]),
        ("a counterproof", ["intro h", "cases h 1"]),
    ]


def test_three_searches_stand_in_the_order_in_which_they_began() -> None:
    found = searches(folded(inconsistent()))

    assert [(s.id, s.list_id, s.towards) for s in found] == [
        ("search-s", "below-s0-0", "a proof"),
        ("search-h", "below-h0-0", "a contradiction in the hypotheses"),
        ("search-n", "below-n0-0", "a counterproof"),
    ]
    assert [s.id for s in found[1].steps] == ["step-h1", "step-h2"]
    assert found[1].root.target == "False"


@pytest.mark.parametrize(
    ("count", "kept"),
    [
        (5, [["constructor", [], ["have hp := h.1", "exact hp"]]]),
        (8, [["constructor", ["exact h.2"], ["exact h.1"]]]),
        (9, []),
        (13, ["have hq := h.2", ["constructor", ["exact hq"], ["exact h.1"]]]),
        (16, ["have hq := h.2", "refine ⟨hq, ?_⟩", "exact h.1"]),
        (17, []),
        (18, ["exact ⟨h.2, h.1⟩"]),
    ],
)
def test_what_is_kept_of_changing_attempts_is_the_latest(count: int, kept: list[object]) -> None:
    progress = folded(thought_again()[:count])

    (search,) = searches(progress, kept_only=True)

    assert tactics(search.steps) == kept
    assert all(s.back_at is None for s in search.steps)


def test_every_attempt_is_below_the_goal_that_it_was_made_at() -> None:
    (search,) = searches(folded(thought_again()))

    assert tactics(search.steps) == [
        ["constructor", ["exact h.2"], ["have hp := h.1", "exact hp", "exact h.1"]],
        "have hq := h.2",
        ["constructor", ["exact hq"], ["exact h.1"]],
        "refine ⟨hq, ?_⟩",
        "exact h.1",
        "exact ⟨h.2, h.1⟩",
    ]
    assert (search.abandoned, search.recalled) == (11, 11)


def test_a_search_whose_steps_are_all_forgotten_keeps_its_place() -> None:
    events = [*refuted()[:4], StepsAbandoned(Side.NEGATION, (1,))]
    for number in range(2, RECALLED + 3):
        events += [step(number, "simp", LEFT, parent=1), StepsAbandoned(Side.STATEMENT, (number,))]

    found = searches(folded(events))

    assert [(s.id, s.abandoned, s.recalled) for s in found] == [
        ("search-s", RECALLED + 1, RECALLED),
        ("search-n", 1, 0),
    ]
    assert not found[1].steps
    assert found[1].root.target == "¬∀ (n : Nat), n = 0"


def test_a_hypothesis_that_a_step_brings_in_is_fresh() -> None:
    progress = folded(refuted())

    below = searches(progress)[0].steps[0].cases[1].goal

    assert [(h.text, h.fresh) for h in below.hypotheses] == [("k : Nat", True), ("ih : k = 0", True)]


def test_a_long_proof_in_a_line_is_not_nested() -> None:
    goals = [Goal.parse(f"⊢ P {n}") for n in range(400)]
    steps = [step(n + 1, f"t {n}", goals[n], (goals[n + 1],), parent=n) for n in range(399)]

    (search,) = searches(folded([Started("a"), locked(goal=goals[0]), *steps]))

    assert len(search.steps) == 399
    assert all(s.back_at is None for s in search.steps)


def test_of_thousands_of_abandoned_steps_only_the_last_are_recalled() -> None:
    tried: list[Event] = []
    for number in range(1, 3 * RECALLED, 2):
        tried += [step(number, "intro x", ROOT, (LEFT, RIGHT)), step(number + 1, "simp", LEFT, parent=number)]
        tried += [StepsAbandoned(Side.STATEMENT, (number, number + 1))]

    progress = folded([Started("a"), locked(), *tried, step(999, "exact h", ROOT)])

    (search,) = searches(progress)
    assert (search.abandoned, search.recalled) == (3 * RECALLED, RECALLED)
    assert len(progress.steps) == RECALLED + 1
    assert search.steps[-1].tactic == "exact h"


def test_checks_and_time_are_those_of_the_newest_entry() -> None:
    progress = folded([Started("a"), locked(), Searching(Side.STATEMENT, 17, 0.4, ROOT)])

    assert progress.checks == 17
    assert elapsed_s(progress, BEGUN + timedelta(seconds=5)) == 4.0


def test_time_stops_at_the_outcome() -> None:
    progress = folded([Started("a"), Cancelled()])

    assert elapsed_s(progress, BEGUN + timedelta(hours=1)) == 1.0


def test_what_was_heard_of_a_person_stays_so_when_another_worker_goes_on() -> None:
    events = [Started("a"), ActTaken(7, "1.2"), Started("b"), ActTaken(9, "")]

    assert folded(events).heard == {7: "1.2", 9: ""}
