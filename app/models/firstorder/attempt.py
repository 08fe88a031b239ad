"""One attempt to refute clauses: what is bound, which copies are in use, and what may still be spent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.models.expression import Term
from app.models.firstorder.clauses import Clause, Literal, Matrix
from app.models.firstorder.herbrand import NOTHING, Congruence, Instances
from app.models.firstorder.unification import Bindings, Expr, Pair, as_term, shifted


class Spent(Exception):
    """As many connections were tried as were allowed."""


class Open(NamedTuple):
    """A literal that is to be refuted, those that were assumed on the way to it, and what comes next."""

    literal: Literal
    path: tuple[Literal, ...]
    rest: Open | None


class Equality(NamedTuple):
    """Terms that were taken to be equal so that one atom gives another."""

    pairs: Sequence[Pair]
    source: Expr | None
    target: Expr


@dataclass(slots=True)
class Attempt:
    """`left` counts down the connections that are tried; the variables of copy number c of a
    clause are its own and c times their number. `stopped` says that something was too costly.
    """

    clauses: Sequence[Clause]
    matrix: Matrix
    left: int = 0
    known: Bindings = field(default_factory=Bindings)
    used: list[tuple[Clause, int]] = field(default_factory=list)
    equalities: list[Equality] = field(default_factory=list)
    index: dict[tuple[bool, object], list[tuple[Clause, int]]] = field(default_factory=dict)
    stopped: bool = False
    rewriting: bool = False
    copies: int = 0

    def __post_init__(self) -> None:
        self.known.fit = self.fit
        for clause in self.clauses:
            for number, (sign, atom) in enumerate(clause.literals):
                self.index.setdefault((sign, atom[0]), []).append((clause, number))

    def reset(self, connections: int) -> None:
        """Begin anew."""
        self.left = connections
        self.known.undo(0)
        self.used.clear()
        self.equalities.clear()

    def affordable(self, cost: int, left: int) -> bool:
        self.stopped = self.stopped or cost > left
        return cost <= left

    def spend(self, more: int = 0) -> None:
        self.left -= 1 + more
        if self.left < 0:
            raise Spent

    def copy(self, clause: Clause) -> tuple[Literal, ...]:
        """The literals of the clause with variables of their own."""
        self.copies += 1
        self.used.append((clause, self.copies))
        if not clause.general:
            return clause.literals
        offset = self.copies * len(self.matrix.general)
        return tuple((sign, shifted(atom, offset)) for sign, atom in clause.literals)

    def partners(
        self, sign: bool, head: object, left: int, extra: int = 0
    ) -> Iterator[tuple[Expr, tuple[Literal, ...], int]]:
        """Atoms of literals with that sign, what else is in their clauses, and what may be spent then."""
        for clause, number in self.index.get((sign, head), ()):
            cost = clause.costs[number] + extra
            if self.affordable(cost, left):
                literals = self.copy(clause)
                yield literals[number][1], literals[:number] + literals[number + 1 :], left - cost
                self.used.pop()

    def with_more(
        self, literals: Sequence[Literal], path: tuple[Literal, ...], rest: Open | None
    ) -> Open | None:
        """More literals to refute, those first that facts may settle."""
        for literal in sorted(literals, key=self._hardness, reverse=True):
            rest = Open(literal, path, rest)
        return rest

    def _hardness(self, literal: Literal) -> int:
        sign, atom = literal
        others = self.index.get((not sign, atom[0]), ())
        return sum(len(clause.literals) > 1 for clause, _ in others) + (4 if atom[0] == "=" else 0)

    def fit(self, one: Expr, two: Expr) -> bool:
        """Whether two terms can be of one sort."""
        first, second = (self.matrix.sort(self.known.value(expr)) for expr in (one, two))
        return first is None or second is None or first == second

    def instances(self) -> Instances:
        """What the variables of the clauses that were used stand for."""
        found: dict[tuple[int, tuple[Term, ...]], tuple[Term, ...]] = {}
        for clause, copy in self.used:
            offset = copy * len(self.matrix.general)
            for variable in sorted(clause.general):
                said, terms = self.matrix.general[variable]
                key = said.shape.number, tuple(self._term(shifted(term, offset)) for term in terms)
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), self._term(variable + offset))))
        congruences = [
            Congruence(
                tuple((self._term(one), self._term(two)) for one, two in pairs),
                None if source is None else self._term(source),
                self._term(target),
            )
            for pairs, source, target in self.equalities
        ]
        return Instances(found, tuple(congruences))

    def _term(self, expr: Expr) -> Term:
        return as_term(self.known.resolved(expr), self._anything)

    def _anything(self, variable: int) -> Term:
        return self.matrix.world.anything(self.matrix.sort(variable)) or NOTHING
