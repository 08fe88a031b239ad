"""Every Lean process that a test starts is gone when the test ends, and the prover has made no mistake."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.models import symbolic
from tests.conftest import Running


@pytest.fixture(autouse=True)
def nothing_left(running: Running) -> Running:
    return running


@pytest.fixture(autouse=True)
def no_mistakes(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """The prover goes on after a mistake of its own, so a test that is passed does not say there was none."""
    yield
    told = [record.getMessage() for record in caplog.get_records("call") if record.name == symbolic.__name__]
    assert not told
