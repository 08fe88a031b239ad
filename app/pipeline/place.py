"""Where a goal stands in an unfinished proof, and the source that tries a tactic there.

Lean judges a tactic in place: the steps from the root down to the goal, every other goal `sorry`, then the
tactic, then `all_goals sorry`. What Lean has at those last words are the goals that the tactic leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.goal import Goal
from app.domain.lean_source import position
from app.domain.problem import Statement
from app.domain.proof import Proposal, Sorry, Step, Tree, term
from app.domain.verdict import Position

_REST = "all_goals sorry"


@dataclass(frozen=True, slots=True)
class Place:
    """A goal and how it came about: goal number `branch` of those that `proposal` left at `above`."""

    goal: Goal
    above: Place | None = None
    proposal: Proposal | None = None
    branch: int = 0
    siblings: int = 1

    def below(self, proposal: Proposal, goals: tuple[Goal, ...]) -> tuple[Place, ...]:
        """The places of the goals that `proposal` leaves here."""
        return tuple(Place(goal, self, proposal, number, len(goals)) for number, goal in enumerate(goals))

    def upwards(self) -> Iterator[Place]:
        """This place and those above it, up to the root."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.above

    @property
    def label(self) -> str:
        """The name of the structured alternative that this goal belongs to, or nothing."""
        return self.proposal.cases[self.branch] if self.proposal and self.proposal.cases else ""

    @property
    def depth(self) -> int:
        return sum(1 for _ in self.upwards()) - 1


def in_place(place: Place, tree: Tree) -> Tree:
    """The whole proof with `tree` at `place` and `sorry` for every goal off the path."""
    for here in place.upwards():
        if here.above is not None and here.proposal is not None:
            children: list[Tree] = [Sorry()] * here.siblings
            children[here.branch] = tree
            tree = Step(here.proposal, here.above.goal, tuple(children))
    return tree


def trial(statement: Statement, place: Place, proposal: Proposal) -> tuple[str, tuple[Position, ...]]:
    """The source that tries `proposal` at `place`, and where to ask for the goals that it leaves."""
    rest = (Sorry(_REST),) * max(1, len(proposal.cases))
    source = statement.source(term(in_place(place, Step(proposal, place.goal, rest))))
    return source, tuple(position(source, found.start()) for found in re.finditer(_REST, source))
