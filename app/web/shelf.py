"""The reference with its index, once somebody has asked for it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from app.domain.lookup import Lookup
from app.domain.reference import Reference
from app.ports import Library


@dataclass(frozen=True, slots=True)
class Index:
    reference: Reference
    lookup: Lookup


class Shelf:
    """Makes the index of a reference once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._index: Index | None = None

    async def index(self) -> Index:
        """Raises CoreBuildFailed and CheckerUnavailable."""
        reference = await self._library.reference()
        if self._index is None or self._index.reference is not reference:
            self._index = Index(reference, await asyncio.to_thread(Lookup, reference))
        return self._index
