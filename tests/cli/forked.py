"""The command `lemmata` in a process of its own, forked from one that has read all modules.

These tests start about a hundred, and Python takes longer to read the modules than most answers take.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired

from app.cli import main

_READ, _NEW = os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_EXCL
_prepared = multiprocessing.get_context("forkserver")
_prepared.set_forkserver_preload(["app.cli", "pytest"])  # each child reads the main module of this process


def lemmata(
    *arguments: str,
    env: Mapping[str, str],
    cwd: Path | None = None,
    stdin: bytes = b"",
    timeout_s: float = 60,
) -> CompletedProcess[bytes]:
    """What `subprocess.run` gives for the same command. Raises TimeoutExpired."""
    with tempfile.TemporaryDirectory() as folder:
        pipes = [Path(folder, name) for name in ("stdin", "stdout", "stderr")]
        pipes[0].write_bytes(stdin)
        started = _prepared.Process(target=_command, args=(arguments, dict(env), cwd or Path.cwd(), pipes))
        started.start()
        started.join(timeout_s)
        if started.exitcode is None:
            started.kill()
            started.join()
            raise TimeoutExpired(arguments, timeout_s)
        _, said, told = (pipe.read_bytes() for pipe in pipes)
        return CompletedProcess(arguments, started.exitcode, said, told)


def _command(arguments: Sequence[str], env: Mapping[str, str], cwd: Path, pipes: Sequence[Path]) -> None:
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    for number, pipe in enumerate(pipes):
        os.dup2(os.open(pipe, _NEW if number else _READ, 0o600), number)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.exit(main(list(arguments)))
