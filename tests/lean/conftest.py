"""Every Lean process that a test starts is gone when the test ends."""

from __future__ import annotations

import pytest

from tests.conftest import Running


@pytest.fixture(autouse=True)
def nothing_left(running: Running) -> Running:
    return running
