"""What a person should know about a statement before anyone proves it, and what of it the text alone tells.

A warning is no refusal. What only the elaborated statement tells is found by `app.trust.warnings`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import NotAStatement
from app.domain.gate import BLANK
from app.domain.lean_source import position
from app.domain.tactic_text import without_comments
from app.domain.verdict import Message

MOST = 20  # as many warnings are told
_CYRILLIC = dict(zip("аеорсухіјѕһԁАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdABEKMHOPCTYXIJS", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
_OTHERS = {"\u0131": "i", "\u017f": "f", "\u212a": "K", "\u212b": "Å", "\u2126": "Ω"}
_WIDE = {chr(0xFEE0 + code): chr(code) for code in range(0x21, 0x7F)}
LOOKS_LIKE = {**_CYRILLIC, **_GREEK, **_OTHERS, **_WIDE}
_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_MARKS = frozenset("\u061c\u200e\u200f")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_WORD = re.compile("[\\w\u0300-\u036f']+")
_UNKNOWN = re.compile(r"Unknown identifier `([^`\n]+)`")
_LEVEL = re.compile(r"unknown universe level `([^`\n]+)`")


class WarningKind(StrEnum):
    NATURAL_SUBTRACTION = "natural_subtraction"
    NATURAL_DIVISION = "natural_division"
    INTEGER_DIVISION = "integer_division"
    DIVISION_BY_ZERO = "division_by_zero"
    MODULUS_BY_ZERO = "modulus_by_zero"
    UNUSED_VARIABLE = "unused_variable"
    UNUSED_HYPOTHESIS = "unused_hypothesis"
    COERCION = "coercion"
    AUTOMATIC_VARIABLE = "automatic_variable"
    LOOK_ALIKE = "look_alike"
    BIDIRECTIONAL = "bidirectional"
    UNSEEN = "unseen"
    SHADOWED = "shadowed"
    REDEFINED = "redefined"
    NATURAL_BY_DEFAULT = "natural_by_default"
    VACUOUS_EXISTENCE = "vacuous_existence"


@dataclass(frozen=True, slots=True)
class StatementWarning:
    """One sentence; `where` is a part of the statement, or a place in the text like `1:5`."""

    kind: WarningKind
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What the elaborated statement tells; `assumptions` names its hypotheses, as against its variables."""

    warnings: tuple[StatementWarning, ...] = ()
    assumptions: tuple[str, ...] = ()


def text_warnings(text: str) -> tuple[StatementWarning, ...]:
    """What the letters of a statement hide from its reader, in the order of the text."""
    return _first([*_unseen(text), *_look_alikes(text)])


def automatic_variables(messages: Iterable[Message]) -> tuple[StatementWarning, ...]:
    """The words that Lean does not know, where other settings of Lean would make them variables.

    `messages` are Lean's on the statement, elaborated with automatic bound variables off.
    """
    found = (
        match
        for message in messages
        for match in (_UNKNOWN.search(message.text) or _LEVEL.search(message.text),)
        if match
    )
    return _first([_automatic(match[1]) for match in found])


def _automatic(word: str) -> StatementWarning:
    sentence = (
        f"`{word}` is not declared anywhere; it is not taken as a variable by itself, as some Leans do."
    )
    return StatementWarning(WarningKind.AUTOMATIC_VARIABLE, sentence, word)


def _unseen(text: str) -> Iterator[StatementWarning]:
    for offset, character in enumerate(text):
        if character in " \n\t" or (character.isascii() and character.isprintable()):
            continue
        code, place = f"U+{ord(character):04X}", str(position(text, offset))
        if unicodedata.bidirectional(character) in _TURNS or character in _MARKS:
            sentence = (
                f"The character {code} turns the direction of the text, which may read otherwise than it is."
            )
            yield StatementWarning(WarningKind.BIDIRECTIONAL, sentence, place)
        elif unicodedata.category(character) in _UNSEEN or ord(character) in BLANK:
            yield StatementWarning(WarningKind.UNSEEN, f"The character {code} cannot be seen.", place)


def _look_alikes(text: str) -> Iterator[StatementWarning]:
    for word in _WORD.findall(_without_comments(text)):
        if word.isascii():
            continue
        for letter in word:
            code = f"U+{ord(letter):04X}"
            if (likeness := LOOKS_LIKE.get(letter)) is not None:
                sentence = f"In `{word}` the character {code} looks like `{likeness}` and is another."
                yield StatementWarning(WarningKind.LOOK_ALIKE, sentence, word)
            elif unicodedata.combining(letter):
                sentence = f"In `{word}` the accent {code} is a character of its own, so the word is another."
                yield StatementWarning(WarningKind.LOOK_ALIKE, sentence, word)


def _without_comments(text: str) -> str:
    """The text with blanks for comments; all of it where a comment never ends."""
    try:
        return without_comments(text)
    except NotAStatement:
        return text


def _first(found: list[StatementWarning]) -> tuple[StatementWarning, ...]:
    """Each once, and not too many."""
    return tuple(dict.fromkeys(found))[:MOST]
