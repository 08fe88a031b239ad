"""Tests that measure time have the machine to themselves, and nobody waits for ever."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import turns

# Says when it begins and ends to have the machine; ends when it is told to.
HOLDER = """
import sys
from turns import machine
with machine(sys.argv[1] == "alone"):
    print("begins", flush=True)
    sys.stdin.readline()
"""


class Holder:
    """A process that asks for the machine."""

    def __init__(self, folder: Path, how: str, **environment: str) -> None:
        kept = {name: value for name, value in os.environ.items() if name != turns._HELD}
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, how],
            env={**kept, **environment, "PYTHONPATH": str(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def begins(self, within_s: float = 10) -> bool:
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], within_s)
        return bool(ready) and self.process.stdout.readline() == "begins\n"

    def end(self) -> None:
        self.process.communicate("\n", 10)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the locks are others than those of the tests that run."""
    shutil.copyfile(turns.__file__, tmp_path / "turns.py")
    (tmp_path / "conftest.py").touch()
    return tmp_path


def test_others_share_the_machine(folder: Path):
    holders = [Holder(folder, "shared") for _ in range(2)]

    assert all(holder.begins() for holder in holders)
    for holder in holders:
        holder.end()


def test_one_that_is_alone_waits_for_the_others_and_they_wait_behind_it(folder: Path):
    first = Holder(folder, "shared")
    assert first.begins()
    alone = Holder(folder, "alone")
    assert not alone.begins(0.5)
    behind = Holder(folder, "shared")
    assert not behind.begins(0.5)

    first.end()
    assert alone.begins()
    assert not behind.begins(0.2)
    alone.end()
    assert behind.begins()
    behind.end()


def test_tests_that_a_test_runs_do_not_wait_for_it(folder: Path):
    outer = Holder(folder, "alone")
    assert outer.begins()
    inner = Holder(folder, "alone", **{turns._HELD: "yes"})

    assert inner.begins()
    for holder in (inner, outer):
        holder.end()
