"""The built-in prover: proposes tactics by rule from a goal alone; needs no model and no network.

Each room beside this one knows one kind of step. Propositional logic is decided, so where it suffices its
plan comes first and is right; everything else is a proposal with a cost, and Lean says which hold.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

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

_log = logging.getLogger(__name__)
Room = Callable[[Context], Iterable[Proposal]]


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
    surest: tuple[Room, ...] = (_closing, deduction.deduced, chains.chained)
    for room in surest:
        yield from heard(room, context)
    forced = quantifiers.introduced(context)
    if forced is not None:
        yield forced
        return
    for room in _rooms(library):
        yield from heard(room, context)


def _rooms(library: LemmaIndex) -> tuple[Room, ...]:
    """In the order in which proposals of the same cost are tried."""
    return (
        procedures.solved,
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
        sets.by_elements,
        functions.by_values,
        refutation.refuting,
        quantifiers.taken_apart,
        quantifiers.split,
        general.detached,
        general.applied,
        quantifiers.witnessed,
        general.instantiated,
        equations.rewritten,
        equations.simplified,
        naturals.stepped,
        instances.instantiated,
        instances.positive_parts,
        lists.steps,
        partial(unfolding.unfolded, library=library),
        induction.by_induction,
        induction.by_cases,
        partial(lookup.looked_up, library=library),
        naturals.combined,
        naturals.least,
        accumulators.generalized,
        quantifiers.classically,
    )


def heard(room: Room, context: Context) -> Iterator[Proposal]:
    """What a room proposes, up to a mistake of ours in it: then the other rooms still have their say."""
    try:
        yield from room(context)
    except NotPolynomial:  # what it reckons with has become too large
        return
    except Exception as error:  # its message may quote the problem
        at = traceback.extract_tb(error.__traceback__)[-1]
        _log.error("the prover has failed at %s:%s: %s", at.filename, at.lineno, type(error).__name__)


def _closing(context: Context) -> Iterator[Proposal]:
    if (term := short_term(context.facts, context.target)) is not None:
        yield Proposal(f"exact {term}", "This is known.", cost=0)
    yield from equations.closed_by_equality(context)
    yield from naturals.evident(context)
    yield from naturals.computed(context)
