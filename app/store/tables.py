"""The tables, as the newest migration leaves them; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
)
from sqlalchemy.dialects import postgresql, sqlite

metadata = MetaData()


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC: SQLite keeps no time zone, so it is taken off and put back here."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


# `arrival` orders the queue. A job is leased while `lease_until` lies ahead, and then `worker` holds it.
# `share` is NULL while its owner has taken the link back; `private` says that this has happened before.
# `words` are those of which the text is a translation, where it is one. `in_words` says how the text is to be
# read; it is NULL for jobs that are older than that choice.
# `address` is the account of the client's address, as in `spending`; `lean_s` and `tokens` are what the job
# itself has cost.
jobs = Table(
    "jobs",
    metadata,
    Column("arrival", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("share", String(64), unique=True),
    Column("owner", String(128)),
    Column("text", Text, nullable=False),
    Column("environment", String(64), nullable=False),
    Column("seconds", Float, nullable=False),
    Column("state", String(16), nullable=False),
    Column("outcome", String(32)),
    Column("latest", Integer, nullable=False),
    Column("cancel_requested", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    Column("worker", String(128)),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("title", String(200)),
    Column("address", String(64)),
    Column("private", Boolean, nullable=False, server_default=false()),
    Column("lean_s", Float, nullable=False, server_default="0"),
    Column("words", Text),
    Column("tokens", BigInteger, nullable=False, server_default="0"),
    Column("in_words", Boolean),
    Index("jobs_by_owner", "owner", "arrival"),
    Index("jobs_by_state", "state", "arrival"),
    Index("jobs_by_address", "address", "state"),
)

entries = Table(
    "entries",
    metadata,
    Column("job_id", String(64), ForeignKey("jobs.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("payload", Text, nullable=False),
)

# What models have said: one prompt with all its replies and what became of each, as JSON.
samples = Table(
    "samples",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("job_id", String(64), ForeignKey("jobs.id"), nullable=False),
    Column("node", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("payload", Text, nullable=False),
    Index("samples_by_job", "job_id", "node", "number"),
)

# What people do to a job while it runs: a text for one node of its tree, empty for "continue from here".
acts = Table(
    "acts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("job_id", String(64), ForeignKey("jobs.id"), nullable=False),
    Column("node", String(200), nullable=False),
    Column("text", Text, nullable=False),
    Index("acts_by_job", "job_id", "number"),
)

# Subgoals of running jobs that any worker may take, by lease as jobs are; gone with the sketch they are of.
subtasks = Table(
    "subtasks",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("job_id", String(64), ForeignKey("jobs.id"), nullable=False),
    Column("node", String(200), nullable=False),
    Column("payload", Text, nullable=False),
    Column("worker", String(128)),
    Column("lease_until", UtcDateTime),
    Column("finished", Boolean, nullable=False, server_default=false()),
    Column("proof", Text),
    Column("checks", Integer, nullable=False, server_default="0"),
    Column("tokens", BigInteger, nullable=False, server_default="0"),
    Index("subtasks_by_job", "job_id", "node", unique=True),
)

# Tree searches of jobs that have not ended, as JSON, by a name for the goal and who expands it.
trees = Table(
    "trees",
    metadata,
    Column("job_id", String(64), ForeignKey("jobs.id"), primary_key=True),
    Column("name", String(32), primary_key=True),
    Column("payload", Text, nullable=False),
)

# The ledger: seconds for which Lean worked and tokens of models, by owner and by address, in an hour counted
# from 1970. It outlives the jobs, so that who deletes a job has spent its seconds all the same.
spending = Table(
    "spending",
    metadata,
    Column("account", String(160), primary_key=True),
    Column("hour", Integer, primary_key=True, autoincrement=False),
    Column("lean_s", Float, nullable=False),
    Column("tokens", BigInteger, nullable=False, server_default="0"),
)

keys = Table(
    "keys",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", String(128), nullable=False),
)


def insert_or(dialect: Dialect, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that can say what to do where the row is there already; each database has its own."""
    return postgresql.insert(table) if dialect.name == "postgresql" else sqlite.insert(table)
