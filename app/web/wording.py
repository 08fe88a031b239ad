"""A statement in words, as far as its goal tells: what is given, what is assumed, and what follows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import groupby

from app.domain.goal import Goal, Hypothesis

_KINDS = {
    "ℕ": ("a natural number", "natural numbers"),
    "Nat": ("a natural number", "natural numbers"),
    "ℤ": ("an integer", "integers"),
    "Int": ("an integer", "integers"),
    "Bool": ("true or false", "each true or false"),
    "Prop": ("a proposition", "propositions"),
}
_OF = {
    "List": ("a list over", "lists over"),
    "Set": ("a set of elements of", "sets of elements of"),
    "Option": ("an optional element of", "optional elements of"),
}
_TYPE = re.compile(r"(?:Type|Sort)\b[^→]*")
_INSTANCE = "inst✝"


def wording(goal: Goal, assumptions: Collection[str]) -> tuple[str, ...]:
    """Sentences with Lean between backticks, the conclusion last; `assumptions` names the hypotheses.

    It is read off the text that Lean printed, and replaces neither that nor the formal statement.
    """
    assumed = [fact for fact in goal.hypotheses if _is_assumed(fact, assumptions)]
    given = [fact for fact in goal.hypotheses if not _is_assumed(fact, assumptions)]
    start = "Then" if goal.hypotheses else "It is claimed that"
    return (*_let(given), *_assume(assumed), f"{start} `{goal.target}`.")


def _is_assumed(fact: Hypothesis, assumptions: Collection[str]) -> bool:
    return any(name in assumptions for name in fact.names)


def _let(given: list[Hypothesis]) -> Iterator[str]:
    for (type_, value), facts in groupby(given, key=lambda fact: (fact.type, fact.value)):
        names = [name for fact in facts for name in fact.names]
        if value is not None:
            yield f"Let {_listed(names)} be `{value}`."
        elif any(name.startswith(_INSTANCE) for name in names):
            yield f"Here `{type_}` holds."
        else:
            yield f"Let {_listed(names)} be {_kind(type_, len(names) > 1)}."


def _assume(assumed: list[Hypothesis]) -> Iterator[str]:
    facts = [fact.type for fact in assumed for _ in fact.names]
    if facts:
        yield f"Assume {_listed(facts)}."


def _kind(type_: str, several: bool) -> str:
    if type_ in _KINDS:
        return _KINDS[type_][several]
    head, _, rest = type_.partition(" ")
    if head in _OF and "→" not in rest:
        return f"{_OF[head][several]} `{rest}`"
    if _TYPE.fullmatch(type_):
        return "types" if several else "a type"
    if type_.endswith("→ Prop"):
        return f"{'relations' if several else 'a relation'} `{type_}`"
    if "→" in type_ and "∀" not in type_:
        return f"{'functions' if several else 'a function'} `{type_}`"
    return f"of type `{type_}`"


def _listed(words: list[str]) -> str:
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
