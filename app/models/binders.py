"""Quantified propositions: their binders, their bodies, and what becomes of them at a term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.models.formula import tokens, written

_BRACKETS = {"(": ")", "{": "}", "[": "]", "⦃": "⦄"}


@dataclass(frozen=True, slots=True)
class Binder:
    """One bound variable; `type` is empty where Lean does not print it."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Quantified:
    """`symbol` is `∀` or `∃`; the binders are those in front of the first outermost comma."""

    symbol: str
    binders: tuple[Binder, ...]
    body: str

    def at(self, terms: Sequence[str]) -> str:
        """The body with terms for the binders, in order."""
        return substitute(self.body, {b.name: t for b, t in zip(self.binders, terms, strict=False)})


def quantified(text: str) -> Quantified | None:
    """Read `∀ (x y : T), body` or `∃ x, body`; None for anything else."""
    words = tokens(text)
    if not words or words[0] not in ("∀", "∃"):
        return None
    depth = 0
    for place, word in enumerate(words):
        depth += (word in "([{⟨⦃") - (word in ")]}⟩⦄")
        if depth == 0 and word == "," and place + 1 < len(words):
            binders = _binders(words[1:place])
            return Quantified(words[0], binders, written(words[place + 1 :])) if binders else None
    return None


def _binders(words: tuple[str, ...]) -> tuple[Binder, ...]:
    found: list[Binder] = []
    place = 0
    while place < len(words):
        if words[place] not in _BRACKETS:
            break
        end = _closing(words, place)
        names, colon, type_ = written(words[place + 1 : end]).partition(" : ")
        found += [Binder(name, type_) for name in names.split()] if colon else []
        place = end + 1
    names, _, type_ = written(words[place:]).partition(" : ")
    if "∈" in words[place:] or "<" in words[place:]:
        return ()
    return (*found, *(Binder(name, type_) for name in names.split()))


def _closing(words: tuple[str, ...], opening: int) -> int:
    depth = 0
    for place in range(opening, len(words)):
        depth += (words[place] in "([{⟨⦃") - (words[place] in ")]}⟩⦄")
        if depth == 0:
            return place
    return len(words)


def substitute(text: str, terms: Mapping[str, str]) -> str:
    """`text` with names replaced by terms, in parentheses where needed."""

    def replaced(word: str) -> str:
        head, dot, field = word.partition(".")
        return word if head not in terms else _as_word(terms[head]) + dot + field

    return written(tuple(replaced(word) for word in tokens(text)))


def match(
    pattern: str, variables: Sequence[str], text: str, given: Mapping[str, str] | None = None
) -> dict[str, str] | None:
    """What `variables` must be, some `given`, so that `pattern` reads like `text`; None if nothing fits.

    A variable stands for one word or one pair of brackets, which covers arguments of functions.
    """
    words, wanted = tokens(text), tokens(pattern)
    found = {name: _as_word(term) for name, term in (given or {}).items()}
    place = 0
    for word in wanted:
        if place >= len(words):
            return None
        end = _closing(words, place) + 1 if words[place] in _BRACKETS and word in variables else place + 1
        part = written(words[place:end])
        if (word not in variables and word != part) or found.setdefault(word, part) != part:
            return None
        place = end
    return (
        {name: _bare(term) for name, term in found.items() if name in variables}
        if place == len(words)
        else None
    )


def _bare(term: str) -> str:
    return term[1:-1] if term.startswith("(") and term.endswith(")") and term.count("(") == 1 else term


def _as_word(term: str) -> str:
    return f"({term})" if " " in term and not term.startswith("(") else term
