"""A figure: what was measured, what it must reach, and whether it does."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of the table; `how` says in a sentence what was done."""

    what: str
    reach: str
    value: str
    reached: bool
    how: str


def median_ms(samples: Sequence[float]) -> float:
    """Of seconds, in milliseconds."""
    return statistics.median(samples) * 1000


def percentile_ms(samples: Sequence[float], share: float) -> float:
    ranked = sorted(samples)
    return ranked[min(int(len(ranked) * share), len(ranked) - 1)] * 1000
