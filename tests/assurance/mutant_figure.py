"""The figure of the mutants: each check of the certifier removed in turn, and whether a test notices."""

from __future__ import annotations

from tests.assurance.room import Found, Room
from tests.performance.figures import Figure

TESTS = (
    "tests/trust",
    "tests/kernel",
    "tests/domain/test_gate.py",
    "tests/cli/test_certify.py",
    "tests/conftest.py",
)


def measure(room: Room) -> Found:
    """In as many processes as the room has. Quick is to try none."""
    count, survivors = (0, []) if room.quick else _tried(room)
    return Found(
        Figure(
            "mutants: each check of the certifier removed in turn",
            "every one is noticed by a test",
            f"{count - len(survivors)} of {count} noticed",
            count > 0 and not survivors,
            "tests/assurance/mutants.py removes one check at a time and runs the tests that should notice.",
        ),
        tuple(f"- not noticed: {survivor}" for survivor in survivors),
    )


def _tried(room: Room) -> tuple[int, list[str]]:
    from tests.assurance.mutants import mutants_report  # it is long, and nothing else here needs it

    return mutants_report(room.book, room.processes)
