"""What became of each problem on each way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    BEST_FIRST = "best-first"
    RMAXTS = "RMaxTS"
    SAMPLING = "sampling alone"


class End(StrEnum):
    """How a search ended; `SOLVED` says that the certifier has seen the proof."""

    SOLVED = "solved"
    REFUSED = "refused by the certifier"
    CHECKS = "checks used up"
    SECONDS = "seconds used up"
    EXHAUSTED = "everything tried"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Run:
    """One search. `checks` counts the tactics and proofs that Lean was asked about, up to `limit`."""

    problem: str
    difficulty: int
    way: Way
    seed: int
    limit: int
    end: End
    checks: int
    seconds: float

    @property
    def is_for(self) -> tuple[str, Way, int, int]:
        return self.problem, self.way, self.seed, self.limit


def solved_within(runs: Sequence[Run], way: Way, checks: int) -> int:
    return sum(run.end is End.SOLVED and run.checks <= checks for run in runs if run.way is way)
