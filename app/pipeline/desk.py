"""What people do to the nodes of a running job, handed to whoever works on them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.act import Act
from app.domain.sketch import Sketch
from app.ports import Journal

LOOK_S = 0.3


@dataclass(slots=True)
class Unfinished:
    """A sketch some of whose subgoals were left: who closes the last of them by hand has proved its node.

    `gaps` are its gaps by the paths of its subgoals, `found` the proofs for them; `waiting` is who listens
    at those that were left.
    """

    sketch: Sketch
    gaps: Mapping[str, int]
    found: dict[int, str]
    waiting: list[asyncio.Task[str | None]]


@dataclass(slots=True)
class Desk:
    """`busy` counts who still works on the job: as long, a person may turn to what was left.

    `heard` are acts that were dealt with before this worker had the job.
    """

    journal: Journal
    heard: frozenset[int] = frozenset()
    busy: int = 0
    _last: int = 0
    _acts: dict[str, deque[Act]] = field(default_factory=dict)
    _unfinished: dict[str, Unfinished] = field(default_factory=dict)
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

    async def begin_now(self) -> None:
        """What was done before is nothing to whoever begins with a part of the job."""
        self._last = max((act.number for act in await self.journal.acts(0)), default=0)

    async def listen(self) -> None:
        """Hear what people do, until it is cancelled."""
        while True:
            for act in await self.journal.acts(self._last):
                self._last = act.number
                if act.number not in self.heard:
                    self.put(act)
            await asyncio.sleep(LOOK_S)

    def put(self, act: Act) -> None:
        self._acts.setdefault(act.node, deque()).append(act)
        self._changed.set()

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

    def keep_open(self, node: str, sketch: Unfinished) -> None:
        """The subgoals of this sketch for a node stay open for people, until `drop`."""
        self._unfinished[node] = sketch

    def closed(self, node: str, proof: str) -> None:
        """A node is proved, and with it perhaps the last gap of an unfinished sketch: the node of that is
        handed its proof as if a person had done it.
        """
        self.drop(node)
        for parent, sketch in self._unfinished.items():
            if node in sketch.gaps:
                sketch.found[sketch.gaps[node]] = proof
                if len(sketch.found) == len(sketch.gaps):
                    self.put(Act(0, parent, sketch.sketch.filled(sketch.found)))

    def drop(self, node: str) -> None:
        """What was sketched for a node is nobody's any longer, nor is what people did to its subgoals."""
        for path in [path for path in self._unfinished if _within(path, node)]:
            sketch = self._unfinished.pop(path)
            for task in sketch.waiting:
                task.cancel()
            for subgoal in sketch.gaps:
                self._acts.pop(subgoal, None)


def _within(path: str, node: str) -> bool:
    return path == node or not node or path.startswith(f"{node}.")
