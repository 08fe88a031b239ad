"""What a job has cost in Lean seconds, put into the ledger while it runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sqlalchemy import Engine

from app.store import ledger
from workers.outage import OUTAGE


class Bill:
    """Charges one job for what Lean has worked since the last time; `lean_s` counts for ever."""

    def __init__(self, db: Engine, job_id: str, lean_s: Callable[[], float]) -> None:
        self._db, self._job_id, self._lean_s = db, job_id, lean_s
        self._charged_s = lean_s()

    async def charge(self) -> None:
        """What cannot be written now is charged the next time."""
        before, now = self._charged_s, self._lean_s()
        if now <= before:
            return
        self._charged_s = now
        try:
            await asyncio.to_thread(ledger.charge, self._db, self._job_id, now - before)
        except OUTAGE:
            self._charged_s -= now - before
