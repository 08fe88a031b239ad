"""Expressions: one object for each, so that equal expressions are mostly the same object.

Bound variables are de Bruijn indices. Below an opened binder a variable is a local: it carries its type,
and its level is above that of every other local in the term that was opened, so two locals that occur
together are never confused and the same term is opened to the same term each time. Names of binders and
what is said of implicit arguments mean nothing to the theory and are dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.kernel import levels
from app.kernel.levels import Level
from app.kernel.names import ANONYMOUS, Name

BVAR, LOCAL, SORT, CONST, APP, LAM, PI, LET, PROJ, NAT, STR = range(11)
NO_PARAMS: frozenset[Name] = frozenset()


class Expr:
    """An expression. `a`, `b`, `c` are its parts, by kind:

    BVAR index; LOCAL level, type; SORT level; CONST name, levels (and its value, once unfolded); APP
    function, argument; LAM and PI type, body; LET type, value, body; PROJ structure, index, term; NAT
    number; STR text.

    `loose` is one above the largest index that no binder in it binds, `locals` one above the largest level
    of a local, `params` the universe parameters in it. The rest are caches: the type, whether it was
    checked, and the normal forms (`cored`: the cheap one).
    """

    __slots__ = (
        "a",
        "b",
        "c",
        "checked",
        "core",
        "cored",
        "kind",
        "locals",
        "loose",
        "params",
        "type",
        "whnf",
    )

    def __init__(self, kind: int, a: Any, b: Any, c: Any, loose: int, locals_: int, params: Any) -> None:
        self.kind = kind
        self.a = a
        self.b = b
        self.c = c
        self.loose: int = loose
        self.locals: int = locals_
        self.params: frozenset[Name] = params
        self.type: Expr | None = None
        self.checked = False
        self.core: Expr | None = None
        self.cored: Expr | None = None
        self.whnf: Expr | None = None

    def __repr__(self) -> str:
        return show(self)


_tables: tuple[dict[Any, Expr], ...] = tuple({} for _ in range(11))
(_bvars, _locals, _sorts, _consts, _apps, _lams, _pis, _lets, _projs, _nats, _strs) = _tables


def bvar(index: int) -> Expr:
    found = _bvars.get(index)
    if found is None:
        found = _bvars[index] = Expr(BVAR, index, None, None, index + 1, 0, NO_PARAMS)
    return found


def local(level: int, type_: Expr) -> Expr:
    """The variable of this type at `level`, which must be above every local in a term that it is used in."""
    key = (level, type_)
    found = _locals.get(key)
    if found is None:
        found = _locals[key] = Expr(LOCAL, level, type_, None, 0, max(level + 1, type_.locals), type_.params)
    return found


def sort(level: Level) -> Expr:
    found = _sorts.get(level)
    if found is None:
        found = _sorts[level] = Expr(SORT, level, None, None, 0, 0, level.params)
    return found


def const(name: Name, given: tuple[Level, ...] = ()) -> Expr:
    key = (name, given)
    found = _consts.get(key)
    if found is None:
        params = NO_PARAMS.union(*[level.params for level in given])
        found = _consts[key] = Expr(CONST, name, given, None, 0, 0, params)
    return found


def app(function: Expr, argument: Expr) -> Expr:
    key = (function, argument)
    found = _apps.get(key)
    if found is None:
        left, right = function.loose, argument.loose
        first, second = function.locals, argument.locals
        params = _union(function.params, argument.params)
        found = _apps[key] = Expr(
            APP,
            function,
            argument,
            None,
            left if left > right else right,
            first if first > second else second,
            params,
        )
    return found


def _union(left: frozenset[Name], right: frozenset[Name]) -> frozenset[Name]:
    if left is right or right <= left:
        return left
    return right if left <= right else left | right


def _binder(table: dict[Any, Expr], kind: int, type_: Expr, body: Expr) -> Expr:
    key = (type_, body)
    found = table.get(key)
    if found is None:
        loose = max(type_.loose, body.loose - 1)
        locals_ = max(type_.locals, body.locals)
        found = table[key] = Expr(kind, type_, body, None, loose, locals_, _union(type_.params, body.params))
    return found


def lam(type_: Expr, body: Expr) -> Expr:
    return _binder(_lams, LAM, type_, body)


def pi(type_: Expr, body: Expr) -> Expr:
    return _binder(_pis, PI, type_, body)


def let(type_: Expr, value: Expr, body: Expr) -> Expr:
    key = (type_, value, body)
    found = _lets.get(key)
    if found is None:
        loose = max(type_.loose, value.loose, body.loose - 1)
        locals_ = max(type_.locals, value.locals, body.locals)
        params = _union(_union(type_.params, value.params), body.params)
        found = _lets[key] = Expr(LET, type_, value, body, loose, locals_, params)
    return found


def proj(structure: Name, index: int, term: Expr) -> Expr:
    key = (structure, index, term)
    found = _projs.get(key)
    if found is None:
        found = _projs[key] = Expr(PROJ, structure, index, term, term.loose, term.locals, term.params)
    return found


def nat(number: int) -> Expr:
    found = _nats.get(number)
    if found is None:
        found = _nats[number] = Expr(NAT, number, None, None, 0, 0, NO_PARAMS)
    return found


def string(text: str) -> Expr:
    found = _strs.get(text)
    if found is None:
        found = _strs[text] = Expr(STR, text, None, None, 0, 0, NO_PARAMS)
    return found


def nodes() -> int:
    """How many expressions are held."""
    return sum(map(len, _tables))


def mark() -> tuple[int, ...]:
    """What is held now, for `forget`."""
    return tuple(map(len, _tables))


def forget(to: Sequence[int]) -> None:
    """Let go of all that was made since `mark`, and of every cache; what is still in use stays valid.

    It may then be made once more, so that two objects stand for one expression; nothing concludes from two
    objects that expressions differ.
    """
    for table, size in zip(_tables, to, strict=True):
        while len(table) > size:
            table.popitem()
        for kept in table.values():
            kept.type = kept.core = kept.cored = kept.whnf = None
            kept.checked = False
            if kept.kind == CONST:
                kept.c = None


def apply(function: Expr, *arguments: Expr) -> Expr:
    for argument in arguments:
        function = app(function, argument)
    return function


def unapply(term: Expr) -> tuple[Expr, list[Expr]]:
    """The head of `term` and its arguments, first one first."""
    arguments: list[Expr] = []
    while term.kind == APP:
        arguments.append(term.b)
        term = term.a
    arguments.reverse()
    return term, arguments


def applied(term: Expr) -> tuple[Name, list[Expr]]:
    """The name of the constant that `term` applies, ANONYMOUS where it applies none, and the arguments."""
    top, arguments = unapply(term)
    return top.a if top.kind == CONST else ANONYMOUS, arguments


def head(term: Expr) -> Expr:
    while term.kind == APP:
        term = term.a
    return term


def show(term: Expr, depth: int = 4) -> str:
    """A short text of `term` for messages; deep parts are left out."""
    if depth == 0:
        return "…"
    kind = term.kind
    if kind == APP:
        function, arguments = unapply(term)
        shown = [show(part, depth - 1) for part in [function, *arguments[:6]]]
        return "(" + " ".join(shown) + (" …)" if len(arguments) > 6 else ")")
    if kind in (LAM, PI):
        return f"({'λ∀'[kind == PI]} {show(term.a, depth - 1)}, {show(term.b, depth - 1)})"
    if kind == LET:
        return f"(let {show(term.b, depth - 1)} in {show(term.c, depth - 1)})"
    if kind == PROJ:
        return f"{show(term.c, depth - 1)}.{term.b}"
    if kind == SORT:
        return "Prop" if term.a is levels.zero else "Sort"
    if kind == NAT:
        return str(term.a) if term.a < 1 << 64 else "a large number"
    return {BVAR: f"#{term.a}", LOCAL: f"x{term.a}"}.get(kind, str(term.a)[:60])
