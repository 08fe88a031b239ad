"""What every journal promises, on the one in memory and on the real one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.errors import LeaseLost
from app.domain.events import Cancelled, Event, Side, Started, StepsAbandoned
from app.domain.problem import Problem
from app.ports import Journal
from app.settings import Settings
from app.store.journal import JobJournal, entries
from app.store.queries import claim, create_job
from tests.fakes import MemoryJournal
from tests.servers import furnished

Kept = tuple[Journal, Callable[[], list[Event]]]


@pytest.fixture
def in_memory() -> Kept:
    journal = MemoryJournal()
    return journal, lambda: journal.events


@pytest.fixture
def in_the_database(tmp_path: Path, either_database_url: str) -> Iterator[Kept]:
    with furnished(Settings(data=tmp_path, database_url=either_database_url)) as db:
        job = create_job(db, Problem("theorem a : b"), None)
        claim(db, job.id, "worker", 60)
        yield JobJournal(db, job.id, "worker"), lambda: [entry.event for entry in entries(db, job.id)]


async def holds(journal: Journal, kept: Callable[[], list[Event]]) -> None:
    """A journal keeps events in order, and nothing after the outcome."""
    reported: list[Event] = [Started("worker"), StepsAbandoned(Side.NEGATION, (3, 4)), Cancelled()]

    for event in reported:
        await journal.append(event)

    with pytest.raises(LeaseLost):
        await journal.append(Started("worker"))
    assert kept() == reported


async def trees(journal: Journal) -> None:
    """A journal has the last tree that was kept by a name, until the job has ended."""
    await journal.keep_tree("a", {"checks": 1})
    await journal.keep_tree("b", {"checks": 2, "goals": ["⊢ p\x00\ud800"]})
    await journal.keep_tree("a", {"checks": 3})

    assert await journal.tree("a") == {"checks": 3}
    assert await journal.tree("b") == {"checks": 2, "goals": ["⊢ p\x00\ud800"]}
    assert await journal.tree("c") is None

    await journal.append(Cancelled())
    await journal.keep_tree("a", {"checks": 4})
    assert await journal.tree("a") is None


async def test_the_journal_in_memory_keeps_trees(in_memory: Kept):
    await trees(in_memory[0])


async def test_the_journal_in_the_database_keeps_trees(in_the_database: Kept):
    await trees(in_the_database[0])


async def test_the_journal_in_memory_keeps_what_a_journal_promises(in_memory: Kept):
    await holds(*in_memory)


async def test_the_journal_in_the_database_keeps_what_a_journal_promises(in_the_database: Kept):
    await holds(*in_the_database)
