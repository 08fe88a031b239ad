"""RMaxTS: tree search that is paid for what is new (DeepSeek-Prover-V1.5, arXiv:2408.08152, section 3).

A node is a tactic state, and any node may be expanded. The only reward is that of an expansion that finds
states which the tree does not have: 1, whether they lead anywhere or not.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

from app.domain.events import Side
from app.domain.problem import Frame
from app.domain.proof import Tree
from app.domain.verdict import Undecided
from app.pipeline.account import Account
from app.pipeline.checkpoint import Progress, restored, snapshot
from app.pipeline.expansion import Expander
from app.pipeline.found import Found, NotFound, SearchResult, confirmed, from_the_top
from app.pipeline.growing import TACTICS, WHOLE_PROOFS, Grower, Growth
from app.pipeline.place import Place
from app.pipeline.state_tree import Node, StateTree
from app.pipeline.tactic_state import TacticState, text
from app.pipeline.tasks import end
from app.pipeline.trials import LimitReached, SearchLimits, Trials
from app.ports import Checker, Journal

__all__ = ["TACTICS", "WHOLE_PROOFS", "Growth", "rmaxts"]

Keep = Callable[[dict[str, Any]], Awaitable[None]]
_ATTEMPTS = 12  # as many tactics are told of the goal that is left


async def rmaxts(
    statement: Frame,
    root: Place,
    side: Side,
    expander: Expander,
    checker: Checker,
    journal: Journal,
    limits: SearchLimits,
    growth: Growth = WHOLE_PROOFS,
    stop: asyncio.Event | None = None,
    keep: Keep | None = None,
    checkpoint: dict[str, Any] | None = None,
) -> SearchResult:
    """Look for a proof of the goal at `root` in `statement`, and report the present attempt to `journal`.

    `keep` is handed the tree now and then and at the end, as a value that JSON can hold; one that was kept
    is where the search goes on if it is given back as `checkpoint`, with its checks counted. For `stop` and
    Undecided see `search`.
    """
    progress = _begun(root, growth) if checkpoint is None else restored(checkpoint, root)
    trials = Trials(statement, checker, limits, progress.checks)
    grower = Grower(expander, trials, Account(side, journal), growth, progress)
    hunt = _Hunt(grower, keep, stop or asyncio.Event())
    workers: list[asyncio.Task[object]] = [asyncio.create_task(hunt.work()) for _ in range(limits.workers)]
    workers.append(asyncio.create_task(hunt.over.wait()))
    try:
        done, _ = await asyncio.wait(workers, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            each.result()  # an error of ours ends the search
        return await hunt.result()
    finally:
        await end(*workers)


def _begun(root: Place, growth: Growth) -> Progress:
    tree = StateTree(Node([TacticState.at(root)]), growth.reach)
    return Progress(tree, Random(growth.seed))  # noqa: S311 - it keeps no secret


@dataclass(eq=False, slots=True)
class _Hunt:
    """One search under way."""

    grower: Grower
    keep: Keep | None
    stop: asyncio.Event
    over: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: int = 0
    _barren: int = 0
    _more: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def progress(self) -> Progress:
        return self.grower.progress

    @property
    def tree(self) -> StateTree:
        return self.progress.tree

    @property
    def trials(self) -> Trials:
        return self.grower.trials

    async def work(self) -> None:
        """Expand one node after another until the search is over."""
        try:
            while await self._anything_left() and not self.over.is_set() and not self.stop.is_set():
                node = self.tree.select()
                async with self._chosen(node):
                    await self._expansion(node)
        except LimitReached:
            pass
        self.over.set()

    async def _anything_left(self) -> bool:
        """Whether there is a node to expand; waits for the expansions under way where there is none yet."""
        while not self.tree.root.live and self._under_way:
            self._more.clear()
            await self._more.wait()
        return self.tree.root.live and self.tree.proof is None

    @asynccontextmanager
    async def _chosen(self, node: Node) -> AsyncIterator[None]:
        """Let all others see that an expansion of `node` is under way."""
        arms = [node.own, *(above.subtree for above in node.upwards())]
        self._under_way += 1
        for arm in arms:
            arm.in_flight += 1
        try:
            yield
        finally:
            self._under_way -= 1
            for arm in arms:
                arm.in_flight -= 1
            self._more.set()

    async def _expansion(self, node: Node) -> None:
        """Expand `node`, and pay for what is new."""
        await self._tell(node)
        growth, progress = self.grower.growth, self.progress
        reward = 1.0 if await self.grower.walk(node) else 0.0
        node.own.pay(reward)
        for above in node.upwards():
            above.subtree.pay(reward)
        progress.expansions += 1
        self._barren = 0 if reward else self._barren + 1
        if self.tree.proof is not None or self._barren >= growth.barren:
            self.over.set()
        elif progress.expansions % growth.every == 0:
            await self._keep()

    async def _tell(self, node: Node) -> None:
        """Show the attempt that `node` belongs to, now and then."""
        account, elapsed_s, checks = self.grower.account, self.trials.elapsed_s, self.trials.checks
        if account.due(elapsed_s):
            await account.show(node.states[0].tree, self.grower.refusals, checks, elapsed_s)
            await account.alive(node.place.goal, checks, elapsed_s)

    async def _keep(self) -> None:
        self.progress.checks = self.trials.checks
        if self.keep is not None:
            await self.keep(snapshot(self.progress))

    async def result(self) -> SearchResult:
        """What has been found, once the search is over."""
        await self._keep()
        trials = self.trials
        if self.tree.proof is not None:
            try:
                return await self._confirmed(self.tree.proof)
            except LimitReached:
                return NotFound(None, False, trials.checks, trials.elapsed_s)
        if trials.unanswered is not None and not trials.decided:
            return trials.unanswered
        goal = self._hardest().place.goal
        attempts = tuple(self.progress.answers.get(text(goal), {}))[:_ATTEMPTS]
        return NotFound(goal, self._exhausted, trials.checks, trials.elapsed_s, attempts)

    async def _confirmed(self, tree: Tree) -> SearchResult:
        root, trials = self.tree.root.place, self.trials
        answer = await confirmed(root, tree, trials)
        if isinstance(answer, NotFound | Undecided):
            return answer
        await self.grower.account.show(answer, self.grower.refusals, trials.checks, trials.elapsed_s)
        return Found(from_the_top(root, answer), trials.checks, trials.elapsed_s)

    @property
    def _exhausted(self) -> bool:
        """Whether every proposal was tried and answered."""
        answers = self.progress.answers.values()
        silent = any(isinstance(answer, Undecided) for known in answers for answer in known.values())
        return not (self.tree.root.live or self.progress.cut or silent)

    def _hardest(self) -> Node:
        """From the root down to where most expansions went, until they went into the node itself."""
        node = self.tree.root
        while node.children:
            below = max(node.children.values(), key=lambda child: child.subtree.weight)
            if below.subtree.weight <= node.own.weight:
                break
            node = below
        return node
