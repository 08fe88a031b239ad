"""The problems to solve, by the path of a file or a folder: ours, or a data set as it is published."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from app.bench.bench_problem import BenchProblem, Expected
from app.bench.files import BadFile, fault, read_text
from app.bench.released import FORMAL, Entry, Place, read_folder, read_lean_file, read_line, told_apart

__all__ = ["BadFile", "BenchProblem", "Expected", "read_problems", "select"]

_LINE = TypeAdapter(BenchProblem)


def read_problems(path: Path) -> tuple[BenchProblem, ...]:
    """All problems of a file or a folder, in its order. Raises BadFile.

    A folder holds Lean files, and so does a file that ends in `.lean`; any other file is JSON Lines. A line
    with a `formal_statement` is that of a published data set, and one with a `statement` is ours.
    """
    if path.is_dir():
        entries = read_folder(path)
    elif path.suffix == ".lean":
        entries = read_lean_file(path)
    else:
        entries = _lines(path)
    if not entries:
        raise BadFile(f"{path} holds no problem.")
    return told_apart(entries)


def select(
    problems: Sequence[BenchProblem], areas: Sequence[str], name: str | None, split: str | None = None
) -> tuple[BenchProblem, ...]:
    """Those of one of `areas`, if any are given, of the `split`, whose name is like the glob `name`.

    Raises BadFile.
    """
    known = sorted({problem.area for problem in problems})
    splits = sorted({problem.split for problem in problems} - {""})
    if unknown := [area for area in areas if area not in known]:
        raise BadFile(f"There is no area {unknown[0]!r}; there are {', '.join(known)}.")
    if split is not None and split not in splits:
        raise BadFile(f"There is no split {split!r}; there are {', '.join(splits) or 'none'}.")
    wanted = [problem for problem in problems if not areas or problem.area in areas]
    wanted = [problem for problem in wanted if split is None or problem.split == split]
    chosen = tuple(problem for problem in wanted if name is None or fnmatchcase(problem.name, name))
    if not chosen:
        raise BadFile(
            f"There is no problem of the name {name!r}." if name else "There is no problem of these areas."
        )
    return chosen


def _lines(path: Path) -> list[Entry]:
    """Empty lines are skipped. A name of ours stands once."""
    seen: dict[str, int] = {}
    entries = []
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip():
            continue
        place = Place(path, number)
        entry = _entry(line, place)
        name = entry.problem.name
        if (first := seen.setdefault(name, number)) != number and not _is_released(line):
            raise BadFile(f"{place}: the name {name!r} is that of line {first} too.")
        entries.append(entry)
    return entries


def _entry(line: str, place: Place) -> Entry:
    try:
        if _is_released(line):
            return read_line(line, place)
        problem = _LINE.validate_json(line)
    except ValidationError as error:
        raise BadFile(f"{place}: {'; '.join(map(fault, error.errors()))}.") from error
    return Entry(problem, place, problem.statement)


def _is_released(line: str) -> bool:
    try:
        said = json.loads(line)
    except ValueError:
        return False
    return isinstance(said, dict) and any(key in said for key in FORMAL)
