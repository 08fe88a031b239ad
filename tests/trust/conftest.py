"""Modules for the reader: the built-in library, and files that are compiled for a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from app.lean.environments import CoreLean
from app.trust.cone import Cone, cone
from app.trust.export import export
from app.trust.library import Library
from app.trust.olean import Olean
from app.trust.terms import AnyConstant, Name, Terms
from tests.trust import compiling

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
    return [*compiling.modules(core)]


@pytest.fixture
def shelf(core_modules: list[bytes]) -> Shelf:
    """The built-in library, in terms of its own."""
    library = Library(Terms())
    for data in core_modules:
        library.add(data)
    return Shelf(library)


@pytest.fixture(scope="session")
def compiled(core: CoreLean) -> Compile:
    """The `.olean` of a text, to which the header is added; each text is compiled once."""
    return partial(compiling.compiled, core)


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
