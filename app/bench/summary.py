"""What a run says as a whole: how much is solved, how fast, and where the time went."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.bench.passes import Pass, Tries, curve
from app.bench.results import Grade, Record


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some numbers, and what 95 of 100 do not exceed."""

    median: float
    p95: float


@dataclass(frozen=True, slots=True)
class Tally:
    """How many problems of a group, an area or a difficulty, are solved; the seconds are those of them all.

    Those that cannot be stated in this environment are counted as `elsewhere`, and nowhere else.
    """

    name: str
    problems: int
    solved: int
    wrong: int
    elsewhere: int
    lean_s: float
    outside_s: float
    passes: tuple[Pass, ...] = ()

    @property
    def share(self) -> float | None:
        return self.solved / self.problems if self.problems else None


@dataclass(frozen=True, slots=True)
class Summary:
    """`seconds`, `checks` and `tokens` are those of what is solved, None if nothing is, or took any.

    `outside_cpu` is our share of the processor time, Lean's and ours together; `outside_wall` is the share of
    the time of the problems for which no question to Lean was under way. None where there is no time.
    """

    total: Tally
    decided: int
    areas: tuple[Tally, ...]
    difficulties: tuple[Tally, ...]
    seconds: Spread | None
    checks: Spread | None
    tokens: Spread | None
    wall_s: float
    solved_per_minute: float | None
    own_cpu_s: float
    lean_cpu_s: float
    outside_cpu: float | None
    outside_wall: float | None
    unsolved: tuple[str, ...]
    wrong: tuple[str, ...]
    elsewhere: tuple[str, ...]


def summarize(records: Sequence[Record]) -> Summary:
    solved = [record for record in records if record.grade is Grade.SOLVED]
    total = tally("all", records)
    wall_s = sum(record.lap.wall_s for record in records)
    own_cpu_s = sum(record.lap.own_cpu_s for record in records)
    lean_cpu_s = sum(record.lap.lean_cpu_s for record in records)
    return Summary(
        total=total,
        decided=sum(record.decided for record in records),
        areas=by_area(records),
        difficulties=by_difficulty(records),
        seconds=spread([record.seconds for record in solved]),
        checks=spread([record.checks for record in solved]),
        tokens=spread([record.tokens for record in solved if record.tokens]),
        wall_s=round(wall_s, 3),
        solved_per_minute=_share(60 * len(solved), wall_s),
        own_cpu_s=round(own_cpu_s, 3),
        lean_cpu_s=round(lean_cpu_s, 3),
        outside_cpu=_share(own_cpu_s, own_cpu_s + lean_cpu_s),
        outside_wall=_share(total.outside_s, total.outside_s + total.lean_s),
        unsolved=_names(records, Grade.UNSOLVED),
        wrong=_names(records, Grade.WRONG),
        elsewhere=_names(records, Grade.ELSEWHERE),
    )


def by_area(records: Iterable[Record]) -> tuple[Tally, ...]:
    """One for each area, in the order in which the areas appear."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record.area, []).append(record)
    return tuple(tally(name, those) for name, those in groups.items())


def by_difficulty(records: Iterable[Record]) -> tuple[Tally, ...]:
    """One for each difficulty that is known, the easiest first."""
    groups: dict[int, list[Record]] = {}
    for record in records:
        if record.difficulty is not None:
            groups.setdefault(record.difficulty, []).append(record)
    return tuple(tally(f"difficulty {level}", groups[level]) for level in sorted(groups))


def tally(name: str, records: Sequence[Record]) -> Tally:
    here = [record for record in records if record.grade is not Grade.ELSEWHERE]
    grades = [record.grade for record in here]
    return Tally(
        name,
        len(here),
        grades.count(Grade.SOLVED),
        grades.count(Grade.WRONG),
        len(records) - len(here),
        round(sum(record.lean_s for record in records), 3),
        round(sum(record.outside_s for record in records), 3),
        curve([Tries(len(record.attempts), record.successes) for record in here]),
    )


def spread(values: Sequence[float]) -> Spread | None:
    """Between two values as NumPy does it: `p95` of 1 to 21 is 20."""
    match sorted(values):
        case []:
            return None
        case [only]:
            return Spread(only, only)
        case several:
            hundredths = statistics.quantiles(several, n=100, method="inclusive")
            return Spread(statistics.median(several), round(hundredths[94], 3))


def _names(records: Iterable[Record], grade: Grade) -> tuple[str, ...]:
    return tuple(record.name for record in records if record.grade is grade)


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole > 0 else None
