"""The page of a node, live."""

from __future__ import annotations

import pytest

from app.domain.events import (
    ActTaken,
    Cancelled,
    Event,
    ModelTrouble,
    NodeClosed,
    NodeLeft,
    NodeOpened,
    NodeTried,
    Sketched,
    Started,
)
from app.domain.problem import Problem
from app.store import acts, queries, samples
from tests.web.conftest import Desk
from tests.web.journals import ROOT, SWAP
from tests.web.test_pages import SCRIPT
from tests.web.test_stream import received
from tests.web.trees import composed, group, sketched

NODE = "/jobs/{}/nodes/{}"
NOT_PROVED = "Line 1: unknown field `3`"
REJECTED = NodeTried("2", "by hand", "Lean rejects it", checks=1, said=NOT_PROVED)


async def followed(desk: Desk, events: list[Event], node: str = "2", base: str = "") -> list[str]:
    """What the page of a node hears of these events, of the end of the job last, and of the end of it all."""
    job = desk.new_job(SWAP, sketched())
    acts.add(desk.services.db, job.id, node, "exact h.3")
    desk.write(job.id, [*events, Cancelled()])

    at = base.format(job.share) or NODE.format(job.id, node)
    stream = await desk.client.get(f"{at}/stream?after={job.latest}")

    return [event.data for event in received(stream.text)]


async def test_what_lean_says_to_a_text_comes_to_the_page_on_which_it_was_typed(desk: Desk) -> None:
    tried, heard, left, _, _ = await followed(desk, [REJECTED, ActTaken(1, "2"), NodeLeft("2", "Why.")])

    assert 'hx-swap-oob="beforeend:#attempts-list"' in tried
    assert "by hand: Lean rejects it" in tried
    assert "#told" not in tried
    assert NOT_PROVED in heard.partition("#told")[2]
    assert 'hx-swap-oob="innerHTML:#standing"' in left
    assert "#told" not in left
    assert not any("textarea" in each for each in (tried, heard, left))


async def test_an_attempt_comes_with_all_that_was_said_there(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())
    kept = samples.keep(desk.services.db, job.id, group())
    desk.write(job.id, [NodeTried("2", "quick", "Lean rejects 3", 3, kept=kept), Cancelled()])

    stream = await desk.client.get(f"{NODE.format(job.id, '2')}/stream?after={job.latest}")

    (tried, *_) = (event.data for event in received(stream.text))
    assert tried.count("<h3>quick: Lean rejects 3") == 1
    assert "I use the left part." in tried


async def test_what_is_of_other_nodes_is_not_sent(desk: Desk) -> None:
    others: list[Event] = [ModelTrouble("quick", "It is silent."), NodeTried("1", "quick", "stopped")]

    heard = await followed(desk, others)

    assert len(heard) == 2
    assert "The search ended before it came to what you had passed on." in heard[0]
    assert "#hint" in heard[0]
    assert 'innerHTML:#verb">Go on from this' in heard[0]


async def test_a_closed_node_says_so_and_leaves_what_is_typed_alone(desk: Desk) -> None:
    closed, *_ = await followed(desk, [NodeClosed("2", "by\n  exact h.1")])

    assert "Nothing is left to do here" in closed
    assert "A warm Lean accepts it here." in closed.partition("#standing")[2].partition("#told")[0]
    assert "textarea" not in closed


async def test_a_node_whose_sketch_is_no_more_says_so(desk: Desk) -> None:
    another = [Sketched("", "by\n  exact sorry", ("1",), (0,), (0,)), NodeOpened("1", "", ROOT)]

    gone, *_ = await followed(desk, [*another])

    assert "This subgoal is no part of the plan any longer" in gone


async def test_a_worker_that_begins_anew_brings_the_page_up_again(desk: Desk) -> None:
    heard = await followed(desk, [Started("worker-1"), *sketched()[2:]])

    assert 'hx-swap-oob="innerHTML:#attempts-list"' in "".join(heard)


async def test_who_watches_hears_of_the_node_and_not_of_what_was_passed_on(desk: Desk) -> None:
    left, *rest = await followed(desk, [REJECTED, ActTaken(1, "2")], base="/p/{}/nodes/2")

    assert "by hand: Lean rejects it" in left
    assert "#told" not in left + "".join(rest)


async def test_another_browser_is_refused_what_was_made_private(desk: Desk) -> None:
    job = queries.create_job(desk.services.db, Problem(SWAP), "another")
    desk.write(job.id, sketched())
    taken = await desk.client.get(f"{NODE.format('no-such-job-at-all-1', '2')}/stream")

    assert taken.status_code == 404


async def test_a_page_follows_as_long_as_there_is_something_to_follow(desk: Desk) -> None:
    running, ended = desk.new_job(SWAP, sketched()), desk.new_job(SWAP, composed())

    assert f'sse-connect="{NODE.format(running.id, "2")}/stream?after={running.latest}"' in await desk.page(
        NODE.format(running.id, "2")
    )
    assert "sse-connect" not in await desk.page(NODE.format(ended.id, "2"))
    assert "Look again" in await desk.page(NODE.format(running.id, "2"))


@pytest.mark.parametrize("node", ["2", "root"])
async def test_nothing_that_is_sent_becomes_markup(desk: Desk, node: str) -> None:
    job = desk.new_job(SWAP, [])
    for each in ("", "2"):
        samples.keep(desk.services.db, job.id, group(each, text=SCRIPT))
    acts.add(desk.services.db, job.id, "2", SCRIPT)
    desk.write(job.id, [*sketched(SCRIPT), NodeTried("2", "by hand", "no", said=SCRIPT, kept=2), Cancelled()])

    stream = await desk.client.get(f"{NODE.format(job.id, node)}/stream?after=0")

    assert "<script>alert" not in stream.text
    assert "&lt;script&gt;" in stream.text
