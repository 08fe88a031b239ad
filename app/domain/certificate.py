"""The only thing that may be called a proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

PERMITTED_AXIOMS = frozenset({"propext", "Classical.choice", "Quot.sound"})


class Claim(StrEnum):
    """What a certificate says of the statement that was set."""

    PROVED = "proved"
    REFUTED = "refuted"
    INCONSISTENT = "inconsistent_hypotheses"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Made by `app.trust` alone, after the kernels have replayed all that the theorem rests on.

    `theorem` is what was proved and `statement` says it: for a refutation that is the negation, and for
    contradictory hypotheses `False` from them. `challenge` states it with `sorry` and `solution` proves it;
    `stated` is what was set, with `sorry`; all three are whole Lean files. `kernels` is what each kernel
    said, `jail` the level of the jail. `hashes` are SHA-256 as hexadecimal; `made_at` is ISO 8601 in UTC.
    `key` and `signature` are Ed25519 in base64, empty where it was not signed.
    """

    claim: Claim
    theorem: str
    statement: str
    stated: str
    challenge: str
    solution: str
    axioms: tuple[str, ...]
    constants_replayed: int
    jail: str
    made_at: str
    elapsed_ms: int
    kernels: dict[str, str] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    key: str = ""
    signature: str = ""

    @property
    def proof(self) -> str:
        """The term behind `:=`, where the solution is the challenge with a proof in place of `sorry`."""
        return self.solution.removeprefix(self.challenge.removesuffix("sorry\n")).removesuffix("\n")


class Refusal(StrEnum):
    """Why a proof was definitely not certified; the words of TRUST are kept."""

    HAS_SORRY = "has_sorry"
    AXIOMS = "axioms"
    STATEMENT_CHANGED = "statement_changed"
    MISSING = "missing"
    WRONG_KIND = "wrong_kind"
    RESERVED_NAME = "reserved_name"
    UNSAFE = "unsafe"
    KERNEL_REJECTED = "kernel_rejected"
    KERNELS_DISAGREE = "kernels_disagree"
    REFUSED_SOURCE = "refused_source"
    ELABORATION_ERROR = "elaboration_error"


@dataclass(frozen=True, slots=True)
class NotCertified:
    """A definite 'no' to this proof, which says nothing about the theorem."""

    refusal: Refusal
    detail: str
