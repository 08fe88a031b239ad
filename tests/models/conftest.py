"""A warm Lean for the prover's tests."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from app.lean.environments import CoreLean
from app.lean.pool import LeanPool


@pytest.fixture
async def lean(core: CoreLean) -> AsyncIterator[LeanPool]:
    async with LeanPool(core, 1) as pool:
        await pool.warm()
        yield pool
