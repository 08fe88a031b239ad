"""What models have said, laid out for a page: a stranger's text, cut where it is long, and never markup."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.sampling import Ending
from app.domain.trace import Fate, Judged
from app.store.samples import Kept
from app.web.plan import cut
from app.web.source_view import SourceLine, marked_source

LONGEST = 3000  # characters of one reply, or of one prompt, on a page
LINES = 120  # of a text with Lean's messages
_FENCED = re.compile(r"```[^\n]*\n(?P<code>.*?)(?:\n[ \t]*```|\Z)", re.DOTALL)
FATES = {
    Fate.ACCEPTED: "Lean accepts it",
    Fate.INCOMPLETE: "Lean accepts it, with gaps",
    Fate.REJECTED: "Lean rejects it",
    Fate.UNUSABLE: "It cannot be used",
    Fate.UNDECIDED: "Lean could not be asked, which says nothing about it",
    Fate.UNJUDGED: "Nothing for Lean to judge",
}
_ENDINGS = {
    Ending.COMPLETE: "",
    Ending.LENGTH: "cut at its limit of tokens",
    Ending.CUT: "broken off on the way",
    Ending.CALL: "ended with a call of a tool",
    Ending.WITHHELD: "withheld by its server's filter",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a reply: prose, or code between fences."""

    text: str
    is_code: bool


@dataclass(frozen=True, slots=True)
class ReplyView:
    """One reply; `lines` are its code with Lean's messages; `is_cut` says that there is more."""

    number: int
    fate: str
    kind: str
    tokens: int
    elapsed_s: float
    ending: str
    pieces: tuple[Piece, ...]
    thoughts: str
    note: str
    lines: tuple[SourceLine, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """All that one prompt has brought; `number` is that of the record of samples."""

    number: int
    way: str
    model: str
    template: str
    digest: str
    prompt: str
    prompt_is_cut: bool
    failures: tuple[str, ...]
    replies: tuple[ReplyView, ...]
    tokens: int


def group_view(kept: Kept) -> GroupView:
    group, prompt = kept.group, kept.group.prompt
    return GroupView(
        number=kept.number,
        way=group.way,
        model=group.model,
        template=prompt.template,
        digest=prompt.digest,
        prompt=cut(whole_prompt(kept), LONGEST),
        prompt_is_cut=len(whole_prompt(kept)) > LONGEST,
        failures=group.failures,
        replies=tuple(_reply(number, judged) for number, judged in enumerate(group.judged, 1)),
        tokens=group.tokens,
    )


def whole_prompt(kept: Kept) -> str:
    """The prompt as it was sent, with the place of the gap that it had."""
    prompt = kept.group.prompt
    return f"{prompt.text}\n[the gap]\n{prompt.suffix}" if prompt.suffix else prompt.text


def whole_reply(judged: Judged) -> str:
    """All that a model said, its thoughts first."""
    sample = judged.sample
    return f"[thoughts]\n{sample.thoughts}\n\n[reply]\n{sample.text}" if sample.thoughts else sample.text


def _reply(number: int, judged: Judged) -> ReplyView:
    sample = judged.sample
    return ReplyView(
        number=number,
        fate=FATES[judged.fate],
        kind=judged.fate.value,
        tokens=sample.tokens,
        elapsed_s=sample.elapsed_s,
        ending=_ENDINGS[sample.ending],
        pieces=_pieces(cut(sample.text, LONGEST)),
        thoughts=cut(sample.thoughts, LONGEST),
        note=judged.note,
        lines=_lines(judged),
        is_cut=max(len(sample.text), len(sample.thoughts)) > LONGEST,
    )


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    end = 0
    for match in _FENCED.finditer(text):
        pieces += [Piece(text[end : match.start()].strip(), False), Piece(match["code"], True)]
        end = match.end()
    return tuple(piece for piece in [*pieces, Piece(text[end:].strip(), False)] if piece.text.strip())


def _lines(judged: Judged) -> tuple[SourceLine, ...]:
    """The code, where Lean has said something about it, as far as it is shown."""
    shown = judged.code.split("\n")[:LINES]
    messages = [message for message in judged.messages if message.start.line <= len(shown)]
    return marked_source(cut("\n".join(shown), 4 * LONGEST), messages) if messages else ()
