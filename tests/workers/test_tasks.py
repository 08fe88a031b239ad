"""What a worker does with one job, whatever happens meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.domain.errors import CheckerUnavailable
from app.domain.events import Cancelled, Event, LeftUndecided, Open, Outcome, Started
from app.domain.job import JobState
from app.domain.problem import Problem
from app.domain.verdict import Reason
from app.ports import Journal
from app.settings import Settings
from app.store import ledger, queries
from app.store.journal import append, entries
from tests.servers import furnished
from tests.workers import stand_in
from workers.tasks import ATTEMPTS, Bench, Solver, prove


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with furnished(Settings(data=tmp_path)) as engine:
        yield Bench(engine, "w", Solver(stand_in.solve), watch_s=0.05)


def new_job(db: Engine, text: str, seconds: float = 30.0) -> str:
    return queries.create_job(db, Problem(text, seconds=seconds), None).id


def events(bench: Bench, job_id: str) -> list[Event]:
    return [entry.event for entry in entries(bench.db, job_id)]


async def test_a_job_is_started_solved_and_finished(bench: Bench):
    job_id = new_job(bench.db, "wait 0.1")

    await prove(job_id, bench)

    first, _, last = events(bench, job_id)
    assert (first, last) == (Started("w"), Open("wait 0.1"))


async def test_a_message_that_comes_twice_is_worked_on_once(bench: Bench):
    job_id = new_job(bench.db, "wait 0.2")

    await asyncio.gather(prove(job_id, bench), prove(job_id, replace(bench, worker="other")))
    await prove(job_id, bench)

    assert [type(event).__name__ for event in events(bench, job_id)] == ["Started", "Searching", "Open"]


async def test_a_running_job_is_cancelled_within_a_second(bench: Bench):
    job_id = new_job(bench.db, "wait 20")
    proving = asyncio.create_task(prove(job_id, bench))
    await asyncio.sleep(0.3)

    asked = time.monotonic()
    await asyncio.to_thread(queries.request_cancel, bench.db, job_id)
    await proving

    last = events(bench, job_id)[-1]
    assert time.monotonic() - asked < 1
    assert isinstance(last, Cancelled)
    assert last.spent.elapsed_s >= 0.2


async def test_a_search_that_will_not_stop_does_not_hold_up_its_cancellation(bench: Bench):
    async def stubborn(problem: Problem, journal: Journal, earlier: Sequence[Event]) -> Outcome:
        for _ in range(15):
            try:
                await asyncio.sleep(0.1)
            except asyncio.CancelledError:
                continue
        raise AssertionError("never reached before the test ends")

    job_id = new_job(bench.db, "anything")
    proving = asyncio.create_task(prove(job_id, replace(bench, solver=Solver(stubborn), farewell_s=0.2)))
    await asyncio.sleep(0.2)

    await asyncio.to_thread(queries.request_cancel, bench.db, job_id)
    await asyncio.wait_for(proving, 1)

    assert isinstance(events(bench, job_id)[-1], Cancelled)


async def test_a_failure_of_ours_leaves_the_job_undecided_and_the_problem_out_of_the_log(
    bench: Bench, caplog: pytest.LogCaptureFixture
):
    async def failing(problem: Problem, journal: Journal, earlier: Sequence[Event]) -> Outcome:
        raise ValueError(f"no idea what to do with {problem.text}")

    job_id = new_job(bench.db, "theorem secret : True")

    await prove(job_id, replace(bench, solver=Solver(failing)))

    last = events(bench, job_id)[-1]
    assert isinstance(last, LeftUndecided)
    assert last.reason is Reason.CHECKER_ERROR
    assert "ValueError" in caplog.text
    assert job_id in caplog.text
    assert "secret" not in caplog.text + last.detail


async def test_an_error_that_is_written_for_people_reaches_them(bench: Bench):
    async def without_lean(problem: Problem, journal: Journal, earlier: Sequence[Event]) -> Outcome:
        raise CheckerUnavailable("Lean could not be started.")

    job_id = new_job(bench.db, "anything")

    await prove(job_id, replace(bench, solver=Solver(without_lean)))

    last = events(bench, job_id)[-1]
    assert isinstance(last, LeftUndecided)
    assert last.detail == "Lean could not be started."


async def test_what_a_job_uses_is_charged_while_it_runs_and_at_its_end(bench: Bench):
    tokens, lean_s = count(100, 40), count(5.0, 0.5)
    solver = Solver(stand_in.solve, lambda: next(lean_s), tokens=lambda: int(next(tokens)))
    job = queries.create_job(bench.db, Problem("wait 0.6"), "a")
    account = ledger.owner_account("a")

    proving = asyncio.create_task(prove(job.id, replace(bench, solver=solver, lease_s=0.6)))
    during = ledger.Spending()
    async with asyncio.timeout(10):
        while during.tokens == 0:
            await asyncio.sleep(0.02)
            during = await asyncio.to_thread(ledger.spent, bench.db, account)
    running = not proving.done()
    await proving

    after = ledger.spent(bench.db, account)
    assert running
    assert during.tokens % 40 == 0
    assert after.tokens >= during.tokens + 40
    assert after.lean_s == pytest.approx(after.tokens / 80)


async def test_a_search_that_cancels_itself_leaves_the_job_undecided(bench: Bench):
    async def confused(problem: Problem, journal: Journal, earlier: Sequence[Event]) -> Outcome:
        raise asyncio.CancelledError

    job_id = new_job(bench.db, "anything")

    await prove(job_id, replace(bench, solver=Solver(confused)))

    assert isinstance(events(bench, job_id)[-1], LeftUndecided)


async def test_a_search_that_forgets_the_time_is_ended(bench: Bench):
    job_id = new_job(bench.db, "wait 20", seconds=0.1)

    await asyncio.wait_for(prove(job_id, replace(bench, overtime_s=0.1)), 3)

    last = events(bench, job_id)[-1]
    assert isinstance(last, LeftUndecided)
    assert last.reason is Reason.TIMEOUT


async def test_a_worker_that_lost_its_lease_stops_without_a_word(bench: Bench):
    job_id = new_job(bench.db, "wait 20")
    proving = asyncio.create_task(prove(job_id, bench))
    await asyncio.sleep(0.2)

    await asyncio.to_thread(queries.release_dead, bench.db, "w")
    await asyncio.to_thread(queries.claim, bench.db, job_id, "other", 60)
    await asyncio.wait_for(proving, 2)

    assert [type(event).__name__ for event in events(bench, job_id)] == ["Started", "Searching"]
    append(bench.db, job_id, "other", Open("by the other"))


async def test_an_outcome_that_comes_while_the_lease_is_renewed_is_no_loss(
    bench: Bench, caplog: pytest.LogCaptureFixture
):
    async def lingering(problem: Problem, journal: Journal, earlier: Sequence[Event]) -> Outcome:
        outcome = Open("tried")
        await journal.append(outcome)
        await asyncio.sleep(0.2)
        return outcome

    job_id = new_job(bench.db, "anything")

    await prove(job_id, replace(bench, solver=Solver(lingering)))

    assert events(bench, job_id) == [Started("w"), Open("tried")]
    assert caplog.messages == []


async def test_a_lease_is_kept_alive_while_the_search_goes_on(bench: Bench):
    job_id = new_job(bench.db, "wait 0.8")
    proving = asyncio.create_task(prove(job_id, replace(bench, lease_s=0.3)))
    await asyncio.sleep(0.1)

    thieves = []
    while not proving.done():
        thieves.append(await asyncio.to_thread(queries.claim, bench.db, job_id, "thief", 5))
        await asyncio.sleep(0.03)

    assert len(thieves) > 5
    assert set(thieves) == {None}
    assert events(bench, job_id)[-1] == Open("wait 0.8")


async def test_a_worker_that_ends_gives_its_job_back(bench: Bench):
    job_id = new_job(bench.db, "wait 20")
    proving = asyncio.create_task(prove(job_id, bench))
    await asyncio.sleep(0.2)

    proving.cancel()
    await asyncio.wait({proving})

    given_back = queries.job(bench.db, job_id)
    assert proving.cancelled()
    assert (given_back.state, given_back.attempts) == (JobState.QUEUED, 0)
    assert queries.claim(bench.db, job_id, "other", 5) is not None


async def test_a_job_whose_cancellation_the_last_worker_did_not_live_to_see_is_not_begun(bench: Bench):
    job_id = new_job(bench.db, "wait 20")
    queries.claim(bench.db, job_id, "dead", 60)
    queries.request_cancel(bench.db, job_id)
    queries.release_dead(bench.db, "dead")

    await prove(job_id, bench)

    assert events(bench, job_id) == [Started("w"), Cancelled()]


async def test_a_job_that_keeps_killing_its_worker_is_left_undecided(bench: Bench):
    job_id = new_job(bench.db, "wait 0")
    for n in range(ATTEMPTS):
        queries.claim(bench.db, job_id, f"w{n}", 60)
        queries.release_dead(bench.db, f"w{n}")

    await prove(job_id, bench)

    last = events(bench, job_id)[-1]
    assert isinstance(last, LeftUndecided)
    assert last.reason is Reason.CRASHED
