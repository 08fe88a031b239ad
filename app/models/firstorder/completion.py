"""Equational reasoning: general equations are combined until both sides of a goal rewrite to the same.

Unfailing completion (Bachmair, Dershowitz and Plaisted, Completion without failure, 1989) with the order of
Knuth and Bendix. Every equation that is found keeps the chain of steps from its one side to the other, so
that a proof can be written down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from app.models.firstorder.term_order import greater
from app.models.firstorder.unification import (
    Bindings,
    Expr,
    in_order,
    instance,
    matches,
    parts,
    put,
    shifted,
    size,
    variables,
)

_LARGEST = 24  # symbols on both sides of an equation
_APART = 1000  # variables of the second of two equations are these and more


@dataclass(frozen=True, slots=True)
class Step:
    """One use of an equation: a term becomes another; `values` are for the variables of the equation."""

    before: Expr
    after: Expr
    rule: Equation
    values: Mapping[int, Expr]
    forwards: bool
    whole: bool

    def turned(self) -> Step:
        return Step(self.after, self.before, self.rule, self.values, not self.forwards, self.whole)


@dataclass(frozen=True, slots=True, eq=False)
class Equation:
    """`name` is that of a fact; what was derived has a chain of steps from left to right instead."""

    left: Expr
    right: Expr
    name: str = ""
    chain: tuple[Step, ...] = ()

    @property
    def size(self) -> int:
        return size(self.left) + size(self.right)


@dataclass(slots=True)
class Completion:
    """Equations that are in use and such that wait; `most` is how many more are looked at.

    What was found for one goal is there for the next.
    """

    axioms: Sequence[Equation]
    most: int = 220
    active: list[Equation] = field(default_factory=list)
    waiting: list[tuple[int, int, Equation]] = field(default_factory=list)
    seen: set[tuple[Expr, Expr]] = field(default_factory=set)
    order: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        for axiom in self.axioms:
            heappush(self.waiting, (0, next(self.order), axiom))

    def chain(self, one: Expr, two: Expr) -> tuple[Step, ...] | None:
        """Steps from `one` to `two`; None if none were found."""
        while True:
            left, right = self.normal(one), self.normal(two)
            if _end(one, left) == _end(two, right):
                return (*left, *(step.turned() for step in reversed(right)))
            if not self._grown():
                return None

    def _grown(self) -> bool:
        """Take one more equation into use; whether there was one."""
        while self.waiting and self.most > 0:
            self.most -= 1
            equation = self._simplified(heappop(self.waiting)[2])
            if equation is not None:
                self._reduced(equation)
                for other in list(self.active):
                    for pair in (*_overlaps(equation, other), *_overlaps(other, equation)):
                        self._wait(pair)
                return True
        return False

    def normal(self, expr: Expr) -> tuple[Step, ...]:
        """The steps by which a term becomes as small as the equations in use make it."""
        steps: list[Step] = []
        while (step := self._rewritten(expr)) is not None and len(steps) < 20:
            steps.append(step)
            expr = step.after
        return tuple(steps)

    def _wait(self, equation: Equation) -> None:
        if equation.left != equation.right and equation.size <= _LARGEST:
            key = _renamed(equation.left, equation.right)
            if key not in self.seen and key[::-1] not in self.seen:
                self.seen.add(key)
                heappush(self.waiting, (equation.size, next(self.order), equation))

    def _simplified(self, equation: Equation) -> Equation | None:
        left, right = self.normal(equation.left), self.normal(equation.right)
        one, two = _end(equation.left, left), _end(equation.right, right)
        if one == two or any(_is_case(one, two, other) for other in self.active):
            return None
        if not left and not right and equation.name:
            return equation
        middle = equation.chain or (_use(equation),)
        chain = (*(step.turned() for step in reversed(left)), *middle, *right)
        if greater(two, one):
            one, two, chain = two, one, tuple(step.turned() for step in reversed(chain))
        return _tidy(one, two, chain)

    def _reduced(self, equation: Equation) -> None:
        """Take equations out of use that the new one makes smaller; they are then looked at again."""
        kept = self.active
        self.active = [equation]
        again = [other for other in kept if self._rewritten(other.left) or self._rewritten(other.right)]
        self.active = [other for other in kept if other not in again]
        for other in again:
            heappush(self.waiting, (other.size, next(self.order), other))
        self.active.append(equation)

    def _rewritten(self, expr: Expr) -> Step | None:
        for path, part in parts(expr):
            for rule in self.active:
                for forwards in (True, False):
                    begin, end = _sides(rule, forwards)
                    if isinstance(begin, int):
                        continue
                    values: dict[int, Expr] = {}
                    if not matches(begin, part, values) or not variables(end) <= values.keys():
                        continue
                    new = instance(end, values)
                    if greater(part, new):
                        return Step(expr, put(expr, path, new), rule, values, forwards, not path)
        return None


def _end(expr: Expr, steps: Sequence[Step]) -> Expr:
    return steps[-1].after if steps else expr


def _use(equation: Equation) -> Step:
    """A fact as a step of a chain."""
    own = {variable: variable for variable in variables(equation.left) | variables(equation.right)}
    return Step(equation.left, equation.right, equation, own, True, True)


def _overlaps(one: Equation, two: Equation) -> Iterator[Equation]:
    """What follows where a side of `one` is a part of a side of `two`."""
    other = Equation(shifted(two.left, _APART), shifted(two.right, _APART))
    for forwards in (True, False):
        begin = one.left if forwards else one.right
        if isinstance(begin, int):
            continue
        for onwards in (True, False):
            for path, part in parts(other.left if onwards else other.right):
                known = Bindings()
                if not isinstance(part, int) and (path or one is not two) and known.unify(begin, part):
                    yield from _critical((one, two), (forwards, onwards), path, known)


def _critical(
    rules: tuple[Equation, Equation], ways: tuple[bool, bool], path: Sequence[int], known: Bindings
) -> Iterator[Equation]:
    """The equation of two terms that one term becomes by two rules, unless a rule makes it greater."""
    one, two = rules
    own = {v: known.resolved(v) for v in variables(one.left) | variables(one.right)}
    theirs = {v: known.resolved(v + _APART) for v in variables(two.left) | variables(two.right)}
    begin, end = (instance(side, own) for side in _sides(one, ways[0]))
    whole, right = (instance(side, theirs) for side in _sides(two, ways[1]))
    if greater(end, begin) or greater(right, whole):
        return
    left = put(whole, path, end)
    steps = (
        Step(left, whole, one, own, not ways[0], not path),
        Step(whole, right, two, theirs, ways[1], True),
    )
    yield _tidy(left, right, steps)


def _sides(equation: Equation, forwards: bool) -> tuple[Expr, Expr]:
    return (equation.left, equation.right) if forwards else (equation.right, equation.left)


def _tidy(left: Expr, right: Expr, chain: Sequence[Step]) -> Equation:
    """An equation with its variables numbered from 0; such as only stand in between are chosen freely."""
    names: dict[int, Expr] = {}
    for variable in in_order(left, right):
        names.setdefault(variable, len(names))
    free = names.get(next(iter(names), -1), ("«any",))
    for step in chain:
        for term in (step.before, step.after, *step.values.values()):
            for variable in variables(term):
                names.setdefault(variable, free)
    steps = tuple(
        Step(
            instance(s.before, names),
            instance(s.after, names),
            s.rule,
            {v: instance(t, names) for v, t in s.values.items()},
            s.forwards,
            s.whole,
        )
        for s in chain
    )
    return Equation(instance(left, names), instance(right, names), "", steps)


def _renamed(left: Expr, right: Expr) -> tuple[Expr, Expr]:
    names: dict[int, Expr] = {}
    for variable in in_order(left, right):
        names.setdefault(variable, len(names))
    return instance(left, names), instance(right, names)


def _is_case(one: Expr, two: Expr, other: Equation) -> bool:
    """Whether an equation is one that is in use, at terms."""
    for forwards in (True, False):
        left, right = _sides(other, forwards)
        values: dict[int, Expr] = {}
        if matches(left, one, values) and matches(right, two, values):
            return True
    return False
