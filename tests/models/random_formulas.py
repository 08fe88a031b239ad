"""Random propositional formulas, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from app.models.formula import Atom, Compound, Formula, implies, neg


def formulas(seed: int) -> Iterator[tuple[str, Formula]]:
    """Binders and a formula over one to six atoms, some with premises, without end."""
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    while True:
        names = "pqrstu"[: dice.randint(1, 6)]
        depth = dice.randint(2, 4)
        formula = grown(dice, names, depth)
        for _ in range(dice.randint(0, 3)):
            formula = implies(grown(dice, names, depth - 2), formula)
        yield f"({' '.join(names)} : Prop)", formula


def grown(dice: random.Random, names: str, depth: int) -> Formula:
    if depth <= 0 or dice.random() < 0.15:
        return Atom(dice.choice(names))
    connective = dice.choice("∧∨→→↔¬")
    if connective == "¬":
        return neg(grown(dice, names, depth - 1))
    return Compound(connective, grown(dice, names, depth - 1), grown(dice, names, depth - 1))
