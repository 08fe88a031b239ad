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
from app.lean.process import Output, Stopped, Tail

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
    kernel = await process.start(words, {"LANG": "C.UTF-8"}, Path(tempfile.gettempdir()))
    said, complaints, output = Tail(_MOST_SAID), Tail(), Output(_MOST_SAID)
    assert kernel.stdout is not None  # noqa: S101 - the three are pipes
    assert kernel.stderr is not None  # noqa: S101
    works = [
        asyncio.create_task(work)
        for work in (
            _tell(kernel, export),
            said.follow(kernel.stdout, output),
            complaints.follow(kernel.stderr, output),
        )
    ]
    watching = asyncio.create_task(process.watch_memory(kernel.pid, limits.resident_bytes))
    try:
        done, _ = await asyncio.wait({*works, watching}, return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            task.result()
        await asyncio.gather(*works)
        await kernel.wait()
    finally:
        for task in (watching, *works):
            task.cancel()
        await process.end(kernel)
        await asyncio.gather(watching, *works, return_exceptions=True)
    if not str(said):
        return Opinion(UNFINISHED, f"it ended with status {kernel.returncode} {complaints}".strip())
    answer = json.loads(str(said))
    if answer["outcome"] == REJECTED:
        return Opinion(REJECTED, f"{answer['declaration']}: {answer['reason']}")
    if answer["outcome"] == ACCEPTED and kernel.returncode == 0:
        return Opinion(ACCEPTED)
    return Opinion(UNFINISHED, str(answer.get("reason", answer)))


async def _tell(kernel: asyncio.subprocess.Process, export: bytes) -> None:
    assert kernel.stdin is not None  # noqa: S101 - it is a pipe
    try:
        kernel.stdin.write(export)
        await kernel.stdin.drain()
    except (BrokenPipeError, ConnectionResetError):
        pass  # it has ended; its status says why
    kernel.stdin.close()
