"""Migrations, forward and back, on both databases, with something in the tables."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, Table, insert, inspect, select, text

from app.domain.errors import DatabaseTooNew
from app.domain.events import Certifying, Estimated, Formalized, ModelTrouble, NodeOpened, Open, Started
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.domain.sampling import Form, Prompt
from app.domain.trace import Group
from app.settings import Settings
from app.store import holdings, journal, ledger, queries, samples, signing
from app.store.database import alembic_config, migrate, migration
from app.store.tables import metadata
from tests.servers import opened

REVISIONS = [each.revision for each in ScriptDirectory.from_config(alembic_config()).walk_revisions()][::-1]
OLDER = REVISIONS[:-1]
NOON = datetime(2026, 2, 3, 12, 0, 0, 123456)  # noqa: DTZ001
JOB = {
    "id": "old-job",
    "share": "old-share",
    "owner": "somebody",
    "text": "theorem old (p : Prop) : p → p ∧ ⊤",
    "environment": "core",
    "seconds": 12.5,
    "state": "running",
    "latest": 2,
    "cancel_requested": False,
    "created_at": NOON,
    "worker": "w",
    "lease_until": NOON,
    "attempts": 1,
}
ENTRIES = [
    {"job_id": "old-job", "number": 1, "at": NOON, "kind": "Started", "payload": '{"worker": "w"}'},
    {"job_id": "old-job", "number": 2, "at": NOON, "kind": "Open", "payload": '{"tried": "all"}'},
]


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Those of a process that uses the test's own database, which has no tables."""
    if request.param == "postgresql":
        return Settings(data=tmp_path, database_url=request.getfixturevalue("own_postgresql_url"))
    return Settings(data=tmp_path)


def go_to(db: Engine, revision: str) -> None:
    """Forward or back."""
    config = alembic_config()
    with migration(db) as connection:
        config.attributes["connection"] = connection
        now = MigrationContext.configure(connection).get_current_revision()
        back = revision == "base" or (now in REVISIONS and REVISIONS.index(now) > REVISIONS.index(revision))
        (command.downgrade if back else command.upgrade)(config, revision)


def rows(db: Engine, table: str) -> list[dict[str, Any]]:
    with db.connect() as connection:
        kept = Table(table, MetaData(), autoload_with=connection)
        return [dict(row._mapping) for row in connection.execute(select(kept))]


def put(db: Engine, table: str, *new: dict[str, Any]) -> None:
    with db.begin() as connection:
        connection.execute(insert(Table(table, MetaData(), autoload_with=connection)), list(new))


def test_the_migrations_make_the_tables_that_the_program_uses(db: Engine):
    with db.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


@pytest.mark.parametrize("revision", OLDER)
def test_what_an_older_version_wrote_is_kept_and_read(settings: Settings, revision: str):
    with opened(settings) as db:
        go_to(db, revision)
        put(db, "jobs", JOB)
        put(db, "entries", *ENTRIES)

        migrate(db)

        job = queries.job_by_share(db, "old-share")
        assert (job.id, job.owner, job.latest, job.attempts) == ("old-job", "somebody", 2, 1)
        assert job.problem == Problem(str(JOB["text"]), "core", 12.5)
        assert job.created_at.replace(tzinfo=None) == NOON
        events = [entry.event for entry in journal.entries(db, "old-job")]
        assert events == [Started("w"), Open("all")]
        assert queries.claimable_jobs(db) == ["old-job"]
        assert queries.create_job(db, job.problem, None).id != job.id


@pytest.mark.parametrize("revision", OLDER)
def test_a_problem_in_words_of_an_older_version_is_one_still(settings: Settings, revision: str):
    with opened(settings) as db:
        go_to(db, revision)
        put(db, "jobs", JOB | {"text": "Is 7 prime?"})

        migrate(db)

        assert queries.job(db, "old-job").problem == Problem("Is 7 prime?", "core", 12.5, in_words=True)


@pytest.mark.parametrize("revision", OLDER)
def test_an_older_version_finds_its_rows_again(settings: Settings, revision: str):
    with opened(settings) as db:
        go_to(db, revision)
        put(db, "jobs", JOB)
        put(db, "entries", *ENTRIES)
        before = rows(db, "jobs"), rows(db, "entries")

        migrate(db)
        go_to(db, revision)

        assert (rows(db, "jobs"), rows(db, "entries")) == before


@pytest.mark.parametrize("revision", ["0001"])
def test_jobs_whose_link_was_taken_back_can_go_back_too(settings: Settings, revision: str):
    with opened(settings) as db:
        migrate(db)
        made = [queries.create_job(db, Problem("theorem t : True"), "owner", "address") for _ in range(3)]
        for job in made[:2]:
            holdings.take_back(db, job.id)
        holdings.rename(db, made[2].id, "A title")
        ledger.charge(db, made[2].id, 1.5)
        signing.signing_key(db)
        queries.request_cancel(db, made[2].id)

        go_to(db, revision)
        back = {row["id"]: row["share"] for row in rows(db, "jobs")}
        migrate(db)

        assert back.keys() == {job.id for job in made}
        assert len({*back.values()}) == 3
        assert back[made[2].id] == made[2].share
        assert len(journal.entries(db, made[2].id)) == 1


@pytest.mark.parametrize("kind", ["Proved", "Refuted", "Inconsistent"])
def test_what_was_certified_in_another_way_is_certified_again(settings: Settings, kind: str):
    with opened(settings) as db:
        go_to(db, "0002")
        certified = {"state": "finished", "outcome": kind, "latest": 3, "finished_at": NOON, "worker": None}
        found = {"number": 2, "kind": "Certifying", "payload": '{"side": "statement", "proof": "rfl"}'}
        ended = {"number": 3, "kind": kind, "payload": '{"certificate": {"name": "old", "source": ""}}'}
        put(db, "jobs", JOB | certified | {"lease_until": None})
        put(db, "entries", *(ENTRIES[0] | entry for entry in ({}, found, ended)))

        migrate(db)

        (job,) = rows(db, "jobs")
        assert (job["state"], job["outcome"], job["latest"], job["finished_at"]) == ("queued", None, 2, None)
        assert queries.claimable_jobs(db) == ["old-job"]
        assert [type(entry.event) for entry in journal.entries(db, "old-job")] == [Started, Certifying]


def test_an_older_version_reads_a_job_of_this_one_without_its_words_samples_and_nodes(settings: Settings):
    told = (
        Started("w"),
        NodeOpened("", "", Goal((), "True")),
        Estimated(0.7, 20_000, 0.02, 9.5),
        ModelTrouble("quick", "It was busy."),
    )
    with opened(settings) as db:
        migrate(db)
        job = queries.create_job(db, Problem("theorem t : True", words="Something true."), "owner")
        queries.claim(db, job.id, "w", 60)
        for event in (*told, Formalized((), why="None was proposed.")):
            journal.append(db, job.id, "w", event)
        ledger.charge(db, job.id, 1.5, 900)
        samples.keep(db, job.id, Group("", "quick", "m", "t", Prompt("p", "5", Form.CHAT, "t")))

        go_to(db, "0003")
        (row,) = rows(db, "jobs")
        kinds = [entry["kind"] for entry in rows(db, "entries")]
        (account,) = rows(db, "spending")
        migrate(db)

        assert row.keys().isdisjoint({"words", "tokens"})
        assert (account["lean_s"], account.keys()) == (1.5, {"account", "hour", "lean_s"})
        assert (row["text"], row["outcome"], row["latest"]) == ("theorem t : True", "Open", 5)
        assert kinds == ["Started", *["StepsAbandoned"] * 3, "Open"]
        assert ledger.spent(db, ledger.owner_account("owner")) == ledger.Spending(1.5, 0)
        assert [type(entry.event) for entry in journal.entries(db, job.id)][-1] is Open
        assert queries.job(db, job.id).problem.words == ""
        assert samples.of_job(db, job.id) == []


def test_all_migrations_can_be_undone_and_done_again(db: Engine):
    queries.request_cancel(db, queries.create_job(db, Problem("theorem t : True"), None).id)

    go_to(db, "base")
    with db.connect() as connection:
        left = inspect(connection).get_table_names()
    migrate(db)

    assert left == ["alembic_version"]
    assert queries.create_job(db, Problem("theorem t : True"), None)


def test_migrating_again_keeps_what_is_there(db: Engine):
    kept = queries.create_job(db, Problem("theorem t : True"), None)

    migrate(db)

    assert queries.job(db, kept.id) == kept


def test_references_are_kept_after_a_migration(db: Engine):
    migrate(db)

    with pytest.raises(Exception, match=r"(?i)foreign key"):
        put(db, "entries", ENTRIES[0])


def test_processes_that_start_at_once_migrate_once(settings: Settings):
    script = (
        "import sys; from pathlib import Path; from app.settings import Settings;"
        "from app.store.database import connect, migrate;"
        "migrate(connect(Settings(data=Path(sys.argv[1]), database_url=sys.argv[2])))"
    )

    command = [sys.executable, "-c", script, settings.data, settings.database_url]
    racers = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    results = [(racer.communicate(timeout=30)[1], racer.returncode) for racer in racers]

    with opened(settings) as db:
        made = queries.create_job(db, Problem("theorem t : True"), None)
    assert results == [(b"", 0)] * 2
    assert made.latest == 0


def test_a_database_of_a_newer_version_is_refused_in_words(db: Engine):
    with db.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseTooNew, match=r"newer Lemmata.*9999"):
        migrate(db)
