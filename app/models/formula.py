"""Propositions as Lean prints them, read as formulas.

Only the connectives are understood; everything else, equations and quantifiers included, is an atom. A wrong
reading costs a refused tactic and no more, as Lean has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

_TOKEN = re.compile(
    r"«[^»]*»|⁻¹'?|[⋃⋂]₀|×ˢ|[^\W\d][\w.'!?✝₀-₉]*|\d+|[()\[\]{}⟨⟩,]|"
    r"[^\w\s()\[\]{}⟨⟩,]+?(?=[\s\w()\[\]{}⟨⟩,¬]|$)|\S"
)
_OPENING, _CLOSING = frozenset("([{⟨"), frozenset(")]}⟩")
_BINDERS = frozenset({"∀", "∃", "fun", "λ", "let", "have", "if", "match", "∃!", "Σ"})
_LOOSEST_FIRST = ("↔", "→", "∨", "∧")
_BINDING = {"↔": 20, "→": 25, "∨": 30, "∧": 35, "¬": 40}


@dataclass(frozen=True, slots=True)
class Atom:
    """A proposition with no connective in it, as text; `True` and `False` are atoms too."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Compound:
    """Two formulas joined by one of `∧ ∨ → ↔`. A negation is an implication of `False`."""

    connective: str
    left: Formula
    right: Formula
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.connective, self.left, self.right)))

    def __hash__(self) -> int:
        return self._hash

    def __str__(self) -> str:
        if self.connective == "→" and self.right == FALSE:
            return f"¬{_shown(self.left, _BINDING['¬'] + 1)}"
        own = _BINDING[self.connective]
        left, right = _shown(self.left, own + 1), _shown(self.right, own + (self.connective == "↔"))
        return f"{left} {self.connective} {right}"


Formula = Atom | Compound
TRUE, FALSE = Atom("True"), Atom("False")


def conj(left: Formula, right: Formula) -> Formula:
    return Compound("∧", left, right)


def implies(left: Formula, right: Formula) -> Formula:
    return Compound("→", left, right)


def neg(inner: Formula) -> Formula:
    return implies(inner, FALSE)


def is_negation(formula: Formula) -> bool:
    return isinstance(formula, Compound) and formula.connective == "→" and formula.right == FALSE


def atoms(formula: Formula) -> Iterator[Atom]:
    """The atoms of `formula` from left to right, with repetitions, without `True` and `False`."""
    if isinstance(formula, Compound):
        yield from atoms(formula.left)
        yield from atoms(formula.right)
    elif formula not in (TRUE, FALSE):
        yield formula


@lru_cache(maxsize=4096)
def parse(text: str) -> Formula:
    """Read one printed proposition. Any text is at least an atom."""
    return _read(tokens(text))


def tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text.replace("¬", " ¬ ")))


def _read(words: tuple[str, ...]) -> Formula:
    outside = _outside(words)
    for connective in _LOOSEST_FIRST:
        at = next((i for i in outside if words[i] == connective), None)
        if at is not None and 0 < at < len(words) - 1:
            return Compound(connective, _read(words[:at]), _read(words[at + 1 :]))
    if words[:1] == ("¬",) and len(words) > 1:
        return neg(_read(words[1:]))
    if _in_parentheses(words):
        return _read(words[1:-1])
    unequal = [i for i in outside if words[i] == "≠"]
    if unequal:
        return neg(Atom(written((*words[: unequal[0]], "=", *words[unequal[0] + 1 :]))))
    return Atom(written(words))


def _outside(words: tuple[str, ...]) -> list[int]:
    """The places outside all brackets and before the first binder, which reaches to the end."""
    depth, places = 0, []
    for place, word in enumerate(words):
        if depth == 0 and word in _BINDERS:
            break
        depth -= word in _CLOSING
        if depth == 0:
            places.append(place)
        depth += word in _OPENING
    return places


def _in_parentheses(words: tuple[str, ...]) -> bool:
    """Whether one pair of parentheses holds all, without being a pair or a typed term."""
    if len(words) < 3 or words[0] != "(" or words[-1] != ")":
        return False
    inside = _outside(words[1:-1])
    closed_early = [i for i in _outside(words) if 0 < i < len(words) - 1]
    return not closed_early and not any(words[1:-1][i] in (",", ":") for i in inside)


def written(words: tuple[str, ...]) -> str:
    """The words as one text, spaced the same way however they were given."""
    text = " ".join(words)
    text = re.sub(r"([(\[{⟨¬]) ", r"\1", text)
    return re.sub(r" ([)\]}⟩,])", r"\1", text)


def _shown(formula: Formula, at_least: int) -> str:
    text = str(formula)
    if isinstance(formula, Atom):
        loose = _BINDERS.intersection(tokens(text)[:1])
        tight = at_least <= _BINDING["¬"] + 1 and not (at_least > _BINDING["¬"] and " " in text)
        return text if tight and not loose else f"({text})"
    own = 100 if is_negation(formula) else _BINDING[formula.connective]
    return text if own >= at_least else f"({text})"
