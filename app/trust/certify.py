"""The way to the word 'proved': compile, read, compare, walk, replay in two kernels.

The challenge is one theorem with `sorry`; the solution is a stranger's file. Each is compiled in a process of
its own in the jail, of which only the compiled file counts; `decision` reads it as if an attacker had written
it. What it proves is replayed from nothing in Lean's kernel and in ours, in processes that never ran the
solution.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Coroutine, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from app.domain import certificate as claims
from app.domain.verdict import Message, Reason
from app.lean import launch
from app.lean.cold import elaborate
from app.lean.environments import CoreLean
from app.lean.jail import LIMITS_ONLY, Jail
from app.lean.meter import Meter
from app.lean.process import Stopped
from app.trust import replay as lean_kernel
from app.trust import second, versions
from app.trust.decision import BadChallenge, Claim, Refused, decide, opened
from app.trust.library import Library
from app.trust.relations import relate
from app.trust.replay import KernelRejected, Replayed
from app.trust.sources import asked, gated, ungated
from app.trust.together import together
from app.trust.versions import digest

T = TypeVar("T")

PROVED = "proved"
_MODULE = "Submission"  # of both, as Lean puts the module's name into names that it makes
_LARGEST_RESULT = 64 << 20
_KEPT = 8  # compiled challenges


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided and on what grounds: `verdict` is a word of TRUST, `kernels` what each kernel said.

    `hashes` are SHA-256 as hexadecimal, of the files as given, of what the kernels were given, and of what
    decided; `elapsed_ms` is of clock.
    """

    verdict: str
    reasons: tuple[str, ...] = ()
    theorem: str = ""
    axioms: tuple[str, ...] = ()
    constants_replayed: int = 0
    kernels: Mapping[str, str] = field(default_factory=dict)
    jail: str = ""
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

    `second_s` is the time for our own kernel, in seconds of clock; with 0 it is not asked. Without `gate`
    nothing in the text of a solution is refused. `meter` counts how long Lean works.
    """

    core: CoreLean
    limits: launch.Limits = field(default_factory=lambda: launch.Limits(cpu_s=60))
    second_s: float = 60.0
    gate: bool = True
    jail: Jail = LIMITS_ONLY
    meter: Meter = field(default_factory=Meter)
    _frozen: dict[bytes, bytes] = field(default_factory=dict, init=False, repr=False)

    async def certify(self, challenge: bytes, solution: bytes, deadline_s: float) -> Decision:
        """Decide whether `solution` proves `challenge`. Raises BadChallenge if that is not a challenge."""
        started = time.monotonic()
        try:
            async with asyncio.timeout(deadline_s):
                decision = await self._decided(challenge, solution)
        except TimeoutError:
            decision = Decision(Reason.TIMEOUT, (f"Nothing was decided within {deadline_s:g} s.",))
        files = {"challenge": challenge, "solution": solution}
        return replace(
            decision,
            jail=self.jail.level.name.lower(),
            hashes={name: digest(file) for name, file in files.items()}
            | {"library": self.core.environment.library}
            | versions.digests()
            | dict(decision.hashes),
            versions={"lean": self.core.environment.lean_version, **versions.versions()},
            elapsed_ms=round(1000 * (time.monotonic() - started)),
        )

    async def frozen(self, challenge: bytes) -> bytes:
        """The challenge, compiled; the last few are remembered. Raises BadChallenge and Stopped."""
        if challenge not in self._frozen:
            try:
                compiled = await self._compiled(asked(challenge, self.core.environment.header))
            except Refused as refused:
                raise BadChallenge(f"Lean does not accept the challenge: {refused}") from refused
            while len(self._frozen) >= _KEPT:
                del self._frozen[next(iter(self._frozen))]
            self._frozen[challenge] = compiled
        return self._frozen[challenge]

    async def relate(self, claim: claims.Claim, stated: bytes, challenge: bytes) -> None:
        """See `relations.relate`, for challenges that are not compiled yet. Raises Stopped, too."""
        frozen = await together(self.frozen(stated), self.frozen(challenge))
        await asyncio.to_thread(lambda: relate(self.library(), claim, *frozen))

    def library(self) -> Library:
        """The modules of the environment, to be read."""
        return opened(self._modules)

    async def _decided(self, challenge: bytes, solution: bytes) -> Decision:
        source = gated if self.gate else ungated
        try:
            given = source(solution, self.core.environment.header)
            opening = asyncio.to_thread(self.library)
            library, (frozen, compiled) = await together(opening, self._both(challenge, given))
            claim = await asyncio.to_thread(decide, library, frozen, compiled)
        except Refused as refused:
            return Decision(refused.verdict, (refused.reason,))
        except Stopped as stopped:
            return Decision(stopped.verdict.reason, (stopped.verdict.detail,))
        return replace(await self._replayed(claim), hashes={"export": digest(claim.export)})

    async def _both(self, challenge: bytes, solution: bytes) -> tuple[bytes, bytes]:
        return await together(self.frozen(challenge), self._compiled(solution))

    @cached_property
    def _modules(self) -> tuple[bytes, ...]:
        return tuple(file.read_bytes() for file in sorted(self.core.lean_path.rglob("*.olean")))

    async def _compiled(self, source: bytes) -> bytes:
        """The compiled file. Lean's own 'no' is believed; its 'yes' counts for nothing."""
        with tempfile.TemporaryDirectory(prefix="lemmata-") as folder:
            file, result = _written(Path(folder), source)
            library, limits, jail = self.core.lean_path, self.limits, self.jail
            lean = elaborate(file, library, limits=limits, jail=jail, result=result)
            said = await self._metered(lean)
            if said.errors:
                raise Refused("elaboration_error", _first(said.errors))
            if said.status != 0:
                raise Stopped(Reason.CRASHED, f"Lean ended with status {said.status}.")
            return _read(result)

    async def _metered(self, work: Coroutine[Any, Any, T]) -> T:
        with self.meter.at_work():
            return await work

    async def _replayed(self, claim: Claim) -> Decision:
        """Two kernels, at once. Lean's must accept; ours must not reject."""
        export_s = float(self.limits.cpu_s or 60)
        export, limits, jail = claim.export, self.limits, self.jail
        first, other = await together(
            self._metered(lean_kernel.replay(export, limits=limits, deadline_s=export_s, jail=jail)),
            self._metered(second.check(export, limits, self.second_s, jail)),
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
        if other.outcome not in (second.ACCEPTED, second.NOT_ASKED):
            return replace(decision, reasons=(f"Our kernel did not finish: {other.detail}",))
        return decision


def _written(folder: Path, source: bytes) -> tuple[Path, Path]:
    """The file, and where its result will be."""
    file = folder / f"{_MODULE}.lean"
    file.write_bytes(source)
    return file, file.with_suffix(".olean")


def _read(result: Path) -> bytes:
    """Raises Stopped unless there is a file that Lean could have written."""
    if result.is_symlink() or not result.is_file() or not result.stat().st_size:
        raise Stopped(Reason.CHECKER_ERROR, "Lean ended without an error and without a result.")
    if result.stat().st_size > _LARGEST_RESULT:
        raise Stopped(Reason.OUTPUT_LIMIT, "What was compiled is too large.")
    return result.read_bytes()


def _first(messages: tuple[Message, ...]) -> str:
    return f"{messages[0].start}: {messages[0].text}"
