"""Subgoals that workers share: offered by whoever has the job, taken by lease, withdrawn with the sketch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Engine, delete, insert, or_, select, update

from app.domain.errors import LeaseLost
from app.domain.problem import Problem
from app.domain.subtask import Finished, Subtask
from app.store.tables import jobs, subtasks

_SUBTASK = TypeAdapter(Subtask)


@dataclass(frozen=True, slots=True)
class Taken:
    """A subtask with the problem that it is part of."""

    job_id: str
    problem: Problem
    subtask: Subtask


def offer(db: Engine, job_id: str, offered: Sequence[Subtask]) -> None:
    """Let workers take them. Those of an earlier sketch with the same nodes are gone."""
    rows = [
        {"job_id": job_id, "node": one.node, "payload": _SUBTASK.dump_json(one).decode()} for one in offered
    ]
    with db.begin() as connection:
        connection.execute(delete(subtasks).where(_of(job_id, [one.node for one in offered])))
        if rows:
            connection.execute(insert(subtasks), rows)


def withdraw(db: Engine, job_id: str, nodes: Sequence[str]) -> None:
    """Whoever works on them finds the lease gone."""
    with db.begin() as connection:
        connection.execute(delete(subtasks).where(_of(job_id, nodes)))


def take(db: Engine, job_id: str, node: str, worker: str, lease_s: float) -> Taken | None:
    """Hold a subtask for `lease_s` seconds; None if another does, or if it is finished or withdrawn."""
    free = or_(subtasks.c.worker.is_(None), subtasks.c.worker == worker, _expired())
    change = update(subtasks).where(_of(job_id, [node]), subtasks.c.finished.is_(False), free)
    values = {"worker": worker, "lease_until": _until(lease_s)}
    with db.begin() as connection:
        row = connection.execute(change.values(values).returning(subtasks.c.payload)).one_or_none()
        if row is None:
            return None
        problem = connection.execute(
            select(jobs.c.text, jobs.c.environment, jobs.c.seconds, jobs.c.words).where(jobs.c.id == job_id)
        ).one()
    asked = Problem(problem.text, problem.environment, float(problem.seconds), problem.words or "")
    return Taken(job_id, asked, _SUBTASK.validate_json(row.payload))


def renew(db: Engine, job_id: str, node: str, worker: str, lease_s: float) -> None:
    """Hold it for longer; writes only when a third of the lease is gone. Raises LeaseLost once it is
    withdrawn or another's.
    """
    held = (_of(job_id, [node]), subtasks.c.worker == worker, subtasks.c.finished.is_(False))
    with db.connect() as connection:
        until = connection.scalar(select(subtasks.c.lease_until).where(*held))
    if until is not None and until >= _until(lease_s * 2 / 3):
        return
    with db.begin() as connection:
        change = update(subtasks).where(*held).values(lease_until=_until(lease_s))
        if until is None or not connection.execute(change).rowcount:
            raise LeaseLost(f"Subgoal {node} of job {job_id} is not wanted any longer.")


def finish(db: Engine, job_id: str, node: str, worker: str, finished: Finished) -> None:
    """Tell what came of it. Raises LeaseLost."""
    held = (_of(job_id, [node]), subtasks.c.worker == worker, subtasks.c.finished.is_(False))
    with db.begin() as connection:
        change = update(subtasks).where(*held).values(finished=True, **asdict(finished))
        if not connection.execute(change).rowcount:
            raise LeaseLost(f"Subgoal {node} of job {job_id} is not wanted any longer.")


def found(db: Engine, job_id: str, node: str) -> Finished | None:
    """What another has made of it; None while it is worked on. One that is gone has come to nothing."""
    columns = (subtasks.c.proof, subtasks.c.checks, subtasks.c.tokens)
    asked = select(subtasks.c.finished, *columns).where(_of(job_id, [node]))
    with db.connect() as connection:
        row = connection.execute(asked).one_or_none()
    if row is None:
        return Finished(None)
    return Finished(row.proof, row.checks, row.tokens) if row.finished else None


def release(db: Engine, job_id: str, node: str, worker: str) -> None:
    """Give it back, so that another may take it at once."""
    with db.begin() as connection:
        held = update(subtasks).where(_of(job_id, [node]), subtasks.c.worker == worker)
        connection.execute(held.values(worker=None, lease_until=None))


def release_dead(db: Engine, worker: str) -> None:
    """Free every subtask of a worker that is known to have died."""
    with db.begin() as connection:
        held = update(subtasks).where(subtasks.c.worker == worker, subtasks.c.finished.is_(False))
        connection.execute(held.values(worker=None, lease_until=None))


def takeable(db: Engine) -> list[tuple[str, str]]:
    """Job and node of all subtasks that a worker could take now, in the order in which they were offered."""
    free = or_(subtasks.c.worker.is_(None), _expired())
    asked = select(subtasks.c.job_id, subtasks.c.node).where(subtasks.c.finished.is_(False), free)
    with db.connect() as connection:
        return [(row.job_id, row.node) for row in connection.execute(asked.order_by(subtasks.c.number))]


def _of(job_id: str, nodes: Sequence[str]) -> ColumnElement[bool]:
    return (subtasks.c.job_id == job_id) & subtasks.c.node.in_(nodes)


def _expired() -> ColumnElement[bool]:
    return subtasks.c.lease_until <= datetime.now(UTC)


def _until(lease_s: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=lease_s)
