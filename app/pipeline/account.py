"""What a search tells the journal: the steps of the present attempt, and signs of life.

A search goes over the same ground again with more patience, without asking Lean again. So a step that is
taken again waits here, and is reported only when the attempt reaches a step that is new.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.events import Searching, Side, StepsAbandoned, StepVerified
from app.domain.goal import Goal
from app.ports import Journal

_SIGN_OF_LIFE_S = 0.5


@dataclass(slots=True)
class Account:
    """The steps of the present attempt in order: those in the journal, then those that wait."""

    side: Side
    journal: Journal
    reported: list[int] = field(default_factory=list)
    waiting: list[StepVerified] = field(default_factory=list)
    last_number: int = 0
    _last_sign_s: float = 0.0

    def __len__(self) -> int:
        return len(self.reported) + len(self.waiting)

    async def step(self, event: StepVerified, new: bool) -> None:
        """Add a step, numbered `last_number + 1`."""
        self.last_number = event.step
        self.waiting.append(event)
        if new:
            await self.report()

    async def report(self) -> None:
        """Write every step that waits."""
        while self.waiting:
            event = self.waiting.pop(0)
            self.reported.append(event.step)
            await self.journal.append(event)

    async def abandon(self, kept: int) -> None:
        """Take back all steps of the attempt but the first `kept`."""
        withdrawn = self.waiting[max(0, kept - len(self.reported)) :]
        self.waiting = self.waiting[: len(self.waiting) - len(withdrawn)]
        self.last_number -= len(withdrawn)
        abandoned, self.reported = tuple(self.reported[kept:]), self.reported[:kept]
        if abandoned:
            await self.journal.append(StepsAbandoned(self.side, abandoned))

    async def alive(self, goal: Goal, checks: int, elapsed_s: float) -> None:
        """Say where the search is, at most every half second."""
        if elapsed_s - self._last_sign_s >= _SIGN_OF_LIFE_S:
            self._last_sign_s = elapsed_s
            await self.journal.append(Searching(self.side, checks, elapsed_s, goal))
