"""Results of several runs, each of a part of the problems, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.bench.comparison import differences
from app.bench.files import BadFile
from app.bench.results import Grade, Record, Results

Part = tuple[Path, Results]


@dataclass(frozen=True, slots=True)
class Merged:
    """`missing` are the problems that were asked for and are in no part, or with fewer attempts than others;
    `twice` those of several parts, of which the first is kept. Both are in words.
    """

    results: Results
    missing: tuple[str, ...]
    twice: tuple[str, ...]


def merge(parts: Sequence[Part], command: str) -> Merged:
    """Raises BadFile where two parts are not from the same conditions, or state a problem differently."""
    (first_path, first), *others = parts
    for path, results in others:
        if different := differences(first, results):
            told = ", ".join(f"{one.condition} is {one.before} and {one.after}" for one in different)
            raise BadFile(f"{path} is not under the conditions of {first_path}: {told}.")
    kept, twice = _kept(parts)
    asked = list(dict.fromkeys(name for _, results in parts for name in (*results.asked, *_names(results))))
    commits = {results.commit for _, results in parts}
    results = Results(
        command=command,
        started=min(results.started for _, results in parts),
        saved=max(results.saved for _, results in parts),
        commit=first.commit if len(commits) == 1 else None,
        conditions=first.conditions,
        records=tuple(kept[name] for name in asked if name in kept),
        asked=tuple(asked),
    )
    return Merged(results, _missing(results), twice)


def _kept(parts: Sequence[Part]) -> tuple[dict[str, Record], tuple[str, ...]]:
    kept: dict[str, tuple[Path, Record]] = {}
    twice = []
    for path, results in parts:
        for record in results.records:
            before, known = kept.setdefault(record.name, (path, record))
            if known.statement != record.statement:
                raise BadFile(f"{path} states {record.name!r} differently from {before}.")
            if known is not record:
                twice.append(f"{record.name}: in {before}, which is kept, and in {path}")
    return {name: record for name, (_, record) in kept.items()}, tuple(twice)


def _missing(results: Results) -> tuple[str, ...]:
    here = [record for record in results.records if record.grade is not Grade.ELSEWHERE]
    most = max((len(record.attempts) for record in here), default=0)
    fewer = {one.name: len(one.attempts) for one in here if len(one.attempts) < most}
    absent = set(results.asked) - set(_names(results))
    told = {name: f"{name}: {tries} of {most} attempts" for name, tries in fewer.items()}
    return tuple(told.get(name, name) for name in results.asked if name in absent or name in told)


def _names(results: Results) -> tuple[str, ...]:
    return tuple(record.name for record in results.records)
