"""The server: HTTP by hand, because an answer may end, stall or be garbage at any byte."""

from __future__ import annotations

import asyncio
import json
import time
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from tests.model_server.replies import CHAT, COMPLETIONS, endings, event, pieces, server_sent, whole
from tests.model_server.script import Answer, Asked, Fault, Script

FLOOD_BYTES = 100 * 2**20
BLOCK = 2**16
STREAM, JSON, HTML = "text/event-stream; charset=utf-8", "application/json", "text/html"


class Gone(Exception):
    """The client has closed the connection."""


class Server:
    def __init__(self) -> None:
        self._script = Script()

    async def handle(self, reader: StreamReader, writer: StreamWriter) -> None:
        """One request; every connection ends with its answer."""
        with suppress(ConnectionError, asyncio.IncompleteReadError, Gone):
            method, path, headers, body = await _request(reader)
            if method == "POST" and path in (CHAT, COMPLETIONS):
                await self._asked(Asked(path, headers, body, time.monotonic()), reader, writer)
            else:
                await _send(writer, 200, JSON, json.dumps(self._told(method, path, body)).encode())
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    def _told(self, method: str, path: str, body: dict[str, Any]) -> object:
        match method, path:
            case "POST", "/script":
                answers = [Answer.read(told) for told in body["answers"]]
                self._script = Script(answers, tuple(body["models"]))
                return {}
            case "GET", "/log":
                return [asdict(asked) for asked in self._script.log]
            case "GET", "/v1/models":
                listed = [{"id": name, "object": "model", "created": 0} for name in self._script.models]
                return {"object": "list", "data": listed}
            case _:
                return {"error": {"message": "There is nothing here."}}

    async def _asked(self, asked: Asked, reader: StreamReader, writer: StreamWriter) -> None:
        """Answer, unless the client goes away first."""
        self._script.log.append(asked)
        answer = self._script.answer(asked)
        answering = asyncio.ensure_future(_answer(answer, asked, writer))
        leaving = asyncio.ensure_future(_gone(reader))
        await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
        for task in (answering, leaving):
            task.cancel()
        answered, _ = await asyncio.gather(answering, leaving, return_exceptions=True)
        if answered is None:
            asked.answered_at = time.monotonic()
        else:
            asked.disconnected_at = time.monotonic()


async def _request(reader: StreamReader) -> tuple[str, str, dict[str, str], dict[str, Any]]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    method, path, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return method, path.partition("?")[0], headers, json.loads(body or "{}")


async def _gone(reader: StreamReader) -> None:
    with suppress(ConnectionError):
        while await reader.read(BLOCK):
            pass


async def _answer(answer: Answer, asked: Asked, writer: StreamWriter) -> None:
    """Returns when all is said. Raises ConnectionError."""
    await asyncio.sleep(answer.after_s)
    streamed = bool(asked.body.get("stream"))
    if answer.fault is Fault.SILENCE:
        await asyncio.Event().wait()
    elif answer.raw:
        await _send(writer, answer.status, STREAM if streamed else JSON, answer.raw.encode())
    elif answer.status != 200:
        await _refuse(answer, writer)
    elif answer.fault is Fault.NOT_JSON:
        await _send(writer, 200, HTML, b"<!doctype html><title>Welcome</title>")
    elif answer.fault is Fault.NOT_A_REPLY:
        told = {"choices": "none", "usage": 7}
        await _send(
            writer, 200, *((STREAM, server_sent(told)) if streamed else (JSON, json.dumps(told).encode()))
        )
    elif streamed:
        _head(writer, 200, STREAM)
        await _send_pieces(_streamed(answer, asked), writer)
    elif answer.fault is Fault.NONE:
        await asyncio.sleep(len(answer.text) / 4 / answer.rate if answer.rate else 0)
        await _send(writer, 200, JSON, json.dumps(whole(answer, asked)).encode())
    else:
        _head(writer, 200, JSON)
        await _send_pieces(_broken(answer, json.dumps(whole(answer, asked)).encode()), writer)


async def _refuse(answer: Answer, writer: StreamWriter) -> None:
    named = {"Retry-After": answer.retry_after, "Location": answer.location}
    extra = {name: value for name, value in named.items() if value}
    if answer.fault in (Fault.FLOOD, Fault.FLOOD_LINE):
        _head(writer, answer.status, JSON, extra)
        await _send_pieces(_flood(b"x" * BLOCK), writer)
        return
    told = {"error": {"message": answer.error, "type": "scripted", "code": None, "param": None}}
    await _send(writer, answer.status, JSON, json.dumps(told).encode(), extra)


async def _streamed(answer: Answer, asked: Asked) -> AsyncIterator[bytes]:
    started = time.monotonic()
    said = list(pieces(answer, asked))
    whole_part = answer.fault in (Fault.NONE, Fault.UNENDED)
    for number, piece in enumerate(said if whole_part else said[: len(said) // 2]):
        if answer.rate:
            await asyncio.sleep(started + number / answer.rate - time.monotonic())
        yield server_sent(piece)
    match answer.fault:
        case Fault.NONE:
            for ending in endings(answer, asked):
                yield server_sent(ending)
            yield b"data: [DONE]\n\n"
        case Fault.STREAM_ERROR:
            yield server_sent({"error": {"message": answer.error, "type": "scripted", "code": 500}})
        case Fault.FLOOD:
            text = {"delta": {"content": "x" * BLOCK}} if asked.path == CHAT else {"text": "x" * BLOCK}
            flooding = server_sent(event(asked, {"index": 0, "finish_reason": None} | text))
            async for block in _flood(flooding):
                yield block
        case Fault.UNENDED:
            return
        case _:
            async for block in _broken(answer, b""):
                yield block


async def _broken(answer: Answer, body: bytes) -> AsyncIterator[bytes]:
    """How an answer goes wrong behind the half of it."""
    if body:
        yield body[: len(body) // 2]
    match answer.fault:
        case Fault.CUT:
            raise Gone
        case Fault.STALL:
            await asyncio.Event().wait()
        case Fault.GARBAGE:
            yield b"data: {not json\n\n"
        case Fault.NOT_UTF8:
            yield b'data: {"choices": "\xff\xfe\xc3"}\n\n'
        case _:
            yield b'data: {"choices": "'
            async for block in _flood(b"x" * BLOCK):
                yield block


async def _flood(block: bytes) -> AsyncIterator[bytes]:
    for _ in range(FLOOD_BYTES // len(block) + 1):
        yield block


async def _send_pieces(blocks: AsyncIterator[bytes], writer: StreamWriter) -> None:
    """As chunks, without the last one where the script raises Gone: the client sees that it was cut off."""
    try:
        async for block in blocks:
            writer.write(f"{len(block):x}\r\n".encode() + block + b"\r\n")
            await writer.drain()
        writer.write(b"0\r\n\r\n")
        await writer.drain()
    except Gone:
        return


def _head(
    writer: StreamWriter,
    status: int,
    kind: str,
    extra: dict[str, str] | None = None,
    length: int | None = None,
) -> None:
    size = {"Transfer-Encoding": "chunked"} if length is None else {"Content-Length": str(length)}
    headers = {"Content-Type": kind, "Connection": "close"} | size | (extra or {})
    lines = [f"HTTP/1.1 {status} Scripted", *(f"{name}: {value}" for name, value in headers.items())]
    writer.write("\r\n".join([*lines, "", ""]).encode())


async def _send(
    writer: StreamWriter, status: int, kind: str, body: bytes, extra: dict[str, str] | None = None
) -> None:
    _head(writer, status, kind, extra, len(body))
    writer.write(body)
    await writer.drain()
