"""First-order formulas as clauses, with what their variables and witnesses stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.models.expression import Term
from app.models.firstorder.formulas import FALSE, SKOLEM, TRUE, Reader, Said
from app.models.firstorder.sorts import sort_of
from app.models.firstorder.unification import Expr, expression, placed, variables

Literal = tuple[bool, Expr]  # whether it holds, and the atom
_MOST = 80


class TooMany(Exception):
    """The formulas have too many clauses."""


@dataclass(frozen=True)
class Clause:
    """Literals of which one must hold; `general` are the variables that were passed on the way to them."""

    literals: tuple[Literal, ...]
    general: frozenset[int] = frozenset()
    goal: bool = False

    @cached_property
    def costs(self) -> tuple[int, ...]:
        """What it costs to use each literal: nothing in a fact, more if it does not settle the others."""
        if len(self.literals) < 2:
            return (0,) * len(self.literals)
        held = [variables(atom) for _, atom in self.literals]
        return tuple(1 + (not all(others <= own for others in held)) for own in held)

    @property
    def cost(self) -> int:
        return int(len(self.literals) > 1)


@dataclass(frozen=True, slots=True)
class World:
    """The formulas that were read over the things of a context, and what is at hand, each with its sort."""

    reader: Reader
    things: tuple[tuple[Term, Term | None], ...]

    def anything(self, sort: Term | None) -> Term | None:
        """Something of a sort: a thing at hand, or the first that is said to exist."""
        found = [term for term, kind in self.things if kind == sort]
        if sort is not None:
            shapes = enumerate(self.reader.numbered)
            found += [Term(f"{SKOLEM}{n}") for n, shape in shapes if shape.sort == sort and not shape.arity]
        return found[0] if found else Term("0") if sort == Term("Nat") else None


class Matrix:
    """Makes clauses of formulas. Variables are numbers; `general` says of which formula each is."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.general: list[tuple[Said, tuple[Expr, ...]]] = []
        self._sorts = lru_cache(maxsize=1024)(self._sort)

    def of(self, facts: Sequence[Said], goal: Said) -> list[Clause]:
        """The clauses of the facts and of the negation of the goal that could be part of a refutation.

        Raises TooMany.
        """
        found = [clause for fact in facts for clause in self._whole(fact, True)]
        found += [Clause(clause.literals, clause.general, True) for clause in self._whole(goal, False)]
        if len(found) > _MOST:
            raise TooMany
        return _connected(found)

    def sort(self, expr: Expr) -> Term | None:
        """The sort of what is no variable that is bound, if it is known."""
        if isinstance(expr, int):
            return self.general[expr % len(self.general)][0].shape.sort
        return self._sorts(expr[0], len(expr) - 1)

    def _sort(self, head: object, arity: int) -> Term | None:
        if not isinstance(head, str):
            return None
        if not head.startswith(SKOLEM):
            return sort_of(Term(head, (TRUE,) * arity), self.world.reader.types)
        shape = self.world.reader.numbered[int(head[len(SKOLEM) :])]
        sort = shape.sort
        for _ in range(arity - shape.arity):
            sort = sort.args[1] if sort is not None and sort.head == "→" else None
        return sort

    def _whole(self, said: Said, holds: bool) -> list[Clause]:
        return self._clauses(said, tuple(expression(term) for term in said.terms), holds)

    def _clauses(self, said: Said, terms: tuple[Expr, ...], holds: bool) -> list[Clause]:
        """The clauses of `said` or of its negation; `terms` are for its places."""
        match said.kind:
            case "atom":
                return _literal(said, terms, holds)
            case "∀" | "∃":
                return self._quantified(said, terms, holds)
            case "↔":
                (one, not_one), (two, not_two) = (
                    [self._part(said, terms, number, sign) for sign in (True, False)] for number in (0, 1)
                )
                if not holds:
                    two, not_two = not_two, two
                return _either(not_one, two) + _either(one, not_two)
        left = self._part(said, terms, 0, holds != (said.kind == "→"))
        right = self._part(said, terms, 1, holds)
        return left + right if (said.kind == "∧") == holds else _either(left, right)

    def _part(self, said: Said, terms: tuple[Expr, ...], number: int, holds: bool) -> list[Clause]:
        part = said.shape.parts[number]
        return self._clauses(Said(part.shape, ()), tuple(terms[place] for place in part.places), holds)

    def _quantified(self, said: Said, terms: tuple[Expr, ...], holds: bool) -> list[Clause]:
        shape = said.shape
        own: Expr = (f"{SKOLEM}{shape.number}", *terms)
        if (shape.kind == "∀") == holds:
            if shape.opaque:
                return [Clause(((holds, (f"«q{shape.number}", *terms)),))]
            own = len(self.general)
            self.general.append((said, terms))
        part = shape.parts[0]
        inner = tuple(own if place < 0 else terms[place] for place in part.places)
        found = self._clauses(Said(part.shape, ()), inner, holds)
        if not isinstance(own, int):
            return found
        return [Clause(clause.literals, clause.general | {own}) for clause in found]


def _literal(said: Said, terms: tuple[Expr, ...], holds: bool) -> list[Clause]:
    atom = said.shape.atom
    if atom in (TRUE, FALSE):
        return [] if (atom == TRUE) == holds else [Clause(())]
    return [Clause(((holds, placed(atom, terms)),))]


def _either(left: list[Clause], right: list[Clause]) -> list[Clause]:
    """The clauses that say that one of two things holds, without those that say nothing."""
    if len(left) * len(right) > _MOST:
        raise TooMany
    joined = [
        Clause(tuple(dict.fromkeys(a.literals + b.literals)), a.general | b.general)
        for a in left
        for b in right
    ]
    return [c for c in joined if not any((not sign, atom) in c.literals for sign, atom in c.literals)]


def _connected(clauses: list[Clause]) -> list[Clause]:
    """The clauses all of whose literals could be refuted by some other; equations serve for all atoms."""
    while True:
        there = {(sign, atom[0]) for clause in clauses for sign, atom in clause.literals}
        kept = [
            clause
            for clause in clauses
            if all((not sign, atom[0]) in there or atom[0] == "=" for sign, atom in clause.literals)
        ]
        if len(kept) == len(clauses):
            return kept
        clauses = kept
