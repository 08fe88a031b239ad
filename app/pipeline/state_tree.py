"""The tree of tactic states that RMaxTS grows, and which of its nodes is expanded next.

DeepSeek-Prover-V1.5 has the selection, the edges keyed by goal text and the equivalent prefixes. Ours:
- a state that stands elsewhere in the tree, up to names, is not new;
- once the first goal of a state is proved, one proof of it is enough, and all other ways below that state are
  left; the same goal is not proved again elsewhere;
- where tactics have costs there is a horizon: what costs more waits until nothing is left this side of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf

from app.domain.goal import Goal
from app.domain.proof import Proposal, Tree
from app.pipeline.bandit import Arm, best
from app.pipeline.expansion import Leaf
from app.pipeline.place import Place
from app.pipeline.tactic_state import StateKey, TacticState, text, whole_parts

_PREFIXES = 8  # equivalent ones that a node keeps


@dataclass(eq=False, slots=True)
class Node:
    """A tactic state. Its `states` have the same goals and differ in the code that leads there.

    `own` are the statistics of expanding it, `subtree` those of it and all below it. `tried` are the tactics
    with which expansions have begun here, `dearest` the highest cost among them, and `asking` those of
    expansions under way. It is `spent` if it is expanded no more, and `live` if it or a node below it is to
    be chosen from.
    """

    states: list[TacticState]
    cost: float = 0.0
    parent: Node | None = None
    own: Arm = field(default_factory=Arm)
    subtree: Arm = field(default_factory=Arm)
    children: dict[str, Node] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)
    asking: set[str] = field(default_factory=set)
    dearest: float = 0.0
    spent: bool = False
    live: bool = True

    @property
    def goals_left(self) -> int:
        return len(self.states[0].open)

    @property
    def place(self) -> Place:
        """Where its first goal stands."""
        return self.states[0].open[0]

    @property
    def leaf(self) -> Leaf:
        prefixes = tuple(state.tree for state in self.states)
        return Leaf(self.states[0].goals, prefixes, self.tried | self.asking)

    @property
    def rank(self) -> float:
        """Who comes first among those of which the statistics know nothing."""
        return self.cost + self.states[0].size

    @property
    def ahead(self) -> float:
        """What is tried here next costs at least about that, with what led here."""
        return self.cost + self.dearest

    def upwards(self) -> Iterator[Node]:
        """This node and those above it, up to the root."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@dataclass(frozen=True, slots=True)
class Arrival:
    """The node that a tactic led to, if any; `new` if it was not there, `renamed` if names differ in it."""

    node: Node | None = None
    new: bool = False
    renamed: bool = False


@dataclass(slots=True)
class StateTree:
    """All `nodes` in the order in which they came. `closed` has a proof for each goal, by its text, that one
    was found for; `proof` is that of the root. The `horizon` is moved by `reach` each time.
    """

    root: Node
    reach: float = inf
    horizon: float = 0.0
    nodes: list[Node] = field(default_factory=list)
    closed: dict[str, Tree] = field(default_factory=dict)
    proof: Tree | None = None
    _known: dict[StateKey, Node] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.nodes = self.nodes or [self.root]
        self.horizon = max(self.horizon, self.reach)
        for node in self.nodes:
            self._known.setdefault(node.states[0].key, node)
        self._look_at_all()

    def select(self) -> Node:
        """From the root down to a node whose own arm is the best. The root must be live."""
        node = self.root
        while True:
            below = sorted((child for child in node.children.values() if child.live), key=lambda c: c.rank)
            choices = [node, *below] if self._in_sight(node) else below
            chosen = choices[best([choice.own if choice is node else choice.subtree for choice in choices])]
            if chosen is node:
                return node
            node = chosen

    def arrive(self, node: Node, proposal: Proposal, goals: tuple[Goal, ...]) -> Arrival:
        """Enter the state behind a tactic that left `goals` of the first goal of `node`."""
        return self._enter(node, node.states[0].after(proposal, goals), node.cost + proposal.cost)

    def go_on(self, node: Node) -> Arrival | None:
        """Enter the state behind the first goal of `node` where a proof of it is known, None where not."""
        proof = self.closed.get(text(node.place.goal))
        return None if proof is None else self._enter(node, node.states[0].filled(proof), node.cost)

    def refresh(self, node: Node) -> None:
        """Find out which nodes up to the root are live; move the horizon if none is."""
        for above in node.upwards():
            self._look_at(above)
        waiting = [] if self.root.live else [one.ahead for one in self._all_below() if not one.spent]
        if waiting:
            self.horizon = min(waiting) + self.reach
            self._look_at_all()

    def _in_sight(self, node: Node) -> bool:
        return not node.spent and node.ahead <= self.horizon

    def _look_at(self, node: Node) -> None:
        node.live = self._in_sight(node) or any(child.live for child in node.children.values())

    def _look_at_all(self) -> None:
        for node in reversed(self.nodes):  # whatever is below another came after it
            self._look_at(node)

    def _all_below(self) -> Iterator[Node]:
        """The root, and whatever can be reached from it."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            waiting += node.children.values()
            yield node

    def _enter(self, parent: Node, state: TacticState, cost: float) -> Arrival:
        closes = len(state.open) < parent.goals_left
        if closes:
            for step in whole_parts(state.tree):
                self.closed.setdefault(text(step.before), step)
        if not state.open:
            self.proof = self.proof or state.tree
            return Arrival()
        arrival = self._placed(parent, state, cost)
        if closes:
            _leave_other_ways(parent, len(state.open), arrival)
        self.refresh(parent)
        return arrival

    def _placed(self, parent: Node, state: TacticState, cost: float) -> Arrival:
        known = self._known.get(state.key)
        if known is None:
            node = Node([state], cost, parent)
            self._known[state.key] = parent.children[state.text] = node
            self.nodes.append(node)
            self._look_at(node)
            return Arrival(node, new=True)
        if known.states[0].text != state.text:
            return Arrival(known, renamed=True)
        if known not in parent.upwards() and state not in known.states and len(known.states) < _PREFIXES:
            known.states.append(state)
        return Arrival(known)


def _leave_other_ways(parent: Node, left: int, arrival: Arrival) -> None:
    """What was worked on from `parent` upwards is proved: go on with the `left` goals that are left."""
    way = {node.parent: node for node in arrival.node.upwards()} if arrival.node else {}
    for node in parent.upwards():
        if node.goals_left <= left:
            return
        node.spent = True
        node.children = {way[node].states[0].text: way[node]} if node in way else {}
