"""Whether a sequent of propositional logic holds, classically by truth tables and intuitionistically.

The intuitionistic procedure is the contraction-free calculus LJT/G4ip (Dyckhoff, Contraction-free sequent
calculi for intuitionistic logic, 1992): every rule makes the sequent smaller, so it always ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from app.models.formula import FALSE, TRUE, Atom, Compound, Formula, atoms, conj, implies

MOST_ATOMS = 16
_MOST_SEQUENTS = 3000

Sequent = tuple[frozenset[Formula], Formula]


def sequent_atoms(known: Iterable[Formula], goal: Formula) -> list[Atom]:
    """The atoms of a sequent without repetitions, those of the goal first."""
    return list(dict.fromkeys(atom for formula in (goal, *known) for atom in atoms(formula)))


@lru_cache(maxsize=2048)
def countermodel(known: frozenset[Formula], goal: Formula) -> Mapping[Atom, bool] | None:
    """Truth values that make all of `known` true and `goal` false; None if there are none.

    With more than `MOST_ATOMS` atoms no table is made, and the answer is an empty mapping.
    """
    table = _Table(sequent_atoms(known, goal))
    if len(table.columns) > MOST_ATOMS:
        return {}
    rows = table.all_rows & ~table.truth(goal)
    for formula in known:
        rows &= table.truth(formula)
    return table.row(rows) if rows else None


def classical(known: frozenset[Formula], goal: Formula) -> bool:
    """Whether `goal` follows from `known` by truth tables; False if there are too many atoms to tell."""
    return countermodel(known, goal) is None


@lru_cache(maxsize=2048)
def intuitionistic(known: frozenset[Formula], goal: Formula) -> bool:
    """Whether `goal` follows from `known` without cases on atoms; False where it takes too long to tell."""
    try:
        return classical(known, goal) and _Proofs().exist(known, goal)
    except _TooLong:
        return False


class _Table:
    """A truth table with one bit for each row; row number r gives atom number i the bit i of r."""

    def __init__(self, present: list[Atom]) -> None:
        self.columns = {atom: number for number, atom in enumerate(present)}
        self.all_rows = (1 << (1 << min(len(present), MOST_ATOMS))) - 1
        self._truth: dict[Formula, int] = {TRUE: self.all_rows, FALSE: 0}

    def truth(self, formula: Formula) -> int:
        """The rows in which `formula` is true."""
        if formula not in self._truth:
            self._truth[formula] = self._compute(formula)
        return self._truth[formula]

    def _compute(self, formula: Formula) -> int:
        if isinstance(formula, Atom):
            width = 1 << self.columns[formula]
            return self.all_rows // ((1 << width) + 1) << width
        left, right = self.truth(formula.left), self.truth(formula.right)
        match formula.connective:
            case "∧":
                return left & right
            case "∨":
                return left | right
            case "→":
                return self.all_rows & ~left | right
            case _:
                return self.all_rows & ~(left ^ right)

    def row(self, rows: int) -> dict[Atom, bool]:
        number = rows.bit_length() - 1
        return {atom: bool(number >> column & 1) for atom, column in self.columns.items()}


class _TooLong(Exception):
    """The search for an intuitionistic proof met too many sequents."""


class _Proofs:
    """Whether proofs exist, for one question; remembers sequents."""

    def __init__(self) -> None:
        self._known: dict[Sequent, bool] = {}

    def exist(self, known: frozenset[Formula], goal: Formula) -> bool:
        sequent = known, goal
        if sequent not in self._known:
            if len(self._known) >= _MOST_SEQUENTS:
                raise _TooLong
            self._known[sequent] = self._decide(known, goal)
        return self._known[sequent]

    def _decide(self, known: frozenset[Formula], goal: Formula) -> bool:
        if goal == TRUE or goal in known or FALSE in known:
            return True
        for formula in known:
            if isinstance(formula, Compound) and (premises := _taken_apart(formula, known)) is not None:
                rest = known - {formula}
                return all(self.exist(rest | added, goal) for added in premises)
        if isinstance(goal, Compound) and goal.connective == "→":
            return self.exist(known | {goal.left}, goal.right)
        if isinstance(goal, Compound) and goal.connective == "∧":
            return self.exist(known, goal.left) and self.exist(known, goal.right)
        if isinstance(goal, Compound) and goal.connective == "↔":
            return self.exist(known, implies(goal.left, goal.right)) and self.exist(
                known, implies(goal.right, goal.left)
            )
        return classical(known, goal) and self._choose(known, goal)

    def _choose(self, known: frozenset[Formula], goal: Formula) -> bool:
        """The steps that can be wrong: a side of a disjunction, an implication behind an implication."""
        if isinstance(goal, Compound) and (self.exist(known, goal.left) or self.exist(known, goal.right)):
            return True
        for formula in known:
            if isinstance(formula, Compound) and isinstance(formula.left, Compound):
                inner, rest = formula.left, known - {formula}
                smaller = rest | {implies(inner.right, formula.right), inner.left}
                if self.exist(smaller, inner.right):
                    return self.exist(rest | {formula.right}, goal)
        return False


def _taken_apart(formula: Compound, known: frozenset[Formula]) -> list[frozenset[Formula]] | None:
    """What may replace `formula` among what is known, one set for each case; None if it must stay.

    None of these replacements loses anything.
    """
    left, right = formula.left, formula.right
    match formula.connective:
        case "∧":
            return [frozenset({left, right})]
        case "∨":
            return [frozenset({left}), frozenset({right})]
        case "↔":
            return [frozenset({implies(left, right), implies(right, left)})]
    if right == TRUE or left == FALSE:
        return [frozenset()]
    if left == TRUE or left in known:
        return [frozenset({right})]
    if not isinstance(left, Compound) or left.connective == "→":
        return None
    if left.connective == "∧":
        return [frozenset({implies(left.left, implies(left.right, right))})]
    if left.connective == "∨":
        return [frozenset({implies(left.left, right), implies(left.right, right)})]
    return [frozenset({implies(conj(implies(left.left, left.right), implies(left.right, left.left)), right)})]
