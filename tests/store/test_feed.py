"""Following jobs: everything once and in order, read once for all, and no reader at the cost of another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import aclosing, contextmanager

import pytest
from sqlalchemy import Engine, event, insert, update
from sqlalchemy.exc import OperationalError

from app.domain.errors import JobNotFound
from app.domain.events import Entry, Open, Searching, Side
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.store import holdings, queries
from app.store.feed import WINDOW, Feed
from app.store.journal import JobJournal, append, entries, record
from app.store.tables import entries as entry_table
from app.store.tables import jobs


def new_job(db: Engine) -> str:
    """A job that the worker `w` holds."""
    made = queries.create_job(db, Problem("theorem t : True"), None)
    queries.claim(db, made.id, "w", 60)
    return made.id


@pytest.fixture
def job_id(db: Engine) -> str:
    return new_job(db)


def write_many(db: Engine, job_id: str, count: int) -> None:
    with db.begin() as connection:
        for n in range(count):
            record(connection, job_id, searching(n), "w")


def searching(checks: int) -> Searching:
    return Searching(Side.STATEMENT, checks, 0.5, Goal((), "p"))


async def collect(
    feed: Feed, job_id: str, after: int = 0, limit: int = 1000, entitled: bool = True
) -> list[Entry]:
    seen: list[Entry] = []
    async with aclosing(feed.follow(job_id, after, entitled)) as following:
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


async def test_news_are_read_once_for_all_who_follow(db: Engine, job_id: str):
    async with Feed(db) as feed, asyncio.timeout(10):
        following = [asyncio.create_task(collect(feed, job_id)) for _ in range(20)]
        await asyncio.sleep(0.2)
        with counted(db) as statements:
            for n in range(10):
                append(db, job_id, "w", searching(n))
                await asyncio.sleep(0.01)
            append(db, job_id, "w", Open("tried"))
            seen = await asyncio.gather(*following)

    assert [len(each) for each in seen] == [11] * 20
    assert all(one is other for one, other in zip(seen[0], seen[-1], strict=True))
    assert sum("FROM entries" in statement for statement in statements) <= 11


async def test_who_comes_a_little_later_needs_nothing_from_the_database(db: Engine, job_id: str):
    async with Feed(db) as feed, asyncio.timeout(10):
        first = asyncio.create_task(collect(feed, job_id))
        await asyncio.sleep(0.1)
        write_many(db, job_id, 5)
        await collect(feed, job_id, limit=5)
        with counted(db) as statements:
            late = await collect(feed, job_id, after=2, limit=3)
        append(db, job_id, "w", Open("tried"))
        await first

    assert [entry.number for entry in late] == [3, 4, 5]
    assert not any("FROM entries" in statement for statement in statements)


async def test_a_reader_that_falls_behind_delays_nobody_and_misses_nothing(db: Engine, job_id: str):
    total = 3 * WINDOW
    async with Feed(db) as feed, asyncio.timeout(20), aclosing(feed.batches(job_id)) as slow:
        append(db, job_id, "w", searching(0))
        batches = [await anext(slow)]
        quick = asyncio.create_task(collect(feed, job_id))
        write_many(db, job_id, total - 2)
        append(db, job_id, "w", Open("tried"))
        assert len(await quick) == total
        batches += [batch async for batch in slow]

    assert [entry.number for batch in batches for entry in batch] == list(range(1, total + 1))
    assert max(map(len, batches)) <= WINDOW


@pytest.mark.parametrize("after", [0, 5, 2 * WINDOW, 2 * WINDOW + 30])
async def test_a_long_past_is_told_whole_wherever_one_begins(db: Engine, job_id: str, after: int):
    total = 2 * WINDOW + 31
    write_many(db, job_id, total - 1)
    append(db, job_id, "w", Open("tried"))

    async with Feed(db) as feed, asyncio.timeout(10):
        seen, whole = await asyncio.gather(collect(feed, job_id, after), collect(feed, job_id))

    assert [entry.number for entry in seen] == list(range(after + 1, total + 1))
    assert len(whole) == total


async def test_who_claims_to_know_the_future_spoils_nothing_for_others(db: Engine, job_id: str):
    async with Feed(db) as feed, asyncio.timeout(5):
        claimant = asyncio.create_task(collect(feed, job_id, after=10**6))
        await asyncio.sleep(0.1)
        other = asyncio.create_task(collect(feed, job_id))
        append(db, job_id, "w", Open("tried"))

        assert [entry.number for entry in await other] == [1]
        assert await claimant == []


async def test_silence_is_told_from_news(db: Engine, job_id: str):
    async with (
        Feed(db) as feed,
        asyncio.timeout(5),
        aclosing(feed.batches(job_id, silence_s=0.05)) as batches,
    ):
        silent = await anext(batches)
        append(db, job_id, "w", Open("tried"))
        told = [batch async for batch in batches if batch]

    assert silent == ()
    assert [entry.number for batch in told for entry in batch] == [1]


async def test_following_ends_when_the_job_is_deleted(db: Engine, job_id: str):
    append(db, job_id, "w", searching(0))
    async with Feed(db) as feed, asyncio.timeout(5), aclosing(feed.follow(job_id)) as following:
        await anext(following)
        holdings.delete_job(db, job_id)

        with pytest.raises(JobNotFound):
            await anext(following)


async def test_who_is_in_the_past_of_a_deleted_job_is_told_so(db: Engine, job_id: str):
    write_many(db, job_id, 3 * WINDOW)
    async with Feed(db) as feed, asyncio.timeout(5), aclosing(feed.batches(job_id)) as batches:
        await anext(batches)
        holdings.delete_job(db, job_id)

        with pytest.raises(JobNotFound):
            await anext(batches)


def new_link(db: Engine, job_id: str) -> None:
    holdings.share(db, job_id)


@pytest.mark.parametrize("change", [holdings.take_back, new_link])
async def test_a_link_that_no_longer_holds_ends_what_was_followed_by_it(
    db: Engine, job_id: str, change: Callable[[Engine, str], None]
):
    share = queries.job(db, job_id).share
    append(db, job_id, "w", searching(0))
    async with Feed(db) as feed, asyncio.timeout(5):
        owner = asyncio.create_task(collect(feed, job_id))
        async with aclosing(feed.follow(job_id, share=share)) as following:
            await anext(following)
            change(db, job_id)

            with pytest.raises(JobNotFound):
                await anext(following)
        append(db, job_id, "w", Open("tried"))

        assert len(await owner) == 2


async def test_who_is_not_entitled_to_a_private_job_follows_no_longer(db: Engine, job_id: str):
    append(db, job_id, "w", searching(0))
    async with Feed(db) as feed, asyncio.timeout(5):
        async with aclosing(feed.follow(job_id, entitled=False)) as following:
            await anext(following)
            holdings.take_back(db, job_id)

            with pytest.raises(JobNotFound):
                await anext(following)
        with pytest.raises(JobNotFound):
            await collect(feed, job_id, entitled=False)


@contextmanager
def failing(db: Engine, words: str, times: int) -> Iterator[asyncio.Event]:
    """The next statements with `words` in them fail as where a server hangs up; set once they have."""
    loop, failed, left = asyncio.get_running_loop(), asyncio.Event(), times

    def fail(connection: object, cursor: object, statement: str, *rest: object) -> None:
        nonlocal left
        if words in statement and left:
            left -= 1
            if not left:
                loop.call_soon_threadsafe(failed.set)
            raise OperationalError(statement, None, Exception("the server closed the connection"))

    event.listen(db, "before_cursor_execute", fail)
    yield failed
    event.remove(db, "before_cursor_execute", fail)


@pytest.mark.parametrize("words", ["FROM jobs", "FROM entries"])
async def test_a_database_that_fails_for_a_moment_costs_nothing_but_time(db: Engine, job_id: str, words: str):
    write_many(db, job_id, 2 * WINDOW)
    async with Feed(db) as feed, asyncio.timeout(5):
        with failing(db, words, 1) as at_first:
            following = asyncio.create_task(collect(feed, job_id))
            await at_first.wait()
        with failing(db, words, 3) as later:
            append(db, job_id, "w", searching(0))
            await later.wait()
        append(db, job_id, "w", Open("tried"))
        seen = await following

    assert seen == entries(db, job_id)


async def test_an_entry_that_this_version_cannot_read_fails_only_those_who_follow_its_job(
    db: Engine, job_id: str
):
    other = new_job(db)
    async with Feed(db) as feed, asyncio.timeout(5):
        failing_ones = [asyncio.create_task(collect(feed, job_id)) for _ in range(2)]
        going_on = asyncio.create_task(collect(feed, other))
        await asyncio.sleep(0.1)
        first = append(db, job_id, "w", searching(0))
        with db.begin() as connection:
            unknown = {"job_id": job_id, "number": 2, "at": first.at, "kind": "OfTomorrow", "payload": "{}"}
            connection.execute(insert(entry_table).values(unknown))
            connection.execute(update(jobs).where(jobs.c.id == job_id).values(latest=2))
        failures = await asyncio.gather(*failing_ones, return_exceptions=True)
        append(db, other, "w", Open("tried"))

        assert [type(failure) for failure in failures] == [KeyError, KeyError]
        assert len(await going_on) == 1
