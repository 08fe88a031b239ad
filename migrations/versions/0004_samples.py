"""What models have said and cost, what people do to a running job, and words that a statement translates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_entries = sa.table("entries", *(sa.column(name) for name in ("kind", "payload")))
_NEW = (
    "Estimated",
    "NodeOpened",
    "Sketched",
    "NodeTried",
    "NodeClosed",
    "NodeLeft",
    "ModelTrouble",
    "Formalizing",
)
_jobs = sa.table("jobs", sa.column("outcome"))


def upgrade() -> None:
    op.create_table(
        "samples",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("job_id", sa.String(64), sa.ForeignKey("jobs.id"), nullable=False),
        sa.Column("node", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("samples_by_job", "samples", ["job_id", "node", "number"])
    op.create_table(
        "acts",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("job_id", sa.String(64), sa.ForeignKey("jobs.id"), nullable=False),
        sa.Column("node", sa.String(200), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("acts_by_job", "acts", ["job_id", "number"])
    op.create_table(
        "subtasks",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("job_id", sa.String(64), sa.ForeignKey("jobs.id"), nullable=False),
        sa.Column("node", sa.String(200), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("worker", sa.String(128)),
        sa.Column("lease_until", sa.DateTime),
        sa.Column("finished", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("proof", sa.Text),
    )
    op.create_index("subtasks_by_job", "subtasks", ["job_id", "node"], unique=True)
    op.add_column("jobs", sa.Column("words", sa.Text))
    for table in ("jobs", "spending"):
        op.add_column(table, sa.Column("tokens", sa.BigInteger, nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("spending") as spending:
        spending.drop_column("tokens")
    with op.batch_alter_table("jobs") as jobs:
        jobs.drop_column("tokens")
        jobs.drop_column("words")
    op.drop_index("subtasks_by_job", "subtasks")
    op.drop_table("subtasks")
    op.drop_index("acts_by_job", "acts")
    op.drop_table("acts")
    op.drop_index("samples_by_job", "samples")
    op.drop_table("samples")
    unknown = sa.update(_entries).where(_entries.c.kind.in_(_NEW))
    connection = op.get_bind()
    connection.execute(unknown.values(kind="StepsAbandoned", payload='{"side":"statement","steps":[]}'))
    proposed = sa.update(_entries).where(_entries.c.kind == "Formalized")
    connection.execute(proposed.values(kind="Open", payload='{"tried":"Statements were proposed."}'))
    connection.execute(sa.update(_jobs).where(_jobs.c.outcome == "Formalized").values(outcome="Open"))
