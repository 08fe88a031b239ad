"""Every Lean process that a test starts is gone when the test ends."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import psutil
import pytest

Running = Callable[[], list[psutil.Process]]


@pytest.fixture(autouse=True)
def running() -> Iterator[Running]:
    """The processes that this test has started and that still run."""
    before = set(children())
    yield lambda: [child for child in children() if child not in before]
    patient_until = time.monotonic() + 2  # a killed process is reaped a moment later
    while (left := set(children()) - before) and time.monotonic() < patient_until:
        time.sleep(0.01)
    assert not left


def children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)
