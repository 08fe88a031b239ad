"""Asks our own kernel about an export, in a process of its own that never saw the solution."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import app.kernel
from app.lean import launch, process
from app.lean.process import Stopped

ACCEPTED, REJECTED, UNFINISHED, NOT_ASKED = "accepted", "rejected", "unfinished", "not asked"
_MOST_SAID = 1 << 16


@dataclass(frozen=True, slots=True)
class Opinion:
    """`outcome` is one of the four words above; `detail` says which declaration and why."""

    outcome: str
    detail: str = ""


async def check(export: bytes, limits: launch.Limits, seconds: float) -> Opinion:
    """Whatever keeps it from an answer (time, memory, a crash) is 'unfinished'."""
    if seconds <= 0:
        return Opinion(NOT_ASKED)
    main = Path(app.kernel.__file__).with_name("__main__.py")
    words = [sys.executable, "-I", "-S", str(main), "-", str(seconds)]
    try:
        async with asyncio.timeout(seconds + 5):
            return await _ask(words, export, limits)
    except TimeoutError:
        return Opinion(UNFINISHED, f"it was not done within {seconds:g} s")
    except (OSError, Stopped, LookupError, ValueError) as error:
        return Opinion(UNFINISHED, str(error))


async def _ask(words: list[str], export: bytes, limits: launch.Limits) -> Opinion:
    kernel = await process.run(
        words,
        {"LANG": "C.UTF-8"},
        Path(tempfile.gettempdir()),
        resident_bytes=limits.resident_bytes,
        output_bytes=_MOST_SAID,
        told=export,
    )
    if not kernel.said:
        return Opinion(UNFINISHED, f"it ended with status {kernel.status} {kernel.complaints}".strip())
    answer = json.loads(kernel.said)
    if answer["outcome"] == REJECTED:
        return Opinion(REJECTED, f"{answer['declaration']}: {answer['reason']}")
    if answer["outcome"] == ACCEPTED and kernel.status == 0:
        return Opinion(ACCEPTED)
    return Opinion(UNFINISHED, str(answer.get("reason", answer)))
