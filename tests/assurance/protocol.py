"""The client's side of what untrusted processes say: answers of every kind, given to what reads them.

Allowed are an answer that is no acceptance, or the exception that is documented.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.domain.verdict import Checked, Message, Position, Undecided, Verdict
from app.kernel import Accepted
from app.kernel import check as check_export
from app.lean.cold import _messages
from app.lean.environments import CoreLean
from app.lean.process import Stopped
from app.lean.worker import LeanWorker
from app.trust import replay
from app.trust.replay import Replayed
from tests.assurance import answers, records
from tests.assurance.explaining import mended
from tests.assurance.exports import export_of
from tests.assurance.fuzzing import BASES, Tally, bounded, watched
from tests.assurance.kernel_forks import forks

NOBODY = 1 << 30  # a number that no process has
LARGEST = {"worker": 30 << 20, "cold": 30 << 20, "kernel": 60 << 10}  # within the limits on output
_MESSAGES = 2000
_READING_S = 0.5
EXPORTED = (BASES["other"], BASES["skipped"], "theorem t (n : Nat) : n = n := rfl")
PLAN = {
    "worker": (5_000, 10),
    "cold": (10_000, 6),
    "kernel": (20_000, 4),
    "export": (2_000, 5),
    "lean": (1_000, 4),
}
"""Inputs of a piece for each target, and pieces."""
Ask = Callable[[bytes], str]


class Accepts(Exception):
    """What may not be taken for a yes is taken for one."""


@dataclass
class Ended:
    """Stands for a process that has said something and ended; its number is nobody's."""

    said: bytes
    pid: int = NOBODY
    returncode: int = 0

    def __post_init__(self) -> None:
        self.stdout, self.stderr, self.stdin = asyncio.StreamReader(), asyncio.StreamReader(), self
        self.stderr.feed_eof()

    def write(self, _: bytes) -> None:
        self.stdout.feed_data(self.said)
        self.stdout.feed_eof()

    def close(self) -> None:
        pass

    async def wait(self) -> int:
        return self.returncode


async def heard(core: CoreLean, said: bytes) -> Verdict:
    """What a worker makes of this answer to a question about two places and a hole."""
    worker = LeanWorker(core)
    process: Any = Ended(said)
    worker._process = process
    worker._attend(process)
    source = f"{core.environment.header}\n{answers.SOURCES[2]}"
    try:
        return await worker.check(source, 2 * _READING_S, [Position(2, 2), Position(3, 4)])
    finally:
        await worker.close()


def of_worker(core: CoreLean, runner: asyncio.Runner) -> Ask:
    def ask(said: bytes) -> str:
        verdict = runner.run(heard(core, said))
        if isinstance(verdict, Checked) and not _is_checked(said):
            raise Accepts("what is not an answer that says so")
        if not isinstance(verdict, Undecided):
            _writable(verdict.messages)
            repr(verdict.goals).encode()
        return type(verdict).__name__.lower()

    return ask


def _is_checked(said: bytes) -> bool:
    """Whether this is an answer, and one with neither an error nor a use of `sorry`."""
    try:
        messages = json.loads(said)["messages"]
        return all(
            type(each["data"]) is str
            and each["severity"] in ("warning", "information")
            and each["data"] != "declaration uses `sorry`"
            for each in messages
        )
    except (ValueError, LookupError, TypeError):
        return False


def of_cold(said: bytes) -> str:
    try:
        messages = _messages(said.decode("utf-8", "replace").strip(), _MESSAGES)
    except Stopped:
        return "stopped"
    _writable(messages)
    return "messages"


def _writable(messages: tuple[Message, ...]) -> None:
    """Raises UnicodeEncodeError for a text that could be neither stored nor shown."""
    for message in messages:
        message.text.encode()


def of_kernel(said: bytes) -> str:
    """The reading of what the process of Lean's kernel says."""
    try:
        answer = replay._answer(said.decode("utf-8", "replace").strip())
    except Stopped:
        return "stopped"
    if isinstance(answer, Replayed) and not _is_accepted(said):
        raise Accepts("what is not an answer that says so")
    repr(answer).encode()
    return type(answer).__name__.lower()


def _is_accepted(said: bytes) -> bool:
    try:
        pairs = json.loads(said, object_pairs_hook=list)
    except ValueError:
        return False
    return len(pairs) == 1 and pairs[0][0] == "accepted" and type(pairs[0][1]) is int


@contextmanager
def exports_judged(texts: Sequence[str]) -> Iterator[Ask]:
    """Our kernel on an export. Where it accepts, Lean's must not reject, but for what one need not notice."""
    before = [records.read(text.encode()) for text in texts]
    with forks() as lean:

        def explained(export: bytes) -> bool:
            return any("accepted" in lean.ask(mended(each, export)) for each in before)

        def ask(export: bytes) -> str:
            outcome = check_export(export.splitlines(), _READING_S)
            said = type(outcome).__name__.lower()
            if not isinstance(outcome, Accepted):
                return said
            other = lean.ask(_ascii(export))
            if "rejected" in other and explained(export):
                return f"{said}, rejected by Lean's for what ours need not notice"
            if "rejected" in other:
                raise Accepts(f"what Lean's kernel rejects: {other['why']}")
            return f"{said}, {next(iter(other))} by Lean's"

        yield ask


@contextmanager
def lean_asked() -> Iterator[Ask]:
    """The process of Lean's kernel on an export. It may crash: then nothing is decided."""
    with forks() as lean:
        yield lambda export: next(iter(lean.ask(_ascii(export))))


def _ascii(export: bytes) -> bytes:
    return bytes(byte & 0x7F for byte in export)


@contextmanager
def asked(core: CoreLean, target: str) -> Iterator[Ask]:
    match target:
        case "worker":
            with asyncio.Runner() as runner:
                yield of_worker(core, runner)
        case "cold":
            yield of_cold
        case "kernel":
            yield of_kernel
        case "export":
            with exports_judged(bases(core, target)) as ask:
                yield ask
        case _:
            with lean_asked() as ask:
                yield ask


def bases(core: CoreLean, target: str) -> tuple[str, ...]:
    """What is really said there; most of it is a no."""
    match target:
        case "worker":
            return answers.warm(core)
        case "cold":
            return answers.cold(core)
        case "kernel":
            return answers.KERNELS
        case _:
            return tuple(export_of(core, text, "t").decode() for text in EXPORTED)


def piece(core: CoreLean, key: str) -> dict[str, Any]:
    """Give the answers of one piece, which `key` names as TARGET/NUMBER/INPUTS; `huge` is all large ones."""
    target, number, count = key.split("/")
    tally, texts = Tally(), bases(core, target)
    large = answers.huge(LARGEST[target]) if number == "huge" else {}
    few = answers.changed(texts, int(count), 0 if large else int(number))
    with asked(core, target) as ask, bounded():
        for name, said in [*large.items()] or ((str(at), said) for at, said in enumerate(few)):
            work = partial(_outcome, ask, said, tally, f"{key}#{name}")
            watched(tally, f"{key}#{name}", work, f"{name}: " if large else "")
    return tally.as_json()


def _outcome(ask: Ask, said: bytes, tally: Tally, name: str) -> str:
    try:
        return ask(said)
    except Accepts as accepted:
        tally.accepts(str(accepted), name)
        return "accepted"
