"""Proofs that were certified in another way are certified again: their jobs go back to the queue.

The proof stays in the journal, from where a worker takes it; nothing is searched for again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_jobs = sa.table(
    "jobs",
    *(sa.column(name) for name in ("id", "state", "outcome", "latest", "finished_at", "attempts")),
)
_entries = sa.table("entries", *(sa.column(name) for name in ("job_id", "number", "kind", "payload")))
_CERTIFIED = ("Proved", "Refuted", "Inconsistent")


def upgrade() -> None:
    _certify_again()


def downgrade() -> None:
    _certify_again()
    unknown = sa.update(_entries).where(_entries.c.kind == "StatementExamined")
    op.get_bind().execute(unknown.values(kind="StepsAbandoned", payload='{"side":"statement","steps":[]}'))


def _certify_again() -> None:
    connection = op.get_bind()
    for id_ in list(connection.scalars(sa.select(_jobs.c.id).where(_jobs.c.outcome.in_(_CERTIFIED)))):
        outcome = sa.and_(_entries.c.job_id == id_, _entries.c.kind.in_(_CERTIFIED))
        connection.execute(sa.delete(_entries).where(outcome))
        latest = sa.select(sa.func.coalesce(sa.func.max(_entries.c.number), 0)).where(
            _entries.c.job_id == id_
        )
        unfinished = {"state": "queued", "outcome": None, "finished_at": None, "attempts": 0}
        job = sa.update(_jobs).where(_jobs.c.id == id_)
        connection.execute(job.values(unfinished | {"latest": latest.scalar_subquery()}))
