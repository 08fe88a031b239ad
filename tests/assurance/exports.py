"""What declarations rest on, as the kernels are given it."""

from __future__ import annotations

import random
from functools import cache

from app.lean.environments import CoreLean
from app.trust.cone import cone
from app.trust.decision import opened
from app.trust.export import export
from app.trust.library import Library
from app.trust.terms import Name, Theorem
from tests.trust.compiling import compiled, modules


@cache
def library(core: CoreLean) -> Library:
    """The whole library, read once in a process."""
    return opened(modules(core))


def export_of(core: CoreLean, text: str, *names: str) -> bytes:
    """The export of these constants of a text, which is compiled for it, or of the library."""
    found = opened([*modules(core), compiled(core, text)])
    return _exported(found, [place for name in names for place in found.matching(name)])


def export_of_theorem(core: CoreLean, name: str) -> tuple[bytes, int]:
    """The export of a theorem of the library, and how many constants it has."""
    found = library(core)
    (place,) = found.matching(name)
    held = cone(found.terms, found.find, [place])
    return export(found.terms, held.units, core.environment.lean_version, found.lean_commit), len(
        held.constants
    )


def universes(core: CoreLean, name: str) -> int:
    """How many universe parameters a constant of the library has."""
    found = library(core)
    (place,) = found.matching(name)
    constant = found.find(place)
    assert constant is not None
    return len(constant.parameters)


def export_of_library(core: CoreLean) -> tuple[bytes, int, int]:
    """The export of all that is safe in the library, and how many constants and theorems it has."""
    found = library(core)
    names = [constant.name for constant in found if not constant.unsafe]
    held = cone(found.terms, found.find, names)
    theorems = sum(isinstance(constant, Theorem) for constant in held.constants)
    return _exported(found, names), len(held.constants), theorems


def _exported(found: Library, names: list[Name]) -> bytes:
    held = cone(found.terms, found.find, names)
    return export(found.terms, held.units, "4.35.0", found.lean_commit)


def theorems(core: CoreLean) -> list[str]:
    """The names of all theorems of the library, as text, in an order of chance that is always the same."""
    found = library(core)
    names = [found.terms.text(constant.name) for constant in found if isinstance(constant, Theorem)]
    random.Random(0).shuffle(names)  # noqa: S311
    return names
