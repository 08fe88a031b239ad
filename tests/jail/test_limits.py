"""How much a process in the jail can use up."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.lean.jail import walls
from tests.jail.conftest import Warden

MIB = 1 << 20


def test_the_limits_are_set_and_cannot_be_raised(warden: Warden, folder: Path) -> None:
    limits = {"cpu_s": 7, "file_bytes": 5 * MIB, "resident_bytes": 300 * MIB}
    processes = walls.PROCESSES + 2 * (os.cpu_count() or 1)

    for writable in (None, str(folder / "result")):
        said = warden.attempt("limits", limits=limits, writable=writable).said["ok"]
        assert said == {
            "CPU": [7, 8],
            "FSIZE": [5 * MIB] * 2,
            "DATA": [300 * MIB + (8 << 30)] * 2,
            "NPROC": [processes] * 2,
            "SIGPENDING": [processes] * 2,
            "NOFILE": [256] * 2,
            "CORE": [0, 0],
            "MEMLOCK": [0, 0],
            "MSGQUEUE": [0, 0],
        }
    for kind in said:
        tried = warden.attempt("raise_limit", kind, limits=limits)
        assert "ok" not in tried.out, kind
        assert "not allowed to raise maximum limit" in tried.err or "EPERM" in tried.out


def test_processes_are_limited(warden: Warden) -> None:
    most = walls.PROCESSES + 2 * (os.cpu_count() or 1)

    control = warden.control("many_processes", most + 20)
    tried = warden.attempt("many_processes", 2 * most, children=True)

    assert control.said == {"ok": most + 20}
    assert most // 2 < tried.said["ok"] < most


def test_threads_are_limited(warden: Warden) -> None:
    most = walls.PROCESSES + 2 * (os.cpu_count() or 1)

    assert warden.control("many_threads", most + 20).said == {"ok": most + 20}
    assert most // 2 < warden.attempt("many_threads", 2 * most).said["ok"] < most


def test_one_jail_full_of_processes_leaves_room_in_another(warden: Warden) -> None:
    """Together they have more than one of them may: each must be counted alone."""
    most = walls.PROCESSES + 2 * (os.cpu_count() or 1)
    made = most * 3 // 4
    other = Warden(warden.user)
    with ThreadPoolExecutor() as pool:
        tried = [
            pool.submit(each.attempt, "hold_processes", made, 3, children=True) for each in (warden, other)
        ]
        said = [each.result().said for each in tried]
    other.close()

    assert said == [{"ok": made}] * 2


def test_memory_is_limited(warden: Warden) -> None:
    control = warden.attempt("memory", 200, limits={"resident_bytes": 400 * MIB})
    tried = warden.attempt("memory", 200, limits={"resident_bytes": 150 * MIB})

    assert control.said == {"ok": 200}
    assert tried.stopped == "memory"


def test_the_memory_of_children_counts(warden: Warden) -> None:
    alone = warden.attempt(
        "memory_of_children", 1, 60, children=True, limits={"resident_bytes": 150 * MIB}, deadline_s=2
    )
    tried = warden.attempt("memory_of_children", 4, 60, children=True, limits={"resident_bytes": 150 * MIB})

    assert alone.stopped != "memory"
    assert tried.stopped == "memory"


def test_page_tables_count(warden: Warden) -> None:
    tried = warden.attempt("empty_memory", 24, limits={"resident_bytes": 48 * MIB})
    control = warden.attempt("empty_memory", 2, limits={"resident_bytes": 48 * MIB})

    assert tried.stopped == "memory"
    assert control.said == {"ok": 2}


@pytest.mark.parametrize(("what", "most"), [("large_file", 100), ("many_files", 50000)])
def test_files_in_memory_count(warden: Warden, folder: Path, what: str, most: int) -> None:
    place = folder / "result" if what == "large_file" else folder
    limits = {"resident_bytes": 60 * MIB, "file_bytes": 200 * MIB}

    tried = warden.attempt(what, place, most, writable=str(folder / "result"), limits=limits)

    assert tried.stopped == "memory"


def test_a_file_is_limited(warden: Warden, folder: Path) -> None:
    limits, result = {"file_bytes": 4 * MIB}, folder / "result"

    control = warden.control("large_file", folder / "control", 8)
    tried = warden.attempt("large_file", result, 8, writable=str(result), limits=limits)

    assert control.said == {"ok": 8 * MIB}
    assert tried.said["ok"] <= 4 * MIB
    assert result.stat().st_size <= 4 * MIB


def test_a_file_beyond_the_limit_is_limited_outside_too(warden: Warden, folder: Path) -> None:
    limits = {"file_bytes": 4 * MIB}

    tried = warden.attempt("large_file", "/result", 8, writable=str(folder / "result"), limits=limits)

    assert tried.said == {"ok": 4 * MIB}


def test_all_files_together_are_limited(warden: Warden, folder: Path) -> None:
    limits = {"file_bytes": 4 * MIB}

    tried = warden.attempt("large_files", folder, 8, writable=str(folder / "result"), limits=limits)
    assert warden.control("large_files", folder, 8).said == {"ok": 8}

    assert tried.said["ok"] <= 4


def test_output_is_limited(warden: Warden) -> None:
    control = warden.attempt("output", 3, limits={"output_bytes": 8 * MIB})
    tried = warden.attempt("output", 20, limits={"output_bytes": 8 * MIB})

    assert control.stopped == ""
    assert tried.stopped == "output_limit"


@pytest.mark.parametrize("with_result", [False, True])
def test_processor_time_is_limited(warden: Warden, folder: Path, with_result: bool) -> None:
    writable = str(folder / "result") if with_result else None

    tried = warden.attempt("endless", writable=writable, limits={"cpu_s": 1})

    assert tried.stopped == ""
    assert tried.status == -signal.SIGXCPU
