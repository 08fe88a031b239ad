"""Counterexamples: a general statement that is assumed and false fails at some small instance.

A goal is refuted from `h : ∀ (p q : Prop), ...` with the truth values of a countermodel, and from
`h : ∀ (n : Nat), ...` with small numbers, by computation.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.binders import Quantified, quantified
from app.models.context import Context
from app.models.formula import FALSE, Atom, Compound, Formula, parse
from app.models.general import choices
from app.models.names import hypothesis_name
from app.models.terms import argument
from app.models.validity import countermodel

_COMPUTABLE = frozenset({"Nat", "Bool"})


def counterexamples(context: Context) -> Iterator[Proposal]:
    """Instances of general facts that may be false, where the target is `False`."""
    if context.target != FALSE:
        return
    for name, formula in context.facts:
        general = quantified(str(formula)) if isinstance(formula, Atom) else None
        if general is None or general.symbol != "∀":
            continue
        yield from _by_truth_values(context, name, general)
        if {binder.type for binder in general.binders} <= _COMPUTABLE:
            yield from _by_values(context, name, general)


def _by_truth_values(context: Context, name: str, general: Quantified) -> Iterator[Proposal]:
    """The instance at the truth values that make the whole statement false."""
    if any(binder.type != "Prop" for binder in general.binders):
        return
    model = countermodel(frozenset(), _without_quantifiers(parse(general.body)))
    if model is None:
        return
    values = [str(model.get(Atom(binder.name), True)) for binder in general.binders]
    new = hypothesis_name(parse(general.at(values)), context.names)
    term = " ".join([name, *values])
    example = ", ".join(f"{b.name} = {v}" for b, v in zip(general.binders, values, strict=True))
    why = f"It is false for {example}."
    yield Proposal(f"exact absurd ({term}) (by decide)", why, cost=0)
    yield Proposal(f"have {new} := {term}", why, cost=0)


def _without_quantifiers(formula: Formula) -> Formula:
    """`A → ∀ (p : Prop), B` read as `A → B`: for a countermodel it is the same."""
    if isinstance(formula, Compound):
        left, right = formula.left, _without_quantifiers(formula.right)
        return Compound(formula.connective, left, right) if formula.connective == "→" else formula
    inner = quantified(formula.text)
    if inner is None or inner.symbol != "∀" or any(binder.type != "Prop" for binder in inner.binders):
        return formula
    return _without_quantifiers(parse(inner.body))


def _by_values(context: Context, name: str, general: Quantified) -> Iterator[Proposal]:
    for number, chosen in enumerate(choices(context, general)):
        instance = " ".join([name, *map(argument, chosen)])
        example = ", ".join(f"{b.name} = {v}" for b, v in zip(general.binders, chosen, strict=True))
        yield Proposal(
            f"exact absurd ({instance}) (by decide)", f"It is false for {example}.", cost=0.5 + number / 50
        )
