"""`python -m tests.search_comparison`: three ways to search, on the hard half of a problem file.

Every problem goes all three ways before the next, so that a busy machine is as busy for each. Ends with 1 if
RMaxTS solves fewer problems than another way.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median

from rich.console import Console

from app.bench.problems import BenchProblem, Expected, read_problems
from app.bootstrap import laboratory
from app.pipeline.lab import Lab
from app.pipeline.search import SearchLimits
from app.settings import Settings
from tests import json_lines
from tests.search_comparison import drawing
from tests.search_comparison.results import Run, Way, solved_within
from tests.search_comparison.ways import locked, run

ROOT = Path(__file__).parents[2]


def hard_half(problems: Sequence[BenchProblem]) -> list[BenchProblem]:
    """Those to prove at or above the median difficulty, in an order that any first part of is a sample."""
    half = median(problem.difficulty for problem in problems if problem.difficulty)
    hard = [p for p in problems if p.difficulty and p.difficulty >= half and p.expected is Expected.PROVED]
    return Random(0).sample(hard, len(hard))  # noqa: S311


def main() -> int:
    options = _options()
    chosen = hard_half(read_problems(options.file))[: options.problems]
    console = Console(soft_wrap=True, highlight=False)
    if not options.resume:
        options.results.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        runs = asyncio.run(_compare(chosen, options, options.data or Path(folder), console))
    console.print(drawing.table(runs, options.checks))
    for line in drawing.differences(runs):
        console.print(line)
    drawing.plot(runs, options.checks, options.plot)
    solved = {way: solved_within(runs, way, options.checks) for way in Way}
    return 0 if solved[Way.RMAXTS] == max(solved.values()) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.search_comparison")
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "bench" / "core.jsonl")
    parser.add_argument("--checks", type=int, default=400, help="of each search")
    parser.add_argument("--seconds", type=float, default=120, help="of each search; meant to be enough")
    parser.add_argument("--problems", type=int, help="so many of the hard half, not all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=1, help="checks under way at once; 1 is reproducible")
    parser.add_argument("--resume", action="store_true", help="go on with the results that are there")
    parser.add_argument("--results", type=Path, default=Path("search-comparison.jsonl"))
    parser.add_argument("--plot", type=Path, default=Path("search-comparison.svg"))
    parser.add_argument("--data", type=Path, help="where the compiled library is or shall be kept")
    return parser.parse_args()


async def _compare(
    chosen: Sequence[BenchProblem], options: argparse.Namespace, data: Path, console: Console
) -> list[Run]:
    """The runs that were asked for, those that were there before included."""
    limits = SearchLimits(options.seconds, options.checks, 10, options.workers)
    done = {run.is_for: run for run in json_lines.read(options.results, Run)}
    async with laboratory(Settings(data=data, lean_workers=options.workers)) as lab:
        for number, problem in enumerate(chosen, 1):
            for one in await _all_ways(problem, lab, limits, options.seed, done):
                json_lines.append(options.results, one)
                done[one.is_for] = one
            ends = "; ".join(f"{one.way} {one.end}, {one.checks}" for one in _of(problem, done, options))
            console.print(f"{number} of {len(chosen)} {problem.name}: {ends}")
    return [one for problem in chosen for one in _of(problem, done, options)]


async def _all_ways(
    problem: BenchProblem,
    lab: Lab,
    limits: SearchLimits,
    seed: int,
    done: dict[tuple[str, Way, int, int], Run],
) -> list[Run]:
    """What is not yet `done` for a problem."""
    left = [way for way in Way if (problem.name, way, seed, limits.checks) not in done]
    statement = await locked(problem, lab) if left else None
    return [await run(problem, statement, way, lab, limits, seed) for way in left if statement]


def _of(
    problem: BenchProblem, done: dict[tuple[str, Way, int, int], Run], options: argparse.Namespace
) -> list[Run]:
    return [done[problem.name, way, options.seed, options.checks] for way in Way]


if __name__ == "__main__":
    sys.exit(main())
