"""What a job has cost in Lean seconds and tokens, put into the ledger while it runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sqlalchemy import Engine

from app.store import ledger
from workers.outage import OUTAGE


class Bill:
    """Charges one job for what was used since the last time; `lean_s` and `tokens` count for ever."""

    def __init__(
        self, db: Engine, job_id: str, lean_s: Callable[[], float], tokens: Callable[[], int] = lambda: 0
    ) -> None:
        self._db, self._job_id, self._lean_s, self._tokens = db, job_id, lean_s, tokens
        self._charged_s, self._charged_tokens = lean_s(), tokens()

    async def charge(self) -> None:
        """What cannot be written now is charged the next time."""
        lean_s, tokens = self._lean_s() - self._charged_s, self._tokens() - self._charged_tokens
        if lean_s <= 0 and tokens <= 0:
            return
        self._charged_s += lean_s
        self._charged_tokens += tokens
        try:
            await asyncio.to_thread(ledger.charge, self._db, self._job_id, lean_s, tokens)
        except OUTAGE:
            self._charged_s -= lean_s
            self._charged_tokens -= tokens
