"""Adapters that follow a script. Each passes the contract tests of its real twin."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.act import Act
from app.domain.errors import LeaseLost
from app.domain.events import Event, Outcome
from app.domain.goal import Goal
from app.domain.proof import Proposal
from app.domain.sampling import Offer, Prompt, Reply, Sample, Sampling, Trouble, Unanswered
from app.domain.trace import Group
from app.domain.verdict import Position, Reason, Undecided, Verdict
from app.pipeline.quiet import Quiet


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


class MemoryJournal(Quiet):
    """Keeps what a job reports in `events` and what models say in `groups`; `done` is what people do."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.groups: list[Group] = []
        self.done: list[Act] = []
        self.trees: dict[str, dict[str, Any]] = {}

    async def append(self, event: Event) -> None:
        if self._ended:
            raise LeaseLost("The job has ended.")
        self.events.append(event)
        if self._ended:
            self.trees.clear()

    async def keep(self, group: Group) -> int:
        self.groups.append(group)
        return len(self.groups)

    async def acts(self, after: int) -> Sequence[Act]:
        return [act for act in self.done if act.number > after]

    async def keep_tree(self, name: str, tree: dict[str, Any]) -> None:
        if not self._ended:
            self.trees[name] = tree

    async def tree(self, name: str) -> dict[str, Any] | None:
        return self.trees.get(name)

    @property
    def _ended(self) -> bool:
        return bool(self.events) and isinstance(self.events[-1], Outcome)


class ScriptedProver:
    """Proposes what the script says for a target; `asked` lists the goals in order."""

    def __init__(self, script: Mapping[str, Sequence[Proposal]]) -> None:
        self.asked: list[Goal] = []
        self._script = script

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        self.asked.append(goal)
        return self._script.get(goal.target, ())


SCRIPTED = Offer("scripted", 8192)


class ScriptedModel:
    """Gives the replies of the script in order, or what it says to a prompt; `asked` lists the prompts.

    A prompt is asked `n` times side by side and is listed as often. `takes_s` is how long each reply takes,
    and `under_way` how many of them are waited for.
    """

    def __init__(
        self,
        script: Sequence[Reply] | Callable[[Prompt], Reply],
        offer: Offer = SCRIPTED,
        takes_s: float = 0.0,
    ) -> None:
        self.asked: list[Prompt] = []
        self.under_way = 0
        self.offer = offer
        self._script = script
        self._takes_s = takes_s

    async def sample(
        self, prompt: Prompt, sampling: Sampling, heard: Callable[[int], None] = lambda tokens: None
    ) -> AsyncGenerator[Reply, None]:
        replies = [self._next(prompt) for _ in range(sampling.n)]
        self.under_way += sampling.n
        try:
            await asyncio.sleep(min(self._takes_s, sampling.deadline_s))
            for reply in replies:
                yield self._said(reply, sampling, heard)
        finally:
            self.under_way -= sampling.n

    def _next(self, prompt: Prompt) -> Reply:
        self.asked.append(prompt)
        script = self._script
        return script(prompt) if callable(script) else script[len(self.asked) - 1]

    def _said(self, reply: Reply, sampling: Sampling, heard: Callable[[int], None]) -> Reply:
        if self._takes_s > sampling.deadline_s:
            return Unanswered(Trouble.LATE, "The model did not answer in the time that was left.")
        if isinstance(reply, Sample):
            heard(reply.tokens)
            for stop in sampling.stop:
                reply = replace(reply, text=reply.text.partition(stop)[0])
        return reply
