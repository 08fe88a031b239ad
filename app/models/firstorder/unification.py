"""Terms with variables that are numbers, made for speed, and what makes two of them the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from app.models.expression import Term, replaced

Expr = Any  # the number of a variable, or a tuple of a head and arguments
Pair = tuple[Expr, Expr]


def expression(term: Term) -> Expr:
    """A term without variables; one that binds stays as it is."""
    return (term.head, *map(expression, term.args)) if not term.bound else (term,)


def placed(atom: Term, terms: Sequence[Expr]) -> Expr:
    """`atom` with expressions for its places."""
    if atom.bound:
        return (atom, *terms)
    args = tuple(placed(arg, terms) for arg in atom.args)
    if atom.head.startswith("«p"):
        own = terms[int(atom.head[2:])]
        return own if not args else (*own, *args) if isinstance(own, tuple) else ("@", own, *args)
    return (atom.head, *args)


def as_term(expr: Expr, variable: Callable[[int], Term]) -> Term:
    """The term of an expression; `variable` says what its variables are."""
    if isinstance(expr, int):
        return variable(expr)
    args = tuple(as_term(arg, variable) for arg in expr[1:])
    if isinstance(expr[0], Term):
        return replaced(expr[0], {f"«p{place}": arg for place, arg in enumerate(args)})
    return Term(expr[0], args)


def shifted(expr: Expr, offset: int) -> Expr:
    """The expression with other variables."""
    if isinstance(expr, int):
        return expr + offset
    return (expr[0], *(shifted(arg, offset) for arg in expr[1:])) if len(expr) > 1 else expr


@lru_cache(maxsize=8192)
def variables(expr: Expr) -> frozenset[int]:
    """The variables in an expression."""
    if isinstance(expr, int):
        return frozenset((expr,))
    return frozenset().union(*map(variables, expr[1:]))


def in_order(*exprs: Expr) -> Iterator[int]:
    """The variables from left to right, with repetitions."""
    for expr in exprs:
        if isinstance(expr, int):
            yield expr
        else:
            yield from in_order(*expr[1:])


def size(expr: Expr) -> int:
    return 1 if isinstance(expr, int) else 1 + sum(map(size, expr[1:]))


def instance(expr: Expr, values: Mapping[int, Expr]) -> Expr:
    """The expression with terms for variables, which are not looked into."""
    if isinstance(expr, int):
        return values.get(expr, expr)
    return (expr[0], *(instance(arg, values) for arg in expr[1:])) if len(expr) > 1 else expr


def parts(expr: Expr, path: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Expr]]:
    """All that is in an expression, each with the way to it."""
    yield path, expr
    if not isinstance(expr, int):
        for place in range(1, len(expr)):
            yield from parts(expr[place], (*path, place))


def put(expr: Expr, path: Sequence[int], new: Expr) -> Expr:
    """The expression with something else at the end of a way."""
    if not path:
        return new
    place = path[0]
    return (*expr[:place], put(expr[place], path[1:], new), *expr[place + 1 :])


def matches(pattern: Expr, expr: Expr, values: dict[int, Expr]) -> bool:
    """Extend `values` so that they make `pattern` the same as `expr`; whether that can be."""
    if isinstance(pattern, int):
        return bool(values.setdefault(pattern, expr) == expr)
    if isinstance(expr, int) or pattern[0] != expr[0] or len(pattern) != len(expr):
        return False
    return all(matches(p, e, values) for p, e in zip(pattern[1:], expr[1:], strict=True))


@dataclass(slots=True)
class Bindings:
    """What variables stand for so far, and in which order that was settled; `fit` compares sorts."""

    fit: Callable[[Expr, Expr], bool] = lambda one, two: True
    bound: dict[int, Expr] = field(default_factory=dict)
    trail: list[int] = field(default_factory=list)

    def value(self, expr: Expr) -> Expr:
        """What a variable stands for, or anything else itself."""
        while isinstance(expr, int) and expr in self.bound:
            expr = self.bound[expr]
        return expr

    def resolved(self, expr: Expr) -> Expr:
        """The expression with all that is known of its variables."""
        expr = self.value(expr)
        if isinstance(expr, int) or len(expr) == 1:
            return expr
        return (expr[0], *map(self.resolved, expr[1:]))

    def unify(self, one: Expr, two: Expr, apart: list[Pair] | None = None) -> bool:
        """Bind variables so that both are the same, but for the pairs that are put in `apart`."""
        bound = self.bound
        while type(one) is int and one in bound:
            one = bound[one]
        while type(two) is int and two in bound:
            two = bound[two]
        if one is two:
            return True
        if type(one) is int:
            return bool(one == two) or self._bind(one, two)
        if type(two) is int:
            return self._bind(two, one)
        if one[0] == two[0] and len(one) == len(two):
            return all(self.unify(a, b, apart) for a, b in zip(one[1:], two[1:], strict=True))
        if apart is None or not self.fit(one, two):
            return False
        apart.append((one, two))
        return True

    def same(self, one: Expr, two: Expr) -> bool:
        """Whether both are the same already."""
        one, two = self.value(one), self.value(two)
        if one is two:
            return True
        if type(one) is int or type(two) is int:
            return bool(one == two)
        if one[0] != two[0] or len(one) != len(two):
            return False
        return all(self.same(a, b) for a, b in zip(one[1:], two[1:], strict=True))

    def undo(self, mark: int) -> None:
        """Forget what was settled after there were `mark` bindings."""
        while len(self.trail) > mark:
            del self.bound[self.trail.pop()]

    def _bind(self, variable: int, value: Expr) -> bool:
        if not self.fit(variable, value) or self._occurs(variable, value):
            return False
        self.bound[variable] = value
        self.trail.append(variable)
        return True

    def _occurs(self, variable: int, expr: Expr) -> bool:
        expr = self.value(expr)
        if isinstance(expr, int):
            return expr == variable
        return any(self._occurs(variable, arg) for arg in expr[1:])
