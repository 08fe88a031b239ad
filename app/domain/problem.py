"""A problem as a person gives it, and the locked statement that is proved."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Protocol


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
    """What a person asked for; `seconds` is the wall-clock budget of the whole job.

    `text` is Lean, or a problem `in_words`, as was decided when it was set; `words` are those that a text in
    Lean translates, empty where it translates none.
    """

    text: str
    environment: str = "core"
    seconds: float = 30.0
    words: str = ""
    in_words: bool = False


class Frame(Protocol):
    """What stands around a proof: a statement, or a statement whose proof has one gap.

    `preamble` holds the commands before it, whose definitions its goal may speak of.
    """

    @property
    def preamble(self) -> str: ...

    @property
    def complete(self) -> bool:
        """Whether nothing but the proof is missing, as against other gaps."""
        ...

    def source(self, proof: str) -> str:
        """The whole file with `proof`, a term that begins with `by`, in its place."""
        ...

    def after(self, command: str) -> Frame:
        """The same behind one more `command`, a whole line."""
        ...


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
    def complete(self) -> bool:
        return True

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

    def after(self, command: str) -> Statement:
        """The same statement behind one more command."""
        return replace(self, preamble=f"{self.preamble}{command}\n")

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
