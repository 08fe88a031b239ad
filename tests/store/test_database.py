"""How the database is reached, and what it is asked to promise."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from app.domain.errors import JobNotFound
from app.domain.problem import Problem
from app.settings import Settings
from app.store import holdings
from app.store.database import MOST, connect, migrate
from app.store.queries import create_job, job, request_cancel
from tests.servers import PostgreSQL, opened

PROBLEM = Problem("theorem t : True")


def test_sqlite_writes_ahead_and_keeps_references(tmp_path: Path):
    with opened(Settings(data=tmp_path)) as db:
        migrate(db)
        with db.connect() as connection:
            mode = connection.execute(text("PRAGMA journal_mode")).scalar_one()

        assert mode == "wal"
        entry = "INSERT INTO entries VALUES ('nobody', 1, '2026-01-01 00:00:00', 'Started', '{}')"
        with pytest.raises(IntegrityError), db.begin() as connection:
            connection.execute(text(entry))


def test_what_people_typed_is_not_in_database_errors(db: Engine):
    with pytest.raises(Exception, match="environment") as caught:
        create_job(db, Problem("theorem secret : True", environment=None), None)  # type: ignore[arg-type]

    assert "secret" not in str(caught.value)


def test_a_character_0_finds_nothing_and_breaks_nothing(db: Engine):
    create_job(db, Problem("theorem t : True"), "somebody")

    with pytest.raises(JobNotFound):
        job(db, "\0")
    with pytest.raises(JobNotFound):
        request_cancel(db, "id\0")
    assert holdings.jobs_of(db, "somebody", 9, "t\0").jobs == ()
    assert job(db, create_job(db, Problem("theorem \0 : True"), None).id).problem.text.startswith("theorem ")


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_every_name_of_postgresql_means_the_same_driver(postgresql_url: str, scheme: str):
    url = postgresql_url.replace("postgresql", scheme, 1)

    with opened(Settings(database_url=url)) as db:
        made = create_job(db, PROBLEM, None)

    assert db.dialect.driver == "psycopg"
    assert made.latest == 0


def test_options_in_the_address_win_over_ours(postgresql_url: str):
    with (
        opened(Settings(database_url=f"{postgresql_url}?application_name=mine")) as db,
        db.connect() as connection,
    ):
        named = connection.scalar(text("SHOW application_name"))

    assert named == "mine"


def test_a_postgresql_that_was_restarted_is_used_again_without_an_error(
    postgresql: PostgreSQL, postgresql_url: str
):
    with opened(Settings(database_url=postgresql_url)) as db:
        before = create_job(db, PROBLEM, None)
        postgresql.stop(signal.SIGQUIT)
        with pytest.raises(OperationalError):
            job(db, before.id)
        postgresql.start()

        after = create_job(db, PROBLEM, None)

        assert job(db, before.id) == before
        assert job(db, after.id) == after


def test_a_process_asks_for_no_more_connections_than_it_may(postgresql_url: str):
    url = f"{postgresql_url}?application_name=greedy"
    with opened(Settings(database_url=url)) as db:
        held = [db.connect() for _ in range(MOST)]
        count = held[0].scalar(
            text("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'greedy'")
        )
        for connection in held:
            connection.close()

    assert count == MOST


def test_a_password_is_in_no_error_and_in_no_name_of_the_database():
    db = connect(Settings(database_url="postgresql://me:s3cret@127.0.0.1:1/lemmata"))

    with pytest.raises(OperationalError) as caught:
        migrate(db)

    assert "127.0.0.1" in str(caught.value)
    assert "s3cret" not in f"{caught.value!r} {caught.value} {caught.value.orig} {db!r}"
