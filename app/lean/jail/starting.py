"""Starts a process in the jail, and runs one there to its end."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.lean import launch, process
from app.lean.jail.walls import Jail, Level
from app.lean.jail.watch import watch_memory

Process = asyncio.subprocess.Process


async def start(
    jail: Jail,
    command: Sequence[str],
    env: Mapping[str, str],
    limits: launch.Limits,
    readable: Sequence[Path] = (),
    writable: Path | None = None,
) -> Process:
    """Start `command` as `Jail.wrap` has it. Raises OSError and ValueError where that is impossible."""
    words = jail.wrap(command, readable, writable, env=env, limits=limits)
    outer = dict(env) if jail.level is Level.LIMITS else {}
    return await process.start(words, outer, writable.parent if writable else Path("/"))


async def run(
    jail: Jail,
    command: Sequence[str],
    env: Mapping[str, str],
    limits: launch.Limits,
    readable: Sequence[Path] = (),
    writable: Path | None = None,
    told: bytes = b"",
) -> process.Ended:
    """Start a process, tell it `told`, and hear it to its end; even if cancelled, nothing of it is left.

    Raises OSError if it cannot be started, and Stopped where it holds or writes more than `limits` allow.
    """
    running = await start(jail, command, env, limits, readable, writable)
    watch = watch_memory(running.pid, limits.resident_bytes, writable)
    ended = await process.hear(running, told, limits.output_bytes, watch)
    return replace(ended, status=jail.status(ended.status))
