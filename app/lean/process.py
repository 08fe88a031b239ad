"""A running Lean process: started in a group of its own, watched while it works, gone when it is ended."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from app.domain.verdict import Reason, Undecided

_GONE_S = 5.0


class Stopped(Exception):
    """A Lean process cannot answer any more, and what that makes of the question."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.verdict = Undecided(reason, detail)


async def start(command: Sequence[str], env: dict[str, str], cwd: Path) -> asyncio.subprocess.Process:
    """Start `command` as the leader of a new session, with three pipes. Raises OSError if that fails."""
    starting = asyncio.create_task(_start(command, env, cwd))
    try:
        return await asyncio.shield(starting)
    except asyncio.CancelledError:  # asyncio would lose pipes of a process that is half started
        await asyncio.shield(_undo(starting))
        raise


async def _undo(starting: asyncio.Task[asyncio.subprocess.Process]) -> None:
    with contextlib.suppress(OSError):
        await end(await starting)


async def _start(command: Sequence[str], env: dict[str, str], cwd: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=env,
        cwd=cwd,
        start_new_session=True,
    )


async def end(process: asyncio.subprocess.Process) -> None:
    """Kill the process and all that it started, and wait until it is gone, even if cancelled."""
    kill(process)
    await asyncio.shield(_gone(process))


async def _gone(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(TimeoutError):  # a stranger that got away may hold the pipes open
        await asyncio.wait_for(process.wait(), _GONE_S)
    if process.stdin is not None:
        process.stdin.close()


def kill(process: asyncio.subprocess.Process) -> None:
    """Send the signal to the process, its group, and whatever of its offspring left the group."""
    if process.returncode is None:
        with contextlib.suppress(psutil.Error):
            for child in psutil.Process(process.pid).children(recursive=True):
                child.kill()
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


class Output:
    """How much a process may still write over all its streams; `reset` starts a new count."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit = self._left = limit_bytes

    def reset(self) -> None:
        self._left = self._limit

    def take(self, size: int) -> None:
        """Raises Stopped when there is no room for `size` bytes."""
        self._left -= size
        if self._left < 0:
            raise Stopped(Reason.OUTPUT_LIMIT, f"Lean wrote more than {self._limit >> 20} MiB.")


class Tail:
    """The last of what a stream brought."""

    def __init__(self, size: int = 2000) -> None:
        self._size = size
        self._kept = b""

    def __str__(self) -> str:
        return self._kept.decode("utf-8", "replace").strip()

    async def follow(self, stream: asyncio.StreamReader, output: Output) -> None:
        """Read the stream to its end. Raises Stopped at the output limit."""
        while chunk := await stream.read(1 << 16):
            output.take(len(chunk))
            self._kept = (self._kept + chunk)[-self._size :]


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that ended by itself: its exit status, negative for a signal, and what it wrote."""

    status: int
    said: str
    complaints: str


async def hear(
    running: asyncio.subprocess.Process, told: bytes, output_bytes: int, watch: Coroutine[Any, Any, None]
) -> Ended:
    """Tell a new process `told` and hear it to its end; even if cancelled, nothing of it is left.

    Raises Stopped where it writes more than `output_bytes`, and what `watch` raises before that.
    """
    said, complaints = Tail(output_bytes), Tail()
    talking = asyncio.create_task(_talk(running, told, said, complaints, Output(output_bytes)))
    watching = asyncio.create_task(watch)
    try:
        await asyncio.wait({talking, watching}, return_when=asyncio.FIRST_COMPLETED)
        if watching.done():
            watching.result()
        await talking
        status = await running.wait()
    finally:
        watching.cancel()
        talking.cancel()
        await end(running)
        await asyncio.gather(watching, talking, return_exceptions=True)
    return Ended(status, str(said), str(complaints))


async def _talk(
    running: asyncio.subprocess.Process, told: bytes, said: Tail, complaints: Tail, output: Output
) -> None:
    assert running.stdin is not None  # noqa: S101 - the three are pipes
    assert running.stdout is not None  # noqa: S101
    assert running.stderr is not None  # noqa: S101
    await asyncio.gather(
        _tell(running.stdin, told),
        said.follow(running.stdout, output),
        complaints.follow(running.stderr, output),
    )


async def _tell(pipe: asyncio.StreamWriter, told: bytes) -> None:
    try:
        pipe.write(told)
        await pipe.drain()
    except (BrokenPipeError, ConnectionResetError):
        pass  # it has ended; its status says why
    pipe.close()
