"""Server-sent events on the wire, and how many streams there may be at once.

The bytes of an event are the same for all who see the same, so they come here ready to be sent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import aclosing, contextmanager

from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from starlette.exceptions import HTTPException
from starlette.types import Send

from app.domain.errors import JobNotFound
from app.domain.events import Entry

RETRY_MS = 1000  # after which a browser that lost its connection comes back
HEARTBEAT_S = 15.0
RETRY_AFTER_S = 5
PIECE = 64 * 1024  # bytes that are sent at once, or one event: so much is held for each slow reader
FULL = "As many are following live as this server can serve. Live updates wait; try again in a moment."
FULL_HERE = "As many are following live from your network as may. Live updates wait; try again in a moment."
_OPENING = format_sse_event(retry=RETRY_MS)


class EventStream(StreamingResponse):
    """Ends what it reads from as soon as the reader has gone; proxies pass on each event at once."""

    media_type = "text/event-stream"

    def __init__(self, events: AsyncGenerator[bytes, None], status_code: int = 200) -> None:
        super().__init__(events, status_code, {"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        self._events = events

    async def stream_response(self, send: Send) -> None:
        async with aclosing(self._events):
            await super().stream_response(send)


async def told(
    batches: AsyncGenerator[Sequence[Entry], None],
    event: Callable[[Entry], Awaitable[bytes]],
    end: bytes = b"",
    gone: bytes = b"",
) -> AsyncGenerator[bytes, None]:
    """The stream of a job: `event` of each entry, a sign of life for an empty batch, and how it ended."""
    yield _OPENING
    try:
        async with aclosing(batches):
            async for batch in batches:
                async for piece in _pieces(batch, event):
                    yield piece
    except JobNotFound:
        end = gone
    if end:
        yield end


async def _pieces(batch: Sequence[Entry], event: Callable[[Entry], Awaitable[bytes]]) -> AsyncIterator[bytes]:
    piece = b"" if batch else KEEPALIVE_COMMENT
    for entry in batch:
        piece += await event(entry)
        if len(piece) >= PIECE:
            yield piece
            piece = b""
    if piece:
        yield piece


class Streams:
    """Counts the streams of this web server, in all and from each address."""

    def __init__(self, most: int, most_of_one: int) -> None:
        self._most, self._most_of_one = most, most_of_one
        self._open: Counter[str] = Counter()

    def __len__(self) -> int:
        return self._open.total()

    @contextmanager
    def place(self, address: str) -> Iterator[None]:
        """One of the places, for as long as it is needed. Raises HTTPException if there is none."""
        if len(self) >= self._most:
            raise HTTPException(503, FULL, {"Retry-After": str(RETRY_AFTER_S)})
        if self._open[address] >= self._most_of_one:
            raise HTTPException(429, FULL_HERE, {"Retry-After": str(RETRY_AFTER_S)})
        self._open[address] += 1
        try:
            yield
        finally:
            self._open[address] -= 1
            self._open += Counter()  # forgets addresses without any
