"""When the database cannot be used for a while: locked, full, restarted, or out of reach."""

from __future__ import annotations

import logging

from sqlalchemy.exc import InterfaceError, InternalError, OperationalError

OUTAGE = (OperationalError, InterfaceError, InternalError)


class Trouble:
    """Writes the beginning and the end of a trouble to the log, and nothing between."""

    def __init__(self, log: logging.Logger, begins: str, ends: str) -> None:
        self._log, self._begins, self._ends = log, begins, ends
        self.lasts = False

    def met(self, error: BaseException) -> None:
        """The log gets the kind of `error` only: its message may quote what people typed, or a password."""
        if not self.lasts:
            self._log.warning("%s (%s)", self._begins, type(error).__name__)
        self.lasts = True

    def over(self) -> None:
        if self.lasts:
            self._log.info("%s", self._ends)
        self.lasts = False
