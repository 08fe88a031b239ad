"""Sampling alone: whole attempts, each from the beginning, which is what a tree search is held against."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from app.domain.events import Side, Tried
from app.domain.problem import Frame
from app.domain.proof import Proposal, Step
from app.domain.verdict import Undecided
from app.pipeline.account import Account
from app.pipeline.expansion import Expander, Leaf, Tactics
from app.pipeline.found import Found, NotFound, SearchResult, confirmed, from_the_top
from app.pipeline.likeness import unfinished
from app.pipeline.place import Place
from app.pipeline.tactic_state import StateKey, TacticState
from app.pipeline.trials import Accepted, Answer, LimitReached, SearchLimits, Trials
from app.ports import Checker, Journal


async def walks(
    statement: Frame,
    root: Place,
    side: Side,
    expander: Expander,
    checker: Checker,
    journal: Journal,
    limits: SearchLimits,
    seed: int = 0,
    deepest: int = 40,
    stop: asyncio.Event | None = None,
) -> SearchResult:
    """Walk from `root` until every goal is closed, nothing is left to try, or a path is `deepest` long; and
    again, with nothing remembered. For `stop` and Undecided see `search`.
    """
    trials, random = Trials(statement, checker, limits), Random(seed)  # noqa: S311
    walker = _Walker(expander, trials, Account(side, journal), random, deepest, stop or asyncio.Event())
    start = TacticState.at(root)
    try:
        asked = -1
        while not walker.stop.is_set() and trials.checks > asked:
            asked = trials.checks
            end = await walker.walk(start)
            if not end.open:
                return await walker.confirmed(root, end)
    except LimitReached:
        pass
    if trials.unanswered is not None and not trials.decided:
        return trials.unanswered
    return NotFound(root.goal, False, trials.checks, trials.elapsed_s)


@dataclass(slots=True)
class _Walker:
    expander: Expander
    trials: Trials
    account: Account
    random: Random
    deepest: int
    stop: asyncio.Event

    async def walk(self, state: TacticState) -> TacticState:
        """Where one attempt ends; it comes to no state twice. Raises LimitReached."""
        tried, seen = set[str](), {state.key}
        while state.open and state.open[0].depth < self.deepest and not self.stop.is_set():
            await self._tell(state)
            paths = await self.expander.expand(Leaf(state.goals, (state.tree,), tried), self.random)
            if not paths:
                break
            further = await self._further(state, paths, seen)
            tried = tried | {first.tactic for first, *_ in paths} if further is state else set()
            state = further
        return state

    async def confirmed(self, root: Place, state: TacticState) -> SearchResult:
        trials = self.trials
        answer = await confirmed(root, state.tree, trials)
        if isinstance(answer, NotFound | Undecided):
            return answer
        await self.account.show(answer, _no_refusals, trials.checks, trials.elapsed_s)
        return Found(from_the_top(root, answer), trials.checks, trials.elapsed_s)

    async def _further(
        self, state: TacticState, paths: Sequence[Tactics], seen: set[StateKey]
    ) -> TacticState:
        """The state behind the path that closes the goal, or behind the first that leads to another."""
        answers = await self.trials.ask(state.open[0], [first for first, *_ in paths])
        ways = [
            (further, rest)
            for (first, *rest), answer in zip(paths, answers, strict=False)
            if (further := _behind(state, first, answer)) and further.key not in seen
        ]
        if not ways:
            return state
        further, rest = min(ways, key=lambda way: len(way[0].open) >= len(state.open))
        seen.add(further.key)
        return await self._further(further, [tuple(rest)], seen) if rest and further.open else further

    async def _tell(self, state: TacticState) -> None:
        elapsed_s, checks = self.trials.elapsed_s, self.trials.checks
        if self.account.due(elapsed_s):
            await self.account.show(state.tree, _no_refusals, checks, elapsed_s)
            await self.account.alive(state.open[0].goal, checks, elapsed_s)


def _behind(state: TacticState, proposal: Proposal, answer: Answer) -> TacticState | None:
    if not isinstance(answer, Accepted) or any(unfinished(goal) for goal in answer.goals):
        return None
    return state.after(proposal, answer.goals)


def _no_refusals(step: Step) -> tuple[Tried, ...]:
    return ()
