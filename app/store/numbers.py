"""How much there is to do and how it ended, counted over all jobs that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine, func, select

from app.domain.job import JobState
from app.store.tables import jobs


@dataclass(frozen=True, slots=True)
class Numbers:
    """`outcomes` counts finished jobs by the kind of their last event, `workers` those that hold a job.

    `oldest_s` is for how many seconds the first of the waiting jobs has waited.
    """

    states: Mapping[str, int]
    outcomes: Mapping[str, int]
    oldest_s: float
    workers: int
    entries: int
    lean_s: float
    tokens: int


def numbers(db: Engine) -> Numbers:
    now = datetime.now(UTC)
    sums = map(func.sum, (jobs.c.latest, jobs.c.lean_s, jobs.c.tokens))
    kinds = select(jobs.c.state, jobs.c.outcome, func.count(), *sums)
    first = select(func.min(jobs.c.created_at)).where(jobs.c.state == JobState.QUEUED)
    held = select(func.count(func.distinct(jobs.c.worker))).where(
        jobs.c.state == JobState.RUNNING, jobs.c.lease_until > now
    )
    with db.connect() as connection:
        rows = connection.execute(kinds.group_by(jobs.c.state, jobs.c.outcome)).all()
        since, workers = connection.scalar(first), connection.scalar(held)
    states = {state.value: sum(row[2] for row in rows if row.state == state) for state in JobState}
    return Numbers(
        states=states,
        outcomes={row.outcome: row[2] for row in rows if row.outcome},
        oldest_s=(now - since).total_seconds() if since else 0.0,
        workers=workers or 0,
        entries=sum(row[3] or 0 for row in rows),
        lean_s=sum(row[4] or 0.0 for row in rows),
        tokens=int(sum(row[5] or 0 for row in rows)),
    )
