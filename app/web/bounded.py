"""Memory with a limit: what was used last is kept, and what was not used for longest is forgotten first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Bounded(Generic[K, V]):
    """Values that weigh no more than `limit` together; a heavier one is not kept at all."""

    def __init__(self, limit: int, weigh: Callable[[V], int]) -> None:
        self._limit, self._weigh = limit, weigh
        self._kept: OrderedDict[K, tuple[int, V]] = OrderedDict()
        self.weight = 0

    def get(self, key: K) -> V | None:
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[1]

    def put(self, key: K, value: V) -> None:
        """Keep `value`, weighed now; one that has grown since is put again."""
        self.weight -= self._kept.pop(key, (0, value))[0]
        weight = self._weigh(value)
        self._kept[key] = (weight, value)
        self.weight += weight
        while self.weight > self._limit:
            self.weight -= self._kept.popitem(last=False)[1][0]
