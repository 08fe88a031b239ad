"""One problem of the bench, on the way that every problem goes."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Any

from app import reports
from app.bench.clocks import Laps, LeanClock, timed
from app.bench.problems import BenchProblem
from app.bench.results import Record
from app.domain.certificate import Certificate
from app.domain.errors import LemmataError
from app.domain.events import Event, Inconsistent, Outcome, Proved, Refuted
from app.domain.problem import Problem
from app.pipeline.lab import Lab
from app.pipeline.solve import solve

_log = logging.getLogger(__name__)
_FAILED = {"outcome": "undecided", "checks": 0, "proof": None}


@dataclass(frozen=True, slots=True)
class Silence:
    """A `Journal` that nobody reads."""

    async def append(self, event: Event) -> None:
        pass


async def attempt(problem: BenchProblem, seconds: float, lab: Lab, laps: Laps) -> Record:
    """Solve within a budget of `seconds`. Raises CheckerUnavailable.

    An error of ours is undecided: it says nothing about the statement, nor about the other problems.
    """
    clock, started = LeanClock(), time.monotonic()
    try:
        outcome = await solve(Problem(problem.statement, seconds=seconds), timed(lab, clock), Silence())
        report, steps = reports.outcome_as_json(outcome, None), _steps(outcome)
    except LemmataError:
        raise
    except Exception as error:
        _log.exception("The problem %s could not be worked on", problem.name)
        report, steps = _FAILED | {"reason": f"the program failed: {error!r}"}, None
    return _record(problem, report, steps, time.monotonic() - started, clock.busy_s, laps)


def _record(
    problem: BenchProblem,
    report: dict[str, Any],
    steps: int | None,
    elapsed_s: float,
    lean_s: float,
    laps: Laps,
) -> Record:
    return Record(
        name=problem.name,
        statement=problem.statement,
        area=problem.area,
        difficulty=problem.difficulty,
        expected=problem.expected,
        outcome=report["outcome"],
        seconds=round(elapsed_s, 3),
        checks=report["checks"],
        lean_s=round(lean_s, 3),
        outside_s=round(elapsed_s - lean_s, 3),
        lap=laps.lap(),
        proof=report["proof"],
        steps=steps,
        reason=report.get("reason"),
        goal=report.get("goal"),
    )


def _steps(outcome: Outcome) -> int | None:
    match outcome:
        case Proved(certificate) | Refuted(certificate) | Inconsistent(certificate):
            return _lines(certificate)
        case _:
            return None


def _lines(certificate: Certificate) -> int:
    """The lines of the proof, without the one that says `by`."""
    lines = [line for line in certificate.proof.splitlines() if line.strip() not in ("", "by")]
    return len(lines)
