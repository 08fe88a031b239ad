"""The final word: new Lean processes, which have seen nothing else, decide whether a proof is one.

Each has a file of its own, so that a proof cannot speak for its judge: the *challenge* elaborates the
statement alone, the *submission* compiles statement and proof, and the *judge* imports what was compiled,
lists the axioms and says what was proved. Only the judge's words count for a proof, and they must be the
expected ones on the expected lines, with nothing besides. docs/decisions/0003 has the reasons.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import shutil
import tempfile
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from app.domain.certificate import PERMITTED_AXIOMS, Certificate, NotCertified, Refusal
from app.domain.lean_source import words
from app.domain.problem import Statement
from app.domain.verdict import Message, Reason, Severity, Undecided
from app.lean import launch
from app.lean.admission import refusal
from app.lean.cold import Finished, elaborate
from app.lean.environments import CoreLean
from app.lean.meter import Meter
from app.lean.process import Stopped

A = TypeVar("A")
B = TypeVar("B")
T = TypeVar("T")

MODULE = "Submission"
# A theorem is printed in full, so that two that look alike are alike; Lean's raw printer never fails.
_IN_FULL = tuple(
    f"-Dpp.{option}" for option in ("all=true", "rawOnError=true", "deepTerms=true", "maxSteps=1000000")
)
_NOT_IN_FULL = ("⋯", "failed to pretty print")
_FREE = re.compile(r"'([^\n]+)' does not depend on any axioms")
_BOUND = re.compile(r"'([^\n]+)' depends on axioms: \[(.+)\]", re.DOTALL)
_LEVELS = re.compile(r"\.\{[^{}]*\}")
_SORRY = re.compile(r"\bsorry\b")


class _Refused(Exception):
    """A definite 'no', on its way out."""

    def __init__(self, refusal: Refusal, detail: str) -> None:
        super().__init__(detail)
        self.answer = NotCertified(refusal, detail)


@dataclass(frozen=True, slots=True)
class ColdCertifier:
    """A `Certifier` for the built-in environment; `limits` are those of each process.

    `processes` is how many it may run at once: with one, the statement is compiled before the proof.
    """

    core: CoreLean
    limits: launch.Limits = field(default_factory=launch.Limits)
    processes: int = 2
    meter: Meter = field(default_factory=Meter)

    async def certify(
        self, statement: Statement, proof: str, deadline_s: float
    ) -> Certificate | NotCertified | Undecided:
        """See `Certifier.certify`."""
        return refusal(self.core.environment, statement, proof) or await self.judge(
            statement, proof, deadline_s
        )

    async def certify_refutation(
        self, statement: Statement, proof: str, deadline_s: float
    ) -> Certificate | NotCertified | Undecided:
        """See `Certifier.certify_refutation`. Text cannot negate every statement: `variable`, say."""
        negation = statement.negation()
        if refused := refusal(self.core.environment, negation, proof):
            return refused
        started = time.monotonic()
        if doubt := await _answer(self._negated(statement), deadline_s):
            return doubt
        return await self.judge(negation, proof, deadline_s - (time.monotonic() - started))

    async def judge(
        self, statement: Statement, proof: str, deadline_s: float
    ) -> Certificate | NotCertified | Undecided:
        """What Lean decides, whatever is in the text: `certify` without its gate."""
        return await _answer(self._certificate(statement, proof), deadline_s)

    async def _certificate(self, statement: Statement, proof: str) -> Certificate:
        started = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="lemmata-") as folder:
            proved, compiled = await _both(
                self._challenge(Path(folder, "challenge"), statement),
                self._submission(Path(folder, "submission"), statement.source(proof)),
                at_once=self.processes > 1,
            )
            axioms = await self._judged(Path(folder, "judge"), statement, proved, compiled)
        return Certificate(
            name=statement.name,
            preamble=statement.preamble,
            signature=statement.signature,
            proof=proof,
            source=statement.source(proof),
            axioms=tuple(sorted(axioms)),
            lean_version=self.core.environment.lean_version,
            library=self.core.environment.library,
            statement_digest=statement.digest,
            source_digest=hashlib.sha256(statement.source(proof).encode()).hexdigest(),
            elapsed_s=time.monotonic() - started,
        )

    async def _challenge(self, folder: Path, statement: Statement) -> str:
        """The theorem as Lean understands its statement, in full, from a file without the proof.

        That its only proof is this file's `sorry` shows that the text is one theorem to its end.
        """
        given = f"{statement.header}\n{statement.preamble}{statement.signature}\n:= sorry\n"
        asked, line = _questions(statement), given.count("\n") + 1
        said = await self._run(folder, given + asked, *_IN_FULL)
        if said.errors:
            detail = f"The statement alone is not accepted: {_first(said.errors)}"
            raise _Refused(Refusal.ELABORATION_ERROR, detail)
        if "sorryAx" not in _axioms(_only(said.at_line(line)).text, statement.name):
            raise _Refused(Refusal.REFUSED_SOURCE, "The statement brings a proof of its own.")
        return _only(said.at_line(line + 1)).text

    async def _submission(self, folder: Path, source: str) -> Path:
        """Compile statement and proof; the compiled file."""
        compiled = folder / f"{MODULE}.olean"
        said = await self._run(folder, source, "-R", str(folder), "-o", str(compiled))
        if said.errors:
            raise _Refused(Refusal.ELABORATION_ERROR, _first(said.errors))
        if uses_sorry := [message for message in said.messages if _SORRY.search(message.text)]:
            raise _Refused(Refusal.HAS_SORRY, _first(uses_sorry))
        return compiled

    async def _judged(
        self, folder: Path, statement: Statement, proved: str, compiled: Path
    ) -> frozenset[str]:
        """The axioms of what was compiled, all permitted, if it is the theorem of the challenge."""
        _copy(compiled, folder)
        head = f"{statement.header}\nimport {MODULE}\n"
        line = head.count("\n") + 1
        said = await self._run(folder, head + _questions(statement), *_IN_FULL, module="Judge")
        if missing := [error for error in said.errors if error.start.line >= line]:
            raise _Refused(Refusal.STATEMENT_CHANGED, _first(missing))
        listed, shown = _only(said.at_line(line)), _only(said.at_line(line + 1))
        if len(said.messages) != 2:
            raise Stopped(Reason.CHECKER_ERROR, f"Lean said more than it was asked: {_first(said.messages)}")
        if shown.text != proved:
            changed = f"The theorem is {proved}, and what was proved is {shown.text}"
            raise _Refused(Refusal.STATEMENT_CHANGED, changed)
        return _permitted(_axioms(listed.text, statement.name))

    async def _negated(self, statement: Statement) -> None:
        """Have Lean confirm that the negation, which was made as text, is the statement's negation.

        Both stand in one file, so nothing may hold for the first of them alone, as `open Nat in` does.
        """
        negation = statement.negation()
        if [word.text for word in words(statement.preamble)[-1:]] == ["in"]:
            detail = "This statement cannot be negated: what precedes it ends in `in`."
            raise _Refused(Refusal.STATEMENT_CHANGED, detail)
        stated = f"{statement.header}\n{statement.preamble}{statement.signature}\n:= sorry\n"
        negated = f"{negation.signature}\n:= sorry\n"
        same = f"example : _root_.Not (type_of% @_root_.{statement.name}) := @_root_.{negation.name}\n"
        with tempfile.TemporaryDirectory(prefix="lemmata-") as folder:
            said = await self._run(Path(folder, "negation"), stated + negated + same)
        if said.errors:
            detail = f"This statement cannot be negated as it is written: {_first(said.errors)}"
            raise _Refused(Refusal.STATEMENT_CHANGED, detail)

    async def _run(self, folder: Path, source: str, *options: str, module: str = MODULE) -> Finished:
        """Elaborate `source` in `folder`; an end that is neither success nor failure decides nothing.

        Lean puts the name of the module into names that it makes, so challenge and submission have the same.
        """
        file = _written(source, folder / f"{module}.lean")
        with self.meter.at_work():
            said = await elaborate(file, (self.core.lean_path, folder), *options, limits=self.limits)
        if said.status not in (0, 1):
            raise Stopped(Reason.CRASHED, f"Lean ended with status {said.status}.")
        if bool(said.errors) is not bool(said.status):
            raise Stopped(
                Reason.CHECKER_ERROR, f"Lean ended with status {said.status}, which its messages deny."
            )
        return said


async def _answer(deciding: Coroutine[Any, Any, T], deadline_s: float) -> T | NotCertified | Undecided:
    """The outcome of `deciding`, with every way out of it as an answer."""
    try:
        async with asyncio.timeout(deadline_s):
            return await deciding
    except TimeoutError:
        return Undecided(Reason.TIMEOUT, f"The final check was not done within {deadline_s:g} s.")
    except Stopped as stopped:
        return stopped.verdict
    except _Refused as refused:
        return refused.answer


def _questions(statement: Statement) -> str:
    """Two lines: the axioms of the theorem, and what it says."""
    return f"#print axioms _root_.{statement.name}\n#check @_root_.{statement.name}\n"


def _written(source: str, file: Path) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(source, "utf-8")
    return file


def _copy(compiled: Path, folder: Path) -> None:
    """Raises Stopped unless there is a file that Lean could have written."""
    if compiled.is_symlink() or not compiled.is_file():
        raise Stopped(Reason.CHECKER_ERROR, "Lean ended without an error and without a result.")
    folder.mkdir()
    shutil.copyfile(compiled, folder / compiled.name)


def _only(messages: tuple[Message, ...]) -> Message:
    """The one thing that Lean was asked for. Raises Stopped if it is not one information."""
    if len(messages) != 1 or messages[0].severity is not Severity.INFORMATION:
        raise Stopped(Reason.CHECKER_ERROR, "Lean did not answer what it was asked.")
    if any(mark in messages[0].text for mark in _NOT_IN_FULL):
        raise Stopped(Reason.CHECKER_ERROR, "Lean did not print the theorem in full.")
    return messages[0]


def _axioms(listed: str, name: str) -> frozenset[str]:
    """Read Lean's sentence about the axioms of `name`. Raises Stopped if it is any other sentence."""
    match = _FREE.fullmatch(listed) or _BOUND.fullmatch(listed)
    if match is None or _plain(match[1]) != _plain(name):
        raise Stopped(Reason.CHECKER_ERROR, f"Lean did not list the axioms: {listed}")
    if match.re is _FREE:
        return frozenset()
    return frozenset(entry.strip() for entry in _LEVELS.sub("", match[2]).split(","))


def _plain(name: str) -> str:
    return name.replace("«", "").replace("»", "")


def _permitted(axioms: frozenset[str]) -> frozenset[str]:
    if "sorryAx" in axioms:
        raise _Refused(Refusal.HAS_SORRY, "The proof uses `sorry`.")
    if others := sorted(axioms - PERMITTED_AXIOMS):
        raise _Refused(Refusal.AXIOMS, f"The proof uses axioms that are not permitted: {', '.join(others)}.")
    return axioms


def _first(messages: list[Message] | tuple[Message, ...]) -> str:
    message = messages[0]
    return f"{message.start}: {message.text}"


async def _both(
    first: Coroutine[Any, Any, A], second: Coroutine[Any, Any, B], *, at_once: bool
) -> tuple[A, B]:
    """Run two; when one fails, the other is ended before the failure goes on."""
    if not at_once:
        try:
            return await first, await second
        finally:
            second.close()
    tasks = asyncio.create_task(first), asyncio.create_task(second)
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            task.result()
        return tasks[0].result(), tasks[1].result()
    finally:
        for task in tasks:
            task.cancel()  # only once: a second time would interrupt its cleaning up
        await asyncio.gather(*tasks, return_exceptions=True)
