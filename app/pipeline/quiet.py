"""A `Journal` that nobody reads, of a job that nobody else works on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.domain.act import Act
from app.domain.events import Event
from app.domain.subtask import Finished, Subtask
from app.domain.trace import Group


class Quiet:
    """For searches whose steps nobody follows, and to be built on where somebody does."""

    async def append(self, event: Event) -> None:
        pass

    async def keep(self, group: Group) -> int:
        return 0

    async def acts(self, after: int) -> Sequence[Act]:
        return ()

    async def offer(self, tasks: Sequence[Subtask]) -> None:
        pass

    async def take(self, node: str) -> bool:
        return True

    async def found(self, node: str) -> Finished | None:
        return Finished(None)

    async def withdraw(self, nodes: Sequence[str]) -> None:
        pass

    async def keep_tree(self, name: str, tree: dict[str, Any]) -> None:
        pass

    async def tree(self, name: str) -> dict[str, Any] | None:
        return None
