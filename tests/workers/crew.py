"""Worker processes without a supervisor that would free their jobs, and what is there to see of them."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from sqlalchemy import Engine

from app.domain.events import Entry
from app.domain.job import JobState
from app.domain.problem import Problem
from app.lean.environments import CoreLean
from app.settings import Settings
from app.store import queries
from app.store.database import connect, migrate
from app.store.journal import entries
from workers.supervisor import as_environment

ROOT = Path(__file__).parents[2]


@dataclass
class Crew:
    """Worker processes with short leases on one data folder, and no supervisor that would free their jobs."""

    settings: Settings
    db: Engine
    lines: list[socket.socket] = field(default_factory=list)
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, name: str, *options: str) -> subprocess.Popen[bytes]:
        line, far_end = socket.socketpair()
        with far_end:
            worker = subprocess.Popen(
                [sys.executable, "-m", "tests.workers.hasty", name, *options],
                stdin=far_end,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                env=os.environ | as_environment(self.settings),
                start_new_session=True,
            )
        self.lines.append(line)
        self.workers.append(worker)
        return worker

    def start_lean(self, name: str, core: CoreLean) -> subprocess.Popen[bytes]:
        """Start one with the real solver, and wait until it is warm."""
        library = self.settings.data / "lean"
        if not library.is_symlink():
            library.symlink_to(core.lean_path.parent)
        worker = self.start(name, "lean")
        self.ready()
        return worker

    def ready(self) -> None:
        """Wait until the last worker that was started is ready."""
        self.lines[-1].settimeout(30)
        assert self.lines[-1].recv(1) == b"r"

    def new_job(self, text: str, owner: str | None = None) -> str:
        return queries.create_job(self.db, Problem(text), owner).id

    def journal(self, job_id: str) -> list[Entry]:
        return entries(self.db, job_id)

    def is_finished(self, job_id: str) -> bool:
        return queries.job(self.db, job_id).state is JobState.FINISHED


@contextmanager
def crew_in(data: Path) -> Iterator[Crew]:
    settings = Settings(data=data, lean_workers=1)
    db = connect(settings)
    migrate(db)
    crew = Crew(settings, db)
    yield crew
    for worker in crew.workers:
        worker.kill()
        worker.wait()
    for line in crew.lines:
        line.close()
    db.dispose()


def wait_until(look: Callable[[], object], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


async def burning(processes: list[psutil.Process]) -> float:
    """The seconds of processor time that these use in half a second."""

    def used() -> float:
        spent = 0.0
        for process in processes:
            try:
                times = process.cpu_times()
            except psutil.NoSuchProcess:
                continue
            spent += times.user + times.system
        return spent

    before = used()
    await asyncio.sleep(0.5)
    return max(used() - before, 0.0)
