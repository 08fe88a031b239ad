"""How much one person, one network and everybody may ask for at once."""

from __future__ import annotations

import logging
import math
import time
from threading import Lock

from limits import RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import MovingWindowRateLimiter
from sqlalchemy import Engine

from app.domain.errors import LimitReached
from app.domain.job import Bounds
from app.settings import Settings
from app.store import ledger

_log = logging.getLogger(__name__)


class Limits:
    """Counts submissions in the last minute, on Redis where there is one, so that web servers count together.

    While Redis is away each server counts by itself.
    """

    def __init__(self, settings: Settings, db: Engine) -> None:
        self._db, self._settings = db, settings
        self._own = MovingWindowRateLimiter(MemoryStorage())
        self._shared = (
            MovingWindowRateLimiter(_redis(settings.redis_url)) if settings.redis_url else self._own
        )
        self.turn = Lock()  # of a submission: threads that met in the database would sleep there for longer
        self.bounds = Bounds(settings.owner_jobs, settings.address_jobs, settings.queue_limit)

    def admit(self, owner: str | None, address: str) -> None:
        """Count one more problem of `owner`, None if unknown, from `address`. Raises LimitReached."""
        settings = self._settings
        hourly = ledger.Spending(settings.address_lean_s, settings.address_tokens)
        rates = [("network", address, settings.address_rate, hourly)]
        if owner is not None:
            hourly = ledger.Spending(settings.owner_lean_s, settings.owner_tokens)
            rates.insert(0, ("browser", ledger.owner_account(owner), settings.owner_rate, hourly))
        for who, account, rate, most in rates:
            self._within_rate(who, account, rate)
            self._within_ledger(who, account, most)

    def _within_rate(self, who: str, account: str, rate: int) -> None:
        item = RateLimitItemPerMinute(rate)
        try:
            wait_s = _hit(self._shared, item, account)
        except StorageError:
            _log.warning("Redis does not count submissions; this server counts its own")
            wait_s = _hit(self._own, item, account)
        if wait_s:
            words = f"{rate} statements came from this {who} within a minute, which is as many as it may set."
            raise LimitReached(words, wait_s, "rate")

    def _within_ledger(self, who: str, account: str, most: ledger.Spending) -> None:
        spent, all_of_it = ledger.spent(self._db, account), "all that it may have in this hour"
        if spent.lean_s >= most.lean_s:
            words = f"Lean has worked {most.lean_s:,.0f} seconds for this {who}, {all_of_it}."
            raise LimitReached(words, ledger.next_hour_in_s(), "lean")
        if spent.tokens >= most.tokens:
            words = f"Models have read and written {most.tokens:,} tokens for this {who}, {all_of_it}."
            raise LimitReached(words, ledger.next_hour_in_s(), "tokens")


def in_words(seconds: int) -> str:
    """A waiting time for a person."""
    if seconds < 90:
        return f"{seconds} second{'s' * (seconds != 1)}"
    return f"{math.ceil(seconds / 60)} minutes"


def _hit(limiter: MovingWindowRateLimiter, item: RateLimitItemPerMinute, account: str) -> int:
    """Count once more; the seconds until there is room if there is none now, else 0."""
    if limiter.hit(item, account):
        return 0
    return max(math.ceil(limiter.get_window_stats(item, account).reset_time - time.time()), 1)


def _redis(url: str) -> RedisStorage:
    """Celery writes a socket as redis+socket://, this library as redis+unix://."""
    return RedisStorage(url.replace("redis+socket://", "redis+unix://", 1), wrap_exceptions=True)
