"""How long a whole decision takes, alone on the machine."""

from __future__ import annotations

import statistics
from typing import Any

from app.lean.environments import CoreLean
from app.trust.certify import PROVED
from tests.assurance.certifying import certifier, decided
from tests.assurance.exports import theorems
from tests.assurance.honest import asked, writable
from tests.assurance.room import Found, Room, spread, table
from tests.performance.figures import Figure, percentile_ms

SAMPLE = 300
SECOND_S = 60.0


def timed(core: CoreLean, name: str) -> list[dict[str, Any]]:
    """A decision without the second kernel, then one with it."""
    each = [certifier(core, second_s=seconds) for seconds in (0.0, SECOND_S)]
    return [decided(one, *asked(core, name)) for one in each]


def measure(room: Room) -> Found:
    names = list(filter(writable, theorems(room.core)))[: 3 if room.quick else SAMPLE]
    said = spread(Room(room.core, room.book, 1, room.quick), names, timed)
    alone, both = ([each[at]["elapsed_s"] for each in said.values()] for at in (0, 1))
    median_s, late_s = statistics.median(alone), percentile_ms(alone, 0.95) / 1000
    proved = all(one["verdict"] == PROVED for each in said.values() for one in each)
    slowest = sorted(said.items(), key=lambda item: -item[1][0]["elapsed_s"])[:10]
    rows = [(f"`{name}`", *(f"{one['elapsed_s']:.2f} s" for one in each)) for name, each in slowest]
    return Found(
        Figure(
            "time of a certification, the second kernel not counted",
            "median at most 0.6 s, 95th percentile 1.5 s",
            f"median {median_s:.2f} s, 95th percentile {late_s:.2f} s; with the second kernel "
            f"{statistics.median(both):.2f} s and {percentile_ms(both, 0.95) / 1000:.2f} s",
            proved and median_s <= 0.6 and late_s <= 1.5,
            f"Whole decisions about {len(names)} theorems of the library drawn by lot, one after the other: "
            "compiled in the jail, read, compared, replayed.",
        ),
        tuple(table(("slowest", "without the second kernel", "with it"), rows)),
    )
