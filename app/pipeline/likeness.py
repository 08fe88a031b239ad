"""When two goals are the same for a search: up to the names and the order of what is known.

Cheap and on the safe side of useful: goals that it takes for equal differ in names only, but it may miss a
renaming where several hypotheses have the same shape.
"""

from __future__ import annotations

import re

from app.domain.goal import Goal

_NAME = re.compile(r"(?<![.\w])[^\W\d][\w'!?✝₀-₉]*")
_META = re.compile(r"\?[^\W\d]")

GoalKey = tuple[str, frozenset[str]]


def key(goal: Goal) -> GoalKey:
    """What equal goals have in common; the case name does not count."""
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
    return target, frozenset(f"{numbers.get(name, '')} : {type_}" for name, type_ in types)


def unfinished(goal: Goal) -> bool:
    """Whether Lean has yet to find a part of `goal`, shown as `?m`: such a goal cannot be set to a prover."""
    return any(_META.search(text) for text in (goal.target, *(known.type for known in goal.hypotheses)))
