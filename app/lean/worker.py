"""One warm Lean: a process that has the library loaded and elaborates one text after the other.

A check costs milliseconds and guides a search; the process has run the texts of strangers, so nothing that it
says is a proof.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

import app.lean
from app.domain.errors import CheckerUnavailable, NotAStatement
from app.domain.lean_source import sorries
from app.domain.verdict import (
    Checked,
    Hole,
    Incomplete,
    Message,
    Position,
    Reason,
    Rejected,
    Severity,
    Undecided,
    Verdict,
)
from app.lean import launch, process
from app.lean.environments import CoreLean
from app.lean.jail import LIMITS_ONLY, Jail, start, watch_memory
from app.lean.messages import NOT_AN_ANSWER, goals, message
from app.lean.process import Output, Stopped, Tail

START_S = 30.0
MOST_SHOWN = 1 << 20  # characters of all goals of an answer
_PROGRAM = [Path(app.__file__), Path(app.lean.__file__).parent]
_USES_SORRY = re.compile(r"declaration uses [`']sorry[`']")
_EXIT = "using 'exit' to interrupt Lean"
_NOT_STARTED = Stopped(Reason.CHECKER_ERROR, "Lean was not started.")


class LeanWorker:
    """A Lean process that checks one source after another, for one caller at a time.

    A check that does not end well ends the process too, so that no later check hears an earlier answer:
    `alive` is False from then on.
    """

    def __init__(self, core: CoreLean, limits: launch.Limits | None = None, jail: Jail = LIMITS_ONLY) -> None:
        self.checks = 0
        self._core = core
        self._limits = limits or launch.Limits()
        self._jail = jail
        self._output = Output(self._limits.output_bytes)
        self._errors = Tail()
        self._answer: asyncio.Future[bytes] | None = None
        self._stopped: Stopped | None = None
        self._process: asyncio.subprocess.Process | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> LeanWorker:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process is not None and self._stopped is None

    @property
    def pid(self) -> int:
        """The number of the process, 0 before the start."""
        return self._process.pid if self._process else 0

    async def start(self) -> None:
        """Start the process and load its imports. Raises CheckerUnavailable if Lean does not come up."""
        try:
            command = launch.frontend(self._core.environment.header, limits=self._limits)
            env, library = launch.environment(self._core.lean_path), self._core.lean_path
            lean = await start(self._jail, command, env, self._limits, [library, *_PROGRAM])
        except (OSError, ValueError) as error:
            raise CheckerUnavailable(f"Lean cannot be started: {error}") from error
        self._process = lean
        self._attend(lean)
        match await self.check(self._core.environment.header + "\n", START_S):
            case Checked():
                return
            case Undecided(_, detail):
                reason = detail
            case verdict:
                reason = str(verdict)
        await self.close()
        raise CheckerUnavailable(f"Lean cannot load its library: {reason}")

    async def close(self) -> None:
        """Kill the process and what it started, and wait until they are gone."""
        self._stop(Stopped(Reason.CANCELLED, "Lean was closed."))
        if self._process is not None:
            await process.end(self._process)
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def check(
        self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
    ) -> Verdict:
        """As `Checker.check`; a worker that is not alive answers why, which is Undecided."""
        self.checks += 1
        try:
            async with asyncio.timeout(deadline_s):
                return await self._exchange(source, goals_at)
        except TimeoutError:
            self._stop(Stopped(Reason.TIMEOUT, f"Lean was not done within {deadline_s:g} s."))
        except Stopped as stopped:
            self._stop(stopped)  # already done, unless it never started
        except NOT_AN_ANSWER as error:
            self._stop(Stopped(Reason.CHECKER_ERROR, f"Lean's answer cannot be read: {error!r}"))
        except BaseException:
            self._stop(Stopped(Reason.CANCELLED, "The check was given up."))
            raise
        await self.close()
        return self._stopped.verdict if self._stopped else _NOT_STARTED.verdict

    async def _exchange(self, source: str, goals_at: Sequence[Position] | None) -> Verdict:
        if self._process is None or self._stopped:
            raise self._stopped or _NOT_STARTED
        if not source.startswith(self._core.environment.header + "\n"):
            return Undecided(
                Reason.CHECKER_ERROR, "The file does not begin with the header of its environment."
            )
        asked, holes = goals_at or (), _holes(source) if goals_at is not None else ()
        question = {
            "source": source,
            "tactics": [astuple(place) for place in (*asked, *holes)],
            "terms": [astuple(place) for place in holes],
        }
        self._output.reset()
        self._answer = asyncio.get_running_loop().create_future()
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        self._process.stdin.write(json.dumps(question).encode() + b"\n")
        answer = json.loads(await self._answer)
        printed = [*answer["tactics"], *answer["terms"]]
        if sum(len(goal) for place in printed for goal in place) > MOST_SHOWN:
            raise Stopped(Reason.OUTPUT_LIMIT, f"Lean's goals are longer than {MOST_SHOWN} characters.")
        tactics, terms = [list(map(goals, answer[kind])) for kind in ("tactics", "terms")]
        standing = zip(holes, tactics[len(asked) :], terms, strict=True)
        return _verdict(
            self._messages(answer),
            tuple(tactics[: len(asked)]),
            tuple(Hole(place, term or tactic, bool(term)) for place, tactic, term in standing),
        )

    def _messages(self, answer: Mapping[str, Any]) -> tuple[Message, ...]:
        if len(answer["messages"]) > self._limits.messages:
            raise Stopped(Reason.OUTPUT_LIMIT, f"Lean had more than {self._limits.messages} messages.")
        return tuple(sorted(map(message, answer["messages"]), key=lambda said: said.start))

    def _stop(self, stopped: Stopped) -> None:
        """End the process; its first reason is kept. `close` waits for the end."""
        if self._process is None or self._stopped is not None:
            return
        self._stopped = stopped
        process.kill(self._process)
        if self._answer and not self._answer.done():
            self._answer.set_exception(stopped)

    def _attend(self, lean: asyncio.subprocess.Process) -> None:
        """Listen to the process and watch it until it ends."""
        assert lean.stdout is not None  # noqa: S101 - the three are pipes
        assert lean.stderr is not None  # noqa: S101
        works = (
            self._listen(lean, lean.stdout),
            self._errors.follow(lean.stderr, self._output),
            watch_memory(lean.pid, self._limits.resident_bytes),
        )
        self._tasks = [asyncio.create_task(self._unless_stopped(work)) for work in works]

    async def _unless_stopped(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Stopped as stopped:
            self._stop(stopped)

    async def _listen(self, lean: asyncio.subprocess.Process, stdout: asyncio.StreamReader) -> None:
        """An answer is a line; what is said without a question, or after the answer, is not heard."""
        said = bytearray()
        while chunk := await stdout.read(1 << 16):
            self._output.take(len(chunk))
            said += chunk
            if chunk.endswith(b"\n"):
                if self._answer and not self._answer.done():
                    self._answer.set_result(bytes(said))
                said.clear()
        status = self._jail.status(await lean.wait())
        raise Stopped(Reason.CRASHED, f"Lean ended with status {status}. {self._errors}".strip())


def _holes(source: str) -> tuple[Position, ...]:
    try:
        return tuple(sorries(source))
    except NotAStatement:  # Lean may read a file that we do not
        return ()


def _verdict(messages: tuple[Message, ...], found: tuple[Any, ...], holes: tuple[Hole, ...]) -> Verdict:
    """What it comes to that Lean said this, and nothing else, by the end of the file."""
    if any(said.severity is Severity.ERROR for said in messages):
        return Rejected(messages, found)
    if any(said.text == _EXIT for said in messages):
        return Undecided(Reason.CHECKER_ERROR, "Lean did not read the file beyond `#exit`.")
    if any(_USES_SORRY.fullmatch(said.text) for said in messages):
        return Incomplete(holes, messages, found)
    return Checked(messages, found)
