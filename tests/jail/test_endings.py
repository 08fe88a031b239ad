"""How a process in the jail ends, and that nothing is left of it."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import psutil
import pytest

from app.lean.jail import probe
from tests.jail.conftest import ATTEMPTS, PYTHON, Warden
from tests.jail.warden import Order


@pytest.fixture
def mark() -> Iterator[str]:
    """A word by which a test knows the processes that it has started; whatever is left is ended."""
    word = f"1{secrets.randbelow(10**12):012}"
    yield word
    for process in marked(word):
        process.kill()


def marked(word: str) -> list[psutil.Process]:
    """Jails carry the word in their command lines as well as what runs in them."""
    found = []
    for process in psutil.process_iter():
        try:
            if any(word in argument for argument in process.cmdline()) and process.status() != "zombie":
                found.append(process)
        except psutil.Error:
            continue
    return found


def gone_within(word: str, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while left := marked(word):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return not left


@pytest.mark.parametrize("with_result", [False, True])
def test_the_status_is_that_of_the_command(warden: Warden, folder: Path, with_result: bool) -> None:
    for attempt, number, status in (
        ("end", 0, 0),
        ("end", 7, 7),
        ("die", 9, -9),
        ("die", 6, -6),
        ("die", 24, -24),
    ):
        writable = str(folder / f"{attempt}{number}") if with_result else None

        done = warden.attempt(attempt, number, writable=writable)

        assert done.status == status
        assert warden.control(attempt, number).status == status


def test_a_process_that_outlives_its_parent_does_not_outlive_the_jail(
    warden: Warden, folder: Path, mark: str
) -> None:
    control, beat = folder / "control", folder / "beat"

    warden.control("remain", control, mark)
    assert marked(mark), "the control must leave a process behind"
    for process in marked(mark):
        process.kill()
    done = warden.attempt("remain", beat, mark, children=True, writable=str(folder / "result"))

    assert done.said == {"ok": True}
    assert gone_within(mark, 1)


def test_when_the_time_is_up_everything_ends(warden: Warden, folder: Path, mark: str) -> None:
    done = warden.attempt("wait", 30, mark, deadline_s=0.5, writable=str(folder / "result"))

    assert done.stopped == "deadline"
    assert gone_within(mark, 1)


@pytest.mark.parametrize(("jailed", "children"), [(True, False), (True, True), (False, True)])
def test_everything_ends_when_the_service_is_killed(
    warden: Warden, folder: Path, mark: str, jailed: bool, children: bool
) -> None:
    service = Warden(warden.user)
    command = [*PYTHON, ATTEMPTS, "wait", "30", mark]
    order = Order(command, jailed=jailed, children=children, writable=str(folder / "result"))
    assert service._process.stdin
    service._process.stdin.write(json.dumps(asdict(order)) + "\n")
    service._process.stdin.flush()
    until = time.monotonic() + 10
    while not running(mark) and time.monotonic() < until:
        time.sleep(0.02)
    assert running(mark)

    os.kill(service.pid, signal.SIGKILL)

    assert gone_within(mark, 1) is jailed
    service._process.wait(10)
    for pipe in (service._process.stdin, service._process.stdout):
        pipe.close()  # type: ignore[union-attr]


def running(word: str) -> bool:
    """Whether the command itself runs, and not only what makes its jail."""
    return any("bwrap" not in process.name() for process in marked(word))


@pytest.mark.usefixtures("wardens")
def test_a_service_that_died_at_once_leaves_nothing(tmp_path: Path) -> None:
    """Before it is tied to its parent, a process can only see that nobody reads what it says."""
    jail = asyncio.run(probe())
    written = []
    for name, listening in (("heard", True), ("unheard", False)):
        result = tmp_path / name
        words = jail.wrap([*PYTHON, ATTEMPTS, "write", str(result)], writable=result)
        reader, writer = os.pipe()
        if not listening:
            os.close(reader)
        started = subprocess.Popen(words, env={}, stdout=writer, stdin=subprocess.DEVNULL)
        os.close(writer)
        started.wait(20)
        if listening:
            os.close(reader)
        written.append(result.read_text())

    assert written == ["written", ""]
