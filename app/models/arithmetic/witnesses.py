"""Witnesses by algebra: solutions of linear equations, and why a combination of multiples is a multiple."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from app.domain.proof import Proposal
from app.models.arithmetic.certificates import multipliers
from app.models.arithmetic.inequalities import number_kind
from app.models.arithmetic.polynomials import Polynomial, polynomial
from app.models.context import Context
from app.models.expression import Term, names
from app.models.lookup import Seen
from app.models.names import fresh

_MOST_ROOTS = 6


def found(context: Context) -> Iterator[Proposal]:
    """The target with its witnesses, each a polynomial in what is given."""
    seen = Seen.of(context)
    if seen is None:
        return
    if seen.target.head == "∃":
        yield from _existing(context, seen)
    elif seen.target.head in ("∣", "Even", "Odd") and number_kind(seen) == "Int":
        yield from _multiple(context, seen)


def _existing(context: Context, seen: Seen) -> Iterator[Proposal]:
    variables, body = _opened(seen.target)
    natural = "Int" not in {kind.head for kind in seen.types.values()}
    if body.head != "=" or len(body.args) != 2 or len(variables) > 3:
        return
    one, other = (polynomial(side, natural) for side in body.args)
    if one is None or other is None:
        return
    values = _solutions(seen, natural)
    lines = list(_multiples_named(context, seen, values, natural))
    difference = (one - other).at(values)
    yield from _quotient(variables, body, one, other)
    witnesses = _linear(difference, variables) or _two_squares(difference, variables)
    if witnesses is None:
        return
    listed = ", ".join(str(witness) for witness in witnesses)
    why = "The equation is solved for what is asked for."
    for closer in ("ring", "omega", "linarith"):
        tactic = "\n".join([*lines, f"exact ⟨{listed}, by {closer}⟩"])
        yield Proposal(tactic, why, cost=0.2)


def _quotient(variables: list[str], body: Term, one: Polynomial, other: Polynomial) -> Iterator[Proposal]:
    """`∃ k, p = m * k + r` says what the remainder of `p` is."""
    form = {((variables[0], 1),): 0, (): 0}
    if len(variables) != 1 or set(one.atoms) & set(variables) or not set(other.coefficients) <= set(form):
        return
    modulus, remainder = (other.coefficients.get(monomial, 0) for monomial in form)
    if modulus > 1 and 0 <= remainder < modulus:
        yield Proposal(
            f"suffices hr : ({one}) % {modulus} = {remainder} from ⟨({one}) / {modulus}, by omega⟩",
            f"It is enough to show what remainder {modulus} leaves.",
            cost=0.45,
        )


def _opened(says: Term) -> tuple[list[str], Term]:
    variables: list[str] = []
    while says.head == "∃":
        variables += [bound.name for bound in says.bound]
        says = says.args[0]
    return variables, says


def _solutions(seen: Seen, natural: bool) -> dict[str, Polynomial]:
    """Variables that a fact gives in terms of others."""
    values: dict[str, Polynomial] = {}
    for _, fact in seen.facts:
        if fact.head != "=" or len(fact.args) != 2:
            continue
        for variable, side in (fact.args, fact.args[::-1]):
            if variable.head in seen.types and not variable.args and variable.head not in names(side):
                value = polynomial(side, natural)
                if value is not None and variable.head not in values:
                    values[variable.head] = value
                    break
    return values


def _multiples_named(
    context: Context, seen: Seen, values: dict[str, Polynomial], natural: bool
) -> Iterator[str]:
    """Names for what known multiples are multiples by; `values` gets what they say of variables."""
    used: list[str] = []
    for name, fact in seen.facts:
        if fact.head not in ("∣", "Even", "Odd") or fact.args[-1].head not in seen.types:
            continue
        divisor = polynomial(fact.args[0], natural) if fact.head == "∣" else Polynomial.number(2)
        if divisor is None or fact.args[-1].head in values:
            continue
        new = fresh("k", [*context.names, *used])
        says = fresh(f"h{new}", [*context.names, *used])
        used += [new, says]
        values[fact.args[-1].head] = divisor * Polynomial.atom(new) + Polynomial.number(
            int(fact.head == "Odd")
        )
        yield f"obtain ⟨{new}, {says}⟩ := {name}"


def _linear(difference: Polynomial, variables: Sequence[str]) -> list[Polynomial] | None:
    """Values for which a linear form of the variables, with numbers for coefficients, is 0."""
    coefficients = [difference.coefficients.get(((name, 1),), 0) for name in variables]
    rest = difference
    for name, value in zip(variables, coefficients, strict=True):
        rest = rest - Polynomial.number(value) * Polynomial.atom(name)
    if set(rest.atoms) & set(variables) or not any(coefficients):
        return None
    common, factors = _bezout(coefficients)
    quotient = (-rest).divided(Polynomial.number(common))
    return None if quotient is None else [Polynomial.number(factor) * quotient for factor in factors]


def _bezout(numbers: Sequence[int]) -> tuple[int, list[int]]:
    """The greatest common divisor as a sum of multiples."""
    common, factors = numbers[0], [1]
    for number in numbers[1:]:
        together, one, other = _extended(common, number)
        common, factors = together, [one * factor for factor in factors] + [other]
    return common, factors


def _extended(one: int, other: int) -> tuple[int, int, int]:
    if other == 0:
        return one, 1, 0
    common, left, right = _extended(other, one % other)
    return common, right, left - one // other * right


def _two_squares(difference: Polynomial, variables: Sequence[str]) -> list[Polynomial] | None:
    """Roots if the equation says that a polynomial is a sum of as many squares as there are variables."""
    squares = [((name, 2),) for name in variables]
    signs = {difference.coefficients.get(square, 0) for square in squares}
    if signs not in ({1}, {-1}) or len(variables) > 2:
        return None
    sign = -signs.pop()
    total = difference * Polynomial.number(sign)
    for name in variables:
        total = total + Polynomial.atom(name) ** 2
    if set(total.atoms) & set(variables):
        return None
    roots = [root for monomial in total.coefficients if (root := _root(monomial)) is not None]
    for values in product((1, 0, -1), repeat=len(roots[:_MOST_ROOTS])):
        first = Polynomial.of(dict(zip(roots, values, strict=False)))
        if len(variables) == 1:
            if (first**2 - total).coefficients == {}:
                return [first]
            continue
        rest = total - first**2
        others = [root for monomial in rest.coefficients if (root := _root(monomial)) is not None]
        for more in product((1, 0, -1), repeat=len(others[:3])):
            second = Polynomial.of(dict(zip(others, more, strict=False)))
            if not (rest - second**2).coefficients:
                return [first, second]
    return None


def _root(monomial: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...] | None:
    if any(exponent % 2 for _, exponent in monomial):
        return None
    return tuple((name, exponent // 2) for name, exponent in monomial)


def _multiple(context: Context, seen: Seen) -> Iterator[Proposal]:
    """A multiple, as it is a combination of known multiples."""
    divisor, goal = _as_multiple(seen.target)
    if goal is None or divisor is None:
        return
    facts = []
    for name, fact in seen.facts:
        if fact.head in ("∣", "Even", "Odd"):
            own, value = _as_multiple(fact)
            if own == divisor and value is not None:
                facts.append((name, fact.head, value))
    facts = facts[:4]
    quotients = multipliers(goal, [divisor, *(value for _, _, value in facts)])
    if quotients is not None:
        yield _written(context, facts, quotients)


def _as_multiple(says: Term) -> tuple[Polynomial | None, Polynomial | None]:
    """What is said to divide what: an odd number is one more than a multiple of 2."""
    if says.head == "∣":
        return polynomial(says.args[0], False), polynomial(says.args[1], False)
    value = polynomial(says.args[0], False)
    if value is not None and says.head == "Odd":
        value = value - Polynomial.number(1)
    return Polynomial.number(2), value


def _written(
    context: Context, facts: Sequence[tuple[str, str, Polynomial]], quotients: Sequence[Polynomial]
) -> Proposal:
    lines: list[str] = []
    used: list[str] = []
    witness, terms = quotients[0], []
    for (name, _, _), quotient in zip(facts, quotients[1:], strict=True):
        if not quotient.coefficients:
            continue
        new = fresh("k", [*context.names, *used])
        says = fresh(f"h{new}", [*context.names, *used])
        used += [new, says]
        lines.append(f"obtain ⟨{new}, {says}⟩ := {name}")
        witness = witness + quotient * Polynomial.atom(new)
        terms.append(says if str(quotient) == "1" else f"({quotient}) * {says}")
    proof = f"linear_combination {' + '.join(terms)}" if terms else "ring"
    lines.append(f"exact ⟨{witness}, by {proof}⟩")
    return Proposal("\n".join(lines), "It is a combination of known multiples.", cost=0.3)
