"""Compiled files for tests: those of a text, each made once in a process, and those of the library."""

from __future__ import annotations

import subprocess
import tempfile
from functools import cache
from pathlib import Path

from app.lean import launch
from app.lean.environments import CoreLean

MODULE = "Submission"


@cache
def compiled(core: CoreLean, text: str) -> bytes:
    """The compiled file of a text, to which the header is added; Lean must accept it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{MODULE}.lean")
        target = source.with_suffix(".olean")
        source.write_text(f"{core.environment.header}\n{text}", "utf-8")
        done = subprocess.run(
            launch.command(*launch.OPTIONS, "-R", folder, "-o", str(target), str(source)),
            env=launch.environment(core.lean_path),
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return target.read_bytes()


@cache
def modules(core: CoreLean) -> tuple[bytes, ...]:
    """The compiled modules of the library, in the order of their names."""
    return tuple(path.read_bytes() for path in sorted(core.lean_path.rglob("*.olean")))
