"""The whole way from problems to results: keep what holds still, solve the rest, write after each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from app.bench.clocks import Laps
from app.bench.conditions import commit, conditions
from app.bench.problems import BenchProblem
from app.bench.results import Conditions, Record, Results, read_results, write_results
from app.bench.trial import attempt
from app.pipeline.lab import Lab
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for: `problems` are those of the whole file, `chosen` those to run now.

    `program` is the digest of the code, taken before anybody can edit what has been loaded.
    """

    problems: tuple[BenchProblem, ...]
    chosen: tuple[BenchProblem, ...]
    results: Path
    earlier: Results | None
    settings: Settings
    seconds: float
    jobs: int
    command: str
    program: str


@dataclass(slots=True)
class Book:
    """The results so far, on disk after every record, in the order of the problem file."""

    path: Path
    order: Sequence[str]
    results: Results

    @property
    def names(self) -> set[str]:
        return {record.name for record in self.results.records}

    def add(self, record: Record) -> None:
        records = sorted((*self.results.records, record), key=lambda one: self.order.index(one.name))
        self.results = replace(self.results, records=tuple(records), saved=datetime.now(UTC))
        write_results(self.path, self.results)


def earlier_results(path: Path, *, fresh: bool) -> Results | None:
    """What an earlier run left, unless all is to begin anew. Raises BadFile."""
    return read_results(path) if path.exists() and not fresh else None


def previous(path: Path) -> Path:
    """Where results go that do not hold any more, so that a new run can be compared with them."""
    return path.with_name(f"{path.stem}.previous{path.suffix}")


async def run(plan: Plan, lab: Lab, say: Callable[[str], None], done: Callable[[Record], None]) -> Results:
    """Solve what was chosen, `jobs` at a time, in the order of the file; the records of all that was chosen.

    `done` hears of each problem, `say` of what is taken over. Raises CheckerUnavailable and BadFile.
    """
    book = _open(plan, conditions(lab, plan.settings, plan.program, plan.seconds, plan.jobs), say)
    left = iter([problem for problem in plan.chosen if problem.name not in book.names])
    laps = Laps()
    workers = [asyncio.create_task(_work(left, plan, lab, laps, book, done)) for _ in range(plan.jobs)]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return book.results.only([problem.name for problem in plan.chosen])


async def _work(
    left: Iterator[BenchProblem],
    plan: Plan,
    lab: Lab,
    laps: Laps,
    book: Book,
    done: Callable[[Record], None],
) -> None:
    for problem in left:
        record = await attempt(problem, plan.seconds, lab, laps)
        book.add(record)
        done(record)


def _open(plan: Plan, now: Conditions, say: Callable[[str], None]) -> Book:
    """A book that holds what earlier results have under the same conditions; others are put aside."""
    order, at = [problem.name for problem in plan.problems], datetime.now(UTC)
    begun = Results(plan.command, at, at, commit(), now, ())
    earlier = plan.earlier if plan.earlier and plan.earlier.conditions == now else None
    if earlier and (kept := _kept(earlier, plan.problems)):
        say(f"{len(kept)} of {len(order)} problems are in {plan.results} already")
        return Book(plan.results, order, replace(begun, started=earlier.started, records=kept))
    if plan.results.exists():
        plan.results.replace(previous(plan.results))
        say(f"what was in {plan.results} is now in {previous(plan.results)}")
    return Book(plan.results, order, begun)


def _kept(earlier: Results, problems: Sequence[BenchProblem]) -> tuple[Record, ...]:
    known = {(record.name, record.statement): record for record in earlier.records}
    asked = {(problem.name, problem.statement): problem for problem in problems}
    return tuple(known[key].of(problem) for key, problem in asked.items() if key in known)
