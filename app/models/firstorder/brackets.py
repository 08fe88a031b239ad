"""Brackets around terms as text: where they are needed, and where they may be left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

SLOT = "\0"
_PLAIN = re.compile(r"[\w.'!?₀-₉✝]+")


def plain(text: str) -> bool:
    """Whether a term is a name or stands in brackets, fields behind it not counted."""
    return _PLAIN.fullmatch(text) is not None or (text[0] in "(⟨" and _closes_at_end(text))


def _closes_at_end(text: str) -> bool:
    depth = 0
    for place, character in enumerate(text):
        depth += (character in "(⟨") - (character in ")⟩")
        if depth == 0:
            return _PLAIN.fullmatch("x" + text[place + 1 :]) is not None
    return False


def bare(text: str) -> str:
    """A term without the brackets around all of it."""
    return text[1:-1] if text[0] == "(" and _closes_at_end(text) and text.endswith(")") else text


def as_argument(text: str) -> str:
    return text if plain(text) else f"({text})"


def filled(term: str, parts: Sequence[str]) -> str:
    for part in parts:
        term = term.replace(SLOT, as_argument(part), 1)
    return term


def unpacked(text: str) -> str:
    """The parts of an anonymous constructor at the end of another."""
    return text[1:-1] if text[0] == "⟨" and text[-1] == "⟩" and _closes_at_end(text) else text
