"""Procedures for arithmetic: `ring` for identities, `omega` for what is linear, `positivity` for signs.

Each decides a whole goal or fails, so they come early where a goal is about integers or has hypotheses, and
late where a theorem on natural numbers has a proof by induction, which is what a reader wants.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.context import Context, sides
from app.models.formula import FALSE, tokens

_COMPARISONS = frozenset({"=", "≠", "≤", "<", "≥", ">", "∣"})


def solved(context: Context) -> Iterator[Proposal]:
    """Procedures that may prove the target at once."""
    numbers = context.of_type("Nat") + context.of_type("Int")
    if not numbers or not (context.target == FALSE or _COMPARISONS & set(context.words)):
        return
    cost = _cost(context)
    if sides(context.text):
        yield Proposal("ring", "Both sides are equal in every commutative ring.", cost=cost)
    yield Proposal("omega", "This is linear arithmetic.", cost=cost + 0.1)
    yield from _absolute(context, cost)
    if context.target != FALSE and "^" in context.words:
        yield Proposal("positivity", "Each part is plainly positive.", cost=cost + 0.2)


def _absolute(context: Context, cost: float) -> Iterator[Proposal]:
    """Absolute values as maxima, which `omega` knows."""
    places = [name for name, formula in context.facts if "|" in tokens(str(formula))]
    asked = "|" in context.words
    if places or asked:
        place = f" at {' '.join([*places, *['⊢'] * asked])}" if places else ""
        why = "The absolute value is the larger of the number and its negative."
        yield Proposal(f"simp only [abs]{place}\nomega", why, cost=cost + 0.05)


def _cost(context: Context) -> float:
    if context.of_type("Int"):
        return 0.4
    return 0.55 if context.inductive or context.facts else 2.7
