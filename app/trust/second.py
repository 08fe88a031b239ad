"""Asks our own kernel about an export, in a process of its own that never saw the solution."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import app.kernel
from app.lean import launch
from app.lean.jail import LIMITS_ONLY, Jail, run
from app.lean.messages import NOT_AN_ANSWER
from app.lean.process import Stopped

ACCEPTED, REJECTED, UNFINISHED, NOT_ASKED = "accepted", "rejected", "unfinished", "not asked"
_MOST_SAID = 1 << 16


@dataclass(frozen=True, slots=True)
class Opinion:
    """`outcome` is one of the four words above; `detail` says which declaration and why."""

    outcome: str
    detail: str = ""


async def check(export: bytes, limits: launch.Limits, seconds: float, jail: Jail = LIMITS_ONLY) -> Opinion:
    """Whatever keeps it from an answer (time, memory, a crash) is 'unfinished'."""
    if seconds <= 0:
        return Opinion(NOT_ASKED)
    try:
        async with asyncio.timeout(seconds + 5):
            return await _ask(export, replace(limits, output_bytes=_MOST_SAID), seconds, jail)
    except TimeoutError:
        return Opinion(UNFINISHED, f"it was not done within {seconds:g} s")
    except (OSError, Stopped, *NOT_AN_ANSWER) as error:
        return Opinion(UNFINISHED, str(error))


async def _ask(export: bytes, limits: launch.Limits, seconds: float, jail: Jail) -> Opinion:
    package = Path(app.kernel.__file__).parent
    words = [sys.executable, "-I", "-S", str(package / "__main__.py"), "-", str(seconds)]
    readable = [Path(app.__file__), package]
    kernel = await run(jail, words, {"LANG": "C.UTF-8"}, limits, readable, told=export)
    if not kernel.said:
        return Opinion(UNFINISHED, f"it ended with status {kernel.status} {kernel.complaints}".strip())
    answer = json.loads(kernel.said)
    if answer["outcome"] == REJECTED:
        return Opinion(REJECTED, f"{answer['declaration']}: {answer['reason']}")
    if answer["outcome"] == ACCEPTED and kernel.status == 0:
        return Opinion(ACCEPTED)
    return Opinion(UNFINISHED, str(answer.get("reason", answer)))
