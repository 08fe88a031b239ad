"""A page and its stream together show each entry exactly once."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

import httpx
import pytest

from app.domain.events import Cancelled, Event, Searching, Side, Started, StepsAbandoned, StepVerified
from app.store import holdings, journal
from app.web.fold import RECALLED
from tests.web.conftest import Desk
from tests.web.journals import (
    LEFT,
    RIGHT,
    ROOT,
    SWAP,
    inconsistent,
    locked,
    refuted,
    refuted_by_example,
    step,
    swap,
    thought_again,
)
from tests.web.open_streams import until_open

STEP_IDS = ["step-s1", "step-s2", "step-s3", "step-s4"]


@pytest.fixture
def database_url(either_database_url: str) -> str:
    """A stream reads the database, so it is held to the same on both."""
    return either_database_url


@dataclass(frozen=True)
class Received:
    id: int | None
    event: str
    data: str


def received(body: str) -> list[Received]:
    """Read a stream as a browser does."""
    found = []
    for block in body.split("\n\n"):
        fields = [line.partition(": ") for line in block.split("\n") if line and not line.startswith(":")]
        named = {name: value for name, _, value in fields if name != "data"}
        data = "\n".join(value for name, _, value in fields if name == "data")
        if data:
            number = int(named["id"]) if "id" in named else None
            found.append(Received(number, named.get("event", "message"), data))
    return found


def step_ids(page: str) -> list[str]:
    return re.findall(r'<li class="step" id="([^"]+)"', page)


async def test_ids_are_the_numbers_of_entries_and_the_stream_says_when_it_ends(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap())

    response = await desk.client.get(f"/jobs/{job.id}/stream")

    events = received(response.text)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert [event.id for event in events] == [*range(1, len(swap()) + 1), None]
    assert [event.event for event in events][-2:] == ["entry", "end"]


@pytest.mark.parametrize("seen", range(len(swap())))
async def test_a_page_and_what_comes_after_it_have_every_step_once(desk: Desk, seen: int) -> None:
    job = desk.new_job(SWAP, swap()[:seen])
    page = await desk.page(f"/jobs/{job.id}")
    desk.write(job.id, swap()[seen:])

    stream = await desk.client.get(f"/jobs/{job.id}/stream?after={seen}")

    assert step_ids(page) + step_ids(stream.text) == STEP_IDS
    assert "Proved" in received(stream.text)[-2].data


@pytest.mark.parametrize(
    "events", [thought_again(), inconsistent(), refuted_by_example()], ids=["s", "h", "n"]
)
async def test_wherever_one_begins_to_follow_each_step_comes_once_and_has_a_list(
    desk: Desk, events: list[Event]
) -> None:
    verified = [f"step-{e.side[0]}{e.step}" for e in events if isinstance(e, StepVerified)]
    for seen in range(len(events)):
        job = desk.new_job(SWAP, events[:seen])
        page = await desk.page(f"/jobs/{job.id}")
        desk.write(job.id, events[seen:])

        stream = (await desk.client.get(f"/jobs/{job.id}/stream?after={seen}")).text

        assert sorted(step_ids(page) + step_ids(stream)) == sorted(verified)
        known = {*re.findall(r'\sid="([^"]+)"', page)}
        for change in received(stream):
            targets = set(re.findall(r'hx-swap-oob="\w+:#([^"]+)"', change.data))
            assert targets <= known
            known |= {*re.findall(r'\sid="([^"]+)"', change.data)}


async def test_a_step_arrives_as_the_page_would_show_it(desk: Desk) -> None:
    job = desk.new_job(SWAP, [Started("w"), locked(), step(1, "constructor", ROOT, (LEFT, RIGHT))])
    desk.write(job.id, [step(2, "exact h.2", LEFT, parent=1), Cancelled()])

    stream = received((await desk.client.get(f"/jobs/{job.id}/stream?after=3")).text)
    page = await desk.page(f"/jobs/{job.id}")

    sent = re.search(r'<ol hx-swap-oob="beforeend:#below-s1-0">(.*?)</ol>', stream[0].data, re.DOTALL)
    assert sent
    assert "".join(sent[1].split()) in "".join(page.split())


@pytest.mark.parametrize(
    ("query", "last_event_id", "first"),
    [("?after=3", "", 4), ("", "5", 6), ("?after=3", "5", 6), ("?after=5", "3", 6), ("", "not a number", 1)],
)
async def test_the_larger_of_the_two_places_counts(
    desk: Desk, query: str, last_event_id: str, first: int
) -> None:
    job = desk.new_job(SWAP, swap())

    response = await desk.client.get(
        f"/jobs/{job.id}/stream{query}", headers={"last-event-id": last_event_id}
    )

    assert received(response.text)[0].id == first


@pytest.mark.parametrize("place", [10, 11, 10**30])
async def test_who_has_the_outcome_is_told_that_nothing_follows(desk: Desk, place: int) -> None:
    job = desk.new_job(SWAP, swap())

    response = await desk.client.get(f"/jobs/{job.id}/stream", headers={"last-event-id": str(place)})

    assert [event.event for event in received(response.text)] == ["end"]


async def test_entries_are_sent_as_they_are_written(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap()[:2])

    reading = asyncio.create_task(desk.client.get(f"/jobs/{job.id}/stream?after=2"))
    for event in swap()[2:]:
        await asyncio.sleep(0.02)
        desk.write(job.id, [event])
    response = await asyncio.wait_for(reading, 5)

    assert step_ids(response.text) == STEP_IDS


async def test_a_second_worker_replaces_the_steps_of_the_first(desk: Desk) -> None:
    first = [Started("a"), locked(), step(1, "constructor", ROOT, (LEFT, RIGHT))]
    job = desk.new_job(SWAP, [*first, Started("b"), locked(), step(1, "trivial", ROOT), Cancelled()])

    events = received((await desk.client.get(f"/jobs/{job.id}/stream?after=3")).text)

    assert 'hx-swap-oob="innerHTML:#searches"' in events[0].data
    assert not step_ids(events[0].data)
    assert step_ids(events[2].data) == ["step-s1"]


async def test_the_other_side_is_added_without_touching_the_first(desk: Desk) -> None:
    job = desk.new_job("theorem zero (n : Nat) : n = 0", refuted())

    events = received((await desk.client.get(f"/jobs/{job.id}/stream?after=3")).text)

    assert 'hx-swap-oob="beforeend:#searches"' in events[0].data
    assert step_ids(events[0].data) == ["step-n1"]
    assert 'hx-swap-oob="beforeend:#below-n0-0"' in events[1].data


async def test_what_the_page_would_not_recall_is_taken_off_it(desk: Desk) -> None:
    events: list[Event] = [Started("w"), locked()]
    for number in range(1, RECALLED + 4):
        events += [step(number, "simp", ROOT, (LEFT,)), StepsAbandoned(Side.STATEMENT, (number,))]
    job = desk.new_job(SWAP, [*events, Cancelled()])

    stream = (await desk.client.get(f"/jobs/{job.id}/stream?after=2")).text
    page = await desk.page(f"/jobs/{job.id}")

    removed = re.findall(r'<li id="([^"]+)" hx-swap-oob="delete">', stream)
    assert removed == ["step-s1", "step-s2", "step-s3"]
    assert [step for step in step_ids(stream) if step not in removed] == step_ids(page)
    assert f"the last {RECALLED} of {RECALLED + 3} abandoned steps" in page


async def test_a_search_whose_steps_were_all_forgotten_is_not_begun_again(desk: Desk) -> None:
    events = [*refuted()[:4], StepsAbandoned(Side.NEGATION, (1,))]
    for number in range(2, RECALLED + 3):
        events += [step(number, "simp", LEFT, parent=1), StepsAbandoned(Side.STATEMENT, (number,))]
    again = step(2, "intro h", ROOT, (LEFT,), side=Side.NEGATION)
    job = desk.new_job("theorem zero (n : Nat) : n = 0", events)
    desk.write(job.id, [again, Cancelled()])

    stream = received((await desk.client.get(f"/jobs/{job.id}/stream?after=3")).text)

    assert sum('id="search-n"' in change.data for change in stream) == 1
    assert 'hx-swap-oob="beforeend:#below-n0-0"' in stream[-3].data


async def test_steps_that_another_search_makes_one_forget_are_not_offered_any_longer(desk: Desk) -> None:
    events = [*refuted()[:4], StepsAbandoned(Side.NEGATION, (1,))]
    events += [step(number, "simp", LEFT, parent=1) for number in range(2, RECALLED + 2)]
    late = StepsAbandoned(Side.STATEMENT, tuple(range(2, RECALLED + 2)))
    job = desk.new_job("theorem zero (n : Nat) : n = 0", events)
    desk.write(job.id, [late, Cancelled()])

    told, *_ = received((await desk.client.get(f"/jobs/{job.id}/stream?after={len(events)}")).text)

    assert '#search-n-abandoned"></div>' in told.data


async def test_a_sign_of_life_changes_only_what_it_is_about(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap()[:3])
    desk.write(job.id, [Searching(Side.STATEMENT, 30, 1.0, LEFT), Searching(Side.STATEMENT, 31, 1.5, LEFT)])
    desk.write(job.id, [Cancelled()])

    first, second, *_ = received((await desk.client.get(f"/jobs/{job.id}/stream?after=3")).text)

    assert re.findall(r"innerHTML:#(\w+)", first.data) == ["working_on", "elapsed"]
    assert re.findall(r"innerHTML:#(\w+)", second.data) == ["elapsed"]
    assert "31 Lean checks" in second.data


async def test_a_silent_stream_is_kept_open_by_comments(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.stream.HEARTBEAT_S", 0.05)
    job = desk.new_job(SWAP, swap()[:2])

    reading = asyncio.create_task(desk.client.get(f"/jobs/{job.id}/stream?after=2"))
    await asyncio.sleep(0.3)
    desk.write(job.id, [Cancelled()])
    response = await asyncio.wait_for(reading, 5)

    assert response.text.startswith("retry: 1000\n\n: ping\n\n: ping\n\n")
    assert [event.event for event in received(response.text)] == ["entry", "end"]


async def test_who_follows_a_deleted_job_is_told_that_it_is_gone(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap()[:2])

    page = asyncio.create_task(desk.client.get(f"/jobs/{job.id}/stream?after=1"))
    program = asyncio.create_task(desk.client.get(f"/api/problems/{job.id}/events?after=1"))
    await until_open(desk, 2)
    holdings.delete_job(desk.services.db, job.id)
    async with asyncio.timeout(5):
        shown, told = received((await page).text), received((await program).text)

    assert shown[-1].event == "gone"
    assert {event.event for event in told} <= {"StatementLocked"}


async def test_a_link_that_is_taken_back_ends_the_streams_of_all_but_the_owner(desk: Desk) -> None:
    answer = await desk.client.post("/problems", data={"text": SWAP})
    job = desk.queue.jobs[-1]
    desk.write(job.id, swap()[:2])
    transport = desk.client._transport
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as stranger:
        streams = [
            asyncio.create_task(client.get(f"{place}/stream?after=1"))
            for client, place in (
                (desk.client, answer.headers["location"]),
                (stranger, answer.headers["location"]),
                (stranger, f"/p/{job.share}"),
            )
        ]
        await until_open(desk, 3)
        holdings.take_back(desk.services.db, job.id)
        await until_open(desk, 1)
        desk.write(job.id, [Cancelled()])
        answers = await asyncio.wait_for(asyncio.gather(*streams), 5)

    assert [received(answer.text)[-1].event for answer in answers] == ["end", "gone", "gone"]


async def test_only_the_owner_is_sent_what_only_the_owner_may_do(desk: Desk) -> None:
    answer = await desk.client.post("/problems", data={"text": SWAP})
    job = desk.queue.jobs[-1]
    desk.write(job.id, [Started("w"), Cancelled()])
    transport = desk.client._transport

    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as stranger:
        own = (await desk.client.get(f"{answer.headers['location']}/stream")).text
        others = (await stranger.get(f"{answer.headers['location']}/stream")).text

    assert "/cancel" in own
    assert "?again=" in own
    assert "/cancel" not in others
    assert "?again=" not in others


async def test_an_event_is_rendered_once_for_all_who_see_the_job_alike(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = desk.new_job(SWAP, swap())
    first = await desk.client.get(f"/jobs/{job.id}/stream")
    monkeypatch.setattr("app.web.changes.job_page", "not called any more")

    second = await desk.client.get(f"/jobs/{job.id}/stream?after=2")

    assert received(second.text) == received(first.text)[2:]


async def test_the_clock_of_an_event_shows_the_time_of_the_entry(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap()[:1])
    await asyncio.sleep(0.2)
    desk.write(job.id, [Searching(Side.STATEMENT, 30, 1.0, LEFT)])
    await asyncio.sleep(0.3)
    desk.write(job.id, [Cancelled()])

    events = received((await desk.client.get(f"/jobs/{job.id}/stream?after=1")).text)

    started, *later = (entry.at for entry in journal.entries(desk.services.db, job.id))
    shown = [re.findall(r'data-elapsed="([^"]+)"', event.data) for event in events[:-1]]
    assert shown == [[f"{(at - started).total_seconds():.1f}"] for at in later]


async def test_there_is_no_stream_of_an_unknown_job(desk: Desk) -> None:
    response = await desk.client.get("/jobs/unknown/stream")

    assert response.status_code == 404
