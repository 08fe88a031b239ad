"""What an owner may change about a job, what has been spent by whom, and the key that signs cookies."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_jobs = sa.table("jobs", sa.column("id", sa.String), sa.column("share", sa.String))


def upgrade() -> None:
    with op.batch_alter_table("jobs") as jobs:
        jobs.alter_column("share", existing_type=sa.String(64), nullable=True)
        jobs.add_column(sa.Column("title", sa.String(200)))
        jobs.add_column(sa.Column("address", sa.String(64)))
        jobs.add_column(sa.Column("private", sa.Boolean, nullable=False, server_default=sa.false()))
        jobs.add_column(sa.Column("lean_s", sa.Float, nullable=False, server_default="0"))
    op.create_index("jobs_by_address", "jobs", ["address", "state"])
    op.create_table(
        "spending",
        sa.Column("account", sa.String(160), primary_key=True),
        sa.Column("hour", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("lean_s", sa.Float, nullable=False),
    )
    op.create_table(
        "keys",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.String(128), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("keys")
    op.drop_table("spending")
    op.drop_index("jobs_by_address", "jobs")
    _share_again()
    with op.batch_alter_table("jobs") as jobs:
        for column in ("lean_s", "private", "address", "title"):
            jobs.drop_column(column)
        jobs.alter_column("share", existing_type=sa.String(64), nullable=False)


def _share_again() -> None:
    """A job without a link gets one that nobody knows, as the older tables want one for each."""
    connection = op.get_bind()
    for id_ in list(connection.scalars(sa.select(_jobs.c.id).where(_jobs.c.share.is_(None)))):
        token = secrets.token_urlsafe(16)
        connection.execute(sa.update(_jobs).where(_jobs.c.id == id_).values(share=token))
