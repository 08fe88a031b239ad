"""Statements about remainders, decided by looking at the remainders of their variables.

`5 ∣ n ^ 5 - n`, `Odd n` and `a ≡ b [MOD n]` say something about remainders alone: if they hold for the
numbers below a modulus, they hold for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import lcm

from app.models.expression import Term, names, subterms

_LARGEST_MODULUS = 36
_MOST_CASES = 700
_CONNECTIVES = frozenset({"∧", "∨", "→", "↔", "¬"})
_RELATIONS = frozenset({"=", "∣", "MOD", "ZMOD", "Even", "Odd"})
_OPERATIONS = frozenset({"+", "-", "*", "^", "neg", "%"})


class NotOfRemainders(ValueError):
    """The statement is not about remainders alone."""


@dataclass(frozen=True, slots=True)
class Remainders:
    """A statement that speaks of remainders of the variables by divisors of `modulus`."""

    says: Term
    modulus: int
    variables: frozenset[str]

    def at(self, values: Mapping[str, int]) -> bool:
        return _truth(self.says, values)


@lru_cache(maxsize=2048)
def remainders(says: Term, natural: bool) -> Remainders | None:
    """How a statement speaks of remainders; None if not of them alone."""
    try:
        moduli = list(_moduli(says, natural))
    except NotOfRemainders:
        return None
    modulus = lcm(*moduli)
    if not 1 < modulus <= _LARGEST_MODULUS:
        return None
    variables = names(says) - _CONNECTIVES - _RELATIONS - _OPERATIONS
    return Remainders(says, modulus, frozenset(name for name in variables if not name.isdigit()))


def possible(
    variables: Iterable[str], modulus: int, known: Iterable[Remainders]
) -> list[dict[str, int]] | None:
    """The remainders by `modulus` that the facts leave to the variables, None if there are too many."""
    listed = sorted(variables)
    if modulus ** len(listed) > _MOST_CASES:
        return None
    usable = [fact for fact in known if fact.variables <= set(listed) and modulus % fact.modulus == 0]
    cases = (dict(zip(listed, each, strict=True)) for each in product(range(modulus), repeat=len(listed)))
    return [case for case in cases if all(fact.at(case) for fact in usable)]


def _moduli(says: Term, natural: bool) -> Iterator[int]:
    if says.head in _CONNECTIVES:
        for arg in says.args:
            yield from _moduli(arg, natural)
        return
    match says.head, says.args:
        case ("Even" | "Odd", (arg,)):
            _check(arg, natural)
            yield 2
        case ("∣", (modulus, arg)):
            _check(arg, natural)
            yield _number(modulus)
        case ("MOD" | "ZMOD", (one, other, modulus)):
            _check(one, natural)
            _check(other, natural)
            yield _number(modulus)
        case ("=", (one, other)):
            yield from _remainder(one, natural)
            yield from _remainder(other, natural)
        case _:
            raise NotOfRemainders


def _remainder(term: Term, natural: bool) -> Iterator[int]:
    """A side of an equation: `a % m`, or a numeral."""
    if term.head == "%":
        _check(term.args[0], natural)
        yield _number(term.args[1])
    else:
        _number(term, least=0)


def _number(term: Term, least: int = 1) -> int:
    if term.args or not term.head.isdigit() or int(term.head) < least:
        raise NotOfRemainders
    return int(term.head)


def _check(term: Term, natural: bool) -> None:
    """Whether the remainder of a term depends on those of its variables."""
    for part in subterms(term):
        if part.bound or (part.args and part.head not in _OPERATIONS - {"%"}):
            raise NotOfRemainders
        if part.head == "-" and natural:
            raise NotOfRemainders
        if part.head == "^" and (part.args[1].args or not part.args[1].head.isdigit()):
            raise NotOfRemainders
        if not part.args and not (part.head[0].isalpha() or part.head.isdigit()):
            raise NotOfRemainders


def _truth(says: Term, values: Mapping[str, int]) -> bool:
    match says.head, says.args:
        case ("¬", (arg,)):
            return not _truth(arg, values)
        case ("∧", (one, other)):
            return _truth(one, values) and _truth(other, values)
        case ("∨", (one, other)):
            return _truth(one, values) or _truth(other, values)
        case ("→", (one, other)):
            return not _truth(one, values) or _truth(other, values)
        case ("↔", (one, other)):
            return _truth(one, values) == _truth(other, values)
        case ("Even" | "Odd", (arg,)):
            return value(arg, values) % 2 == (says.head == "Odd")
        case ("∣", (modulus, arg)):
            return value(arg, values) % int(modulus.head) == 0
        case ("MOD" | "ZMOD", (one, other, modulus)):
            return (value(one, values) - value(other, values)) % int(modulus.head) == 0
        case (_, (one, other)):
            return value(one, values) == value(other, values)
    raise NotOfRemainders


def value(term: Term, values: Mapping[str, int]) -> int:
    if not term.args:
        return int(term.head) if term.head.isdigit() else values[term.head]
    args = [value(arg, values) for arg in term.args]
    match term.head:
        case "+":
            return args[0] + args[1]
        case "-":
            return args[0] - args[1]
        case "*":
            return args[0] * args[1]
        case "%":
            return args[0] % args[1]
        case "neg":
            return -args[0]
        case _:
            return int(args[0] ** args[1])
