"""Lists, options and pairs, all of which are tuples here; `none` is None."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.models.expression import Term
from app.models.semantics.compiler import Compiler, Rule
from app.models.semantics.numbers import bounded
from app.models.semantics.truth import every, some
from app.models.semantics.types import (
    BOOL,
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
    is_plain,
    list_of,
)

_LONG = 300


def _product(values: tuple[int, ...]) -> int:
    result = 1
    for value in values:
        result = bounded(result * value)
    return result


def _short(length: int) -> int:
    if length > _LONG:
        raise Unknown("a long list")
    return length


# What a function gives that takes a list last and numbers before it, and on which items it is defined.
_OF_LISTS: dict[str, tuple[str, Callable[..., Value]]] = {
    "length": ("nat", len),
    "reverse": ("list", lambda values: values[::-1]),
    "sum": ("number", lambda values: bounded(sum(values))),
    "prod": ("number", _product),
    "isEmpty": ("bool", lambda values: not values),
    "tail": ("list", lambda values: values[1:]),
    "dropLast": ("list", lambda values: values[:-1]),
    "take": ("list", lambda n, values: values[:n]),
    "drop": ("list", lambda n, values: values[n:]),
    "head?": ("option", lambda values: values[:1] or None),
    "getLast?": ("option", lambda values: values[-1:] or None),
    "Nodup": ("distinct", lambda values: len(set(values)) == len(values)),
}
ARGUMENTS: dict[str, tuple[Term, ...]] = {
    "range": (NAT,),
    "replicate": (NAT,),
    "take": (NAT,),
    "drop": (NAT,),
}


def _item(typed: Typed) -> Term:
    if typed.type is None:
        raise Unknown("a list of what?")
    if typed.type.head != "List":
        raise Unknown("no list")
    return typed.type.args[0]


def _nil(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    if wanted is not None and wanted.head != "List":
        raise IllTyped("a list where there is none")
    return Typed(wanted, lambda env: ())


def _cons(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    item = wanted.args[0] if wanted is not None and wanted.head == "List" else None
    first = compiler.typed(term.args[0], item)
    if first.type is None:
        item = _item(compiler.typed(term.args[1]))
        first = compiler.typed(term.args[0], item)
    kind = list_of(first.type or NAT)
    rest = compiler.checked(term.args[1], kind).meaning
    one = first.meaning
    return Typed(kind, lambda env: (one(env), *rest(env)))


def _append(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    one, other = compiler.same(term.args[0], term.args[1], wanted)
    if one.type is not None:
        _item(one)
    left, right = one.meaning, other.meaning
    return Typed(one.type, lambda env: left(env) + right(env))


def _of_list(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    """A function of one list, and perhaps of a number before it."""
    result, operate = _OF_LISTS[term.head]
    *before, last = _list_last(term)
    found = compiler.typed(last, wanted if result == "list" else None)
    item = _item(found)
    if (result == "number" and item not in (NAT, INT)) or (result == "distinct" and not is_plain(item)):
        raise Unknown(term.head)
    numbers = [compiler.checked(arg, NAT).meaning for arg in before]
    values = found.meaning
    kinds = {"number": item, "nat": NAT, "bool": BOOL, "distinct": PROP, "option": Term("Option", (item,))}

    def value(env: Env) -> Value:
        return operate(*(number(env) for number in numbers), values(env))

    kind = kinds.get(result) or list_of(item)
    return Typed(kind, compiler.known(value) if kind in (PROP, BOOL) else value)


def _list_last(term: Term) -> Sequence[Term]:
    expected = 2 if term.head in ("take", "drop") else 1
    if len(term.args) != expected:
        raise Unknown(term.head)
    return term.args


def _made_from(compiler: Compiler, term: Term, item: Term, result: Term | None) -> Typed:
    """The function that `map`, `filter` and their like take."""
    if term.head == "fun":
        wanted = None if result is None else function(item, result)
        made = compiler.made_by(term, wanted, item)
    else:
        made = compiler.typed(term, None if result is None else function(item, result))
    if made.type is None or made.type.head != "→" or made.type.args[0] != item:
        raise IllTyped("a function of the items")
    if result is not None and made.type.args[1] != result:
        raise IllTyped("a function to another type")
    return made


def _map(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    made_of, values = term.args
    list_ = compiler.typed(values)
    result = wanted.args[0] if wanted is not None and wanted.head == "List" else None
    made = _made_from(compiler, made_of, _item(list_), result)
    assert made.type is not None  # noqa: S101 - `_made_from` has looked
    return Typed(list_of(made.type.args[1]), lambda env: tuple(map(made.meaning(env), list_.meaning(env))))


def _filter(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    condition, values = term.args
    list_ = compiler.typed(values, wanted)
    keep = _made_from(compiler, condition, _item(list_), BOOL).meaning

    def kept(env: Env) -> Value:
        test = keep(env)
        truths = [(test(value), value) for value in list_.meaning(env)]
        if any(truth is None for truth, _ in truths):
            raise Unknown("an undecided condition")
        return tuple(value for truth, value in truths if truth)

    return Typed(list_.type, kept)


def _tested(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    """`l.all p` and `l.any p`."""
    values, condition = term.args
    list_ = compiler.typed(values)
    test, which = (
        _made_from(compiler, condition, _item(list_), BOOL).meaning,
        every if term.head == "all" else some,
    )
    return Typed(BOOL, compiler.known(lambda env: which(map(test(env), list_.meaning(env)))))


def _count(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    list_ = compiler.typed(term.args[1])
    item = _item(list_)
    if not is_plain(item):
        raise Unknown("count")
    one = compiler.checked(term.args[0], item).meaning
    return Typed(NAT, lambda env: list_.meaning(env).count(one(env)))


def member(compiler: Compiler, term: Term) -> Typed:
    """`x ∈ l`; the room of sets knows the other kind."""
    list_ = compiler.typed(term.args[1])
    if list_.type is None:  # nothing is an element of `[]`
        return Typed(PROP, lambda env: False)
    item = compiler.checked(term.args[0], _item(list_)).meaning
    equal = equality(_item(list_), compiler.domain)
    return Typed(
        PROP, compiler.known(lambda env: some(equal(item(env), other) for other in list_.meaning(env)))
    )


def _range(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    (length,) = term.args
    number = compiler.checked(length, NAT).meaning
    return Typed(list_of(NAT), lambda env: tuple(range(_short(number(env)))))


def _replicate(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    length, value = term.args
    number = compiler.checked(length, NAT).meaning
    item = compiler.typed(value, wanted.args[0] if wanted is not None and wanted.head == "List" else None)
    if item.type is None:
        raise Unknown("a list of what?")
    return Typed(list_of(item.type), lambda env: (item.meaning(env),) * _short(number(env)))


def _pair(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    first, second = term.args
    kinds = wanted.args if wanted is not None and wanted.head == "×" else (None, None)
    one, other = compiler.typed(first, kinds[0]), compiler.typed(second, kinds[1])
    if one.type is None or other.type is None:
        return Typed(None, lambda env: (one.meaning(env), other.meaning(env)))
    return Typed(Term("×", (one.type, other.type)), lambda env: (one.meaning(env), other.meaning(env)))


def _part(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    pair = compiler.typed(term.args[0])
    if pair.type is None or pair.type.head != "×":
        raise Unknown("projection")
    number = 0 if term.head in (".1", "fst") else 1
    part = Typed(pair.type.args[number], lambda env: pair.meaning(env)[number])
    return compiler.applied(part, term.args[1:])


def _option(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    if term.head == "none":
        return Typed(wanted, lambda env: None)
    (content,) = term.args
    inner = compiler.typed(
        content, wanted.args[0] if wanted is not None and wanted.head == "Option" else None
    )
    kind = None if inner.type is None else Term("Option", (inner.type,))
    return Typed(kind, lambda env: (inner.meaning(env),))


def _is_some(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    (option,) = term.args
    found = compiler.typed(option)
    if found.type is None or found.type.head != "Option":
        raise Unknown(term.head)
    empty = term.head == "isNone"
    return Typed(BOOL, compiler.known(lambda env: (found.meaning(env) is None) == empty))


RULES: dict[str, Rule] = {
    **dict.fromkeys(_OF_LISTS, _of_list),
    **dict.fromkeys((".1", ".2", "fst", "snd"), _part),
    **dict.fromkeys(("all", "any"), _tested),
    **dict.fromkeys(("some", "none"), _option),
    **dict.fromkeys(("isSome", "isNone"), _is_some),
    "[]": _nil, "::": _cons, "++": _append, "map": _map, "filter": _filter, "count": _count,
    "range": _range, "replicate": _replicate, "(,)": _pair,
}  # fmt: skip
