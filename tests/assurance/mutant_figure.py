"""The figure of the mutants: each check of the certifier removed in turn, and whether a test notices."""

from __future__ import annotations

from typing import Any

from app.lean.environments import CoreLean
from tests.assurance.room import Found, Room
from tests.performance.figures import Figure


def measure(room: Room) -> Found:
    """All at once, in as many processes as the room has. Quick is to count none."""
    said = _counted(room)
    survivors = said["survivors"]
    return Found(
        Figure(
            "mutants: each check of the certifier removed in turn",
            "every one is noticed by a test",
            f"{said['killed']} of {said['all']} noticed",
            said["killed"] == said["all"] > 0 and not survivors,
            "tests/assurance/mutants.py removes one check at a time and runs the tests that should notice.",
        ),
        tuple(f"- not noticed: {survivor}" for survivor in survivors),
    )


def _counted(room: Room) -> dict[str, Any]:
    if "all" not in room.book:
        room.book.put("all", _none(room.core) if room.quick else _run(room.processes))
    said: dict[str, Any] = room.book.get("all")
    return said


def _none(_: CoreLean) -> dict[str, Any]:
    return {"killed": 0, "all": 0, "survivors": []}


def _run(processes: int) -> dict[str, Any]:
    from tests.assurance.mutants import mutants_report  # it is long, and nothing else here needs it

    killed, everything, survivors = mutants_report(processes)
    return {"killed": killed, "all": everything, "survivors": [str(survivor) for survivor in survivors]}
