"""Where the time goes: to Lean, or to what stands between two questions to Lean."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

import psutil

from app.bench.results import Lap
from app.domain.certificate import Certificate, Claim, NotCertified
from app.domain.problem import Statement
from app.domain.verdict import Position, Undecided, Verdict
from app.domain.warnings import Examination
from app.pipeline.lab import Lab
from app.ports import Certifier, Checker


class LeanClock:
    """Sums the seconds for which at least one question to Lean is under way."""

    def __init__(self) -> None:
        self.busy_s = 0.0
        self._under_way = 0
        self._since = 0.0

    @contextmanager
    def question(self) -> Iterator[None]:
        if not self._under_way:
            self._since = time.monotonic()
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self.busy_s += time.monotonic() - self._since


@dataclass(frozen=True, slots=True)
class TimedChecker:
    """A `Checker` whose questions are timed."""

    checker: Checker
    clock: LeanClock

    async def check(
        self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
    ) -> Verdict:
        with self.clock.question():
            return await self.checker.check(source, deadline_s, goals_at)


@dataclass(frozen=True, slots=True)
class TimedCertifier:
    """A `Certifier` whose questions are timed."""

    certifier: Certifier
    clock: LeanClock

    async def examine(self, statement: Statement, deadline_s: float) -> Examination:
        with self.clock.question():
            return await self.certifier.examine(statement, deadline_s)

    async def certify(
        self, statement: Statement, proof: str, claim: Claim, deadline_s: float
    ) -> Certificate | NotCertified | Undecided:
        with self.clock.question():
            return await self.certifier.certify(statement, proof, claim, deadline_s)


def timed(lab: Lab, clock: LeanClock) -> Lab:
    """The same laboratory for one problem, with `clock` at every question to Lean."""
    return replace(
        lab, checker=TimedChecker(lab.checker, clock), certifier=TimedCertifier(lab.certifier, clock)
    )


class Laps:
    """Measures from one problem that is done to the next."""

    def __init__(self) -> None:
        self._last = _now()

    def lap(self) -> Lap:
        now, last = _now(), self._last
        self._last = now
        return Lap(
            round(now.wall_s - last.wall_s, 3),
            round(now.own_cpu_s - last.own_cpu_s, 3),
            round(now.lean_cpu_s - last.lean_cpu_s, 3),
        )


def _now() -> Lap:
    return Lap(time.monotonic(), time.process_time(), _lean_cpu_s())


def _lean_cpu_s() -> float:
    """Processor time of all processes that this one started, ended or not: each of them is a Lean."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = ended.ru_utime + ended.ru_stime
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            times = child.cpu_times()
            spent += times.user + times.system + times.children_user + times.children_system
    return float(spent)
