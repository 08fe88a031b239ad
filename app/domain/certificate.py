"""The only thing that may be called a proof."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PERMITTED_AXIOMS = frozenset({"propext", "Classical.choice", "Quot.sound"})


@dataclass(frozen=True, slots=True)
class Certificate:
    """Made by the certifier alone, after a new Lean process accepted `source`.

    `proof` is the term behind `:=` in `source`; digests are SHA-256 as hexadecimal.
    """

    name: str
    preamble: str
    signature: str
    proof: str
    source: str
    axioms: tuple[str, ...]
    lean_version: str
    library: str
    statement_digest: str
    source_digest: str
    elapsed_s: float

    @property
    def statement(self) -> str:
        """What was proved: the commands before the theorem, and the declaration up to `:=`."""
        return self.preamble + self.signature


class Refusal(StrEnum):
    """Why a proof was definitely not certified; the words of TRUST are kept."""

    HAS_SORRY = "has_sorry"
    AXIOMS = "axioms"
    STATEMENT_CHANGED = "statement_changed"
    REFUSED_SOURCE = "refused_source"
    ELABORATION_ERROR = "elaboration_error"


@dataclass(frozen=True, slots=True)
class NotCertified:
    """A definite 'no' to this proof, which says nothing about the theorem."""

    refusal: Refusal
    detail: str
