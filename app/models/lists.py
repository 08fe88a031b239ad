"""Lists: membership of a list that begins with an element, and functions that ask about each element."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.context import Context
from app.models.expression import Term, read, subterms
from app.models.formula import tokens
from app.models.text import shown

_OF_NUMBERS = frozenset({"+", "*", "-"})
_ASKING = {"filter": "List.filter_cons", "count": "List.count_cons", "countP": "List.countP_cons"}


def steps(context: Context) -> Iterator[Proposal]:
    """Steps on lists."""
    if not any(type_.startswith("List ") for _, type_ in context.things):
        return
    yield from _members(context)
    yield from _asked(context)
    yield from _simplified(context)


def _members(context: Context) -> Iterator[Proposal]:
    """An element of `y :: ys` is `y`, or an element of `ys`."""
    for name, formula in context.facts:
        fact = read(str(formula), context.local)
        if fact is not None and fact.head == "∈" and fact.args[1].head == "::":
            new = context.fresh("h")
            why = "It is the first element, or one of the rest."
            yield Proposal(f"cases List.mem_cons.mp {name} with", why, (f"inl {new}", f"inr {new}"), 0.6)
        elif fact is not None and fact.head == "∈" and fact.args[1].head == "++":
            new = context.fresh("h")
            why = "It is in the one list or in the other."
            yield Proposal(f"cases List.mem_append.mp {name} with", why, (f"inl {new}", f"inr {new}"), 0.6)


def _asked(context: Context) -> Iterator[Proposal]:
    """Whether a test holds of the first element decides what `filter` and its kin do with it."""
    target = read(context.text, context.local)
    for part in dict.fromkeys(subterms(target)) if target is not None else ():
        if part.head in _ASKING and len(part.args) == 2 and part.args[1].head == "::":
            rule, first = _ASKING[part.head], part.args[1].args[0]
            test = _test(part.args[0], first)
            if test is None:
                continue
            new = context.fresh("h")
            why = f"Does the test hold of {shown(first)}?"
            base = f"by_cases {new} : {test} <;> simp_all [{rule}]"
            yield Proposal(base, why, cost=0.7)
            yield Proposal(f"{base} <;> omega", why, cost=0.75)
            return


def _test(test: Term, first: Term) -> str | None:
    """The test at the first element; None where it is more than a name."""
    return None if test.bound or test.args else f"{shown(test)} {shown(first)}"


def _simplified(context: Context) -> Iterator[Proposal]:
    """Simplify, and calculate with lengths and sums."""
    words = set(tokens(context.text))
    if not (words & {"≤", "<"} or ("=" in words and words & _OF_NUMBERS)):
        return
    why = "Simplify; the rest is arithmetic."
    yield Proposal("simp_all\nomega", why, cost=0.85)
    yield Proposal("simp\nomega", why, cost=0.7)
    if context.inductive:
        yield Proposal("simp_all [Nat.mul_add, Nat.add_mul]\nomega", why, cost=1.3)
        yield Proposal("simp_all\nlinarith", why, cost=1.4)
