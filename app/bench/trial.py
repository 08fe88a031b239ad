"""One problem of the bench, on one of the ways there are to its outcome."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from app import reports
from app.bench.bench_problem import BenchProblem
from app.bench.clocks import LeanClock, timed
from app.bench.files import BadFile
from app.bench.results import ELSEWHERE, Attempt
from app.domain.certificate import Certificate
from app.domain.errors import LemmataError
from app.domain.events import Inconsistent, Misstated, Outcome, Proved, Refuted, Spent
from app.domain.lean_source import header
from app.domain.problem import Environment, Problem
from app.pipeline.lab import Lab
from app.pipeline.quiet import Quiet
from app.pipeline.single import single
from app.pipeline.solve import solve
from app.pipeline.whole import Mode

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Budget:
    """What one attempt may use: wall-clock seconds, the checks of one search, and tokens, 0 for no limit."""

    seconds: float
    checks: int
    tokens: int = 0


class Way(Protocol):
    """A way from a problem to its outcome, made for a laboratory and a budget.

    `seeded` says whether another seed makes another attempt. `attempt` goes once; it raises
    CheckerUnavailable and no error of ours: that leaves the problem undecided.
    """

    @property
    def name(self) -> str: ...

    @property
    def seeded(self) -> bool: ...

    async def attempt(self, problem: BenchProblem, seed: int) -> Attempt: ...


@dataclass(frozen=True, slots=True)
class Whole:
    """`solve` as everybody calls it. Its prover is symbolic: a seed changes nothing."""

    lab: Lab
    budget: Budget
    name: str = "whole"
    seeded: bool = False

    async def attempt(self, problem: BenchProblem, seed: int) -> Attempt:
        async def go(lab: Lab) -> Outcome:
            asked = Problem(problem.statement, seconds=self.budget.seconds, words=problem.words)
            return await solve(asked, lab, Quiet())

        return await measured(self.lab, problem, seed, go)


@dataclass(frozen=True, slots=True)
class Sampled:
    """One whole proof from the prover model for each attempt, without repair or search. Raises BadFile."""

    lab: Lab
    budget: Budget
    mode: Mode
    seeded: bool = True

    @property
    def name(self) -> str:
        return self.mode.value

    async def attempt(self, problem: BenchProblem, seed: int) -> Attempt:
        model = self.lab.models.prover
        if model is None:
            raise BadFile(f"The way {self.name!r} needs a prover model: see `lemmata models`.")

        async def go(lab: Lab) -> Outcome:
            asked = Problem(problem.statement, seconds=self.budget.seconds, words=problem.words)
            return await single(asked, lab, Quiet(), model, self.mode, seed)

        return await measured(self.lab, problem, seed, go)


WAYS: dict[str, Callable[[Lab, Budget], Way]] = {
    "whole": Whole,
    "quick": lambda lab, budget: Sampled(lab, budget, Mode.QUICK),
    "thinking": lambda lab, budget: Sampled(lab, budget, Mode.THINKING),
}


async def measured(
    lab: Lab,
    problem: BenchProblem,
    seed: int,
    go: Callable[[Lab], Awaitable[Outcome]],
) -> Attempt:
    """What became of `go`, with the time that it took and how much of it Lean was being asked.

    An error of ours is undecided: it says nothing about the statement, nor about the other problems.
    """
    clock, started = LeanClock(), time.monotonic()
    try:
        outcome = await go(timed(lab, clock))
        report, steps, spent = _report(outcome, problem, lab.environment), _steps(outcome), _spent(outcome)
    except LemmataError:
        raise
    except Exception as error:
        _log.exception("The problem %s could not be worked on", problem.name)
        report = {"outcome": "undecided", "reason": f"the program failed: {error!r}"}
        steps, spent = None, Spent()
    return Attempt(
        seed=seed,
        outcome=report["outcome"],
        checks=spent.checks,
        tokens=spent.tokens,
        elapsed_s=round(time.monotonic() - started, 3),
        lean_s=round(clock.busy_s, 3),
        proof=report.get("proof"),
        steps=steps,
        reason=report.get("reason"),
        goal=report.get("goal"),
    )


def _report(outcome: Outcome, problem: BenchProblem, environment: Environment) -> dict[str, Any]:
    """A statement for another library that Lean does not accept here may well be right there."""
    report = reports.outcome_as_json(outcome, None)
    if not isinstance(outcome, Misstated):
        return report
    said = [message.text.splitlines()[0] for message in outcome.messages[:1] if message.text]
    report |= {"reason": " ".join([outcome.explanation, *said])}
    needed, here = _libraries(problem.statement), _libraries(environment.header)
    return report | ({"outcome": ELSEWHERE} if needed and needed.isdisjoint(here) else {})


def _libraries(text: str) -> set[str]:
    """What a text imports, `Mathlib` for each of its parts. Raises NotAStatement where it cannot be read."""
    return {name.partition(".")[0] for name in header(text).imports}


def _spent(outcome: Outcome) -> Spent:
    return Spent() if isinstance(outcome, Misstated) else outcome.spent


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
