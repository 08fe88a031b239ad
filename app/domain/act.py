"""What a person does to one node of a running job's tree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """`text` is a block of tactics or a term for the node, with gaps or without; empty means: try again."""

    number: int
    node: str
    text: str
