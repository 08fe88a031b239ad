"""Real worker processes on the folder broker."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest

from app.domain.errors import CheckerUnavailable
from app.domain.events import Cancelled, LeftUndecided, Open, Started
from app.domain.job import JobState
from app.domain.problem import Problem
from app.settings import Settings
from app.store import queries
from tests.workers.conftest import ROOT, Service, the_worker
from workers.job_loop import JobLoop
from workers.supervisor import as_environment
from workers.tasks import Solver


def kinds(entries: list) -> list[str]:
    return [type(entry.event).__name__ for entry in entries]


async def test_a_job_goes_from_the_queue_to_its_outcome_at_once(service: Service):
    delays = []
    for _ in range(5):
        pressed = time.monotonic()
        entries = await service.follow(service.submit("wait 0"), until=2)
        delays.append(time.monotonic() - pressed)

    assert kinds(entries) == ["Started", "Searching"]
    assert sorted(delays)[2] < 0.3


async def test_a_job_whose_message_was_lost_is_found(service: Service):
    forgotten = queries.create_job(service.db, Problem("wait 0"), None)

    entries = await service.follow(forgotten.id)

    assert entries[-1].event == Open("wait 0")


async def test_a_message_of_no_job_does_no_harm_and_a_broken_one_costs_a_restart(
    service: Service, tmp_path: Path
):
    service.queue.enqueue("no-such-job")
    broken = tmp_path / "queue" / "messages" / "0.lemmata.msg"
    broken.with_suffix(".part").write_text(json.dumps({"body": "?", "properties": {}}))
    broken.with_suffix(".part").rename(broken)

    entries = await service.follow(service.submit("wait 0"))

    assert entries[-1].event == Open("wait 0")


async def test_a_running_job_is_cancelled_within_a_second(service: Service):
    job_id = service.submit("wait 20")
    await service.follow(job_id, until=2)

    asked = time.monotonic()
    await asyncio.to_thread(queries.request_cancel, service.db, job_id)
    entries = await service.follow(job_id)

    assert time.monotonic() - asked < 1
    assert isinstance(entries[-1].event, Cancelled)
    assert (await service.follow(service.submit("wait 0")))[-1].event == Open("wait 0")


async def test_a_failing_job_leaves_the_worker_to_the_next_one(service: Service):
    failed = await service.follow(service.submit("fail"))
    entries = await service.follow(service.submit("wait 0"))

    assert isinstance(failed[-1].event, LeftUndecided)
    assert entries[-1].event == Open("wait 0")


async def test_a_job_whose_worker_is_killed_is_taken_up_by_the_next_worker(service: Service):
    job_id = service.submit("wait 1")
    await service.follow(job_id, until=2)

    the_worker().kill()
    entries = await service.follow(job_id)

    assert kinds(entries) == ["Started", "Searching", "Started", "Searching", "Open"]
    workers = {entry.event.worker for entry in entries if isinstance(entry.event, Started)}
    assert len(workers) == 2


async def test_a_job_that_blocks_its_worker_does_not_block_it_for_ever(service: Service):
    job_id = service.submit("block 60")
    entries = await service.follow(job_id, until=3)
    queries.request_cancel(service.db, job_id)
    the_worker().kill()
    ended = await service.follow(job_id)

    assert kinds(entries) == ["Started", "Searching", "Started"]
    assert isinstance(ended[-1].event, Cancelled)


async def test_a_worker_that_is_told_to_end_gives_its_job_back_in_time(service: Service):
    job_id = service.submit("wait 20")
    await service.follow(job_id, until=2)
    worker = the_worker()

    started = time.monotonic()
    service.supervisor.cancel()
    await asyncio.wait({service.supervisor})

    assert time.monotonic() - started < 2.5
    assert not worker.is_running()
    assert queries.job(service.db, job_id).state is JobState.QUEUED


async def test_a_stopped_worker_is_killed_with_its_group(service: Service):
    worker = the_worker()
    worker.suspend()

    service.supervisor.cancel()
    await asyncio.wait({service.supervisor})

    assert not worker.is_running()


def test_what_prevents_a_worker_from_starting_is_told_to_who_starts_it(tmp_path: Path):
    @asynccontextmanager
    async def without_lean(settings: Settings) -> AsyncIterator[Solver]:
        raise CheckerUnavailable("Lean could not be started.")
        yield

    with pytest.raises(CheckerUnavailable), JobLoop(Settings(data=tmp_path), "w", without_lean):
        raise AssertionError("it started")


def test_a_worker_does_not_outlive_a_supervisor_that_is_killed(tmp_path: Path):
    script = (
        "import asyncio; from app.settings import Settings; from app.store.database import connect, migrate;"
        "from workers.supervisor import keep_working; s = Settings(); db = connect(s); migrate(db);"
        "asyncio.run(keep_working(s, db, lambda: print('up', flush=True), 'tests.workers.stand_in'))"
    )
    environment = os.environ | as_environment(Settings(data=tmp_path))
    supervisor = subprocess.Popen(
        [sys.executable, "-c", script], env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert supervisor.stdout is not None
    assert supervisor.stdout.readline() == "up\n"
    below = psutil.Process(supervisor.pid).children(recursive=True)

    supervisor.send_signal(signal.SIGKILL)
    supervisor.communicate(timeout=10)
    _, alive = psutil.wait_procs(below, timeout=5)

    assert len(below) == 1
    assert alive == []
