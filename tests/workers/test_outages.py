"""Without its queue a worker works on, and without its database it waits: no job is lost, none ends twice."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from redis import Redis as RedisClient
from sqlalchemy import Engine, event

from app.domain.events import Event, Open, Outcome, Searching, Side, Started
from app.domain.goal import Goal
from app.domain.job import JobState
from app.domain.problem import Problem
from app.ports import Journal
from app.settings import Settings
from app.store import queries
from app.store.database import migrate
from app.store.journal import entries
from app.store.queue import QUEUE, CeleryQueue
from tests.servers import PostgreSQL, Redis, opened
from tests.workers import stand_in
from tests.workers.conftest import the_worker
from tests.workers.crew import ROOT, wait_until
from workers.job_loop import JobLoop, Patience
from workers.supervisor import keep_working
from workers.tasks import Bench, Solver, prove


def finished(db: Engine, job_id: str) -> bool:
    return queries.job(db, job_id).state is JobState.FINISHED


def new_job(db: Engine, words: str) -> str:
    return queries.create_job(db, Problem(words), None).id


def told(db: Engine, job_id: str) -> list[Event]:
    found = entries(db, job_id)
    assert [entry.number for entry in found] == list(range(1, len(found) + 1))
    return [entry.event for entry in found]


async def test_a_redis_that_is_away_delays_jobs_by_a_second_and_is_used_again_when_it_is_back(
    redis: Redis, redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd
):
    monkeypatch.chdir(ROOT)
    settings = Settings(data=tmp_path, redis_url=redis_url)
    with opened(settings) as db:
        migrate(db)
        ready, queue = asyncio.Event(), CeleryQueue(settings)
        working = asyncio.create_task(keep_working(settings, db, ready.set, "tests.workers.stand_in"))
        await asyncio.wait_for(ready.wait(), 20)
        worker = the_worker()
        await asyncio.to_thread(redis.stop, signal.SIGKILL)
        try:
            delays = []
            for _ in range(3):
                job_id, started = new_job(db, "wait 0"), time.monotonic()
                queue.enqueue(job_id)
                await asyncio.to_thread(wait_until, lambda job_id=job_id: finished(db, job_id))
                delays.append(time.monotonic() - started)
        finally:
            await asyncio.to_thread(redis.start)
        queue.enqueue("anything")
        queue.enqueue("anything")
        with RedisClient.from_url(redis_url) as client:
            await asyncio.to_thread(wait_until, lambda: client.llen(QUEUE) == 0)
        same = worker.is_running()

        log = capfd.readouterr().err
        await asyncio.to_thread(redis.stop, signal.SIGKILL)
        async with asyncio.timeout(10):
            while log.count("the queue cannot be reached") < 2:
                await asyncio.sleep(0.1)
                log += capfd.readouterr().err
        started = time.monotonic()
        working.cancel()
        await asyncio.wait({working})
        end_s = time.monotonic() - started
        await asyncio.to_thread(redis.start)

    log += capfd.readouterr().err
    assert same
    assert max(delays) < 2.5
    assert end_s < 3
    assert log.count("the queue cannot be reached") == 2
    assert log.count("the queue is there again") == 1
    assert log.count("\n") < 20


@contextmanager
def looping(settings: Settings, solver: Solver = Solver(stand_in.solve)) -> Iterator[JobLoop]:  # noqa: B008
    @asynccontextmanager
    async def only(_: Settings) -> AsyncIterator[Solver]:
        yield solver

    with JobLoop(settings, "w", only, Patience(lease_s=2.0)) as loop:
        yield loop


def test_a_message_that_comes_during_a_job_that_was_found_waits_for_its_end(tmp_path: Path):
    at_once = [0, 0]

    async def solve(problem: Problem, journal: Journal, earlier: Sequence[Event]) -> Outcome:
        at_once[0] += 1
        at_once[1] = max(at_once)
        await asyncio.sleep(0.3)
        at_once[0] -= 1
        return await stand_in.solve(problem, journal)

    settings = Settings(data=tmp_path)
    with opened(settings) as db:
        migrate(db)
        found = [new_job(db, "wait 0") for _ in range(3)]
        with looping(settings, Solver(solve)) as loop:
            wait_until(lambda: told(db, found[0]))
            announced = new_job(db, "wait 0")
            loop.prove(announced)
            wait_until(lambda: all(finished(db, job_id) for job_id in [*found, announced]))

        assert at_once == [0, 1]


def test_a_job_during_which_the_disk_is_full_is_taken_up_again_and_ends(tmp_path: Path):
    """SQLite says 'database or disk is full' at its page limit in the very words of a full disk."""
    settings, pages = Settings(data=tmp_path), {"most": 1 << 30}
    failed = threading.Event()
    runs: list[int] = []

    async def wordy(problem: Problem, journal: Journal, earlier: Sequence[Event]) -> Outcome:
        runs.append(len(earlier))
        try:
            for number in range(60):
                await journal.append(Searching(Side.STATEMENT, number, 0.0, Goal((), "p" * 9000)))
                await asyncio.sleep(0.01)
            await journal.append(outcome := Open("written"))
        except Exception:
            failed.set()
            raise
        return outcome

    def limit(connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages['most']}")

    with opened(settings) as db, opened(settings) as other:
        migrate(other)
        event.listen(db, "checkout", limit)
        job_id = new_job(other, "anything")
        with other.connect() as connection:
            pages["most"] = connection.exec_driver_sql("PRAGMA page_count").scalar_one() + 60
        bench = Bench(db, "w", Solver(wordy), watch_s=0.05, again_s=0.1)

        async def until_it_ends() -> None:
            while not finished(other, job_id):
                with contextlib.suppress(Exception):
                    await prove(job_id, bench)
                await asyncio.sleep(0.05)

        async def scenario() -> None:
            proving = asyncio.create_task(until_it_ends())
            await asyncio.to_thread(failed.wait, 10)
            await asyncio.sleep(0.5)
            pages["most"] = 1 << 30
            await asyncio.wait_for(proving, 10)

        asyncio.run(scenario())

        events = told(other, job_id)
        assert failed.is_set()
        assert runs[-1] > 0
        assert events[-1] == Open("written")
        assert [isinstance(each, Outcome) for each in events].count(True) == 1
        assert queries.job(other, job_id).attempts == 1


def test_a_database_that_is_locked_for_long_delays_a_job_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.store.database.BUSY_MS", 300)
    settings = Settings(data=tmp_path)
    with opened(settings) as db:
        migrate(db)
        job_id = new_job(db, "count 200")
        with looping(settings):
            wait_until(lambda: len(told(db, job_id)) > 20)
            with db.connect().execution_options(sqlite_begin="BEGIN IMMEDIATE") as lock, lock.begin():
                time.sleep(2)
            wait_until(lambda: finished(db, job_id))
            following = new_job(db, "wait 0")
            wait_until(lambda: finished(db, following))

        events = told(db, job_id)
        assert events[-1] == Open("count 200")
        assert len([each for each in events if isinstance(each, Started)]) > 1
        assert [each.checks for each in events if isinstance(each, Searching) and each.checks > 1] == [
            *range(2, 201)
        ]
        assert queries.job(db, job_id).attempts == 1


def test_a_postgresql_that_is_restarted_delays_a_job_and_nothing_else(
    postgresql: PostgreSQL, own_postgresql_url: str, tmp_path: Path
):
    settings = Settings(data=tmp_path, database_url=own_postgresql_url)
    with opened(settings) as db:
        migrate(db)
        job_id = new_job(db, "count 200")
        with looping(settings):
            wait_until(lambda: len(told(db, job_id)) > 20)
            postgresql.stop(signal.SIGQUIT)
            time.sleep(1)
            postgresql.start()
            wait_until(lambda: finished(db, job_id))

        events = told(db, job_id)
        assert events[-1] == Open("count 200")
        assert [each.checks for each in events if isinstance(each, Searching) and each.checks > 1] == [
            *range(2, 201)
        ]
