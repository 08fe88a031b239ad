"""When two goals are the same for a search: up to the names and the order of what is known.

Cheap and on the safe side of useful: goals that it takes for equal differ in names only, but it may miss a
renaming where several hypotheses have the same shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from app.domain.goal import Goal
from app.domain.proof import Proposal, Sorry, Step, Tree

_NAME = re.compile(r"(?<![.\w])[^\W\d][\w'!?✝₀-₉]*")
_META = re.compile(r"\?[^\W\d]")

GoalKey = tuple[str, frozenset[str]]


def key(goal: Goal) -> GoalKey:
    """What equal goals have in common; the case name does not count."""
    target, lines = _numbered(goal)
    return target, frozenset(lines)


def renaming(one: Goal, other: Goal) -> dict[str, str]:
    """What the names of `one` are in `other`, a goal with the same key."""
    there = _numbered(other)[1]
    return {name: there[line] for line, name in _numbered(one)[1].items() if there[line] != name}


def _numbered(goal: Goal) -> tuple[str, dict[str, str]]:
    """The target, and each line of the context with the name that it is about, names being numbers."""
    local = {name for hypothesis in goal.hypotheses for name in hypothesis.names}
    numbers: dict[str, str] = {}

    def renamed(text: str) -> str:
        return _NAME.sub(lambda found: number(found[0]) if found[0] in local else found[0], text)

    def number(name: str) -> str:
        return numbers.setdefault(name, f"#{len(numbers)}")

    def shape(line: tuple[str, str]) -> str:
        return _NAME.sub(lambda found: "_" if found[0] in local else found[0], line[1])

    target = renamed(goal.target)
    known = [(name, f"{h.type} := {h.value}") for h in goal.hypotheses for name in h.names]
    types = [(name, renamed(type_)) for name, type_ in sorted(known, key=shape)]
    return target, {f"{numbers.get(name, '')} : {type_}": name for name, type_ in types}


def with_names(tree: Tree, names: Mapping[str, str]) -> Tree:
    """`tree` as it may stand where the context has other names. Lean says whether it does."""
    if isinstance(tree, Sorry) or not names:
        return tree

    def renamed(text: str) -> str:
        return _NAME.sub(lambda found: names.get(found[0], found[0]), text)

    proposal = tree.proposal
    return Step(
        Proposal(renamed(proposal.tactic), renamed(proposal.why), tuple(map(renamed, proposal.cases))),
        _goal(tree.before, names, renamed),
        tuple(with_names(child, names) for child in tree.children),
        tuple(_goal(goal, names, renamed) for goal in tree.after),
    )


def _goal(goal: Goal, names: Mapping[str, str], renamed: Callable[[str], str]) -> Goal:
    hypotheses = tuple(
        replace(known, names=tuple(names.get(name, name) for name in known.names), type=renamed(known.type))
        for known in goal.hypotheses
    )
    return replace(goal, hypotheses=hypotheses, target=renamed(goal.target))


def unfinished(goal: Goal) -> bool:
    """Whether Lean has yet to find a part of `goal`, shown as `?m`: such a goal cannot be set to a prover."""
    return any(_META.search(text) for text in (goal.target, *(known.type for known in goal.hypotheses)))
