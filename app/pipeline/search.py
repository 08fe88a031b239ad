"""Search for a proof, with Lean as the judge of every step.

A best-first search over the goals of an and/or graph. A goal is proved if one of its tactics leaves only
goals that are proved; each goal stands in the graph once, up to the names in it. What is looked at next is
the goal whose cheapest untried tactics cost the least, the tactics that led to it included; Lean tries
several tactics of one goal at a time, and several goals side by side where there are workers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count, takewhile
from math import inf

from app.domain.events import Side, Tried
from app.domain.goal import Goal
from app.domain.problem import Frame
from app.domain.proof import Proposal, Sorry, Step, Tree
from app.domain.verdict import Undecided
from app.pipeline.account import Account
from app.pipeline.found import Found, NotFound, SearchResult, confirmed, from_the_top
from app.pipeline.likeness import GoalKey, key, renaming, unfinished, with_names
from app.pipeline.memory import Memory
from app.pipeline.place import Place
from app.pipeline.tasks import end
from app.pipeline.trials import (
    TOGETHER,
    Accepted,
    Answer,
    LimitReached,
    Refused,
    SearchLimits,
    Trials,
    heavy,
)
from app.ports import Checker, Journal, Prover

__all__ = ["Found", "NotFound", "SearchLimits", "SearchResult", "search"]

_DEEPEST = 40
_BAND = 0.45  # tactics of one goal that differ less in cost are tried together
_REFUSALS = 8  # as many refused tactics are told with a step
_ATTEMPTS = 12  # as many tactics are told of the goal that is left
_AHEAD = 0.75  # how much more than the cheapest goal under way another may cost
_PLAIN = 0.3  # a tactic that costs no more is a step that anyone would take


async def search(
    statement: Frame,
    root: Place,
    side: Side,
    prover: Prover,
    checker: Checker,
    journal: Journal,
    limits: SearchLimits,
    stop: asyncio.Event | None = None,
    memory: Memory | None = None,
) -> SearchResult:
    """Look for a proof of the goal at `root` in `statement`, and report the steps to `journal`.

    It begins with what `memory` holds. Once `stop` is set nothing new is asked, and the search ends when Lean
    has answered. Undecided only if Lean could not be asked at all, or not about the proof that was found.
    """
    trials = Trials(statement, checker, limits)
    account, stop = Account(side, journal), stop or asyncio.Event()
    hunt = _Search(prover, trials, account, memory or Memory(), _Node(root, 0.0), stop)
    workers: list[asyncio.Task[object]] = [asyncio.create_task(hunt.work()) for _ in range(limits.workers)]
    workers.append(asyncio.create_task(hunt.over.wait()))
    try:
        done, _ = await asyncio.wait(workers, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            each.result()  # an error of ours ends the search
        return await hunt.result()
    finally:
        await end(*workers)


@dataclass(eq=False, slots=True)
class _Node:
    """A goal of the graph. `cost` is that of the cheapest way to it.

    The `proposals` that were tried come first, and then those that are `known` to be accepted, up to there.
    `twin` is the goal of another place that this one is but for names: it waits for the proof of that.
    """

    place: Place
    cost: float
    proposals: Sequence[Proposal] | None = None
    tried: int = 0
    known: int = 0
    edges: list[_Edge] = field(default_factory=list)
    above: list[_Edge] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    proof: Tree | None = None
    dead: bool = False
    twin: _Node | None = None
    twins: list[_Node] = field(default_factory=list)

    @property
    def exhausted(self) -> bool:
        """Whether there is nothing left to try here."""
        return self.proposals is not None and self.tried >= len(self.proposals)


@dataclass(eq=False, slots=True)
class _Edge:
    """A tactic that Lean accepted at `owner`, and the goals that it left."""

    owner: _Node
    proposal: Proposal
    children: tuple[_Node, ...]

    @property
    def dead(self) -> bool:
        return any(child.dead for child in self.children)

    def step(self, children: tuple[Tree, ...]) -> Step:
        """The tactic with what stands for each of its goals."""
        goals = tuple(child.place.goal for child in self.children)
        return Step(self.proposal, self.owner.place.goal, children, goals)


@dataclass(eq=False, slots=True)
class _Search:
    """One search: the graph, and what is to be looked at next.

    `skipped` says that something was left out, so that an end without a proof is not the end of all ways.
    """

    prover: Prover
    trials: Trials
    account: Account
    memory: Memory
    root: _Node
    stop: asyncio.Event
    over: asyncio.Event = field(default_factory=asyncio.Event)
    skipped: bool = False
    _queue: list[tuple[float, int, _Node]] = field(default_factory=list)
    _known: dict[GoalKey, _Node] = field(default_factory=dict)
    _order: Iterator[int] = field(default_factory=count)
    _under_way: list[float] = field(default_factory=list)
    _more: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._known[key(self.root.place.goal)] = self.root
        self._push(self.root, self.root.cost)

    async def work(self) -> None:
        """Look at one goal after another until the search is over."""
        try:
            while not self.over.is_set() and (found := await self._next()) is not None:
                if self.stop.is_set():
                    self.skipped = True
                    break
                cost, node = found
                self._under_way.append(cost)
                try:
                    await self._look_at(node)
                finally:
                    self._under_way.remove(cost)
                    self._more.set()
        except LimitReached:
            self.skipped = True
        self.over.set()

    async def result(self) -> SearchResult:
        """What has been found, once the search is over."""
        trials = self.trials
        if self.root.proof is not None:
            try:
                return await self._confirmed(self.root.proof)
            except LimitReached:
                self.skipped = True
        if trials.unanswered is not None and not trials.decided:
            return trials.unanswered
        hardest = self._hardest()
        exhausted = not (self.skipped or trials.unanswered)
        tried = sorted((hardest.proposals or ())[: hardest.tried], key=lambda proposal: proposal.cost)
        attempts = tuple(proposal.tactic for proposal in tried[:_ATTEMPTS])
        return NotFound(hardest.place.goal, exhausted, trials.checks, trials.elapsed_s, attempts)

    async def _confirmed(self, tree: Tree) -> SearchResult:
        """Ask Lean about the whole proof, as the steps were only seen with `sorry` around them."""
        trials, above = self.trials, self.root.place
        answer = await confirmed(above, tree, trials)
        if isinstance(answer, NotFound | Undecided):
            return answer
        await self.account.show(answer, self._refusals, trials.checks, trials.elapsed_s)
        return Found(from_the_top(above, answer), trials.checks, trials.elapsed_s)

    async def _next(self) -> tuple[float, _Node] | None:
        """The goal to look at next and its cost; None if there is none and no worker may still find one.

        No worker goes far ahead of another, or a costlier proof would be found first where Lean is slow.
        """
        while not self.over.is_set():
            while self._queue and self._queue[0][0] <= min(self._under_way, default=inf) + _AHEAD:
                cost, _, node = heappop(self._queue)
                if node.proof is None and not node.dead and self._wanted(node, set()):
                    return cost, node
            if not self._under_way:
                return None
            self._more.clear()
            await self._more.wait()
        return None

    async def _look_at(self, node: _Node) -> None:
        """Have Lean try the next few tactics at a goal, and draw the consequences."""
        if node.proposals is None:
            await self._ask_prover(node)
        chosen = _band(node)
        node.tried += len(chosen)
        if chosen:
            await self._tell(node)
            answers = await self.trials.ask(node.place, chosen)
            self._note_refused(node, chosen, answers)
            await self._extend(node, chosen, answers)
        if node.proof is None and node.proposals and not node.exhausted:
            self._push(node, node.cost + node.proposals[node.tried].cost)
        self._bury(node)

    async def _ask_prover(self, node: _Node) -> None:
        """Find out what can be tried at a goal; what Lean has refused there before counts as tried."""
        goal = node.place.goal
        found = await self.prover.propose(goal, self.trials.statement.preamble)
        ordered = self.memory.ordered(goal, found)
        node.proposals, node.tried, node.known = ordered.proposals, ordered.refused, ordered.known
        node.refused += [proposal.tactic for proposal in node.proposals[: node.tried]]

    def _note_refused(self, node: _Node, chosen: Sequence[Proposal], answers: Sequence[Answer]) -> None:
        told = zip(chosen, answers, strict=False)
        refused = [proposal.tactic for proposal, answer in told if isinstance(answer, Refused)]
        node.refused += refused
        self.account.refused(node.place.goal, refused)

    async def _tell(self, node: _Node) -> None:
        """Show the attempt that `node` belongs to, now and then."""
        elapsed_s, checks = self.trials.elapsed_s, self.trials.checks
        if self.account.due(elapsed_s):
            await self.account.show(self._attempt(node), self._refusals, checks, elapsed_s)
            await self.account.alive(node.place.goal, checks, elapsed_s)

    async def _extend(self, node: _Node, chosen: Sequence[Proposal], answers: Sequence[Answer]) -> None:
        for proposal, answer in zip(chosen, answers, strict=False):
            if isinstance(answer, Accepted) and not any(unfinished(goal) for goal in answer.goals):
                await self._add(node, proposal, answer.goals)
            if node.proof is not None:
                return

    async def _add(self, node: _Node, proposal: Proposal, goals: tuple[Goal, ...]) -> None:
        """Put a tactic that Lean accepted, and the goals that it left, into the graph."""
        if node.place.depth >= _DEEPEST:
            self.skipped = True
            return
        cost = node.cost + proposal.cost
        places = node.place.below(proposal, goals)
        edge = _Edge(node, proposal, tuple(_Node(place, cost) for place in places))
        node.edges.append(edge)
        for child in reversed(edge.children):
            child.above.append(edge)
            await self._enter(child)
        await self._settle(edge)

    async def _enter(self, node: _Node) -> None:
        """Look for the goal in the graph: one that is there already is not looked at twice."""
        twin = self._known.setdefault(key(node.place.goal), node)
        if twin is node:
            self._push(node, node.cost)
            return
        node.twin = twin
        twin.twins.append(node)
        if twin.proof is not None:
            await self._like_its_twin(node)
        elif twin.dead:
            node.dead = True
        elif node.cost < twin.cost and not twin.exhausted:
            ahead = twin.proposals[twin.tried].cost if twin.proposals else 0.0
            twin.cost = node.cost
            self._push(twin, twin.cost + ahead)

    async def _like_its_twin(self, node: _Node) -> None:
        """Use the proof of the goal's twin, with other names, if Lean accepts it here."""
        twin = node.twin
        if twin is None or twin.proof is None:
            return
        tree = with_names(twin.proof, renaming(twin.place.goal, node.place.goal))
        if await self.trials.holds(node.place, tree):
            node.proof = tree
        else:
            node.twin = None
            self._push(node, node.cost)

    async def _settle(self, edge: _Edge) -> None:
        """If all that a tactic left is proved, its goal is, and so on upwards."""
        owner = edge.owner
        if owner.proof is not None or not all(child.proof for child in edge.children):
            return
        owner.proof = edge.step(tuple(child.proof for child in edge.children if child.proof))
        if owner is self.root:
            self.over.set()
            return
        for twin in owner.twins:
            await self._like_its_twin(twin)
        for node in (owner, *owner.twins):
            for above in node.above if node.proof else ():
                await self._settle(above)

    def _bury(self, node: _Node) -> None:
        """A goal is dead if nothing is left to try and every tactic left some dead goal."""
        if node.dead or node.proof or not node.exhausted or not all(edge.dead for edge in node.edges):
            return
        node.dead = True
        for other in (node, *node.twins):
            if other.twin is node or other is node:
                other.dead = True
                for above in other.above:
                    self._bury(above.owner)
        if node is self.root:
            self.over.set()

    def _wanted(self, node: _Node, seen: set[_Node]) -> bool:
        """Whether a proof of `node` could still become a part of the whole."""
        if node is self.root:
            return True
        if node in seen:
            return False
        seen.add(node)
        return any(
            above.owner.proof is None and not above.dead and self._wanted(above.owner, seen)
            for other in (node, *node.twins)
            for above in other.above
        )

    def _push(self, node: _Node, cost: float) -> None:
        if node.proposals is None and self.memory.knows(node.place.goal):
            cost = 0.0  # the way back to where a worker before has been
        newest_first = -next(self._order)
        heappush(self._queue, (cost + _size(node.place.goal), newest_first, node))
        self._more.set()

    def _attempt(self, node: _Node) -> Tree:
        """The unfinished proof that leads to `node`, with what is proved on the way."""
        tree: Tree = Sorry()
        while node.above and node is not self.root:
            edge = node.above[0]
            tree = edge.step(
                tuple(tree if child is node else child.proof or Sorry() for child in edge.children)
            )
            node = edge.owner
        return tree

    def _refusals(self, step: Step) -> tuple[Tried, ...]:
        node = self._known.get(key(step.before))
        before = [] if node is None else [t for t in node.refused if t != step.proposal.tactic]
        return tuple(Tried(tactic) for tactic in before[:_REFUSALS])

    def _hardest(self) -> _Node:
        """The goal that is left where a person would have got stuck.

        From the root down along tactics that are plain steps or have proved a part, to an open goal at which
        nothing of the kind is known.
        """
        node, seen = self.root, {self.root}
        while True:
            open_ = [
                (edge, [child.twin or child for child in edge.children if not child.proof])
                for edge in node.edges
            ]
            ways = [
                (len(left) / len(edge.children), edge.proposal.cost, number)
                for number, (edge, left) in enumerate(open_)
                if left
                and not seen.intersection(left)
                and (len(left) < len(edge.children) or edge.proposal.cost <= _PLAIN or edge.proposal.cases)
            ]
            if not ways:
                return node
            left = open_[min(ways)[2]][1]
            below = max(left, key=lambda child: child.tried)
            if not below.tried:
                return node
            node = below
            seen.add(node)


def _band(node: _Node) -> Sequence[Proposal]:
    """The next tactics to try at a goal: those that cost about the same; one that may take long is alone."""
    end = node.known if node.tried < node.known else node.tried + TOGETHER
    rest = list((node.proposals or ())[node.tried : end][:TOGETHER])
    if not rest or heavy(rest[0]):
        return rest[:1]
    near = takewhile(lambda p: p.cost <= rest[0].cost + _BAND and not heavy(p), rest)
    return list(near)


def _size(goal: Goal) -> float:
    """Among goals of equal cost the shorter one comes first."""
    return min(len(goal.target), 400) / 1000
