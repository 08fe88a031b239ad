"""Subgoals side by side: some here, others by whoever takes them first.

A slot is held while a node is worked on here, and given up while its own subgoals are.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from app.domain.subtask import Finished, Subtask
from app.ports import Journal

LOOK_S = 0.1


@dataclass(slots=True)
class Crew:
    """`slots` nodes are worked on here at once; `holding` are the paths of those that have one.

    `paid` hears what others took.
    """

    journal: Journal
    slots: int
    paid: Callable[[Finished], None] = lambda finished: None
    holding: set[str] = field(default_factory=set)
    _offered: set[str] = field(default_factory=set)
    _free: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self._free = asyncio.Semaphore(self.slots)

    @asynccontextmanager
    async def sharing(self, parent: str, tasks: Sequence[Subtask]) -> AsyncIterator[None]:
        """Offer subgoals to others for as long as this lasts; meanwhile their parent needs no slot."""
        nodes = [task.node for task in tasks]
        await self.journal.offer(tasks)
        self._offered |= set(nodes)
        resting = parent in self.holding
        if resting:
            self._leave(parent)
        try:
            yield
        finally:
            self._offered -= set(nodes)
            await asyncio.shield(self.journal.withdraw(nodes))
            if resting:
                await self._enter(parent)

    async def climb(self, node: str, here: Callable[[], Awaitable[str | None]]) -> str | None:
        """What `here` finds for a node, or another worker, where one has taken it first."""
        if node not in self._offered:
            return await here()
        await self._enter(node)
        try:
            if await self.journal.take(node):
                return await here()
        finally:
            if node in self.holding:
                self._leave(node)
        try:
            while (finished := await self.journal.found(node)) is None:
                await asyncio.sleep(LOOK_S)
                if await self.journal.take(node):  # whoever had it is gone
                    return await self.climb(node, here)
            self.paid(finished)
            return finished.proof
        except asyncio.CancelledError:
            await asyncio.shield(self.journal.withdraw([node]))
            raise

    async def _enter(self, node: str) -> None:
        await self._free.acquire()
        self.holding.add(node)

    def _leave(self, node: str) -> None:
        self.holding.discard(node)
        self._free.release()
