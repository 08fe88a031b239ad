"""One Lean process for one file: nothing ran in it before, and nothing will after."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.verdict import Message, Reason, Severity
from app.lean import launch, process
from app.lean.messages import message
from app.lean.process import Output, Stopped, Tail


@dataclass(frozen=True, slots=True)
class Finished:
    """A process that ended by itself: its exit status and its messages in order."""

    status: int
    messages: tuple[Message, ...]

    @property
    def errors(self) -> tuple[Message, ...]:
        return tuple(message for message in self.messages if message.severity is Severity.ERROR)

    def at_line(self, line: int) -> tuple[Message, ...]:
        """The messages that begin on `line`, counted from 1."""
        return tuple(message for message in self.messages if message.start.line == line)


async def elaborate(file: Path, lean_path: Sequence[Path], *options: str, limits: launch.Limits) -> Finished:
    """Run Lean on `file` in its folder, with the libraries of `lean_path`.

    Raises Stopped if the process was killed, passed a limit, or wrote what is not one of Lean's messages.
    """
    command = launch.command("--json", *launch.OPTIONS, *options, str(file), limits=limits)
    try:
        lean = await process.start(command, launch.environment(*lean_path), file.parent)
    except OSError as error:
        raise Stopped(Reason.CHECKER_ERROR, f"Lean cannot be started: {error}") from error
    said, complaints = Tail(limits.output_bytes), Tail()
    reading = asyncio.create_task(_read(lean, said, complaints, Output(limits.output_bytes)))
    watching = asyncio.create_task(process.watch_memory(lean.pid, limits.resident_bytes))
    try:
        await asyncio.wait({reading, watching}, return_when=asyncio.FIRST_COMPLETED)
        if watching.done():
            watching.result()
        await reading
        status = await lean.wait()
    finally:
        watching.cancel()
        reading.cancel()
        await process.end(lean)
        await asyncio.gather(watching, reading, return_exceptions=True)
    if status < 0:
        raise _killed(status, str(complaints))
    return Finished(status, _messages(str(said), limits.messages))


async def _read(lean: asyncio.subprocess.Process, said: Tail, complaints: Tail, output: Output) -> None:
    assert lean.stdin is not None  # noqa: S101 - the three are pipes
    assert lean.stdout is not None  # noqa: S101
    assert lean.stderr is not None  # noqa: S101
    lean.stdin.close()
    await asyncio.gather(said.follow(lean.stdout, output), complaints.follow(lean.stderr, output))


def _killed(status: int, complaints: str) -> Stopped:
    if status == -signal.SIGXCPU:
        return Stopped(Reason.TIMEOUT, "Lean used all the processor time that it may use.")
    return Stopped(Reason.CRASHED, f"Lean ended with status {status}. {complaints}".strip())


def _messages(said: str, limit: int) -> tuple[Message, ...]:
    lines = [line for line in said.split("\n") if line]
    if len(lines) > limit:
        raise Stopped(Reason.OUTPUT_LIMIT, f"Lean had more than {limit} messages.")
    try:
        return tuple(message(json.loads(line)) for line in lines)
    except (LookupError, TypeError, ValueError) as error:
        raise Stopped(Reason.CHECKER_ERROR, "Lean's output holds something that is not a message.") from error
