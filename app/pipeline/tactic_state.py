"""A tactic state: an unfinished proof, and the goals that it leaves open. The first of them is worked on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.goal import Goal
from app.domain.proof import Proposal, Sorry, Step, Tree
from app.pipeline.likeness import GoalKey, key
from app.pipeline.place import Place

StateKey = tuple[GoalKey, ...]
_LONG = 400  # characters; a target that is longer is no worse


@dataclass(frozen=True, slots=True)
class TacticState:
    """`tree` has a `Sorry` for each of the `open` places, in the order of the text."""

    tree: Tree
    open: tuple[Place, ...]

    @classmethod
    def at(cls, root: Place, tree: Tree | None = None) -> TacticState:
        """The state in which `tree` leaves the goal at `root`, the goal itself where there is none."""
        tree = Sorry() if tree is None else tree
        return cls(tree, tuple(_gaps(root, tree)))

    @property
    def goals(self) -> tuple[Goal, ...]:
        return tuple(place.goal for place in self.open)

    @property
    def text(self) -> str:
        """The goals without their case names: states with the same text go on in the same ways."""
        return "\n\n".join(map(text, self.goals))

    @property
    def key(self) -> StateKey:
        """What states have in common that differ in names only."""
        return tuple(key(goal) for goal in self.goals)

    @property
    def size(self) -> float:
        """Among states of equal cost the shorter one comes first."""
        return sum(min(len(goal.target), _LONG) for goal in self.goals) / 1000

    def after(self, proposal: Proposal, goals: tuple[Goal, ...]) -> TacticState:
        """The state behind a tactic that left `goals` of the first goal here."""
        first, *others = self.open
        step = Step(proposal, first.goal, (Sorry(),) * len(goals), goals)
        return TacticState(_filled(self.tree, step), (*first.below(proposal, goals), *others))

    def filled(self, proof: Tree) -> TacticState:
        """The state behind a whole `proof` of the first goal here."""
        return TacticState(_filled(self.tree, proof), self.open[1:])


def text(goal: Goal) -> str:
    """The goal without its case name."""
    return "\n".join([*map(str, goal.hypotheses), f"⊢ {goal.target}"])


def whole_parts(tree: Tree) -> list[Step]:
    """Every step of `tree` below which nothing is left open."""
    if isinstance(tree, Sorry):
        return []
    below = [step for child in tree.children for step in whole_parts(child)]
    return [*below, tree] if all(any(child is step for step in below) for child in tree.children) else below


def _gaps(place: Place, tree: Tree) -> Iterator[Place]:
    if isinstance(tree, Sorry):
        yield place
        return
    for below, child in zip(place.below(tree.proposal, tree.after), tree.children, strict=True):
        yield from _gaps(below, child)


def _filled(tree: Tree, part: Tree) -> Tree:
    """`tree` with `part` in place of its first `Sorry`."""
    return _replaced(tree, part) or tree


def _replaced(tree: Tree, part: Tree) -> Tree | None:
    """None if nothing is open in `tree`."""
    if isinstance(tree, Sorry):
        return part
    for number, child in enumerate(tree.children):
        if (new := _replaced(child, part)) is not None:
            children = (*tree.children[:number], new, *tree.children[number + 1 :])
            return Step(tree.proposal, tree.before, children, tree.after)
    return None
