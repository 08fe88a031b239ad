"""What Lean says, as domain values: its messages as `lean --json` writes them, and its goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.goal import Goal
from app.domain.verdict import Message, Position, Severity


def message(record: Mapping[str, Any]) -> Message:
    """Raises LookupError, TypeError or ValueError if it is not a message."""
    start, end = record["pos"], record["endPos"] or record["pos"]
    return Message(
        Severity(record["severity"]),
        str(record["data"]),
        Position(start["line"], start["column"]),
        Position(end["line"], end["column"]),
    )


def goals(printed: Sequence[str]) -> tuple[Goal, ...]:
    """The goals of one place; there is none outside a proof."""
    return tuple(map(Goal.parse, printed))
