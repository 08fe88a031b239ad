"""First-order logic with equality: one whole proof of a goal, if instances are found that give it.

The connection method says which instances are needed; what is left is propositional, and a proof is looked
for from the goal to the facts: intuitionistic steps while they suffice, cases and indirect proof where they
do not. So the proof is one that a person would write.
"""

from __future__ import annotations

from dataclasses import replace

from app.models.expression import Term
from app.models.firstorder import argument as arg
from app.models.firstorder.clauses import World
from app.models.firstorder.connection import instances
from app.models.firstorder.forced import Forced
from app.models.firstorder.formulas import SKOLEM
from app.models.firstorder.guided import Guided, Limits, TooLong
from app.models.firstorder.pruning import pruned
from app.models.firstorder.sequents import Sequent, closed

_AGAIN = 2 / 3  # what is left of the effort once it was in vain


def prove(sequent: Sequent, world: World, effort: float = 1) -> arg.Proof | None:
    """A proof of the sequent, None if none was found; `effort` is how much of the usual number is tried."""
    try:
        found = _Tableau(world, effort).proof(sequent)
    except (TooLong, RecursionError):
        return None
    return pruned(found) if found is not None else None


class _Tableau(Forced):
    """The search before it is known which instances are needed."""

    def __init__(self, world: World, effort: float) -> None:
        super().__init__(world)
        self.effort = effort
        self.limits = Limits()

    def proof(self, s: Sequent) -> arg.Proof | None:
        """A proof of `s`, by steps that lose nothing as far as they lead."""
        if (known := closed(s)) is not None:
            return known
        if (step := self.forced(s)) is not None:
            return next(step, None)
        return self._with_instances(s)

    def _with_instances(self, s: Sequent) -> arg.Proof | None:
        """A proof with instances for all cases at once, or else for each of them."""
        either = next((fact for fact in s.facts if fact[1].kind == "∨"), None)
        effort = self.effort if either is None else self.effort / 3
        world = replace(self.world, things=(*self.world.things, *((t, self._sort(t)) for t in s.shown)))
        given = instances([fact for _, fact in s.facts], s.goal, world, effort)
        if given is not None:
            return Guided(world, given, self.limits).found(s)
        if either is None:
            return None
        self.effort *= _AGAIN
        name, said = either
        return next(self.taken_apart(s.without(name), arg.Known(name), said), None)

    def _sort(self, term: Term) -> Term | None:
        return self.world.reader.numbered[int(term.head[len(SKOLEM) :])].sort
