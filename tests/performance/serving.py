"""What the service costs and bears: memory, submissions, and what is neither Lean nor the prover."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from app.bench.clocks import LeanClock, timed
from app.bootstrap import laboratory
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.domain.proof import Proposal
from app.lean.environments import CoreLean
from app.pipeline.solve import solve
from app.ports import Prover
from app.settings import Settings
from app.store import queries
from app.store.database import connect, migrate
from tests.performance.figures import Figure
from tests.performance.service import ROOT, Service, served
from workers.tasks import Bench, Solver, prove

SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"
CONNECTIONS = 16


def memory(core: CoreLean, settle_s: float) -> Figure:
    with served(core) as service:
        sent = httpx.post(f"{service.url}/api/problems", json={"text": SWAP}).json()
        httpx.get(sent["events_url"], timeout=60)
        time.sleep(settle_s)
        held = service.memory_mib()
    return Figure(
        "memory of the idle service, workers included",
        "at most 450 MB",
        f"{held * 1.048576:.0f} MB",
        held * 1.048576 <= 450,
        "The web server, its worker and two Leans after a first proof, shared pages counted once (PSS).",
    )


def submissions(core: CoreLean, count: int) -> Figure:
    with served(core, workers=0) as service:
        asyncio.run(_submit(service, count // 10))
        taken_s = asyncio.run(_submit(service, count))
        stored = queries.waiting_jobs(connect(service.settings))
    assert stored == count + count // 10, stored
    return Figure(
        "submissions accepted per second",
        "at least 100",
        f"{count / taken_s:.0f}",
        count / taken_s >= 100,
        f"{count} problems posted to the API over {CONNECTIONS} connections, each stored and announced; "
        "the workers are elsewhere.",
    )


async def _submit(service: Service, count: int) -> float:
    """Seconds for `count` problems, in bytes made once: a client library would cost more than the server."""
    started = time.perf_counter()
    each = [count // CONNECTIONS + (n < count % CONNECTIONS) for n in range(CONNECTIONS)]
    await asyncio.gather(*(_post(service.port, some) for some in each))
    return time.perf_counter() - started


async def _post(port: int, count: int) -> None:
    body = json.dumps({"text": SWAP}).encode()
    head = f"POST /api/problems HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n"
    request = f"{head}Content-Type: application/json\r\n\r\n".encode() + body
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(count):
        writer.write(request)
        answer = await reader.readuntil(b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 202"), answer
        length = int(answer.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
    writer.close()


@dataclass(frozen=True, slots=True)
class TimedProver:
    """A `Prover` whose thinking is timed."""

    prover: Prover
    clock: LeanClock

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        with self.clock.question():
            return await self.prover.propose(goal, preamble)


async def overhead(core: CoreLean, every: int) -> Figure:
    """Jobs as a worker does them, with the real journal; `every` which problem of the bench is taken."""
    lines = (ROOT / "bench" / "core.jsonl").read_text("utf-8").splitlines()[::every]
    clock, taken_s = LeanClock(), 0.0
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "lean").symlink_to(core.lean_path.parent)
        settings = Settings(data=Path(folder))
        db = connect(settings)
        migrate(db)
        async with laboratory(settings) as lab:
            measured = timed(replace(lab, prover=TimedProver(lab.prover, clock)), clock)
            solver = Solver(lambda problem, journal, _: solve(problem, measured, journal))
            bench = Bench(db, "w", solver)
            for line in lines:
                job = queries.create_job(db, Problem(json.loads(line)["statement"], seconds=10.0), None)
                started = time.perf_counter()
                await prove(job.id, bench)
                taken_s += time.perf_counter() - started
        db.dispose()
    share = 100 * (1 - clock.busy_s / taken_s)
    return Figure(
        "overhead of everything but Lean and the prover",
        "at most 5% of a job's time",
        f"{share:.1f}%",
        share <= 5,
        f"{len(lines)} problems of bench/core.jsonl, one after the other, from the claim to the outcome in "
        f"the journal: {taken_s:.0f} s, in {taken_s - clock.busy_s:.1f} s of which no question to Lean was "
        "under way and the prover did not think.",
    )
