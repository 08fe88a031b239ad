"""Two results files side by side, on the problems that both have."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace

from app.bench.passes import Pass
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
class Level:
    """How many problems each of the two solved for no more than `limit` checks or tokens a problem."""

    unit: str
    limit: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one run to a later one. A ratio is after by before, None where one of them is none.

    `changed` are the changes that neither solve nor lose a problem; the ratios of medians are over what both
    solved. `levels` set one way beside another at equal cost, `passes` at equal numbers of attempts.
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
    levels: tuple[Level, ...]
    passes: tuple[tuple[Pass, Pass], ...]


def compare(before: Results, after: Results) -> Comparison:
    pairs = shared(before, after)
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
        differences=differences(before, after),
        levels=(
            *_levels("checks", [(old.checks, new.checks) for old, new in pairs], pairs),
            *_levels("tokens", [(old.tokens, new.tokens) for old, new in pairs], pairs),
        ),
        passes=_passes(earlier.total.passes, later.total.passes),
    )


def shared(before: Results, after: Results) -> Pairs:
    """The same statement by name and text; what is expected of it is what the later one says.

    Those that could be stated in neither environment are left out.
    """
    known = {record.name: record for record in before.records}
    both = [(known[new.name], new) for new in after.records if new.name in known]
    return [
        (replace(old, expected=new.expected), new)
        for old, new in both
        if old.statement == new.statement
        if not old.grade is new.grade is Grade.ELSEWHERE
    ]


def _changes(pairs: Pairs, wanted: Callable[[bool, bool], bool]) -> tuple[Change, ...]:
    return tuple(
        Change(new.name, old.outcome, new.outcome)
        for old, new in pairs
        if old.outcome != new.outcome
        if wanted(old.grade is Grade.SOLVED, new.grade is Grade.SOLVED)
    )


def _levels(unit: str, spent: Sequence[tuple[int, int]], pairs: Pairs) -> list[Level]:
    """At every power of ten that solved any, up to the most that both have spent on a problem."""
    most = min(max((old for old, _ in spent), default=0), max((new for _, new in spent), default=0))
    limits = [10**power for power in range(1, len(str(most))) if 10**power < most]
    both = [
        (was if old.grade is Grade.SOLVED else math.inf, now if new.grade is Grade.SOLVED else math.inf)
        for (was, now), (old, new) in zip(spent, pairs, strict=True)
    ]
    levels = [
        Level(unit, limit, sum(was <= limit for was, _ in both), sum(now <= limit for _, now in both))
        for limit in [*limits, *([most] if most else [])]
    ]
    return [level for level in levels if level.before or level.after]


def _passes(before: Sequence[Pass], after: Sequence[Pass]) -> tuple[tuple[Pass, Pass], ...]:
    """For every k that both have, where one attempt is not all there is."""
    known = {each.k: each for each in before}
    both = tuple((known[each.k], each) for each in after if each.k in known)
    return both if max(len(before), len(after)) > 1 else ()


def differences(before: Results, after: Results) -> tuple[Difference, ...]:
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
