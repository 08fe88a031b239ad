"""What general facts and implications give: backwards from the target, forwards at the things at hand."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.binders import Quantified, match, quantified, substitute
from app.models.context import Context
from app.models.formula import FALSE, Atom, Compound, Formula, parse, tokens
from app.models.names import hypothesis_name
from app.models.terms import argument, short_term, uses

_MOST_INSTANCES = 24
_FEW = 8  # instances at things of which nothing is known: what logic does with these is found as a whole
_SAMPLES = {
    "Prop": ("True", "False"),
    "Nat": ("0", "1", "2", "3", "4", "5"),
    "Bool": ("true", "false"),
    "Type": ("Nat",),
    "Nat → Nat": ("(fun n => n)", "(fun _ => 0)", "(fun n => n + 1)"),
    "Nat → Prop": ("(fun n => n = 0)", "(fun n => n = 1)", "(fun _ => True)", "(fun _ => False)"),
    "Prop → Prop": ("(fun p => p)", "(fun p => ¬p)"),
}


def applied(context: Context) -> Iterator[Proposal]:
    """General facts and implications whose conclusion could be the target."""
    for name, formula in context.facts:
        general = quantified(str(formula)) if isinstance(formula, Atom) else None
        if general is not None and general.symbol == "∀":
            yield from _instance_for_target(context, name, general)
            if _could_end_in(general.body, context.target):
                yield Proposal(f"apply {name}", f"{name} says this in general.", cost=0.6)
        elif isinstance(formula, Compound):
            yield from _backwards(context, name, formula)


def _instance_for_target(context: Context, name: str, general: Quantified) -> Iterator[Proposal]:
    """The general fact at terms for which it gives the target, or a contradiction, from what is known."""
    variables = [binder.name for binder in general.binders]
    for use, premises, conclusion in uses(name, parse(general.body)):
        if use != name + " \0" * len(premises):
            continue
        first = {} if conclusion == FALSE else match(str(conclusion), variables, str(context.target))
        for found in [] if first is None else _from_facts(context, variables, premises, first):
            terms = [found[variable] for variable in variables]
            instance = (" ".join([name, *map(argument, terms)]), parse(general.at(terms)))
            if (term := short_term((*context.facts, instance), context.target)) is not None:
                yield Proposal(f"exact {term}", f"A case of {name}.", cost=0)


def _from_facts(
    context: Context, variables: list[str], premises: tuple[Formula, ...], found: dict[str, str]
) -> Iterator[dict[str, str]]:
    """Values for all variables, those that `found` lacks read off facts that are premises."""
    if set(found) >= set(variables):
        yield found
    elif premises:
        for _, known in context.facts:
            more = match(str(premises[0]), variables, str(known), found)
            if more is not None and len(more) > len(found):
                yield from _from_facts(context, variables, premises[1:], more)
        yield from _from_facts(context, variables, premises[1:], found)


def _could_end_in(body: str, target: Formula) -> bool:
    """Whether the last conclusion of `body` begins like the target, or with a variable predicate."""
    inner = quantified(body)
    formula = parse(inner.body if inner and inner.symbol == "∀" else body)
    goal = tokens(str(target))
    return any(
        conclusion == target or _alike(tokens(str(conclusion)), goal)
        for _, _, conclusion in uses("h", formula)
    )


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    relations = {"=", "≤", "<", "∣", "≥", ">"}
    if relations & set(one) or relations & set(other):
        return relations & set(one) == relations & set(other)
    return one[:1] == other[:1]


def _backwards(context: Context, name: str, formula: Compound) -> Iterator[Proposal]:
    for use, premises, conclusion in uses(name, formula):
        if premises and conclusion in (context.target, FALSE):
            exit_first = "" if conclusion == context.target else "exfalso\n"
            head = use.partition(" \0")[0]
            if use == head + " \0" * len(premises):
                why = f"It is enough to prove what {head} asks for."
                yield Proposal(f"{exit_first}apply {head}", why, cost=0.8 if not exit_first else 1.6)


def instantiated(context: Context) -> Iterator[Proposal]:
    """What general facts say about the things at hand."""
    for name, formula in context.facts:
        general = quantified(str(formula)) if isinstance(formula, Atom) else None
        if general is None or general.symbol != "∀":
            continue
        yield from _triggered(context, name, general)
        most = _FEW if {binder.type for binder in general.binders}.isdisjoint(_SAMPLES) else _MOST_INSTANCES
        for number, chosen in enumerate(choices(context, general)[:most]):
            cost = 1.5 + number / 8
            yield _noted(context, " ".join([name, *map(argument, chosen)]), general.at(chosen), cost)


def choices(context: Context, general: Quantified) -> list[tuple[str, ...]]:
    """Terms for the binders: things of the context, then sample values; early ones of each first."""
    found: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for place, binder in enumerate(general.binders):
        longer: list[tuple[int, tuple[str, ...]]] = []
        for rank, chosen in found:
            earlier = {b.name: term for b, term in zip(general.binders[:place], chosen, strict=True)}
            values = values_of(context, substitute(binder.type, earlier))
            longer += [(rank + number, (*chosen, term)) for number, term in enumerate(values)]
        found = sorted(longer)[:_MOST_INSTANCES] if place < len(general.binders) - 1 else sorted(longer)
    return [chosen for _, chosen in found[:_MOST_INSTANCES]]


def _triggered(context: Context, name: str, general: Quantified) -> Iterator[Proposal]:
    """Instances whose first premise is a fact."""
    variables = [binder.name for binder in general.binders]
    body = parse(general.body)
    if not isinstance(body, Compound) or body.connective != "→":
        return
    for fact, known in context.facts:
        found = match(str(body.left), variables, str(known))
        if found is not None and set(found) == set(variables):
            terms = [found[variable] for variable in variables]
            instance = parse(general.at(terms))
            conclusion = instance.right if isinstance(instance, Compound) else instance
            if not _said(context, conclusion):
                yield _noted(context, " ".join([name, *map(argument, terms), fact]), str(conclusion), 0.4)


def values_of(context: Context, type_: str) -> tuple[str, ...]:
    """The things of a type, then sample values of it."""
    own = context.of_type(type_) if type_ else ()
    samples = _SAMPLES.get(type_, ())[: 2 if own else None]
    return (*own, *samples, *(f"{name} + 1" for name in own if type_ == "Nat"))


def _noted(context: Context, term: str, conclusion: str, cost: float) -> Proposal:
    name = hypothesis_name(parse(conclusion), context.names)
    return Proposal(f"have {name} := {term}", f"A case of {term.split()[0]}.", cost=cost)


def detached(context: Context) -> Iterator[Proposal]:
    """What an implication gives whose premise is known."""
    for name, formula in context.facts:
        if isinstance(formula, Compound) and formula.connective == "→" and formula.right != FALSE:
            part = short_term(context.facts, formula.left, 1)
            if part is not None and not _said(context, formula.right):
                yield _noted(context, f"{name} {argument(part)}", str(formula.right), 0.3)


def _said(context: Context, formula: Formula) -> bool:
    """Whether the facts hold `formula`, or what is left of it when it was taken apart."""
    known = [fact for _, fact in context.facts]
    if formula in known:
        return True
    if isinstance(formula, Compound) and formula.connective == "∧":
        return _said(context, formula.left) and _said(context, formula.right)
    if isinstance(formula, Compound) and formula.connective == "∨":
        return _said(context, formula.left) or _said(context, formula.right)
    some = quantified(str(formula)) if isinstance(formula, Atom) else None
    if some is None or some.symbol != "∃":
        return False
    names = [binder.name for binder in some.binders]
    parts = [part for part in _conjuncts(parse(some.body)) if set(names) & set(tokens(str(part)))]
    return all(any(match(str(part), names, str(fact)) for fact in known) for part in parts)


def _conjuncts(formula: Formula) -> Iterator[Formula]:
    if isinstance(formula, Compound) and formula.connective == "∧":
        yield from _conjuncts(formula.left)
        yield from _conjuncts(formula.right)
    else:
        yield formula
