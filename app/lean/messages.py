"""What Lean says, as domain values: its messages as `lean --json` writes them, and its goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.goal import Goal
from app.domain.verdict import Message, Position, Severity

# What a process that ran a stranger's text says may be anything; these are how reading it can fail.
NOT_AN_ANSWER = (LookupError, TypeError, ValueError, AttributeError, RecursionError)


def message(record: Mapping[str, Any]) -> Message:
    """Raises one of `NOT_AN_ANSWER` if it is not a message."""
    start, end = record["pos"], record["endPos"] or record["pos"]
    return Message(
        Severity(record["severity"]),
        _text(record["data"]),
        Position(_number(start["line"]), _number(start["column"])),
        Position(_number(end["line"]), _number(end["column"])),
    )


def goals(printed: Sequence[str]) -> tuple[Goal, ...]:
    """The goals of one place; there is none outside a proof. Raises as `message` does."""
    return tuple(Goal.parse(_text(goal)) for goal in printed)


def _text(said: object) -> str:
    """Raises ValueError also for half a character, which Lean never writes and nobody can write on."""
    if not isinstance(said, str):
        raise TypeError("not a text")
    said.encode()
    return said


def _number(said: object) -> int:
    if type(said) is not int:
        raise TypeError("not a number")
    return said
