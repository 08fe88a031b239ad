"""One job from claim to outcome: what a worker process does with a message from the queue."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from app.domain.errors import LeaseLost, LemmataError
from app.domain.events import Cancelled, Event, LeftUndecided, Outcome, Spent, Started
from app.domain.job import Job
from app.domain.problem import Problem
from app.domain.subtask import Finished, Subtask
from app.domain.verdict import Reason
from app.logs import about
from app.ports import Journal
from app.store import queries
from app.store.journal import JobJournal, entries
from workers.bill import Bill
from workers.outage import OUTAGE

Solve = Callable[[Problem, Journal, Sequence[Event]], Coroutine[None, None, Outcome]]

Assist = Callable[[Problem, Subtask, Journal], Coroutine[None, None, Finished]]

ATTEMPTS = 3
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Solver:
    """What works on jobs, and what that has taken so far: seconds of Lean processes, and tokens of models.

    `assist` proves a subgoal of a job that another worker has.
    """

    solve: Solve
    lean_s: Callable[[], float] = lambda: 0.0
    assist: Assist | None = None
    tokens: Callable[[], int] = lambda: 0


@dataclass(frozen=True, slots=True)
class Bench:
    """What a worker works with, and its patience in seconds.

    `lease_s`: how long a job stays ours without a sign of life. `watch_s`: how often we look whether to
    cancel. `overtime_s`: how far a job may exceed its own budget. `farewell_s`: how long a cancelled job may
    tidy up. `again_s`: how often we try to give a job back to a database that does not answer. `announce`
    tells other workers of a subgoal.
    """

    db: Engine
    worker: str
    solver: Solver
    lease_s: float = 10.0
    watch_s: float = 0.2
    overtime_s: float = 90.0
    farewell_s: float = 0.5
    again_s: float = 1.0
    announce: Callable[[str, str], None] = lambda job_id, node: None


async def prove(job_id: str, bench: Bench) -> bool:
    """Work on the job until it has an outcome; False, and nothing else, if it is finished or another's.

    When this is cancelled, or the database fails, the job is given back unfinished. A failure of ours leaves
    it undecided. Raises what `OUTAGE` names if the database cannot be asked for the job.
    """
    with about(job_id):
        return await _prove(job_id, bench)


async def _prove(job_id: str, bench: Bench) -> bool:
    job = await asyncio.to_thread(queries.claim, bench.db, job_id, bench.worker, bench.lease_s)
    if job is None:
        return False
    started = time.monotonic()
    try:
        await _attempt(job, bench)
        _log.info("job %s ended after %.1f s", job_id, time.monotonic() - started)
    except LeaseLost:
        _log.warning("job %s is not ours any longer: another worker has it, or it was deleted", job_id)
    except OUTAGE as error:
        _log.warning("the database failed during job %s (%s)", job_id, type(error).__name__)
        await _give_back(job_id, bench)
        await asyncio.sleep(bench.again_s)  # it is ours again at once, and would fail as often as it can
    except asyncio.CancelledError:
        await asyncio.to_thread(queries.release, bench.db, job_id, bench.worker)
        _log.info("job %s was given back", job_id)
        raise
    return True


async def _give_back(job_id: str, bench: Bench) -> None:
    """Give the job back as soon as the database lets us; whoever takes it up goes on from its journal."""
    while True:
        try:
            await asyncio.to_thread(queries.release, bench.db, job_id, bench.worker)
        except OUTAGE:
            await asyncio.sleep(bench.again_s)
        else:
            _log.info("job %s was given back", job_id)
            return


async def _attempt(job: Job, bench: Bench) -> None:
    earlier = await asyncio.to_thread(_earlier, job, bench.db)
    journal = JobJournal(bench.db, job.id, bench.worker, bench.announce)
    await journal.append(Started(bench.worker))
    if job.cancel_requested:  # of the worker before
        await journal.append(Cancelled())
        return
    if job.attempts > ATTEMPTS:
        detail = f"The worker died {ATTEMPTS} times while it had this problem."
        await journal.append(LeftUndecided(Reason.CRASHED, detail))
        return
    bill = Bill(bench.db, job.id, bench.solver.lean_s, bench.solver.tokens)
    try:
        if end := await _solve(job, bench, journal, earlier, bill):
            await journal.append(end)
    finally:
        await bill.charge()


async def _solve(
    job: Job, bench: Bench, journal: Journal, earlier: Sequence[Event], bill: Bill
) -> Outcome | None:
    """The outcome that the search has not reported by itself, once the search is over."""
    work = asyncio.create_task(bench.solver.solve(job.problem, journal, earlier))
    work.add_done_callback(lambda done: done.cancelled() or done.exception())  # or asyncio would log it
    try:
        return await _watch(work, job, bench, bill)
    except (LeaseLost, *OUTAGE):
        raise
    except Exception as error:
        return _failure(job, error)
    finally:
        work.cancel()
        await asyncio.wait({work}, timeout=bench.farewell_s)


def _earlier(job: Job, db: Engine) -> Sequence[Event]:
    """What workers before us have found out; nothing if it was written by a version that we do not read."""
    try:
        return [entry.event for entry in entries(db, job.id)] if job.latest else []
    except (KeyError, ValueError):
        return []


async def _watch(work: asyncio.Task[Outcome], job: Job, bench: Bench, bill: Bill) -> Outcome | None:
    """Hold the lease while `work` goes on; None once it has reported its own outcome."""
    started = charged = time.monotonic()
    while not (await asyncio.wait({work}, timeout=bench.watch_s))[0]:
        elapsed_s = time.monotonic() - started
        try:
            cancel = await asyncio.to_thread(queries.renew, bench.db, job.id, bench.worker, bench.lease_s)
        except LeaseLost:
            if (await asyncio.wait({work}, timeout=bench.farewell_s))[0]:
                break  # the outcome came in between
            raise
        except OUTAGE:  # it may be over before the search has anything to write
            cancel = False
        if cancel:
            return Cancelled(Spent(elapsed_s=round(elapsed_s, 3)))
        if elapsed_s > job.problem.seconds + bench.overtime_s:
            detail = "The search did not end in time by itself."
            return LeftUndecided(Reason.TIMEOUT, detail, Spent(elapsed_s=round(elapsed_s, 3)))
        if time.monotonic() - charged > bench.lease_s / 3:
            charged = time.monotonic()
            await bill.charge()
    if work.cancelled():
        raise RuntimeError("the search cancelled itself")
    work.result()
    return None


def _failure(job: Job, error: Exception) -> LeftUndecided:
    """The message of a foreign error may quote the problem, so the log gets its place and kind only."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    _log.error("job %s failed with %s\n%s", job.id, type(error).__name__, frames)
    if isinstance(error, LemmataError):
        return LeftUndecided(Reason.CHECKER_ERROR, str(error))
    detail = "Lemmata itself failed while it worked on this problem; the worker's log says where."
    return LeftUndecided(Reason.CHECKER_ERROR, detail)
