"""A job is worked on by one worker at a time, whatever happens to workers and whenever it happens."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
import time

import psutil

from app.domain.events import Entry, LeftUndecided, Open, Outcome, Proved, Searching, Started
from app.lean.environments import CoreLean
from tests.workers.crew import ROOT, Crew, burning, wait_until
from workers.supervisor import as_environment

HARD = "theorem hard (f : Nat → Nat) (h : ∀ n, f (f n) = n + 1) : False"
SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"


def turns(journal: list[Entry]) -> list[set[str]]:
    """The processes that wrote, for each worker that began, until the next one began."""
    found: list[set[str]] = []
    for entry in journal:
        if isinstance(entry.event, Started):
            found.append(set())
        elif isinstance(entry.event, Searching) and entry.event.checks > 1:
            found[-1].add(entry.event.goal.target)
    return [turn for turn in found if turn]


def test_workers_that_are_killed_at_random_leave_one_outcome_and_one_writer_at_a_time(crew: Crew):
    chance = random.Random(7)  # noqa: S311
    jobs = [crew.new_job("count 150") for _ in range(4)]
    living = [crew.start(f"w{n}") for n in range(3)]
    crew.ready()

    for n in range(6):
        time.sleep(chance.uniform(0.2, 0.9))
        victim = living.pop(chance.randrange(len(living)))
        victim.kill()
        living.append(crew.start(f"again{n}"))
    wait_until(lambda: all(map(crew.is_finished, jobs)), 30)

    for journal in map(crew.journal, jobs):
        said = [e.event.checks for e in journal if isinstance(e.event, Searching) and e.event.checks > 1]
        assert [entry.number for entry in journal] == list(range(1, len(journal) + 1))
        assert [isinstance(entry.event, Outcome) for entry in journal].count(True) == 1
        assert isinstance(journal[-1].event, Open | LeftUndecided)
        assert said == list(range(2, 2 + len(said)))
        assert len(said) == 149 or isinstance(journal[-1].event, LeftUndecided)
        assert all(len(turn) == 1 for turn in turns(journal))
        assert len(set.union(*turns(journal))) == len(turns(journal))
    assert any(len(turns(crew.journal(job))) > 1 for job in jobs)


def test_a_job_is_found_when_its_supervisor_and_its_worker_are_killed_together(crew: Crew):
    job_id = crew.new_job("count 400")
    supervisor = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR],
        env=os.environ | as_environment(crew.settings),
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    wait_until(lambda: len(crew.journal(job_id)) > 20)
    family = [psutil.Process(supervisor.pid), *psutil.Process(supervisor.pid).children(recursive=True)]
    crew.start("other")
    crew.ready()

    for process in family:
        process.kill()
    supervisor.wait()
    killed_at = time.monotonic()
    wait_until(lambda: crew.is_finished(job_id))

    journal = crew.journal(job_id)
    assert journal[-1].event == Open("count 400")
    assert [entry.event.worker for entry in journal if isinstance(entry.event, Started)][1:] == ["other"]
    assert len(turns(journal)) == 2
    assert time.monotonic() - killed_at < 15


SUPERVISOR = (
    "import asyncio; from app.settings import Settings; from app.store.database import connect;"
    "from workers.supervisor import keep_working; s = Settings();"
    "asyncio.run(keep_working(s, connect(s), lambda: None, 'tests.workers.hasty'))"
)


async def test_a_worker_that_was_stopped_past_its_lease_writes_nothing_more_and_stops_its_lean(
    crew: Crew, core: CoreLean
):
    job_id = crew.new_job(HARD)
    stopped = crew.start_lean("stopped", core)
    wait_until(lambda: len(crew.journal(job_id)) > 4)
    leans = psutil.Process(stopped.pid).children(recursive=True)

    stopped.send_signal(signal.SIGSTOP)
    crew.start("other")
    wait_until(lambda: crew.is_finished(job_id))
    ended = crew.journal(job_id)
    stopped.send_signal(signal.SIGCONT)
    await asyncio.sleep(1)
    burnt_s = await burning(leans)

    assert crew.journal(job_id) == ended
    assert ended[-1].event == Open(HARD)
    assert burnt_s < 0.05
    crew.workers[-1].kill()
    following = crew.new_job(SWAP)
    wait_until(lambda: crew.is_finished(following), 15)
    assert isinstance(crew.journal(following)[-1].event, Proved)
