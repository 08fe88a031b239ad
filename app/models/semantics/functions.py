"""Functions: composition, and what it is to be injective or surjective."""

from __future__ import annotations

from app.models.expression import Term
from app.models.semantics.compiler import Compiler, Rule
from app.models.semantics.sets import of_function
from app.models.semantics.truth import Truth, both, every, implies, some
from app.models.semantics.types import (
    INT,
    NAT,
    PROP,
    Env,
    IllTyped,
    Typed,
    Unknown,
    Value,
    equality,
    function,
)

_SMALL = 3


def _injective(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    (made_of,) = term.args
    made = of_function(compiler, made_of)
    assert made.type is not None  # noqa: S101 - `of_function` has looked
    source, target = made.type.args
    values, whole = compiler.domain(source)
    same, reached = equality(source, compiler.domain), equality(target, compiler.domain)

    def injective(env: Env) -> Truth:
        map_ = made.meaning(env)
        pairs = ((a, b) for n, a in enumerate(values) for b in values[:n])
        return every((implies(reached(map_(a), map_(b)), same(a, b)) for a, b in pairs), whole)

    return Typed(PROP, compiler.known(injective, len(values) ** 2 // 2))


def _surjective(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    (made_of,) = term.args
    made = of_function(compiler, made_of)
    assert made.type is not None  # noqa: S101
    source, target = made.type.args
    (values, whole), (results, whole_target) = compiler.domain(source), compiler.domain(target)
    results = results[:_SMALL] if target in (NAT, INT) else results  # those that values in sight may reach
    reached = equality(target, compiler.domain)

    def surjective(env: Env) -> Truth:
        map_ = made.meaning(env)
        hits = (some((reached(map_(a), b) for a in values), whole) for b in results)
        return every(hits, whole_target)

    return Typed(PROP, compiler.known(surjective, len(values) * len(results) // 2))


def _bijective(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    one = _injective(compiler, term, wanted).meaning
    other = _surjective(compiler, term, wanted).meaning
    return Typed(PROP, lambda env: both(one(env), other(env)))


def _composed(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    domain = wanted.args[0] if wanted is not None and wanted.head == "→" else None
    inner = of_function(compiler, term.args[1], domain)
    assert inner.type is not None  # noqa: S101
    outer = of_function(compiler, term.args[0], inner.type.args[1])
    assert outer.type is not None  # noqa: S101
    kind = function(inner.type.args[0], outer.type.args[1])

    def made(env: Env) -> Value:
        one, other = outer.meaning(env), inner.meaning(env)
        return lambda value: one(other(value))

    return compiler.applied(Typed(kind, made), term.args[2:])


def _identity(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    if len(term.args) == 1:
        return compiler.typed(term.args[0], wanted)
    if term.args or wanted is None or wanted.head != "→":
        raise Unknown("id")
    if wanted.args[0] != wanted.args[1]:
        raise IllTyped("id")
    return Typed(wanted, lambda env: lambda value: value)


RULES: dict[str, Rule] = {
    "Injective": _injective, "Surjective": _surjective, "Bijective": _bijective, "∘": _composed,
    "id": _identity,
}  # fmt: skip
