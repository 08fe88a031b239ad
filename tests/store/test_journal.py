"""The journal: nothing lost, nothing twice, nothing after the end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, contextmanager
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from app.domain.certificate import Certificate
from app.domain.errors import JobNotFound, LeaseLost
from app.domain.events import Entry, Event, Open, Refuted, Searching, Side, Spent, Started
from app.domain.goal import Goal
from app.domain.job import JobState
from app.domain.problem import Problem
from app.store import journal, queries
from app.store.journal import Feed, JobJournal, append, entries

CERTIFIED = Certificate(
    "t_is_false", "", "¬ p", "by simp", "¬ p := by simp", (), "4.35.0", "ab", "1", "2", 0.5
)
CERTIFICATE = {
    "name": "t_is_false",
    "preamble": "",
    "signature": "¬ p",
    "proof": "by simp",
    "source": "¬ p := by simp",
    "axioms": [],
    "lean_version": "4.35.0",
    "library": "ab",
    "statement_digest": "1",
    "source_digest": "2",
    "elapsed_s": 0.5,
}
SPENT = {"checks": 7, "elapsed_s": 1.5}
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@pytest.fixture
def job_id(db: Engine) -> str:
    """A job that the worker `w` holds."""
    made = queries.create_job(db, Problem("theorem t : True"), None)
    queries.claim(db, made.id, "w", 60)
    return made.id


def searching(checks: int) -> Searching:
    return Searching(Side.STATEMENT, checks, 0.5, Goal((), "p"))


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
def test_every_kind_of_event_comes_back_as_it_was(kind: type[Event]):
    @settings(max_examples=15, deadline=None)
    @given(st.from_type(kind))
    def round_trip(written: Event) -> None:
        assert journal.decode(kind.__name__, journal.encode(written)) == written

    round_trip()


@pytest.mark.parametrize(
    ("kind", "payload", "event"),
    [
        ("Open", {"tried": "all", "stuck_on": None, "spent": SPENT}, Open("all", None, Spent(7, 1.5))),
        ("Refuted", {"certificate": CERTIFICATE, "spent": SPENT}, Refuted(CERTIFIED, Spent(7, 1.5))),
    ],
)
def test_what_an_earlier_version_wrote_is_still_read(kind: str, payload: object, event: Event):
    assert journal.decode(kind, json.dumps(payload)) == event


def test_entries_are_numbered_from_one_and_keep_their_time(db: Engine, job_id: str):
    written = [append(db, job_id, "w", searching(n)) for n in range(3)]

    assert [entry.number for entry in written] == [1, 2, 3]
    assert entries(db, job_id) == written
    assert entries(db, job_id, after=2) == written[2:]
    assert written == sorted(written, key=lambda entry: entry.at)


def test_many_writers_leave_no_gap(db: Engine, job_id: str):
    with ThreadPoolExecutor(4) as pool:
        written = list(pool.map(lambda n: append(db, job_id, "w", searching(n)), range(40)))

    assert sorted(entry.number for entry in written) == list(range(1, 41))
    assert {entry.event.checks for entry in entries(db, job_id)} == set(range(40))


def test_an_outcome_finishes_the_job(db: Engine, job_id: str):
    append(db, job_id, "w", Started("w"))

    last = append(db, job_id, "w", Open("tried"))

    ended = queries.job(db, job_id)
    assert (ended.state, ended.outcome, ended.latest) == (JobState.FINISHED, "Open", 2)
    assert ended.finished_at == last.at


def test_nothing_can_be_written_after_the_outcome(db: Engine, job_id: str):
    append(db, job_id, "w", Open("tried"))

    for late in (searching(1), Open("again")):
        with pytest.raises(LeaseLost):
            append(db, job_id, "w", late)

    assert [entry.event for entry in entries(db, job_id)] == [Open("tried")]


def test_nothing_can_be_written_without_the_lease(db: Engine, job_id: str):
    with pytest.raises(LeaseLost):
        append(db, job_id, "another", searching(1))
    queries.release(db, job_id, "w")
    with pytest.raises(LeaseLost):
        append(db, job_id, "w", searching(1))

    assert entries(db, job_id) == []
    assert queries.job(db, job_id).latest == 0


async def test_the_pipeline_writes_through_the_port(db: Engine, job_id: str):
    await JobJournal(db, job_id, "w").append(searching(7))

    assert [entry.event for entry in entries(db, job_id)] == [searching(7)]


async def collect(feed: Feed, job_id: str, after: int = 0, limit: int = 1000) -> list[Entry]:
    seen: list[Entry] = []
    async with aclosing(feed.follow(job_id, after)) as following:
        async for entry in following:
            seen.append(entry)
            if len(seen) == limit:
                break
    return seen


async def test_a_follower_gets_the_past_then_the_news_and_ends_with_the_outcome(db: Engine, job_id: str):
    append(db, job_id, "w", searching(0))

    async with Feed(db) as feed:
        following = asyncio.create_task(collect(feed, job_id))
        for n in range(1, 4):
            await asyncio.sleep(0.05)
            append(db, job_id, "w", searching(n))
        append(db, job_id, "w", Open("tried"))
        seen = await asyncio.wait_for(following, 5)

    assert [entry.number for entry in seen] == [1, 2, 3, 4, 5]
    assert seen == entries(db, job_id)


async def test_a_follower_that_comes_back_gets_each_entry_once(db: Engine, job_id: str):
    async def write() -> None:
        journal_of_job = JobJournal(db, job_id, "w")
        for n in range(30):
            await journal_of_job.append(searching(n))
            await asyncio.sleep(0.005)
        await journal_of_job.append(Open("tried"))

    seen: list[Entry] = []
    async with Feed(db) as feed, asyncio.timeout(10):
        writing = asyncio.create_task(write())
        while not seen or not isinstance(seen[-1].event, Open):
            seen += await collect(feed, job_id, after=len(seen), limit=7)
        await writing

    assert [entry.number for entry in seen] == list(range(1, 32))


async def test_followers_of_one_job_do_not_take_from_each_other(db: Engine, job_id: str):
    async with Feed(db) as feed:
        following = [asyncio.create_task(collect(feed, job_id)) for _ in range(3)]
        impatient = asyncio.create_task(collect(feed, job_id, limit=1))
        await asyncio.sleep(0.05)
        append(db, job_id, "w", searching(1))
        await asyncio.wait_for(impatient, 5)
        append(db, job_id, "w", Open("tried"))
        seen = await asyncio.wait_for(asyncio.gather(*following), 5)

    assert [[entry.number for entry in each] for each in seen] == [[1, 2]] * 3


async def test_a_finished_job_is_told_at_once_and_again_as_nothing(db: Engine, job_id: str):
    append(db, job_id, "w", Open("tried"))

    async with Feed(db) as feed, asyncio.timeout(5):
        whole, rest = await collect(feed, job_id), await collect(feed, job_id, after=1)

    assert [entry.event for entry in whole] == [Open("tried")]
    assert rest == []


async def test_nobody_can_follow_a_job_that_does_not_exist(db: Engine):
    async with Feed(db) as feed:
        with pytest.raises(JobNotFound):
            await collect(feed, "none")


@contextmanager
def counted(db: Engine) -> Iterator[list[str]]:
    """The statements that were run inside the block."""
    statements: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        statements.append(statement)

    event.listen(db, "before_cursor_execute", note)
    yield statements
    event.remove(db, "before_cursor_execute", note)


async def test_a_feed_asks_once_for_all_followers_and_not_at_all_without(db: Engine, job_id: str):
    async with Feed(db) as feed:
        with counted(db) as crowded:
            following = [asyncio.create_task(collect(feed, job_id)) for _ in range(20)]
            await asyncio.sleep(0.5)
        for each in following:
            each.cancel()
        await asyncio.wait(following)
        await asyncio.sleep(0.1)
        with counted(db) as deserted:
            await asyncio.sleep(0.2)

    polls = [statement for statement in crowded if "latest" in statement]
    assert 1 <= len(polls) <= 15
    assert deserted == []


async def test_a_feed_outlives_a_database_that_fails_for_a_moment(db: Engine, job_id: str):
    broken = asyncio.Event()

    def fail(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if "jobs.latest" in statement and "FROM jobs" in statement and not broken.is_set():
            loop.call_soon_threadsafe(broken.set)
            cursor.execute("SELECT * FROM nowhere")  # type: ignore[attr-defined]

    loop = asyncio.get_running_loop()
    event.listen(db, "before_cursor_execute", fail)
    async with Feed(db) as feed, asyncio.timeout(5):
        following = asyncio.create_task(collect(feed, job_id))
        await broken.wait()
        append(db, job_id, "w", Open("tried"))
        seen = await following

    assert [entry.number for entry in seen] == [1]
