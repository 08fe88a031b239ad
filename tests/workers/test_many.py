"""Many machines, as it were: nothing is lost and nothing happens twice, whatever is restarted meanwhile."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from app.domain.events import Open, Proved, Started
from app.lean.environments import CoreLean
from app.settings import Settings
from app.store.database import migrate
from tests.servers import PostgreSQL, Redis, Server, opened
from tests.workers.conftest import ROOT
from tests.workers.fleet import OUTCOMES, Fleet, Told, fleet
from workers.supervisor import as_environment

pytestmark = pytest.mark.asyncio(loop_scope="module")
SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"
JOBS = 40


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def many(
    core: CoreLean, postgresql: PostgreSQL, redis: Redis, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Fleet]:
    """Two web servers and four workers; each test finds the jobs of those before it, all ended."""
    with postgresql.database() as url:
        settings = Settings(
            data=tmp_path_factory.mktemp("many"),
            database_url=url,
            redis_url=redis.url(next(redis.numbers)),
            address_rate=10_000,
        )
        with opened(settings) as db:
            migrate(db)
            async with fleet(settings, db, core.lean_path.parent, 4) as running:
                yield running


def kept_whole(fleet: Fleet, told: dict[str, Told]) -> None:
    """Everybody was told the whole journal in order, each entry once, and each job ended once, in the end."""
    for job_id, heard in told.items():
        written = [(entry.number, type(entry.event).__name__) for entry in fleet.journal(job_id)]
        assert heard == written
        assert [number for number, _ in written] == [*range(1, len(written) + 1)]
        assert [kind in OUTCOMES for _, kind in written] == [False] * (len(written) - 1) + [True]
        assert isinstance(fleet.journal(job_id)[-1].event, Open)
    assert None not in fleet.outcomes()


async def test_forty_jobs_end_once_each_and_the_other_server_tells_all_of_it(many: Fleet):
    before = many.outcomes().total()

    told = dict(await asyncio.gather(*(many.prove(n, "wait 0.1") for n in range(JOBS))))

    kept_whole(many, told)
    assert many.outcomes().total() - before == len(told) == JOBS
    assert {tuple(kind for _, kind in heard) for heard in told.values()} == {("Started", "Searching", "Open")}
    begun = [many.journal(job_id)[0].event for job_id in told]
    assert len({event.worker for event in begun if isinstance(event, Started)}) == 4


async def away(server: Server, how: signal.Signals, seconds: float) -> None:
    await asyncio.to_thread(server.stop, how)
    await asyncio.sleep(seconds)
    server.start()


async def test_a_redis_that_is_away_for_a_while_costs_nothing_but_time(many: Fleet, redis: Redis):
    proving = [asyncio.create_task(many.prove(n, "wait 0.1")) for n in range(JOBS // 2)]
    await asyncio.wait(proving, return_when=asyncio.FIRST_COMPLETED)

    restart = asyncio.create_task(away(redis, signal.SIGKILL, 1))
    proving += [asyncio.create_task(many.prove(n, "wait 0.1")) for n in range(JOBS // 2)]
    told = dict(await asyncio.gather(*proving))
    await restart
    told |= dict([await many.prove(0, "wait 0")])

    kept_whole(many, told)
    assert len(told) == JOBS + 1
    assert {tuple(kind for _, kind in heard) for heard in told.values()} == {("Started", "Searching", "Open")}


async def test_a_postgresql_that_is_restarted_costs_nothing_but_time(many: Fleet, postgresql: PostgreSQL):
    proving = [asyncio.create_task(many.prove(n, "count 60")) for n in range(JOBS)]
    await asyncio.wait(proving, return_when=asyncio.FIRST_COMPLETED)

    await away(postgresql, signal.SIGQUIT, 0)
    told = dict(await asyncio.gather(*proving))

    kept_whole(many, told)
    assert len(told) == JOBS
    for job_id in told:
        counted = [entry.event.checks for entry in many.journal(job_id) if hasattr(entry.event, "checks")]
        assert sorted({*counted}) == [*range(1, 61)]


async def test_lean_itself_proves_on_the_same_redis_and_postgresql(
    core: CoreLean, redis: Redis, postgresql_url: str, tmp_path_factory: pytest.TempPathFactory
):
    settings = Settings(
        data=tmp_path_factory.mktemp("one"),
        database_url=postgresql_url,
        redis_url=redis.url(next(redis.numbers)),
        lean_workers=1,
    )
    environment = os.environ | as_environment(settings)
    with opened(settings) as db:
        async with fleet(settings, db, core.lean_path.parent, 0) as servers:
            worker = subprocess.Popen(  # noqa: ASYNC220
                [sys.executable, "-m", "app.cli", "worker"], cwd=ROOT, env=environment
            )
            job_id, told = await servers.prove(0, SWAP)
            worker.terminate()
            ended = await asyncio.to_thread(worker.wait, 20)

        written = servers.journal(job_id)

    assert isinstance(written[-1].event, Proved)
    assert [number for number, _ in told] == [entry.number for entry in written]
    assert ended == 0
