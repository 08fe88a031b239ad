"""One subgoal of a job that another worker has: what a worker does that has nothing else to do."""

from __future__ import annotations

import asyncio
import logging
import traceback

from app.domain.errors import LeaseLost
from app.domain.subtask import Finished
from app.logs import about
from app.store import subtasks
from app.store.journal import JobJournal
from app.store.subtasks import Taken
from workers.bill import Bill
from workers.outage import OUTAGE
from workers.tasks import Bench

_MARK = "#"
_log = logging.getLogger(__name__)


def name(job_id: str, node: str) -> str:
    """What the queue calls a subgoal; the id of a job holds no mark."""
    return f"{job_id}{_MARK}{node}"


def named(message: str) -> tuple[str, str] | None:
    """Job and node, if `message` is the name of a subgoal."""
    job_id, mark, node = message.partition(_MARK)
    return (job_id, node) if mark else None


async def assist(job_id: str, node: str, bench: Bench) -> bool:
    """Work on a subgoal until something came of it, or it is not wanted; False if it is not to be had."""
    if bench.solver.assist is None:
        return False
    lease = (bench.db, job_id, node, bench.worker, bench.lease_s)
    taken = await asyncio.to_thread(subtasks.take, *lease)
    if taken is None:
        return False
    with about(job_id):
        try:
            await _assist(taken, bench)
        except LeaseLost:
            _log.info("subgoal %s of job %s is not wanted any longer", node, job_id)
        except OUTAGE as error:
            _log.warning("the database failed during a subgoal of job %s (%s)", job_id, type(error).__name__)
        except asyncio.CancelledError:
            await asyncio.to_thread(subtasks.release, bench.db, job_id, node, bench.worker)
            raise
    return True


async def _assist(taken: Taken, bench: Bench) -> None:
    job_id, task = taken.job_id, taken.subtask
    if bench.solver.assist is None:
        return
    journal = JobJournal(bench.db, job_id, None)
    bill = Bill(bench.db, job_id, bench.solver.lean_s, bench.solver.tokens)
    work = asyncio.create_task(bench.solver.assist(taken.problem, task, journal))
    try:
        while not (await asyncio.wait({work}, timeout=bench.watch_s))[0]:
            lease = (bench.db, job_id, task.node, bench.worker, bench.lease_s)
            await asyncio.to_thread(subtasks.renew, *lease)
        finished = _found(work, job_id)
        await journal.flush()
        await asyncio.to_thread(subtasks.finish, bench.db, job_id, task.node, bench.worker, finished)
    finally:
        work.cancel()
        await asyncio.wait({work}, timeout=bench.farewell_s)
        await bill.charge()


def _found(work: asyncio.Task[Finished], job_id: str) -> Finished:
    """What came of it; an error of ours comes to nothing, and the log has its place and kind."""
    error = work.exception()
    if error is None:
        return work.result()
    if isinstance(error, LeaseLost | OUTAGE):
        raise error
    frames = "".join(traceback.format_tb(error.__traceback__))
    _log.error("a subgoal of job %s failed with %s\n%s", job_id, type(error).__name__, frames)
    return Finished(None)
