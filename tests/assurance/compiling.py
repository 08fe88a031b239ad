"""Texts compiled by Lean, each once in a process."""

from __future__ import annotations

import asyncio
import tempfile
from functools import cache
from pathlib import Path

from app.lean.cold import elaborate
from app.lean.environments import CoreLean
from app.lean.launch import Limits

MODULE = "Submission"


@cache
def compiled(core: CoreLean, text: str) -> bytes:
    """The compiled file of a text, to which the header is added; Lean must accept it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"{MODULE}.lean")
        file.write_text(f"{core.environment.header}\n{text}", "utf-8")
        result = file.with_suffix(".olean")
        said = asyncio.run(elaborate(file, core.lean_path, limits=Limits(cpu_s=60), result=result))
        assert not said.errors, said.errors
        return result.read_bytes()


@cache
def modules(core: CoreLean) -> tuple[bytes, ...]:
    """The compiled modules of the library, in the order of their names."""
    return tuple(path.read_bytes() for path in sorted(core.lean_path.rglob("*.olean")))
