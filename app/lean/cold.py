"""One Lean process for one file: nothing ran in it before, and nothing will after."""

from __future__ import annotations

import json
import signal
from dataclasses import dataclass
from pathlib import Path

from app.domain.verdict import Message, Reason, Severity
from app.lean import launch
from app.lean.jail import LIMITS_ONLY, Jail, run
from app.lean.messages import NOT_AN_ANSWER, message
from app.lean.process import Stopped


@dataclass(frozen=True, slots=True)
class Finished:
    """A process that ended by itself: its exit status and its messages in order."""

    status: int
    messages: tuple[Message, ...]

    @property
    def errors(self) -> tuple[Message, ...]:
        return tuple(message for message in self.messages if message.severity is Severity.ERROR)


async def elaborate(
    file: Path,
    lean_path: Path,
    *options: str,
    limits: launch.Limits,
    jail: Jail = LIMITS_ONLY,
    result: Path | None = None,
) -> Finished:
    """Run Lean on `file`, with the library of `lean_path`; `result` is where its compiled file goes.

    Raises Stopped if the process was killed, passed a limit, or wrote what is not one of Lean's messages.
    """
    compiled = ("-R", str(file.parent), "-o", str(result)) if result else ()
    command = launch.command("--json", *launch.OPTIONS, *options, *compiled, str(file), limits=limits)
    try:
        env = launch.environment(lean_path)
        lean = await run(jail, command, env, limits, readable=[file, lean_path], writable=result)
    except (OSError, ValueError) as error:
        raise Stopped(Reason.CHECKER_ERROR, f"Lean cannot be started: {error}") from error
    if lean.status < 0:
        raise _killed(lean.status, lean.complaints)
    return Finished(lean.status, _messages(lean.said, limits.messages))


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
    except NOT_AN_ANSWER as error:
        raise Stopped(Reason.CHECKER_ERROR, "Lean's output holds something that is not a message.") from error
