"""What every journal promises, on the one in memory and on the real one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.errors import LeaseLost
from app.domain.events import Cancelled, Event, Side, Started, StepsAbandoned
from app.domain.problem import Problem
from app.ports import Journal
from app.settings import Settings
from app.store.database import connect, migrate
from app.store.journal import JobJournal, entries
from app.store.queries import claim, create_job
from tests.fakes import MemoryJournal

Opened = tuple[Journal, Callable[[], list[Event]]]


def in_memory(folder: Path) -> Opened:
    journal = MemoryJournal()
    return journal, lambda: journal.events


def in_the_database(folder: Path) -> Opened:
    db = connect(Settings(data=folder))
    migrate(db)
    job = create_job(db, Problem("theorem a : b"), None)
    claim(db, job.id, "worker", 60)
    return JobJournal(db, job.id, "worker"), lambda: [entry.event for entry in entries(db, job.id)]


@pytest.mark.parametrize("opened", [in_memory, in_the_database])
async def test_a_journal_keeps_events_in_order_and_nothing_after_the_outcome(
    opened: Callable[[Path], Opened], tmp_path: Path
):
    journal, kept = opened(tmp_path)
    reported: list[Event] = [Started("worker"), StepsAbandoned(Side.NEGATION, (3, 4)), Cancelled()]

    for event in reported:
        await journal.append(event)

    with pytest.raises(LeaseLost):
        await journal.append(Started("worker"))
    assert kept() == reported
