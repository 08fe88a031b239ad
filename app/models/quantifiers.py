"""First-order steps that the shape of a goal asks for: introduce, take apart, give a witness."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from app.domain.proof import Proposal
from app.models.binders import match, quantified
from app.models.context import Context
from app.models.formula import FALSE, Atom, Compound, Formula, parse, tokens
from app.models.names import hypothesis_name


def introduced(context: Context) -> Proposal | None:
    """What must come first for a general statement or an implication: name everything in front."""
    names: list[str] = []
    text = context.text
    while True:
        formula = parse(text)
        general = quantified(text) if isinstance(formula, Atom) else None
        if isinstance(formula, Compound) and formula.connective == "→":
            names.append(hypothesis_name(formula.left, context.names.union(names)))
            text = str(formula.right)
        elif general is not None and general.symbol == "∀":
            new = [_new_name(context, binder.name, names) for binder in general.binders]
            names += new
            text = general.at(new)
        else:
            break
    why = f"Let everything in front be given; it is to be shown that {text}."
    return Proposal(f"intro {' '.join(names)}", why, cost=0) if names else None


def taken_apart(context: Context) -> Iterator[Proposal]:
    """Facts that say several things, or that something exists, or that one of two things holds."""
    for name, formula in context.facts:
        if isinstance(formula, Compound) and formula.connective == "∨":
            left = hypothesis_name(formula.left, context.names)
            right = hypothesis_name(formula.right, context.names)
            yield Proposal(f"cases {name} with", "Look at both cases.", (f"inl {left}", f"inr {right}"), 0.2)
        elif len(parts := _parts(context, formula, [])) > 1:
            yield Proposal(
                f"obtain ⟨{', '.join(parts)}⟩ := {name}", f"Name what {name} says there is.", cost=0
            )


def _parts(context: Context, formula: Formula, names: list[str]) -> list[str]:
    """`names`, and those for what `formula` holds: a witness and what is known of it, or two facts."""
    some = quantified(formula.text) if isinstance(formula, Atom) else None
    if some is not None and some.symbol == "∃":
        new = [_new_name(context, binder.name, names) for binder in some.binders]
        inner = _parts(context, parse(some.at(new)), [*names, *new])
        return inner if inner[-1:] != new[-1:] else [*inner, context.fresh(f"h{new[0]}", *inner)]
    if isinstance(formula, Compound) and formula.connective == "∧":
        left = hypothesis_name(formula.left, context.names.union(names))
        return _parts(context, formula.right, [*names, left])
    return [*names, hypothesis_name(formula, context.names.union(names))]


def _new_name(context: Context, wanted: str, others: list[str]) -> str:
    """A bound name may be kept unless it stands for something in the context."""
    held = {name for name, _ in (*context.facts, *context.things)}
    plain = wanted.rstrip("✝")
    return plain if plain not in held and plain not in others else context.fresh(plain, *others)


def split(context: Context) -> Iterator[Proposal]:
    """Targets that are made of two."""
    target = context.target
    if not isinstance(target, Compound) or target.connective == "→":
        return
    if target.connective == "∨":
        yield Proposal("left", f"Prove {target.left}.", cost=0.5)
        yield Proposal("right", f"Prove {target.right}.", cost=0.5)
    else:
        parts = "both sides" if target.connective == "∧" else "both directions"
        yield Proposal("constructor", f"Prove {parts}.", cost=0.1)


def witnessed(context: Context) -> Iterator[Proposal]:
    """Terms that might be what an existence statement asks for."""
    some = quantified(context.text)
    if some is None or some.symbol != "∃":
        return
    names = [binder.name for binder in some.binders]
    for name, formula in context.facts:
        found = match(some.body, names[:1], str(formula))
        if found and len(names) == 1 and names[0] in found:
            yield Proposal(f"exact ⟨{found[names[0]]}, {name}⟩", f"{name} provides one.", cost=0)
    for number, term in enumerate(_terms(context)):
        yield Proposal(f"refine ⟨{term}, ?_⟩", f"Try {term}.", cost=0.6 + number / 8)


def _terms(context: Context) -> Iterator[str]:
    """Small terms: the things of the context, numbers, and one more than each number."""
    numbers = context.of_type("Nat")
    data = [name for name, type_ in context.things if type_ not in ("Prop", "Type") and "→" not in type_]
    seen = tokens(context.text)
    yield from sorted(data, key=lambda name: name not in seen)
    yield from (f"{name} + 1" for name in numbers)
    yield from (*map(str, range(11)), *(f"{a} + {b}" for a, b in product(numbers, numbers) if a < b))
    yield from (name for name, type_ in context.things if type_ == "Prop")


def classically(context: Context) -> Iterator[Proposal]:
    """Indirect proof, and cases on a proposition that facts speak of: the last resort."""
    if context.target == FALSE:
        return
    name = context.fresh("hn")
    why = "Suppose it were not so."
    yield Proposal(f"refine Classical.byContradiction fun {name} => ?_", why, cost=2.2)
