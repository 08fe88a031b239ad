"""A worker process: Celery in the main thread, and beside it one event loop that keeps Lean warm.

Celery's `solo` pool runs one task at a time in the process itself; docs/decisions/0002 says why.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from types import FrameType, TracebackType
from typing import Any, Self

from celery import signals
from celery.apps.worker import Worker
from celery.worker import WorkController, state
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.bootstrap import laboratory
from app.pipeline.solve import solve
from app.settings import Settings
from app.store.database import connect
from app.store.queries import claimable_jobs
from app.store.queue import TASK, CeleryQueue, celery
from workers.tasks import Bench, Solver, prove

SWEEP_S, SWEEP_LONGEST_S = 1.0, 30.0  # longer only while the same job stays first
LOOK_S, STUCK_S = 2.0, 10.0
CLOSE_S = 3.0
SolverFactory = Callable[[Settings], AbstractAsyncContextManager[Solver]]
_log = logging.getLogger(__name__)


@asynccontextmanager
async def warm_solver(settings: Settings) -> AsyncIterator[Solver]:
    """The pipeline with a warm laboratory of its own."""
    async with laboratory(settings) as lab:
        yield lambda problem, journal: solve(problem, lab, journal)


class JobLoop:
    """An event loop in a thread that lives as long as the process, so that what it started stays warm."""

    def __init__(self, settings: Settings, name: str, solver: SolverFactory, stuck_s: float) -> None:
        self._settings, self._name, self._solver, self._stuck_s = settings, name, solver, stuck_s
        self._thread = threading.Thread(target=self._main, name="jobs", daemon=True)
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._warm: Future[Bench] = Future()
        self._job: asyncio.Task[None] | None = None

    def __enter__(self) -> Self:
        """Returns once everything is warm. Raises what prevented it."""
        self._thread.start()
        self._warm.result()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._thread.join(CLOSE_S)

    def prove(self, job_id: str) -> None:
        """Work on a job, and return when that has ended; called in Celery's thread.

        A search that keeps the loop from turning keeps it from cancelling too: then the process gives up.
        """
        job = asyncio.run_coroutine_threadsafe(self._prove(job_id), self._loop)
        while self._thread.is_alive() and not wait([job], LOOK_S).done:
            turn = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self._loop)
            if not wait([turn, job], self._stuck_s, return_when=FIRST_COMPLETED).done:
                _log.critical("job %s has blocked its worker for %.0f s", job_id, self._stuck_s)
                os._exit(os.EX_SOFTWARE)
        if job.done() and not job.cancelled():
            job.result()

    def stop(self) -> None:
        """Give the running job back and end the loop; may be called from a signal handler, and twice."""
        with suppress(RuntimeError):  # the loop is closed already
            self._loop.call_soon_threadsafe(self._stop.set)

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
        async with self._solver(self._settings) as solve:
            self._warm.set_result(Bench(connect(self._settings), self._name, solve))
            sweep, stop = asyncio.create_task(self._sweep()), asyncio.create_task(self._stop.wait())
            await asyncio.wait({sweep, stop}, return_when=asyncio.FIRST_COMPLETED)
            ending = [task for task in (sweep, stop, self._job) if task is not None]
            for task in ending:
                task.cancel()
            await asyncio.gather(*ending, return_exceptions=True)
            if not self._stop.is_set():
                sweep.result()

    async def _prove(self, job_id: str) -> None:
        if self._stop.is_set():
            return
        self._job = asyncio.current_task()
        try:
            await prove(job_id, self._warm.result())
        finally:
            self._job = None

    async def _sweep(self) -> None:
        """While there is nothing to do, look for jobs whose message was lost or whose worker died."""
        queue, db = CeleryQueue(self._settings), self._warm.result().db
        announced, pause_s = "", SWEEP_S
        while True:
            waiting = await self._waiting(db) if self._job is None else []
            for job_id in waiting[:1]:
                await asyncio.to_thread(queue.enqueue, job_id)
                pause_s = min(2 * pause_s, SWEEP_LONGEST_S) if job_id == announced else SWEEP_S
                announced = job_id
            await asyncio.sleep(pause_s if waiting else SWEEP_S)

    async def _waiting(self, db: Engine) -> list[str]:
        try:
            return await asyncio.to_thread(claimable_jobs, db)
        except SQLAlchemyError:
            _log.exception("the database could not be read; trying again")
            return []


class QuietWorker(Worker):
    """Celery's worker, ended by our own handler: Celery's would wait until the running job is done."""

    def __init__(self, jobs: JobLoop, **options: Any) -> None:
        self._jobs = jobs
        super().__init__(**options)

    def install_platform_tweaks(self, worker: WorkController) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)

    def _end(self, number: int, frame: FrameType | None) -> None:
        self._jobs.stop()
        state.should_stop = os.EX_OK  # type: ignore[assignment]


def run(
    settings: Settings,
    name: str,
    solver: SolverFactory = warm_solver,
    on_ready: Callable[[], None] = lambda: None,
    stuck_s: float = STUCK_S,
) -> int:
    """Work until SIGTERM or SIGINT; returns the exit code. Call it in the main thread of the process.

    `name` must be new: leases are held under it. A job that blocks its worker for `stuck_s` seconds ends it.
    """
    app = celery(settings)
    with JobLoop(settings, name, solver, stuck_s) as jobs:
        app.task(name=TASK)(jobs.prove)
        signals.setup_logging.connect(_leave_logging_alone)
        signals.worker_ready.connect(lambda **_: on_ready(), weak=False)
        worker = QuietWorker(
            jobs,
            app=app,
            hostname=name,
            pool="solo",
            concurrency=1,
            quiet=True,
            without_gossip=True,
            without_mingle=True,
            without_heartbeat=True,
        )
        worker.start()
        return int(worker.exitcode or 0)


def _leave_logging_alone(**_: object) -> None:
    """Celery sets logging up only where nobody answers this signal."""
