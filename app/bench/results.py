"""The results file: under which conditions, and what became of each problem."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from app.bench.problems import BadFile, BenchProblem, Expected, fault

_DEFINITE = frozenset(Expected)
_BOTH_HOLD = frozenset({Expected.PROVED, Expected.INCONSISTENT})


class Grade(Enum):
    """How an outcome stands to what was expected."""

    SOLVED = auto()
    UNSOLVED = auto()
    WRONG = auto()


def grade(expected: str, outcome: str) -> Grade:
    """To prove a statement whose hypotheses contradict each other is not wrong, nor is it what was asked."""
    if outcome == expected:
        return Grade.SOLVED
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


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one problem.

    `outcome` is its name in JSON. For `lean_s` of the `seconds` that it took, Lean was being asked; for
    `outside_s` it was not. `proof` is a whole file, and `steps` the lines of its proof; `reason` and `goal`
    say why there is none.
    """

    name: str
    statement: str
    area: str
    difficulty: int
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

    @property
    def grade(self) -> Grade:
        return grade(self.expected, self.outcome)

    @property
    def decided(self) -> bool:
        return self.outcome in _DEFINITE

    def of(self, problem: BenchProblem) -> Record:
        """The same with what the file says now about a problem of the same statement."""
        return replace(self, area=problem.area, difficulty=problem.difficulty, expected=problem.expected)


@dataclass(frozen=True, slots=True)
class Conditions:
    """What results depend on besides the problem: those of other conditions are not comparable as they are.

    `library` is the digest of the built-in library and its Lean, `program` that of the code that solves.
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


@dataclass(frozen=True, slots=True)
class Results:
    """One results file. `commit` is git's, with `-dirty` where files differ from it."""

    command: str
    started: datetime
    saved: datetime
    commit: str | None
    conditions: Conditions
    records: tuple[Record, ...]

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


def write_whole(path: Path, content: bytes) -> None:
    """Nobody sees half a file. Raises BadFile."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise BadFile(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        beside.unlink(missing_ok=True)
