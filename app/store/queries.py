"""Every question about jobs, by name. Answers are domain values, never rows.

Leases compare the clocks of the machines that run workers; these must agree to within a few seconds.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Engine,
    Row,
    ScalarSelect,
    and_,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)

from app.domain.errors import JobNotFound, LeaseLost, LimitReached
from app.domain.events import Cancelled
from app.domain.job import Bounds, InQueue, Job, JobState
from app.domain.problem import Problem
from app.store import journal
from app.store.tables import jobs

_NEW = {"state": JobState.QUEUED, "latest": 0, "cancel_requested": False, "attempts": 0}
_UNFINISHED = (JobState.QUEUED, JobState.RUNNING)
ROOM_S = 10  # a place in a full queue becomes free about this often
_FREE: dict[str, Any] = {"state": JobState.QUEUED, "worker": None, "lease_until": None}


def create_job(
    db: Engine, problem: Problem, owner: str | None, address: str | None = None, bounds: Bounds | None = None
) -> Job:
    """Store a new job, committed when this returns: only then may it be enqueued.

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
        "created_at": datetime.now(UTC),
    }
    bounded = [] if bounds is None else _bounded(owner, address, bounds)
    row = select(*(literal(value, jobs.c[name].type) for name, value in values.items()))
    row = row.where(*(_unfinished(whose) < most for whose, most, _ in bounded))
    with db.begin() as connection:
        made = connection.execute(insert(jobs).from_select(list(values), row).returning(jobs)).one_or_none()
    if made is None:
        raise _full(db, bounded)
    return job_of(made)


_Bound = tuple[ColumnElement[bool], int, str]  # whose unfinished jobs, how many they may be, and what is said


def _bounded(owner: str | None, address: str | None, bounds: Bounds) -> list[_Bound]:
    theirs: list[_Bound] = []
    if owner is not None:
        words = "You have {} statements waiting or being worked on. Wait for one of them, or cancel one."
        theirs.append((jobs.c.owner == owner, bounds.owner, words))
    if address is not None:
        words = "{} statements from your network are waiting or being worked on, as many as it may have."
        theirs.append((jobs.c.address == address, bounds.address, words))
    words = "The queue is full: {} statements are waiting or being worked on."
    return [*theirs, (true(), bounds.everybody, words)]


def _full(db: Engine, bounded: list[_Bound]) -> LimitReached:
    """The first bound that is reached, or the last of them if a place became free just now."""
    with db.connect() as connection:
        counts = [(connection.scalar(select(_unfinished(who))) or 0, most, say) for who, most, say in bounded]
    count, _, words = next((found for found in counts if found[0] >= found[1]), counts[-1])
    return LimitReached(words.format(f"{count:,}"), ROOM_S)


def _unfinished(whose: ColumnElement[bool]) -> ScalarSelect[int]:
    counted = select(func.count()).select_from(jobs).where(jobs.c.state.in_(_UNFINISHED), whose)
    return counted.scalar_subquery()


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


def job_of(row: Row[Any]) -> Job:
    """A job from a whole row of its table."""
    return Job(
        id=row.id,
        problem=Problem(row.text, row.environment, float(row.seconds)),
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
