"""The problem file: JSON Lines, each a statement and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from app.domain.errors import LemmataError

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class BadFile(LemmataError):
    """A file that the bench cannot work with; the text names the file, the line and the fault."""


class Expected(StrEnum):
    """What is known to be right, by the name that the outcome has in JSON."""

    PROVED = "proved"
    REFUTED = "refuted"
    INCONSISTENT = "inconsistent_hypotheses"


@dataclass(frozen=True, slots=True)
class BenchProblem:
    """`statement` is Lean, `words` the same for people; `difficulty` goes from 1 to 5."""

    name: Words
    statement: Words
    words: str
    area: Words
    difficulty: Annotated[int, Field(ge=1, le=5, strict=True)]
    expected: Expected


_LINE = TypeAdapter(BenchProblem)


def read_problems(path: Path) -> tuple[BenchProblem, ...]:
    """All problems of a file, in its order; empty lines are skipped. Raises BadFile."""
    seen: dict[str, int] = {}
    problems = []
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip():
            continue
        problem = _problem(line, f"{path}:{number}")
        if (first := seen.setdefault(problem.name, number)) != number:
            raise BadFile(f"{path}:{number}: the name {problem.name!r} is that of line {first} too.")
        problems.append(problem)
    if not problems:
        raise BadFile(f"{path} holds no problem.")
    return tuple(problems)


def select(
    problems: Sequence[BenchProblem], areas: Sequence[str], name: str | None
) -> tuple[BenchProblem, ...]:
    """Those of one of `areas`, if any are given, whose name is like the glob `name`. Raises BadFile."""
    known = sorted({problem.area for problem in problems})
    if unknown := [area for area in areas if area not in known]:
        raise BadFile(f"There is no area {unknown[0]!r}; there are {', '.join(known)}.")
    of_area = [problem for problem in problems if not areas or problem.area in areas]
    chosen = tuple(problem for problem in of_area if name is None or fnmatchcase(problem.name, name))
    if not chosen:
        raise BadFile(f"There is no problem of the name {name!r}.")
    return chosen


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadFile(f"{path}:{line}: this is not UTF-8 text.") from error
    except OSError as error:
        raise BadFile(f"{path} cannot be read: {error.strerror}.") from error


def _problem(line: str, place: str) -> BenchProblem:
    try:
        return _LINE.validate_json(line)
    except ValidationError as error:
        raise BadFile(f"{place}: {'; '.join(map(fault, error.errors()))}.") from error


def fault(detail: ErrorDetails) -> str:
    """What pydantic found, for the person who wrote the file."""
    key = ".".join(map(str, detail["loc"]))
    match detail["type"]:
        case "json_invalid":
            return f"this is not JSON ({detail['ctx']['error']})"
        case "missing":
            return f"the key `{key}` is missing"
        case _ if not key:
            return "this is not an object"
        case _:
            return f"`{key}` is {detail['input']!r}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"
