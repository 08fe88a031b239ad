"""Short proof terms about elements of sets and values of functions, and what truth tables say of them.

The terms are built by the definitions of the notions: `⟨hs, Or.inl ht⟩` for `x ∈ s ∩ (t ∪ u)`, and
`⟨x, hx, rfl⟩` for `f x ∈ f '' s`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.models.expression import Term, replaced
from app.models.formula import FALSE, TRUE, Atom, Compound, Formula, neg
from app.models.library import Binding, unify
from app.models.notions import conjuncts, meaning, written

_DEPTH, _LONGEST = 4, 48
_Facts = tuple[tuple[str, Term], ...]


def proof(target: Term, facts: _Facts) -> str | None:
    """A short term for `target` from `facts`; None if there is none or it would be a mere fact."""
    found = next(_proved(target, facts, {}, frozenset(), _DEPTH), None)
    return found[0] if found is not None and len(found[0]) <= _LONGEST else None


def _proved(
    target: Term, facts: _Facts, found: Binding, unknown: frozenset[str], depth: int
) -> Iterator[tuple[str, Binding]]:
    """Terms for `target`, and what the `unknown` variables must be."""
    target = replaced(target, found)
    variables = dict.fromkeys(unknown)
    for name, fact in facts:
        trial = dict(found)
        if unify(target, fact, variables, trial):
            yield name, trial
    said = meaning(target)
    if said != target:
        for name, fact in facts:
            if fact.head == "∃" and said == fact:
                yield name, found
    if depth == 0:
        return
    match said:
        case Term("True"):
            yield "trivial", found
        case Term("=", (one, other)):
            yield from _same(one, other, variables, found)
        case Term("∧", _):
            for words, more in _all(conjuncts(target), facts, found, unknown, depth - 1):
                yield f"⟨{', '.join(words)}⟩", more
        case Term("∨", sides):
            for side, constructor in zip(sides, ("Or.inl", "Or.inr"), strict=True):
                for word, more in _proved(side, facts, found, unknown, depth - 1):
                    yield f"{constructor} {_argument(word)}", more
        case Term("∃", (body,), (bound,)) if bound.name not in unknown:
            name = f"{bound.name}?{depth}"
            body = replaced(body, {bound.name: Term(name)})
            for words, more in _all(conjuncts(body), facts, found, unknown | {name}, depth - 1):
                witness = written(more[name]) if name in more else None
                yield f"⟨{witness or '_'}, {', '.join(words)}⟩", more
    yield from _by_inclusion(target, facts, found, unknown, depth)


def _same(
    one: Term, other: Term, variables: Mapping[str, object], found: Binding
) -> Iterator[tuple[str, Binding]]:
    for left, right in ((one, other), (other, one)):
        trial = dict(found)
        if unify(left, right, variables, trial):
            yield "rfl", trial
            return


def _all(
    parts: list[Term], facts: _Facts, found: Binding, unknown: frozenset[str], depth: int
) -> Iterator[tuple[list[str], Binding]]:
    """Terms for all of `parts`."""
    if not parts:
        yield [], found
        return
    for word, more in _proved(parts[0], facts, found, unknown, depth):
        for words, rest in _all(parts[1:], facts, more, unknown, depth):
            yield [word, *words], rest


def _by_inclusion(
    target: Term, facts: _Facts, found: Binding, unknown: frozenset[str], depth: int
) -> Iterator[tuple[str, Binding]]:
    """By a fact `s ⊆ t` it is enough to be in `s`."""
    if target.head != "∈":
        return
    for name, fact in facts:
        if fact.head == "⊆" and fact.args[1] == target.args[1]:
            smaller = Term("∈", (target.args[0], fact.args[0]))
            for word, more in _proved(smaller, facts, found, unknown, depth - 2 if depth > 2 else 0):
                yield f"{name} {_argument(word)}", more


def _argument(word: str) -> str:
    return f"({word})" if " " in word and word[0] != "⟨" else word


def propositional_reading(term: Term) -> Formula:
    """`term` with membership spelled out, all else an atom: for truth tables."""
    said = meaning(term)
    if said != term:
        return propositional_reading(said)
    match said:
        case Term("∧" | "∨" | "→" | "↔", (left, right)):
            return Compound(said.head, propositional_reading(left), propositional_reading(right))
        case Term("¬", (inner,)):
            return neg(propositional_reading(inner))
        case Term("True"):
            return TRUE
        case Term("False"):
            return FALSE
        case _:
            return Atom(f"«{said}»")


def at_element(fact: Term, element: str) -> Formula | None:
    """What an equation or inclusion of sets says of one element."""
    if fact.head not in ("=", "⊆"):
        return None
    one, other = (propositional_reading(Term("∈", (Term(element), side))) for side in fact.args)
    return Compound("↔" if fact.head == "=" else "→", one, other)
