"""What happened to a job, kept for ever: append-only, numbered, and read by nobody before it is committed.

Pages read nothing else about a job's progress, so whatever can be seen can be seen again after a reload.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, get_args

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, Row, bindparam, insert, select, update
from sqlalchemy.exc import OperationalError

from app.domain.act import Act
from app.domain.errors import LeaseLost
from app.domain.events import Entry, Event, Outcome
from app.domain.job import JobState
from app.domain.subtask import Finished, Subtask
from app.domain.trace import Group
from app.store import acts, samples, subtasks, trees
from app.store.tables import entries as table
from app.store.tables import jobs

AHEAD = 64  # entries
LEASE_S = (
    600.0  # of a subgoal that the holder of the job has taken itself: the lease of the job is what counts
)
_KINDS: dict[str, TypeAdapter[Event]] = {kind.__name__: TypeAdapter(kind) for kind in get_args(Event)}
_ENTRIES = select(table).where(table.c.job_id == bindparam("job"), table.c.number > bindparam("after"))
_ENTRIES = _ENTRIES.order_by(table.c.number)


def append(db: Engine, job_id: str, worker: str, event: Event) -> Entry:
    """Add `event` to the journal; see `append_all`."""
    (entry,) = append_all(db, job_id, worker, [event])
    return entry


def append_all(db: Engine, job_id: str, worker: str | None, events: Sequence[Event]) -> list[Entry]:
    """Add `events` to the journal, all or none; they are committed when this returns.

    Raises LeaseLost if `worker` does not hold the job, which nobody does once it has its outcome.
    """
    with db.begin() as connection:
        return [record(connection, job_id, event, worker) for event in events]


def record(connection: Connection, job_id: str, event: Event, worker: str | None = None) -> Entry:
    """Add `event` in a transaction of the caller's; `worker` None asks for no lease."""
    now = datetime.now(UTC)
    change = update(jobs).where(jobs.c.id == job_id, jobs.c.state != JobState.FINISHED)
    if worker is not None:
        change = change.where(jobs.c.worker == worker, jobs.c.state == JobState.RUNNING)
    if isinstance(event, Outcome):
        end = {"state": JobState.FINISHED, "outcome": type(event).__name__, "finished_at": now}
        change = change.values(end | {"worker": None, "lease_until": None})
        trees.forget(connection, job_id)
    change = change.values(latest=jobs.c.latest + 1).returning(jobs.c.latest)
    number = connection.execute(change).scalar_one_or_none()
    if number is None:
        raise LeaseLost(f"Job {job_id} has ended, or another worker holds it.")
    place = {"job_id": job_id, "number": number, "at": now}
    connection.execute(insert(table).values(place | {"kind": type(event).__name__, "payload": encode(event)}))
    return Entry(number, now, event)


def entries(db: Engine, job_id: str, after: int = 0, limit: int | None = None) -> list[Entry]:
    """The first `limit` entries above `after`, or all, in order; none for a job that does not exist."""
    with db.connect() as connection:
        return read(connection, job_id, after, limit)


def read(connection: Connection, job_id: str, after: int, limit: int | None) -> list[Entry]:
    """The same. Raises KeyError or ValueError for an entry that this version does not understand."""
    question = _ENTRIES if limit is None else _ENTRIES.limit(limit)
    return [_entry(row) for row in connection.execute(question, {"job": job_id, "after": after})]


def encode(event: Event) -> str:
    """The fields of `event` as JSON; its kind is kept beside it."""
    return _KINDS[type(event).__name__].dump_json(event).decode()


def decode(kind: str, payload: str) -> Event:
    """Undo `encode`. Raises KeyError for a kind that this version does not know."""
    return _KINDS[kind].validate_json(payload)


def _entry(row: Row[Any]) -> Entry:
    return Entry(row.number, row.at, decode(row.kind, row.payload))


class JobJournal:
    """The journal of one job while `worker` holds it, as the pipeline sees it (`ports.Journal`).

    Without a worker it is that of a helper, who holds a subgoal and has no others to share it with.
    The search goes on while its entries are written, in order and mostly several in one transaction; it waits
    for the outcome, and where more than `AHEAD` entries are not yet written. `announce` tells workers of a
    subgoal that is offered.
    """

    def __init__(
        self,
        db: Engine,
        job_id: str,
        worker: str | None,
        announce: Callable[[str, str], None] = lambda job_id, node: None,
    ) -> None:
        self._db, self._job_id, self._worker, self._announce = db, job_id, worker, announce
        self._waiting: list[Event] = []
        self._writing: asyncio.Task[None] | None = None
        self._failure: Exception | None = None

    async def append(self, event: Event) -> None:
        """Raises LeaseLost, or what the database raised, for this event or one before it."""
        if self._failure is not None:
            raise self._failure
        self._waiting.append(event)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        if isinstance(event, Outcome) or len(self._waiting) > AHEAD:
            await self.flush()
        if isinstance(event, Outcome):
            self._failure = LeaseLost(f"Job {self._job_id} has ended.")

    async def keep(self, group: Group) -> int:
        """Keep what one prompt has brought; a number that an event may name is in the database already.

        Raises what the database raised.
        """
        return await asyncio.to_thread(samples.keep, self._db, self._job_id, group)

    async def acts(self, after: int) -> Sequence[Act]:
        """See `Journal.acts`; nothing as long as the database does not answer."""
        try:
            return await asyncio.to_thread(acts.of_job, self._db, self._job_id, after)
        except OperationalError:
            return ()

    async def offer(self, tasks: Sequence[Subtask]) -> None:
        """Committed when this returns, and workers have been told. A helper offers nothing."""
        if self._worker is None:
            return
        await asyncio.to_thread(self._offer, tasks)

    def _offer(self, tasks: Sequence[Subtask]) -> None:
        subtasks.offer(self._db, self._job_id, tasks)
        for task in tasks:
            self._announce(self._job_id, task.node)

    async def take(self, node: str) -> bool:
        """See `Journal.take`."""
        if self._worker is None:
            return True
        taken = (self._db, self._job_id, node, self._worker, LEASE_S)
        return await asyncio.to_thread(subtasks.take, *taken) is not None

    async def found(self, node: str) -> Finished | None:
        """See `Journal.found`."""
        return await asyncio.to_thread(subtasks.found, self._db, self._job_id, node)

    async def withdraw(self, nodes: Sequence[str]) -> None:
        """See `Journal.withdraw`."""
        if self._worker is None:
            return
        await asyncio.to_thread(subtasks.withdraw, self._db, self._job_id, nodes)

    async def keep_tree(self, name: str, tree: dict[str, Any]) -> None:
        """See `Journal.keep_tree`. Raises what the database raised."""
        await asyncio.to_thread(trees.keep, self._db, self._job_id, name, tree)

    async def tree(self, name: str) -> dict[str, Any] | None:
        """See `Journal.tree`."""
        return await asyncio.to_thread(trees.kept, self._db, self._job_id, name)

    async def flush(self) -> None:
        """Returns when everything is written. Raises as `append` does."""
        if self._writing is not None:
            await asyncio.shield(self._writing)
        if self._failure is not None:
            raise self._failure

    async def _write(self) -> None:
        while self._waiting and self._failure is None:
            events, self._waiting = self._waiting, []
            try:
                await asyncio.to_thread(append_all, self._db, self._job_id, self._worker, events)
            except Exception as error:
                self._failure = error  # whoever appends next is told
