"""The built-in prover: proposes tactics by rule from a goal alone; needs no model and no network.

Each room beside this one knows one kind of step. Propositional logic is decided, so where it suffices its
plan comes first and is right; everything else is a proposal with a cost, and Lean says which hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.goal import Goal
from app.domain.proof import Proposal
from app.models import arithmetic, equations, general, naturals, propositional, quantifiers, refutation, sets
from app.models.context import Context
from app.models.terms import short_term


class SymbolicProver:
    """A `Prover` without state: the same goal gets the same proposals."""

    async def propose(self, goal: Goal) -> Sequence[Proposal]:
        """Tactics for `goal` in the order of their cost, none twice."""
        context = Context.of(goal)
        first: dict[str, Proposal] = {}
        for proposal in sorted(_proposals(context), key=lambda each: each.cost):
            first.setdefault(proposal.tactic, proposal)
        return tuple(first.values())


def _proposals(context: Context) -> Iterator[Proposal]:
    sequent = propositional.Sequent(context.facts, context.target, context.names)
    if propositional.holds(sequent):
        yield from propositional.next_steps(sequent)
    if context.propositional and propositional.decided(sequent):
        return
    yield from _closing(context)
    forced = quantifiers.introduced(context)
    if forced is not None:
        yield forced
        return
    yield from arithmetic.solved(context)
    yield from sets.by_elements(context)
    yield from refutation.counterexamples(context)
    yield from quantifiers.taken_apart(context)
    yield from quantifiers.split(context)
    yield from general.detached(context)
    yield from general.applied(context)
    yield from quantifiers.witnessed(context)
    yield from general.instantiated(context)
    yield from equations.rewritten(context)
    yield from equations.simplified(context)
    yield from naturals.stepped(context)
    yield from naturals.by_induction(context)
    yield from naturals.looked_up(context)
    yield from quantifiers.by_truth_value(context)
    yield from quantifiers.classically(context)


def _closing(context: Context) -> Iterator[Proposal]:
    if (term := short_term(context.facts, context.target)) is not None:
        yield Proposal(f"exact {term}", "This is known.", cost=0)
    yield from equations.closed_by_equality(context)
    yield from naturals.evident(context)
    yield from naturals.computed(context)
