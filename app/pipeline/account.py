"""What a search tells the journal: the steps of the present attempt, and signs of life.

A search looks at many goals in turn. What a person follows is one attempt at a time: an unfinished proof
whose steps appear, and are taken back where the attempt changes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.events import Searching, Side, StepsAbandoned, StepVerified, Tried
from app.domain.goal import Goal
from app.domain.proof import Step, Tree
from app.pipeline.memory import mark
from app.ports import Journal

_SIGN_OF_LIFE_S = 0.5
_Way = tuple[tuple[int, str, str], ...]  # from the root: the goal's number, its label, and the tactic there
Refusals = Callable[[Step], tuple[Tried, ...]]


@dataclass(slots=True)
class Account:
    """The steps that the journal shows, by the way that leads to each."""

    side: Side
    journal: Journal
    last_number: int = 0
    _shown: dict[_Way, int] = field(default_factory=dict)
    _last_sign_s: float = 0.0
    _refused: list[str] = field(default_factory=list)
    _telling: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def show(self, attempt: Tree, refusals: Refusals, checks: int, elapsed_s: float) -> None:
        """Make `attempt` the one that the journal shows; what both attempts share stays.

        Where two workers of a search tell at once, the second begins when the first is done.
        """
        steps = dict(_steps(attempt))
        async with self._telling:
            if gone := [way for way in self._shown if way not in steps]:
                numbers = tuple(self._shown.pop(way) for way in gone)
                await self.journal.append(StepsAbandoned(self.side, numbers))
            for way, step in steps.items():
                if way not in self._shown:
                    await self._report(way, step, refusals(step), checks, elapsed_s)

    async def _report(
        self, way: _Way, step: Step, refused: tuple[Tried, ...], checks: int, elapsed_s: float
    ) -> None:
        self.last_number += 1
        self._shown[way] = self.last_number
        above = way[:-1]
        await self.journal.append(
            StepVerified(
                side=self.side,
                step=self.last_number,
                parent=self._shown[above] if above else 0,
                branch=way[-1][0],
                label=way[-1][1],
                tactic=step.proposal.tactic,
                why=step.proposal.why,
                before=step.before,
                after=step.after,
                refused=refused,
                checks=checks,
                elapsed_s=elapsed_s,
            )
        )

    def due(self, elapsed_s: float) -> bool:
        """Whether it is time for a sign of life: at most every half second."""
        if elapsed_s - self._last_sign_s < _SIGN_OF_LIFE_S:
            return False
        self._last_sign_s = elapsed_s
        return True

    def refused(self, goal: Goal, tactics: Sequence[str]) -> None:
        """Keep in mind for the next sign of life what Lean has refused."""
        self._refused += [mark(goal, tactic) for tactic in tactics]

    async def alive(self, goal: Goal, checks: int, elapsed_s: float) -> None:
        """Say where the search is."""
        refused, self._refused = "".join(self._refused), []
        await self.journal.append(Searching(self.side, checks, elapsed_s, goal, refused))


def _steps(tree: Tree, way: _Way = (), branch: int = 0, label: str = "") -> Iterator[tuple[_Way, Step]]:
    """Every step of an attempt with the way to it, each before those below it."""
    if isinstance(tree, Step):
        own = (*way, (branch, label, tree.proposal.tactic))
        yield own, tree
        labels = tree.proposal.cases or ("",) * len(tree.children)
        for number, (child, below) in enumerate(zip(tree.children, labels, strict=True)):
            yield from _steps(child, own, number, below)
