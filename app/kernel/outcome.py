"""What a check can end with, and the two ways in which it stops early."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Accepted:
    """Every declaration is well typed. `axioms` are the names of those that were assumed, in order.

    Which axioms may be assumed is for the caller to say.
    """

    constants: int
    axioms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """This declaration (empty: the file) is not accepted, and nothing that follows it was looked at."""

    declaration: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Neither accepted nor rejected: time, memory or depth ran out after `checked` constants."""

    checked: int
    reason: str


Outcome = Accepted | Rejected | Unfinished


class Refused(Exception):
    """A declaration breaks a rule."""


class Undecided(Exception):
    """A limit was reached; nothing follows about the declaration."""
