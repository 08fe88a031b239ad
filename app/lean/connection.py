"""JSON-RPC with a Lean worker: pygls frames the messages and knows what was asked, Lean's limits are ours."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Mapping
from typing import Any, cast

from lsprotocol import types
from pygls.client import JsonRPCClient
from pygls.io_ import run_async
from pygls.protocol import JsonRPCProtocol

from app.domain.verdict import Reason
from app.lean.process import Output, Stopped

Heard = Callable[[str, Mapping[str, Any]], None]


class Client(JsonRPCClient):
    """Calls `heard` for each notification and `failed` for what cannot be read; nothing once `silenced`."""

    def __init__(self, heard: Heard, failed: Callable[[Exception], None]) -> None:
        super().__init__(_Protocol)
        self.silenced = threading.Event()  # the kind of event that pygls wants; no thread is involved
        self.heard = heard
        self._failed = failed

    async def listen(self, stream: asyncio.StreamReader, output: Output) -> None:
        """Handle messages until the stream ends. Raises Stopped at the limit or if it is not the protocol."""
        reader = _Metered(stream, output)
        with contextlib.suppress(asyncio.IncompleteReadError):
            await run_async(self.silenced, reader, self.protocol, error_handler=self.report_server_error)

    def report_server_error(self, error: Exception, source: object) -> None:
        self._failed(error)


class _Protocol(JsonRPCProtocol):
    """Leaves messages as plain dictionaries: to structure them all costs more than a check."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        return data

    def handle_message(self, message: Any) -> None:
        client = cast("Client", self._server)
        if client.silenced.is_set():
            return
        if "method" not in message:
            asked = self._request_futures.get(message["id"])
            if asked is not None and asked.cancelled():
                return  # nobody waits for this answer any more
            error = message.get("error")
            failure = types.ResponseError(error["code"], error["message"]) if error else None
            self._handle_response(message["id"], message.get("result"), failure)
        elif "id" not in message:  # the server's own requests ask an editor to refresh; they can be ignored
            client.heard(message["method"], message["params"])


class _Metered:
    """A stream that counts, so that no message can be larger than the limit."""

    def __init__(self, stream: asyncio.StreamReader, output: Output) -> None:
        self._stream = stream
        self._output = output

    async def readline(self) -> bytes:
        try:
            line = await self._stream.readline()
        except ValueError as error:
            raise Stopped(Reason.CHECKER_ERROR, "Lean's output is not the protocol's.") from error
        self._output.take(len(line))
        return line

    async def readexactly(self, size: int) -> bytes:
        self._output.take(size)
        return await self._stream.readexactly(size)
