"""One job from claim to outcome: what a worker process does with a message from the queue."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from sqlalchemy import Engine

from app.domain.errors import LeaseLost, LemmataError
from app.domain.events import Cancelled, LeftUndecided, Outcome, Spent, Started
from app.domain.job import Job
from app.domain.problem import Problem
from app.domain.verdict import Reason
from app.ports import Journal
from app.store import queries
from app.store.journal import JobJournal

Solver = Callable[[Problem, Journal], Coroutine[None, None, Outcome]]

ATTEMPTS = 3
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bench:
    """What a worker works with, and its patience in seconds.

    `lease_s`: how long a job stays ours without a sign of life. `watch_s`: how often we look whether to
    cancel. `overtime_s`: how far a job may exceed its own budget. `farewell_s`: how long a cancelled job may
    tidy up.
    """

    db: Engine
    worker: str
    solve: Solver
    lease_s: float = 10.0
    watch_s: float = 0.2
    overtime_s: float = 90.0
    farewell_s: float = 0.5


async def prove(job_id: str, bench: Bench) -> None:
    """Work on the job until it has an outcome; do nothing if it is finished or somebody else's.

    When this is cancelled the job is given back, unfinished. A failure of ours leaves it undecided.
    """
    job = await asyncio.to_thread(queries.claim, bench.db, job_id, bench.worker, bench.lease_s)
    if job is None:
        return
    started = time.monotonic()
    try:
        await _attempt(job, bench)
        _log.info("job %s ended after %.1f s", job_id, time.monotonic() - started)
    except LeaseLost:
        _log.warning("job %s is another worker's now", job_id)
    except asyncio.CancelledError:
        await asyncio.to_thread(queries.release, bench.db, job_id, bench.worker)
        _log.info("job %s was given back", job_id)
        raise


async def _attempt(job: Job, bench: Bench) -> None:
    journal = JobJournal(bench.db, job.id, bench.worker)
    await journal.append(Started(bench.worker))
    if job.cancel_requested:  # of the worker before
        await journal.append(Cancelled())
        return
    if job.attempts > ATTEMPTS:
        detail = f"The worker died {ATTEMPTS} times while it had this problem."
        await journal.append(LeftUndecided(Reason.CRASHED, detail))
        return
    work = asyncio.create_task(bench.solve(job.problem, journal))
    try:
        end = await _watch(work, job, bench)
    except LeaseLost:
        raise
    except Exception as error:
        end = _failure(job, error)
    finally:
        work.cancel()
        await asyncio.wait({work}, timeout=bench.farewell_s)
    if end is not None:
        await journal.append(end)


async def _watch(work: asyncio.Task[Outcome], job: Job, bench: Bench) -> Outcome | None:
    """Hold the lease while `work` goes on; None once it has reported its own outcome."""
    started = time.monotonic()
    while not (await asyncio.wait({work}, timeout=bench.watch_s))[0]:
        elapsed_s = time.monotonic() - started
        try:
            cancel = await asyncio.to_thread(queries.renew, bench.db, job.id, bench.worker, bench.lease_s)
        except LeaseLost:
            if (await asyncio.wait({work}, timeout=bench.farewell_s))[0]:
                break  # the outcome came in between
            raise
        if cancel:
            return Cancelled(Spent(elapsed_s=round(elapsed_s, 3)))
        if elapsed_s > job.problem.seconds + bench.overtime_s:
            detail = "The search did not end in time by itself."
            return LeftUndecided(Reason.TIMEOUT, detail, Spent(elapsed_s=round(elapsed_s, 3)))
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
