"""Lean's messages at their places in a text."""

from __future__ import annotations

import pytest

from app.domain.verdict import Message, Position, Severity
from app.web.source_view import SourceLine, marked_source


def message(start: tuple[int, int], end: tuple[int, int]) -> Message:
    return Message(Severity.ERROR, "wrong", Position(*start), Position(*end))


def marked(lines: tuple[SourceLine, ...]) -> list[str]:
    """Each line with its marked pieces in brackets."""
    return ["".join(f"[{s.text}]" if s.marked else s.text for s in line.segments) for line in lines]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((1, 2), (1, 4), ["ab[cd]e", "fghij"]),
        ((1, 2), (1, 2), ["ab[c]de", "fghij"]),
        ((1, 3), (2, 2), ["abc[de]", "[fg]hij"]),
        ((2, 5), (2, 5), ["abcde", "fghij[ ]"]),
        ((2, 9), (2, 9), ["abcde", "fghij[ ]"]),
    ],
)
def test_the_place_of_a_message_is_marked(
    start: tuple[int, int], end: tuple[int, int], expected: list[str]
) -> None:
    lines = marked_source("abcde\nfghij", [message(start, end)])

    assert marked(lines) == expected


def test_a_message_stands_on_the_line_where_it_begins() -> None:
    lines = marked_source("a\nb", [message((2, 0), (2, 1))])

    assert [len(line.messages) for line in lines] == [0, 1]


def test_messages_may_overlap() -> None:
    lines = marked_source("abcdef", [message((1, 0), (1, 3)), message((1, 2), (1, 5))])

    assert marked(lines)[0].replace("][", "") == "[abcde]f"
    assert len(lines[0].messages) == 2


def test_a_place_behind_the_text_loses_no_message() -> None:
    lines = marked_source("abc", [message((7, 0), (7, 1))])

    assert [m.text for line in lines for m in line.messages] == ["wrong"]
