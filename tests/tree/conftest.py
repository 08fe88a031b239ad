"""A laboratory with the real Lean, and models that follow a script."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace

import pytest

from app.domain.events import Event, Outcome
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.domain.proof import Proposal
from app.lean.environments import CoreLean, module_sources
from app.lean.pool import LeanPool
from app.models.library import LemmaIndex
from app.models.prompts import PromptFiles
from app.models.symbolic import SymbolicProver
from app.pipeline.lab import Lab, Models
from app.pipeline.solve import solve
from app.trust.certify import Certifier
from app.trust.statements import StatementCertifier
from tests.fakes import MemoryJournal

ODD = "theorem t (a b : ℤ) (ha : a % 2 = 1) (hb : b % 2 = 1) : (a + b) % 2 = 0"


class Speechless:
    """A prover that proposes nothing, so that only what models say can help."""

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        return ()


class Slow(Speechless):
    """Thinks for a while about a negation, and then has nothing to say."""

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        await asyncio.sleep(3.0 if goal.target.startswith("¬") else 0)
        return ()


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
        return await solve(Problem(text, seconds=seconds, words=words), lab, self.last, earlier)

    def told(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.last.events if isinstance(event, kind)]


@pytest.fixture(scope="session")
def prover() -> SymbolicProver:
    return SymbolicProver(LemmaIndex.of(path.read_text("utf-8") for path in module_sources().values()))


@pytest.fixture
async def room(core: CoreLean, prover: SymbolicProver) -> AsyncIterator[Room]:
    async with LeanPool(core, 2) as pool:
        certifier = StatementCertifier(Certifier(core))
        lab = Lab(core.environment, pool, certifier, prover, prompts=PromptFiles())
        yield Room(lab, MemoryJournal())


def lean(code: str, before: str = "") -> str:
    """A reply with one Lean block."""
    return f"{before}\n```lean4\n{code}\n```\n"
