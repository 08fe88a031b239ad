"""How much memory is counted, without a jail."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.lean.jail import held_bytes, watch

PARENT = "import os, time; os.fork() and print(flush=True); held = b'1' * (40 << 20); time.sleep(60)"


@pytest.fixture
def parent() -> Iterator[int]:
    """A process and its child, each of which holds 40 MiB."""
    with subprocess.Popen([sys.executable, "-I", "-S", "-c", PARENT], stdout=subprocess.PIPE) as started:
        assert started.stdout
        started.stdout.readline()
        time.sleep(0.5)
        children = psutil.Process(started.pid).children()
        yield started.pid
        for process in (*children, started):
            process.kill()


def test_parent_and_child_count(parent: int) -> None:
    assert 80 << 20 < held_bytes(parent) < 160 << 20


def test_they_count_where_the_kernel_lists_no_children(parent: int, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = held_bytes(parent)

    monkeypatch.setattr(watch, "_LISTED", False)

    assert held_bytes(parent) == listed


def test_a_folder_outside_of_a_jail_does_not_count(parent: int, tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(os.urandom(50 << 20))

    assert held_bytes(parent, tmp_path / "result") == held_bytes(parent)


def test_what_is_gone_holds_nothing() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()

    assert held_bytes(gone.pid) == 0
