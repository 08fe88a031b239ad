"""Every question about jobs, by name. Answers are domain values, never rows.

Leases compare the clocks of the machines that run workers; these must agree to within a few seconds.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Engine, Row, and_, func, insert, or_, select, update

from app.domain.errors import JobNotFound, LeaseLost
from app.domain.events import Cancelled
from app.domain.job import Job, JobState
from app.domain.problem import Problem
from app.store import journal
from app.store.tables import jobs

_NEW = {"state": JobState.QUEUED, "latest": 0, "cancel_requested": False, "attempts": 0}
_FREE: dict[str, Any] = {"state": JobState.QUEUED, "worker": None, "lease_until": None}


def create_job(db: Engine, problem: Problem, owner: str | None) -> Job:
    """Store a new job, committed when this returns: only then may it be enqueued."""
    values = {
        "id": secrets.token_urlsafe(16),
        "share": secrets.token_urlsafe(16),
        "owner": owner,
        "text": problem.text,
        "environment": problem.environment,
        "seconds": problem.seconds,
        "created_at": datetime.now(UTC),
    }
    with db.begin() as connection:
        return _job(connection.execute(insert(jobs).values(_NEW | values).returning(jobs)).one())


def job(db: Engine, id: str) -> Job:  # noqa: A002
    """Raises JobNotFound."""
    return _one(db, jobs.c.id == id)


def job_by_share(db: Engine, share: str) -> Job:
    """Raises JobNotFound."""
    return _one(db, jobs.c.share == share)


def recent_jobs(db: Engine, owner: str | None, limit: int) -> list[Job]:
    """The newest jobs of `owner`, newest first; None asks for those that nobody owns."""
    theirs = select(jobs).where(jobs.c.owner.is_not_distinct_from(owner))
    with db.connect() as connection:
        rows = connection.execute(theirs.order_by(jobs.c.arrival.desc()).limit(limit))
        return [_job(row) for row in rows]


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
        return None if row is None else _job(row)


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


def jobs_before(db: Engine, id: str) -> int:  # noqa: A002
    """How many unfinished jobs came before this queued one; 0 once it runs. Raises JobNotFound."""
    earlier = jobs.alias()
    count = select(func.count()).select_from(earlier)
    count = count.where(earlier.c.arrival < jobs.c.arrival, earlier.c.state != JobState.FINISHED)
    with db.connect() as connection:
        question = select(jobs.c.state, count.scalar_subquery().label("before")).where(jobs.c.id == id)
        row = connection.execute(question).one_or_none()
    if row is None:
        raise JobNotFound(f"There is no job {id}.")
    return int(row.before) if row.state == JobState.QUEUED else 0


def _claimable() -> ColumnElement[bool]:
    running = and_(jobs.c.state == JobState.RUNNING, jobs.c.lease_until <= datetime.now(UTC))
    return or_(jobs.c.state == JobState.QUEUED, running)


def _one(db: Engine, condition: ColumnElement[bool]) -> Job:
    with db.connect() as connection:
        row = connection.execute(select(jobs).where(condition)).one_or_none()
    if row is None:
        raise JobNotFound("There is no such job.")
    return _job(row)


def _job(row: Row[Any]) -> Job:
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
    )
