"""Universe levels, and the question whether one is at most another under every assignment.

The order is decided by cases. The right side of an `imax` says which of its two values it has, and that
side is zero or not depending on which parameters are zero. With those cases told apart a level is a maximum
of parameters and of zero, each with a number added, and two such maxima are compared term by term. The
meaning of levels is that of Carneiro, The Type Theory of Lean (2019), section 2.2; the procedure is
complete for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.kernel.names import Name
from app.kernel.outcome import Undecided

ZERO, SUCC, MAX, IMAX, PARAM = range(5)
MOST_CASES = 4096
LARGEST = 2000


class Level:
    """A level, of which only one object exists. `a` and `b` are its parts; `a` is the name of a parameter."""

    __slots__ = ("a", "b", "kind", "params", "size")

    def __init__(self, kind: int, a: Any, b: Level | None, params: frozenset[Name]) -> None:
        self.size: int = 1 + (a.size if isinstance(a, Level) else 0) + (b.size if b else 0)
        if self.size > LARGEST:
            raise Undecided("a universe level is too large")
        self.kind = kind
        self.a: Any = a
        self.b: Any = b
        self.params = params


_known: dict[tuple[int, object, object], Level] = {}
_order: dict[tuple[Level, Level], bool] = {}


def _make(kind: int, a: Level | Name | None, b: Level | None, params: frozenset[Name]) -> Level:
    key = (kind, a, b)
    found = _known.get(key)
    if found is None:
        found = _known[key] = Level(kind, a, b, params)
    return found


zero = _make(ZERO, None, None, frozenset())


def succ(a: Level) -> Level:
    return _make(SUCC, a, None, a.params)


one = succ(zero)


def parameter(name: Name) -> Level:
    return _make(PARAM, name, None, frozenset((name,)))


def maximum(a: Level, b: Level) -> Level:
    """The larger of `a` and `b`."""
    if a is b or b is zero:
        return a
    if a is zero:
        return b
    return _make(MAX, a, b, a.params | b.params)


def impredicative(a: Level, b: Level) -> Level:
    """Zero if `b` is zero, and otherwise the larger of `a` and `b`."""
    if b is zero or a is b or a is zero or a is one:
        return b
    if b.kind == SUCC:
        return maximum(a, b)
    return _make(IMAX, a, b, a.params | b.params)


def substitute(level: Level, given: Mapping[Name, Level]) -> Level:
    """`level` with its parameters replaced; a parameter that is not given stays."""
    if not level.params:
        return level
    if level.kind == PARAM:
        return given.get(level.a, level)
    a = substitute(level.a, given)
    if level.kind == SUCC:
        return succ(a)
    b = substitute(level.b, given)
    return maximum(a, b) if level.kind == MAX else impredicative(a, b)


def sign(level: Level, signs: Mapping[Name, bool]) -> bool | Name:
    """Whether `level` is above zero, or a parameter of which that must be known first."""
    kind = level.kind
    if kind == ZERO:
        return False
    if kind == SUCC:
        return True
    if kind == PARAM:
        name: Name = level.a
        return signs.get(name, name)
    right = sign(level.b, signs)
    if kind == IMAX or right is True:
        return right
    left = sign(level.a, signs)
    if left is True or right is False:
        return left
    return right


Terms = dict[Name | None, int]


def _terms(level: Level, signs: Mapping[Name, bool], added: int, into: Terms) -> Name | None:
    """Collect the maximum that `level` is, each with what is added; or a parameter that must be known first.

    None as a key is zero.
    """
    while level.kind == SUCC:
        level, added = level.a, added + 1
    if level.kind == ZERO:
        into[None] = max(into.get(None, 0), added)
        return None
    if level.kind == PARAM:
        name: Name = level.a
        known = signs.get(name)
        if known is not False:
            into[name] = max(into.get(name, 0), added)
        into[None] = max(into.get(None, 0), added + (known is True))
        return None
    if level.kind == IMAX:
        right = sign(level.b, signs)
        if isinstance(right, Name):
            return right
        if not right:
            into[None] = max(into.get(None, 0), added)
            return None
    first = _terms(level.a, signs, added, into)
    return first or _terms(level.b, signs, added, into)


def at_most(a: Level, b: Level) -> bool:
    """Whether `a` is at most `b` for all values of the parameters.

    Raises Undecided where that needs more than MOST_CASES cases.
    """
    if a is b or a is zero:
        return True
    known = _order.get((a, b))
    if known is None:
        known = _order[a, b] = _at_most_by_cases(a, b)
    return known


def _at_most_by_cases(a: Level, b: Level) -> bool:
    cases: list[dict[Name, bool]] = [{}]
    seen = 0
    while cases:
        signs = cases.pop()
        seen += 1
        if seen > MOST_CASES:
            raise Undecided("a comparison of universe levels has too many cases")
        left: Terms = {}
        right: Terms = {}
        unknown = _terms(a, signs, 0, left) or _terms(b, signs, 0, right)
        if unknown is not None:
            cases += ({**signs, unknown: False}, {**signs, unknown: True})
        elif not _covers(right, left):
            return False
    return True


def _covers(right: Terms, left: Terms) -> bool:
    for name, added in left.items():
        if name is None:
            if all(other < added for other in right.values()):
                return False
        elif right.get(name, -1) < added:
            return False
    return True


def same(a: Level, b: Level) -> bool:
    """Whether `a` and `b` have the same value for all values of the parameters."""
    return a is b or (at_most(a, b) and at_most(b, a))


def same_all(left: Sequence[Level], right: Sequence[Level]) -> bool:
    """Whether two lists have the same length and the same values one by one."""
    return left is right or (len(left) == len(right) and all(map(same, left, right)))


def never_zero(level: Level) -> bool:
    """Whether `level` is above zero for all values of the parameters."""
    return at_most(one, level)
