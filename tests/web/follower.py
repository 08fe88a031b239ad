"""Follows a stream as a browser does: reads events, and comes back with the last id that it has seen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import get_args

from app.domain.events import Outcome

ENDS = {"end", *(kind.__name__ for kind in get_args(Outcome))}
LONGEST_EVENT = 2**22  # bytes


@dataclass
class Follower:
    """A reader of `path`, the numbers of entries that it was told, and when, in seconds since 1970."""

    port: int
    path: str
    resumes_by_header: bool = True
    numbers: list[int] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    connections: int = 0
    began: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False

    async def follow(self, pause_s: float = 0.1) -> None:
        """Read to the end, however often the connection is lost or refused."""
        while not self.ended:
            await self.read()
            if not self.ended:
                await asyncio.sleep(pause_s)

    async def read(self, most: int | None = None) -> None:
        """Read until the connection ends, or hang up after `most` entries."""
        until = None if most is None else len(self.numbers) + most
        try:
            async with self.connected() as reader:
                await self.read_on(reader, until)
        except OSError:
            return

    async def read_on(self, reader: asyncio.StreamReader, until: int | None = None) -> None:
        event = ""
        while len(self.numbers) != until and (line := await reader.readline()):
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name == "event":
                event = value
                self.ended = self.ended or event == "end"
            elif name == "id":
                self.numbers.append(int(value))
                self.times.append(time.time())
                self.began.set()
                self.ended = event in ENDS

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[asyncio.StreamReader]:
        """An open stream behind the last entry seen; in HTTP/1.0, so that the body is not cut into chunks."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=LONGEST_EVENT)
        try:
            writer.write(self.request())
            self.connections += (await reader.readline()).split()[1:2] == [b"200"]
            while (await reader.readline()).strip():
                pass
            yield reader
        finally:
            writer.close()

    def request(self) -> bytes:
        seen = self.numbers[-1] if self.numbers else 0
        header = f"Last-Event-ID: {seen}\r\n" if self.resumes_by_header else ""
        path = self.path if self.resumes_by_header else f"{self.path}?after={seen}"
        return f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1\r\n{header}\r\n".encode()
