"""Lean text as text: its words, its header, its holes, its positions. What it means, Lean decides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.errors import NotAStatement
from app.domain.verdict import Position

# `f '' s`, `f ⁻¹' s` and `l[i]'h` hold the three symbols with a quote that begins no character.
# The letters of Lean's identifiers, no more: `λ`, `Π`, `Σ` and modifiers such as `ᶜ` are words of their own,
# and a keyword may stand right behind them.
_LETTER = "A-Za-z_À-ÖØ-öø-ſΑ-ΟΡ-\u03a2Τ-Ωα-κμ-ωϊ-ϻἀ-῾℀-⅏𝒜-𝖟"
LETTERS = f"{_LETTER}0-9'!?₀-₉ₐ-ₜᵢ-ᵪⱼ"
_WORD = rf"[{_LETTER}][{LETTERS}]*"
_TOKEN = re.compile(
    rf"""(?P<line_comment>--[^\n]*)
    | (?P<block_comment>/-)
    | (?P<string>r\#*"|"(?:\\.|[^"\\])*"|")
    | (?P<interpolated>[{_LETTER}]+!"(?:\\.|[^"\\])*")
    | (?P<char>'(?:\\[^\n]+?|[^\\'])')
    | (?P<name>(?:«[^»\n]*»|{_WORD})(?:\.(?:«[^»\n]*»|{_WORD}|[0-9]+))*)
    | (?P<number>0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]+)?)
    | (?P<hash>\#{_WORD})
    | (?P<space>\s+)
    | (?P<symbol>:=|@\[|//|\\/|<-|''|⁻¹'|\]'|.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A token; `offset` counts characters from the start of the text."""

    kind: str
    text: str
    offset: int

    @property
    def end(self) -> int:
        """The offset of what follows."""
        return self.offset + len(self.text)

    @property
    def is_comment(self) -> bool:
        return self.kind in ("line_comment", "block_comment")


def position(text: str, offset: int) -> Position:
    """The place of the character at `offset`."""
    line = text.count("\n", 0, offset)
    return Position(line + 1, offset - (text.rfind("\n", 0, offset) + 1))


def words(text: str) -> list[Word]:
    """All tokens of `text` but comments. Raises NotAStatement for a comment or string that never ends."""
    return [word for word in words_and_comments(text) if not word.is_comment]


def words_and_comments(text: str) -> Iterator[Word]:
    """All tokens of `text`. Raises NotAStatement as `words` does."""
    offset = 0
    while offset < len(text):
        match = _TOKEN.match(text, offset)
        if match is None or match.lastgroup is None:
            raise ValueError("the last alternative matches any character")
        kind, end = match.lastgroup, match.end()
        if kind == "block_comment":
            end = _comment_end(text, offset)
        elif kind == "string" and (text[offset] == "r" or end == offset + 1):
            end = _string_end(text, offset, end)
        if kind != "space":
            yield Word(kind, text[offset:end], offset)
        offset = end


def _comment_end(text: str, start: int) -> int:
    depth = 0
    for match in re.compile(r"/-|-/").finditer(text, start):
        depth += 1 if match[0] == "/-" else -1
        if depth == 0:
            return match.end()
    raise NotAStatement("This comment never ends: `/-` without its `-/`.", position(text, start))


def _string_end(text: str, start: int, opened: int) -> int:
    closing = '"' + "#" * text.count("#", start, opened)
    end = text.find(closing, opened) if text[start] == "r" else -1
    if end < 0:
        raise NotAStatement('This string never ends: its closing `"` is missing.', position(text, start))
    return end + len(closing)


def sorries(text: str) -> list[Position]:
    """The places of `sorry` and `admit` outside comments and strings."""
    return [position(text, word.offset) for word in words(text) if word.text in ("sorry", "admit")]


@dataclass(frozen=True, slots=True)
class Header:
    """The `prelude` and `import` lines that a text begins with; `end` is the offset where they end."""

    imports: tuple[str, ...]
    end: int


def header(text: str) -> Header:
    """Read the header of `text`; a text without one has an empty header that ends at 0."""
    imports: list[str] = []
    end = 0
    found = words(text)
    for word, following in pairwise([*found, Word("end", "", len(text))]):
        wanted = bool(imports) and imports[-1] == ""
        if word.text == "import" and not wanted:
            imports.append("")
        elif wanted and word.kind == "name":
            imports[-1] = "" if word.text in ("all", "meta") else word.text
        elif wanted or word.text not in ("prelude", "module", "public"):
            break
        end = min(word.end, following.offset)
    return Header(tuple(name for name in imports if name), end)


@dataclass(frozen=True, slots=True)
class Edit:
    """An exchanged word: on `line` of the given text, what stood from `column` on moved right by `moved`."""

    line: int
    column: int
    moved: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text made ready for Lean, which can tell where Lean's positions are in the text as it was given.

    `added_lines` is how many lines stand before the given text; `edits` are in the order of the text.
    """

    source: str
    notes: tuple[str, ...]
    added_lines: int = 0
    edits: tuple[Edit, ...] = ()

    def given(self, place: Position) -> Position:
        """Where `place`, in `source`, is in the text as it was given."""
        line, column = place.line - self.added_lines, place.column
        if line < 1:
            return Position(1, 0)
        for edit in self.edits:
            if edit.line == line and column >= edit.column:
                column = max(edit.column, column - edit.moved)
        return Position(line, column)


def with_header(text: str, environment_header: str) -> Document:
    """Put `environment_header` before `text`, in place of a header of its own, which is blanked out."""
    text = text.replace("\r\n", "\n")
    own = header(text)
    notes = () if not own.end else (_replaced(own.imports),)
    blanked = re.sub(r"[^\n]", " ", text[: own.end]) + text[own.end :]
    return Document(f"{environment_header}\n{blanked}", notes, environment_header.count("\n") + 1)


def _replaced(imports: Sequence[str]) -> str:
    named = ", ".join(f"`{name}`" for name in imports) or "`prelude`"
    return f"The header ({named}) was replaced by that of the built-in library."
