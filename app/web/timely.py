"""Questions to a database that may not answer: who asks waits a little, and one thread at most is stuck."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy.exc import SQLAlchemyError

T = TypeVar("T")


class Timely(Generic[T]):
    """The answer to `question`, which blocks; those who ask at once, or within `kept_s` seconds, share it."""

    def __init__(self, question: Callable[[], T], kept_s: float = 0.0) -> None:
        self._question, self._kept_s = question, kept_s
        self._asked: asyncio.Task[T] | None = None
        self._since = 0.0

    async def answer(self, within_s: float) -> T | None:
        """None if the database fails, or does not answer in time."""
        asked = self._asked
        if asked is None or (asked.done() and time.monotonic() - self._since >= self._kept_s):
            asked = self._asked = asyncio.create_task(asyncio.to_thread(self._question))
            self._since = time.monotonic()
        done, _ = await asyncio.wait({asked}, timeout=within_s)
        if not done or isinstance(asked.exception(), SQLAlchemyError):
            return None
        return asked.result()
