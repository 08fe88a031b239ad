"""The whole way from problems to results: keep what holds still, solve the rest, write after each attempt."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from app.bench.bench_problem import BenchProblem
from app.bench.clocks import Laps
from app.bench.conditions import commit, conditions
from app.bench.results import Conditions, Grade, Record, Results, read_results, record_of, write_results
from app.bench.trial import WAYS, Budget, Way
from app.pipeline.lab import Lab
from app.settings import Settings

_WRITING = 1 / 20  # of the time at most, where results are large


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for: `problems` are those of the whole file, `asked` those that were chosen of them, and
    `chosen` those of them that are to be solved here and now, with `samples` attempts each.

    `checks` are those of a search, None for as many as a laboratory takes. `program` is the digest of the
    code, taken before anybody can edit what has been loaded.
    """

    problems: tuple[BenchProblem, ...]
    asked: tuple[BenchProblem, ...]
    chosen: tuple[BenchProblem, ...]
    results: Path
    earlier: Results | None
    settings: Settings
    way: str
    samples: int
    seconds: float
    checks: int | None
    tokens: int
    jobs: int
    command: str
    program: str


@dataclass(slots=True)
class Book:
    """The results so far, on disk soon after every attempt, in the order of the problem file."""

    path: Path
    order: Sequence[str]
    begun: Results
    records: dict[str, Record]
    _unsaved: bool = False
    _next: float = field(default_factory=time.monotonic)

    @property
    def results(self) -> Results:
        known = tuple(self.records[name] for name in self.order if name in self.records)
        return replace(self.begun, records=known, saved=datetime.now(UTC))

    def left(self, problem: BenchProblem, samples: int) -> list[int]:
        """The seeds that are still to be tried; none for a statement that is of another environment."""
        record = self.records.get(problem.name)
        if record and record.grade is Grade.ELSEWHERE:
            return []
        tried = {one.seed for one in record.attempts} if record else set()
        return [seed for seed in range(samples) if seed not in tried]

    def add(self, record: Record) -> None:
        """Written at once, unless writing takes too much of the time."""
        self.records[record.name] = record
        self._unsaved = True
        if time.monotonic() >= self._next:
            self.save()

    def save(self) -> None:
        """Raises BadFile."""
        if self._unsaved:
            started = time.monotonic()
            write_results(self.path, self.results)
            now = time.monotonic()
            self._unsaved, self._next = False, now + (now - started) / _WRITING


def earlier_results(path: Path, *, fresh: bool) -> Results | None:
    """What an earlier run left, unless all is to begin anew. Raises BadFile."""
    return read_results(path) if path.exists() and not fresh else None


def previous(path: Path) -> Path:
    """Where results go that do not hold any more, so that a new run can be compared with them."""
    return path.with_name(f"{path.stem}.previous{path.suffix}")


async def run(plan: Plan, lab: Lab, say: Callable[[str], None], done: Callable[[Record], None]) -> Results:
    """Attempt what was chosen, `jobs` problems at a time, in the order of the file; the records of all of it.

    `done` hears of each problem, `say` of what is taken over. Raises CheckerUnavailable and BadFile.
    """
    budget = Budget(plan.seconds, plan.checks or lab.checks, plan.tokens)
    way = WAYS[plan.way](replace(lab, checks=budget.checks), budget)
    if plan.samples > 1 and not way.seeded:
        say(f"the way `{way.name}` is the same with every seed: {plan.samples} attempts say what one says")
    book = _open(plan, conditions(lab, plan.settings, plan.program, plan.way, budget, plan.jobs), say)
    left = iter([problem for problem in plan.chosen if book.left(problem, plan.samples)])
    laps = Laps()
    workers = [asyncio.create_task(_work(left, plan, way, laps, book, done)) for _ in range(plan.jobs)]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        book.save()
    return book.results.only([problem.name for problem in plan.chosen])


async def _work(
    left: Iterator[BenchProblem],
    plan: Plan,
    way: Way,
    laps: Laps,
    book: Book,
    done: Callable[[Record], None],
) -> None:
    for problem in left:
        while seeds := book.left(problem, plan.samples):
            attempt = await way.attempt(problem, seeds[0])
            lap, known = laps.lap(), book.records.get(problem.name)
            book.add(known.after(problem, attempt, lap) if known else record_of(problem, (attempt,), lap))
        done(book.records[problem.name])


def _open(plan: Plan, now: Conditions, say: Callable[[str], None]) -> Book:
    """A book that holds what earlier results have under the same conditions; others are put aside."""
    order, at = [problem.name for problem in plan.problems], datetime.now(UTC)
    asked = [problem.name for problem in plan.asked]
    begun = Results(plan.command, at, at, commit(), now, (), tuple(asked))
    earlier = plan.earlier if plan.earlier and plan.earlier.conditions == now else None
    if earlier and (kept := _kept(earlier, plan.problems)):
        known = {*asked, *earlier.asked}
        begun = replace(begun, started=earlier.started, asked=tuple(name for name in order if name in known))
        book = Book(plan.results, order, begun, kept)
        say(_taken_over(book, plan))
        return book
    if plan.results.exists():
        plan.results.replace(previous(plan.results))
        say(f"what was in {plan.results} is now in {previous(plan.results)}")
    return Book(plan.results, order, begun, {})


def _taken_over(book: Book, plan: Plan) -> str:
    begun = [one for one in plan.problems if one.name in book.records and book.left(one, plan.samples)]
    tries = sum(len(book.records[one.name].attempts) for one in begun)
    more = f", and {tries} of the attempts at {len(begun)} more" if begun else ""
    whole = len(book.records) - len(begun)
    return f"{whole} of {len(plan.problems)} problems are in {plan.results} already{more}"


def _kept(earlier: Results, problems: Sequence[BenchProblem]) -> dict[str, Record]:
    known = {(record.name, record.statement): record for record in earlier.records}
    asked = {(problem.name, problem.statement): problem for problem in problems}
    return {key[0]: known[key].of(problem) for key, problem in asked.items() if key in known}
