"""The built-in prover: proposes tactics by rule from a goal alone; needs no model and no network.

Each room beside this one knows one kind of step. Propositional logic is decided, so where it suffices its
plan comes first and is right; everything else is a proposal with a cost, and Lean says which hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from app.domain.goal import Goal
from app.domain.proof import Proposal
from app.models import (
    accumulators,
    equations,
    functions,
    general,
    induction,
    instances,
    lists,
    lookup,
    naturals,
    propositional,
    quantifiers,
    sets,
    unfolding,
)
from app.models.arithmetic import (
    algebra,
    coprime,
    divisibility,
    inequalities,
    parity,
    primes,
    procedures,
    witnesses,
)
from app.models.arithmetic.polynomials import NotPolynomial
from app.models.context import Context
from app.models.firstorder import chains, deduction
from app.models.library import LemmaIndex
from app.models.refuting import refutation
from app.models.refuting.counterexample import refuted
from app.models.terms import short_term

_ARITHMETIC = (
    inequalities.solved,
    algebra.solved,
    algebra.split,
    divisibility.solved,
    parity.solved,
    parity.by_cases,
    divisibility.taken_apart,
    primes.solved,
    primes.known,
    coprime.shown,
    witnesses.found,
)


class SymbolicProver:
    """A `Prover` without state: the same goal gets the same proposals, which may use `library`."""

    def __init__(self, library: LemmaIndex | None = None) -> None:
        self._library = library or LemmaIndex((), ())

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        """Tactics for `goal` in the order of their cost, none twice."""
        context = Context.of(goal, preamble)
        first: dict[str, Proposal] = {}
        for proposal in sorted(_proposals(context, self._library), key=lambda each: each.cost):
            first.setdefault(proposal.tactic, proposal)
        return tuple(first.values())


def _proposals(context: Context, library: LemmaIndex) -> Iterator[Proposal]:
    sequent = propositional.Sequent(context.facts, context.target, context.names)
    if propositional.holds(sequent):
        if propositional.long(sequent):
            yield from deduction.deduced(context)
        yield from propositional.next_steps(sequent)
    if context.propositional and propositional.decided(sequent):
        return
    if context.claim is not None and refuted(context.claim) is not None:
        return
    yield from _closing(context)
    yield from deduction.deduced(context)
    yield from chains.chained(context)
    forced = quantifiers.introduced(context)
    if forced is not None:
        yield forced
        return
    yield from procedures.solved(context)
    for arithmetic in _ARITHMETIC:
        with suppress(NotPolynomial):  # what it reckons with has become too large
            yield from arithmetic(context)
    yield from sets.by_elements(context)
    yield from functions.by_values(context)
    yield from refutation.refuting(context)
    yield from quantifiers.taken_apart(context)
    yield from quantifiers.split(context)
    yield from general.detached(context)
    yield from general.applied(context)
    yield from quantifiers.witnessed(context)
    yield from general.instantiated(context)
    yield from equations.rewritten(context)
    yield from equations.simplified(context)
    yield from naturals.stepped(context)
    yield from instances.instantiated(context)
    yield from instances.positive_parts(context)
    yield from lists.steps(context)
    yield from unfolding.unfolded(context, library)
    yield from induction.by_induction(context)
    yield from induction.by_cases(context)
    yield from lookup.looked_up(context, library)
    yield from naturals.combined(context)
    yield from naturals.least(context)
    yield from accumulators.generalized(context)
    yield from quantifiers.classically(context)


def _closing(context: Context) -> Iterator[Proposal]:
    if (term := short_term(context.facts, context.target)) is not None:
        yield Proposal(f"exact {term}", "This is known.", cost=0)
    yield from equations.closed_by_equality(context)
    yield from naturals.evident(context)
    yield from naturals.computed(context)
