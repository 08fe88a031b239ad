"""A problem as a person gives it, and the locked statement that is proved."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Environment:
    """A Lean with a library: `core` is the built-in one.

    `header` is what a file in this environment begins with, whole lines without the last newline;
    `library` is a digest of the compiled library and the Lean that compiled it.
    """

    name: str
    header: str
    lean_version: str
    library: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a person asked for; `seconds` is the wall-clock budget of the whole job."""

    text: str
    environment: str = "core"
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Statement:
    """One theorem without its proof. Nothing changes it after it is locked.

    `preamble` holds the commands before it, empty or ending in a newline; `universes` is empty or like
    `.{u, v}`; `binders` and `conclusion` stand before and after the outermost colon.
    """

    header: str
    preamble: str
    name: str
    universes: str
    binders: str
    conclusion: str

    @property
    def signature(self) -> str:
        """The declaration up to, not including, `:=`."""
        binders = f" {self.binders}" if self.binders else ""
        return f"theorem {self.name}{self.universes}{binders} : {self.conclusion}"

    @property
    def digest(self) -> str:
        """SHA-256 of everything that fixes the meaning, as hexadecimal."""
        return hashlib.sha256(self.source("").encode()).hexdigest()

    def source(self, proof: str) -> str:
        """The whole file with `proof`, a term, behind `:=`."""
        return f"{self.header}\n{self.preamble}{self.signature} := {proof}\n"

    def negation(self) -> Statement:
        """The statement that refutes this one."""
        inner = f"∀ {self.binders}, {self.conclusion}" if self.binders else self.conclusion
        return replace(self, name=f"{self.name}_is_false", binders="", conclusion=f"¬ ({inner})")

    def contradiction(self) -> Statement:
        """That the hypotheses contradict each other, the conclusion left out."""
        return replace(self, name=f"{self.name}_hypotheses_contradict", conclusion="False")

    def challenge(self) -> str:
        """The whole file with `sorry` in place of a proof."""
        return self.source("sorry")
