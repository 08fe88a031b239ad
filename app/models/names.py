"""Names that a proof gives to what it introduces: short, telling, and not taken."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.domain.goal import Goal
from app.models.formula import FALSE, TRUE, Atom, Formula, is_negation, tokens

_SHORT = re.compile(r"[^\W\d_]{1,2}['₀-₉]*")


def taken(goal: Goal) -> frozenset[str]:
    """Every word of `goal` that a new name could be confused with, `✝` left off."""
    texts = [goal.target, *(known.type for known in goal.hypotheses)]
    words = {part for text in texts for word in tokens(text) for part in word.split(".")}
    return frozenset(word.rstrip("✝") for word in words | {n for h in goal.hypotheses for n in h.names})


def fresh(base: str, used: Iterable[str]) -> str:
    """`base`, or `base1`, `base2`, ... if that is taken."""
    names = set(used)
    number = 0
    while (name := f"{base}{number or ''}") in names:
        number += 1
    return name


def accessible(name: str) -> bool:
    """Whether a proof can write `name`."""
    return "✝" not in name and not name.startswith("inst")


def hypothesis_name(formula: Formula, used: Iterable[str]) -> str:
    """`hp` for `p`, `hnp` for `¬p`, `h` for anything longer."""
    if isinstance(formula, Atom) and formula not in (TRUE, FALSE) and _SHORT.fullmatch(formula.text):
        return fresh(f"h{formula.text}", used)
    if is_negation(formula) and not isinstance(formula, Atom) and isinstance(formula.left, Atom):
        inner = formula.left.text
        return fresh(f"hn{inner}" if _SHORT.fullmatch(inner) else "h", used)
    return fresh("h", used)
