"""Every Lean process that a test starts is gone when the test ends."""

from __future__ import annotations

import time
from collections.abc import Iterator

import psutil
import pytest


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    before = children()
    yield
    patient_until = time.monotonic() + 2  # a killed process is reaped a moment later
    while (left := children() - before) and time.monotonic() < patient_until:
        time.sleep(0.01)
    assert not left


def children() -> set[int]:
    return {child.pid for child in psutil.Process().children(recursive=True)}
