"""The figures of the mutants: each check of the certifier removed in turn, and whether a test notices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.assurance import mutants
from tests.assurance.book import ROOT
from tests.assurance.room import Found, Room
from tests.performance.figures import Figure

_HOW = "tests/assurance/mutants.py removes one check at a time and runs the tests that should notice."
_WATCHING = str(Path(__file__).with_name("watching.py").relative_to(ROOT))


def inputs(room: mutants.Room) -> tuple[str, ...]:
    """What the figure of a room depends on beside what is imported here."""
    return (*room.tests, *room.needed, _WATCHING)


def of(room: mutants.Room) -> Callable[[Room], Found]:
    """The measure of a room's mutants, in as many processes as there are. Quick is to try none."""

    def measure(made: Room) -> Found:
        count, survivors = 0, []
        if not made.quick:
            count, survivors = mutants.mutants_report(room, made.book, made.processes)
        return Found(
            Figure(
                f"mutants of the {room.name.replace('-', ' ')}: each check removed in turn",
                "every one is noticed by a test",
                f"{count - len(survivors)} of {count} noticed",
                count > 0 and not survivors,
                _HOW,
            ),
            tuple(f"- not noticed: {survivor}" for survivor in survivors),
        )

    return measure
