"""Every theorem of the library through the whole of the certifier."""

from __future__ import annotations

from collections import Counter
from typing import Any

from app.kernel import Accepted, check
from app.lean.environments import CoreLean
from app.trust.certify import PROVED
from tests.assurance.certifying import certifier, decided, kind, undecided
from tests.assurance.exports import export_of_theorem, theorems, universes
from tests.assurance.kernel_forks import ask_lean
from tests.assurance.room import Found, Room, counted, spread, table
from tests.performance.figures import Figure

TRIAL = "lemmata_trial"
REFUSED = "refused_source"
QUICK = 4


def writable(name: str) -> bool:
    """Whether a file can name it; the names of private theorems begin with a word of Lean's own."""
    return not name.startswith("_private")


def asked(core: CoreLean, name: str) -> tuple[str, bytes]:
    """A challenge and its solution. The universes are named, as not every type tells all of its own."""
    parameters = ", ".join(f"u{number}" for number in range(universes(core, name)))
    at = f".{{{parameters}}}" if parameters else ""
    stated = f"theorem {TRIAL}{at} : type_of% @{name}{at} := "
    return f"{stated}sorry", f"{stated}@{name}{at}".encode()


def decide(core: CoreLean, name: str) -> dict[str, Any]:
    """The whole way; what the gate refuses goes without it, a private theorem the way of its export."""
    if not writable(name):
        return _replayed(core, name)
    challenge, solution = asked(core, name)
    said = decided(certifier(core), challenge, solution)
    if said["verdict"] == REFUSED:
        said = decided(certifier(core, gate=False), challenge, solution) | {"refused": said["why"]}
    return said


def _replayed(core: CoreLean, name: str) -> dict[str, Any]:
    export, constants = export_of_theorem(core, name)
    (answer,) = ask_lean([export])
    accepted = answer == {"accepted": constants} and isinstance(check(export.splitlines(), 60), Accepted)
    return {
        "verdict": PROVED if accepted else "not replayed",
        "why": str(answer),
        "private": True,
        "elapsed_s": 0.0,
    }


def _about(refusal: str) -> str:
    """What the gate says, without the name of which it says so."""
    return refusal.partition("cannot stand here: ")[2] or refusal


def measure(room: Room) -> Found:
    names = theorems(room.core)[: QUICK if room.quick else None]
    said = spread(room, names, decide)
    verdicts = Counter(kind(each["verdict"]) for each in said.values())
    private = sum("private" in each for each in said.values())
    refused = Counter(_about(each["refused"]) for each in said.values() if "refused" in each)
    unknown = sum(undecided(each["verdict"]) for each in said.values())
    failed = [f"- `{name}`: {each}" for name, each in said.items() if each["verdict"] != PROVED]
    slowest = sorted(said.items(), key=lambda item: -item[1]["elapsed_s"])[:10]
    rows = [(f"`{name}`", f"{each['elapsed_s']:.2f} s") for name, each in slowest]
    return Found(
        Figure(
            "honest proofs: theorems of the core library",
            "all certified",
            f"{verdicts[PROVED]:,} of {len(names):,} certified",
            verdicts[PROVED] == len(names),
            "For each theorem X the challenge `theorem t : type_of% @X := sorry` and the solution `@X`, "
            f"through the whole certifier; {private} private ones, which no file can name, read, exported "
            f"and replayed in both kernels; {refused.total()} that the gate refuses, without it.",
        ),
        (
            f"- Verdicts: {counted(verdicts)}. Undecided: {100 * unknown / len(names):.2f}%.",
            *(f"- The gate, {count:,} times: {why}" for why, count in refused.most_common(8)),
            *failed[:40],
            "",
            *table(("slowest, beside another one", "time"), rows),
        ),
    )
