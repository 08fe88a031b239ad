"""Lean's answers as domain values. The server counts columns in UTF-16 units, the domain in characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lsprotocol import types

from app.domain.goal import Goal
from app.domain.verdict import Message, Position, Severity

_SEVERITIES = {
    types.DiagnosticSeverity.Error: Severity.ERROR,
    types.DiagnosticSeverity.Warning: Severity.WARNING,
}


class Lines:
    """The lines of a source, to turn positions into those of the protocol and back."""

    def __init__(self, source: str) -> None:
        self._lines = source.split("\n")

    def to_server(self, place: Position) -> types.Position:
        """A place outside the text stays outside."""
        line = self._line(place.line - 1)
        beyond = max(0, place.column - len(line))
        return types.Position(place.line - 1, _units(line[: place.column]) + beyond)

    def from_server(self, place: Mapping[str, int]) -> Position:
        line, units = self._line(place["line"]), place["character"]
        if line.isascii():
            return Position(place["line"] + 1, units)
        column = 0
        while units > 0:
            units -= _units(line[column : column + 1]) or 1
            column += 1
        return Position(place["line"] + 1, column)

    def _line(self, number: int) -> str:
        return self._lines[number] if 0 <= number < len(self._lines) else ""


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def message(diagnostic: Mapping[str, Any], lines: Lines) -> Message:
    """One of the server's diagnostics. `fullRange` is Lean's; `range` is cut at the end of its first line."""
    place = diagnostic.get("fullRange") or diagnostic["range"]
    return Message(
        _SEVERITIES.get(diagnostic.get("severity"), Severity.INFORMATION),  # type: ignore[arg-type]
        diagnostic["message"],
        lines.from_server(place["start"]),
        lines.from_server(place["end"]),
    )


def goals(answer: Mapping[str, Any] | None) -> tuple[Goal, ...]:
    """The answer to `$/lean/plainGoal` or `$/lean/plainTermGoal`; there is none outside a proof."""
    if answer is None:
        return ()
    rendered: Sequence[str] = answer["goals"] if "goals" in answer else [answer["goal"]]
    return tuple(Goal.parse(text) for text in rendered)
