"""Subgoals that other workers take, through a real database."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.domain.events import NodeClosed, NodeTried, Open, Proved, Started
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.domain.proof import Proposal
from app.pipeline.prove import assist
from app.pipeline.solve import solve
from app.settings import Settings
from app.store import queries, subtasks
from app.store.journal import JobJournal, entries
from tests.servers import furnished
from tests.tree.conftest import Room, Speechless
from workers import helping
from workers.tasks import Bench, Solver

pytestmark = pytest.mark.asyncio(loop_scope="session")

MANY = (
    "theorem t (p : Prop) (h : p) : p ∧ p ∧ p ∧ p ∧ p ∧ p := by\n  refine ⟨?_, ?_, ?_, ?_, ?_, ?_⟩\n"
    + "  · sorry\n" * 6
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Engine]:
    with furnished(Settings(data=tmp_path)) as db:
        yield db


class Slow(Speechless):
    """Needs half a second for `p`, as a model would; other goals are not for it."""

    def __init__(self) -> None:
        self.asked = 0

    async def propose(self, goal: Goal, preamble: str = "") -> list[Proposal]:
        if goal.target != "p":
            return []
        self.asked += 1
        await asyncio.sleep(0.5)
        return [Proposal("exact h")]


@asynccontextmanager
async def helper(db: Engine, room: Room, prover: Slow) -> AsyncIterator[None]:
    """A worker beside the one that has the job, which takes what there is."""
    lab = replace(room.lab, prover=prover)
    bench = Bench(db, "helper", Solver(solve, assist=lambda *asked: assist(*asked[:2], lab, asked[2])))

    async def work() -> None:
        while True:
            for job_id, node in await asyncio.to_thread(subtasks.takeable, db):
                await helping.assist(job_id, node, bench)
            await asyncio.sleep(0.02)

    working = asyncio.create_task(work())
    try:
        yield
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():  # noqa: ASYNC110 - it may be the database that knows
            await asyncio.sleep(0.01)


def taken_job(db: Engine, text: str) -> tuple[str, JobJournal]:
    job = queries.create_job(db, Problem(text, seconds=30), None)
    assert queries.claim(db, job.id, "holder", 600)
    return job.id, JobJournal(db, job.id, "holder")


async def test_other_workers_take_subgoals_and_what_they_find_is_spliced(db: Engine, room: Room):
    job_id, journal = taken_job(db, MANY)
    ours, theirs = Slow(), Slow()
    lab = replace(room.lab, prover=ours, workers=1)

    async with helper(db, room, theirs):
        await journal.append(Started("holder"))
        outcome = await solve(Problem(MANY, seconds=30), lab, journal)

    assert isinstance(outcome, Proved)
    assert ours.asked >= 1
    assert theirs.asked >= 2
    assert ours.asked + theirs.asked == 6
    told = [entry.event for entry in entries(db, job_id)]
    closed = sorted(event.node for event in told if isinstance(event, NodeClosed))
    assert closed == ["", "1", "2", "3", "4", "5", "6"]
    tried = [event for event in told if isinstance(event, NodeTried)]
    assert len(tried) == 6
    assert outcome.spent.checks >= sum(event.checks for event in tried)
    assert subtasks.takeable(db) == []


async def test_a_subgoal_of_a_job_that_ended_is_not_worked_on(db: Engine, room: Room):
    _, journal = taken_job(db, MANY)
    prover = Slow()

    async with helper(db, room, prover):
        solving = asyncio.create_task(
            solve(Problem(MANY, seconds=30), replace(room.lab, prover=Slow()), journal)
        )
        await until(lambda: prover.asked > 0)
        solving.cancel()
        await asyncio.gather(solving, return_exceptions=True)
        asked = prover.asked
        await asyncio.sleep(1)

        assert prover.asked <= asked + 1
    assert subtasks.takeable(db) == []


async def test_a_subgoal_whose_worker_died_is_taken_by_whoever_has_the_job(db: Engine, room: Room):
    _, journal = taken_job(db, MANY)
    lab = replace(room.lab, prover=Slow(), workers=1)
    solving = asyncio.create_task(solve(Problem(MANY, seconds=30), lab, journal))
    await until(lambda: bool(subtasks.takeable(db)))
    assert subtasks.take(db, *subtasks.takeable(db)[-1], "dies at once", lease_s=1)

    assert isinstance(await solving, Proved)


async def test_nobody_else_is_needed(db: Engine, room: Room):
    _, journal = taken_job(db, MANY)

    assert isinstance(
        await solve(Problem(MANY, seconds=30), replace(room.lab, prover=Slow()), journal), Proved
    )


async def test_a_helper_that_finds_nothing_leaves_the_node(db: Engine, room: Room):
    hopeless = MANY.replace("(h : p)", "(h : True)")
    _, journal = taken_job(db, hopeless)

    async with helper(db, room, Slow()):
        outcome = await solve(Problem(hopeless, seconds=20), replace(room.lab, prover=Slow()), journal)

    assert isinstance(outcome, Open)
