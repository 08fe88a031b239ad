"""The tree of subgoals: laid out, on its pages, and as its parts change."""

from __future__ import annotations

import re

import pytest

from app.domain.errors import JobNotFound
from app.domain.events import ActTaken, Estimated, Event, NodeClosed, NodeOpened, NodeTried, Sketched, Started
from app.store import samples
from app.web.plan import State, counted, is_composed, may_act, node_view, path_of, plan_view
from tests.web.conftest import Desk
from tests.web.journals import ROOT, SWAP, locked, still_open
from tests.web.test_fold import folded
from tests.web.test_pages import SCRIPT, words
from tests.web.test_stream import received
from tests.web.trees import composed, group, sketched, sketched_and_left

BEGUN: list[Event] = [Started("w"), locked(), NodeOpened("", "", ROOT)]


def states(events: list[Event]) -> dict[str, State]:
    progress = folded(events)
    return {path: node_view(progress, path).state for path in progress.nodes}


def test_subgoals_stand_below_the_node_whose_gaps_they_are() -> None:
    plan = plan_view(folded(composed()), "/jobs/id", owns=True)

    assert plan is not None
    assert [node.path for node in plan.root.below] == ["1", "2"]
    assert [node.path for node in plan.root.below[1].below] == ["2.1"]


def test_a_node_is_worked_on_waits_is_closed_or_is_left() -> None:
    assert states(BEGUN) == {"": State.WORKING}
    assert states(sketched()) == {"": State.WAITING, "1": State.CLOSED, "2": State.LEFT}
    assert states(sketched_and_left()) == {"": State.OPEN, "1": State.CLOSED, "2": State.LEFT}


def test_a_node_that_was_left_is_worked_on_again_when_something_is_tried_there() -> None:
    again = [*sketched(), NodeTried("2", "by hand", "Lean rejects it")]

    assert states(again)["2"] is State.WORKING


def test_subgoals_are_counted_closed_with_all_that_is_below_them() -> None:
    assert counted(folded(sketched())) == (1, 2)
    below = [*composed()[:14], NodeClosed("2", "by\n  exact h.1")]
    assert counted(folded(below)) == (3, 3)


def test_a_tree_is_a_proof_when_every_subgoal_of_its_sketch_is_closed() -> None:
    assert not is_composed(folded(BEGUN))
    assert not is_composed(folded(sketched()))
    assert is_composed(folded(composed()[:-3]))


def by_sample(way: str, result: str) -> list[Event]:
    """An attempt that ends beside the one that closes node 1."""
    return [*sketched()[:8], NodeTried("1", way, result), NodeClosed("1", "by\n  exact h.2")]


@pytest.mark.parametrize(
    ("events", "node", "summary"),
    [
        (sketched(), "2", "last quick: Lean rejects 7; no answer to 1"),
        (sketched(), "1", "our prover: Lean accepts its proof"),
        (by_sample("quick", "stopped"), "1", "our prover: Lean accepts its proof"),
        (by_sample("thinking", "Lean accepts one"), "1", "thinking: Lean accepts one"),
        (composed(), "", "closed by its subgoals"),
        (
            [
                *sketched(),
                NodeTried("2", "by hand", "Lean rejects it"),
                ActTaken(1, "2"),
                NodeClosed("2", "by\n  exact h.1"),
            ],
            "2",
            "closed by hand",
        ),
        ([*sketched(), NodeClosed("2", "by\n  exact h.1")], "2", ""),
    ],
)
def test_what_came_of_the_attempts_is_told_by_the_one_that_closed_the_node(
    events: list[Event], node: str, summary: str
) -> None:
    assert node_view(folded(events), node).summary == summary


def test_the_goal_is_closed_where_a_proof_was_put_together_from_its_subgoals() -> None:
    by_own_sketch = [event for event in composed() if event != composed()[-3]]

    assert states(by_own_sketch[:-1])[""] is State.WAITING
    assert states(by_own_sketch)[""] is State.CLOSED


@pytest.mark.parametrize(
    ("events", "node", "may"),
    [
        (sketched(), "2", True),
        (sketched(), "", True),
        (sketched(), "1", False),
        (sketched(), "3", False),
        (sketched_and_left(), "2", True),
        (composed(), "2.1", False),
        (composed()[:16], "2.1", False),
        (composed()[:14], "2.1", True),
        ([*composed()[:14], Sketched("2", "by\n  sorry", ("2.2",), (0,))], "2.1", False),
    ],
)
def test_there_is_something_to_do_where_a_node_and_all_above_it_are_open(
    events: list[Event], node: str, may: bool
) -> None:
    assert may_act(folded(events), node) is may


@pytest.mark.parametrize("address", ["", "1.", ".1", "1..2", "-1", "a", "root.1", "１", "1" * 201])
def test_what_is_no_path_is_no_address_of_a_node(address: str) -> None:
    with pytest.raises(JobNotFound):
        path_of(address)


async def test_the_page_shows_the_plan_with_each_subgoal_and_how_it_stands(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())

    page = await desk.page(f"/jobs/{job.id}")

    read = words(page)
    assert "Looking for a proof: 1 of 2 subgoals closed" in read
    assert "First the right part, then the left one. Sketch with 2 gaps by have hq : q := by sorry" in read
    assert "Subgoal 1 Closed p q : Prop" in read
    assert "Subgoal 2 Left open Everything was tried that is tried by itself." in read
    assert "Continue, prove or split it" in read
    assert "quick: Lean rejects 7; no answer to 1 7 samples · 2,800 tokens · 7 Lean checks · 2.1 s" in read
    assert "unknown constant 'And.sinistra'" in read
    assert "The server cannot be reached." in read


async def test_what_is_expected_of_models_is_told_in_calm_words_and_held_against_what_they_took(
    desk: Desk,
) -> None:
    job = desk.new_job(SWAP, BEGUN)
    desk.write(job.id, [Estimated(0.687, 20_417, 0.0234, 31.0)])
    during = words(await desk.page(f"/jobs/{job.id}"))

    number = desk.read(job.id).latest
    desk.write(job.id, [NodeTried("", "quick", "Lean rejects 8", 8, 3120), still_open()[-1]])
    after = words(await desk.page(f"/jobs/{job.id}"))
    stream = await desk.client.get(f"/jobs/{job.id}/stream?after={number - 1}")

    told = "bout a 70 % chance, some 20,000 tokens ($0.02)"
    assert f"A{told} for a proof by models. This is an estimate, not a promise." in during
    assert f"Estimated before models were asked: a{told}. They took 3,120 tokens." in after
    begun, tried, ended = (event.data for event in received(stream.text)[:3])
    assert f'hx-swap-oob="innerHTML:#estimate">A{told}' in begun
    assert "#estimate" not in tried
    assert "They took 3,120 tokens." in ended


async def test_who_watches_sees_the_plan_and_cannot_act(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())
    samples.keep(desk.services.db, job.id, group())

    page, node = [await desk.page(f"/p/{job.share}{more}") for more in ("", "/nodes/2")]

    assert f'href="/p/{job.share}/nodes/2"' in page
    assert "Continue, prove" not in page
    assert "I use the left part." in node
    assert "<form" not in node
    assert job.id not in page + node


async def test_a_composed_proof_shows_its_plan_instead_of_steps_that_led_elsewhere(desk: Desk) -> None:
    job = desk.new_job(SWAP, composed())

    page = words(await desk.page(f"/p/{job.share}"))

    assert "Subgoal 2.1 Closed" in page
    assert "Step by step" not in page


async def test_each_entry_changes_only_its_part_of_the_plan(desk: Desk) -> None:
    job = desk.new_job(SWAP, [*sketched()])
    number = job.latest
    desk.write(
        job.id,
        [
            NodeTried("2", "thinking", "Lean rejects 8", 8),
            Sketched("2", "by\n  sorry", ("2.1",), (0,)),
            NodeOpened("2.1", "2", ROOT),
            NodeTried("2.1", "our prover", "Lean accepts its proof"),
            NodeTried("2.1", "quick", "stopped"),
            NodeClosed("2.1", "by\n  exact h.1"),
            NodeTried("2", "by hand", "Lean rejects it", said="Line 1: unknown"),
            composed()[-1],
        ],
    )

    stream = await desk.client.get(f"/jobs/{job.id}/stream?after={number}")

    tried, drawn, opened, *_, closed, by_hand, ended = (event.data for event in received(stream.text)[:8])
    assert "2 attempts" in tried
    assert 'hx-swap-oob="beforeend:#node-2-attempts"' in tried
    assert 'hx-swap-oob="innerHTML:#node-2-sketch"' in drawn
    assert 'hx-swap-oob="beforeend:#node-2-below"' in opened
    assert 'hx-swap-oob="innerHTML:#node-2-1-proof"' in closed
    assert 'hx-swap-oob="innerHTML:#node-2-1-state"' in closed
    assert "2 of 3 subgoals closed" in closed
    assert "our prover: Lean accepts its proof" in closed
    assert '<details class="tried" open>' in by_hand
    assert 'hx-swap-oob="innerHTML:#node-2-state"' in ended
    assert not any("innerHTML:#plan" in event for event in (tried, drawn, opened, closed, ended))
    assert "node-1-" not in tried + drawn + opened + closed


async def test_a_job_that_begins_anew_has_no_plan_until_there_is_one(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())
    desk.write(job.id, [Started("worker-1"), NodeOpened("", "", ROOT), composed()[-1]])

    stream = await desk.client.get(f"/jobs/{job.id}/stream?after={job.latest}")

    began, opened, _ = (event.data for event in received(stream.text)[:3])
    assert re.search(r'hx-swap-oob="innerHTML:#plan">\s*</div>', began)
    assert 'hx-swap-oob="innerHTML:#plan"><section class="plan"' in opened


async def test_a_program_lists_the_nodes(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())

    nodes = (await desk.client.get(f"/api/problems/{job.id}/nodes")).json()["nodes"]

    assert [(node["node"], node["parent"], node["state"]) for node in nodes] == [
        ("root", None, "waiting"),
        ("1", "root", "closed"),
        ("2", "root", "left"),
    ]
    assert nodes[0]["sketch"].startswith("by\n  have hq")
    assert nodes[1]["proof"] == "by\n  exact h.2"
    assert nodes[2]["goal"].endswith("⊢ p")
    assert nodes[2]["attempts"][0]["samples"] == 7


async def test_nothing_in_the_plan_becomes_markup(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched_and_left(SCRIPT))
    for node in ("", "2"):
        samples.keep(desk.services.db, job.id, group(node, text=SCRIPT))

    paths = [f"/jobs/{job.id}", f"/jobs/{job.id}/nodes/2", f"/jobs/{job.id}/nodes/root"]
    stream = await desk.client.get(f"/jobs/{job.id}/stream?after=0")

    assert all("<script>alert" not in page for page in [stream.text, *[await desk.page(p) for p in paths]])
