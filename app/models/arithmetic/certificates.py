"""Why a polynomial inequality holds: what is known, squares and products, added up with weights.

A target `0 ≤ p` follows if `p` is a sum of such parts with weights that are not negative, and a number that
is not negative. The weights are a solution of linear equations, found exactly by the simplex method with
Bland's rule (Bland, New finite pivoting rules for the simplex method, 1977).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement

from app.models.arithmetic.polynomials import Monomial, Polynomial

_MOST_PIVOTS = 150
_MOST_COLUMNS = 300


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Something that is not negative, with the Lean term that says so; no term if `nlinarith` knows it.

    `polynomial` may be of either sign if `free`: it is 0.
    """

    polynomial: Polynomial
    term: str = ""
    free: bool = False


def certificate(target: Polynomial, parts: Sequence[Part]) -> tuple[Part, ...] | None:
    """Parts that add up to `target` with weights and a number that is not negative; few of them."""
    columns = _columns(parts)
    chosen = _solved(target, columns)
    if chosen is None:
        return None
    for part in list(chosen):
        fewer = [each for each in chosen if each is not part]
        if part.term and (found := _solved(target, _columns(fewer))) is not None:
            chosen = found
    return tuple(chosen)


def multipliers(goal: Polynomial, known: Sequence[Polynomial]) -> list[Polynomial] | None:
    """Polynomials with integer coefficients by which the known ones add up to `goal`."""
    atoms = sorted({*goal.atoms, *(atom for value in known for atom in value.atoms)})
    columns: list[Polynomial] = []
    labels: list[tuple[int, Polynomial]] = []
    for number, value in enumerate(known):
        for factor in _monomials(atoms, max(goal.degree - value.degree, 0)):
            for signed in (factor, -factor):
                columns.append(value * signed)
                labels.append((number, signed))
    if len(columns) > _MOST_COLUMNS:
        return None
    weights = feasible(goal, columns)
    if weights is None or any(weight.denominator != 1 for weight in weights):
        return None
    found = [Polynomial({}) for _ in known]
    for (number, factor), weight in zip(labels, weights, strict=True):
        found[number] = found[number] + factor * Polynomial.number(int(weight))
    return found


def _monomials(atoms: Sequence[str], degree: int) -> Iterator[Polynomial]:
    for size in range(min(degree, 3) + 1):
        for chosen in combinations_with_replacement(atoms, size):
            result = Polynomial.number(1)
            for atom in chosen:
                result = result * Polynomial.atom(atom)
            yield result


def _columns(parts: Iterable[Part]) -> list[tuple[Polynomial, Part | None]]:
    columns: list[tuple[Polynomial, Part | None]] = [(Polynomial.number(1), None)]
    for part in parts:
        columns.append((part.polynomial, part))
        if part.free:
            columns.append((-part.polynomial, part))
    return columns


def _solved(target: Polynomial, columns: Sequence[tuple[Polynomial, Part | None]]) -> list[Part] | None:
    usable = _reachable(target, columns)
    if usable is None:
        return None
    weights = feasible(target, [polynomial for polynomial, _ in usable])
    if weights is None:
        return None
    used = [part for (_, part), weight in zip(usable, weights, strict=True) if part is not None and weight]
    return list(dict.fromkeys(used))


def _reachable(
    target: Polynomial, columns: Sequence[tuple[Polynomial, Part | None]]
) -> list[tuple[Polynomial, Part | None]] | None:
    """Without the columns that have a monomial which no other can cancel; None if `target` has one."""
    while True:
        signs: dict[Monomial, set[bool]] = {}
        for polynomial, _ in columns:
            for monomial, value in polynomial.coefficients.items():
                signs.setdefault(monomial, set()).add(value > 0)
        for monomial, value in target.coefficients.items():
            if (value > 0) not in signs.get(monomial, set()):
                return None
            signs[monomial].add(value < 0)
        kept = [
            column
            for column in columns
            if all(len(signs[monomial]) == 2 for monomial in column[0].coefficients)
        ]
        if len(kept) == len(columns):
            return kept
        columns = kept


def feasible(target: Polynomial, columns: Sequence[Polynomial]) -> list[Fraction] | None:
    """Weights that are not negative with which the columns add up to `target`."""
    monomials = list(dict.fromkeys(m for p in (target, *columns) for m in p.coefficients))
    rows: list[dict[int, Fraction]] = []
    right: list[Fraction] = []
    for monomial in monomials:
        goal = Fraction(target.coefficients.get(monomial, 0))
        sign = -1 if goal < 0 else 1
        row = {
            n: Fraction(sign * p.coefficients[monomial])
            for n, p in enumerate(columns)
            if monomial in p.coefficients
        }
        rows.append(row)
        right.append(sign * goal)
    return _first_phase(rows, right, len(columns))


def _first_phase(rows: list[dict[int, Fraction]], right: list[Fraction], width: int) -> list[Fraction] | None:
    """The first phase of the simplex method: the sum of what is missing in the rows goes down to 0."""
    basis = [width + number for number in range(len(rows))]
    missing: dict[int, Fraction] = {}
    for row in rows:
        for column, value in row.items():
            missing[column] = missing.get(column, Fraction(0)) + value
    lacking = sum(right, Fraction(0))
    for _ in range(_MOST_PIVOTS):
        if not lacking:
            return _weights(basis, right, width)
        entering = min((column for column, value in missing.items() if value > 0), default=None)
        if entering is None:
            return None
        ratios = [
            (right[n] / row[entering], basis[n], n) for n, row in enumerate(rows) if row.get(entering, 0) > 0
        ]
        if not ratios:
            return None
        _, _, leaving = min(ratios)
        _pivot(rows, right, leaving, entering)
        factor = missing[entering]
        _subtract(missing, rows[leaving], factor)
        lacking -= factor * right[leaving]
        basis[leaving] = entering
    return None


def _weights(basis: list[int], right: list[Fraction], width: int) -> list[Fraction]:
    weights = [Fraction(0)] * width
    for column, value in zip(basis, right, strict=True):
        if column < width:
            weights[column] = value
    return weights


def _pivot(rows: list[dict[int, Fraction]], right: list[Fraction], leaving: int, entering: int) -> None:
    row = rows[leaving]
    scale = row[entering]
    rows[leaving] = row = {column: value / scale for column, value in row.items()}
    right[leaving] /= scale
    for number, other in enumerate(rows):
        if number != leaving and (factor := other.get(entering)):
            _subtract(other, row, factor)
            right[number] -= factor * right[leaving]


def _subtract(row: dict[int, Fraction], other: dict[int, Fraction], factor: Fraction) -> None:
    for column, value in other.items():
        left = row.get(column, 0) - factor * value
        if left:
            row[column] = left
        else:
            row.pop(column, None)
