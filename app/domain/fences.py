"""The blocks of code in a reply, whichever way they are fenced.

A fence may stand behind a word or in a numbered list, its code may begin on its line, it may close at the end
of the last line of code, or never. Where a reply begins with a command of Lean, no fence need open it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.tactic_text import dedented

COMMAND = re.compile(
    r"^(?:@\[[^\]\n]*\]\s*)?(?:(?:private|protected|nonrec|noncomputable)\s+)*"
    r"(?P<keyword>theorem|lemma|example|def|abbrev|instance|structure|inductive|class|axiom|opaque|namespace|"
    r"section|end|open|variable|universe|set_option|import|local|scoped|notation|macro|syntax|elab|attribute|"
    r"#\w+)(?![\w.'!?])",
    re.M,
)
_OPENS = re.compile(
    r"(?:^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?P<fence>`{3,}|~{3,})[ \t]*(?P<language>[\w+-]*)"
    r"|(?P<later>`{3,})(?P<lean>lean4?)\b)[ \t]*(?P<rest>[^\n`]*)(?=\n|```|\Z)",
    re.M | re.I,
)
_LEAN = re.compile(r"(?:lean|tactic)\w*", re.I)
_BEFORE = r"(?>\s+|--[^\n]*\n|/-.*?-/)*+"
_IS_LEAN = re.compile(rf"{_BEFORE}(?={COMMAND.pattern})", re.M | re.S)
_STATES = re.compile(r"\b(?:theorem|lemma|example)\b")
_BEGINS_CODE = re.compile(rf"(?:by\b|:=|{COMMAND.pattern.removeprefix('^')})")


@dataclass(frozen=True, slots=True)
class Fenced:
    """A block: its `code` as far to the left as it goes, and `start`, the offset of its fence in the reply.

    `is_lean` says whether the fence calls it so: None where it calls it nothing.
    """

    code: str
    start: int
    is_lean: bool | None


def blocks(reply: str) -> Iterator[Fenced]:
    """The blocks of `reply` from the first to the last; the last may be unfinished."""
    offset = 0
    if _IS_LEAN.match(reply) and _STATES.search(reply):
        block, offset = _block(reply, 0, 0, "```", True)
        yield block
    while opening := _OPENS.search(reply, offset):
        language = opening["language"] or opening["lean"] or ""
        is_lean = _LEAN.fullmatch(language) is not None if language else None
        on_its_line = is_lean and _BEGINS_CODE.match(opening["rest"])
        begin = opening.start("rest") if on_its_line else opening.end()
        fence = opening["fence"] or opening["later"]
        block, offset = _block(reply, opening.start(), begin, fence, is_lean)
        yield block


def _block(reply: str, start: int, begin: int, fence: str, is_lean: bool | None) -> tuple[Fenced, int]:
    """The block whose code begins at `begin`, and the offset from which to look for the next."""
    shut = rf"[ \t]*`{{{len(fence)},}}" if fence.startswith("`") else rf"^[ \t]*~{{{len(fence)},}}[ \t]*$"
    closing = re.compile(shut, re.M).search(reply, begin)
    end, after = closing.span() if closing else (len(reply), len(reply))
    code = dedented(reply[begin:end].removeprefix("\n"))
    return Fenced(code, start, is_lean), end if _opens_lean(reply, end, after) else after


def _opens_lean(reply: str, end: int, after: int) -> bool:
    """Whether what closes a block opens the next, as the block itself was never closed."""
    again = _OPENS.search(reply, end)
    return again is not None and again.start() < after and bool(_LEAN.fullmatch(again["language"] or ""))
