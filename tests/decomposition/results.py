"""What became of each problem on each way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    WHOLE = "whole"
    OWN = "own sketch"
    MODEL = "model's sketch"


class End(StrEnum):
    """How it ended. `SOLVED` has a certificate, and on the ways with a sketch its proof is the sketch filled.

    `BESIDE` has one too, for a proof that owes nothing to the sketch. `OTHER` is anything else and counts for
    nothing: Lean could not be asked, or the program failed.
    """

    SOLVED = "solved"
    BESIDE = "solved beside the sketch"
    OPEN = "open"
    OTHER = "another outcome"


@dataclass(frozen=True, slots=True)
class Run:
    """One problem on one way, within `limit_s` seconds of wall clock.

    `closed` of its `subgoals` were closed; `load` is how many processes wanted the processors in the minute
    before its end, and `processors` how many there are.
    """

    problem: str
    way: Way
    limit_s: float
    end: End
    seconds: float
    checks: int
    closed: int
    subgoals: int
    load: float
    processors: int

    @property
    def is_for(self) -> tuple[str, Way, float]:
        return self.problem, self.way, self.limit_s


def left_open(runs: Sequence[Run]) -> set[str]:
    """The problems that were tried whole and stayed open."""
    return {run.problem for run in runs if run.way is Way.WHOLE and run.end is End.OPEN}


def solved_by(runs: Sequence[Run], way: Way) -> set[str]:
    """Those of the problems left open whole that a sketch solved on this way."""
    solved = {run.problem for run in runs if run.way is way and run.end is End.SOLVED}
    return solved & left_open(runs)


def solved_by_sketch(runs: Sequence[Run]) -> set[str]:
    """Those solved by the same sketch whoever it came from."""
    return solved_by(runs, Way.OWN) & solved_by(runs, Way.MODEL)
