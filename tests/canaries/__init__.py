"""Canaries: false statements, each near a true one. Whoever proves one of them has found a hole.

`canaries.jsonl` has one a line, with a Lean proof that it is false, so that none is true by accident.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("canaries.jsonl")


@dataclass(frozen=True, slots=True)
class Canary:
    """A false statement in full, definitions before it included; `why` it is false, in words.

    `refutation` is a term of Lean that proves `statement.negation()`.
    """

    name: str
    area: str
    text: str
    refutation: str
    why: str


@cache
def canaries() -> tuple[Canary, ...]:
    """All canaries, in the order of the file."""
    return tuple(Canary(**json.loads(line)) for line in _FILE.read_text("utf-8").splitlines())
