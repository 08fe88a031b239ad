"""A tree search as a value that JSON can hold, so that another process can go on with it.

Goals and tactics stand in it once, in tables, and everywhere else by number. What was under way is left out:
it is asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from math import inf
from random import Random
from typing import Any, assert_never

from app.domain.goal import Goal
from app.domain.proof import Proposal, Sorry, Step, Tree, Value
from app.domain.verdict import Reason, Undecided
from app.pipeline.bandit import Arm
from app.pipeline.place import Place
from app.pipeline.state_tree import Node, StateTree
from app.pipeline.tactic_state import TacticState
from app.pipeline.trials import Accepted, Answer, Refused

Numbered = list[Any] | None  # a step: its tactic, its goal, the goals behind it, its children; None is a gap


@dataclass(slots=True)
class Progress:
    """How far a tree search has come. `answers` is what Lean said, by the goal's text and the tactic.

    It was `cut` if a path was left because of its length.
    """

    tree: StateTree
    random: Random
    answers: dict[str, dict[str, Answer]] = field(default_factory=dict)
    expansions: int = 0
    checks: int = 0
    cut: bool = False


def snapshot(progress: Progress) -> dict[str, Any]:
    """`progress` at this moment."""
    tables, tree = _Tables(), progress.tree
    number = {id(node): n for n, node in enumerate(tree.nodes)}
    version, state, gauss = progress.random.getstate()
    return {
        "expansions": progress.expansions,
        "checks": progress.checks,
        "cut": progress.cut,
        "reach": None if tree.reach == inf else tree.reach,
        "horizon": None if tree.horizon == inf else tree.horizon,
        "random": [version, list(state), gauss],
        "nodes": [_node(node, number, tables) for node in tree.nodes],
        "closed": {text: tables.tree(proof) for text, proof in tree.closed.items()},
        "proof": None if tree.proof is None else tables.tree(tree.proof),
        "answers": {
            text: {tactic: tables.answer(answer) for tactic, answer in answers.items()}
            for text, answers in progress.answers.items()
        },
        "goals": [str(goal) for goal in tables.goals],
        "proposals": [asdict(proposal) for proposal in tables.proposals],
    }


def restored(kept: dict[str, Any], root: Place) -> Progress:
    """The progress that was kept of a search for a proof of the goal at `root`."""
    rows = _Rows([Goal.parse(text) for text in kept["goals"]], [_proposal(row) for row in kept["proposals"]])
    nodes = [_restored_node(row, rows, root) for row in kept["nodes"]]
    for node, row in zip(nodes, kept["nodes"], strict=True):
        node.parent = None if row["parent"] is None else nodes[row["parent"]]
        node.children = {nodes[n].states[0].text: nodes[n] for n in row["children"]}
    tree = StateTree(
        nodes[0],
        reach=inf if kept["reach"] is None else kept["reach"],
        horizon=inf if kept["horizon"] is None else kept["horizon"],
        nodes=nodes,
        closed={text: rows.tree(proof) for text, proof in kept["closed"].items()},
        proof=None if kept["proof"] is None else rows.tree(kept["proof"]),
    )
    answers = {
        text: {tactic: rows.answer(answer) for tactic, answer in answers.items()}
        for text, answers in kept["answers"].items()
    }
    random = Random()  # noqa: S311
    version, state, gauss = kept["random"]
    random.setstate((version, tuple(state), gauss))
    return Progress(tree, random, answers, kept["expansions"], kept["checks"], kept["cut"])


def _node(node: Node, number: dict[int, int], tables: _Tables) -> dict[str, Any]:
    return {
        "parent": None if node.parent is None else number[id(node.parent)],
        "children": [number[id(child)] for child in node.children.values()],
        "cost": node.cost,
        "own": [node.own.reward, node.own.weight],
        "subtree": [node.subtree.reward, node.subtree.weight],
        "tried": sorted(node.tried),
        "dearest": node.dearest,
        "spent": node.spent and not node.asking,
        "trees": [tables.tree(state.tree) for state in node.states],
    }


def _restored_node(row: dict[str, Any], rows: _Rows, root: Place) -> Node:
    return Node(
        states=[TacticState.at(root, rows.tree(tree)) for tree in row["trees"]],
        cost=row["cost"],
        own=Arm(*row["own"]),
        subtree=Arm(*row["subtree"]),
        tried=set(row["tried"]),
        dearest=row["dearest"],
        spent=row["spent"],
    )


@dataclass(slots=True)
class _Tables:
    """Goals and tactics by the numbers that they get as they come."""

    goals: dict[Goal, int] = field(default_factory=dict)
    proposals: dict[Proposal, int] = field(default_factory=dict)

    def tree(self, tree: Tree) -> Numbered:
        if isinstance(tree, Sorry):
            return None
        tactic = self.proposals.setdefault(tree.proposal, len(self.proposals))
        after = [self._goal(goal) for goal in tree.after]
        return [tactic, self._goal(tree.before), after, [self.tree(child) for child in tree.children]]

    def answer(self, answer: Answer) -> list[Any]:
        match answer:
            case Accepted(goals):
                return ["accepted", *map(self._goal, goals)]
            case Refused():
                return ["refused"]
            case Undecided(reason, detail):
                return ["undecided", reason, detail]
            case _:
                assert_never(answer)

    def _goal(self, goal: Goal) -> int:
        return self.goals.setdefault(goal, len(self.goals))


@dataclass(frozen=True, slots=True)
class _Rows:
    """The tables, read back."""

    goals: Sequence[Goal]
    proposals: Sequence[Proposal]

    def tree(self, numbered: Numbered) -> Tree:
        if numbered is None:
            return Sorry()
        tactic, before, after, children = numbered
        below = tuple(self.tree(child) for child in children)
        return Step(self.proposals[tactic], self.goals[before], below, tuple(self.goals[n] for n in after))

    def answer(self, row: list[Any]) -> Answer:
        match row:
            case ["accepted", *goals]:
                return Accepted(tuple(self.goals[n] for n in goals))
            case ["undecided", reason, detail]:
                return Undecided(Reason(reason), detail)
            case _:
                return Refused()


def _proposal(row: dict[str, Any]) -> Proposal:
    example = tuple(Value(**value) for value in row["example"])
    return Proposal(row["tactic"], row["why"], tuple(row["cases"]), row["cost"], example)
