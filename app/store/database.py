"""Opens the database and brings it to the version of this program."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from psycopg.abc import Buffer
from psycopg.types.string import StrDumperUnknown
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor, ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry

from app.domain.errors import DatabaseTooNew
from app.settings import Settings

MIGRATIONS = Path(__file__).parents[2] / "migrations"
BUSY_MS = 10_000
POOLED, MOST = 5, 20  # connections of one process; PostgreSQL accepts a hundred unless told otherwise
PATIENCE = {
    "application_name": "lemmata",
    "connect_timeout": "5",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "20000",
}  # seconds, and milliseconds for the last, after which a network that is gone is noticed
_MIGRATION_LOCK = 0x4C656D6D  # any number that other programs on the same server do not use


def connect(settings: Settings) -> Engine:
    """The database of `settings`; nothing is opened yet, and no table is made.

    A transaction that writes begins with its write: then SQLite lets writers wait for each other, up to
    `BUSY_MS` milliseconds, where a read before the write could end in a refusal.
    """
    url = make_url(settings.database)
    return _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest version; two processes may do this at once.

    Raises DatabaseTooNew if a newer Lemmata has written here.
    """
    config = alembic_config()
    with migration(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def migration(engine: Engine) -> Iterator[Connection]:
    """A transaction that may change the tables; there is one at a time. Raises DatabaseTooNew."""
    with _for_tables(engine) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        _refuse_newer(connection)
        yield connection


def alembic_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _refuse_newer(connection: Connection) -> None:
    script = ScriptDirectory.from_config(alembic_config())
    known = {revision.revision for revision in script.walk_revisions()}
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in known:
        raise DatabaseTooNew(
            f"The database was written by a newer Lemmata (its version is {current}). "
            "Start that version, or choose another folder with LEMMATA_DATA."
        )


@contextmanager
def _for_tables(engine: Engine) -> Iterator[Connection]:
    """SQLite changes a table by making another in its place, which it would refuse while rows refer to it.

    It listens to that outside of transactions only, so the connection is not given to anybody afterwards.
    """
    with engine.connect().execution_options(sqlite_begin="BEGIN IMMEDIATE") as connection:
        if engine.dialect.name == "sqlite":
            connection.detach()
            connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
        yield connection


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, hide_parameters=True)  # they hold what people typed
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgresql(url: URL) -> Engine:
    """Connections are tried before they are used, so that a PostgreSQL that was restarted costs nothing."""
    url = url.set(drivername="postgresql+psycopg", query={**PATIENCE, **url.query})
    engine = create_engine(
        url, hide_parameters=True, pool_pre_ping=True, max_overflow=MOST - POOLED, pool_size=POOLED
    )
    event.listen(engine, "connect", _prepare_postgresql)
    event.listen(engine, "handle_error", _quote_no_rows)
    return engine


class _WithoutNull(StrDumperUnknown):
    """PostgreSQL keeps no character 0: who asks for one finds nothing, and who brings one gets another."""

    def dump(self, text: str) -> Buffer | None:
        return super().dump(text.replace("\0", "\N{REPLACEMENT CHARACTER}"))


def _prepare_postgresql(connection: psycopg.Connection, _: ConnectionPoolEntry) -> None:
    connection.adapters.register_dumper(str, _WithoutNull)


def _quote_no_rows(context: ExceptionContext) -> None:
    """PostgreSQL's details quote the row that it refused, and so what people typed."""
    refused, told = context.original_exception, context.sqlalchemy_exception
    if isinstance(refused, psycopg.Error) and refused.diag.message_detail:
        whole, brief = str(refused), refused.diag.message_primary or ""
        refused.args = (brief,)
        if told is not None:
            told.args = (str(told.args[0]).replace(whole, brief),)


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver would begin transactions by rules of its own
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    _keep_a_log(cursor)
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _keep_a_log(cursor: DBAPICursor) -> None:
    """SQLite does not wait here for another process that is about the same, whatever its timeout."""
    ends = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > ends:
                raise
            time.sleep(0.01)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))
