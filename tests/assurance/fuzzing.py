"""Compiled files that Lean never wrote, given to the reader and to the comparison, a piece at a time.

Every file here would have to prove `False`, so none may be accepted; nor may one end the reader in another
way than by its one exception, or keep it for a second.
"""

from __future__ import annotations

import hashlib
import resource
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from app.lean.environments import CoreLean
from app.trust.decision import Refused, decide, opened
from app.trust.terms import Malformed
from tests.assurance.forged import forged, noise
from tests.assurance.kernel_forks import ask_lean
from tests.trust.compiling import compiled, modules
from tests.trust.forging import declarations, mutations

CHALLENGE = "theorem t : False := sorry"
PATIENCE_S = 1.0
MOST_BYTES = 6 << 30  # of addresses: a thread of our kernel takes half a gibibyte
FRESH = 500  # inputs for which one library is used; its terms are never given back
KINDS = """
inductive Tree (α : Type) : Type | node : α → List (Tree α) → Tree α
mutual
inductive A : Type | a : B → A
inductive B : Type | none | b : A → B
end
structure Pair.{u} (α : Type u) where
  first : α
  second : α
def letters : String := "añ𝒳"
theorem large : 123456789012345678901234567890 = 123456789012345678901234567889 + 1 := by decide
theorem choice (p : Prop) : p ∨ ¬p := Classical.em p
theorem zero (n : Nat) : n + 0 = n := rfl
"""
SKIPPED = """
set_option debug.skipKernelTC true in
theorem helper : (3 : Nat) = 2 := by decide +kernel
theorem t : False := by have h := helper; contradiction
"""
BASES = {
    "sorry": CHALLENGE,
    "axiom": "axiom c : False\ntheorem t : False := c",
    "skipped": SKIPPED,
    "other": "theorem t : True := True.intro",
    "kinds": f"{KINDS}{CHALLENGE}",
}
_LIBRARY = 4  # so many of the smallest modules of the library are changed as well
PLAN = {
    "sorry": (10_000, 15),
    "axiom": (10_000, 6),
    "skipped": (10_000, 8),
    "other": (10_000, 6),
    "kinds": (1_000, 12),
    "library": (2_000, 4),
    "forged": (15_000, 28),
    "noise": (3_000, 4),
}
"""Inputs of a piece of each group, and pieces: a small file takes half a millisecond, a large one ten."""


class Hang(Exception):
    """An input took longer than it may."""


@dataclass
class Tally:
    """What became of the inputs of a piece.

    `failures` are those that ended as none may, and `accepted` those that were taken for a yes, by kind; of
    each kind there is an example, which names the piece and the input's number there.
    """

    inputs: int = 0
    said: Counter[str] = field(default_factory=Counter)
    slowest_s: float = 0.0
    failures: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def failed(self, kind: str, name: str) -> None:
        self.failures[kind] += 1
        self.examples.setdefault(kind, name)

    def accepts(self, kind: str, name: str) -> None:
        self.accepted[kind] += 1
        self.examples.setdefault(kind, name)

    def add(self, other: Mapping[str, Any]) -> None:
        """Take in what another tally was as JSON."""
        self.inputs += other["inputs"]
        self.slowest_s = max(self.slowest_s, other["slowest_s"])
        for counts, more in zip((self.said, self.failures, self.accepted), _counts(other), strict=True):
            counts.update(more)
        self.examples = {**other["examples"], **self.examples}

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


def _counts(tally: Mapping[str, Any]) -> tuple[dict[str, int], ...]:
    return tally["said"], tally["failures"], tally["accepted"]


@contextmanager
def bounded() -> Iterator[None]:
    """Memory and processor time of this process are limited for each input, so that none can end the run."""

    def hang(*_: object) -> None:
        raise Hang

    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, before[1]))
    handler = signal.signal(signal.SIGVTALRM, hang)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, handler)
        resource.setrlimit(resource.RLIMIT_AS, before)


def watched(tally: Tally, name: str, work: Callable[[], str], about: str = "") -> None:
    """Count what `work` says of an input. Another exception than those that it expects is a failure.

    `about` is told with the kind of a failure.
    """
    tally.inputs += 1
    started = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, 5 * PATIENCE_S)
    try:
        tally.said[work()] += 1
    except Hang:
        tally.failed(f"{about}it does not end", name)
        return
    except Exception as error:
        tally.failed(f"{about}{type(error).__name__}: {error!s:.60}", name)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    taken_s = time.process_time() - started
    tally.slowest_s = max(tally.slowest_s, taken_s)
    if taken_s > PATIENCE_S:
        tally.failed(f"{about}longer than a second", name)


class Judge:
    """The reader and the steps behind it, on changed files in the place of a solution."""

    def __init__(self, core: CoreLean, originals: Sequence[bytes] = ()) -> None:
        self._core = core
        self._originals = {declarations(data) for data in originals}
        self._challenge = compiled(core, CHALLENGE)
        self.claims: dict[bytes, bytes] = {}
        self.refresh()

    def refresh(self) -> None:
        """Begin with the library alone: what is read is never given back."""
        self._library = opened(modules(self._core))

    def __call__(self, data: bytes) -> str:
        """What is said of the file: a word of TRUST, or `claim` for the kernel to judge.

        What declares the same as an original is judged as that is, once for all.
        """
        try:
            if declarations(data) in self._originals:
                return "the same"
        except Malformed:
            read = "malformed"
        else:
            read = "read"
        try:
            claim = decide(self._library, self._challenge, data)
        except Refused as refused:
            return f"{read}, {refused.verdict.partition('[')[0]}"
        self.claims.setdefault(hashlib.sha256(claim.export).digest(), claim.export)
        return f"{read}, claim"


def piece(core: CoreLean, key: str) -> dict[str, Any]:
    """Read the inputs of one piece, which `key` names as GROUP/NUMBER/INPUTS."""
    group, number, count = key.split("/")
    files = originals(core, group)
    tally, judge = Tally(), Judge(core, files)
    for data in files:
        tally.said[f"the original, {Judge(core)(data)}"] += 1
    with bounded():
        for at, data in enumerate(inputs(core, group, files, int(number), int(count))):
            if at % FRESH == 0:
                judge.refresh()
            watched(tally, f"{key}#{at}", partial(judge, data))
    for export, answer in zip(judge.claims.values(), ask_lean(judge.claims.values()), strict=True):
        tally.said[f"claim, {next(iter(answer))} by the kernel"] += 1
        if "accepted" in answer:
            tally.accepts("False", f"{key}, export {hashlib.sha256(export).hexdigest()}")
    return tally.as_json()


def originals(core: CoreLean, group: str) -> list[bytes]:
    """The files that are changed; of those of the library the smallest."""
    if group == "library":
        return sorted(modules(core), key=len)[:_LIBRARY]
    return [compiled(core, BASES[group])] if group in BASES else []


def inputs(core: CoreLean, group: str, files: Sequence[bytes], number: int, count: int) -> Iterator[bytes]:
    """The same for the same number."""
    if files:
        for data in files:
            yield from mutations(data, count // len(files), number)
    else:
        header = compiled(core, CHALLENGE)[:80]
        yield from (forged if group == "forged" else noise)(header, count, number)
