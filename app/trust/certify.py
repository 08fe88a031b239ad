"""The way to the word 'proved', for whole files: compile, read, compare, walk, replay in two kernels.

The challenge is one theorem with `sorry`; the solution is a stranger's file. Each is compiled in a new
process, of which only the compiled file counts; `decision` reads it as if an attacker had written it. What
it proves is replayed from nothing in Lean's kernel and in ours, in processes that never ran the solution.
"""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
import time
from collections.abc import Coroutine, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from app.domain.errors import NotAStatement
from app.domain.lean_source import header as own_header
from app.domain.lean_source import with_header
from app.domain.verdict import Message, Reason
from app.lean import launch
from app.lean.admission import misplaced, nowhere
from app.lean.cold import elaborate
from app.lean.environments import CoreLean
from app.lean.process import Stopped
from app.trust import replay as lean_kernel
from app.trust import second
from app.trust.decision import BadChallenge, Claim, Refused, decide
from app.trust.replay import KernelRejected, Replayed

PROVED = "proved"
LARGEST = 1 << 20  # bytes of source
_MODULE = "Submission"  # of both, as Lean puts the module's name into names that it makes
_REPLACED = frozenset({"Lemmata", "Mathlib"})  # a header that the environment's own stands for
_LARGEST_RESULT = 64 << 20


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided and on what grounds: `verdict` is a word of TRUST, `kernels` what each kernel said.

    `hashes` are SHA-256 as hexadecimal, of the sources as given and of the library; `elapsed_ms` is of clock.
    """

    verdict: str
    reasons: tuple[str, ...] = ()
    theorem: str = ""
    axioms: tuple[str, ...] = ()
    constants_replayed: int = 0
    kernels: Mapping[str, str] = field(default_factory=dict)
    jail: str = "limits"
    hashes: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    elapsed_ms: int = 0

    @property
    def decided(self) -> bool:
        """Whether it says something about the solution, and not only about the asking."""
        return self.verdict not in set(Reason)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Certifier:
    """Certifies whole files in the built-in environment. `limits` are those of each process.

    `second_s` is the time for our own kernel, in seconds of clock; with 0 it is not asked.
    """

    core: CoreLean
    limits: launch.Limits = field(default_factory=lambda: launch.Limits(cpu_s=60))
    second_s: float = 60.0
    gate: bool = True

    async def certify(self, challenge: bytes, solution: bytes, deadline_s: float) -> Decision:
        """Decide whether `solution` proves `challenge`. Raises BadChallenge if that is not a challenge."""
        started = time.monotonic()
        try:
            async with asyncio.timeout(deadline_s):
                decision = await self._decided(challenge, solution)
        except TimeoutError:
            decision = Decision(Reason.TIMEOUT, (f"Nothing was decided within {deadline_s:g} s.",))
        return replace(
            decision,
            hashes={
                "challenge": hashlib.sha256(challenge).hexdigest(),
                "solution": hashlib.sha256(solution).hexdigest(),
                "library": self.core.environment.library,
            },
            versions={"lean": self.core.environment.lean_version},
            elapsed_ms=round(1000 * (time.monotonic() - started)),
        )

    async def _decided(self, challenge: bytes, solution: bytes) -> Decision:
        header = self.core.environment.header
        try:
            given = (_source if self.gate else _as_it_is)(solution, header)
            asked = with_header(challenge.decode("utf-8"), header).source.encode()
            with tempfile.TemporaryDirectory(prefix="lemmata-") as folder:
                frozen, compiled = await _both(
                    self._frozen(Path(folder, "challenge"), asked),
                    self._compiled(Path(folder, "solution"), given),
                )
            claim = await asyncio.to_thread(decide, self._library, frozen, compiled)
        except UnicodeDecodeError as error:
            raise BadChallenge("The challenge is not UTF-8 text.") from error
        except Refused as refused:
            return Decision(refused.verdict, (refused.reason,))
        except Stopped as stopped:
            return Decision(stopped.verdict.reason, (stopped.verdict.detail,))
        return await self._replayed(claim)

    @cached_property
    def _library(self) -> tuple[bytes, ...]:
        return tuple(file.read_bytes() for file in sorted(self.core.lean_path.rglob("*.olean")))

    async def _frozen(self, folder: Path, source: bytes) -> bytes:
        try:
            return await self._compiled(folder, source)
        except Refused as refused:
            raise BadChallenge(f"Lean does not accept the challenge: {refused}") from refused

    async def _compiled(self, folder: Path, source: bytes) -> bytes:
        """The compiled file. Lean's own 'no' is believed; its 'yes' counts for nothing."""
        file, result = _written(folder, source)
        said = await elaborate(
            file, (self.core.lean_path,), "-R", str(folder), "-o", str(result), limits=self.limits
        )
        if said.errors:
            raise Refused("elaboration_error", _first(said.errors))
        if said.status != 0:
            raise Stopped(Reason.CRASHED, f"Lean ended with status {said.status}.")
        if result.is_symlink() or not result.is_file():
            raise Stopped(Reason.CHECKER_ERROR, "Lean ended without an error and without a result.")
        if result.stat().st_size > _LARGEST_RESULT:
            raise Stopped(Reason.OUTPUT_LIMIT, "What was compiled is too large.")
        return result.read_bytes()

    async def _replayed(self, claim: Claim) -> Decision:
        """Two kernels, at once. Lean's must accept; ours must not reject."""
        export_s = float(self.limits.cpu_s or 60)
        first, other = await asyncio.gather(
            lean_kernel.replay(claim.export, limits=self.limits, deadline_s=export_s),
            second.check(claim.export, self.limits, self.second_s),
        )
        decision = Decision(PROVED, (), claim.theorem, claim.axioms)
        match first:
            case Replayed(constants) if constants != claim.constants:
                reason = f"The kernel replayed {constants} constants of {claim.constants}."
                return Decision(Reason.CHECKER_ERROR, (reason,))
            case Replayed(constants):
                kernels = {"lean": "accepted", "lemmata": other.outcome}
                decision = replace(decision, kernels=kernels, constants_replayed=constants)
            case KernelRejected(name, why):
                verdict = "kernels_disagree" if other.outcome == second.ACCEPTED else "kernel_rejected"
                reasons = (f"Lean's kernel does not accept {name}: {why}",)
                kernels = {"lean": "rejected", "lemmata": other.outcome}
                return replace(decision, verdict=verdict, reasons=reasons, kernels=kernels)
            case undecided:
                return replace(decision, verdict=undecided.reason, reasons=(undecided.detail,))
        if other.outcome == second.REJECTED:
            reason = f"Our kernel does not accept what Lean's does: {other.detail}"
            return replace(decision, verdict="kernels_disagree", reasons=(reason,), constants_replayed=0)
        if other.outcome != second.ACCEPTED:
            return replace(decision, reasons=(f"Our kernel did not finish: {other.detail}",))
        return decision


def _source(text: bytes, header: str) -> bytes:
    """Step 2: the solution with the environment's header, if nothing in its text is refused."""
    if len(text) > LARGEST:
        raise Refused("refused_source", f"The file is longer than {LARGEST >> 20} MiB.")
    try:
        given = text.decode("utf-8")
        source = with_header(given, header).source
        imports = own_header(given).imports
        detail = nowhere(given) or misplaced(source[len(header) + 1 :])
    except UnicodeDecodeError as error:
        raise Refused("refused_source", f"The file is not UTF-8 text: byte {error.start}.") from error
    except NotAStatement as error:
        raise Refused("refused_source", str(error)) from error
    if strange := next((name for name in imports if name.split(".")[0] not in _REPLACED), None):
        raise Refused("refused_source", f"The file imports {strange}.")
    if detail:
        raise Refused("refused_source", detail)
    return source.encode()


def _as_it_is(text: bytes, header: str) -> bytes:
    return text if text.startswith(b"prelude") else f"{header}\n".encode() + text


def _written(folder: Path, source: bytes) -> tuple[Path, Path]:
    """The file, in a new folder, and where its result will be."""
    folder.mkdir()
    file = folder / f"{_MODULE}.lean"
    file.write_bytes(source)
    return file, file.with_suffix(".olean")


def _first(messages: tuple[Message, ...]) -> str:
    return f"{messages[0].start}: {messages[0].text}"


async def _both(first: Coroutine[Any, Any, bytes], other: Coroutine[Any, Any, bytes]) -> tuple[bytes, bytes]:
    """Run two; when one fails, the other is ended before that goes on. The failure of the first counts."""
    tasks = asyncio.create_task(first), asyncio.create_task(other)
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        if not tasks[0].done():
            await asyncio.wait({tasks[0]})
        return tasks[0].result(), await tasks[1]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
