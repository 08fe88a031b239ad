"""Tree searches of jobs under way, what subgoals took, and whether a problem is in words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_entries = sa.table("entries", *(sa.column(name) for name in ("kind", "payload")))


def upgrade() -> None:
    op.create_table(
        "trees",
        sa.Column("job_id", sa.String(64), sa.ForeignKey("jobs.id"), primary_key=True),
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.add_column("jobs", sa.Column("in_words", sa.Boolean))
    for name, kind in (("checks", sa.Integer), ("tokens", sa.BigInteger)):
        op.add_column("subtasks", sa.Column(name, kind, nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("subtasks") as subtasks:
        subtasks.drop_column("tokens")
        subtasks.drop_column("checks")
    with op.batch_alter_table("jobs") as jobs:
        jobs.drop_column("in_words")
    op.drop_table("trees")
    unknown = sa.update(_entries).where(_entries.c.kind == "ActTaken")
    op.get_bind().execute(unknown.values(kind="StepsAbandoned", payload='{"side":"statement","steps":[]}'))
