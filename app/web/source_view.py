"""A text with Lean's messages at their places: what a person needs to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.domain.verdict import Message, Position


@dataclass(frozen=True, slots=True)
class Segment:
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Line `number` (from 1) in pieces, and the messages that begin on it."""

    number: int
    segments: tuple[Segment, ...]
    messages: tuple[Message, ...]


def marked_source(text: str, messages: Sequence[Message]) -> tuple[SourceLine, ...]:
    """`text`, with every place marked that `messages` name."""
    lines = text.split("\n")
    placed = _within(messages, lines)
    return tuple(
        SourceLine(
            number,
            _segments(line, [_columns(message, number, line) for message in placed]),
            tuple(message for message in placed if message.start.line == number),
        )
        for number, line in enumerate(lines, 1)
    )


def _within(messages: Sequence[Message], lines: list[str]) -> list[Message]:
    """Messages that point behind the text, moved to its end."""
    end = Position(len(lines), len(lines[-1]))
    return [replace(m, start=min(m.start, end), end=min(m.end, end)) for m in messages]


def _columns(message: Message, number: int, line: str) -> range:
    """The columns of line `number` that `message` is about; never empty on its first line."""
    if not message.start.line <= number <= message.end.line:
        return range(0)
    begin = message.start.column if number == message.start.line else 0
    end = message.end.column if number == message.end.line else len(line)
    return range(begin, max(end, begin + 1) if number == message.start.line else end)


def _segments(line: str, places: Sequence[range]) -> tuple[Segment, ...]:
    end = max((place.stop for place in places if len(place)), default=0)
    padded = line.ljust(min(end, len(line) + 1))
    edges = {
        0,
        len(padded),
        *(min(edge, len(padded)) for p in places if len(p) for edge in (p.start, p.stop)),
    }
    ordered = sorted(edges)
    return tuple(Segment(padded[a:b], any(a in place for place in places)) for a, b in pairwise(ordered))
