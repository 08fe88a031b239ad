"""A service of real worker processes with a stand-in for the solver."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from sqlalchemy import Engine

from app.domain.events import Entry
from app.domain.problem import Problem
from app.settings import Settings
from app.store import queries
from app.store.database import connect, migrate
from app.store.feed import Feed
from app.store.queue import CeleryQueue
from tests.workers.crew import ROOT, Crew, crew_in
from workers.supervisor import keep_working


@dataclass(frozen=True, slots=True)
class Service:
    """A supervisor with one worker process, and what a page would use."""

    db: Engine
    queue: CeleryQueue
    feed: Feed
    supervisor: asyncio.Task[None]
    ready: asyncio.Event

    def submit(self, text: str) -> str:
        job = queries.create_job(self.db, Problem(text), None)
        self.queue.enqueue(job.id)
        return job.id

    async def follow(self, job_id: str, until: int | None = None) -> list[Entry]:
        """The entries up to the outcome, or up to number `until`; gives up after 10 seconds."""
        seen: list[Entry] = []
        async with asyncio.timeout(10):
            async for entry in self.feed.follow(job_id):
                seen.append(entry)
                if entry.number == until:
                    break
        return seen


@pytest.fixture
async def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Service]:
    monkeypatch.chdir(ROOT)
    settings = Settings(data=tmp_path)
    db, ready = connect(settings), asyncio.Event()
    migrate(db)
    supervisor = asyncio.create_task(keep_working(settings, db, ready.set, "tests.workers.stand_in"))
    async with Feed(db) as feed:
        await asyncio.wait_for(ready.wait(), 20)
        yield Service(db, CeleryQueue(settings), feed, supervisor, ready)
    supervisor.cancel()
    await asyncio.wait({supervisor})
    db.dispose()


@pytest.fixture
def crew(tmp_path: Path) -> Iterator[Crew]:
    with crew_in(tmp_path) as crew:
        yield crew


def the_worker(module: str = "tests.workers.stand_in") -> psutil.Process:
    """The worker process below this one."""
    alive = [child for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE]
    (found,) = [child for child in alive if module in child.cmdline()]
    return found
