"""A subgoal that any worker may take: all that is needed to prove it, as data."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.goal import Goal
from app.domain.problem import Frame, Statement
from app.domain.sketch import Sketch, Subgoal


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap on the way down from the statement: of which sketch, which number, and the goal there."""

    proof: str
    terms: tuple[int, ...]
    number: int
    goal: Goal


@dataclass(frozen=True, slots=True)
class Subtask:
    """`node` of a tree, below `statement` by way of `gaps`; `shown` is its goal as a theorem of its own.

    `seconds` are what the job had left when it was offered, wall-clock.
    """

    node: str
    statement: Statement
    gaps: tuple[Gap, ...]
    shown: Statement
    seconds: float

    @property
    def subgoal(self) -> Subgoal:
        """The place for its proof."""
        frame: Frame = self.statement
        for gap in self.gaps:
            frame = Subgoal(Sketch(frame, gap.proof, frozenset(gap.terms)), gap.number, gap.goal)
        if not isinstance(frame, Subgoal):
            raise ValueError("a subtask has at least one gap")
        return frame


def subtask(node: str, subgoal: Subgoal, shown: Statement, seconds: float) -> Subtask:
    """The subgoal of a node as data."""
    gaps: list[Gap] = []
    frame: Frame = subgoal
    while isinstance(frame, Subgoal):
        sketch = frame.sketch
        gaps.append(Gap(sketch.proof, tuple(sorted(sketch.terms)), frame.number, frame.goal))
        frame = sketch.frame
    if not isinstance(frame, Statement):
        raise TypeError("the outermost frame is a statement")
    return Subtask(node, frame, tuple(reversed(gaps)), shown, seconds)


@dataclass(frozen=True, slots=True)
class Finished:
    """What another worker has made of a subtask: a proof, or none, and what that took."""

    proof: str | None
    checks: int = 0
    tokens: int = 0
