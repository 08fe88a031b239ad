"""Data sets in the forms in which they are published: JSON Lines, and folders of Lean files.

JSON Lines: miniF2F and ProofNet as DeepSeek-Prover-V1.5 released them, ProofNet by book, ProverBench, and
PutnamBench. Lean files: miniF2F, ProofNet by book, PutnamBench.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, Field, TypeAdapter

from app.bench.bench_problem import BenchProblem, Expected, Words
from app.bench.files import BadFile, read_text
from app.bench.theorems import Stated, read_theorems, uncommented
from app.domain.errors import NotAStatement
from app.domain.verdict import Position

FORMAL = ("formal_statement", "lean4_statement")
_INFORMAL = ("informal_prefix", "informal_statement", "informal_stmt", "informal")
# What names begin with: `mathd_algebra_182`, `amc12a_2019_p21`, `imo_1984_p2`; `number_theory__p3_2`.
_SERIES = re.compile(r"mathd_[a-z]+|[a-z_]+(?=__p[0-9])|[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands; `line` is from 1."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A problem and where it stands; `theorem` is what it states without a header, `source` a prefix for its
    name where another problem has the same.
    """

    problem: BenchProblem
    place: Place
    theorem: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """One object of a published file; other keys, such as a proof in words, are not read."""

    name: Annotated[Words, Field(validation_alias=AliasChoices("name", "problem_name"))]
    formal: Annotated[Words, Field(validation_alias=AliasChoices(*FORMAL))]
    informal: Annotated[str | None, Field(validation_alias=AliasChoices(*_INFORMAL))] = None
    header: str | None = None
    split: str | None = None
    area: str | None = None
    source: str | None = None
    tags: tuple[str, ...] = ()


_LINE = TypeAdapter(_Line)


def read_line(line: str, place: Place) -> Entry:
    """An object with one theorem. Raises BadFile, and pydantic's ValidationError."""
    said = _LINE.validate_json(line)
    try:
        stated = read_theorems(f"{said.header or ''}\n{said.formal}")
    except NotAStatement as error:
        raise BadFile(f"{place}: `{FORMAL[0]}`: {error}") from error
    if len(stated) != 1:
        raise BadFile(f"{place}: `{FORMAL[0]}` holds {len(stated)} theorems; it should be one.")
    words = uncommented(said.informal or "").partition("\\begin{proof}")[0].strip()
    book = (said.source or "").removesuffix(".lean")
    area = said.area or next(iter(said.tags), "") or book or series(said.name)
    problem = _problem(said.name, stated[0], words or stated[0].words, area)
    return Entry(replace(problem, split=said.split or ""), place, stated[0].claim)


def read_lean_file(path: Path, split: str = "") -> list[Entry]:
    """The theorems of one file: they are of an area by its name, or by their own if it has but one.

    Raises BadFile.
    """
    try:
        stated = read_theorems(read_text(path))
    except NotAStatement as error:
        raise BadFile(f"{Place(path, (error.position or Position(1, 0)).line)}: {error}.") from error
    area = path.stem if len(stated) > 1 else ""
    return [
        Entry(
            replace(_problem(one.name, one, one.words, area or series(one.name)), split=split),
            Place(path, one.line),
            one.claim,
            path.stem,
        )
        for one in stated
    ]


def read_folder(folder: Path) -> list[Entry]:
    """All Lean files below `folder`, by name, but for hidden folders, where packages are. Raises BadFile.

    A folder within it, such as `Test` or `Valid`, is a split.
    """
    files = sorted(path for path in folder.rglob("*.lean") if not _hidden(path.relative_to(folder)))
    splits = {path: path.relative_to(folder).parent.name.lower() for path in files}
    return [entry for path in files for entry in read_lean_file(path, splits[path])]


def told_apart(entries: Sequence[Entry]) -> tuple[BenchProblem, ...]:
    """The problems, with the names of the files before names that several have, or else a number behind them.

    Raises BadFile where one and the same theorem stands twice.
    """
    seen: dict[tuple[str, str], Place] = {}
    for entry in entries:
        name, statement = entry.problem.name, entry.theorem
        if (first := seen.setdefault((name, statement), entry.place)) != entry.place:
            raise BadFile(f"{entry.place}: the theorem {name!r} stands at {first} too.")
    names = Counter(entry.problem.name for entry in entries)
    told = ((e, f"{e.source}." if e.source and names[e.problem.name] > 1 else "") for e in entries)
    named = [replace(entry.problem, name=f"{prefix}{entry.problem.name}") for entry, prefix in told]
    return tuple(_numbered(named))


def series(name: str) -> str:
    """The competition, the area or the kind of exercise that a name begins with."""
    found = _SERIES.match(name)
    return found[0] if found else name


def _problem(name: str, stated: Stated, words: str, area: str) -> BenchProblem:
    return BenchProblem(name, stated.text, words, area, None, Expected.PROVED)


def _numbered(problems: Sequence[BenchProblem]) -> Iterator[BenchProblem]:
    count: Counter[str] = Counter()
    for problem in problems:
        count[problem.name] += 1
        number = count[problem.name]
        yield problem if number == 1 else replace(problem, name=f"{problem.name}#{number}")


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
