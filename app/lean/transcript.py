"""What the server has said about one version of its document, and the verdict that this makes.

Silence is not success: `Checked` needs Lean's own word that it came to the end of the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.domain.goal import Goal
from app.domain.verdict import (
    Checked,
    Hole,
    Incomplete,
    Message,
    Position,
    Reason,
    Rejected,
    Severity,
    Undecided,
    Verdict,
)
from app.lean.messages import Lines, message

_FATAL = 2  # the kind of progress of a file that Lean has given up
_USES_SORRY = re.compile(r"declaration uses [`']sorry[`']")
_EXIT = "using 'exit' to interrupt Lean"
_TOP = Position(1, 0)


class Transcript:
    """Diagnostics and progress of one version; what is about another version is dropped."""

    def __init__(self, source: str = "", version: int = 0) -> None:
        self.source = source
        self.version = version
        self.lines = Lines(source)
        self._diagnostics: list[Mapping[str, Any]] = []
        self._processing: list[Mapping[str, Any]] | None = None

    @property
    def size(self) -> int:
        """How many diagnostics there are."""
        return len(self._diagnostics)

    @property
    def at(self) -> Position | None:
        """Where Lean is working, None when it is not."""
        return self.lines.from_server(self._processing[0]["range"]["start"]) if self._processing else None

    @property
    def fatal(self) -> bool:
        """Whether Lean gave up the file: its header cannot be read or its imports cannot be loaded."""
        return any(part["kind"] == _FATAL for part in self._processing or ())

    def diagnosed(self, params: Mapping[str, Any]) -> None:
        """Take `textDocument/publishDiagnostics`."""
        if params.get("version") == self.version:
            kept = self._diagnostics if params.get("isIncremental") else []
            self._diagnostics = [*kept, *params["diagnostics"]]

    def progressed(self, params: Mapping[str, Any]) -> None:
        """Take `$/lean/fileProgress`."""
        if params["textDocument"].get("version") == self.version:
            self._processing = params["processing"]

    def verdict(self, goals: tuple[tuple[Goal, ...], ...], holes: tuple[Hole, ...] = ()) -> Verdict:
        """To be asked when the server has said that all diagnostics are there."""
        messages = tuple(sorted(self._messages(), key=lambda m: m.start))
        errors = [m for m in messages if m.severity is Severity.ERROR]
        unloaded = [m for m in errors if m.start == m.end == _TOP]
        if self.fatal and unloaded:
            return Undecided(Reason.CHECKER_ERROR, unloaded[0].text)
        if errors:
            return Rejected(messages, goals)
        if self._processing != []:
            return Undecided(Reason.CHECKER_ERROR, "Lean stopped before the end of the file.")
        if any(m.text == _EXIT for m in messages):
            return Undecided(Reason.CHECKER_ERROR, "Lean did not read the file beyond `#exit`.")
        if any(_USES_SORRY.fullmatch(m.text) for m in messages):
            return Incomplete(holes, messages, goals)
        return Checked(messages, goals)

    def _messages(self) -> list[Message]:
        return [message(diagnostic, self.lines) for diagnostic in self._diagnostics]
