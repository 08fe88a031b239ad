"""A real worker process whose solver does what the text of the problem says, so that tests choose.

`wait N` works for N seconds, `fail` raises, `block N` computes for N seconds without a pause; `count N`
says the numbers up to N, each with the process that says it, and goes on where a worker before has stopped.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from app.domain.events import Event, Open, Outcome, Searching, Side
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.ports import Journal
from app.settings import Settings
from workers.__main__ import main
from workers.job_loop import Patience
from workers.tasks import Solver


async def solve(problem: Problem, journal: Journal, earlier: Sequence[Event] = ()) -> Outcome:
    await journal.append(Searching(Side.STATEMENT, 1, 0.0, Goal((), "p")))
    match problem.text.split():
        case ["wait", seconds]:
            await asyncio.sleep(float(seconds))
        case ["count", last]:
            await _count(int(last), journal, earlier)
        case ["fail"]:
            raise ValueError(problem.text)
        case ["block", seconds]:
            await asyncio.sleep(0.2)  # until what was told is written
            time.sleep(float(seconds))  # noqa: ASYNC251
    outcome = Open(problem.text)
    await journal.append(outcome)
    return outcome


async def _count(last: int, journal: Journal, earlier: Sequence[Event]) -> None:
    said = max((event.checks for event in earlier if isinstance(event, Searching)), default=1)
    for number in range(said + 1, last + 1):
        await journal.append(Searching(Side.NEGATION, number, 0.0, Goal((), str(os.getpid()))))
        await asyncio.sleep(0.01)


@asynccontextmanager
async def solver(settings: Settings) -> AsyncIterator[Solver]:
    yield Solver(solve)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], solver, Patience(stuck_s=0.5)))
