"""Runs several things at once and leaves none of them behind."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")


async def together(first: Coroutine[Any, Any, A], other: Coroutine[Any, Any, B]) -> tuple[A, B]:
    """The results of both. When one fails, the other is ended before that goes on; that of the first counts.

    Unlike `asyncio.gather`, which goes on as soon as one of them has been cancelled.
    """
    tasks = asyncio.create_task(first), asyncio.create_task(other)
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        return await tasks[0], await tasks[1]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
