"""A job is cancelled within a second wherever it is, its Lean with it; the worker is free for the next."""

from __future__ import annotations

import asyncio
import time

import psutil
import pytest

from app.domain.events import Cancelled, Certifying, Proved, Side, Started, StatementLocked
from app.lean.environments import CoreLean
from app.store import holdings, ledger, queries
from app.store.journal import append
from tests.workers.crew import Crew, burning, wait_until

HEAVY = "by decide"  # takes many seconds
HEAVY_CLAIM = "theorem heavy : ∀ a < 12, ∀ b < 12, ∀ c < 12, ∀ d < 12, a * b + c * d < 1000"
SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"


def in_a_long_check(crew: Crew) -> str:
    return crew.new_job(f"{HEAVY_CLAIM} := {HEAVY}", owner="a")


def in_the_final_check(crew: Crew) -> str:
    """A job whose worker was killed there, so that the next one goes there at once."""
    job_id = crew.new_job(HEAVY_CLAIM, owner="a")
    queries.claim(crew.db, job_id, "killed", 60)
    append(crew.db, job_id, "killed", Started("killed"))
    append(crew.db, job_id, "killed", Certifying(Side.STATEMENT, HEAVY))
    queries.release_dead(crew.db, "killed")
    return job_id


async def at_work(crew: Crew) -> list[psutil.Process]:
    """The Lean processes of the worker, once one of them has been busy for a while."""
    worker = psutil.Process(crew.workers[0].pid)
    async with asyncio.timeout(20):
        while await burning(leans := worker.children(recursive=True)) < 0.06:
            pass
    return leans


@pytest.mark.parametrize("place", [in_a_long_check, in_the_final_check])
async def test_a_job_is_cancelled_within_a_second_and_its_lean_with_it(crew: Crew, core: CoreLean, place):
    job_id = place(crew)
    crew.start_lean("worker", core)
    wait_until(lambda: any(isinstance(e.event, StatementLocked) for e in crew.journal(job_id)))
    leans = await at_work(crew)

    asked = time.monotonic()
    queries.request_cancel(crew.db, job_id)
    wait_until(lambda: crew.is_finished(job_id))
    took_s = time.monotonic() - asked
    await asyncio.sleep(max(0.0, 1 - took_s))
    burnt_s = await burning(leans)
    following = crew.new_job(SWAP)
    wait_until(lambda: crew.is_finished(following))

    assert isinstance(crew.journal(job_id)[-1].event, Cancelled)
    assert took_s < 1
    assert burnt_s < 0.05
    assert isinstance(crew.journal(following)[-1].event, Proved)
    assert ledger.spent(crew.db, ledger.owner_account("a")).lean_s > 0.4


async def test_a_job_that_waits_is_cancelled_at_once_and_never_begun(crew: Crew):
    running, waiting = crew.new_job("wait 2"), crew.new_job("wait 0")
    crew.start("worker")
    wait_until(lambda: crew.journal(running))

    queries.request_cancel(crew.db, waiting)
    at_once = [entry.event for entry in crew.journal(waiting)]
    wait_until(lambda: crew.is_finished(running))
    await asyncio.sleep(0.5)

    assert at_once == [Cancelled()]
    assert len(crew.journal(waiting)) == 1


async def test_a_job_that_is_deleted_is_dropped_within_a_second_and_its_lean_with_it(
    crew: Crew, core: CoreLean
):
    job_id = in_a_long_check(crew)
    crew.start_lean("worker", core)
    leans = await at_work(crew)

    holdings.delete_job(crew.db, job_id)
    await asyncio.sleep(1)
    burnt_s = await burning(leans)
    following = crew.new_job(SWAP)
    wait_until(lambda: crew.is_finished(following))

    assert burnt_s < 0.05
    assert crew.journal(job_id) == []
    assert isinstance(crew.journal(following)[-1].event, Proved)
