"""What a submitted text may not contain, and which names it may not declare, with a reason for each.

A courtesy that explains early, and the first of several fences; never the only one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.domain.lean_source import LETTERS, Word, position, words_and_comments
from app.domain.verdict import Position

_REASONS = {
    "it would assume what is to be proved": "axiom opaque",
    "it would change what the words of the statement mean": """macro macro_rules syntax notation notation3
        infix infixl infixr prefix postfix declare_syntax_cat elab elab_rules binder_predicate
        unif_hint""",
    "it would change the meaning of the statement out of sight": """instance class attribute deriving local
        scoped export include omit with_weak_namespace with_exporting""",
    "it would run a program inside Lean": """initialize builtin_initialize run_cmd run_tac run_elab run_meta
        by_elab unsafe partial simproc dsimproc builtin_simproc builtin_dsimproc simproc_decl dsimproc_decl
        builtin_simproc_decl builtin_dsimproc_decl leading_parser trailing_parser idbg dbg_trace""",
    "it would read a file": "include_str",
    "it would change how Lean checks": "set_option register_option seal unseal irreducible_def",
    "it does not end in Lean's kernel": "native_decide bv_decide sorryAx lcProof ofReduceBool",
    "a problem is definitions and then one theorem, without sections or modifiers": """namespace section end
        mutual public meta module private protected noncomputable nonrec prelude import""",
}
# Of these, a whole file may hold some: its theorem is compared with the statement after Lean has read it.
FILE_MAY = frozenset(
    {
        *("namespace", "section", "end", "mutual", "private", "protected", "noncomputable", "nonrec"),
        *("instance", "class", "deriving", "include", "omit", "local", "scoped", "attribute", "@["),
    }
)
# Options and words that may stand nowhere in a text, not even in a comment: what a reader takes for one, Lean
# may take for a command.
NOWHERE = {
    "set_option": "options change how Lean checks",
    "skipKernel": "it would keep the kernel from checking",
}
_RESERVED = {
    "the kernel computes with it by its name": """Nat Nat.zero Nat.succ Nat.add Nat.sub Nat.mul Nat.div
        Nat.mod Nat.gcd Nat.beq Nat.ble Nat.land Nat.lor Nat.xor Nat.shiftLeft Nat.shiftRight Nat.pow
        Nat.log2 Bool Bool.true Bool.false eagerReduce""",
    "literals stand for what it makes": """Char Char.ofNat String String.mk String.ofList List List.nil
        List.cons""",
    "quotients are built on it": "Eq Eq.refl Quot Quot.mk Quot.lift Quot.ind",
    "an axiom is permitted under this name": "propext Classical.choice Quot.sound",
    "a missing proof goes by this name": "sorryAx",
}
# Names that no text may declare, also where the library lacks them, and why.
RESERVED_NAMES = {name: reason for reason, listed in _RESERVED.items() for name in listed.split()}
REFUSED_WORDS = {word: reason for reason, listed in _REASONS.items() for word in listed.split()}
_REFUSED_ROOTS = frozenset({"Lean", "IO", "System", "Lemmata", "_root_"})
_MOST = 20  # as many refused words are told
BLANK = frozenset([0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0])
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"})
# Greek capitals, and a few more, that are drawn like a Latin letter.
_LOOK_ALIKE = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳϹϺıſ")
_PLAIN_LETTER = re.compile(f"[{LETTERS}]")
_WORDS = frozenset({"name", "number", "string", "interpolated", "char"})
_BRACKETS = "()[]{}⟨⟩⦃⦄,;"
# Lean takes the character behind `/-` as read, and looks for a comment behind `/--`.
_UNCLEAR_COMMENT = re.compile(r"/-(?:/|[-!]\s*(?:/|--))")
_ESCAPED = r"""\\(?:[\\"'nrt]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})"""
_LITERALS = {
    "string": re.compile(rf"""r\#*".*|"(?:{_ESCAPED}|[^"\\])*\"""", re.DOTALL),
    "char": re.compile(rf"""'(?:{_ESCAPED}|[^'\\\n])'"""),
}

Found = tuple[int, str, str]  # offset, word, reason


@dataclass(frozen=True, slots=True)
class RefusedWord:
    """A word that a submitted text may not contain, and why."""

    word: str
    reason: str
    position: Position


def refused_words(text: str, allowed: frozenset[str] = frozenset()) -> list[RefusedWord]:
    """What in `text` could change the meaning of a statement or fool a checker: the first of it, in order.

    `allowed` words may stand in it. Raises NotAStatement for a comment or a string that never ends.
    """
    tokens = list(words_and_comments(text))
    plain = [word for word in tokens if not word.is_comment]
    named = [word for word in plain if word.text not in allowed]
    found = sorted([*_unseen(text), *_named(named), *_unclear(tokens, len(text)), *_unpaired(plain)])
    return [RefusedWord(word, reason, position(text, offset)) for offset, word, reason in found[:_MOST]]


def _named(words: list[Word]) -> Iterator[Found]:
    for word in words:
        if reason := _reason(word):
            yield word.offset, word.text, reason


def _reason(word: Word) -> str | None:
    if word.kind == "hash":
        return "commands are not part of a problem"
    if word.kind == "interpolated":
        return "such a string can hold code"
    if word.text == "@[":
        return "attributes change how Lean treats a declaration"
    if word.text == "`":
        return "it quotes code; leave out the lines with ```"
    if word.kind != "name":
        return None
    parts = [part.strip("«»") for part in word.text.split(".")]
    if parts[0] in _REFUSED_ROOTS:
        return "names of Lean's own machinery are not part of a problem"
    if not word.text.isascii() and any(map(_is_look_alike, word.text)):
        return "one of its letters looks like another"
    return REFUSED_WORDS.get(word.text.strip("«»")) or REFUSED_WORDS.get(parts[-1])


def _is_look_alike(letter: str) -> bool:
    if letter in _LOOK_ALIKE or unicodedata.normalize("NFC", letter) != letter:
        return True
    return unicodedata.category(letter)[0] in "LM" and not _PLAIN_LETTER.match(letter)


def _unclear(tokens: list[Word], end: int) -> Iterator[Found]:
    """Where Lean could read other words than we do, so that what we take for a comment is a command.

    That is so behind a mistake, too: there Lean goes on from inside of what we take for one word.
    """
    for before, word in pairwise([Word("start", "", 0), *tokens, Word("end", "", end)]):
        touching = word.offset == before.end
        if touching and before.kind in _WORDS and word.kind in _WORDS:
            yield word.offset, word.text, "there is no space before it"
        if touching and word.is_comment and before.kind == "symbol" and before.text[-1] not in _BRACKETS:
            yield word.offset, word.text[:2], "there is no space before it"
        if word.kind == "string" and before.kind == "name" and before.text.endswith("!"):
            yield word.offset, word.text, "such a string can hold code"
        if _UNCLEAR_COMMENT.match(word.text):
            yield word.offset, word.text[:3], "this comment may end elsewhere than it seems"
        if word.text in ("'", "«", "»"):
            yield word.offset, word.text, "it has no partner"
        if word.kind in _LITERALS and not _LITERALS[word.kind].fullmatch(word.text):
            yield word.offset, word.text, "Lean cannot read it"


def _unseen(text: str) -> Iterator[Found]:
    for offset, character in enumerate(text):
        code = ord(character)
        if character in " \n\t" or (code not in BLANK and unicodedata.category(character) not in _UNSEEN):
            continue
        yield offset, f"U+{code:04X}", "it cannot be seen"


def _unpaired(words: list[Word]) -> Iterator[Found]:
    partner = {")": "(", "]": "[", "}": "{", "⟩": "⟨"}
    waiting: list[Word] = []
    for word in words:
        bracket = word.text.rstrip("'")[-1:] if word.kind == "symbol" else ""
        if bracket in partner.values():
            waiting.append(word)
        elif bracket in partner and (not waiting or waiting.pop().text[-1] != partner[bracket]):
            yield word.offset, bracket, "it closes nothing"
    for word in waiting:
        yield word.offset, word.text, "it is never closed"
