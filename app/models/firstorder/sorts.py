"""The sorts of individuals: what type a term or a bound variable has, as far as it is plain to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.models.expression import Term

_SAME = frozenset({"+", "*", "-", "⁻¹", "neg", "^", "/", "%"})


def sort_of_bound(name: str, body: Term, types: Mapping[str, Term]) -> Term | None:
    """The type of a bound variable, from where it stands."""
    for holder in _holders(name, body):
        if holder.head == "=":
            other = holder.args[1] if holder.args[0].head == name else holder.args[0]
            if (sort := sort_of(other, types)) is not None:
                return sort
        elif holder.head in types:
            kinds = _argument_types(types[holder.head])
            for arg, kind in zip(holder.args, kinds, strict=False):
                if arg == Term(name):
                    return kind
        elif holder.head == "∈":
            family = types.get(holder.args[1].head)
            if family is not None and family.head == "Set":
                return family.args[0]
    return None


def _holders(name: str, body: Term) -> Iterator[Term]:
    if any(b.name == name for b in body.bound):
        return
    if any(arg.head == name for arg in body.args):
        yield body
    for arg in body.args:
        yield from _holders(name, arg)


def _argument_types(kind: Term) -> list[Term]:
    found: list[Term] = []
    while kind.head == "→" and len(kind.args) == 2:
        found.append(kind.args[0])
        kind = kind.args[1]
    return found


def sort_of(term: Term, types: Mapping[str, Term]) -> Term | None:
    """The type of a term, if the types of its head or its parts tell it."""
    if term.head in types:
        kind = types[term.head]
        for _ in term.args:
            if kind.head != "→":
                return None
            kind = kind.args[1]
        return kind if kind.head else None
    if term.head in _SAME:
        return next((sort for arg in term.args if (sort := sort_of(arg, types)) is not None), None)
    return None
