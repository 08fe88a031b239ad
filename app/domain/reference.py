"""What the built-in library holds, as a person looks it up: notation, tactics, and theorems by subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

AXIOM = "axiom"


@dataclass(frozen=True, slots=True)
class Part:
    """A field or a constructor of a type; `name` is whole and `statement` what Lean prints behind it."""

    name: str
    statement: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """A theorem, a definition or a type of the library.

    `kind` is Lean's word: theorem, def, structure, class, inductive or axiom. `statement` is what Lean prints
    behind the name: binders, a colon and the type. `plain` is the same without `x.f`, if that differs.
    """

    name: str
    kind: str
    universes: str
    statement: str
    plain: str = ""
    doc: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Some declarations that stand together; `title` may be empty."""

    title: str
    declarations: tuple[Declaration, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A module of the library; `key` is its name in addresses, `about` its own first sentence."""

    key: str
    title: str
    about: str
    sections: tuple[Section, ...]

    @property
    def size(self) -> int:
        return sum(len(section.declarations) for section in self.sections)


@dataclass(frozen=True, slots=True)
class Usage:
    """A tactic or a notation with a use of it that Lean accepts; `key` is the name of the example's theorem.

    `typed` is how a notation is typed on a keyboard, and `constant` what it stands for.
    """

    key: str
    kind: str
    forms: tuple[str, ...]
    typed: tuple[str, ...]
    constant: str
    summary: str
    example: str


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    usages: tuple[Usage, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """What can be written: it is known without asking Lean."""

    notation: tuple[Group, ...]
    tactics: tuple[Group, ...]

    def usages(self) -> Iterator[Usage]:
        return (usage for group in (*self.notation, *self.tactics) for usage in group.usages)

    def example(self, key: str) -> str | None:
        """The text of the example called `key`."""
        return next((usage.example for usage in self.usages() if usage.key == key), None)


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything that there is to look up; `library` is the digest of what it was made from."""

    library: str
    lean_version: str
    guide: Guide
    subjects: tuple[Subject, ...]

    def declarations(self) -> Iterator[tuple[Subject, Declaration]]:
        return (
            (subject, declaration)
            for subject in self.subjects
            for section in subject.sections
            for declaration in section.declarations
        )

    @property
    def axioms(self) -> tuple[Declaration, ...]:
        return tuple(found for _, found in self.declarations() if found.kind == AXIOM)
