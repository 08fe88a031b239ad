"""Proofs put into the gaps of another proof, where Lean reads them as they are meant.

Lean reads lines below each other as one block where their columns agree, and ends it where something stands
further left. What begins a block may go on in its own column; everywhere else tactics get brackets, inside of
which no column counts but their own. The columns of the first line are unknown: more may stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.lean_source import Word, words
from app.domain.tactic_text import GAPS, block, indented

_BEFORE_A_TACTIC = re.compile(r"(?:\s|·|\.\s|calc\s|\|[^=|]*=>|(?:case|next)\b[^=]*=>)*")
_BELOW = re.compile(  # a line of which the tactics behind its last `by` may stand below
    r"(?:(?<=calc\s)|(?:have|obtain|suffices|let|show|exact|refine|apply|rw|_)\b)"
    r"(?:(?!=>|[|;{]|\b(?:by|calc|do|where)\b).)*\bby"
)
_FIRST_LINE_BELOW = re.compile(r"(?:(?![|;{]|\b(?:by|calc|do|match|where)\b).)*\bby")
_OPENS = ("by", "·", "{", "(")
_CLOSES = (")", "}", "]", "⟩")


def filled(text: str, proofs: Mapping[int, str], terms: frozenset[int] = frozenset()) -> str:
    """`text` with the gaps that `proofs` names by number replaced; those in `terms` stand for terms.

    Raises NotAStatement as `words` does.
    """
    found = words(text)
    numbered = [place for place, word in enumerate(found) if word.text in GAPS]
    made, end = "", 0
    for number, place in enumerate(numbered):
        if number not in proofs:
            continue
        gap = found[place]
        made += text[end : gap.offset]
        tactics, end = block(proofs[number]), gap.end
        if number in terms:
            made += _as_term(made, tactics)
            continue
        here = _Gap(made, text[end:].lstrip(" "), found[place - 1] if place else None, gap)
        made = here.with_tactics(tactics, text)
    return made + text[end:]


@dataclass(frozen=True, slots=True)
class _Gap:
    """`made` is the new text up to the gap, `behind` the old one from there, `before` the word before it."""

    made: str
    behind: str
    before: Word | None
    word: Word

    def with_tactics(self, tactics: str, text: str) -> str:
        """The new text with `tactics` in the gap of `text`."""
        opens, closes = self._opens(text), self._closes
        if "\n" not in tactics:
            bare = closes and (opens or ";" not in tactics)
            bare = bare or (self.behind[:1] in (",", ";") and not re.search("[,;]", tactics))
            return self.made + (tactics if bare else f"({tactics})")
        if opens and closes and (column := self._column_below()):
            return f"{self.made.rstrip(' ')}\n{indented(tactics, column)}"
        if opens and closes and "\n" in self.made:
            column = len(self.made) - _line(self.made)
            return self.made + indented(tactics, column).lstrip(" ")
        line = self.made[_line(self.made) :]
        column = len(line) - len(line.lstrip(" "))
        return f"{self.made}(\n{indented(tactics, column + 4)})"

    def _opens(self, text: str) -> bool:
        """Whether a block of tactics may begin, or go on, at the gap."""
        if self.before is None:
            return True
        head, between = text[: self.before.end], text[self.before.end : self.word.offset]
        if head.endswith("<;>"):
            return False
        first = "\n" in between or _tactic_offset(self.made) == len(self.made)
        return first or self.before.text in _OPENS or head.endswith("=>")

    @property
    def _closes(self) -> bool:
        """Whether nothing behind the gap can be read as part of its last tactic."""
        if self.behind.lstrip().startswith("<;>"):
            return False
        return _ends_line(self.behind) or self.behind.startswith(_CLOSES)

    def _column_below(self) -> int:
        """The column for tactics below the line of the gap; 0 where they cannot stand there."""
        line = self.made.rstrip(" ")
        if not _ends_line(self.behind):
            return 0
        if "\n" not in line:
            return 2 if _FIRST_LINE_BELOW.fullmatch(line) else 0
        first = _tactic_offset(line)
        return first - _line(line) + 2 if _BELOW.fullmatch(line, first) else 0


def _ends_line(behind: str) -> bool:
    return not behind or behind.startswith(("\n", "--"))


def _as_term(made: str, tactics: str) -> str:
    return f"(by\n{indented(tactics, _tactic_offset(made) - _line(made) + 2)})"


def _line(made: str) -> int:
    """The offset of its last line."""
    return made.rfind("\n") + 1


def _tactic_offset(made: str) -> int:
    """Where the first tactic of the last line begins, behind bullets and the labels of cases."""
    found = _BEFORE_A_TACTIC.match(made, _line(made))
    return found.end() if found else len(made)
