"""Every question about jobs, by name. Answers are domain values, never rows.

Leases compare the clocks of the machines that run workers; these must agree to within a few seconds.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Engine,
    Integer,
    Row,
    ScalarSelect,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from app.domain.errors import JobNotFound, LeaseLost, LimitReached
from app.domain.events import Cancelled
from app.domain.job import Bounds, InQueue, Job, JobState
from app.domain.problem import Problem
from app.domain.prose import in_words
from app.store import journal
from app.store.tables import acts, jobs

_NEW = {"state": JobState.QUEUED, "latest": 0, "cancel_requested": False, "attempts": 0}
_UNFINISHED = (JobState.QUEUED, JobState.RUNNING)
ROOM_S = 10  # a place in a full queue becomes free about this often
_FREE: dict[str, Any] = {"state": JobState.QUEUED, "worker": None, "lease_until": None}


def create_job(
    db: Engine,
    problem: Problem,
    owner: str | None,
    address: str | None = None,
    bounds: Bounds = Bounds(10**9, 10**9, 10**9),  # noqa: B008 — it is frozen
    begun_with: Sequence[tuple[str, str]] = (),
) -> Job:
    """Store a new job, committed when this returns: only then may it be enqueued.

    `begun_with` is what its owner does at once, a text for each node of the tree that it will have.
    `address` is an account of the ledger. Raises LimitReached where a number of `bounds` is reached; servers
    that ask at the same moment may exceed it by one each.
    """
    values = _NEW | {
        "id": secrets.token_urlsafe(16),
        "share": secrets.token_urlsafe(16),
        "owner": owner,
        "address": address,
        "text": problem.text,
        "environment": problem.environment,
        "seconds": problem.seconds,
        "words": problem.words or None,
        "in_words": problem.in_words,
        "created_at": datetime.now(UTC),
    }
    most = (bounds.owner, bounds.address, bounds.everybody)
    with db.begin() as connection:
        made = connection.execute(_CREATE, values | dict(zip(_MOST, most, strict=True))).one_or_none()
        if made is not None and begun_with:
            done = [{"job_id": made.id, "node": node, "text": text} for node, text in begun_with]
            connection.execute(insert(acts), done)
    if made is None:
        raise _full(db, {"owner": owner, "address": address}, most)
    return job_of(made)


def _full(db: Engine, whose: Mapping[str, str | None], most: Sequence[int]) -> LimitReached:
    """The first bound that is reached, or the last of them if a place became free just now."""
    with db.connect() as connection:
        counts = [connection.scalar(select(count), whose) or 0 for count in _COUNTS]
    reached = (n for n, count in enumerate(counts) if count >= most[n])
    first = next(reached, len(counts) - 1)
    return LimitReached(_WORDS[first].format(f"{counts[first]:,}"), ROOM_S)


def _unfinished(whose: ColumnElement[bool]) -> ScalarSelect[int]:
    counted = select(func.count()).select_from(jobs).where(jobs.c.state.in_(_UNFINISHED), whose)
    return counted.scalar_subquery()


# The statement that stores a job is built once. Whoever has no owner or address has no jobs to be counted.
_NAMES = (
    *(*_NEW, "id", "share", "owner", "address", "created_at"),
    *("text", "environment", "seconds", "words", "in_words"),
)
_GIVEN = {name: bindparam(name, type_=jobs.c[name].type) for name in _NAMES}
_COUNTS = (
    _unfinished(jobs.c.owner == _GIVEN["owner"]),
    _unfinished(jobs.c.address == _GIVEN["address"]),
    _unfinished(true()),
)
_MOST = ("most_of_owner", "most_of_address", "most_of_all")
_WORDS = (
    "You have {} statements waiting or being worked on. Wait for one of them, or cancel one.",
    "{} statements from your network are waiting or being worked on, as many as it may have.",
    "The queue is full: {} statements are waiting or being worked on.",
)
_ROOM = (count < bindparam(most, type_=Integer) for count, most in zip(_COUNTS, _MOST, strict=True))
_CREATE = insert(jobs).from_select(_NAMES, select(*_GIVEN.values()).where(*_ROOM)).returning(jobs)


def job(db: Engine, id: str) -> Job:  # noqa: A002
    """Raises JobNotFound."""
    return _one(db, jobs.c.id == id)


def job_by_share(db: Engine, share: str) -> Job:
    """Raises JobNotFound."""
    return _one(db, jobs.c.share == share)


def request_cancel(db: Engine, id: str) -> None:  # noqa: A002
    """Ask the worker to stop; a job that no living worker holds is cancelled at once.

    Nothing happens to a finished job. Raises JobNotFound.
    """
    with db.begin() as connection:
        asked = update(jobs).where(jobs.c.id == id).values(cancel_requested=True)
        free = _claimable().label("free")
        row = connection.execute(asked.returning(free)).one_or_none()
        if row is None:
            raise JobNotFound(f"There is no job {id}.")
        if row.free:
            journal.record(connection, id, Cancelled())


def claim(db: Engine, id: str, worker: str, lease_s: float) -> Job | None:  # noqa: A002
    """Take the job for `lease_s` seconds; None if it is finished, unknown, or held by anyone living."""
    taken = {
        "state": JobState.RUNNING,
        "worker": worker,
        "lease_until": datetime.now(UTC) + timedelta(seconds=lease_s),
        "attempts": jobs.c.attempts + 1,
    }
    change = update(jobs).where(jobs.c.id == id, _claimable()).values(taken).returning(jobs)
    with db.begin() as connection:
        row = connection.execute(change).one_or_none()
        return None if row is None else job_of(row)


def renew(db: Engine, id: str, worker: str, lease_s: float) -> bool:  # noqa: A002
    """Hold the job for another `lease_s` seconds; says whether it should be cancelled.

    Cheap enough to call often: it writes only when a third of the lease is gone. An expired lease that
    nobody else took is renewed. Raises LeaseLost.
    """
    now = datetime.now(UTC)
    held = and_(jobs.c.id == id, jobs.c.worker == worker, jobs.c.state == JobState.RUNNING)
    standing = select(jobs.c.cancel_requested, jobs.c.lease_until).where(held)
    with db.connect() as connection:
        row = connection.execute(standing).one_or_none()
    if row is not None and row.lease_until - now < timedelta(seconds=lease_s * 2 / 3):
        until = now + timedelta(seconds=lease_s)
        change = update(jobs).where(held).values(lease_until=until).returning(jobs.c.cancel_requested)
        with db.begin() as connection:
            row = connection.execute(change).one_or_none()
    if row is None:
        raise LeaseLost(f"Another worker holds job {id}.")
    return bool(row.cancel_requested)


def release(db: Engine, id: str, worker: str) -> None:  # noqa: A002
    """Give the job back unfinished, so that another worker may take it at once."""
    held = and_(jobs.c.id == id, jobs.c.worker == worker, jobs.c.state == JobState.RUNNING)
    with db.begin() as connection:
        connection.execute(update(jobs).where(held).values(_FREE | {"attempts": jobs.c.attempts - 1}))


def release_dead(db: Engine, worker: str) -> None:
    """Free every job of a worker that is known to have died, before its leases run out."""
    held = and_(jobs.c.worker == worker, jobs.c.state == JobState.RUNNING)
    with db.begin() as connection:
        connection.execute(update(jobs).where(held).values(_FREE))


def claimable_jobs(db: Engine) -> list[str]:
    """The ids of all jobs that a worker could take now, in order of arrival."""
    with db.connect() as connection:
        return list(connection.scalars(select(jobs.c.id).where(_claimable()).order_by(jobs.c.arrival)))


def finished_jobs(db: Engine) -> list[str]:
    """The ids of all jobs that have ended, in order of arrival."""
    with db.connect() as connection:
        ended = select(jobs.c.id).where(jobs.c.state == JobState.FINISHED).order_by(jobs.c.arrival)
        return list(connection.scalars(ended))


def place_in_queue(db: Engine, id: str) -> InQueue | None:  # noqa: A002
    """Where a waiting job stands; None once a worker has taken it. Raises JobNotFound."""
    with db.connect() as connection:
        row = connection.execute(select(jobs.c.arrival, jobs.c.state).where(jobs.c.id == id)).one_or_none()
        if row is None:
            raise JobNotFound(f"There is no job {id}.")
        if row.state != JobState.QUEUED:
            return None
        queued, earlier = jobs.c.state == JobState.QUEUED, jobs.c.arrival < row.arrival
        running = jobs.c.state == JobState.RUNNING
        ahead, waiting, at_work = (func.count().filter(x) for x in (and_(queued, earlier), queued, running))
        asked = select(ahead, waiting, at_work).where(jobs.c.state.in_(_UNFINISHED))
        return InQueue(*map(int, connection.execute(asked).one()))


def waiting_jobs(db: Engine) -> int:
    """How many jobs wait for a worker."""
    with db.connect() as connection:
        count = select(func.count()).select_from(jobs).where(jobs.c.state == JobState.QUEUED)
        return connection.scalar(count) or 0


def _claimable() -> ColumnElement[bool]:
    running = and_(jobs.c.state == JobState.RUNNING, jobs.c.lease_until <= datetime.now(UTC))
    return or_(jobs.c.state == JobState.QUEUED, running)


def _one(db: Engine, condition: ColumnElement[bool]) -> Job:
    with db.connect() as connection:
        row = connection.execute(select(jobs).where(condition)).one_or_none()
    if row is None:
        raise JobNotFound("There is no such job.")
    return job_of(row)


def _problem(row: Row[Any]) -> Problem:
    prose = in_words(row.text) if row.in_words is None else row.in_words
    return Problem(row.text, row.environment, float(row.seconds), row.words or "", prose)


def job_of(row: Row[Any]) -> Job:
    """A job from a whole row of its table."""
    return Job(
        id=row.id,
        problem=_problem(row),
        owner=row.owner,
        share=row.share,
        state=JobState(row.state),
        outcome=row.outcome,
        latest=row.latest,
        cancel_requested=row.cancel_requested,
        created_at=row.created_at,
        finished_at=row.finished_at,
        attempts=row.attempts,
        title=row.title,
        private=row.private,
    )
