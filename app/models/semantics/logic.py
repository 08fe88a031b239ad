"""Connectives, quantifiers, truth values, equality and choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.models.expression import Term
from app.models.semantics.compiler import Compiler, Rule
from app.models.semantics.truth import Truth, both, either, every, implies, negation, one_only, same, some
from app.models.semantics.types import BOOL, PROP, Env, Meaning, Typed, Unknown, Value, equality, is_plain

_ABOUT_TWO: dict[str, Callable[[Truth, Truth], Truth]] = {
    "∧": both, "∨": either, "→": implies, "↔": same,
    "&&": both, "and": both, "||": either, "or": either,
    "^^": lambda one, other: negation(same(one, other)), "xor": lambda one, other: negation(same(one, other)),
}  # fmt: skip
_DECIDED_BY_FIRST = {"∧": False, "→": False, "&&": False, "and": False, "∨": True, "||": True, "or": True}
_ABOUT_ALL: dict[str, Callable[[Iterable[Truth], bool], Truth]] = {"∀": every, "∃": some, "∃!": one_only}


def _connective(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    kind = PROP if term.head in "∧∨→↔" else BOOL
    left, right = (compiler.checked(arg, kind).meaning for arg in term.args)
    combine, first = _ABOUT_TWO[term.head], _DECIDED_BY_FIRST.get(term.head)

    def truth(env: Env) -> Truth:
        one = left(env)
        if first is not None and one is first:
            return combine(one, None)
        return combine(one, right(env))

    return Typed(kind, truth)


def _negation(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    kind = PROP if term.head == "¬" else BOOL
    inner = compiler.checked(term.args[0], kind).meaning
    return Typed(kind, lambda env: negation(inner(env)))


def _truth(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    value = term.head in ("True", "true")
    return Typed(PROP if term.head[0].isupper() else BOOL, lambda env: value)


def _decided(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    return Typed(BOOL, compiler.truth(term.args[0]))


def _quantified(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    variables, body = compiler.under(term)
    for name, type_ in reversed(variables):
        values, whole = compiler.domain(type_)
        body = _over(name, values, whole, body, _ABOUT_ALL[term.head])
    return Typed(PROP, body)


def _over(
    name: str,
    values: tuple[Value, ...],
    whole: bool,
    body: Meaning,
    about_all: Callable[[Iterable[Truth], bool], Truth],
) -> Meaning:
    return lambda env: about_all((body({**env, name: value}) for value in values), whole)


def _if(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    condition = compiler.truth(term.args[0])
    yes, no = compiler.same(term.args[1], term.args[2], wanted)

    def chosen(env: Env) -> Value:
        truth = condition(env)
        if truth is None:
            raise Unknown("an undecided condition")
        return yes.meaning(env) if truth else no.meaning(env)

    return Typed(yes.type, chosen)


def _equal(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    one, other = compiler.same(term.args[0], term.args[1])
    left, right = one.meaning, other.meaning
    kind = PROP if term.head == "=" else BOOL
    if one.type is None or is_plain(one.type):
        if term.head == "!=":
            return Typed(kind, compiler.known(lambda env: left(env) != right(env)))
        return Typed(kind, compiler.known(lambda env: left(env) == right(env)))
    equal = equality(one.type, compiler.domain)
    work = len(compiler.domain(one.type.args[0])[0]) if one.type.head in ("Set", "→") else 1
    if term.head == "!=":
        return Typed(kind, compiler.known(lambda env: negation(equal(left(env), right(env))), work))
    return Typed(kind, compiler.known(lambda env: equal(left(env), right(env)), work))


RULES: dict[str, Rule] = {
    **dict.fromkeys(_ABOUT_TWO, _connective),
    **dict.fromkeys(("¬", "not"), _negation),
    **dict.fromkeys(("True", "False", "true", "false"), _truth),
    **dict.fromkeys(_ABOUT_ALL, _quantified),
    **dict.fromkeys(("=", "==", "!="), _equal),
    "decide": _decided,
    "if": _if,
}
