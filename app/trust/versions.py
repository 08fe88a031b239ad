"""What decided: the versions and the hashes that a certificate names besides those of its files."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib import metadata
from pathlib import Path

import app
from app.lean.environments import lean_digest

_DECIDING = ("trust", "kernel", "lean")  # the packages whose code leads to a certificate


def digest(file: bytes) -> str:
    """SHA-256 as hexadecimal."""
    return hashlib.sha256(file).hexdigest()


def versions() -> dict[str, str]:
    """Of Lemmata and Python."""
    return {"lemmata": metadata.version("lemmata"), "python": platform.python_version()}


@cache
def digests() -> dict[str, str]:
    """SHA-256 as hexadecimal: `lean` of Lean as it was installed, `certifier` of the code that decides."""
    code = hashlib.sha256()
    for package in _DECIDING:
        for file in sorted(Path(app.__file__).with_name(package).rglob("*.py")):
            code.update(f"\n{package}/{file.name}\n".encode() + file.read_bytes())
    return {"lean": lean_digest(), "certifier": code.hexdigest()}
