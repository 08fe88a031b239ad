"""Two web servers and four worker processes on one Redis and one PostgreSQL, and the people who use them."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, chdir, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
from sqlalchemy import Engine, select

from app.domain.events import Entry, Outcome
from app.settings import Settings
from app.store import journal
from app.store.tables import jobs
from tests.workers.conftest import ROOT
from workers.supervisor import as_environment, keep_working

LONGEST_S = 60
AGAIN_S = 0.1
Told = list[tuple[int, str]]  # the numbers and kinds of the entries that somebody was told
OUTCOMES = {kind.__name__ for kind in Outcome.__args__}


@dataclass(frozen=True, slots=True)
class Fleet:
    db: Engine
    webs: tuple[str, ...]
    settings: Settings

    async def set_problem(self, number: int, text: str) -> str:
        """Set a problem at one of the servers, as often as it takes; returns the id of the job."""
        async with httpx.AsyncClient(timeout=LONGEST_S) as client, asyncio.timeout(LONGEST_S):
            while True:
                with suppress(httpx.TransportError):
                    answer = await client.post(f"{self._web(number)}/api/problems", json={"text": text})
                    if answer.status_code == 202:
                        return str(answer.json()["id"])
                    assert answer.status_code >= 500, answer.text
                await asyncio.sleep(AGAIN_S)

    async def follow(self, number: int, job_id: str) -> Told:
        """What the other server tells of it, to somebody who comes back until the outcome was told."""
        url, told = f"{self._web(number + 1)}/api/problems/{job_id}/events", Told()
        async with httpx.AsyncClient(timeout=LONGEST_S) as client, asyncio.timeout(LONGEST_S):
            while not told or told[-1][1] not in OUTCOMES:
                with suppress(httpx.TransportError):
                    place = {"Last-Event-ID": str(told[-1][0])} if told else {}
                    async with client.stream("GET", url, headers=place) as answer:
                        async for entry in _events(answer):
                            told.append(entry)
                await asyncio.sleep(0 if told else AGAIN_S)
        return told

    async def prove(self, number: int, text: str) -> tuple[str, Told]:
        job_id = await self.set_problem(number, text)
        return job_id, await self.follow(number, job_id)

    def journal(self, job_id: str) -> list[Entry]:
        return journal.entries(self.db, job_id)

    def outcomes(self) -> Counter[str | None]:
        """Of all jobs that there are: how many have each outcome."""
        with self.db.connect() as connection:
            return Counter(connection.scalars(select(jobs.c.outcome)))

    def _web(self, number: int) -> str:
        return self.webs[number % len(self.webs)]


async def _events(answer: httpx.Response) -> AsyncIterator[tuple[int, str]]:
    """The id and the name of every event, once it is there as a whole."""
    fields: dict[str, str] = {}
    async for line in answer.aiter_lines():
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        else:
            if "id" in fields:
                yield int(fields["id"]), fields["event"]
            fields = {}


@contextmanager
def web_server(settings: Settings) -> Iterator[subprocess.Popen[str]]:
    """`lemmata serve` on a port of its own choice; what it says can be read."""
    environment = os.environ | as_environment(settings.model_copy(update={"workers": 0, "port": 0}))
    command = [sys.executable, "-m", "app.cli", "serve"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def address(web: subprocess.Popen[str]) -> str:
    """Where it serves, once it says so."""
    assert web.stdout is not None
    return web.stdout.readline().strip().removeprefix("Lemmata is at ")


@asynccontextmanager
async def workers(settings: Settings, db: Engine, count: int) -> AsyncIterator[None]:
    """Worker processes with the stand-in, all ready."""
    ready = [asyncio.Event() for _ in range(count)]
    with chdir(ROOT):
        crew = [
            asyncio.create_task(keep_working(settings, db, each.set, "tests.workers.stand_in"))
            for each in ready
        ]
        async with asyncio.timeout(LONGEST_S):
            await asyncio.gather(*(each.wait() for each in ready))
        try:
            yield
        finally:
            for task in crew:
                task.cancel()
            await asyncio.gather(*crew, return_exceptions=True)


@asynccontextmanager
async def fleet(settings: Settings, db: Engine, library: Path, count: int) -> AsyncIterator[Fleet]:
    (settings.data / "lean").symlink_to(library)
    with ExitStack() as stack:
        webs = [stack.enter_context(web_server(settings)) for _ in range(2)]
        async with workers(settings, db, count):
            yield Fleet(db, tuple([await asyncio.to_thread(address, web) for web in webs]), settings)
