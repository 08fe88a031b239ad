"""A statement that a model proposes for a problem in words. A person decides whether it is what was meant."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.warnings import StatementWarning


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text` is Lean, its proof left out; `votes` of all candidates mean the same once Lean has read them.

    `said` is what another reading of it says in words, and `differs` how that differs from the problem as far
    as a model sees, empty where it sees nothing; where nobody has compared them it is not `compared`, and
    `uncompared` says why.
    `contradictory` says that its hypotheses were shown to contradict each other.
    """

    text: str
    votes: int = 1
    said: str = ""
    differs: str = ""
    contradictory: bool = False
    warnings: tuple[StatementWarning, ...] = ()
    elaborated: str = ""
    compared: bool = True
    uncompared: str = ""
