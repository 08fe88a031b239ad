"""Sets, which are predicates here, and what functions do to them."""

from __future__ import annotations

from collections.abc import Callable

from app.models.expression import Term
from app.models.semantics import lists
from app.models.semantics.compiler import Compiler, Rule
from app.models.semantics.truth import Truth, both, either, every, implies, negation, some
from app.models.semantics.types import (
    PROP,
    Env,
    IllTyped,
    Meaning,
    Typed,
    Unknown,
    Value,
    equality,
    set_of,
)

_OPERATIONS: dict[str, Callable[..., Truth]] = {
    "∩": both,
    "∪": either,
    "\\": lambda one, other: both(one, negation(other)),
    "ᶜ": negation,
}


def _member(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    item, among = term.args
    place = compiler.quiet(among)
    if among.head == "[]" or (place is not None and place.head == "List"):
        return lists.member(compiler, term)
    if place is None or place.head != "Set":
        found = compiler.typed(item)
        if found.type is None:
            raise Unknown("a set of what?")
        place = set_of(found.type)
    value, set_ = compiler.checked(item, place.args[0]).meaning, compiler.checked(among, place).meaning
    return Typed(PROP, compiler.known(lambda env: set_(env)(value(env))))


def _sets(compiler: Compiler, term: Term, wanted: Term | None) -> tuple[Term, list[Meaning]]:
    """The element type of sets of one type, and what they mean."""
    kind = wanted if wanted is not None and wanted.head == "Set" else None
    for arg in term.args:
        kind = kind or compiler.quiet(arg)
    if kind is None or kind.head != "Set":
        raise Unknown("set")
    return kind.args[0], [compiler.checked(arg, kind).meaning for arg in term.args]


def _subset(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    inner, (left, right) = _sets(compiler, term, None)
    values, whole = compiler.domain(inner)

    def below(one: Value, other: Value) -> Truth:
        return every((implies(one(value), other(value)) for value in values), whole)

    def holds(env: Env) -> Truth:
        one, other = left(env), right(env)
        if term.head == "⊆":
            return below(one, other)
        return both(below(one, other), negation(below(other, one)))

    return Typed(PROP, compiler.known(holds, len(values)))


def _operation(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    inner, meanings = _sets(compiler, term, wanted)
    operate = _OPERATIONS[term.head]

    def made(env: Env) -> Value:
        sets = [meaning(env) for meaning in meanings]
        return lambda value: operate(*(set_(value) for set_ in sets))

    return Typed(set_of(inner), made)


def _constant(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    if wanted is None or wanted.head != "Set":
        raise Unknown(term.head)
    full = term.head == "univ"
    return Typed(wanted, lambda env: lambda value: full)


def _comprehension(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    if len(term.bound) != 1 or (wanted is not None and wanted.head != "Set"):
        raise Unknown("a set of pairs")
    return compiler.made_by(term, wanted)


def _listed(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    inner = wanted.args[0] if wanted is not None and wanted.head == "Set" else None
    items = [compiler.typed(arg, inner) for arg in term.args]
    inner = inner or next((item.type for item in items if item.type), None)
    if inner is None:
        raise Unknown("a set of what?")
    meanings = [compiler.checked(arg, inner).meaning for arg in term.args]
    equal = equality(inner, compiler.domain)

    def made(env: Env) -> Value:
        values = [meaning(env) for meaning in meanings]
        return lambda value: some(equal(value, other) for other in values)

    return Typed(set_of(inner), made)


def _nonempty(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    inner, (one,) = _sets(compiler, term, None)
    values, whole = compiler.domain(inner)
    return Typed(PROP, compiler.known(lambda env: some(map(one(env), values), whole)))


def _disjoint(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    inner, (left, right) = _sets(compiler, term, None)
    values, whole = compiler.domain(inner)

    def apart(env: Env) -> Truth:
        one, other = left(env), right(env)
        return every((negation(both(one(value), other(value))) for value in values), whole)

    return Typed(PROP, compiler.known(apart, len(values)))


def _power_set(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    inner, (one,) = _sets(compiler, term, wanted.args[0] if wanted is not None and wanted.args else None)
    values, whole = compiler.domain(inner)

    def made(env: Env) -> Value:
        set_ = one(env)

        def within(part: Value) -> Truth:
            compiler.work += len(values) // 2
            return every((implies(part(value), set_(value)) for value in values), whole)

        return within

    return Typed(set_of(set_of(inner)), made)


def _image(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    map_, among = term.args
    source = compiler.quiet(among)
    made = of_function(
        compiler, map_, source.args[0] if source is not None and source.head == "Set" else None
    )
    assert made.type is not None  # noqa: S101 - `of_function` has looked
    members = compiler.checked(among, set_of(made.type.args[0])).meaning
    return _all_values(compiler, made, members)


def _range(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    if len(term.args) != 1 or (compiler.quiet(term.args[0]) or PROP).head != "→":
        return lists.RULES["range"](compiler, term, wanted)
    return _all_values(compiler, of_function(compiler, term.args[0]), lambda env: lambda value: True)


def _all_values(compiler: Compiler, made: Typed, members: Meaning) -> Typed:
    """The values that a function takes on a set."""
    assert made.type is not None  # noqa: S101
    source, target = made.type.args
    (values, whole), equal = compiler.domain(source), equality(target, compiler.domain)

    def image(env: Env) -> Value:
        map_, set_ = made.meaning(env), members(env)

        def reached(value: Value) -> Truth:
            compiler.work += len(values) // 2
            return some((both(set_(v), equal(map_(v), value)) for v in values), whole)

        return reached

    return Typed(set_of(target), image)


def _preimage(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    map_, among = term.args
    made = of_function(
        compiler, map_, wanted.args[0] if wanted is not None and wanted.head == "Set" else None
    )
    assert made.type is not None  # noqa: S101
    source, target = made.type.args
    set_ = compiler.checked(among, set_of(target)).meaning

    def preimage(env: Env) -> Value:
        one, other = made.meaning(env), set_(env)
        return lambda value: other(one(value))

    return Typed(set_of(source), preimage)


def of_function(compiler: Compiler, term: Term, domain: Term | None = None) -> Typed:
    """A term that is a function, of `domain` if that is known."""
    if term.head == "fun":
        return compiler.made_by(term, None, domain)
    found = compiler.typed(term)
    if found.type is None or found.type.head != "→":
        raise Unknown("function")
    if domain is not None and found.type.args[0] != domain:
        raise IllTyped("function")
    return found


RULES: dict[str, Rule] = {
    **dict.fromkeys(_OPERATIONS, _operation),
    **dict.fromkeys(("⊆", "⊂"), _subset),
    **dict.fromkeys(("∅", "univ"), _constant),
    **dict.fromkeys(("''", "image"), _image),
    **dict.fromkeys(("⁻¹'", "preimage"), _preimage),
    "∈": _member, "{|}": _comprehension, "{,}": _listed, "Nonempty": _nonempty, "Disjoint": _disjoint,
    "𝒫": _power_set, "powerset": _power_set, "range": _range,
}  # fmt: skip
