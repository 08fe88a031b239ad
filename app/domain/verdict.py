"""What Lean says about a source, and what can only be said about the asking.

`Undecided` is never a 'no': a timeout, a crash or an empty reply says nothing about the mathematics.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.goal import Goal


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text as Lean prints it: `line` from 1, `column` in characters from 0."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Message:
    """One of Lean's own messages, with its place in the text that was checked."""

    severity: Severity
    text: str
    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Hole:
    """A `sorry` in the source and the goals that Lean has there; `is_term` where it stands for a term."""

    position: Position
    goals: tuple[Goal, ...]
    is_term: bool = False


class Reason(StrEnum):
    """Why nothing was decided."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    OUTPUT_LIMIT = "output_limit"
    CRASHED = "crashed"
    CANCELLED = "cancelled"
    CHECKER_ERROR = "checker_error"


@dataclass(frozen=True, slots=True)
class Checked:
    """Elaborated, no error, no `sorry`. A warm worker's opinion: not yet 'proved'."""

    messages: tuple[Message, ...] = ()
    goals: tuple[tuple[Goal, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Elaborated without error, with `sorry` in it."""

    holes: tuple[Hole, ...]
    messages: tuple[Message, ...] = ()
    goals: tuple[tuple[Goal, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """Lean reported at least one error."""

    messages: tuple[Message, ...]
    goals: tuple[tuple[Goal, ...], ...] = ()

    @property
    def first_error(self) -> Message:
        return min((m for m in self.messages if m.severity is Severity.ERROR), key=lambda m: m.start)


@dataclass(frozen=True, slots=True)
class Undecided:
    """Nothing was learned about the source; `detail` is for a person to read."""

    reason: Reason
    detail: str = ""


Verdict = Checked | Incomplete | Rejected | Undecided
