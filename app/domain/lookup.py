"""Finds things in the reference: by name, by words about them, and by symbols up to the names of variables.

`a + b = b + a` finds every statement with that shape, whatever its variables are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.reference import Declaration, Reference, Usage

LONGEST = 200
_TOKEN = re.compile(
    r"[^\W\d][\w'!?₀-₉]*|\d+|:=|::|\+\+|&&&|\|\|\||\^\^\^|<<<|>>>|&&|\|\||==|!=|<;>|∃!|[^\s\w]"
)
_VARIABLE = re.compile(r"(?:[A-Za-zα-κμ-ω]|[a-z]s)['₀-₉\d]*")
_NAMESPACE = re.compile(r"(?<![\w.])(?:[A-Z]\w*\.)+(?=\w)")
_ASCII = {"<->": "↔", "->": "→", "<-": "←", "/\\": "∧", "\\/": "∨", "<=": "≤", ">=": "≥", "!=": "≠", "~": "¬"}
_LONG_WORD = re.compile(r"[^\W\d_]{3}")
_PLAIN_WORD = re.compile(r"[\w.'!?₀-₉-]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found; `subject` is the key of its page, empty for notation and tactics."""

    found: Declaration | Usage
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The best of `total` hits, best first."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Card:
    """One thing that can be found, prepared for searching."""

    hit: Hit
    names: tuple[str, ...]
    words: str
    formulas: tuple[tuple[str, ...], ...]
    conclusion: tuple[str, ...]


class Lookup:
    """An index of one reference."""

    def __init__(self, reference: Reference) -> None:
        self._cards = [_usage_card(usage) for usage in reference.guide.usages()]
        self._cards += [_card(found, subject.key) for subject, found in reference.declarations()]

    def find(self, query: str, limit: int) -> Found:
        """All that fits the whole of `query`; nothing fits an empty one."""
        query = query.strip()[:LONGEST]
        if not query:
            return Found(0, ())
        is_formula = not all(_PLAIN_WORD.fullmatch(word) for word in query.split())
        ranked = list(self._as_formula(query)) if is_formula else []
        if not ranked and (not is_formula or _LONG_WORD.search(query)):
            ranked = list(self._as_words(query))
        ranked.sort(key=lambda pair: pair[0])
        return Found(len(ranked), tuple(card.hit for _, card in ranked[:limit]))

    def named(self, name: str) -> Hit | None:
        """What declares `name`: a theorem, or the type that it is a part of."""
        name = name.casefold()
        fits = (card.hit for card in self._cards if name in card.names)
        return min(fits, key=lambda hit: not _is(hit, name), default=None)

    def _as_formula(self, query: str) -> Iterator[tuple[tuple[int, int], _Card]]:
        shapes = {tokens(query), tokens(_symbols(query))}
        for card in self._cards:
            ranks = [rank for shape in shapes if (rank := _formula_rank(shape, query, card)) is not None]
            if ranks:
                yield (min(ranks), len(card.conclusion)), card

    def _as_words(self, query: str) -> Iterator[tuple[tuple[int, int], _Card]]:
        wanted = query.casefold().split()
        for card in self._cards:
            if all(word in card.words for word in wanted):
                yield (_word_rank(query.casefold(), wanted, card), len(card.names[0])), card


def _is(hit: Hit, name: str) -> bool:
    return isinstance(hit.found, Declaration) and hit.found.name.casefold() == name


def tokens(text: str) -> tuple[str, ...]:
    """The words and symbols of `text`, without the namespaces before names."""
    return tuple(_TOKEN.findall(_NAMESPACE.sub("", text)))


def _card(found: Declaration, subject: str) -> _Card:
    names = (found.name, *(part.name for part in found.parts))
    said = [found.statement, found.doc, *(part.statement for part in found.parts)]
    conclusion = (found.plain or found.statement).rpartition(" : ")[2].removeprefix(": ")
    return _Card(
        Hit(found, subject),
        tuple(name.casefold() for name in names),
        " ".join([*names, *said]).casefold(),
        tuple(tokens(text) for text in (found.statement, found.plain) if text),
        tokens(conclusion),
    )


def _usage_card(usage: Usage) -> _Card:
    forms = tuple(tokens(form) for form in usage.forms)
    said = [*usage.forms, *usage.typed, usage.constant, usage.summary, usage.kind]
    names = (*(form.split()[0] for form in usage.forms), *usage.typed)
    return _Card(Hit(usage), tuple(map(str.casefold, names)), " ".join(said).casefold(), forms, forms[0])


def _symbols(query: str) -> str:
    for typed, symbol in _ASCII.items():
        query = query.replace(typed, f" {symbol} ")
    return query


def _formula_rank(shape: Sequence[str], query: str, card: _Card) -> int | None:
    """0 for notation with this symbol, 1 if it is the whole conclusion, 2 if it is a part of that."""
    if isinstance(card.hit.found, Usage):
        found = query in card.names or any(_occurs(shape, form) for form in card.formulas)
        return (0 if card.hit.found.kind == "notation" else 3) if found else None
    if not any(_occurs(shape, formula) for formula in card.formulas):
        return None
    if card.hit.found.kind != "theorem" or not _occurs(shape, card.conclusion):
        return 3
    return 1 if len(shape) == len(card.conclusion) else 2


def _occurs(shape: Sequence[str], formula: Sequence[str]) -> bool:
    """Whether `formula` has `shape` somewhere, up to the names of variables."""
    if any(token not in formula and not _VARIABLE.fullmatch(token) for token in shape):
        return False  # which is most of the time
    return any(_fits(shape, formula, start) for start in range(len(formula) - len(shape) + 1))


def _fits(shape: Sequence[str], formula: Sequence[str], start: int) -> bool:
    there: dict[str, str] = {}
    back: dict[str, str] = {}
    for number, token in enumerate(shape, start):
        other = formula[number]
        if token == other and not _VARIABLE.fullmatch(token):
            continue
        if not (_VARIABLE.fullmatch(token) and _VARIABLE.fullmatch(other)):
            return False
        if there.setdefault(token, other) != other or back.setdefault(other, token) != token:
            return False
    return True


def _word_rank(query: str, wanted: Sequence[str], card: _Card) -> int:
    """From the exact name down to a word in what is said about it; a part of a type comes after a theorem."""
    parts_of_types = isinstance(card.hit.found, Declaration)
    return min(
        2 * _name_rank(query, wanted, name) + (parts_of_types and number > 0)
        for number, name in enumerate(card.names)
    )


def _name_rank(query: str, wanted: Sequence[str], name: str) -> int:
    last = name.rpartition(".")[2]
    if query == name:
        return 0
    if query == last:
        return 1
    if name.startswith(query) or last.startswith(query):
        return 2
    return 3 if all(word in name for word in wanted) else 4
