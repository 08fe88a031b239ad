"""What the pipeline works with, and one problem on its way through it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from app.domain.events import Spent
from app.domain.lean_source import sorries
from app.domain.problem import Environment, Problem
from app.domain.verdict import Verdict
from app.ports import Certifier, Checker, Journal, Prover


@dataclass(frozen=True, slots=True)
class Lab:
    """What a worker keeps warm.

    `check_s` and `certify_s` are the deadlines of one warm and one final check; `checks` bounds one search,
    and `workers` is how many checks it has under way at once.
    """

    environment: Environment
    checker: Checker
    certifier: Certifier
    prover: Prover
    check_s: float = 10.0
    certify_s: float = 30.0
    checks: int = 50_000
    workers: int = 2


@dataclass(slots=True)
class Job:
    """One problem on its way; counts what it spends."""

    problem: Problem
    lab: Lab
    journal: Journal
    started: float = field(default_factory=time.monotonic)
    checks: int = 0

    @property
    def spent(self) -> Spent:
        return Spent(self.checks, round(time.monotonic() - self.started, 3))

    @property
    def left_s(self) -> float:
        return self.problem.seconds - (time.monotonic() - self.started)

    async def ask(self, source: str, *, goals: bool = False) -> Verdict:
        """What a warm Lean says to `source`; with `goals`, also the goals at its last `sorry`."""
        self.checks += 1
        deadline_s = min(self.lab.check_s, max(self.left_s, 1.0))
        return await self.lab.checker.check(source, deadline_s, sorries(source)[-1:] if goals else ())
