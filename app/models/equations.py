"""Equality: rewriting with what is known, substitution, simplification."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.binders import quantified
from app.models.context import Context, sides
from app.models.formula import Atom, Compound, parse, tokens
from app.models.terms import uses


def closed_by_equality(context: Context) -> Iterator[Proposal]:
    """Ways to close an equation at once."""
    pair = sides(context.text)
    if pair is None:
        return
    yield Proposal("rfl", "Both sides compute to the same.", cost=0)
    for name, left, right in context.equations:
        if (right, left) == pair:
            yield Proposal(f"exact {name}.symm", f"This is {name}, turned round.", cost=0)


def rewritten(context: Context) -> Iterator[Proposal]:
    """Rewriting the target with equations and equivalences that are known, in both directions."""
    present = set(context.words)
    for name, left, right in _rules(context):
        if set(tokens(left)) & present:
            yield Proposal(f"rw [{name}]", f"Rewrite with {name}.", cost=0.7)
        if set(tokens(right)) & present and not right.isdigit():
            yield Proposal(f"rw [← {name}]", f"Rewrite with {name}, from right to left.", cost=1.1)
    for name, left, right in context.equations:
        if {left, right} & {thing for thing, _ in context.things}:
            yield Proposal(f"subst {name}", f"{name} says what {left} is.", cost=1)


def _rules(context: Context) -> Iterator[tuple[str, str, str]]:
    """Facts that rewrite: equations, equivalences, and general ones; name, left side, right side."""
    for name, formula in context.facts:
        general = quantified(str(formula)) if isinstance(formula, Atom) else None
        inner = parse(general.body) if general and general.symbol == "∀" else formula
        for _, _, conclusion in uses(name, inner):
            if (pair := sides(str(conclusion))) is not None:
                yield name, *pair
        if isinstance(inner, Compound) and inner.connective == "↔":
            yield name, str(inner.left), str(inner.right)


def simplified(context: Context) -> Iterator[Proposal]:
    """Lean's simplifier, alone, with what is known, and on what is known."""
    rules = [name for name, _, _ in _rules(context)]
    yield Proposal("simp", "Simplify.", cost=_simp_cost(context))
    if rules:
        yield Proposal(f"simp [{', '.join(rules)}]", "Simplify with what is known.", cost=1)
    for name, formula in context.facts:
        if isinstance(formula, Atom) or context.target == parse("False"):
            yield Proposal(f"simp at {name}", f"Simplify {name}.", cost=1.4)
    if context.facts:
        yield Proposal("simp_all", "Simplify everything with everything.", cost=2)
        yield Proposal("contradiction", "What is known is contradictory.", cost=0.5)


def _simp_cost(context: Context) -> float:
    """`simp` is a good end, but before an induction it hides what a reader wants to see."""
    if context.inductive:
        return 0.6
    return 2.2 if context.of_type("Nat") and sides(context.text) else 0.95
