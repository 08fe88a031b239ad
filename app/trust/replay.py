"""Starts Lean's kernel on an export, in a new process, and says what it answered."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.domain.verdict import Reason, Undecided
from app.lean import launch
from app.lean.jail import LIMITS_ONLY, Jail, run
from app.lean.messages import NOT_AN_ANSWER
from app.lean.process import Stopped

MAX_ANSWER_BYTES = 1 << 16
_EXHAUSTED = {"deterministicTimeout": Reason.TIMEOUT, "excessiveMemory": Reason.MEMORY}


@dataclass(frozen=True, slots=True)
class Replayed:
    """The kernel accepted every declaration: so many constants, those that it made itself included.

    Hold the number against that of the cone: they differ if the export holds anything else.
    """

    constants: int


@dataclass(frozen=True, slots=True)
class KernelRejected:
    """The declaration that the kernel did not accept, and its reason: the kind of its error, or its words."""

    name: str
    why: str


Answer = Replayed | KernelRejected | Undecided


def command(limits: launch.Limits, size: int) -> list[str]:
    """The command line of the kernel's process for an export of `size` bytes.

    All that it reads from the disk is Python, this script, and Lean's library.
    """
    script = str(Path(__file__).with_name("kernel_process.py"))
    return [sys.executable, "-I", "-S", script, str(launch.library()), str(limits.cpu_s), str(size)]


async def replay(
    export: bytes, *, limits: launch.Limits, deadline_s: float, jail: Jail = LIMITS_ONLY
) -> Replayed | KernelRejected | Undecided:
    """Add all declarations of `export` to an environment that starts empty, in a process of its own.

    `deadline_s` is wall-clock seconds. Limits, crashes and answers that are none leave the replay undecided;
    so does an export that is not well-formed, as it says nothing about the theorem.
    """
    try:
        async with asyncio.timeout(deadline_s):
            return await _ask(export, replace(limits, output_bytes=MAX_ANSWER_BYTES), jail)
    except TimeoutError:
        return Undecided(Reason.TIMEOUT, f"The kernel was not done after {deadline_s:.1f} s.")
    except Stopped as stopped:
        return stopped.verdict


async def _ask(export: bytes, limits: launch.Limits, jail: Jail) -> Answer:
    try:
        kernel = await run(
            jail, command(limits, len(export)), {"LANG": "C.UTF-8"}, limits, [launch.library()], told=export
        )
    except (OSError, ValueError) as error:
        raise Stopped(Reason.CHECKER_ERROR, f"The kernel cannot be started: {error}") from error
    if kernel.status != os.EX_OK:
        raise _ended(kernel.status, kernel.complaints)
    return _answer(kernel.said)


def _ended(status: int, complaints: str) -> Stopped:
    if status == -signal.SIGXCPU:
        return Stopped(Reason.TIMEOUT, "The kernel used all the processor time that it may use.")
    return Stopped(Reason.CRASHED, f"The kernel ended with status {status}. {complaints}".strip())


def _answer(said: str) -> Answer:
    try:
        answer: dict[str, Any] = json.loads(said)
        if answer.keys() == {"accepted"} and type(answer["accepted"]) is int:
            return Replayed(answer["accepted"])
        if "rejected" in answer:
            return KernelRejected(str(answer["rejected"]), str(answer["why"]))
        if "undecided" in answer:
            reason = _EXHAUSTED.get(answer["why"], Reason.CRASHED)
            return Undecided(reason, f"The kernel gave up on {answer['undecided']}: {answer['why']}.")
        detail = f"The export is malformed near {answer['malformed']!r}: {answer['why']}."
        return Undecided(Reason.CHECKER_ERROR, detail)
    except NOT_AN_ANSWER as error:
        raise Stopped(Reason.CHECKER_ERROR, "The kernel's process said what is not an answer.") from error
