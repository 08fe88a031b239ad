"""The types of bound variables that Lean does not print, from where the variables stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from app.models.expression import Term
from app.models.semantics.types import INT, NAT, Unknown

if TYPE_CHECKING:
    from app.models.semantics.compiler import Compiler

_OPERATIONS = frozenset({"+", "-", "*", "/", "%", "min", "max", "^"})
_JOINED = _OPERATIONS | {"=", "==", "!=", "<", "≤", "∣", "gcd", "lcm"}
_ORDERS = _OPERATIONS | {"<", "≤", "∣", "gcd", "lcm"}
_ON_NUMBERS = frozenset({"Even", "Odd", "neg", "abs", "MOD", "ZMOD", "Prime", "↑"})


class OpenType(Exception):
    """The type of the variable that `binder` binds is that of numbers, but of which?"""

    def __init__(self, binder: Term) -> None:
        super().__init__()
        self._binder = binder

    def ways(self, settled: Mapping[Term, Term]) -> list[dict[Term, Term]]:
        """`settled`, with each type that there might be."""
        return [{**settled, self._binder: type_} for type_ in (INT, NAT)]


def guessed(compiler: Compiler, name: str, binder: Term) -> Term:
    """The type of a bound variable that Lean does not print, from where the variable stands."""
    alone = Term(binder.head, binder.args, tuple(b for b in binder.bound if b.name == name))
    if alone in compiler.settled:
        return compiler.settled[alone]
    kept = compiler.types.pop(name, None)
    try:
        found = next(
            _evidence(compiler, name, binder.args[0], frozenset({b.name for b in binder.bound})), None
        )
    finally:
        if kept is not None:
            compiler.types[name] = kept
    if found is not None:
        return found
    if not _on_numbers(name, binder.args[0]) or any(_in_bounded(t) for t in compiler.types.values()):
        raise Unknown(f"the type of {name}")
    raise OpenType(alone)


def _evidence(compiler: Compiler, name: str, body: Term, bound: frozenset[str]) -> Iterator[Term]:
    """Types that `name` must have, as it stands beside what is known; `bound` cannot be looked up."""
    variable = Term(name)
    if body.bound:
        inner = {b.name for b in body.bound}
        if name in inner:
            return
        bound = bound | inner
    if body.head in _JOINED:
        leaves = list(_leaves(body))
        if variable in leaves:
            yield from (t for leaf in leaves if (t := _outside(compiler, leaf, bound)) is not None)
    elif body.head == "∈" and variable in body.args:
        place = _outside(compiler, body.args[1], bound) if body.args[0] == variable else None
        if place is not None and place.head in ("Set", "List"):
            yield place.args[0]
    elif variable in body.args:
        yield from _from_function(compiler, body, variable, bound)
    for arg in body.args:
        yield from _evidence(compiler, name, arg, bound)


def _from_function(compiler: Compiler, term: Term, variable: Term, bound: frozenset[str]) -> Iterator[Term]:
    place = term.args.index(variable)
    kinds = compiler.language.arguments.get(term.head)
    if kinds is not None and place < len(kinds):
        yield kinds[place]
    kind = compiler.types.get(term.head) if term.head not in bound else None
    while kind is not None and kind.head == "→":
        if place == 0:
            yield kind.args[0]
        kind, place = kind.args[1], place - 1


def _outside(compiler: Compiler, term: Term, bound: frozenset[str]) -> Term | None:
    """The type of `term` unless it speaks of the variables `bound`."""
    return None if bound & _heads(term) else compiler.quiet(term)


def _leaves(term: Term) -> Iterator[Term]:
    """What is joined by operations whose arguments are all of one type."""
    for place, arg in enumerate(term.args):
        if term.head == "^" and place == 1:
            continue
        if arg.head in _OPERATIONS:
            yield from _leaves(arg)
        else:
            yield arg


def _heads(term: Term) -> frozenset[str]:
    found = {term.head}
    for arg in term.args:
        found |= _heads(arg)
    return frozenset(found)


def _on_numbers(name: str, body: Term) -> bool:
    """Whether `name` stands where only numbers do."""
    variable = Term(name)
    leaves = list(_leaves(body)) if body.head in _JOINED else []
    if variable in leaves and (
        body.head in _ORDERS or len(leaves) > 2 or any(leaf.head.isdigit() for leaf in leaves)
    ):
        return True
    if body.head in _ON_NUMBERS and variable in body.args:
        return True
    return any(_on_numbers(name, arg) for arg in body.args)


def _in_bounded(type_: Term) -> bool:
    return type_.head == "Fin" or any(map(_in_bounded, type_.args))
