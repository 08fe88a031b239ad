"""The journal: nothing lost, nothing twice, nothing after the end."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from app.domain.certificate import Certificate, Claim
from app.domain.errors import LeaseLost
from app.domain.events import Event, Open, Refuted, Searching, Side, Spent, Started
from app.domain.goal import Goal
from app.domain.job import JobState
from app.domain.problem import Problem
from app.store import journal, queries
from app.store.journal import JobJournal, append, entries

CERTIFIED = Certificate(
    Claim.REFUTED, "t_is_false", "¬ p", "p", "¬ p := sorry", "¬ p := by simp", (), 3, "limits", "now", 5
)
CERTIFICATE = {
    "claim": "refuted",
    "theorem": "t_is_false",
    "statement": "¬ p",
    "stated": "p",
    "challenge": "¬ p := sorry",
    "solution": "¬ p := by simp",
    "axioms": [],
    "constants_replayed": 3,
    "jail": "limits",
    "made_at": "now",
    "elapsed_ms": 5,
    "kernels": {},
    "hashes": {},
    "versions": {},
    "key": "",
    "signature": "",
}
SPENT = {"checks": 7, "elapsed_s": 1.5}
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@pytest.fixture
def job_id(db: Engine) -> str:
    """A job that the worker `w` holds."""
    made = queries.create_job(db, Problem("theorem t : True"), None)
    queries.claim(db, made.id, "w", 60)
    return made.id


def searching(checks: int) -> Searching:
    return Searching(Side.STATEMENT, checks, 0.5, Goal((), "p"))


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
def test_every_kind_of_event_comes_back_as_it_was(kind: type[Event]):
    @settings(max_examples=15, deadline=None)
    @given(st.from_type(kind))
    def round_trip(written: Event) -> None:
        assert journal.decode(kind.__name__, journal.encode(written)) == written

    round_trip()


@pytest.mark.parametrize(
    ("kind", "payload", "event"),
    [
        ("Open", {"tried": "all", "stuck_on": None, "spent": SPENT}, Open("all", None, Spent(7, 1.5))),
        ("Refuted", {"certificate": CERTIFICATE, "spent": SPENT}, Refuted(CERTIFIED, Spent(7, 1.5))),
    ],
)
def test_what_an_earlier_version_wrote_is_still_read(kind: str, payload: object, event: Event):
    assert journal.decode(kind, json.dumps(payload)) == event


def test_entries_are_numbered_from_one_and_keep_their_time(db: Engine, job_id: str):
    written = [append(db, job_id, "w", searching(n)) for n in range(3)]

    assert [entry.number for entry in written] == [1, 2, 3]
    assert entries(db, job_id) == written
    assert entries(db, job_id, after=2) == written[2:]
    assert written == sorted(written, key=lambda entry: entry.at)


def test_many_writers_leave_no_gap(db: Engine, job_id: str):
    with ThreadPoolExecutor(4) as pool:
        written = list(pool.map(lambda n: append(db, job_id, "w", searching(n)), range(40)))

    assert sorted(entry.number for entry in written) == list(range(1, 41))
    assert {entry.event.checks for entry in entries(db, job_id)} == set(range(40))


def test_an_outcome_finishes_the_job(db: Engine, job_id: str):
    append(db, job_id, "w", Started("w"))

    last = append(db, job_id, "w", Open("tried"))

    ended = queries.job(db, job_id)
    assert (ended.state, ended.outcome, ended.latest) == (JobState.FINISHED, "Open", 2)
    assert ended.finished_at == last.at


def test_nothing_can_be_written_after_the_outcome(db: Engine, job_id: str):
    append(db, job_id, "w", Open("tried"))

    for late in (searching(1), Open("again")):
        with pytest.raises(LeaseLost):
            append(db, job_id, "w", late)

    assert [entry.event for entry in entries(db, job_id)] == [Open("tried")]


def test_nothing_can_be_written_without_the_lease(db: Engine, job_id: str):
    with pytest.raises(LeaseLost):
        append(db, job_id, "another", searching(1))
    queries.release(db, job_id, "w")
    with pytest.raises(LeaseLost):
        append(db, job_id, "w", searching(1))

    assert entries(db, job_id) == []
    assert queries.job(db, job_id).latest == 0


async def test_the_pipeline_writes_through_the_port(db: Engine, job_id: str):
    journal_of_job = JobJournal(db, job_id, "w")
    await journal_of_job.append(searching(7))
    await journal_of_job.flush()

    assert [entry.event for entry in entries(db, job_id)] == [searching(7)]


async def test_a_search_goes_on_while_its_entries_are_written_in_order(db: Engine, job_id: str):
    journal_of_job = JobJournal(db, job_id, "w")

    for n in range(100):
        await journal_of_job.append(searching(n))
    ahead = 100 - len(entries(db, job_id))
    await journal_of_job.append(Open("tried"))

    assert 0 < ahead <= journal.AHEAD + 1
    assert [entry.event for entry in entries(db, job_id)] == [*map(searching, range(100)), Open("tried")]


async def test_a_lease_that_is_lost_is_told_with_the_next_event_and_nothing_was_written(
    db: Engine, job_id: str
):
    journal_of_job = JobJournal(db, job_id, "w")
    queries.release(db, job_id, "w")

    await journal_of_job.append(searching(1))
    with pytest.raises(LeaseLost):
        await journal_of_job.flush()
    for late in (searching(2), Open("tried")):
        with pytest.raises(LeaseLost):
            await journal_of_job.append(late)

    assert entries(db, job_id) == []


async def test_a_database_that_fails_is_told_with_the_next_event(db: Engine, job_id: str):
    journal_of_job = JobJournal(db, job_id, "w")
    with db.begin() as connection:
        connection.execute(text("ALTER TABLE entries RENAME TO gone"))

    await journal_of_job.append(searching(1))
    with pytest.raises(SQLAlchemyError):
        await journal_of_job.append(Open("tried"))
    with db.begin() as connection:
        connection.execute(text("ALTER TABLE gone RENAME TO entries"))

    assert queries.job(db, job_id).latest == 0
