"""What a refutation says about a proof: the instances that are needed, and which terms must be equal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.models.expression import Term
from app.models.firstorder.formulas import Said

NOTHING = Term("«none")  # where an instance is needed, but there is nothing of its sort


@dataclass(frozen=True, slots=True)
class Congruence:
    """If the `equal` pairs are equal and `source` holds, `target` does; None for what holds of itself.

    Each pair is a term in `target` and one in `source`.
    """

    equal: tuple[tuple[Term, Term], ...]
    source: Term | None
    target: Term


@dataclass(frozen=True, slots=True)
class Instances:
    """Terms for general facts and for what is to exist, by shape and the terms at its places."""

    terms: Mapping[tuple[int, tuple[Term, ...]], tuple[Term, ...]]
    congruences: tuple[Congruence, ...] = ()

    def of(self, said: Said) -> tuple[Term, ...]:
        return self.terms.get((said.shape.number, said.terms), ())


def middle(rule: Congruence) -> Term | None:
    """What stands between two equations of which the rule makes one."""
    if rule.source is None or rule.source.head != "=" or len(rule.equal) != 1:
        return None
    (one, other), (left, right) = rule.equal[0], rule.target.args
    if one == left and rule.source.args == (other, right):
        return other
    return other if one == right and rule.source.args == (left, other) else None


def rewritten(term: Term, pairs: Sequence[tuple[Term, Term]]) -> Term:
    """What rewriting makes of a term: every place where the old one stands is changed."""
    for old, new in pairs:
        term = _changed(term, old, new)
    return term


def _changed(term: Term, old: Term, new: Term) -> Term:
    if term == old:
        return new
    return Term(term.head, tuple(_changed(part, old, new) for part in term.args), term.bound)


def turned(atom: Term) -> Term:
    return Term("=", atom.args[::-1]) if atom.head == "=" else atom
