"""A tree of sketches as one proof again: what is closed stays, and what a person writes takes its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from app.domain.events import Sketched
from app.domain.splice import filled


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


def left_open(nodes: Mapping[str, Standing], node: str = "") -> tuple[str, ...]:
    """The nodes that stand as gaps in `regrown(nodes, {}, node)`, in their order."""
    at = nodes.get(node)
    if at is None or (not at.proof and at.sketch is None):
        return (node,)
    if at.proof or at.sketch is None:
        return ()
    return tuple(gap for child in at.sketch.subgoals for gap in left_open(nodes, child))
