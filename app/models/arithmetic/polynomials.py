"""Polynomials with integer coefficients, read from terms: exact algebra for witnesses and remainders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.models.expression import Term

Monomial = tuple[tuple[str, int], ...]  # the atoms with their exponents, in the order of the alphabet
_LARGEST_EXPONENT = 12
_MOST_TERMS = 120


class NotPolynomial(ValueError):
    """The term is not made by `+`, `-`, `*` and powers from variables and numerals, or has too many parts."""


@dataclass(frozen=True, slots=True)
class Polynomial:
    """Coefficients by monomials, none of them 0."""

    coefficients: Mapping[Monomial, int]

    @classmethod
    def of(cls, coefficients: Mapping[Monomial, int]) -> Polynomial:
        if len(coefficients) > _MOST_TERMS:
            raise NotPolynomial
        return cls({monomial: value for monomial, value in coefficients.items() if value})

    @classmethod
    def number(cls, value: int) -> Polynomial:
        return cls.of({(): value})

    @classmethod
    def atom(cls, name: str) -> Polynomial:
        return cls({((name, 1),): 1})

    def __add__(self, other: Polynomial) -> Polynomial:
        total = dict(self.coefficients)
        for monomial, value in other.coefficients.items():
            total[monomial] = total.get(monomial, 0) + value
        return Polynomial.of(total)

    def __neg__(self) -> Polynomial:
        return self * Polynomial.number(-1)

    def __sub__(self, other: Polynomial) -> Polynomial:
        return self + -other

    def __mul__(self, other: Polynomial) -> Polynomial:
        total: dict[Monomial, int] = {}
        for one, value in self.coefficients.items():
            for two, factor in other.coefficients.items():
                monomial = times(one, two)
                total[monomial] = total.get(monomial, 0) + value * factor
        return Polynomial.of(total)

    def __pow__(self, exponent: int) -> Polynomial:
        if exponent > _LARGEST_EXPONENT:
            raise NotPolynomial
        result = Polynomial.number(1)
        for _ in range(exponent):
            result = result * self
        return result

    @property
    def atoms(self) -> tuple[str, ...]:
        found = {name: None for monomial in self.coefficients for name, _ in monomial}
        return tuple(found)

    @property
    def degree(self) -> int:
        return max((degree(monomial) for monomial in self.coefficients), default=0)

    def at(self, values: Mapping[str, Polynomial]) -> Polynomial:
        """The polynomial with atoms replaced by polynomials."""
        result = Polynomial({})
        for monomial, coefficient in self.coefficients.items():
            part = Polynomial.number(coefficient)
            for name, exponent in monomial:
                part = part * values.get(name, Polynomial.atom(name)) ** exponent
            result = result + part
        return result

    def divided(self, divisor: Polynomial) -> Polynomial | None:
        """The quotient, None if there is a remainder."""
        rest, quotient = self, Polynomial({})
        if not divisor.coefficients:
            return None
        head = max(divisor.coefficients, key=_order)
        for _ in range(_MOST_TERMS):
            if not rest.coefficients:
                return quotient
            first = max(rest.coefficients, key=_order)
            shared = over(first, head)
            value, left = divmod(rest.coefficients[first], divisor.coefficients[head])
            if shared is None or left:
                return None
            part = Polynomial({shared: value})
            quotient, rest = quotient + part, rest - part * divisor
        return None

    def __str__(self) -> str:
        """As Lean reads it: what is highest first."""
        text = ""
        for monomial in sorted(self.coefficients, key=_order, reverse=True):
            value = self.coefficients[monomial]
            factors = [f"{name} ^ {n}" if n > 1 else name for name, n in monomial]
            size = [str(abs(value))] if abs(value) != 1 or not factors else []
            joint = (" - " if value < 0 else " + ") if text else ("-" if value < 0 else "")
            text += joint + " * ".join([*size, *factors])
        return text or "0"


def times(one: Monomial, other: Monomial) -> Monomial:
    total = dict(one)
    for name, exponent in other:
        total[name] = total.get(name, 0) + exponent
    return tuple(sorted(total.items()))


def over(one: Monomial, other: Monomial) -> Monomial | None:
    """The monomial that makes `one` of `other`."""
    total = dict(one)
    for name, exponent in other:
        total[name] = total.get(name, 0) - exponent
    if min(total.values(), default=0) < 0:
        return None
    return tuple(sorted((name, n) for name, n in total.items() if n))


def degree(monomial: Monomial) -> int:
    return sum(exponent for _, exponent in monomial)


def _order(monomial: Monomial) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """The order by degree, and by the alphabet in each: it goes with products, so that division ends."""
    letters = (tuple(-ord(character) for character in name) for name, n in monomial for _ in range(n))
    return degree(monomial), tuple(sorted(letters, reverse=True))


@lru_cache(maxsize=4096)
def polynomial(term: Term, natural: bool) -> Polynomial | None:
    """The polynomial that a term is; differences are none in the natural numbers, nor is a quotient."""
    try:
        return _read(term, natural)
    except NotPolynomial:
        return None


def _read(term: Term, natural: bool) -> Polynomial:
    if term.bound:
        raise NotPolynomial
    if not term.args:
        return Polynomial.number(int(term.head)) if term.head.isdigit() else Polynomial.atom(term.head)
    if term.head == "neg":
        return -_read(term.args[0], natural)
    if term.head == "succ":
        return _read(term.args[0], natural) + Polynomial.number(1)
    if term.head == "^":
        return _power(term, natural)
    if term.head in ("!", "factorial"):
        return _factorial(term.args[0], natural)
    operation = _OPERATIONS.get(term.head)
    if operation is None or (term.head == "-" and natural):
        return Polynomial.atom(rendered(term))
    return operation(_read(term.args[0], natural), _read(term.args[1], natural))


_OPERATIONS: dict[str, Callable[[Polynomial, Polynomial], Polynomial]] = {
    "+": Polynomial.__add__,
    "-": Polynomial.__sub__,
    "*": Polynomial.__mul__,
}


def _power(term: Term, natural: bool) -> Polynomial:
    """A power; in the exponent the sum with a numeral is written apart, as in `2 ^ (n + 1)`."""
    base, exponent = term.args
    if exponent.head.isdigit():
        return _read(base, natural) ** int(exponent.head)
    if exponent.head == "+" and exponent.args[1].head.isdigit():
        lower = Term("^", (base, exponent.args[0]))
        return _read(lower, natural) * _read(base, natural) ** int(exponent.args[1].head)
    return Polynomial.atom(rendered(term))


def _factorial(term: Term, natural: bool) -> Polynomial:
    if term.head == "+" and term.args[1] == Term("1"):
        return _read(term, natural) * _factorial(term.args[0], natural)
    return Polynomial.atom(f"(Nat.factorial {_in_brackets(term)})")


def rendered(term: Term) -> str:
    """The text of an atom that is not a variable, where it can be written; raises NotPolynomial."""
    if not term.args:
        return term.head
    if term.head == "neg":
        return f"(-{_in_brackets(term.args[0])})"
    if term.head == "abs":
        return f"|{rendered(term.args[0])}|"
    if term.head == "↑":
        return f"(↑{_in_brackets(term.args[0])})"
    if term.head in ("^", "+", "-", "*", "/", "%") and len(term.args) == 2:
        return f"({_in_brackets(term.args[0])} {term.head} {_in_brackets(term.args[1])})"
    if term.head.isidentifier() and not term.bound:
        return f"({' '.join([term.head, *map(_in_brackets, term.args)])})"
    raise NotPolynomial


def _in_brackets(term: Term) -> str:
    text = rendered(term)
    return text if not term.args or text[0] in "(|" else f"({text})"
