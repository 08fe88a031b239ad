"""How long Lean has worked, which is what a problem costs whoever serves it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Meter:
    """Counts the seconds for which Lean processes are at work: two at once count double."""

    def __init__(self) -> None:
        self._ended_s = 0.0  # less the moment at which each began that is at work
        self._at_work = 0

    @property
    def lean_s(self) -> float:
        """All seconds so far, those of the processes that are at work included."""
        return self._ended_s + self._at_work * time.monotonic()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Around whatever one process does."""
        self._ended_s -= time.monotonic()
        self._at_work += 1
        try:
            yield
        finally:
            self._at_work -= 1
            self._ended_s += time.monotonic()
