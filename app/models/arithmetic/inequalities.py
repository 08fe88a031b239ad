"""Inequalities between polynomials: the squares and products that add up to what is to be shown.

`certificates` finds them exactly, so `linarith` is asked only where it must succeed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import combinations_with_replacement
from math import prod

from app.domain.proof import Proposal
from app.models.arithmetic.certificates import Part, certificate
from app.models.arithmetic.nonnegative import Bound, completed, natural_parts, squares
from app.models.arithmetic.polynomials import NotPolynomial, Polynomial, polynomial
from app.models.context import Context
from app.models.expression import Term, subterms
from app.models.lookup import Seen
from app.models.names import fresh
from app.models.terms import argument

_HIGHEST = 4


def solved(context: Context) -> Iterator[Proposal]:
    """The target, or a contradiction, as a sum of squares and products."""
    seen = Seen.of(context)
    kind = None if seen is None else number_kind(seen)
    if seen is None or kind is None:
        return
    natural = kind == "Nat"
    target = excess(seen.target, natural)
    if target is None:
        return
    facts = bounds(seen, natural)
    if target.degree < 2 and all(fact.polynomial.degree < 2 for fact in facts):
        return
    parts = list(_parts(target, facts, seen, natural))
    found = certificate(target, parts)
    if found is not None:
        first = "simp only [Nat.factorial_succ]\n" if _has_factorial_of_successor(seen.target) else ""
        yield Proposal(first + _linarith(found), _why(found), cost=0.41 if len(found) < 4 else 0.5)
    elif natural:
        yield from _with_differences(context, seen, facts)
        yield from _among_integers(context, target)


def _has_factorial_of_successor(says: Term) -> bool:
    return any(
        part.head in ("!", "factorial") and part.args[0].head == "+" for part in subterms(says) if part.args
    )


def number_kind(seen: Seen) -> str | None:
    """The numbers that the goal is about: `Nat`, `Int`, or None if there are both or none."""
    kinds = {kind.head for kind in seen.types.values()} & {"Nat", "Int"}
    if "Int" in kinds and not any(part.head in ("↑", "natAbs") for part in subterms(seen.target)):
        return "Int"
    return kinds.pop() if len(kinds) == 1 else None


def excess(says: Term, natural: bool) -> Polynomial | None:
    """What is not negative exactly if the inequality holds; `False` asks for a contradiction."""
    if says == Term("False"):
        return Polynomial.number(-1)
    if says.head not in ("≤", "<") or len(says.args) != 2:
        return None
    low, high = (polynomial(side, natural) for side in says.args)
    if low is None or high is None:
        return None
    return high - low - Polynomial.number(1 if says.head == "<" else 0)


def bounds(seen: Seen, natural: bool) -> list[Bound]:
    """The inequalities among the facts."""
    found: list[Bound] = []
    for name, fact in seen.facts:
        if fact.head == "¬" and fact.args[0].head in ("≤", "<"):
            low, high = fact.args[0].args[::-1]
            head, term = ("<" if fact.args[0].head == "≤" else "≤"), f"not_le.mp {name}"
            term = term if fact.args[0].head == "≤" else f"not_lt.mp {name}"
        elif fact.head in ("≤", "<"):
            (low, high), head, term = fact.args, fact.head, name
        else:
            continue
        value = excess(Term(head, (low, high)), natural)
        if value is None:
            continue
        if natural:
            found.append(Bound(name, value, term))
        elif head == "<" and low == Term("0"):
            found.append(Bound(name, value + Polynomial.number(1), f"{argument(term)}.le", term))
        elif head == "<":
            found.append(
                Bound(
                    name,
                    value + Polynomial.number(1),
                    f"sub_nonneg.mpr {argument(term)}.le",
                    f"sub_pos.mpr {argument(term)}",
                )
            )
        else:
            found.append(Bound(name, value, term if low == Term("0") else f"sub_nonneg.mpr {argument(term)}"))
    return found


def known_parts(seen: Seen, natural: bool) -> Iterator[Part]:
    """The facts themselves, which `linarith` uses without being told."""
    for _, fact in seen.facts:
        if fact.head == "=" and len(fact.args) == 2:
            one, other = (polynomial(side, natural) for side in fact.args)
            if one is not None and other is not None:
                yield Part(one - other, free=True)
        elif (value := excess(fact, natural)) is not None and fact != Term("False"):
            yield Part(value)
        elif fact.head == "¬" and fact.args[0].head in ("≤", "<"):
            turned = Term("<" if fact.args[0].head == "≤" else "≤", fact.args[0].args[::-1])
            if (value := excess(turned, natural)) is not None:
                yield Part(value)


def _parts(
    target: Polynomial, facts: Sequence[Bound], seen: Seen, natural: bool, positive: bool = False
) -> Iterator[Part]:
    """What may be added up, the simpler first."""
    yield from known_parts(seen, natural)
    degree = max(target.degree, max((fact.polynomial.degree for fact in facts), default=0))
    atoms = sorted({*target.atoms, *(atom for fact in facts for atom in fact.polynomial.atoms)})
    if degree > _HIGHEST or len(atoms) > 6:
        return
    if natural:
        yield from natural_parts(atoms, facts, seen, degree)
        return
    yield from completed(target)
    yield from squares(atoms, degree)
    products = [fact for fact in facts if fact.polynomial.degree]
    for one, other in combinations_with_replacement(products, 2):
        if one.positive and other.positive:
            term = f"mul_pos {argument(one.positive)} {argument(other.positive)}"
            yield from _product(term, one.polynomial, other.polynomial, less=1)
        if one is not other:
            term = f"mul_nonneg {argument(one.term)} {argument(other.term)}"
            yield from _product(term, one.polynomial, other.polynomial)
    if degree < 3:
        return
    for fact in products:
        for square in list(squares(atoms, degree - 1))[:40]:
            term = f"mul_nonneg {argument(fact.term)} ({square.term})"
            yield from _product(term, fact.polynomial, square.polynomial)
    for one, two, three in combinations_with_replacement(products[:5], 3):
        term = f"mul_nonneg (mul_nonneg {argument(one.term)} {argument(two.term)}) {argument(three.term)}"
        yield from _product(term, one.polynomial, two.polynomial, three.polynomial)


def _product(term: str, *factors: Polynomial, less: int = 0) -> Iterator[Part]:
    """What `term` shows to be at least 0, unless that has too many terms to be added up."""
    with suppress(NotPolynomial):
        yield Part(prod(factors[1:], start=factors[0]) - Polynomial.number(less), term)


def _with_differences(context: Context, seen: Seen, facts: Sequence[Bound]) -> Iterator[Proposal]:
    """Where a number is at least another, write it as that and something."""
    used: list[str] = []
    lines: list[str] = []
    values: dict[str, Polynomial] = {}
    for name, fact in seen.facts:
        if fact.head not in ("≤", "<") or fact.args[1].args or fact.args[1].head in values:
            continue
        low, high = fact.args
        below = polynomial(low, True)
        if below is None or high.head not in seen.types or any(a in values for a in below.atoms):
            continue
        if high.head in below.atoms:
            continue
        new = fresh("k", [*context.names, *used])
        used.append(new)
        lemma = "Nat.exists_eq_add_of_le" if fact.head == "≤" else "Nat.exists_eq_add_of_lt"
        lines.append(f"obtain ⟨{new}, rfl⟩ := {lemma} {name}")
        step = Polynomial.number(0 if fact.head == "≤" else 1)
        values[high.head] = below + Polynomial.atom(new) + step
    target = excess(seen.target, True)
    if not values or target is None:
        return
    target = target.at(values)
    known = [Part(part.polynomial.at(values), free=part.free) for part in known_parts(seen, True)]
    parts = [*known, *natural_parts(sorted(target.atoms), [], seen, target.degree)]
    found = certificate(target, parts)
    if found is not None:
        why = "Write the larger numbers as sums; then each term is at least 0."
        yield Proposal("\n".join([*lines, _linarith(found)]), why, cost=0.5)


def _among_integers(context: Context, target: Polynomial) -> Iterator[Proposal]:
    """Squares of differences need the integers."""
    text = context.text
    if {"-", "/", "%"} & set(context.words) or not set(target.atoms) <= set(context.of_type("Nat")):
        return
    found = certificate(target, [*completed(target), *squares(sorted(target.atoms), target.degree)])
    if found is None:
        return
    name = context.fresh("h")
    said = _cast(text, target.atoms)
    terms = [_cast(part.term, target.atoms) for part in found if part.term]
    lines = [f"have {name} : {said} := by linarith [{', '.join(terms)}]", f"exact_mod_cast {name}"]
    yield Proposal("\n".join(lines), "Among the integers, as differences are needed.", cost=0.5)


def _cast(text: str, names: Sequence[str]) -> str:
    pattern = "|".join(re.escape(name) for name in names)
    return re.sub(rf"(?<![\w.])({pattern})(?![\w.'])", r"(\1 : ℤ)", text)


def _linarith(parts: Sequence[Part]) -> str:
    terms = [part.term for part in parts if part.term]
    return f"linarith [{', '.join(terms)}]" if terms else "linarith"


def _why(parts: Sequence[Part]) -> str:
    if not any(part.term for part in parts):
        return "It follows by adding up what is known."
    if all(part.term.startswith("sq_nonneg") for part in parts if part.term):
        return "The difference is a sum of squares."
    return "The difference is a sum of products that are not negative."
