"""One warm Lean worker, over Lean's own language-server protocol.

`lean --worker` holds one document whose imports stay loaded, so a check costs milliseconds. What it says
guides a search; it has run the texts of strangers, so nothing that it says is a proof.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from app.domain.errors import CheckerUnavailable, NotAStatement
from app.domain.goal import Goal
from app.domain.lean_source import sorries
from app.domain.verdict import Checked, Hole, Incomplete, Position, Reason, Rejected, Undecided, Verdict
from app.lean import launch, process
from app.lean.connection import Client
from app.lean.environments import CoreLean
from app.lean.messages import goals
from app.lean.process import Output, Stopped, Tail
from app.lean.transcript import Transcript

START_S = 30.0
_WAIT_FOR_DIAGNOSTICS = "textDocument/waitForDiagnostics"
_FILE_PROGRESS = "$/lean/fileProgress"
_GOALS, _EXPECTED = "$/lean/plainGoal", "$/lean/plainTermGoal"
_FEW_REPORTS = "-Dserver.reportDelayMs=4"  # each costs both sides more than the wait, with two Leans a tenth
_URI = "file:///lemmata/User.lean"
_CAPABILITIES = {"lean": {"incrementalDiagnosticSupport": True}}
_HEADER_CHANGED = 2  # the worker's exit status when other imports are wanted than it has loaded
_NOT_STARTED = Stopped(Reason.CHECKER_ERROR, "Lean was not started.")

OnProgress = Callable[[Position], None]


class LeanServer:
    """A Lean process that checks one source after another, for one caller at a time.

    A check that does not end well ends the process too, so that no later check hears an earlier answer:
    `alive` is False from then on. `on_progress` hears where in the source Lean is working.
    """

    def __init__(
        self, core: CoreLean, limits: launch.Limits | None = None, on_progress: OnProgress | None = None
    ) -> None:
        self.checks = 0
        self._core = core
        self._limits = limits or launch.Limits()
        self._on_progress = on_progress
        self._output = Output(self._limits.output_bytes)
        self._client = Client(self._heard, self._failed)
        self._errors = Tail()
        self._transcript = Transcript()
        self._asked: list[Future[Any]] = []
        self._stopped: Stopped | None = None
        self._process: asyncio.subprocess.Process | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> LeanServer:
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
        command = launch.command("--worker", _FEW_REPORTS, *launch.OPTIONS, limits=self._limits)
        try:
            lean = await process.start(command, launch.environment(self._core.lean_path), Path("/"))
        except OSError as error:
            raise CheckerUnavailable(f"Lean cannot be started: {error}") from error
        self._process = lean
        self._attend(lean)
        hello = {"processId": None, "rootUri": None, "capabilities": _CAPABILITIES}
        self._client.protocol.send_request(types.INITIALIZE, hello)  # a worker does not answer this one
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
        except (JsonRpcException, LookupError, TypeError, ValueError) as error:
            self._stop(Stopped(Reason.CHECKER_ERROR, f"Lean's answer cannot be read: {error!r}"))
        except BaseException:
            self._stop(Stopped(Reason.CANCELLED, "The check was given up."))
            raise
        await self.close()
        return self._stopped.verdict if self._stopped else _NOT_STARTED.verdict

    async def goals(self, source: str, position: Position, deadline_s: float) -> tuple[Goal, ...] | Undecided:
        """The goals at one place, for an editor."""
        match await self.check(source, deadline_s, [position]):
            case Undecided() as undecided:
                return undecided
            case Checked() | Incomplete() | Rejected() as verdict:
                return verdict.goals[0]

    async def _exchange(self, source: str, goals_at: Sequence[Position] | None) -> Verdict:
        """Send the source and every question about it at once, and wait for all answers."""
        if not self.alive:
            raise self._stopped or _NOT_STARTED
        if not source.startswith(self._core.environment.header + "\n"):
            return Undecided(
                Reason.CHECKER_ERROR, "The file does not begin with the header of its environment."
            )
        self._output.reset()
        self._asked.clear()
        transcript = self._transcript = Transcript(source, self._transcript.version + 1)
        self._send(transcript)
        await_all = {"uri": _URI, "version": transcript.version}
        asked = [self._request_goals(_GOALS, place) for place in goals_at or ()]
        _, *answers = await self._answers(self._request(_WAIT_FOR_DIAGNOSTICS, await_all), *asked)
        found = tuple(map(goals, answers))
        verdict = transcript.verdict(found)
        if isinstance(verdict, Incomplete) and goals_at is not None:
            return transcript.verdict(found, await self._holes(source))
        if transcript.fatal:  # another check would find the wrong imports, or none
            self._stop(Stopped(Reason.CHECKER_ERROR, "Lean gave up the file before."))
        return verdict

    async def _holes(self, source: str) -> tuple[Hole, ...]:
        """Where `sorry` stands for a term and not for a tactic, the goal is the type expected there."""
        try:
            places = sorries(source)
        except NotAStatement:  # Lean read the file, so this is a limit of our reading
            return ()
        asked = [self._request_goals(method, place) for place in places for method in (_GOALS, _EXPECTED)]
        answers = [goals(answer) for answer in await self._answers(*asked)]
        return tuple(
            Hole(place, tactic or term)
            for place, tactic, term in zip(places, answers[::2], answers[1::2], strict=True)
        )

    async def _answers(self, *asked: asyncio.Future[Any]) -> list[Any]:
        """Wait for all answers. Raises Stopped if the process stops first."""
        return await asyncio.gather(*asked)

    def _send(self, transcript: Transcript) -> None:
        if transcript.version == 1:
            item = types.TextDocumentItem(_URI, "lean", 1, transcript.source)
            self._client.protocol.notify(types.TEXT_DOCUMENT_DID_OPEN, types.DidOpenTextDocumentParams(item))
            return
        versioned = types.VersionedTextDocumentIdentifier(transcript.version, _URI)
        whole = types.TextDocumentContentChangeWholeDocument(transcript.source)
        change = types.DidChangeTextDocumentParams(versioned, [whole])
        self._client.protocol.notify(types.TEXT_DOCUMENT_DID_CHANGE, change)

    def _request_goals(self, method: str, place: Position) -> asyncio.Future[Any]:
        document = types.TextDocumentIdentifier(_URI)
        where = types.TextDocumentPositionParams(document, self._transcript.lines.to_server(place))
        return self._request(method, where)

    def _request(self, method: str, params: object) -> asyncio.Future[Any]:
        if self._stopped:
            raise self._stopped
        self._asked.append(self._client.protocol.send_request(method, params))
        return asyncio.wrap_future(self._asked[-1])

    def _heard(self, method: str, params: Mapping[str, Any]) -> None:
        if method == types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS:
            self._transcript.diagnosed(params)
            if self._transcript.size > self._limits.messages:
                limit = f"Lean had more than {self._limits.messages} messages."
                self._stop(Stopped(Reason.OUTPUT_LIMIT, limit))
        elif method == _FILE_PROGRESS:
            self._transcript.progressed(params)
            if self._on_progress and self._transcript.at:
                self._on_progress(self._transcript.at)

    def _failed(self, error: Exception) -> None:
        self._stop(Stopped(Reason.CHECKER_ERROR, f"Lean's message cannot be read: {error!r}"))

    def _stop(self, stopped: Stopped) -> None:
        """End the process; its first reason is kept. `close` waits for the end."""
        if self._process is None or self._stopped is not None:
            return
        self._stopped = stopped
        self._client.silenced.set()
        process.kill(self._process)
        for future in self._asked:
            if not future.done():
                future.set_exception(stopped)

    def _attend(self, lean: asyncio.subprocess.Process) -> None:
        """Listen to the process and watch it until it ends."""
        assert lean.stdin is not None  # noqa: S101 - the three are pipes
        assert lean.stdout is not None  # noqa: S101
        assert lean.stderr is not None  # noqa: S101
        self._client.protocol.set_writer(lean.stdin)
        works = (
            self._listen(lean, lean.stdout),
            self._errors.follow(lean.stderr, self._output),
            process.watch_memory(lean.pid, self._limits.resident_bytes),
        )
        self._tasks = [asyncio.create_task(self._unless_stopped(work)) for work in works]

    async def _unless_stopped(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Stopped as stopped:
            self._stop(stopped)

    async def _listen(self, lean: asyncio.subprocess.Process, stdout: asyncio.StreamReader) -> None:
        await self._client.listen(stdout, self._output)
        status = await lean.wait()
        if status == _HEADER_CHANGED:
            raise Stopped(Reason.CHECKER_ERROR, "Lean cannot change the imports of a running worker.")
        raise Stopped(Reason.CRASHED, f"Lean ended with status {status}. {self._errors}".strip())
