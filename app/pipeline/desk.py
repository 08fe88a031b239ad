"""What people do to the nodes of a running job, handed to whoever works on them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.act import Act
from app.ports import Journal

LOOK_S = 0.3


@dataclass(slots=True)
class Desk:
    """`busy` counts who still works on the job: as long, a person may turn to what was left."""

    journal: Journal
    busy: int = 0
    _last: int = 0
    _acts: dict[str, deque[Act]] = field(default_factory=dict)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        self.busy += 1
        try:
            yield
        finally:
            self.busy -= 1
            self._changed.set()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """While others work for one who is at work."""
        self.busy -= 1
        try:
            yield
        finally:
            self.busy += 1

    async def listen(self) -> None:
        """Hear what people do, until it is cancelled."""
        while True:
            for act in await self.journal.acts(self._last):
                self._last = act.number
                self._acts.setdefault(act.node, deque()).append(act)
                self._changed.set()
            await asyncio.sleep(LOOK_S)

    async def act(self, node: str) -> Act:
        """The next act on a node, however long it takes."""
        while not self._acts.get(node):
            self._changed.clear()
            await self._changed.wait()
        return self._acts[node].popleft()

    async def act_while_others_work(self, node: str) -> Act | None:
        """The next act on a node, or None once nobody works any longer."""
        while not self._acts.get(node):
            if self.busy <= 0:
                return None
            self._changed.clear()
            await self._changed.wait()
        return self._acts[node].popleft()

    async def unless_acted(self, node: str, work: Awaitable[str | None]) -> tuple[str | None, Act | None]:
        """What comes of `work`, or the act on the node that ended it."""
        doing = asyncio.ensure_future(work)
        acting = asyncio.ensure_future(self.act(node))
        try:
            with self.at_work():
                await asyncio.wait({doing, acting}, return_when=asyncio.FIRST_COMPLETED)
            return (doing.result(), None) if doing.done() else (None, acting.result())
        finally:
            for task in (doing, acting):
                task.cancel()
            await asyncio.gather(doing, acting, return_exceptions=True)
