"""Which instances of general facts prove a goal: the connection method on clauses.

Otten and Bibel, leanCoP: lean connection-based theorem proving (Journal of Symbolic Computation 36, 2003);
here the number of clauses in use is what is deepened. Equations are used from the goal, as in Digricoli and
Harrison, Equality-based binary resolution (Journal of the ACM 33, 1986): where two literals differ in terms
that may be equal, that they are is what is left to show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.models.firstorder.attempt import Attempt, Equality, Open, Spent
from app.models.firstorder.clauses import Literal, Matrix, TooMany, World
from app.models.firstorder.formulas import Said
from app.models.firstorder.herbrand import Instances
from app.models.firstorder.unification import Expr, Pair, size

_DEEPEST, _MOST_APART, _LARGEST = 14, 2, 5
# Connections that are tried, without equality as a means and with it, in turns.
_TURNS, _PLAIN_TURNS = ((False, 250), (True, 1300), (False, 950)), ((False, 1500),)


def instances(facts: Sequence[Said], goal: Said, world: World, effort: float = 1) -> Instances | None:
    """Instances from which `goal` follows by connectives and equality alone; None if none were found.

    `effort` is how much of the usual number of attempts is made.
    """
    matrix = Matrix(world)
    try:
        clauses = matrix.of(facts, goal)
    except TooMany:
        return None
    return _Search(sorted(clauses, key=lambda each: len(each.literals)), matrix).found(effort)


class _Search(Attempt):
    """The search for a refutation."""

    def found(self, effort: float) -> Instances | None:
        """What a refutation of the clauses uses."""
        for rewriting, most in _TURNS if (True, "=") in self.index else _PLAIN_TURNS:
            self.rewriting = rewriting
            self.reset(int(most * effort))
            try:
                if self._refuted():
                    return self.instances()
            except Spent:
                continue
        return None

    def _refuted(self) -> bool:
        first = sorted(self.clauses, key=lambda each: not each.goal)
        for most in range(_DEEPEST):
            self.stopped = False
            for clause in first:
                if self.affordable(clause.cost, most):
                    literals = self.copy(clause)
                    if next(self._solve(self.with_more(literals, (), None), most - clause.cost), False):
                        return True
                    self.used.pop()
            if not self.stopped:
                return False
        return False

    # Refuting literals

    def _solve(self, open_: Open | None, left: int) -> Iterator[bool]:
        """Refute all that is open, by steps that cost no more than `left`; True for each way to do it."""
        if open_ is None:
            yield True
            return
        literal, path, rest = open_
        sign, atom = literal
        if any(own == sign and self.known.same(other, atom) for own, other in path):
            return
        mark, height = len(self.known.trail), len(self.used)
        if self._at_hand(literal, path):
            yield from self._solve(rest, left)
            self.known.undo(mark)
            del self.used[height:]
            return
        here = Open(literal, (*path, literal), rest)
        if atom[0] == "=" and not sign:
            yield from self._equal(here, left)
        for other_sign, other in path:
            if other_sign != sign and other[0] == atom[0]:
                yield from self._against(here, other, (), left)
        for other, others, after in self.partners(not sign, atom[0], left):
            yield from self._against(here, other, others, after)
        if self.rewriting and sign and atom[0] == "=":
            yield from self._substituted(here, left)

    def _at_hand(self, literal: Literal, path: Sequence[Literal]) -> bool:
        """Whether the literal is refuted as it stands, with nothing else being settled by that."""
        sign, atom = literal
        for other_sign, other in path:
            if other_sign != sign and other[0] == atom[0] and self.known.same(other, atom):
                return True
        for clause, number in self.index.get((not sign, atom[0]), ()):
            if len(clause.literals) > 1:
                break
            mark, first = len(self.known.trail), (self.copies + 1) * len(self.matrix.general)
            other = self.copy(clause)[number][1]
            if self.known.unify(other, atom) and all(v >= first for v in self.known.trail[mark:]):
                return True
            self.known.undo(mark)
            self.used.pop()
        return False

    def _against(self, here: Open, other: Expr, others: Sequence[Literal], left: int) -> Iterator[bool]:
        """Connect a literal to the atom of a complementary one; `others` are then left to refute."""
        self.spend(len(here.path) // 3)
        atom = here.literal[1]
        exact = False
        for turned in _orders(atom):
            mark = len(self.known.trail)
            if self.known.unify(turned, other):
                exact = exact or len(self.known.trail) == mark
                yield from self._solve(self.with_more(others, here.path, here.rest), left)
            self.known.undo(mark)
        if self.rewriting and not exact:
            for turned in _orders(atom):
                yield from self._nearly(here, turned, other, others, left)

    def _nearly(
        self, here: Open, atom: Expr, other: Expr, others: Sequence[Literal], left: int
    ) -> Iterator[bool]:
        """Connect atoms that differ in terms that may be equal."""
        for whole, backwards in _WAYS if atom[0] == "=" else _WAYS[:2]:
            mark = len(self.known.trail)
            apart = self._apart(atom, other, whole, backwards)
            if apart and self.affordable(len(apart), left):
                turned = [(two, one) for one, two in apart]
                used = Equality(turned, atom, other) if here.literal[0] else Equality(apart, other, atom)
                yield from self._by_equality(here, used, [*_unequal(apart), *others], left - len(apart))
            self.known.undo(mark)

    def _by_equality(
        self, here: Open, used: Equality, literals: Sequence[Literal], left: int
    ) -> Iterator[bool]:
        self.spend()
        self.equalities.append(used)
        yield from self._solve(self.with_more(literals, here.path, here.rest), left)
        self.equalities.pop()

    def _apart(self, atom: Expr, other: Expr, whole: bool, backwards: bool) -> list[Pair] | None:
        """The pairs of terms in which two atoms differ: whole arguments, or as little of them as can be."""
        if len(atom) != len(other):
            return None
        pairs: list[Pair] = []
        args = list(zip(atom[1:], other[1:], strict=True))
        for one, two in reversed(args) if backwards else args:
            mark = len(self.known.trail)
            if self.known.unify(one, two, None if whole else pairs):
                continue
            self.known.undo(mark)
            if not whole or not self.fit(one, two):
                return None
            pairs.append((one, two))
        open_ = any(isinstance(self.known.value(expr), int) for pair in pairs for expr in pair)
        return None if open_ or len(pairs) > _MOST_APART else pairs

    # Equations

    def _equal(self, here: Open, left: int) -> Iterator[bool]:
        """Show an equation: by reflexivity, by its parts, or by a step of a chain."""
        _, one, two = here.literal[1]
        mark = len(self.known.trail)
        if self.known.unify(one, two):
            yield from self._solve(here.rest, left)
        self.known.undo(mark)
        if not self.rewriting:
            return
        yield from self._by_parts(here, self.known.value(one), self.known.value(two), left)
        if self.affordable(1, left):
            for sign, atom in here.path:
                if sign and atom[0] == "=":
                    yield from self._chained(here, atom, (), left - 1)
        for atom, others, after in self.partners(True, "=", left, 1):
            yield from self._chained(here, atom, others, after)

    def _by_parts(self, here: Open, one: Expr, two: Expr, left: int) -> Iterator[bool]:
        if isinstance(one, int) or isinstance(two, int) or one[0] != two[0] or len(one) == 1:
            return
        mark = len(self.known.trail)
        apart = self._apart(one, two, True, False)
        if apart and self.affordable(len(apart), left):
            used = Equality(apart, None, ("=", one, two))
            yield from self._by_equality(here, used, _unequal(apart), left - len(apart))
        self.known.undo(mark)

    def _chained(self, here: Open, equation: Expr, others: Sequence[Literal], left: int) -> Iterator[bool]:
        """An equation by a step of another that begins at its one side, and the rest of the way."""
        _, one, two = here.literal[1]
        if isinstance(self.known.value(one), int):
            one, two = two, one
        for _, begin, end in _orders(equation):
            grows = isinstance(self.known.value(begin), int)
            if grows and isinstance(end, int):
                continue
            self.spend()
            mark = len(self.known.trail)
            if self.known.unify(one, begin) and not (grows and size(self.known.resolved(end)) > _LARGEST):
                used = Equality([(two, end)], ("=", one, end), ("=", one, two))
                yield from self._by_equality(here, used, [(False, ("=", end, two)), *others], left)
            self.known.undo(mark)

    def _substituted(self, here: Open, left: int) -> Iterator[bool]:
        """Use an equation that holds on this branch on an argument of a literal of a clause."""
        for sign, head in list(self.index):
            if head == "=":
                continue
            for other, others, after in self.partners(sign, head, left, 1):
                for _, begin, end in _orders(here.literal[1]):
                    for place in range(1, len(other)):
                        yield from self._replaced(here, (sign, other), place, (begin, end), others, after)

    def _replaced(
        self, here: Open, literal: Literal, place: int, pair: Pair, others: Sequence[Literal], left: int
    ) -> Iterator[bool]:
        self.spend()
        (sign, other), (begin, end) = literal, pair
        mark = len(self.known.trail)
        if not isinstance(self.known.value(begin), int) and self.known.unify(begin, other[place]):
            new = (*other[:place], end, *other[place + 1 :])
            used = Equality([(end, begin)], other, new) if sign else Equality([pair], new, other)
            yield from self._by_equality(here, used, [(sign, new), *others], left)
        self.known.undo(mark)


_WAYS = ((False, False), (True, False), (False, True))


def _orders(atom: Expr) -> tuple[Expr, ...]:
    """An equation in both directions, anything else as it is."""
    return (atom, ("=", atom[2], atom[1])) if atom[0] == "=" else (atom,)


def _unequal(pairs: Sequence[Pair]) -> list[Literal]:
    return [(False, ("=", *pair)) for pair in pairs]
