"""Modules for the reader: the built-in library, and files that are compiled for a test."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from app.lean import launch
from app.lean.environments import HEADER, CoreLean
from app.trust.cone import Cone, cone
from app.trust.export import export
from app.trust.library import Library
from app.trust.olean import Olean
from app.trust.terms import AnyConstant, Name, Terms

Compile = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library and what tests ask of it."""

    library: Library

    @property
    def terms(self) -> Terms:
        return self.library.terms

    def named(self, dotted: str) -> Name:
        return self.terms.named(*dotted.split("."))

    def get(self, dotted: str) -> AnyConstant:
        constant = self.library.find(self.named(dotted))
        assert constant is not None, dotted
        return constant

    def cone(self, *dotted: str) -> Cone:
        return self.cone_of(*map(self.named, dotted))

    def cone_of(self, *names: Name) -> Cone:
        return cone(self.terms, self.library.find, names)

    def export(self, *dotted: str) -> bytes:
        return export(self.terms, self.cone(*dotted).units, "4.35.0", "0" * 40)


@pytest.fixture(scope="session")
def core_modules(core: CoreLean) -> list[bytes]:
    return [path.read_bytes() for path in sorted(core.lean_path.rglob("*.olean"))]


@pytest.fixture
def shelf(core_modules: list[bytes]) -> Shelf:
    """The built-in library, in terms of its own."""
    library = Library(Terms())
    for data in core_modules:
        library.add(data)
    return Shelf(library)


@pytest.fixture(scope="session")
def compiled(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> Compile:
    """The `.olean` of a text, to which the header is added; each text is compiled once."""
    folder = tmp_path_factory.mktemp("compiled")

    @cache
    def compile_text(text: str) -> bytes:
        source, target = folder / "Test.lean", folder / "Test.olean"
        source.write_text(f"{HEADER}\n{text}", "utf-8")
        command = launch.command(*launch.OPTIONS, "-o", str(target), str(source))
        done = subprocess.run(
            command,
            env=launch.environment(core.lean_path),
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return target.read_bytes()

    return compile_text


def module(data: bytes) -> Olean:
    """The file by itself, with everything in it read."""
    read = Olean(data, Terms())
    for _ in read:
        pass
    return read


def written(data: bytes, folder: Path) -> Path:
    path = folder / "Test.olean"
    path.write_bytes(data)
    return path
