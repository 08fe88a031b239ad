"""Equations of integers: combinations of what is known, products that are 0, sums of squares that are 0."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.arithmetic.certificates import certificate, multipliers
from app.models.arithmetic.inequalities import known_parts, number_kind
from app.models.arithmetic.nonnegative import squares
from app.models.arithmetic.polynomials import Polynomial, degree, over, polynomial
from app.models.context import Context
from app.models.expression import Term, subterms
from app.models.lookup import Seen
from app.models.terms import argument

_MOST_STEPS = 60
_LARGEST_ROOT = 60
_LARGEST_PRODUCT = 12
Equation = tuple[str, Polynomial]  # the name of a fact, and what it says is 0


def solved(context: Context) -> Iterator[Proposal]:
    """Ways to the whole target, an equation, from equations."""
    seen = Seen.of(context)
    if seen is None or number_kind(seen) != "Int":
        return
    target = _difference(seen.target)
    known = _equations(seen)
    if target is not None and known:
        yield from _combined(target, known)
    if target is not None:
        yield from _zero_square(context, seen, target)


def split(context: Context) -> Iterator[Proposal]:
    """A known equation as a product that is 0, or as a product that is a small number."""
    seen = Seen.of(context)
    if seen is None or number_kind(seen) != "Int":
        return
    for name, value in _equations(seen):
        factors = _factors(value)
        if len(factors) > 1 and value.degree > 1:
            fact = context.fresh("h")
            product = " * ".join(
                f"({factor})" if len(factor.coefficients) > 1 else str(factor) for factor in factors
            )
            tactic = (
                f"have {fact} : {product} = 0 := by linear_combination {name}\n"
                f"rcases mul_eq_zero.mp {fact} with {fact} | {fact}"
            )
            if product != _left(seen, name):
                yield Proposal(tactic, "A product is 0 only if a factor is.", cost=0.6)
    yield from _divisors(context, seen)
    yield from _signs(context, seen)


def _signs(context: Context, seen: Seen) -> Iterator[Proposal]:
    """An absolute value is the number or its negative."""
    says = (seen.target, *(fact for _, fact in seen.facts))
    inside = {part.args[0] for each in says for part in subterms(each) if part.head == "abs" and part.args}
    for number, term in enumerate(sorted(inside, key=str)[:3]):
        signed = (term, Term("neg", (term,)))
        known = any(fact.head == "=" and fact.args[1] in signed for _, fact in seen.facts)
        value = polynomial(term, False)
        if value is not None and not known:
            name = context.fresh("ha")
            tactic = f"rcases abs_choice {argument(str(value))} with {name} | {name}"
            why = f"The absolute value of {value} is that or its negative."
            yield Proposal(tactic, why, cost=0.9 + number / 10)


def _left(seen: Seen, name: str) -> str:
    fact = dict(seen.facts)[name]
    return "" if fact.args[1] != Term("0") else "*" if fact.args[0].head == "*" else ""


def _difference(says: Term) -> Polynomial | None:
    if says.head != "=" or len(says.args) != 2:
        return None
    one, other = (polynomial(side, False) for side in says.args)
    return None if one is None or other is None else one - other


def _equations(seen: Seen) -> list[Equation]:
    found = [(name, _difference(fact)) for name, fact in seen.facts]
    return [(name, value) for name, value in found if value is not None and value.coefficients]


def _combined(target: Polynomial, known: list[Equation]) -> Iterator[Proposal]:
    """The target as a combination of known equations with polynomials for coefficients."""
    chosen = known[:4]
    values = [value for _, value in chosen]
    factors = next(
        (found for high in (True, False) if (found := _reduced(target, values, high)) is not None),
        None,
    ) or multipliers(target, values)
    terms = [
        name if str(factor) == "1" else f"{_factor(factor)} * {name}"
        for (name, _), factor in zip(chosen, factors or [], strict=False)
        if factor.coefficients
    ]
    if terms:
        why = "The difference is a combination of known equations."
        yield Proposal(f"linear_combination {' + '.join(terms)}", why, cost=0.35)


def _factor(factor: Polynomial) -> str:
    text = str(factor)
    return text if text.isdigit() or text.isidentifier() else f"({text})"


def _reduced(target: Polynomial, divisors: list[Polynomial], high: bool) -> list[Polynomial] | None:
    """The quotients if `target` is divided by all of `divisors` in turn without a remainder.

    A variable that an equation gives alone is what goes; else the highest monomial, or the lowest.
    """
    quotients = [Polynomial({}) for _ in divisors]
    heads = [_head(divisor, high) for divisor in divisors]
    for _ in range(_MOST_STEPS):
        if not target.coefficients:
            return quotients
        for number, (divisor, head) in enumerate(zip(divisors, heads, strict=True)):
            part = _step(target, divisor, head)
            if part is not None:
                quotients[number] = quotients[number] + part
                target = target - part * divisor
                break
        else:
            return None
    return None


def _head(divisor: Polynomial, high: bool) -> tuple[tuple[str, int], ...]:
    monomials = sorted(divisor.coefficients, key=lambda m: (degree(m), m))
    if not high:
        alone = [m for m in monomials if degree(m) == 1 and sum(m[0][0] in dict(o) for o in monomials) == 1]
        if alone:
            return alone[-1]
    return monomials[-1]


def _step(target: Polynomial, divisor: Polynomial, head: tuple[tuple[str, int], ...]) -> Polynomial | None:
    for monomial, value in target.coefficients.items():
        quotient = over(monomial, head)
        if quotient is not None and value % divisor.coefficients[head] == 0:
            return Polynomial({quotient: value // divisor.coefficients[head]})
    return None


def _zero_square(context: Context, seen: Seen, target: Polynomial) -> Iterator[Proposal]:
    """Two numbers are equal if the square of their difference is at most 0."""
    if target.degree > 1 or len(target.coefficients) > 3:
        return
    square = target * target
    facts = list(known_parts(seen, False))
    atoms = sorted({*target.atoms, *(atom for part in facts for atom in part.polynomial.atoms)})
    if not facts or len(atoms) > 5:
        return
    found = certificate(-square, [*facts, *squares(atoms, 2)])
    if found is None:
        return
    name = context.fresh("h")
    root = argument(str(target))
    terms = ", ".join([*(part.term for part in found if part.term), f"sq_nonneg {root}"])
    end = (
        f"simpa using {name}"
        if len(target.coefficients) == 1
        else f"have {name} := pow_eq_zero_iff (by decide) |>.mp {name}\nlinarith"
    )
    yield Proposal(
        f"have {name} : {root} ^ 2 = 0 := by linarith [{terms}]\n{end}",
        "A square that is at most 0 is 0.",
        cost=0.5,
    )


def _factors(value: Polynomial) -> list[Polynomial]:
    """Factors of a polynomial: linear ones of one variable, a common variable, a difference of squares."""
    for atom in value.atoms:
        quotient = value.divided(Polynomial.atom(atom))
        if quotient is not None and quotient.degree > 0:
            return [Polynomial.atom(atom), quotient]
    if len(value.atoms) == 1:
        return _of_one_variable(value, value.atoms[0])
    for one in value.atoms:
        for other in value.atoms:
            for sign in (-1, 1):
                divisor = Polynomial.atom(one) + Polynomial.number(sign) * Polynomial.atom(other)
                quotient = value.divided(divisor) if one < other else None
                if quotient is not None and quotient.degree > 0:
                    return [divisor, quotient]
    return _by_grouping(value)


def _by_grouping(value: Polynomial) -> list[Polynomial]:
    """`(x + a) * (y + b)` with small numbers, such as come from `x * y = x + y`."""
    for atom in value.atoms:
        for number in (-1, 1, -2, 2, -3, 3):
            divisor = Polynomial.atom(atom) + Polynomial.number(number)
            quotient = value.divided(divisor)
            if quotient is not None and quotient.degree > 0:
                return [divisor, quotient]
    return [value]


def _of_one_variable(value: Polynomial, atom: str) -> list[Polynomial]:
    for size in range(_LARGEST_ROOT):
        for root in {size, -size}:
            if not value.at({atom: Polynomial.number(root)}).coefficients:
                factor = Polynomial.atom(atom) - Polynomial.number(root)
                quotient = value.divided(factor)
                if quotient is not None and quotient.degree > 0:
                    return [factor, quotient]
    return [value]


def _divisors(context: Context, seen: Seen) -> Iterator[Proposal]:
    """The factors of a small number are among finitely many numbers."""
    for name, fact in seen.facts:
        if fact.head == "=" and fact.args[0].head == "*" and len(fact.args[0].args) == 2:
            one, number, proof = fact.args[0].args[0], fact.args[1], f"Dvd.intro _ {name}"
        elif fact.head == "∣":
            one, number, proof = fact.args[0], fact.args[1], name
        else:
            continue
        if number.head.isdigit() and 0 < int(number.head) <= _LARGEST_PRODUCT and one.head in seen.types:
            yield _among_divisors(context, one.head, int(number.head), proof)


def _among_divisors(context: Context, one: str, number: int, proof: str) -> Proposal:
    divides, upper, lower, cases = (context.fresh(each) for each in ("hd", "hu", "hl", "hc"))
    values = range(-number, number + 1)
    lines = [
        f"have {divides} : {one} ∣ {number} := {proof}",
        f"have {upper} := Int.le_of_dvd (by decide) {divides}",
        f"have {lower} := Int.le_of_dvd (by decide) (neg_dvd.mpr {divides})",
        f"have {cases} : {' ∨ '.join(f'{one} = {n}' for n in values)} := by omega",
        f"rcases {cases} with {' | '.join(['rfl'] * len(values))} <;> omega",
    ]
    return Proposal("\n".join(lines), f"{one} divides {number}, so there are few cases.", cost=0.5)
