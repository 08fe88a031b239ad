"""A laboratory with the real Lean, and models that follow a script."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import pytest_asyncio

from app.bootstrap import model_servers
from app.domain.act import Act
from app.domain.events import ActTaken, Event, NodeLeft, Outcome
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.domain.proof import Proposal
from app.domain.prose import in_words
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from app.models.prompts import PromptFiles
from app.models.symbolic import SymbolicProver
from app.pipeline.lab import Lab, Models
from app.pipeline.solve import solve
from app.settings import Settings
from app.trust.certify import Certifier, Decision
from app.trust.statements import StatementCertifier
from tests.fakes import MemoryJournal
from tests.model_server.client import ModelServer

ODD = "theorem t (a b : ℤ) (ha : a % 2 = 1) (hb : b % 2 = 1) : (a + b) % 2 = 0"


class Speechless:
    """A prover that proposes nothing, so that only what models say can help."""

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        return ()


class Slow(Speechless):
    """Thinks about a negation until it is `enough`, and then has nothing to say; others act meanwhile."""

    def __init__(self) -> None:
        self.enough = asyncio.Event()

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        if goal.target.startswith("¬"):
            with suppress(TimeoutError):
                await asyncio.wait_for(self.enough.wait(), 20)
        return ()


class Person(MemoryJournal):
    """Follows a job; `does` says what they do at an event, if anything. When all of that has been heard, the
    `prover` that keeps the job going has thought enough.
    """

    def __init__(self, does: Callable[[Event], Sequence[Act]]) -> None:
        super().__init__()
        self.prover = Slow()
        self._does = does

    async def append(self, event: Event) -> None:
        await super().append(event)
        self.done += [act for act in self._does(event) if act not in self.done]
        heard = {event.number for event in self.events if isinstance(event, ActTaken)}
        if heard and heard == {act.number for act in self.done}:
            self.prover.enough.set()


def when_left(node: str, *acts: Act) -> Callable[[Event], Sequence[Act]]:
    return lambda event: acts if isinstance(event, NodeLeft) and event.node == node else ()


@dataclass(frozen=True)
class Remembering(Certifier):
    """Decides about each pair of files once: the same few proofs end many of these tests."""

    decided: dict[tuple[bytes, bytes], Decision] = field(default_factory=dict, init=False, repr=False)

    async def certify(self, challenge: bytes, solution: bytes, deadline_s: float) -> Decision:
        files = challenge, solution
        if files not in self.decided:
            decision = await super().certify(*files, deadline_s)
            if not decision.decided:
                return decision
            self.decided[files] = decision
        return self.decided[files]


@dataclass
class Room:
    """`run` solves a text, by default without a prover of our own; `last` is the journal of the last run."""

    lab: Lab
    last: MemoryJournal

    async def run(
        self,
        text: str,
        models: Models | None = None,
        *,
        symbolic: bool = False,
        seconds: float = 20,
        words: str = "",
        earlier: Sequence[Event] = (),
    ) -> Outcome:
        self.last = MemoryJournal()
        prover = self.lab.prover if symbolic else Speechless()
        lab = replace(self.lab, models=models or Models(), prover=prover)
        problem = Problem(text, seconds=seconds, words=words, in_words=in_words(text))
        return await solve(problem, lab, self.last, earlier)

    def told(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.last.events if isinstance(event, kind)]


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def pool(core: CoreLean) -> AsyncIterator[LeanPool]:
    async with LeanPool(core, 2) as pool:
        yield pool


@pytest.fixture(scope="session")
def certifier(core: CoreLean) -> StatementCertifier:
    return StatementCertifier(Remembering(core))


@pytest.fixture
def room(core: CoreLean, pool: LeanPool, certifier: StatementCertifier, prover: SymbolicProver) -> Room:
    """Its tests run in the loop of the session, to which the pool belongs."""
    lab = Lab(core.environment, pool, certifier, prover, prompts=PromptFiles())
    return Room(lab, MemoryJournal())


def lean(code: str, before: str = "") -> str:
    """A reply with one Lean block."""
    return f"{before}\n```lean4\n{code}\n```\n"


@pytest_asyncio.fixture(loop_scope="session")
async def models(model_server: ModelServer, tmp_path: Path) -> AsyncIterator[Models]:
    """Models behind a server that answers by a script."""
    endpoint = {"url": model_server.url, "model": "scripted", "concurrency": 8}
    settings = Settings(data=tmp_path, prover=endpoint, informal=endpoint)
    async with model_servers(settings) as servers:
        yield Models(**servers)
