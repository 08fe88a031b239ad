"""What is never negative: squares, monomials of natural numbers, powers; each with the term that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement
from math import gcd

from app.models.arithmetic.certificates import Part
from app.models.arithmetic.polynomials import Polynomial, polynomial
from app.models.expression import subterms
from app.models.lookup import Seen
from app.models.terms import argument

_MOST_PARTS = 400


@dataclass(frozen=True, slots=True)
class Bound:
    """A fact that says that `polynomial` is not negative, and the term that says so for use in products."""

    name: str
    polynomial: Polynomial
    term: str
    positive: str = ""


def squares(atoms: Sequence[str], degree: int) -> Iterator[Part]:
    """Squares of monomials, of their sums and differences, up to a degree."""
    half = max(1, degree // 2)
    single = [Polynomial.atom(atom) for atom in atoms]
    monomials = list(single)
    if half > 1:
        monomials += [one * other for one, other in combinations_with_replacement(single, 2)]
    linear = [Polynomial.number(n) for n in (1, 2, 3)]
    roots = [*(one - two for one, two in combinations(monomials, 2)), *monomials]
    roots += [one + two for one, two in combinations(monomials, 2)]
    roots += [one + sign * number for one in single for number in linear for sign in _SIGNS]
    roots += [one + two + sign * three for one, two, three in combinations(single, 3) for sign in _SIGNS]
    roots += [one + one + sign * two for one in single for two in single if one is not two for sign in _SIGNS]
    for root in roots[:_MOST_PARTS]:
        yield Part(root * root, f"sq_nonneg {argument(str(root))}")


def completed(target: Polynomial) -> Iterator[Part]:
    """The squares that come from completing the square, one variable after the other."""
    rest = target
    for atom in target.atoms if target.degree == 2 else ():
        leading = rest.coefficients.get(((atom, 2),), 0)
        if leading <= 0 or rest.degree != 2:
            continue
        mixed = Polynomial({m: v for m, v in rest.coefficients.items() if (atom, 1) in m})
        linear = mixed.divided(Polynomial.atom(atom))
        if linear is None:
            continue
        root = Polynomial.number(2 * leading) * Polynomial.atom(atom) + linear
        rest = Polynomial.number(4 * leading) * rest - root * root
        shown = _primitive(root)
        yield Part(shown * shown, f"sq_nonneg {argument(str(shown))}")


def _primitive(value: Polynomial) -> Polynomial:
    """Without the common factor of the coefficients."""
    common = gcd(*value.coefficients.values())
    return Polynomial({monomial: v // common for monomial, v in value.coefficients.items()})


_SIGNS = (Polynomial.number(-1), Polynomial.number(1))


def natural_parts(atoms: Sequence[str], facts: Sequence[Bound], seen: Seen, degree: int) -> Iterator[Part]:
    single = [Polynomial.atom(atom) for atom in atoms]
    for each in single:
        yield Part(each)
    yield from _powers(seen)
    monomials = list(single)
    for size in range(2, degree + 1):
        for factors in combinations_with_replacement(single, size):
            product = Polynomial.number(1)
            for factor in factors:
                product = product * factor
            yield Part(product, f"Nat.zero_le ({product})")
            if size < degree:
                monomials.append(product)
    for fact in facts:
        for monomial in monomials:
            if fact.polynomial.degree + monomial.degree <= degree and fact.polynomial.degree:
                term = f"Nat.mul_le_mul_right {argument(str(monomial))} {argument(fact.term)}"
                yield Part(fact.polynomial * monomial, term)


def _powers(seen: Seen) -> Iterator[Part]:
    """Powers of numerals and factorials are positive."""
    terms = {part for says in (seen.target, *(f for _, f in seen.facts)) for part in subterms(says)}
    for part in sorted(terms, key=str):
        value = polynomial(part, True)
        if value is None or len(value.coefficients) != 1:
            continue
        if part.head == "^" and part.args[0].head.isdigit() and not part.args[1].head.isdigit():
            shown = next(iter(value.atoms))
            yield Part(
                Polynomial.atom(shown) - Polynomial.number(1),
                f"(Nat.pow_pos (by decide) : 0 < {shown[1:-1]})",
            )
        elif part.head in ("!", "factorial") and part.args and not part.args[0].args:
            yield Part(value - Polynomial.number(1), f"Nat.factorial_pos {part.args[0].head}")
