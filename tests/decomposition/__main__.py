"""`python -m tests.decomposition`: problems that our prover leaves open whole, by way of a sketch.

Each is tried whole first; what stays open is solved with its sketch in the text, as a person writes it, and
with its sketch as the reply of a model that knows nothing else. Ends with 1 if fewer than 30 stay open whole
or fewer than 20 of these are solved by their sketch on both ways.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from app.bootstrap import laboratory
from app.settings import Settings
from tests import json_lines
from tests.decomposition import drawing
from tests.decomposition.problems import FILE, SketchedProblem, chosen, read_sketched
from tests.decomposition.results import End, Run, Way, left_open, solved_by_sketch
from tests.decomposition.ways import run

OPEN, SOLVED = 30, 20  # at least


def main() -> int:
    options = _options()
    problems = chosen(read_sketched(options.file), options.only)[: options.problems]
    console = Console(soft_wrap=True, highlight=False)
    if not options.resume:
        options.results.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        runs = asyncio.run(_measure(problems, options, options.data or Path(folder), console))
    console.print(drawing.table(runs))
    for line in drawing.figures(runs):
        console.print(line)
    return 0 if len(left_open(runs)) >= OPEN and len(solved_by_sketch(runs)) >= SOLVED else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.decomposition")
    parser.add_argument("file", nargs="?", type=Path, default=FILE)
    parser.add_argument("--problems", type=int, help="so many, not all")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--seconds", type=float, default=10, help="of each problem whole")
    parser.add_argument("--sketch-seconds", type=float, default=30, help="of each problem with its sketch")
    parser.add_argument("--workers", type=int, default=2, help="Lean processes")
    parser.add_argument("--resume", action="store_true", help="go on with the results that are there")
    parser.add_argument("--results", type=Path, default=Path("decomposition.jsonl"))
    parser.add_argument("--data", type=Path, help="where the compiled library is or shall be kept")
    return parser.parse_args()


async def _measure(
    problems: Sequence[SketchedProblem], options: argparse.Namespace, data: Path, console: Console
) -> list[Run]:
    """The runs that were asked for, those that were there before included."""
    limits = {Way.WHOLE: options.seconds, Way.OWN: options.sketch_seconds, Way.MODEL: options.sketch_seconds}
    done = {one.is_for: one for one in json_lines.read(options.results, Run)}
    settings = Settings(data=data, lean_workers=options.workers)
    measured: list[Run] = []
    for number, problem in enumerate(problems, 1):
        own = await _all_ways(problem, settings, limits, done, options.results)
        ends = "; ".join(f"{one.way} {one.end}, {one.seconds:.1f} s" for one in own)
        console.print(f"{number} of {len(problems)} {problem.name}: {ends}")
        measured += own
    return measured


async def _all_ways(
    problem: SketchedProblem,
    settings: Settings,
    limits: dict[Way, float],
    done: dict[tuple[str, Way, float], Run],
    path: Path,
) -> list[Run]:
    """Whole, and with the sketch where that leaves it open.

    Each has a laboratory of its own, as one that remembers what Lean has said would favour the later ones.
    """
    runs: list[Run] = []
    for way, seconds in limits.items():
        if way is not Way.WHOLE and runs[0].end is not End.OPEN:
            break
        one = done.get((problem.name, way, seconds))
        if one is None:
            async with laboratory(settings) as lab:
                one = await run(problem, way, lab, seconds)
            json_lines.append(path, one)
        runs.append(one)
    return runs


if __name__ == "__main__":
    sys.exit(main())
