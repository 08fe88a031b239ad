"""What happened to a job, kept for ever: append-only, numbered, each entry committed on its own.

Pages read nothing else about a job's progress, so whatever can be seen can be seen again after a reload.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self, get_args

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, Row, bindparam, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from app.domain.errors import JobNotFound, LeaseLost
from app.domain.events import Entry, Event, Outcome
from app.domain.job import JobState
from app.store.tables import entries as table
from app.store.tables import jobs

POLL_S = 0.04
_KINDS: dict[str, TypeAdapter[Event]] = {kind.__name__: TypeAdapter(kind) for kind in get_args(Event)}
_ENTRIES = select(table).where(table.c.job_id == bindparam("job"), table.c.number > bindparam("after"))
_log = logging.getLogger(__name__)


def append(db: Engine, job_id: str, worker: str, event: Event) -> Entry:
    """Add `event` to the journal; it is committed when this returns.

    Raises LeaseLost if `worker` does not hold the job, which nobody does once it has its outcome.
    """
    with db.begin() as connection:
        return record(connection, job_id, event, worker)


def record(connection: Connection, job_id: str, event: Event, worker: str | None = None) -> Entry:
    """Add `event` in a transaction of the caller's; `worker` None asks for no lease."""
    now = datetime.now(UTC)
    change = update(jobs).where(jobs.c.id == job_id, jobs.c.state != JobState.FINISHED)
    if worker is not None:
        change = change.where(jobs.c.worker == worker, jobs.c.state == JobState.RUNNING)
    if isinstance(event, Outcome):
        end = {"state": JobState.FINISHED, "outcome": type(event).__name__, "finished_at": now}
        change = change.values(end | {"worker": None, "lease_until": None})
    change = change.values(latest=jobs.c.latest + 1).returning(jobs.c.latest)
    number = connection.execute(change).scalar_one_or_none()
    if number is None:
        raise LeaseLost(f"Job {job_id} has ended, or another worker holds it.")
    place = {"job_id": job_id, "number": number, "at": now}
    connection.execute(insert(table).values(place | {"kind": type(event).__name__, "payload": encode(event)}))
    return Entry(number, now, event)


def entries(db: Engine, job_id: str, after: int = 0) -> list[Entry]:
    """All entries with a number above `after`, in order; none for a job that does not exist."""
    with db.connect() as connection:
        rows = connection.execute(_ENTRIES.order_by(table.c.number), {"job": job_id, "after": after})
        return [_entry(row) for row in rows]


def encode(event: Event) -> str:
    """The fields of `event` as JSON; its kind is kept beside it."""
    return _KINDS[type(event).__name__].dump_json(event).decode()


def decode(kind: str, payload: str) -> Event:
    """Undo `encode`. Raises KeyError for a kind that this version does not know."""
    return _KINDS[kind].validate_json(payload)


def _entry(row: Row[Any]) -> Entry:
    return Entry(row.number, row.at, decode(row.kind, row.payload))


class JobJournal:
    """The journal of one job while `worker` holds it, as the pipeline sees it (`ports.Journal`)."""

    def __init__(self, db: Engine, job_id: str, worker: str) -> None:
        self._db, self._job_id, self._worker = db, job_id, worker

    async def append(self, event: Event) -> None:
        """Raises LeaseLost, and then nothing was written."""
        await asyncio.to_thread(append, self._db, self._job_id, self._worker, event)


class Feed:
    """Follows any number of jobs for one process with one small query, and none while nobody follows."""

    def __init__(self, db: Engine) -> None:
        self._db = db
        self._latest: dict[str, int] = {}
        self._followers: dict[str, int] = {}
        self._news = asyncio.Condition()
        self._followed = asyncio.Event()
        self._poll: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._poll = asyncio.create_task(self._watch())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._poll is not None:
            self._poll.cancel()
            with suppress(asyncio.CancelledError):
                await self._poll

    async def follow(self, job_id: str, after: int = 0) -> AsyncIterator[Entry]:
        """Entries above `after`, each exactly once and in order, ending with the outcome.

        Raises JobNotFound. Ends at once if the outcome is not above `after`.
        """
        state, seen = await asyncio.to_thread(_standing, self._db, job_id), after
        self._count(job_id, +1)
        try:
            while True:
                for entry in await asyncio.to_thread(entries, self._db, job_id, seen):
                    yield entry
                    seen = entry.number
                    if isinstance(entry.event, Outcome):
                        return
                if state is JobState.FINISHED:
                    return
                async with self._news:
                    await self._news.wait_for(lambda: self._latest.get(job_id, 0) > seen)  # noqa: B023
        finally:
            self._count(job_id, -1)

    def _count(self, job_id: str, change: int) -> None:
        count = self._followers.pop(job_id, 0) + change
        if count:
            self._followers[job_id] = count
            self._followed.set()
        else:
            self._latest.pop(job_id, None)
        if not self._followers:
            self._followed.clear()

    async def _watch(self) -> None:
        while True:
            await self._followed.wait()
            try:
                latest = await asyncio.to_thread(_latest, self._db, list(self._followers))
            except SQLAlchemyError:
                _log.exception("the journal could not be read; trying again")
                latest = {}
            if any(number > self._latest.get(job, 0) for job, number in latest.items()):
                async with self._news:
                    self._latest |= {job: latest[job] for job in latest.keys() & self._followers.keys()}
                    self._news.notify_all()
            await asyncio.sleep(POLL_S)


def _standing(db: Engine, job_id: str) -> JobState:
    with db.connect() as connection:
        state = connection.scalar(select(jobs.c.state).where(jobs.c.id == job_id))
    if state is None:
        raise JobNotFound(f"There is no job {job_id}.")
    return JobState(state)


def _latest(db: Engine, job_ids: list[str]) -> dict[str, int]:
    question = select(jobs.c.id, jobs.c.latest).where(jobs.c.id.in_(job_ids))
    with db.connect() as connection:
        return {row.id: row.latest for row in connection.execute(question)}
