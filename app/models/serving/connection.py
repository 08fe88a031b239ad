"""One connection to a model server, which tells nobody anything but the request and reads within limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import cast

import httpx2
from openai import AsyncOpenAI, AsyncStream

from app.models.serving.troubles import TooMuch

_NEEDED = {"host", "accept", "content-type", "content-length", "connection"}


@dataclass(frozen=True, slots=True)
class Limits:
    """`connect_s` and `silence_s` are the longest waits for a connection and for the next byte.

    A reply has at most `chars` characters, thoughts included, and `octets` bytes on the line; `tries` is how
    often a request is made that a server cannot be reached for, or fails at.
    """

    connect_s: float = 5.0
    silence_s: float = 60.0
    chars: int = 400_000
    octets: int = 32 * 2**20
    tries: int = 4


class Connection:
    """A server at `url`, asked at most `at_once` things at the same time, by all who share this object.

    `not_taken` is what has been found out: the parameters that it does not take, by model.
    """

    def __init__(self, url: str, key: str = "", at_once: int = 8, limits: Limits | None = None) -> None:
        self.url = url
        self.limits = limits or Limits()
        self.gate = asyncio.Semaphore(at_once)
        self.not_taken: dict[str, set[str]] = {}
        self._key = key
        transport = httpx2.AsyncHTTPTransport(trust_env=False, limits=httpx2.Limits(max_connections=None))
        web = httpx2.AsyncClient(
            transport=_Measured(transport, self.limits.octets),
            timeout=httpx2.Timeout(self.limits.silence_s, connect=self.limits.connect_s, pool=None),
            event_hooks={"request": [self._say_no_more]},
            follow_redirects=False,
            trust_env=False,
        )
        # What is empty here would be read from OPENAI_* if it were left out.
        self._client = AsyncOpenAI(
            api_key=key or "none",
            admin_api_key="",
            organization="",
            project="",
            webhook_secret="",
            base_url=url,
            http_client=web,
            max_retries=0,
        )

    @asynccontextmanager
    async def events(self, path: str, body: dict[str, object]) -> AsyncIterator[AsyncStream[object]]:
        """Post `body` and yield the JSON of the events that the server sends; leaving hangs up.

        Raises what `troubles.understood` knows.
        """
        self._must_be_open()
        stream = await self._client.post(
            path, cast_to=object, body=body, stream=True, stream_cls=AsyncStream[object]
        )
        async with stream:
            yield stream

    async def models(self) -> object:
        """What the server says of its models. Raises what `troubles.understood` knows."""
        self._must_be_open()
        return await self._client.get("/models", cast_to=object)

    async def close(self) -> None:
        await self._client.close()

    def _must_be_open(self) -> None:
        if self._client.is_closed():
            raise ConnectionAbortedError

    async def _say_no_more(self, request: httpx2.Request) -> None:
        """Leave out what the client adds of itself, of this machine and of OPENAI_CUSTOM_HEADERS."""
        for name in set(request.headers) - _NEEDED:
            del request.headers[name]
        request.headers["accept-encoding"] = "identity"
        request.headers["user-agent"] = "lemmata"
        if self._key:
            request.headers["authorization"] = f"Bearer {self._key}"


class _Measured(httpx2.AsyncBaseTransport):
    """Raises TooMuch behind the last byte that is read of an answer."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, octets: int) -> None:
        self._inner = inner
        self._octets = octets

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await self._inner.handle_async_request(request)
        # Compressed although that was not asked for, it could be of any size.
        headers = [item for item in response.headers.raw if item[0].lower() != b"content-encoding"]
        body = _MeasuredBody(cast("httpx2.AsyncByteStream", response.stream), self._octets)
        return httpx2.Response(
            response.status_code, headers=headers, stream=body, extensions=response.extensions
        )

    async def aclose(self) -> None:
        await self._inner.aclose()


class _MeasuredBody(httpx2.AsyncByteStream):
    def __init__(self, inner: httpx2.AsyncByteStream, left: int) -> None:
        self._inner = inner
        self._left = left

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for block in self._inner:
            self._left -= len(block)
            if self._left < 0:
                await self.aclose()
                raise TooMuch
            yield block

    async def aclose(self) -> None:
        await self._inner.aclose()
