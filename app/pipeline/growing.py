"""How a tree of tactic states grows: what one expansion asks of the expander and of Lean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from app.domain.events import Tried
from app.domain.proof import Proposal, Step
from app.pipeline.account import Account
from app.pipeline.checkpoint import Progress
from app.pipeline.expansion import Expander, Tactics
from app.pipeline.likeness import unfinished
from app.pipeline.place import Place
from app.pipeline.state_tree import Arrival, Node
from app.pipeline.tactic_state import text
from app.pipeline.trials import Accepted, Answer, Refused, Trials

_REFUSALS = 8  # as many refused tactics are told with a step


@dataclass(frozen=True, slots=True)
class Growth:
    """How a tree grows, from a `seed`, which makes it reproducible where one worker grows it.

    An expansion draws up to `batches` times until something is new, and goes on from the best state that it
    has found, for `steps` in all. A horizon of `reach` is for tactics that have costs. A path is at most
    `deepest` long, and the tree is kept after `every` expansions. The search ends after `barren` expansions
    in a row that found nothing new.
    """

    seed: int = 0
    batches: int = 1
    steps: int = 1
    reach: float = inf
    deepest: int = 40
    every: int = 128
    barren: float = inf


WHOLE_PROOFS = Growth()  # as published, for a model that goes on to the end of the proof
TACTICS = Growth(batches=2, steps=4, reach=1.0)  # for a prover that proposes single tactics


@dataclass(frozen=True, slots=True)
class Grower:
    """Whoever expands nodes. About no tactic at no goal is Lean asked twice."""

    expander: Expander
    trials: Trials
    account: Account
    growth: Growth
    progress: Progress

    async def walk(self, node: Node) -> bool:
        """Whether an expansion of `node`, and of the best state that it finds, and so on, found any.

        Raises LimitReached.
        """
        front, found, left = [node], False, self.growth.steps
        while front and left and self.progress.tree.proof is None:
            node = min(front, key=lambda each: each.rank)
            new = await self._extend(node)
            closed = [each for each in new if each.goals_left < node.goals_left]
            front = closed or [*(each for each in front if each is not node), *new]
            found = found or bool(new)
            left -= not closed  # a goal less is no step further
        return found

    def refusals(self, step: Step) -> tuple[Tried, ...]:
        """What Lean refused where `step` begins."""
        answers = self.progress.answers.get(text(step.before), {})
        refused = [tactic for tactic, answer in answers.items() if isinstance(answer, Refused)]
        return tuple(Tried(tactic) for tactic in refused[:_REFUSALS])

    async def _extend(self, node: Node) -> list[Node]:
        """The new nodes right behind `node`, or along paths from it."""
        tree = self.progress.tree
        if (arrival := tree.go_on(node)) is not None:
            return [arrival.node] if arrival.node and arrival.new else []
        new: list[Node] = []
        for _ in range(self.growth.batches):
            if new or node.spent or tree.proof is not None:
                break
            paths = await self.expander.expand(node.leaf, self.progress.random)
            if paths:
                new = await self._begin(node, [path for path in paths if path])
            else:
                node.spent = True
                tree.refresh(node)
        return new

    async def _begin(self, node: Node, paths: Sequence[Tactics]) -> list[Node]:
        """Run `paths` from `node`, so that nobody else begins with the same meanwhile."""
        beginnings = {first.tactic for first, *_ in paths}
        node.asking |= beginnings
        try:
            return await self._run(node, paths)
        finally:
            node.asking -= beginnings

    async def _run(self, node: Node, paths: Sequence[Tactics]) -> list[Node]:
        """Run each of `paths` from `node` as far as Lean accepts it; the new nodes on them."""
        answers = await self._answers(node.place, [first for first, *_ in paths])
        new: list[Node] = []
        for first, *rest in paths:
            if (answer := answers.get(first.tactic)) is None:
                continue
            node.tried.add(first.tactic)
            arrival = self._followed(node, first, answer)
            if arrival.node is None or arrival.renamed:
                continue
            new += [arrival.node] if arrival.new else []
            if rest and self.progress.tree.proof is None:
                new += await self._run(arrival.node, [tuple(rest)])
        node.dearest = max([node.dearest, *(first.cost for first, *_ in paths)])
        self.progress.tree.refresh(node)
        return new

    def _followed(self, node: Node, proposal: Proposal, answer: Answer) -> Arrival:
        if not isinstance(answer, Accepted) or any(unfinished(goal) for goal in answer.goals):
            return Arrival()
        if node.place.depth >= self.growth.deepest:
            self.progress.cut = True
            return Arrival()
        return self.progress.tree.arrive(node, proposal, answer.goals)

    async def _answers(self, place: Place, proposals: Sequence[Proposal]) -> dict[str, Answer]:
        """What Lean has said at a goal, by tactic, once it was asked about `proposals` there."""
        known = self.progress.answers.setdefault(text(place.goal), {})
        unknown = [proposal for proposal in proposals if proposal.tactic not in known]
        if unknown:
            told = list(zip(unknown, await self.trials.ask(place, unknown), strict=False))
            known.update((proposal.tactic, answer) for proposal, answer in told)
            refused = [proposal.tactic for proposal, answer in told if isinstance(answer, Refused)]
            self.account.refused(place.goal, refused)
        return known
