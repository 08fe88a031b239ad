"""The results file: under which conditions, and what became of each problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from app.bench.bench_problem import BenchProblem, Expected
from app.bench.files import BadFile, fault, write_whole

ELSEWHERE = "not_in_this_environment"  # the outcome where a statement needs a library that is not at hand
_DEFINITE = frozenset(Expected)
_BOTH_HOLD = frozenset({Expected.PROVED, Expected.INCONSISTENT})


class Grade(Enum):
    """How an outcome stands to what was expected."""

    SOLVED = auto()
    UNSOLVED = auto()
    WRONG = auto()
    ELSEWHERE = auto()


def grade(expected: str, outcome: str) -> Grade:
    """To prove a statement whose hypotheses contradict each other is not wrong, nor is it what was asked."""
    if outcome == expected:
        return Grade.SOLVED
    if outcome == ELSEWHERE:
        return Grade.ELSEWHERE
    if outcome not in _DEFINITE or {outcome, expected} == _BOTH_HOLD:
        return Grade.UNSOLVED
    return Grade.WRONG


@dataclass(frozen=True, slots=True)
class Lap:
    """Seconds since the problem before was done: on the clock, of our processor time, and of Lean's.

    They add up to the whole run, also where several problems are solved at once.
    """

    wall_s: float
    own_cpu_s: float
    lean_cpu_s: float

    def then(self, later: Lap) -> Lap:
        """Both together."""
        return Lap(
            round(self.wall_s + later.wall_s, 3),
            round(self.own_cpu_s + later.own_cpu_s, 3),
            round(self.lean_cpu_s + later.lean_cpu_s, 3),
        )


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way gone once, with a `seed`. Tokens are those that a model was asked for and has written.

    `outcome` is its name in JSON. For `lean_s` of its `elapsed_s` Lean was being asked. `proof` is a whole
    file, and `steps` the lines of its proof; `reason` and `goal` say why there is none.
    """

    seed: int
    outcome: str
    checks: int
    tokens: int
    elapsed_s: float
    lean_s: float
    proof: str | None = None
    steps: int | None = None
    reason: str | None = None
    goal: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one problem.

    `outcome`, `proof`, `steps`, `reason` and `goal` are those of the attempt that tells most: a wrong one,
    the first that solved it, or the first of all. What it took, `seconds` (of which Lean was being asked for
    `lean_s`, and not for `outside_s`), `checks` and `tokens`, is that of all attempts up to there, and of all
    where none solved it. Files of before there were `samples` have none: their record is one attempt.
    """

    name: str
    statement: str
    area: str
    difficulty: int | None
    expected: Expected
    outcome: str
    seconds: float
    checks: int
    lean_s: float
    outside_s: float
    lap: Lap
    proof: str | None = None
    steps: int | None = None
    reason: str | None = None
    goal: str | None = None
    tokens: int = 0
    samples: tuple[Attempt, ...] = ()

    @property
    def grade(self) -> Grade:
        return grade(self.expected, self.outcome)

    @property
    def decided(self) -> bool:
        return self.outcome in _DEFINITE

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        return self.samples or (_only_attempt(self),)

    @property
    def successes(self) -> int:
        return sum(grade(self.expected, one.outcome) is Grade.SOLVED for one in self.attempts)

    def of(self, problem: BenchProblem) -> Record:
        """The same with what the file says now about a problem of the same statement."""
        return record_of(problem, self.attempts, self.lap)

    def after(self, problem: BenchProblem, attempt: Attempt, lap: Lap) -> Record:
        """The same with one attempt more."""
        return record_of(problem, (*self.attempts, attempt), self.lap.then(lap))


def record_of(problem: BenchProblem, attempts: Sequence[Attempt], lap: Lap) -> Record:
    grades = [grade(problem.expected, one.outcome) for one in attempts]
    telling = min(range(len(attempts)), key=lambda number: (_TELLING[grades[number]], number))
    solved = grades[telling] in (Grade.SOLVED, Grade.WRONG)
    spent, one = attempts[: telling + 1] if solved else attempts, attempts[telling]
    elapsed_s, lean_s = sum(each.elapsed_s for each in spent), sum(each.lean_s for each in spent)
    return Record(
        name=problem.name,
        statement=problem.statement,
        area=problem.area,
        difficulty=problem.difficulty,
        expected=problem.expected,
        outcome=one.outcome,
        seconds=round(elapsed_s, 3),
        checks=sum(each.checks for each in spent),
        lean_s=round(lean_s, 3),
        outside_s=round(elapsed_s - lean_s, 3),
        lap=lap,
        proof=one.proof,
        steps=one.steps,
        reason=one.reason,
        goal=one.goal,
        tokens=sum(each.tokens for each in spent),
        samples=tuple(attempts),
    )


_TELLING = {Grade.WRONG: 0, Grade.SOLVED: 1, Grade.UNSOLVED: 2, Grade.ELSEWHERE: 3}


def _only_attempt(record: Record) -> Attempt:
    return Attempt(
        seed=0,
        outcome=record.outcome,
        checks=record.checks,
        tokens=record.tokens,
        elapsed_s=record.seconds,
        lean_s=record.lean_s,
        proof=record.proof,
        steps=record.steps,
        reason=record.reason,
        goal=record.goal,
    )


@dataclass(frozen=True, slots=True)
class Conditions:
    """What results depend on besides the problem: those of other conditions are not comparable as they are.

    `library` is the digest of the built-in library and its Lean, `program` that of the code that solves. A
    problem has `seconds`, `checks` and `tokens` for each attempt; with 0 tokens there is no limit of those.
    """

    lean: str
    library: str
    lemmata: str
    program: str
    seconds: float
    lean_workers: int
    jobs: int
    check_s: float
    certify_s: float
    checks: int
    cpus: int
    way: str = "whole"
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    """One results file. `commit` is git's, with `-dirty` where files differ from it.

    `asked` names all problems that the run is about, of which a shard has a part; files of before have none.
    """

    command: str
    started: datetime
    saved: datetime
    commit: str | None
    conditions: Conditions
    records: tuple[Record, ...]
    asked: tuple[str, ...] = ()

    def only(self, names: Sequence[str]) -> Results:
        """The records of these problems, in this order."""
        named = {record.name: record for record in self.records}
        return replace(self, records=tuple(named[name] for name in names if name in named))


_FILE = TypeAdapter(Results)


def read_results(path: Path) -> Results:
    """Raises BadFile."""
    try:
        return _FILE.validate_json(path.read_bytes())
    except OSError as error:
        raise BadFile(f"{path} cannot be read: {error.strerror}.") from error
    except ValidationError as error:
        raise BadFile(f"{path} is no results file: {fault(error.errors()[0])}.") from error


def write_results(path: Path, results: Results) -> None:
    """Write the whole file or leave the one that is there. Raises BadFile."""
    write_whole(path, _FILE.dump_json(results, indent=1) + b"\n")
