"""A laboratory with the real Lean and our prover."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from app.models.symbolic import SymbolicProver
from app.pipeline.lab import Lab
from app.trust.certify import Certifier
from app.trust.statements import StatementCertifier


@pytest.fixture
async def lab(core: CoreLean, prover: SymbolicProver) -> AsyncIterator[Lab]:
    async with LeanPool(core, 2) as pool:
        yield Lab(core.environment, pool, StatementCertifier(Certifier(core)), prover)
