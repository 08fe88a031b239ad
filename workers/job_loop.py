"""One event loop in a thread that lives as long as the process and keeps Lean warm; one job at a time."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Self

from sqlalchemy.exc import SQLAlchemyError

from app.bootstrap import instance_signer, laboratory
from app.pipeline.prove import assist
from app.pipeline.solve import solve
from app.settings import Settings
from app.store.database import connect
from app.store.queries import claimable_jobs
from app.store.queue import CeleryQueue
from app.store.subtasks import takeable
from workers import helping
from workers.outage import Trouble
from workers.tasks import Bench, Solver, prove

SWEEP_S = 1.0
AT_ONCE_S = 0.02  # after a job there may be another, but whom a message has told of one comes first
LOOK_S, CLOSE_S = 2.0, 3.0
SolverFactory = Callable[[Settings], AbstractAsyncContextManager[Solver]]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """In seconds. A job that blocks its worker for `stuck_s` ends it; `lease_s` is that of `Bench`."""

    stuck_s: float = 10.0
    lease_s: float = 10.0


PATIENT = Patience()


@asynccontextmanager
async def warm_solver(settings: Settings) -> AsyncIterator[Solver]:
    """The pipeline with a warm laboratory of its own."""
    signer = instance_signer(settings)
    async with laboratory(settings, signer=signer, for_strangers=True) as lab:
        yield Solver(
            lambda problem, journal, earlier: solve(problem, lab, journal, earlier),
            lab.lean_s,
            lambda problem, task, journal: assist(problem, task, lab, journal),
            lab.tokens,
        )


class JobLoop:
    """Works on the jobs that it is told of, and looks by itself for those that nobody tells it of.

    So a broker that is away costs a second for each job and nothing else.
    """

    def __init__(
        self, settings: Settings, name: str, solver: SolverFactory, patience: Patience = PATIENT
    ) -> None:
        self._settings, self._name, self._solver, self._patience = settings, name, solver, patience
        self._thread = threading.Thread(target=self._main, name="jobs", daemon=True)
        self._sweeper = threading.Thread(target=self._sweep, name="sweep", daemon=True)
        self._loop = asyncio.new_event_loop()
        self._stop, self._ending = asyncio.Event(), threading.Event()
        self._warm: Future[Bench] = Future()
        self._job: asyncio.Task[bool] | None = None
        self._at_work = threading.Lock()
        self._trouble = Trouble(_log, "the database cannot be used", "the database can be used again")

    def __enter__(self) -> Self:
        """Returns once everything is warm. Raises what prevented it."""
        self._thread.start()
        self._warm.result()
        self._sweeper.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._thread.join(CLOSE_S)
        self._sweeper.join(CLOSE_S)
        self._warm.result().db.dispose()

    def prove(self, job_id: str) -> None:
        """Work on a job, and return when that has ended; called in Celery's thread.

        Waits while the loop works on a job that it has found by itself.
        """
        while not self._at_work.acquire(timeout=LOOK_S):
            if self._ending.is_set():
                return
        try:
            self._attempt(job_id)
        finally:
            self._at_work.release()

    def stop(self) -> None:
        """Give the running job back and end the loop; may be called from a signal handler, and twice."""
        self._ending.set()
        with suppress(RuntimeError):  # the loop is closed already
            self._loop.call_soon_threadsafe(self._stop.set)

    def _attempt(self, job_id: str) -> bool:
        """Whether we worked on it; False if it is finished or another's, or the database does not say."""
        try:
            worked = self._watched(job_id)
        except SQLAlchemyError as error:
            self._trouble.met(error)
            return False
        except Exception as error:  # its message may quote the problem
            kind = type(error).__name__
            _log.error("job %s could not be worked on: %s", job_id, kind, extra={"job": job_id})
            return False
        self._trouble.over()
        return worked

    def _watched(self, job_id: str) -> bool:
        """A search that keeps the loop from turning cannot be cancelled either: then the process gives up."""
        if self._ending.is_set():
            return False
        job: Future[Any] = asyncio.run_coroutine_threadsafe(self._prove(job_id), self._loop)
        while self._thread.is_alive() and not wait([job], LOOK_S).done:
            turn: Future[Any] = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self._loop)
            if not wait([turn, job], self._patience.stuck_s, return_when=FIRST_COMPLETED).done:
                blocked = "job %s has blocked its worker for %.0f s"
                _log.critical(blocked, job_id, self._patience.stuck_s, extra={"job": job_id})
                os._exit(os.EX_SOFTWARE)
        return job.done() and not job.cancelled() and bool(job.result())

    def _main(self) -> None:
        try:
            self._loop.run_until_complete(self._run())
        except Exception as error:
            if self._warm.done():
                _log.exception("the loop of the jobs broke")
                os.kill(os.getpid(), signal.SIGTERM)
            else:
                self._warm.set_exception(error)
        finally:
            self._loop.close()

    async def _run(self) -> None:
        async with self._solver(self._settings) as solver:
            queue, db = CeleryQueue(self._settings), connect(self._settings)
            bench = Bench(db, self._name, solver, self._patience.lease_s)
            announced = replace(
                bench, announce=lambda job_id, node: queue.enqueue(helping.name(job_id, node))
            )
            self._warm.set_result(announced)
            await self._stop.wait()
            if self._job is not None:
                self._job.cancel()
                await asyncio.gather(self._job, return_exceptions=True)

    async def _prove(self, job_id: str) -> bool:
        if self._stop.is_set():
            return False
        self._job = asyncio.current_task()
        try:
            if subgoal := helping.named(job_id):
                return await helping.assist(*subgoal, self._warm.result())
            return await prove(job_id, self._warm.result())
        finally:
            self._job = None

    def _sweep(self) -> None:
        """While there is nothing to do, look for jobs whose message was lost or whose worker died."""
        pause_s = SWEEP_S
        while not self._ending.wait(pause_s):
            pause_s = SWEEP_S
            if not self._at_work.acquire(blocking=False):
                continue
            for job_id in self._waiting():
                if self._attempt(job_id):
                    pause_s = AT_ONCE_S
                if pause_s == AT_ONCE_S or self._trouble.lasts:
                    break
            self._at_work.release()

    def _waiting(self) -> list[str]:
        try:
            db = self._warm.result().db
            waiting = claimable_jobs(db) + [helping.name(*subgoal) for subgoal in takeable(db)]
        except SQLAlchemyError as error:
            self._trouble.met(error)
            return []
        self._trouble.over()
        return waiting
