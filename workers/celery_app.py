"""A worker process: Celery in the main thread takes messages, beside it a loop works on the jobs.

Celery's `solo` pool runs one task at a time in the process itself; docs/decisions/0002 says why.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

from celery import signals
from celery.apps.worker import Worker
from celery.worker import WorkController, state
from celery.worker.consumer import Consumer
from kombu import Connection

from app.settings import Settings
from app.store.queue import TASK, celery
from workers.job_loop import PATIENT, JobLoop, Patience, SolverFactory, warm_solver
from workers.outage import Trouble

RECONNECT_S = 1
_log = logging.getLogger(__name__)


class PatientConsumer(Consumer):
    """Celery's consumer, which would try less and less often, in the end not at all, and log every time."""

    def ensure_connected(self, conn: Connection) -> Connection:
        """Try until the broker answers, or the process is to end."""
        trouble = Trouble(
            _log, "the queue cannot be reached; jobs are found without it", "the queue is there again"
        )
        conn.ensure_connection(
            lambda error, interval: trouble.met(error),
            interval_start=RECONNECT_S,
            interval_step=0,
            interval_max=RECONNECT_S,
            callback=state.maybe_shutdown,
        )
        trouble.over()
        return conn


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
    patience: Patience = PATIENT,
) -> int:
    """Work until SIGTERM or SIGINT; returns the exit code. Call it in the main thread of the process.

    `name` must be new: leases are held under it.
    """
    app = celery(settings)
    app.conf.worker_consumer = PatientConsumer
    with JobLoop(settings, name, solver, patience) as jobs:
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
