"""A test that measures time has the machine to itself, however many processes run tests.

Those marked `alone` wait until no other test of this checkout runs, and the others wait for them.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

_HELD = "TESTS_HAVE_THE_MACHINE"
_TURN, _MACHINE = Path(__file__), Path(__file__).with_name("conftest.py")


@contextmanager
def _held(file: Path, how: int) -> Iterator[None]:
    """The lock on a file; unlocked by name, since a forked process may have the descriptor too."""
    with file.open("rb") as opened:
        fcntl.flock(opened, how)
        try:
            yield
        finally:
            fcntl.flock(opened, fcntl.LOCK_UN)


@contextmanager
def machine(alone: bool) -> Iterator[None]:
    """The machine, shared or `alone`. Whoever comes later waits behind the one who waits.

    A test that runs tests has it already, and they do not wait for it.
    """
    if _HELD in os.environ:
        yield
        return
    with ExitStack() as holding:
        with _held(_TURN, fcntl.LOCK_EX):
            holding.enter_context(_held(_MACHINE, fcntl.LOCK_EX if alone else fcntl.LOCK_SH))
        os.environ[_HELD] = "yes"
        holding.callback(os.environ.pop, _HELD, None)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    with machine(item.get_closest_marker("alone") is not None):
        return (yield)
