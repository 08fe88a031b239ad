"""What a Lean process must be able to read: Python without packages, Lean's library, and what these load."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from app.lean import launch

_TRIAL_S = 60.0
_TRIAL = """
import ctypes, json, resource, select, signal, struct, sys

ctypes.CDLL(sys.argv[1], mode=ctypes.RTLD_GLOBAL)
loaded = []

@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_void_p), ctypes.c_size_t, ctypes.c_void_p)
def note(entry, size, _):
    loaded.append(ctypes.string_at(entry[1] or b"").decode())
    return 0

ctypes.CDLL(None).dl_iterate_phdr(note, None)
print(json.dumps([path for path in loaded if path.startswith("/")]))
"""


class NotFound(Exception):
    """What a Lean process reads cannot be listed, and why."""


@dataclass(frozen=True, slots=True)
class Needs:
    """`files` and folders to be shown at their own places, but for the folders of packages, `hidden`.

    `library_path` is where the dynamic linker must look, as it sees no cache of its own.
    """

    interpreter: str
    files: tuple[str, ...]
    hidden: tuple[str, ...]
    library_path: str


def needs() -> Needs:
    """List them, by loading Lean once. Raises NotFound."""
    interpreter = os.path.realpath(sys.executable)
    libraries = _loaded(interpreter)
    folders = _standard_library()
    hidden = [str(Path(folder, name)) for folder in folders for name in ("site-packages", "dist-packages")]
    return Needs(
        interpreter=interpreter,
        files=_outermost([interpreter, *folders, *libraries]),
        hidden=tuple(folder for folder in hidden if os.path.isdir(folder)),
        library_path=os.pathsep.join(dict.fromkeys(map(os.path.dirname, libraries))),
    )


def _standard_library() -> list[str]:
    """Of the Python itself, also where this one is a virtual environment's."""
    base = {"base": sys.base_prefix, "platbase": sys.base_exec_prefix}
    base |= {f"installed_{name}": path for name, path in base.items()}
    return list(dict.fromkeys(sysconfig.get_path(kind, vars=base) for kind in ("stdlib", "platstdlib")))


def _loaded(interpreter: str) -> list[str]:
    """The libraries in a process that has loaded Lean, under the names by which the linker asks for them."""
    command = [interpreter, "-I", "-S", "-c", _TRIAL, str(launch.library())]
    try:
        done = subprocess.run(
            command, capture_output=True, env={"LANG": "C.UTF-8"}, timeout=_TRIAL_S, check=False
        )
        loaded = json.loads(done.stdout)
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        raise NotFound(f"Lean's library cannot be loaded: {error}") from error
    return list(dict.fromkeys(os.path.normpath(path) for path in loaded))


def _outermost(paths: list[str]) -> tuple[str, ...]:
    """Without those that lie in a folder that is shown anyway."""
    return tuple(
        path
        for path in dict.fromkeys(paths)
        if not any(path.startswith(f"{folder}/") for folder in paths if folder != path)
    )
