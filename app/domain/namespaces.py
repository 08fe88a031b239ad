"""The namespaces that the author of a proof had open, for a proof that names things as they are called there.

Models are shown a file that opens some, as they were trained on such files, and may open others. What is
proved is a statement without them, so they are opened inside its proof, and only where that needs them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.lean_source import words
from app.domain.tactic_text import block, indented
from app.domain.verdict import Message

SHOWN = ("BigOperators", "Real", "Nat", "Topology", "Rat")  # in every file that models are shown
_LACKS = re.compile(r"Unknown identifier|expected token|unexpected token")  # or the notation of a namespace
_UNKNOWN = re.compile(r"unknown namespace `([^`]+)`")
_UP_TO = ("(", "in", "hiding", "renaming")


def opened_by(command: str) -> tuple[str, ...]:
    """The namespaces that an `open` or `namespace` command opens."""
    found = words(command)[1:]
    end = next((place for place, word in enumerate(found) if word.text in _UP_TO), len(found))
    return tuple(word.text for word in found[:end] if word.kind == "name" and word.text != "scoped")


def within(namespaces: Sequence[str], proof: str) -> str:
    """`proof` with `namespaces` open."""
    return f"by\n  open {' '.join(namespaces)} in\n{indented(block(proof))}"


def may_want_them(errors: Sequence[Message]) -> bool:
    """Whether Lean would perhaps say something else if more namespaces were open."""
    return any(_LACKS.search(error.text) for error in errors)


def unknown(errors: Sequence[Message]) -> set[str]:
    """The namespaces that Lean does not have."""
    return {name for error in errors for name in _UNKNOWN.findall(error.text)}
