"""Both kernels on exports that were changed: what one accepts, the other must not reject."""

from __future__ import annotations

import itertools
from collections import Counter
from functools import cache
from typing import Any

from app.kernel import Accepted, Rejected, check
from app.lean.environments import CoreLean
from tests.assurance.book import FOLDER
from tests.assurance.changes import changes
from tests.assurance.explaining import mended, reason
from tests.assurance.exported_texts import TEXTS
from tests.assurance.exports import export_of, export_of_theorem, theorems
from tests.assurance.kernel_forks import Forks, forks
from tests.assurance.records import Records, read
from tests.assurance.room import Found, Room, spread, table
from tests.performance.figures import Figure

SECONDS = 10.0
MOST_CONSTANTS, MOST_BYTES, SAMPLE = 60, 60_000, 20
A_PIECE, PIECES = 100, 6
MENDED = "they differ only by what one of them need not notice"


@cache
def base(core: CoreLean, name: str) -> bytes:
    """The export of a text, or of a theorem of the library."""
    return export_of(core, TEXTS[name], "t") if name in TEXTS else export_of(core, "", name)


def small(core: CoreLean) -> list[str]:
    """Theorems of the library that rest on little."""
    few = (
        name
        for name in theorems(core)
        if not name.startswith("_private")
        for export, constants in [export_of_theorem(core, name)]
        if constants <= MOST_CONSTANTS and len(export) <= MOST_BYTES
    )
    return list(itertools.islice(few, SAMPLE))


def piece(core: CoreLean, key: str) -> dict[str, Any]:
    """Ask both kernels about the changes of one piece, which `key` names as BASE/NUMBER/COUNT."""
    name, number, count = key.rsplit("/", 2)
    original = base(core, name)
    said: Counter[str] = Counter()
    disagreements = []
    records = read(original)
    with forks() as lean:
        assert "accepted" in lean.ask(original), name
        assert isinstance(check(original.splitlines(), SECONDS), Accepted), name
        for at, (done, export) in enumerate(changes(records, int(count), int(number))):
            ours, theirs, detail = asked(lean, export)
            said[f"{ours} / {theirs}"] += 1
            if _agree(ours, theirs):
                continue
            if why := _explained(lean, records, export, ours, detail):
                said[f"of these: {why}"] += 1
            else:
                disagreements.append(f"{name}/{number}#{at}, {done}: {detail}")
                _keep(f"{name}-{number}-{at}", export)
    return {"said": dict(said), "disagreements": disagreements}


def _agree(ours: str, theirs: str) -> bool:
    return {ours, theirs} != {"accepted", "rejected"} and theirs != "crashed"


def _explained(lean: Forks, records: Records, export: bytes, ours: str, detail: str) -> str:
    """Why they may disagree, if that is known."""
    if _agree(*asked(lean, mended(records, export))[:2]):
        return MENDED
    return reason(export, detail) if ours == "rejected" else ""


def asked(lean: Forks, export: bytes) -> tuple[str, str, str]:
    """A word for what our kernel says, one for what Lean's does, and both in full."""
    outcome, answer = check(export.splitlines(), SECONDS), lean.ask(export)
    ours = type(outcome).__name__.lower()
    if isinstance(outcome, Rejected) and not outcome.declaration:
        ours = "malformed"
    return ours, next(iter(answer)), f"ours {outcome}, Lean's {answer}"


def _keep(name: str, export: bytes) -> None:
    folder = FOLDER / "disagreements"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name.replace(' ', '_')}.ndjson").write_bytes(export)


def measure(room: Room) -> Found:
    names = ["unit", "let"] if room.quick else [*TEXTS, *small(room.core)]
    a_piece, many = (10, 1) if room.quick else (A_PIECE, PIECES)
    found = spread(room, [f"{name}/{n}/{a_piece}" for n in range(many) for name in names], piece)
    said = sum((Counter(each["said"]) for each in found.values()), Counter[str]())
    disagreements = [line for each in found.values() for line in each["disagreements"]]
    return Found(
        Figure(
            "changed exports on which one kernel says yes and the other no",
            "none",
            f"{len(disagreements)} of {said.total():,} changes of {len(names)} exports",
            not disagreements,
            "Terms, levels, names, numbers, recursors' rules and whole declarations of exports that both "
            "kernels accept, exchanged by chance; both are asked about each.",
        ),
        (
            *table(("ours / Lean's", "exports"), said.most_common()),
            *(f"- {line}" for line in disagreements[:40]),
        ),
    )
