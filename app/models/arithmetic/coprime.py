"""Greatest common divisors: a combination of two numbers that is 1 shows that they are coprime."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from app.domain.proof import Proposal
from app.models.arithmetic.polynomials import Polynomial, polynomial
from app.models.context import Context
from app.models.expression import Term
from app.models.lookup import Seen

_LARGEST = 8


def shown(context: Context) -> Iterator[Proposal]:
    """`gcd a b = 1` and `Coprime a b`, as `u * a - v * b` is 1."""
    seen = Seen.of(context)
    pair = None if seen is None else _pair(seen.target)
    if pair is None:
        return
    one, other = (polynomial(term, True) for term in pair)
    if one is None or other is None:
        return
    factors = [Polynomial.number(n) for n in range(_LARGEST)]
    name = context.fresh("h")
    for u, v in product(factors, repeat=2):
        for turned in (False, True):
            difference = (v * other - u * one) if turned else (u * one - v * other)
            if str(difference) == "1":
                yield _written(name, one, other, (u, v), turned)
                return


def _pair(says: Term) -> tuple[Term, Term] | None:
    if says.head == "Coprime" and len(says.args) == 2:
        return says.args[0], says.args[1]
    if says.head == "=" and says.args[0].head == "gcd" and says.args[1] == Term("1"):
        return says.args[0].args[0], says.args[0].args[1]
    return None


def _written(
    name: str, one: Polynomial, other: Polynomial, factors: tuple[Polynomial, Polynomial], turned: bool
) -> Proposal:
    left = (f"(Nat.gcd_dvd_left ({one}) ({other})).mul_left ({factors[0]})", f"({factors[0]}) * ({one})")
    right = (f"(Nat.gcd_dvd_right ({one}) ({other})).mul_left ({factors[1]})", f"({factors[1]}) * ({other})")
    first, second = (right, left) if turned else (left, right)
    lines = [
        f"have {name} := Nat.dvd_sub ({first[0]}) ({second[0]})",
        f"rw [show {first[1]} - {second[1]} = 1 by omega] at {name}",
        f"exact Nat.dvd_one.mp {name}",
    ]
    return Proposal(
        "\n".join(lines), "A common divisor divides each combination, and one of them is 1.", cost=0.4
    )
