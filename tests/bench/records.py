"""Records and results as a run makes them, for tests of what is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from app.bench.problems import BenchProblem, Expected
from app.bench.results import Attempt, Conditions, Lap, Record, Results, record_of

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def record(
    name: str,
    outcome: str = "proved",
    expected: Expected = Expected.PROVED,
    *,
    area: str = "logic",
    seconds: float = 1.0,
    checks: int = 10,
    goal: str | None = None,
) -> Record:
    return Record(
        name=name,
        statement=f"theorem {name} : True",
        area=area,
        difficulty=2,
        expected=expected,
        outcome=outcome,
        seconds=seconds,
        checks=checks,
        lean_s=seconds * 0.75,
        outside_s=seconds * 0.25,
        lap=Lap(seconds, seconds * 0.1, seconds * 0.9),
        goal=goal,
    )


def attempted(
    name: str,
    outcomes: Sequence[str],
    expected: Expected = Expected.PROVED,
    *,
    area: str = "logic",
    difficulty: int | None = 2,
    tokens: int = 0,
) -> Record:
    """Attempt number n, from 1, has taken n seconds, ten times as many checks, and n times `tokens`."""
    problem = BenchProblem(name, f"theorem {name} : True", "", area, difficulty, expected)
    tries = [
        Attempt(seed, outcome, 10 * (seed + 1), tokens * (seed + 1), float(seed + 1), 0.5)
        for seed, outcome in enumerate(outcomes)
    ]
    return record_of(problem, tries, Lap(1.0, 0.1, 0.9))


def results(
    records: Sequence[Record], seconds: float = 10.0, *, asked: Sequence[str] = (), way: str = "whole"
) -> Results:
    conditions = Conditions("4.35.0", "ab", "0.1.0", "cd", seconds, 2, 1, 10.0, 30.0, 100, 2, way)
    return Results("lemmata bench core.jsonl", AT, AT, None, conditions, tuple(records), tuple(asked))
