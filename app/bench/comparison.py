"""Two results files side by side, on the problems that both have."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace

from app.bench.results import Grade, Record, Results
from app.bench.summary import summarize

Pairs = Sequence[tuple[Record, Record]]


@dataclass(frozen=True, slots=True)
class Change:
    """A problem whose outcome is another one now."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A condition under which the two were not the same."""

    condition: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one run to a later one. A ratio is after by before, None where one of them is none.

    `changed` are the changes that neither solve nor lose a problem; the ratios of medians are over what both
    solved.
    """

    problems: int
    solved_before: int
    solved_after: int
    newly_solved: tuple[Change, ...]
    lost: tuple[Change, ...]
    changed: tuple[Change, ...]
    seconds_ratio: float | None
    checks_ratio: float | None
    solved_per_minute_ratio: float | None
    differences: tuple[Difference, ...]


def compare(before: Results, after: Results) -> Comparison:
    pairs = _pairs(before, after)
    both = [pair for pair in pairs if pair[0].grade is pair[1].grade is Grade.SOLVED]
    olds, news = [old for old, _ in pairs], [new for _, new in pairs]
    earlier, later = summarize(olds), summarize(news)
    return Comparison(
        problems=len(pairs),
        solved_before=earlier.total.solved,
        solved_after=later.total.solved,
        newly_solved=_changes(pairs, lambda was, now: now and not was),
        lost=_changes(pairs, lambda was, now: was and not now),
        changed=_changes(pairs, lambda was, now: was is now),
        seconds_ratio=_ratio_of_medians([(old.seconds, new.seconds) for old, new in both]),
        checks_ratio=_ratio_of_medians([(old.checks, new.checks) for old, new in both]),
        solved_per_minute_ratio=_ratio(earlier.solved_per_minute or 0, later.solved_per_minute or 0),
        differences=_differences(before, after),
    )


def _pairs(before: Results, after: Results) -> Pairs:
    """The same statement by name and text; what is expected of it is what the later one says."""
    known = {record.name: record for record in before.records}
    shared = [(known[new.name], new) for new in after.records if new.name in known]
    return [
        (replace(old, expected=new.expected), new) for old, new in shared if old.statement == new.statement
    ]


def _changes(pairs: Pairs, wanted: Callable[[bool, bool], bool]) -> tuple[Change, ...]:
    return tuple(
        Change(new.name, old.outcome, new.outcome)
        for old, new in pairs
        if old.outcome != new.outcome
        if wanted(old.grade is Grade.SOLVED, new.grade is Grade.SOLVED)
    )


def _differences(before: Results, after: Results) -> tuple[Difference, ...]:
    old, new = asdict(before.conditions), asdict(after.conditions)
    return tuple(
        Difference(condition, str(old[condition]), str(new[condition]))
        for condition in old
        if old[condition] != new[condition]
    )


def _ratio_of_medians(both: Sequence[tuple[float, float]]) -> float | None:
    if not both:
        return None
    return _ratio(statistics.median(old for old, _ in both), statistics.median(new for _, new in both))


def _ratio(before: float, after: float) -> float | None:
    return round(after / before, 3) if before else None
