"""Types as terms, and what it means for two values of a type to be equal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.models.expression import Term, read
from app.models.semantics.truth import Truth, every, same

NAT, INT, BOOL, PROP, UNIT = Term("Nat"), Term("Int"), Term("Bool"), Term("Prop"), Term("Unit")
Value = Any
Env = Mapping[str, Value]
Meaning = Callable[[Env], Value]
Domain = Callable[[Term], tuple[tuple[Value, ...], bool]]  # values of a type, and whether these are all
_SYNONYMS = {"ℕ": "Nat", "ℤ": "Int"}
_PLAIN = frozenset({"Nat", "Int", "Bool", "Unit", "Empty", "Fin"})
_MADE = frozenset({"List", "Option", "×", "ULift"})


class Unknown(Exception):
    """A term that has no meaning here, or no value at these values."""


class TooMuchWork(Exception):
    """An evaluation that would go on for too long; it ends the whole of it."""


class IllTyped(Unknown):
    """A term that Lean would refuse, if the types of its parts are as supposed."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A compiled term; `type` is None where it is still open, as that of a numeral."""

    type: Term | None
    meaning: Meaning


def type_of(text: str) -> Term | None:
    term = read(text)
    return None if term is None else normal_type(term)


def normal_type(term: Term) -> Term:
    args = tuple(normal_type(arg) for arg in term.args)
    if term.head == "∀" and len(term.bound) == 1 and term.bound[0].type is not None:
        return Term("→", (normal_type(term.bound[0].type), args[0]))
    return Term(_SYNONYMS.get(term.head, term.head), args)


def set_of(type_: Term) -> Term:
    return Term("Set", (type_,))


def list_of(type_: Term) -> Term:
    return Term("List", (type_,))


def function(domain: Term, values: Term) -> Term:
    return Term("→", (domain, values))


def is_number(type_: Term | None) -> bool:
    """Whether numerals may have this type, as far as is known."""
    return type_ is None or type_ in (NAT, INT) or modulus(type_) is not None


def modulus(type_: Term | None) -> int | None:
    """`n` for `Fin n`."""
    if type_ is None or type_.head != "Fin" or len(type_.args) != 1 or not type_.args[0].head.isdigit():
        return None
    return int(type_.args[0].head)


def is_plain(type_: Term) -> bool:
    """Whether equality of values is that of Python: there are no functions in them."""
    return type_.head in _PLAIN or (type_.head in _MADE and all(map(is_plain, type_.args)))


def equality(type_: Term, domain: Domain) -> Callable[[Value, Value], Truth]:
    """Whether two values of a type are equal. Raises Unknown for a type that is not known."""
    if is_plain(type_):
        return lambda one, other: one == other
    if type_ == PROP:
        return same
    if type_.head == "Set" and len(type_.args) == 1:
        type_ = function(type_.args[0], PROP)
    if type_.head == "→":
        inner = equality(type_.args[1], domain)
        values, whole = domain(type_.args[0])
        return lambda one, other: every((inner(one(value), other(value)) for value in values), whole)
    if type_.head in _MADE:
        parts = [equality(arg, domain) for arg in type_.args]
        return lambda one, other: _alike(one, other, parts)
    raise Unknown(f"equality of {type_.head}")


def _alike(one: Value, other: Value, parts: list[Callable[[Value, Value], Truth]]) -> Truth:
    """Equality of lists, options and pairs, all of which are tuples or None."""
    if one is None or other is None or len(one) != len(other):
        return one is None and other is None
    inner = parts if len(parts) > 1 else parts * len(one)
    return every(equal(a, b) for equal, a, b in zip(inner, one, other, strict=True))
