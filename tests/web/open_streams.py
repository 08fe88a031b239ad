"""Waits until streams of the application in this process are open, whose answers come when they end."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from app.web.event_stream import Streams
from tests.web.conftest import Desk


async def until_open(desk: Desk, count: int) -> None:
    """Wait until so many streams are open."""
    transport = desk.client._transport
    assert isinstance(transport, httpx.ASGITransport)
    streams: Streams = transport.app.state.site.streams  # type: ignore[attr-defined]
    for _ in range(500):
        if len(streams) == count:
            return
        await asyncio.sleep(0.02)
    pytest.fail(f"{len(streams)} streams are open, not {count}")
