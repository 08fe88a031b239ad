"""A tree of sketches as one proof again: what is closed stays, and what a person writes takes its place."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent, indent
from typing import Protocol

from app.domain.events import Sketched
from app.domain.tactic_text import filled


class Standing(Protocol):
    """Where a node stands; `proof` is empty while it is open."""

    @property
    def sketch(self) -> Sketched | None: ...

    @property
    def proof(self) -> str: ...


def regrown(nodes: Mapping[str, Standing], written: Mapping[str, str], node: str = "") -> str:
    """The proof of `node`, a term with `sorry` where it is open; `written` has terms by node."""
    if node in written:
        return written[node]
    at = nodes.get(node)
    if at is None or (not at.proof and at.sketch is None):
        return "by sorry"
    if at.proof and not any(other.startswith(f"{node}.") or not node for other in written):
        return at.proof
    if at.sketch is None:
        return at.proof
    gaps = at.sketch.gaps or tuple(range(len(at.sketch.subgoals)))
    proofs = {
        gap: regrown(nodes, written, child) for gap, child in zip(gaps, at.sketch.subgoals, strict=True)
    }
    return filled(at.sketch.proof, proofs, frozenset(at.sketch.terms))


def as_term(text: str) -> str:
    """A proof as a person types it, tactics or a term that begins with `by`, as a term."""
    text = text.strip("\n").rstrip()
    if text.lstrip().startswith("by") and text.lstrip()[2:3] in ("", " ", "\n"):
        return text.strip()
    return f"by\n{indent(dedent(text), '  ')}"
