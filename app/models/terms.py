"""Short proof terms: what `exact` can say in one readable line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.models.formula import FALSE, TRUE, Compound, Formula, implies
from app.models.names import hypothesis_name

Fact = tuple[str, Formula]  # a term and what it proves
Use = tuple[str, tuple[Formula, ...], Formula]  # a term with slots, its premises, its conclusion

_SLOT = "\0"
_LONGEST = 48
_MOST_GOALS = 300


@lru_cache(maxsize=4096)
def short_term(facts: tuple[Fact, ...], goal: Formula, depth: int = 3) -> str | None:
    """The shortest term for `goal` among those of least depth, at most `depth`; None if there is none.

    Gives up where there are too many ways to look at, so None does not say that there is no term.
    """
    builder = _Builder()
    for limit in range(depth + 1):
        found = builder.term(facts, goal, limit)
        if found is not None and len(found) <= _LONGEST:
            return found
    return None


def argument(term: str) -> str:
    """`term` as it stands behind a function."""
    return term if " " not in term or _in_brackets(term) else f"({term})"


def _in_brackets(term: str) -> bool:
    """Whether one pair of brackets holds all of `term`."""
    depth = 0
    for place, character in enumerate(term):
        depth += (character in "(⟨") - (character in ")⟩")
        if depth == 0 and place < len(term) - 1:
            return False
    return term[0] in "(⟨"


@lru_cache(maxsize=4096)
def uses(term: str, formula: Formula) -> tuple[Use, ...]:
    """What a fact gives: a term with a slot for each premise, the premises, the conclusion."""
    return tuple(_uses(term, (), formula))


def filled(use: str, arguments: Sequence[str]) -> str:
    """The term of a use with its slots filled in order."""
    for each in arguments:
        use = use.replace(_SLOT, argument(each), 1)
    return use


def _uses(term: str, premises: tuple[Formula, ...], formula: Formula) -> Iterator[Use]:
    yield term, premises, formula
    if not isinstance(formula, Compound) or formula.connective == "∨":
        return
    left, right, head = formula.left, formula.right, argument(term)
    if formula.connective == "→":
        yield from _uses(f"{term} {_SLOT}", (*premises, left), right)
    elif formula.connective == "∧":
        yield from _uses(f"{head}.left", premises, left)
        yield from _uses(f"{head}.right", premises, right)
    else:
        yield from _uses(f"{head}.mp {_SLOT}", (*premises, left), right)
        yield from _uses(f"{head}.mpr {_SLOT}", (*premises, right), left)


def _direct(facts: tuple[Fact, ...], goal: Formula) -> Iterator[str]:
    if goal == TRUE:
        yield "trivial"
    for term, formula in facts:
        for use, premises, conclusion in uses(term, formula):
            if not premises and conclusion == goal:
                yield use
            elif not premises and conclusion == FALSE:
                yield f"{argument(use)}.elim"


class _Builder:
    """One search for a term; `left` counts down the goals that it may still look at."""

    def __init__(self) -> None:
        self.left = _MOST_GOALS

    def term(self, facts: tuple[Fact, ...], goal: Formula, depth: int) -> str | None:
        found = list(_direct(facts, goal))
        self.left -= 1
        if depth and not found and self.left > 0:
            found = [*self._built(facts, goal, depth - 1), *self._applied(facts, goal, depth - 1)]
        return min(found, key=len, default=None)

    def _built(self, facts: tuple[Fact, ...], goal: Formula, depth: int) -> Iterator[str]:
        """Terms that begin with the shape of the goal."""
        if not isinstance(goal, Compound):
            return
        if goal.connective == "→":
            name = hypothesis_name(goal.left, _names(facts))
            if (body := self.term((*facts, (name, goal.left)), goal.right, depth)) is not None:
                yield f"fun {name} => {body}"
            return
        sides = [goal.left, goal.right]
        if goal.connective == "↔":
            sides = [implies(goal.left, goal.right), implies(goal.right, goal.left)]
        parts = [self.term(facts, side, depth) for side in sides]
        if goal.connective == "∨":
            yield from (f"Or.in{'lr'[i]} {argument(part)}" for i, part in enumerate(parts) if part)
        elif parts[0] and parts[1]:
            yield f"⟨{parts[0]}, {parts[1]}⟩"

    def _applied(self, facts: tuple[Fact, ...], goal: Formula, depth: int) -> Iterator[str]:
        """Terms that apply a fact whose conclusion is the goal, or `False`."""
        for term, formula in facts:
            for use, premises, conclusion in uses(term, formula):
                if premises and conclusion in (goal, FALSE):
                    parts = self._arguments(facts, premises, depth)
                    if len(parts) == len(premises):
                        yield _concluded(use, parts, conclusion == goal)

    def _arguments(self, facts: tuple[Fact, ...], premises: tuple[Formula, ...], depth: int) -> list[str]:
        """Terms for the premises, as far as the first that has none."""
        parts: list[str] = []
        for premise in premises:
            part = self.term(facts, premise, depth)
            if part is None:
                break
            parts.append(part)
        return parts


def _concluded(use: str, parts: list[str], reached: bool) -> str:
    if reached:
        return filled(use, parts)
    if len(parts) == 1 and use.endswith(f" {_SLOT}") and " " not in use[:-2]:
        return f"absurd {argument(parts[0])} {use[:-2]}"
    return f"({filled(use, parts)}).elim"


def _names(facts: Sequence[Fact]) -> set[str]:
    return {term.partition(".")[0] for term, _ in facts}
