"""Where a goal stands in an unfinished proof, and the source that tries tactics there.

Lean judges tactics in place: the steps from the root down to the goal, every other goal `sorry`, and there
one `first` whose alternatives are the tactics. Each alternative prints the goals that it leaves and then
fails unless there are none, so one question tries many tactics from the same state, and ends at the first
that closes the goal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.goal import Goal
from app.domain.problem import Frame
from app.domain.proof import Proposal, Sorry, Step, Tree, indented, term

_FIRST = "first -- trial"


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


@dataclass(frozen=True, slots=True)
class Trial:
    """A source that tries tactics, and the lines of each, from 1: the first, and the one behind the last."""

    source: str
    spans: tuple[tuple[int, int], ...]


def trial(frame: Frame, place: Place, proposals: Sequence[Proposal]) -> Trial:
    """The source that tries `proposals` at `place` of a proof in `frame`, in their order."""
    blocks = [_alternative(proposal) for proposal in proposals]
    tactic = "\n".join([_FIRST, *(line for block in blocks for line in block), "  | sorry"])
    source = frame.source(term(in_place(place, Step(Proposal(tactic), place.goal))))
    line = source[: source.index(_FIRST)].count("\n") + 2
    spans: list[tuple[int, int]] = []
    for block in blocks:
        spans.append((line, line + len(block)))
        line += len(block)
    return Trial(source, tuple(spans))


def _alternative(proposal: Proposal) -> list[str]:
    """One alternative of the `first`: where there are cases, each prints its goal, and all of it fails."""
    own = proposal.tactic.splitlines()
    if proposal.cases:
        own += [f"  | {label} => trace_state; sorry" for label in proposal.cases]
        last = ["fail"]
    else:
        last = ["trace_state", "done"]
    first, *rest = [*own, *last]
    return [f"  | ({first}", *indented(rest[:-1], 5), f"     {rest[-1]})"]
