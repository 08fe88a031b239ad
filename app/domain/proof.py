"""A proof as a tree of tactics, and how it is written down.

A step closes its goal, or leaves goals that its children close. One child goes on below its parent;
several are focused with `·`; the alternatives of `induction ... with` stand behind their labels.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.goal import Goal


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable of a statement is in an example, both as text: `n` is `3`."""

    variable: str
    value: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A tactic that a prover suggests for one goal; Lean has not seen it yet.

    `cases` are the labels of structured alternatives (`zero`, `succ k ih`): `tactic` then ends in `with`.
    `why` is a short reason for a person; a lower `cost` is tried earlier. `example` are the values of the
    variables of a general fact at which the tactic contradicts it.
    """

    tactic: str
    why: str = ""
    cases: tuple[str, ...] = ()
    cost: float = 1.0
    example: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Sorry:
    """A goal that nothing closes yet; `keyword` is what stands in its place."""

    keyword: str = "sorry"


@dataclass(frozen=True, slots=True)
class Step:
    """A tactic that Lean has accepted at `before`; `children` are what closes the goals `after` it."""

    proposal: Proposal
    before: Goal
    children: tuple[Tree, ...] = ()
    after: tuple[Goal, ...] = ()


Tree = Step | Sorry


def lines(tree: Tree) -> list[str]:
    """The tactic block of `tree`, unindented; works for any number of children."""
    if isinstance(tree, Sorry):
        return [tree.keyword]
    own = tree.proposal.tactic.splitlines()
    if tree.proposal.cases:
        for label, child in zip(tree.proposal.cases, tree.children, strict=True):
            own += _headed(f"| {label} =>", lines(child))
        return own
    if len(tree.children) == 1:
        return own + lines(tree.children[0])
    for child in tree.children:
        first, *rest = lines(child)
        own += [f"· {first}", *indented(rest)]
    return own


def indented(block: list[str], columns: int = 2) -> list[str]:
    return [" " * columns + line for line in block]


def term(tree: Tree) -> str:
    """What stands behind `:=`, a `by` block indented by two."""
    return "\n".join(["by", *indented(lines(tree))])


def steps(tree: Tree) -> list[Step]:
    """All steps in the order in which they are written."""
    if isinstance(tree, Sorry):
        return []
    return [tree, *(step for child in tree.children for step in steps(child))]


def _headed(head: str, block: list[str]) -> list[str]:
    if len(block) == 1:
        return [f"{head} {block[0]}"]
    return [head, *indented(block)]
