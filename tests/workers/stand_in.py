"""A real worker process whose solver does what the text of the problem says, so that tests choose.

`wait N` works for N seconds, `fail` raises, `block N` computes for N seconds without a pause.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app.domain.events import Open, Outcome, Searching, Side
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.ports import Journal
from app.settings import Settings
from workers.__main__ import main
from workers.tasks import Solver


async def solve(problem: Problem, journal: Journal) -> Outcome:
    await journal.append(Searching(Side.STATEMENT, 1, 0.0, Goal((), "p")))
    match problem.text.split():
        case ["wait", seconds]:
            await asyncio.sleep(float(seconds))
        case ["fail"]:
            raise ValueError(problem.text)
        case ["block", seconds]:
            time.sleep(float(seconds))  # noqa: ASYNC251
    outcome = Open(problem.text)
    await journal.append(outcome)
    return outcome


@asynccontextmanager
async def solver(settings: Settings) -> AsyncIterator[Solver]:
    yield solve


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], solver, stuck_s=0.5))
