"""A web server in a process of its own, the pen of a worker, and readers of what is written."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine

from app.domain.events import Cancelled, Event, Searching, Side, Started
from app.domain.job import Job
from app.domain.problem import Problem
from app.settings import Settings
from app.store import journal, queries
from app.store.database import connect, migrate
from tests.web.follower import Follower
from tests.web.journals import LEFT, RIGHT, ROOT, SWAP, locked, step
from tests.web.web_server import WebServer


@dataclass(frozen=True)
class House:
    """A web server, and the pen of a worker."""

    server: WebServer
    db: Engine

    def new_job(self) -> Job:
        """One that a worker has just begun, in two entries."""
        job = queries.create_job(self.db, Problem(SWAP), None)
        queries.claim(self.db, job.id, "w", 600)
        return self.write(job, Started("w"), locked())

    def write(self, job: Job, *events: Event) -> Job:
        with self.db.begin() as connection:
            for event in events:
                journal.record(connection, job.id, event, "w")
        return job

    async def write_slowly(self, job: Job, events: list[Event], pause_s: float) -> None:
        for event in events:
            await asyncio.to_thread(self.write, job, event)
            await asyncio.sleep(pause_s)

    def page(self, job: Job, **how: bool) -> Follower:
        return Follower(self.server.settings.port, f"/jobs/{job.id}/stream", **how)

    def program(self, job: Job, **how: bool) -> Follower:
        return Follower(self.server.settings.port, f"/api/problems/{job.id}/events", **how)

    def latencies(self, job: Job, followers: list[Follower]) -> list[float]:
        """Seconds from each entry to each reader that was there when it was written."""
        written = {entry.number: entry.at.timestamp() for entry in journal.entries(self.db, job.id, after=2)}
        heard = ((n, at) for reader in followers for n, at in zip(reader.numbers, reader.times, strict=True))
        return sorted(at - written[number] for number, at in heard if number in written)


@contextmanager
def opened(settings: Settings, command: Sequence[str]) -> Iterator[House]:
    db = connect(settings)
    migrate(db)
    house = House(WebServer(settings, command), db)
    house.server.start()
    yield house
    house.server.kill()
    db.dispose()


def search(steps: int) -> list[Event]:
    """As a search goes: steps and signs of life, and an end."""
    events: list[Event] = [step(1, "constructor", ROOT, (LEFT, RIGHT))]
    for number in range(2, steps):
        alive = Searching(Side.STATEMENT, number, 0.1, LEFT)
        events.append(alive if number % 2 else step(number, "simp", LEFT, (LEFT,), parent=1))
    return [*events, Cancelled()]


async def all_connected(followers: list[Follower]) -> None:
    async with asyncio.timeout(30):
        await asyncio.gather(*(follower.began.wait() for follower in followers))
