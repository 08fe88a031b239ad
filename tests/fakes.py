"""Adapters that follow a script. Each passes the contract tests of its real twin."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.domain.errors import LeaseLost
from app.domain.events import Event, Outcome
from app.domain.goal import Goal
from app.domain.proof import Proposal
from app.domain.verdict import Position, Reason, Undecided, Verdict


class ScriptedChecker:
    """Answers a source as the script says; `asked` lists the sources in order.

    `goals` are those at a place, the same in every source; `takes_s` is how long a source takes.
    """

    def __init__(
        self,
        script: Callable[[str], Verdict],
        goals: Mapping[Position, tuple[Goal, ...]] | None = None,
        takes_s: Mapping[str, float] | None = None,
    ) -> None:
        self.asked: list[str] = []
        self._script = script
        self._goals = goals or {}
        self._takes_s = takes_s or {}

    async def check(
        self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
    ) -> Verdict:
        self.asked.append(source)
        try:
            async with asyncio.timeout(deadline_s):
                await asyncio.sleep(self._takes_s.get(source, 0))
        except TimeoutError:
            return Undecided(Reason.TIMEOUT, f"Lean was not done within {deadline_s:g} s.")
        verdict = self._script(source)
        if isinstance(verdict, Undecided):
            return verdict
        return replace(verdict, goals=tuple(self._goals.get(place, ()) for place in goals_at or ()))


class MemoryJournal:
    """Keeps what a job reports in `events`."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    async def append(self, event: Event) -> None:
        if self.events and isinstance(self.events[-1], Outcome):
            raise LeaseLost("The job has ended.")
        self.events.append(event)


class ScriptedProver:
    """Proposes what the script says for a target; `asked` lists the goals in order."""

    def __init__(self, script: Mapping[str, Sequence[Proposal]]) -> None:
        self.asked: list[Goal] = []
        self._script = script

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        self.asked.append(goal)
        return self._script.get(goal.target, ())
