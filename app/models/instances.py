"""General facts at the terms of a goal: instances that its own terms ask for, then a procedure.

A pattern of a general fact that holds all its variables is matched against the terms of the goal, as in the
e-matching of Simplify (Detlefs, Nelson and Saxe, 2005); the instances are noted together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.proof import Proposal
from app.models.context import Context
from app.models.expression import Term, names, read, subterms
from app.models.formula import FALSE, tokens
from app.models.library import Binding, unify
from app.models.text import shown

_MOST = 4
_ENDS = ("omega", "simp_all", "linarith")
_NUMERIC = frozenset({"=", "≤", "<", "≥", ">", "≠"})


def instantiated(context: Context) -> Iterator[Proposal]:
    """The instances of general facts that the terms of the goal ask for."""
    found = list(dict.fromkeys(_instances(context)))[:_MOST]
    if not found:
        return
    names_ = _new_names(context, len(found))
    lines = [f"have {name} := {term}" for name, term in zip(names_, found, strict=True)]
    listed = ", ".join(found)
    why = f"What is known in general, at the terms at hand: {listed}."
    numeric = bool(_NUMERIC & set(context.words)) or context.target == FALSE
    for number, end in enumerate(_ENDS if numeric else _ENDS[1:2]):
        yield Proposal("\n".join([*lines, end]), why, cost=0.6 + number / 10)
    if "^" in context.words:
        powers = "simp only [Nat.pow_succ] at *"
        yield Proposal("\n".join([*lines, powers, "omega"]), why, cost=0.75)
    for line, term in zip(lines, found, strict=True):
        yield Proposal(line, f"{term} speaks of terms at hand.", cost=1.1)


def _new_names(context: Context, count: int) -> list[str]:
    found: list[str] = []
    for _ in range(count):
        found.append(context.fresh("h", *found))
    return found


def _instances(context: Context) -> Iterator[str]:
    local = context.local
    target = read(context.text, local)
    facts = [(name, read(str(formula), local)) for name, formula in context.facts]
    present = [t for t in [target, *(fact for _, fact in facts)] if t is not None and t.head != "∀"]
    parts = list(dict.fromkeys(part for term in present for part in subterms(term) if part.args))
    for name, fact in facts:
        if fact is not None and fact.head == "∀":
            yield from _at_terms(name, fact, parts, _premises(context))


def _premises(context: Context) -> list[tuple[str, Term]]:
    read_ = [(name, read(str(formula), context.local)) for name, formula in context.facts]
    return [(name, term) for name, term in read_ if term is not None]


def _at_terms(
    name: str, fact: Term, parts: Sequence[Term], known: Sequence[tuple[str, Term]]
) -> Iterator[str]:
    variables = {bound.name: bound.type for bound in fact.bound}
    body = fact.args[0]
    for pattern in _triggers(body, set(variables)):
        for part in parts:
            found: Binding = {}
            if unify(pattern, part, variables, found) and set(found) >= set(variables):
                terms = [shown(found[bound.name]) for bound in fact.bound if bound.bracket == "("]
                yield " ".join([name, *terms, *_discharged(body, found, known)])


def _triggers(body: Term, variables: set[str]) -> list[Term]:
    """Small terms of `body`, no propositions, that hold all variables."""
    found = [
        part
        for part in subterms(body)
        if part.args and part.head[0].isalpha() and part.head not in variables and names(part) >= variables
    ]
    return sorted(dict.fromkeys(found), key=lambda part: part.size)[:3]


def _discharged(body: Term, found: Binding, known: Sequence[tuple[str, Term]]) -> Iterator[str]:
    """Facts that are the premises of an instance, as far as the first that is not known."""
    while body.head == "→":
        fact = next((name for name, term in known if unify(body.args[0], term, found, dict(found))), None)
        if fact is None:
            return
        yield fact
        body = body.args[1]


def positive_parts(context: Context) -> Iterator[Proposal]:
    """That powers and factorials are positive, which linear arithmetic does not know."""
    lines = positive_powers(context)
    if lines and _NUMERIC & set(tokens(context.text)):
        yield Proposal(f"{lines}\nomega", "Powers and factorials are positive.", cost=0.9)
        yield Proposal(f"{lines}\nlinarith", "Powers and factorials are positive.", cost=1.2)


def positive_powers(context: Context) -> str:
    """Steps that note that the powers and factorials of the goal are positive; empty if there are none."""
    target = read(context.text, context.local)
    facts = [read(str(formula), context.local) for _, formula in context.facts]
    terms = [term for term in [target, *facts] if term is not None and term.head not in ("∀", "∃")]
    parts = [p for term in terms for p in subterms(term) if p.head in ("^", "factorial", "!") and not p.bound]
    plain = [part for part in dict.fromkeys(parts) if names(part) & context.local and _without_steps(part)]
    found = [shown(part, brackets=False) for part in plain][:3]
    named = zip(_new_names(context, len(found)), found, strict=True)
    return "\n".join(f"have {name} : 0 < {part} := by positivity" for name, part in named)


def _without_steps(part: Term) -> bool:
    """Whether a power has no sum in its exponent: `2 ^ k` says all that `2 ^ (k + 1)` does."""
    return not part.args[-1].args
