"""How much memory a process and all that it started hold; a jail's process has others in front of it."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import psutil

from app.domain.verdict import Reason
from app.lean.process import Stopped

_WATCH_S = 0.1
_COUNTED = (
    b"VmRSS:",
    b"VmPTE:",
    b"VmSwap:",
)  # page tables too: reading empty memory fills them and nothing else
_LISTED = os.path.exists(f"/proc/self/task/{os.getpid()}/children")  # else it takes longer
_FILE_BYTES = 2048  # about what the kernel keeps for a file in memory, even for an empty one


def held_bytes(pid: int, writable: Path | None = None) -> int:
    """The memory of a process and all below it, 0 once it is gone.

    What is shared counts for each that shares it. `writable` is the one given to `Jail.wrap`: what stands in
    its folder is held in memory, too.
    """
    own = _resident(pid)
    if not own:
        return 0
    below = list(_below(pid))
    private = _folder(below[-1], writable.parent) if below and writable else 0
    return own + sum(map(_resident, below)) + private


async def watch_memory(pid: int, limit_bytes: int, writable: Path | None = None) -> None:
    """Look ten times a second until the process is gone. Raises Stopped when all of it holds more."""
    while 0 < (held := held_bytes(pid, writable)) <= limit_bytes:  # noqa: ASYNC110 - there is no event for this
        await asyncio.sleep(_WATCH_S)
    if held:
        limit = f"the limit is {limit_bytes >> 20} MiB"
        raise Stopped(Reason.MEMORY, f"Lean held {held >> 20} MiB of memory; {limit}.")


def _resident(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/status", "rb") as file:
            return 1024 * sum(int(line.split()[1]) for line in file if line.startswith(_COUNTED))
    except (OSError, ValueError):
        return 0


def _below(pid: int) -> Iterator[int]:
    """All that descend from a process, each after its parent."""
    found = _children(pid)
    for child in found:
        found.extend(_children(child))
    yield from found


def _children(pid: int) -> list[int]:
    if not _LISTED:
        with contextlib.suppress(psutil.Error):
            return [child.pid for child in psutil.Process(pid).children()]
        return []
    try:
        threads = os.listdir(f"/proc/{pid}/task")
        return [child for thread in threads for child in _started_by(f"/proc/{pid}/task/{thread}/children")]
    except OSError:
        return []


def _started_by(thread: str) -> list[int]:
    with contextlib.suppress(ProcessLookupError, FileNotFoundError), open(thread, "rb") as file:
        return list(map(int, file.read().split()))
    return []


def _folder(pid: int, folder: Path) -> int:
    """What a folder in memory holds, as this process sees it; 0 where it cannot be seen."""
    seen = f"/proc/{pid}/root{folder}"
    with contextlib.suppress(OSError):
        if os.stat(seen).st_dev == os.stat(folder).st_dev:  # it is not in its jail yet
            return 0
        usage = os.statvfs(seen)
        return (usage.f_blocks - usage.f_bfree) * usage.f_frsize + (
            usage.f_files - usage.f_ffree
        ) * _FILE_BYTES
    return 0
