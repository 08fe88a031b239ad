"""The real application on a real database; a test plays the worker by writing the journal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine

from app.bootstrap import Services
from app.domain.events import Entry, Event
from app.domain.job import Job
from app.domain.problem import Problem
from app.domain.prose import in_words
from app.settings import Settings
from app.store import journal, queries
from app.web.app import create_app
from tests.servers import furnished
from tests.web.library import KnownLibrary

WORKER = "worker-1"


@dataclass
class NotedQueue:
    """Remembers what was handed over, and that the job was in the database by then."""

    db: Engine
    jobs: list[Job] = field(default_factory=list)

    def enqueue(self, job_id: str) -> None:
        self.jobs.append(queries.job(self.db, job_id))


@dataclass(frozen=True)
class Desk:
    """What a test works with: a browser without JavaScript, and a worker's pen."""

    client: httpx.AsyncClient
    services: Services
    queue: NotedQueue

    def new_job(self, text: str, events: Iterable[Event] = ()) -> Job:
        job = queries.create_job(self.services.db, Problem(text, in_words=in_words(text)), None)
        self.write(job.id, events)
        return self.read(job.id)

    def write(self, job_id: str, events: Iterable[Event]) -> list[Entry]:
        events = list(events)
        if events:
            queries.claim(self.services.db, job_id, WORKER, 60)
        return [journal.append(self.services.db, job_id, WORKER, event) for event in events]

    def read(self, job_id: str) -> Job:
        return queries.job(self.services.db, job_id)

    async def page(self, path: str, status: int = 200) -> str:
        response = await self.client.get(path)
        assert response.status_code == status, response.text
        return response.text


@pytest.fixture
def database_url() -> str:
    """SQLite's; modules whose subject is the database choose `either_database_url`."""
    return ""


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    return Settings(data=tmp_path, database_url=database_url, text_limit=2000)


@pytest.fixture
def db(settings: Settings) -> Iterator[Engine]:
    with furnished(settings) as engine:
        yield engine


@pytest.fixture
async def desk(settings: Settings, db: Engine) -> AsyncIterator[Desk]:
    queue = NotedQueue(db)
    services = Services(settings, db, queue, KnownLibrary())
    async with served(services) as client:
        yield Desk(client, services, queue)


@asynccontextmanager
async def served(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application with these services."""
    app = create_app(services.settings, services)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://testserver") as client,
    ):
        yield client
