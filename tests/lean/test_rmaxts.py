"""RMaxTS and sampling alone with the real Lean and the real prover."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.domain.events import Side
from app.domain.problem import Problem
from app.domain.proof import term
from app.domain.verdict import Checked
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from app.models.symbolic import SymbolicProver
from app.pipeline.expansion import TacticSampler
from app.pipeline.found import Found, NotFound, SearchResult
from app.pipeline.lab import Job, Lab
from app.pipeline.lock import Locked, lock
from app.pipeline.place import Place
from app.pipeline.rmaxts import TACTICS, rmaxts
from app.pipeline.search import SearchLimits
from app.pipeline.walks import walks
from app.trust.certify import Certifier
from app.trust.statements import StatementCertifier
from tests.fakes import MemoryJournal

LIMITS = SearchLimits(seconds=60, checks=300, check_s=10, workers=2)
THEOREMS = [
    "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p",
    "theorem both (p q r : Prop) (h : p ∧ (q ∨ r)) : (p ∧ q) ∨ (p ∧ r)",
    "theorem four (n : Nat) (h : n % 4 = 2) : ∃ k, n = 2 * k",
    "def len {α : Type} : List α → Nat\n  | [] => 0\n  | _ :: xs => len xs + 1\n\n"
    "theorem len_append (α : Type) (a b : List α) : len (a ++ b) = len a + len b",
]


@pytest.fixture
async def lab(core: CoreLean, prover: SymbolicProver) -> AsyncIterator[Lab]:
    async with LeanPool(core, 2) as pool:
        yield Lab(core.environment, pool, StatementCertifier(Certifier(core)), prover)


async def locked(text: str, lab: Lab) -> Locked:
    found = await lock(Job(Problem(text), lab, MemoryJournal()))
    assert isinstance(found, Locked)
    return found


async def grown(locked: Locked, lab: Lab, limits: SearchLimits = LIMITS, **more: Any) -> SearchResult:
    statement, place, journal = locked.reading.statement, Place(locked.goal), MemoryJournal()
    sampler = TacticSampler(lab.prover, statement.preamble)
    return await rmaxts(
        statement, place, Side.STATEMENT, sampler, lab.checker, journal, limits, TACTICS, **more
    )


async def walked(locked: Locked, lab: Lab) -> SearchResult:
    statement, place, journal = locked.reading.statement, Place(locked.goal), MemoryJournal()
    sampler = TacticSampler(lab.prover, statement.preamble)
    return await walks(statement, place, Side.STATEMENT, sampler, lab.checker, journal, LIMITS)


@pytest.mark.parametrize("text", THEOREMS)
async def test_a_tree_search_finds_a_proof_that_lean_accepts(lab: Lab, text: str) -> None:
    given = await locked(text, lab)

    result = await grown(given, lab)

    assert isinstance(result, Found)
    source = given.reading.statement.source(term(result.tree))
    assert isinstance(await lab.checker.check(source, 10), Checked)


@pytest.mark.parametrize("text", THEOREMS[:2])
async def test_sampling_alone_finds_a_proof_that_lean_accepts(lab: Lab, text: str) -> None:
    given = await locked(text, lab)

    result = await walked(given, lab)

    assert isinstance(result, Found)
    source = given.reading.statement.source(term(result.tree))
    assert isinstance(await lab.checker.check(source, 10), Checked)


async def test_a_false_statement_is_proved_by_neither(lab: Lab) -> None:
    given = await locked("theorem wrong (n : Nat) (h : 0 < n) : n * n = n + n", lab)

    assert isinstance(await grown(given, lab), NotFound)
    assert isinstance(await walked(given, lab), NotFound)


async def test_a_search_goes_on_where_its_checkpoint_was(lab: Lab) -> None:
    given, kept = await locked(THEOREMS[-1], lab), list[dict[str, Any]]()

    async def keep(checkpoint: dict[str, Any]) -> None:
        kept.append(checkpoint)

    first = await grown(given, lab, SearchLimits(seconds=60, checks=12, check_s=10), keep=keep)
    assert isinstance(first, NotFound)
    assert first.checks == 12

    result = await grown(given, lab, checkpoint=kept[-1])

    assert isinstance(result, Found)
    assert result.checks > 12
