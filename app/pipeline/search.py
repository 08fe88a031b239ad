"""Search for a proof, with Lean as the judge of every step.

An and/or search over goals, depth first with growing patience: a tactic has a cost, a path may spend so much,
and what fails within a budget is tried again with a larger one (iterative deepening; Korf, 1985). Lean is
never asked the same twice, so going over known ground again is cheap.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from math import inf

from app.domain.events import Side, StepVerified, Tried
from app.domain.goal import Goal
from app.domain.problem import Statement
from app.domain.proof import Proposal, Step, Tree
from app.domain.verdict import Checked, Undecided
from app.pipeline.account import Account
from app.pipeline.likeness import GoalKey, key, unfinished
from app.pipeline.place import Place
from app.pipeline.trials import Accepted, LimitReached, Refused, SearchLimits, Trials
from app.ports import Checker, Journal, Prover

__all__ = ["Found", "NotFound", "SearchLimits", "SearchResult", "search"]

_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A warm Lean accepted the whole proof, without `sorry`. It is not yet certified."""

    tree: Tree
    checks: int
    elapsed_s: float


@dataclass(frozen=True, slots=True)
class NotFound:
    """No proof within the limits; `exhausted` says that every proposal was tried and answered.

    `stuck_on` is the goal that was left when the search had got furthest.
    """

    stuck_on: Goal | None
    exhausted: bool
    checks: int
    elapsed_s: float


SearchResult = Found | NotFound | Undecided


async def search(
    statement: Statement,
    root: Goal,
    side: Side,
    prover: Prover,
    checker: Checker,
    journal: Journal,
    limits: SearchLimits,
) -> SearchResult:
    """Look for a proof of `statement`, whose goal is `root`, and report every step to `journal`.

    Undecided only if Lean could not be asked at all, or not about the proof that was found.
    """
    trials = Trials(statement, checker, limits)
    attempt = _Search(prover, trials, Account(side, journal), root)
    try:
        tree = await attempt.deepen()
        if tree is not None:
            return await _confirmed(tree, attempt)
    except LimitReached:
        attempt.skipped = True
    if trials.unanswered is not None and not trials.decided:
        return trials.unanswered
    exhausted = not (attempt.skipped or attempt.too_deep or trials.unanswered)
    return NotFound(attempt.stuck_on, exhausted, trials.checks, trials.elapsed_s)


async def _confirmed(tree: Tree, attempt: _Search) -> SearchResult:
    """Ask Lean about the whole proof, as the steps were only seen with `sorry` around them."""
    trials = attempt.trials
    verdict = await trials.whole(tree)
    if isinstance(verdict, Undecided):
        return verdict
    if not isinstance(verdict, Checked):
        return NotFound(attempt.root, False, trials.checks, trials.elapsed_s)
    await attempt.account.report()
    return Found(tree, trials.checks, trials.elapsed_s)


@dataclass(slots=True)
class _Search:
    """One search: what it knows about goals, and what it left out.

    `skipped` says that a larger budget would try more, `too_deep` that a path was cut for its length.
    """

    prover: Prover
    trials: Trials
    account: Account
    root: Goal
    skipped: bool = False
    too_deep: bool = False
    stuck_on: Goal | None = None
    _furthest: int = -1
    _solved: dict[Goal, Tree] = field(default_factory=dict)
    _failed: dict[GoalKey, float] = field(default_factory=dict)
    _proposals: dict[Goal, Sequence[Proposal]] = field(default_factory=dict)

    async def deepen(self) -> Tree | None:
        """Search with a budget of 0, 1, 2, ... until a proof is found or nothing was left out."""
        for budget in count():
            self.skipped = False
            tree = await self._solve(Place(self.root), 0, float(budget))
            if tree is not None or not self.skipped:
                return tree
            self.trials.keep_time()
            await asyncio.sleep(0)  # a round may have asked nothing, and others want their turn
        return None

    async def _solve(self, place: Place, parent: int, budget: float) -> Tree | None:
        """A proof of the goal at `place`, which step number `parent` left, spending at most `budget`."""
        goal = replace(place.goal, case=None)
        known = self._solved.get(goal)
        if known is not None and await self.trials.holds(place, known):
            await self._repeat(known, place, parent)
            return known
        if self._failed.get(key(goal), -1.0) < budget:
            return await self._explore(place, parent, budget)
        self.skipped |= self._failed[key(goal)] < inf
        return None

    async def _explore(self, place: Place, parent: int, budget: float) -> Tree | None:
        before, self.skipped = self.skipped, False
        tree = None
        if place.depth < _DEEPEST:
            tree = await self._first_that_closes(place, parent, budget)
        else:
            self.too_deep = True
        if tree is not None:
            self._solved[replace(place.goal, case=None)] = tree
            self.trials.saw(place, tree)
        else:
            self._failed[key(place.goal)] = budget if self.skipped else inf
            self._note_stuck(place.goal)
        self.skipped |= before
        return tree

    async def _first_that_closes(self, place: Place, parent: int, budget: float) -> Tree | None:
        refused: list[Tried] = []
        for proposal in await self._proposed(place.goal):
            if proposal.cost > budget:
                self.skipped = True
                continue
            checks = self.trials.checks
            await self.account.alive(place.goal, checks, self.trials.elapsed_s)
            answer = await self.trials.ask(place, proposal)
            if isinstance(answer, Refused):
                refused.append(Tried(proposal.tactic, answer.message))
            elif isinstance(answer, Accepted) and _leads_on(place, answer.goals):
                kept = len(self.account)
                new = self.trials.checks > checks
                number = await self._report(place, parent, proposal, answer.goals, new, refused)
                refused = []
                tree = await self._close(place, number, proposal, answer.goals, budget - proposal.cost)
                if tree is not None:
                    return tree
                await self.account.abandon(kept)
        return None

    async def _close(
        self, place: Place, number: int, proposal: Proposal, goals: tuple[Goal, ...], budget: float
    ) -> Tree | None:
        """`proposal` with a proof of each goal that it left, or None if one of them has none."""
        children: list[Tree] = []
        for below in place.below(proposal, goals):
            child = await self._solve(below, number, budget)
            if child is None:
                return None
            children.append(child)
        return Step(proposal, place.goal, tuple(children))

    async def _repeat(self, tree: Tree, place: Place, parent: int) -> None:
        """Report the steps of a proof that was found elsewhere and holds at `place` too."""
        if isinstance(tree, Step):
            goals = tuple(child.before for child in tree.children if isinstance(child, Step))
            number = await self._report(place, parent, tree.proposal, goals, False, [])
            for below, child in zip(place.below(tree.proposal, goals), tree.children, strict=True):
                await self._repeat(child, below, number)

    async def _report(
        self,
        place: Place,
        parent: int,
        proposal: Proposal,
        after: tuple[Goal, ...],
        new: bool,
        refused: list[Tried],
    ) -> int:
        number = self.account.last_number + 1
        event = StepVerified(
            self.account.side,
            number,
            parent,
            place.branch,
            place.label,
            proposal.tactic,
            proposal.why,
            place.goal,
            after,
            tuple(refused),
            self.trials.checks,
            self.trials.elapsed_s,
        )
        await self.account.step(event, new)
        return number

    async def _proposed(self, goal: Goal) -> Sequence[Proposal]:
        if goal not in self._proposals:
            self._proposals[goal] = sorted(await self.prover.propose(goal), key=lambda each: each.cost)
        return self._proposals[goal]

    def _note_stuck(self, goal: Goal) -> None:
        if len(self.account) > self._furthest:
            self._furthest, self.stuck_on = len(self.account), goal


def _leads_on(place: Place, goals: tuple[Goal, ...]) -> bool:
    """Whether every goal is complete and none has been on the way here."""
    passed = {key(above.goal) for above in place.upwards()}
    return not any(unfinished(goal) or key(goal) in passed for goal in goals)
