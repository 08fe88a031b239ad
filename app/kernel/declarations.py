"""What a file declares, as it was read: nothing of it has been checked."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.names import ANONYMOUS, Name
from app.kernel.terms import Expr


@dataclass(frozen=True, slots=True)
class Named:
    """A name, its universe parameters and its type."""

    name: Name
    params: tuple[Name, ...]
    type: Expr


@dataclass(frozen=True, slots=True)
class Axiom(Named):
    """Something assumed."""


@dataclass(frozen=True, slots=True)
class Unfolding(Named):
    """A `def`, `thm` or `opaque` (`kind`) with its value."""

    kind: str
    value: Expr
    height: int


@dataclass(frozen=True, slots=True)
class Quotient(Named):
    """One of the four constants of the quotients: `type`, `ctor`, `lift` or `ind`."""

    kind: str


@dataclass(frozen=True, slots=True)
class Family(Named):
    """One type of an inductive group."""

    nparams: int
    nindices: int
    group: tuple[Name, ...]
    constructors: tuple[Name, ...]
    nnested: int
    recursive: bool
    reflexive: bool


@dataclass(frozen=True, slots=True)
class Constructed(Named):
    """A constructor of `family`, with its place there."""

    family: Name
    place: int
    nparams: int
    nfields: int


@dataclass(frozen=True, slots=True)
class Eliminator(Named):
    """A recursor: the numbers of its parameters, motives, minor premises and indices, and its rules."""

    counts: tuple[int, ...]
    rules: tuple[tuple[Name, int, Expr], ...]
    k: bool


@dataclass(frozen=True, slots=True)
class Group:
    """An inductive group with all that belongs to it."""

    families: tuple[Family, ...]
    constructors: tuple[Constructed, ...]
    eliminators: tuple[Eliminator, ...]

    @property
    def name(self) -> Name:
        """The name of its first type."""
        return self.families[0].name if self.families else ANONYMOUS


Declaration = Axiom | Unfolding | Quotient | Group
