"""Every attack of tests/exploits, with the gate on the text and without it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from app.lean.environments import CoreLean
from app.trust.certify import PROVED
from tests.assurance.certifying import certifier, decided, kind
from tests.assurance.room import Found, Room, counted, spread, table
from tests.exploits import FAMILIES, Case, cases
from tests.performance.figures import Figure

LEAST = 80
WITH, WITHOUT = "with", "without"


def decide(core: CoreLean, key: str) -> dict[str, Any]:
    """What is decided of the attack that `key` names as GATE/NAME."""
    gate, name = key.split("/")
    (case,) = [case for case in cases() if case.name == name]
    return decided(certifier(core, gate=gate == WITH), case.challenge, case.bad)


def measure(room: Room) -> Found:
    attacks = [
        case for case in cases() if not room.quick or case.name in ("sleep", "traced_json", "skip_decide")
    ]
    asked = [(case, gate) for case in attacks for gate in (WITH, WITHOUT) if gate == WITH or not case.slow]
    said = spread(room, [f"{gate}/{case.name}" for case, gate in asked], decide)
    verdicts = {(case.name, gate): said[f"{gate}/{case.name}"]["verdict"] for case, gate in asked}
    certified = [key for key, verdict in verdicts.items() if verdict == PROVED]
    wrong = [
        f"- `{case.name}` {gate} the gate: {said[f'{gate}/{case.name}']}"
        for case, gate in asked
        if not case.allows(verdicts[case.name, gate], gate=gate == WITH)
    ]
    families = {case.family for case in attacks}
    return Found(
        Figure(
            "attacks on the certifier, with the gate on the text and without it",
            f"at least {LEAST}, of every family, none certified, each with a verdict that is expected",
            f"{len(attacks)} attacks of {len(families)} families in {len(asked)} decisions: "
            f"{len(certified)} certified, {len(wrong)} with another verdict",
            len(attacks) >= LEAST and families == FAMILIES and not certified and not wrong,
            "`Certifier.certify` on every folder of tests/exploits. What works by exhaustion is tried "
            "without the gate where exhaustion is measured.",
        ),
        (*_families(attacks, verdicts), *wrong),
    )


def _families(attacks: list[Case], verdicts: dict[tuple[str, str], str]) -> list[str]:
    rows = []
    for family in sorted({case.family for case in attacks}):
        own = [case.name for case in attacks if case.family == family]
        by_gate = [
            counted(Counter(kind(verdicts[name, gate]) for name in own if (name, gate) in verdicts))
            for gate in (WITH, WITHOUT)
        ]
        rows.append((family, len(own), *by_gate))
    return table(("family", "attacks", "with the gate", "without the gate"), rows)
