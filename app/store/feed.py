"""News of journals, for all pages and programs that one process serves.

One small query finds which of the followed jobs have news. New entries are read and decoded once for all
who follow a job, and handed over in memory; whoever is too far behind reads the rest by itself.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine, bindparam, select
from sqlalchemy.exc import SQLAlchemyError

from app.domain.errors import JobNotFound
from app.domain.events import Entry
from app.domain.job import JobState
from app.store import journal
from app.store.tables import jobs

POLL_S = 0.04
EACH_S = 0.00005  # longer for each followed job, as the question costs a quarter of that
LONGEST_PAUSE_S = 2.0  # between two questions to a database that does not answer
WINDOW = 64  # entries of a job that are kept for all, and the most that are read for all at once
ALONE = 16  # entries that one reads who is too far behind: a slow reader holds them for long
GONE = "This statement was deleted, or its link was taken back."
_STANDINGS = select(jobs.c.id, jobs.c.latest, jobs.c.state, jobs.c.private, jobs.c.share)
_STANDINGS = _STANDINGS.where(jobs.c.id.in_(bindparam("followed", expanding=True)))
_log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Standing:
    latest: int
    finished: bool
    private: bool
    share: str | None


@dataclass(frozen=True, slots=True)
class _News:
    """How a job stands, and its new entries, of which the last has the number `read`.

    They are left out if there is one that this version cannot read: then the followers ask for them, and each
    fails by itself while those of other jobs go on.
    """

    standing: _Standing
    read: int
    entries: Sequence[Entry]


class _Channel:
    """What all who follow one job share."""

    def __init__(self) -> None:
        self.followers = 0
        self.opening = asyncio.Lock()
        self.opened = False
        self.read = 0
        self.changed = asyncio.Event()  # another one after each change
        self._standing: _Standing | None = None
        self._window: deque[Entry] = deque(maxlen=WINDOW)

    def hear(self, news: _News | None) -> None:
        """Take what was found in the database; None for a job that is not there."""
        before = (self._standing, self.read)
        self.opened, self._standing = True, None if news is None else news.standing
        if news is not None and news.read > self.read:
            self.read = news.read
            if not news.entries:
                self._window.clear()
            self._window.extend(news.entries)
        if before != (self._standing, self.read):
            self.changed.set()
            self.changed = asyncio.Event()

    def must_be_open_to(self, entitled: bool, share: str | None) -> None:
        """Raises JobNotFound."""
        job = self._standing
        if job is None or (job.share != share if share is not None else job.private and not entitled):
            raise JobNotFound(GONE)

    def has_ended(self) -> bool:
        return self._standing is not None and self._standing.finished and self.read >= self._standing.latest

    def after(self, seen: int) -> Sequence[Entry]:
        """The entries that follow `seen`; none if they are no longer kept."""
        if not self._window or self._window[0].number > seen + 1:
            return ()
        return [entry for entry in self._window if entry.number > seen]


class Feed:
    """Follows any number of jobs, and asks nothing while nobody follows."""

    def __init__(self, db: Engine) -> None:
        self._db = db
        self._channels: dict[str, _Channel] = {}
        self._followed = asyncio.Event()
        self._thread = ThreadPoolExecutor(1, "feed")  # its own, so that no crowd of readers delays the news
        self._watch: asyncio.Task[None] | None = None
        self._in_trouble = False

    async def __aenter__(self) -> Self:
        self._watch = asyncio.create_task(self._watching())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._watch is not None:
            self._watch.cancel()
            with suppress(asyncio.CancelledError):
                await self._watch
        self._thread.shutdown(wait=False)

    async def follow(
        self, job_id: str, after: int = 0, entitled: bool = True, share: str | None = None
    ) -> AsyncIterator[Entry]:
        """Entries above `after`, each exactly once and in order, ending with the outcome.

        Ends at once if the outcome is not above `after`. Raises JobNotFound, also later: once the job is
        deleted; once it is private, for who is not `entitled`; and once its link is not `share` any longer,
        for who came by that link.
        """
        async with aclosing(self.batches(job_id, after, entitled, share)) as batches:
            async for batch in batches:
                for entry in batch:
                    yield entry

    async def batches(
        self,
        job_id: str,
        after: int = 0,
        entitled: bool = True,
        share: str | None = None,
        silence_s: float | None = None,
    ) -> AsyncGenerator[Sequence[Entry], None]:
        """The same, as many at once as are there, up to `WINDOW`; none after `silence_s` without news."""
        channel = self._channels.setdefault(job_id, _Channel())
        channel.followers += 1
        try:
            await self._open(channel, job_id, after)
            while True:
                changed = channel.changed
                channel.must_be_open_to(entitled, share)
                if after < channel.read:
                    batch = channel.after(after) or await self._past(job_id, after)
                    yield batch
                    after = batch[-1].number
                elif channel.has_ended():
                    return
                elif not await _happens(changed, silence_s):
                    yield ()
        finally:
            self._leave(channel, job_id)

    async def _open(self, channel: _Channel, job_id: str, after: int) -> None:
        """The first who comes finds out how the job stands; `after` is what it has."""
        async with channel.opening:
            if not channel.opened:
                found = await self._asked(None, _news, {job_id: after}, newest=True)
                channel.hear(found.get(job_id))
                self._followed.set()

    def _leave(self, channel: _Channel, job_id: str) -> None:
        channel.followers -= 1
        if not channel.followers:
            del self._channels[job_id]
        if not self._channels:
            self._followed.clear()

    async def _past(self, job_id: str, seen: int) -> Sequence[Entry]:
        """Some of what follows `seen`, from the database. Raises JobNotFound if it is there no longer."""
        found = await self._asked(None, journal.entries, job_id, seen, ALONE)
        if not found:
            raise JobNotFound(GONE)
        return found

    async def _watching(self) -> None:
        while True:
            await self._followed.wait()
            open_ones = {job: channel for job, channel in self._channels.items() if channel.opened}
            read = {job: channel.read for job, channel in open_ones.items()}
            found = await self._asked(self._thread, _news, read)
            for job, channel in open_ones.items():
                channel.hear(found.get(job))
            behind = any(news.read < news.standing.latest for news in found.values())
            await asyncio.sleep(0 if behind else POLL_S + EACH_S * len(read))

    async def _asked(
        self,
        thread: ThreadPoolExecutor | None,
        question: Callable[Concatenate[Engine, P], T],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> T:
        """The answer to `question`, however long the database takes until it can be asked."""
        loop, pause_s = asyncio.get_running_loop(), POLL_S
        while True:
            try:
                asked = loop.run_in_executor(thread, lambda: question(self._db, *arguments, **named))
                answer = await asked
            except SQLAlchemyError as error:
                self._note(error)
                await asyncio.sleep(pause_s)
                pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
            else:
                self._note(None)
                return answer

    def _note(self, error: SQLAlchemyError | None) -> None:
        """Write the beginning and the end of trouble to the log, and nothing between."""
        if error and not self._in_trouble:
            _log.warning("the journal cannot be read; trying again", exc_info=error)
        elif self._in_trouble and not error:
            _log.info("the journal can be read again")
        self._in_trouble = error is not None


async def _happens(event: asyncio.Event, within_s: float | None) -> bool:
    try:
        async with asyncio.timeout(within_s):
            await event.wait()
    except TimeoutError:
        return False
    return True


def _news(db: Engine, read: Mapping[str, int], newest: bool = False) -> dict[str, _News]:
    """What there is of each job that exists, above the number that was `read`, but at most `WINDOW` entries.

    Where there are more, they are the first of them, or the `newest`.
    """
    with db.connect() as connection:
        found = connection.execute(_STANDINGS, {"followed": list(read)}).all()
        standings = {
            job: _Standing(latest, state == JobState.FINISHED, *rest) for job, latest, state, *rest in found
        }
        return {job: _of_one(connection, job, it, read[job], newest) for job, it in standings.items()}


def _of_one(connection: Connection, job_id: str, job: _Standing, read: int, newest: bool) -> _News:
    after = max(read, job.latest - WINDOW) if newest else read
    if after >= job.latest:
        return _News(job, job.latest, ())
    try:
        entries = journal.read(connection, job_id, after, WINDOW)
    except (KeyError, ValueError):
        _log.exception("an entry of job %s cannot be read", job_id)
        entries = []
    return _News(job, entries[-1].number if entries else job.latest, entries)
