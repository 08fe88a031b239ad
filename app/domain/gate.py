"""What a submitted text may not contain, with a reason for each.

A courtesy that explains early, and the first of several fences; never the only one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.lean_source import Word, position, words
from app.domain.verdict import Position

_REASONS = {
    "it would assume what is to be proved": "axiom opaque",
    "it would change what the words of the statement mean": """macro macro_rules syntax notation notation3
        infix infixl infixr prefix postfix declare_syntax_cat elab elab_rules binder_predicate""",
    "it would change the meaning of the statement out of sight": """instance attribute deriving local scoped
        export include omit""",
    "it would run a program inside Lean": """initialize builtin_initialize run_cmd run_tac run_elab run_meta
        by_elab unsafe partial simproc dsimproc builtin_simproc builtin_dsimproc""",
    "it would change how Lean checks": "set_option register_option seal unseal irreducible_def",
    "it does not end in Lean's kernel": "native_decide bv_decide sorryAx lcProof ofReduceBool",
    "a problem is definitions and then one theorem, without sections or modifiers": """namespace section end
        mutual public meta module private protected noncomputable prelude import""",
}
REFUSED_WORDS = {word: reason for reason, listed in _REASONS.items() for word in listed.split()}
_REFUSED_ROOTS = frozenset({"Lean", "IO", "System", "Lemmata", "_root_"})
_UNSEEN = frozenset(
    [0x7F, 0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)]
)


@dataclass(frozen=True, slots=True)
class RefusedWord:
    """A word that a submitted text may not contain, and why."""

    word: str
    reason: str
    position: Position


def refused_words(text: str) -> list[RefusedWord]:
    """Everything in `text` that could change the meaning of a statement or fool a checker, in order.

    Raises NotAStatement for a comment or a string that never ends.
    """
    found = [*_unseen(text), *_named(text), *_unpaired(text)]
    return sorted(found, key=lambda refused: refused.position)


def _named(text: str) -> Iterator[RefusedWord]:
    for word in words(text):
        if reason := _reason(word):
            yield RefusedWord(word.text, reason, position(text, word.offset))


def _reason(word: Word) -> str | None:
    if word.kind == "hash":
        return "commands are not part of a problem"
    if word.kind == "interpolated":
        return "such a string can hold code"
    if word.text == "@[":
        return "attributes change how Lean treats a declaration"
    if word.kind != "name":
        return None
    parts = [part.strip("«»") for part in word.text.split(".")]
    if parts[0] in _REFUSED_ROOTS:
        return "names of Lean's own machinery are not part of a problem"
    return REFUSED_WORDS.get(word.text.strip("«»")) or REFUSED_WORDS.get(parts[-1])


def _unseen(text: str) -> Iterator[RefusedWord]:
    for place, character in enumerate(text):
        code = ord(character)
        if code in _UNSEEN or (code < 32 and character not in "\n\t\r") or 0x80 <= code < 0xA0:
            yield RefusedWord(f"U+{code:04X}", "it cannot be seen", position(text, place))


def _unpaired(text: str) -> Iterator[RefusedWord]:
    partner = {")": "(", "]": "[", "}": "{", "⟩": "⟨"}
    waiting: list[Word] = []
    for word in words(text):
        bracket = word.text[-1] if word.kind == "symbol" else ""
        if bracket in partner.values():
            waiting.append(word)
        elif bracket in partner and (not waiting or waiting.pop().text[-1] != partner[bracket]):
            yield RefusedWord(bracket, "it closes nothing", position(text, word.offset))
    for word in waiting:
        yield RefusedWord(word.text, "it is never closed", position(text, word.offset))
