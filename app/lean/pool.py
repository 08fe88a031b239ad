"""Warm workers for many callers. A worker that crashed, hung or grew is replaced by a new one."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress

from app.domain.errors import CheckerUnavailable
from app.domain.verdict import Position, Reason, Undecided, Verdict
from app.lean import launch
from app.lean.environments import CoreLean
from app.lean.jail import LIMITS_ONLY, Jail, held_bytes
from app.lean.meter import Meter
from app.lean.worker import LeanWorker

_SHUT_DOWN = "The Lean workers have been shut down."


class LeanPool:
    """A `Checker` over at most `size` Lean processes; callers wait in the order in which they came.

    Processes start when they are needed, or all at once with `warm`. One is retired after `checks` checks or
    when it holds `retire_bytes` of memory after a check. It belongs to one event loop, and its processes die
    with the thread of that loop. `meter` counts how long they work.
    """

    def __init__(
        self,
        core: CoreLean,
        size: int = 2,
        limits: launch.Limits | None = None,
        checks: int = 5000,
        retire_bytes: int = 1 << 30,
        meter: Meter | None = None,
        jail: Jail = LIMITS_ONLY,
    ) -> None:
        self._core = core
        self._jail = jail
        self._size = size
        self._limits = limits
        self._checks = checks
        self._retire_bytes = retire_bytes
        self._meter = meter or Meter()
        self._free = asyncio.Semaphore(size)
        self._idle: list[LeanWorker] = []
        self._started: set[LeanWorker] = set()
        self._beside: set[asyncio.Task[None]] = set()
        self._closed = False

    async def __aenter__(self) -> LeanPool:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @property
    def pids(self) -> frozenset[int]:
        """The processes that are running."""
        return frozenset(worker.pid for worker in self._started)

    async def warm(self) -> None:
        """Start every process now. Raises CheckerUnavailable if one cannot be started."""
        workers: list[LeanWorker] = []
        try:
            for _ in range(self._size):
                workers.append(await self._borrow())
        finally:
            for worker in workers:
                self._give_back(worker)

    async def close(self) -> None:
        """End all processes and wait until they are gone; checks that are under way are undecided."""
        self._closed = True
        for worker in list(self._started):
            self._retire(worker)
        while self._beside:
            await asyncio.gather(*self._beside)

    async def check(
        self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
    ) -> Verdict:
        """See `Checker.check`."""
        clock = asyncio.get_running_loop().time
        ends = clock() + deadline_s
        try:
            async with asyncio.timeout_at(ends):
                worker = await self._borrow()
        except TimeoutError:
            return Undecided(Reason.TIMEOUT, f"No Lean worker was free within {deadline_s:g} s.")
        try:
            with self._meter.at_work():
                return await worker.check(source, ends - clock(), goals_at)
        finally:
            self._give_back(worker)

    async def _borrow(self) -> LeanWorker:
        await self._free.acquire()
        try:
            return self._living() or await self._start()
        except BaseException:
            self._free.release()
            raise

    def _living(self) -> LeanWorker | None:
        """The worker that was used last: the others may rest."""
        while self._idle:
            worker = self._idle.pop()
            if worker.alive:
                return worker
            self._retire(worker)
        return None

    async def _start(self) -> LeanWorker:
        if self._closed:
            raise CheckerUnavailable(_SHUT_DOWN)
        worker = LeanWorker(self._core, self._limits, self._jail)
        self._started.add(worker)
        try:
            await worker.start()
        except BaseException:
            self._retire(worker)
            raise
        if self._closed:  # meanwhile, perhaps when there was no process yet to be ended
            await worker.close()
            raise CheckerUnavailable(_SHUT_DOWN)
        return worker

    def _give_back(self, worker: LeanWorker) -> None:
        """Does not wait, so that nothing can interrupt it."""
        if self._closed or not worker.alive or self._worn(worker):
            self._retire(worker)
            self._attend(self._replace())
        else:
            self._idle.append(worker)
        self._free.release()

    async def _replace(self) -> None:
        """Start a process for one that ended, so that the next caller need not wait for it."""
        async with self._free:
            if not self._closed and len(self._started) < self._size:
                with suppress(CheckerUnavailable):  # who asks next is told
                    self._idle.append(await self._start())

    def _worn(self, worker: LeanWorker) -> bool:
        return worker.checks >= self._checks or held_bytes(worker.pid) >= self._retire_bytes

    def _retire(self, worker: LeanWorker) -> None:
        if worker in self._started:
            self._started.discard(worker)
            self._attend(worker.close())

    def _attend(self, work: Coroutine[None, None, None]) -> None:
        """Have it done while nobody waits; `close` waits for it."""
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
