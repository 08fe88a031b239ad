"""Lean's kernel asked about many exports, as `app/trust/replay.py` asks it about one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.lean import launch
from app.trust import replay

CPU_S = 10
_SCRIPT = Path(replay.__file__).with_name("kernel_process.py")
_SERVER = Path(__file__).with_name("kernel_server.py")


class Forks:
    """A process that has loaded Lean and forks for each export."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def ask(self, export: bytes) -> dict[str, Any]:
        """The words of the kernel's process, or `crashed`, or `exhausted` at the limit of processor time."""
        pipes = self._process
        assert pipes.stdin
        assert pipes.stdout
        pipes.stdin.write(b"%d\n" % len(export) + export)
        pipes.stdin.flush()
        answer: dict[str, Any] = json.loads(pipes.stdout.readline())
        return answer


@contextmanager
def forks(cpu_s: int = CPU_S) -> Iterator[Forks]:
    command = [sys.executable, "-I", "-S", str(_SERVER), str(_SCRIPT), str(launch.library()), str(cpu_s)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield Forks(process)
        finally:
            assert process.stdin
            process.stdin.close()
            process.wait(CPU_S + 5)


def ask_lean(exports: Iterable[bytes]) -> list[dict[str, Any]]:
    """An answer for each."""
    waiting = list(exports)
    if not waiting:
        return []
    with forks() as lean:
        return [lean.ask(export) for export in waiting]
