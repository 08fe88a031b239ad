"""What is done to terms as a whole: indices and universe parameters replaced, locals bound again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.kernel import levels
from app.kernel.levels import Level
from app.kernel.names import Name
from app.kernel.terms import (
    APP,
    BVAR,
    CONST,
    LAM,
    LET,
    LOCAL,
    PI,
    PROJ,
    SORT,
    Expr,
    app,
    bvar,
    const,
    lam,
    let,
    local,
    pi,
    proj,
    sort,
)


def rebuild(term: Expr, parts: Any, below: Any) -> Expr:
    """`term` with `parts` applied to what stands outside its binder and `below` to what stands under it."""
    kind = term.kind
    if kind in (LAM, PI):
        return (lam if kind == LAM else pi)(parts(term.a), below(term.b))
    if kind == APP:
        return app(parts(term.a), parts(term.b))
    if kind == PROJ:
        return proj(term.a, term.b, parts(term.c))
    if kind == LET:
        return let(parts(term.a), parts(term.b), below(term.c))
    return term


def instantiate(term: Expr, values: Sequence[Expr]) -> Expr:
    """`term` with its outermost `len(values)` loose indices replaced; the last value is for index 0.

    The values must have no loose indices of their own.
    """
    if not term.loose:
        return term
    count = len(values)
    memo: dict[tuple[Expr, int], Expr] = {}

    def go(at: Expr, under: int) -> Expr:
        if at.loose <= under:
            return at
        kind = at.kind
        if kind == BVAR:
            index = at.a - under
            return values[count - 1 - index] if index < count else bvar(at.a - count)
        key = (at, under)
        done = memo.get(key)
        if done is not None:
            return done
        if kind == APP:
            done = app(go(at.a, under), go(at.b, under))
        elif kind == LAM:
            done = lam(go(at.a, under), go(at.b, under + 1))
        elif kind == PI:
            done = pi(go(at.a, under), go(at.b, under + 1))
        elif kind == PROJ:
            done = proj(at.a, at.b, go(at.c, under))
        else:
            done = let(go(at.a, under), go(at.b, under), go(at.c, under + 1))
        memo[key] = done
        return done

    return go(term, 0)


def abstract(term: Expr, variables: Sequence[Expr]) -> Expr:
    """`term` with these locals replaced by loose indices, 0 for the last of them."""
    if not variables:
        return term
    lowest = min(variable.a for variable in variables)
    last = len(variables) - 1
    places = {variable: last - place for place, variable in enumerate(variables)}
    memo: dict[tuple[Expr, int], Expr] = {}

    def go(at: Expr, under: int) -> Expr:
        if at.locals <= lowest:
            return at
        kind = at.kind
        if kind == LOCAL:
            place = places.get(at)
            return at if place is None else bvar(place + under)
        key = (at, under)
        done = memo.get(key)
        if done is None:
            done = memo[key] = rebuild(at, lambda part: go(part, under), lambda part: go(part, under + 1))
        return done

    return go(term, 0)


def bind(kind: int, variables: Sequence[Expr], body: Expr) -> Expr:
    """The LAM or PI over these locals, first one outermost; the type of each may mention those before it."""
    body = abstract(body, variables)
    for place in range(len(variables) - 1, -1, -1):
        type_ = abstract(variables[place].b, variables[:place])
        body = (lam if kind == LAM else pi)(type_, body)
    return body


def substitute(term: Expr, given: Mapping[Name, Level]) -> Expr:
    """`term` with its universe parameters replaced."""
    memo: dict[Expr, Expr] = {}

    def go(at: Expr) -> Expr:
        if not at.params:
            return at
        done = memo.get(at)
        if done is None:
            kind = at.kind
            if kind == SORT:
                done = sort(levels.substitute(at.a, given))
            elif kind == CONST:
                done = const(at.a, tuple([levels.substitute(level, given) for level in at.b]))
            elif kind == LOCAL:
                done = local(at.a, go(at.b))
            else:
                done = rebuild(at, go, go)
            memo[at] = done
        return done

    return go(term)


def occurs(names: frozenset[Name] | set[Name], term: Expr) -> bool:
    """Whether one of the constants `names` occurs in `term`, the types of its locals not counted."""
    seen: set[Expr] = set()
    todo = [term]
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        if at.a in names:
            return True
        todo += [
            part for part in (at.a, at.b, at.c) if isinstance(part, Expr) and at.kind not in (LOCAL, CONST)
        ]
    return False
