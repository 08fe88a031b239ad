"""The database: its tables, and who may bring them up to date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from app.domain.errors import DatabaseTooNew
from app.domain.problem import Problem
from app.settings import Settings
from app.store.database import alembic_config, connect, migrate
from app.store.queries import create_job, job
from app.store.tables import metadata


def test_the_migrations_make_the_tables_that_the_program_uses(db: Engine):
    with db.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_migrations_can_be_undone_and_done_again(db: Engine):
    config = alembic_config()

    with db.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        left = inspect(connection).get_table_names()
    migrate(db)

    assert left == ["alembic_version"]
    assert create_job(db, Problem("theorem t : True"), None)


def test_migrating_again_keeps_what_is_there(db: Engine):
    kept = create_job(db, Problem("theorem t : True"), None)

    migrate(db)

    assert job(db, kept.id) == kept


def test_processes_that_start_at_once_migrate_once(tmp_path: Path):
    script = (
        "import sys; from pathlib import Path; from app.settings import Settings;"
        "from app.store.database import connect, migrate; migrate(connect(Settings(data=Path(sys.argv[1]))))"
    )

    racers = [
        subprocess.Popen([sys.executable, "-c", script, tmp_path], stderr=subprocess.PIPE) for _ in range(3)
    ]
    results = [(racer.communicate(timeout=30)[1], racer.returncode) for racer in racers]

    engine = connect(Settings(data=tmp_path))
    made = create_job(engine, Problem("theorem t : True"), None)
    engine.dispose()
    assert results == [(b"", 0)] * 3
    assert made.latest == 0


def test_a_database_of_a_newer_version_is_refused_in_words(db: Engine):
    with db.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseTooNew, match=r"newer Lemmata.*9999"):
        migrate(db)


def test_sqlite_writes_ahead_and_keeps_references(db: Engine):
    with db.connect() as connection:
        mode = connection.execute(text("PRAGMA journal_mode")).scalar_one()

    assert mode == "wal"
    entry = "INSERT INTO entries VALUES ('nobody', 1, '2026-01-01 00:00:00', 'Started', '{}')"
    with pytest.raises(IntegrityError), db.begin() as connection:
        connection.execute(text(entry))


def test_what_people_typed_is_not_in_database_errors(db: Engine):
    with db.begin() as connection:
        connection.execute(text("DROP TABLE jobs"))

    with pytest.raises(Exception, match="no such table") as caught:
        create_job(db, Problem("theorem secret : True"), None)

    assert "secret" not in str(caught.value)
