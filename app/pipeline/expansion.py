"""How a node of a tree search is expanded: which tactics are run from a tactic state."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import takewhile
from math import log
from random import Random
from typing import Protocol

from app.domain.goal import Goal
from app.domain.proof import Proposal, Tree
from app.pipeline.trials import TOGETHER, heavy
from app.ports import Prover

Tactics = tuple[Proposal, ...]
_BAND = 0.45  # of cost: a batch holds what is about as likely as its first


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where an expansion begins: goals of which the first is worked on, the equivalent code prefixes that
    lead there, and the tactics with which an expansion has begun there before.
    """

    goals: tuple[Goal, ...]
    prefixes: tuple[Tree, ...]
    tried: AbstractSet[str]


class Expander(Protocol):
    """Whatever knows how to go on from a tactic state: a prover's tactics, or a model's whole proof."""

    async def expand(self, leaf: Leaf, random: Random) -> Sequence[Tactics]:
        """Sequences of tactics to run from `leaf`, each tactic at the first goal that is open then.

        The first tactics of all of them are put to Lean together, so the likeliest comes first. An empty one
        stands for a try that came to nothing; no sequence at all says that there is nothing more to try.
        """
        ...


@dataclass(slots=True)
class TacticSampler:
    """Samples tactics of a prover for the first goal, without replacement: a tactic is the less likely the
    more it costs, as exp(−cost / `temperature`).

    A batch is one sample of several tactics: those that the draw put no further behind its first than
    tactics of similar cost are, `together` at most.
    """

    prover: Prover
    preamble: str = ""
    temperature: float = 0.1
    together: int = TOGETHER
    _known: dict[Goal, Sequence[Proposal]] = field(default_factory=dict)

    async def expand(self, leaf: Leaf, random: Random) -> Sequence[Tactics]:
        left = [each for each in await self._proposals(leaf.goals[0]) if each.tactic not in leaf.tried]
        drawn = sorted(((self._drawn(each, random), n) for n, each in enumerate(left)))
        if not drawn:
            return ()
        near = [left[n] for cost, n in drawn[: self.together] if cost <= drawn[0][0] + _BAND]
        batch = near[:1] if heavy(near[0]) else takewhile(lambda each: not heavy(each), near)
        return [(each,) for each in batch]

    def _drawn(self, proposal: Proposal, random: Random) -> float:
        """A cost with Gumbel noise: to take the lowest is to sample without replacement."""
        noise = -log(-log(random.uniform(1e-12, 1 - 1e-12)))
        return proposal.cost - self.temperature * noise

    async def _proposals(self, goal: Goal) -> Sequence[Proposal]:
        if goal not in self._known:
            self._known[goal] = await self.prover.propose(goal, self.preamble)
        return self._known[goal]
