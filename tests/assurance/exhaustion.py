"""Attacks that use up time, memory or room, while the job of another person goes on."""

from __future__ import annotations

import asyncio
from typing import Any

from app.lean.environments import CoreLean
from app.lean.launch import Limits
from app.trust.certify import PROVED, Certifier
from tests.assurance.certifying import certified, jail
from tests.assurance.room import Found, Room, spread, table
from tests.exploits import cases
from tests.performance.figures import Figure

FAMILY = "exhaustion"
DEADLINE_S = 30.0
LATE_S = 2.0  # to end what runs
LIMITS = Limits(cpu_s=10)
STATED = "def double (n : Nat) : Nat := n + n\ntheorem t (n : Nat) : double n = 2 * n := "
PROOF = f"{STATED}by\n  unfold double\n  omega\n".encode()


def endure(core: CoreLean, name: str) -> dict[str, Any]:
    """Certify the attack without the gate, and an honest proof beside it until it has ended."""
    (case,) = [case for case in cases() if case.name == name]
    bomb, other = Certifier(core, LIMITS, 0, gate=False, jail=jail()), Certifier(core, LIMITS, 0, jail=jail())

    async def both() -> tuple[dict[str, Any], list[tuple[str, float]]]:
        others: list[tuple[str, float]] = []
        attack = asyncio.create_task(certified(bomb, case.challenge, case.bad, DEADLINE_S))
        while not attack.done():
            said = await certified(other, f"{STATED}sorry", PROOF, DEADLINE_S)
            others.append((said["verdict"], said["elapsed_s"]))
        return await attack, others

    said, others = asyncio.run(both())
    return said | {"allowed": case.allows(said["verdict"], gate=False), "others": others}


def measure(room: Room) -> Found:
    names = [case.name for case in cases() if case.family == FAMILY][: 1 if room.quick else None]
    alone = Room(room.core, room.book, 1, room.quick)
    said = spread(alone, names, endure)
    wrong = [
        name for name, each in said.items() if not each["allowed"] or each["elapsed_s"] > DEADLINE_S + LATE_S
    ]
    others = [other for each in said.values() for other in each["others"]]
    failed = [verdict for verdict, _ in others if verdict != PROVED]
    slowest_s = max(elapsed_s for _, elapsed_s in others)
    rows = [
        (name, each["verdict"], f"{each['elapsed_s']:.1f} s", len(each["others"]), each["why"][:160])
        for name, each in said.items()
    ]
    return Found(
        Figure(
            "attacks by exhaustion, each beside another person's job",
            "each ends within its limit with its own verdict while the other's job goes on",
            f"{len(names) - len(wrong)} of {len(names)} attacks; {len(others) - len(failed)} of "
            f"{len(others)} decisions for the other are `proved`, the slowest after {slowest_s:.1f} s",
            not wrong and not failed,
            f"Each without the gate, with {LIMITS.cpu_s} s of processor time, "
            f"{LIMITS.resident_bytes >> 20} MiB of memory, {LIMITS.output_bytes >> 20} MiB of output and "
            f"{DEADLINE_S:.0f} s of clock, while an honest proof is certified again and again.",
        ),
        (
            *table(("attack", "verdict", "ended after", "decisions for the other meanwhile", "why"), rows),
            *(f"- not as expected: `{name}`" for name in wrong),
        ),
    )
