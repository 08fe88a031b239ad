"""The second kernel: on the whole library, on what is written to be wrong, and beside Lean's on each."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from app.kernel import Rejected, check
from app.lean.environments import CoreLean
from app.lean.launch import Limits
from app.trust import second
from app.trust.decision import opened
from app.trust.export import export
from app.trust.replay import Replayed, replay
from tests.assurance.book import ROOT
from tests.assurance.exports import export_of_library
from tests.assurance.kernel_forks import ask_lean
from tests.assurance.room import Found, Room, spread, table
from tests.performance.figures import Figure
from tests.trust.compiling import modules
from tests.trust.conftest import Shelf
from tests.trust.test_replay import REJECTED

LIBRARY_S = 580.0
LEAST = 40
_LIMITS = Limits(cpu_s=600, resident_bytes=6 << 30)


def piece(core: CoreLean, key: str) -> dict[str, Any]:
    return PIECES[key](core)


def _ours_on_the_library(core: CoreLean) -> dict[str, Any]:
    text, constants, theorems = export_of_library(core)
    started = time.monotonic()
    opinion = asyncio.run(second.check(text, _LIMITS, LIBRARY_S))
    taken_s = time.monotonic() - started
    accepted = opinion.outcome == second.ACCEPTED
    said = f"{opinion.outcome} {opinion.detail}".strip()
    return {
        "accepted": accepted,
        "said": said,
        "constants": constants,
        "theorems": theorems,
        "taken_s": taken_s,
    }


def _leans_on_the_library(core: CoreLean) -> dict[str, Any]:
    text, constants, _ = export_of_library(core)
    started = time.monotonic()
    answer = asyncio.run(replay(text, limits=_LIMITS, deadline_s=LIBRARY_S))
    taken_s = time.monotonic() - started
    return {"accepted": answer == Replayed(constants), "said": str(answer), "taken_s": taken_s}


def _written(_: CoreLean) -> dict[str, Any]:
    """What the tests of our kernel find rejected, and what Lean's says of the same."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "counted")
        words = ["tests/kernel", "--ignore", "tests/kernel/test_core.py", "-q", "-p", "no:cacheprovider"]
        plugin = ["-p", "tests.assurance.counting", "--counted", str(file)]
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *words, *plugin], cwd=ROOT, check=False, capture_output=True
        )
        records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    different = {record["export"]: record for record in records}
    answers = ask_lean(text.encode("ascii", "backslashreplace") for text in different)
    both = sum("rejected" in answer for answer in answers)
    alone = [
        f"{record['declaration']}: {record['reason']}"
        for record, answer in zip(different.values(), answers, strict=True)
        if "accepted" in answer
    ]
    return {"passed": done.returncode == 0, "rejected": len(different), "both": both, "alone": alone}


def _forged(core: CoreLean) -> dict[str, Any]:
    """What is forged for the test of Lean's kernel, given to both."""
    said, shelf = {}, Shelf(opened(modules(core)))
    for what, (_, forge) in REJECTED.items():
        text = export(shelf.terms, forge(shelf), "4.35.0", "0" * 40)
        outcome, (answer,) = check(text.splitlines(), 60), ask_lean([text])
        said[what] = [isinstance(outcome, Rejected), "rejected" in answer, f"{outcome}, {answer}"]
    return said


PIECES = {
    "ours": _ours_on_the_library,
    "lean": _leans_on_the_library,
    "written": _written,
    "forged": _forged,
}


def measure(room: Room) -> Found:
    found = spread(room, ["forged"] if room.quick else [*PIECES], piece)
    nothing = {"accepted": False, "said": "not asked", "taken_s": 0, "theorems": 0, "constants": 0}
    ours, lean = found.get("ours", nothing), found.get("lean", nothing)
    written = found.get("written", {"passed": True, "rejected": 0, "both": 0, "alone": []})
    forged = found["forged"]
    unlike = [f"{what}: {said}" for what, (our, theirs, said) in forged.items() if not (our and theirs)]
    wrong = written["both"] + len(forged) - len(unlike)
    return Found(
        Figure(
            "the second kernel",
            f"agrees on every theorem of the core library; rejects at least {LEAST} ill-typed declarations",
            f"{ours['said']}: {ours['theorems']:,} theorems among {ours['constants']:,} constants in "
            f"{ours['taken_s']:.0f} s, Lean's in {lean['taken_s']:.0f} s; rejects {wrong} ill-typed "
            "declarations",
            ours["accepted"] and lean["accepted"] and written["passed"] and wrong >= LEAST,
            "All safe constants of the library in one export, given to both kernels; declarations that both "
            "reject: those of tests/kernel, one in each export, and those that are forged in "
            "tests/trust/test_replay.py.",
        ),
        (*_about(written, unlike, len(forged)), f"- Lean's kernel on the library: {lean['said']}"),
    )


def _about(written: dict[str, Any], unlike: list[str], forged: int) -> list[str]:
    reasons: Counter[str] = Counter(line.partition(": ")[2].partition(" (")[0] for line in written["alone"])
    return [
        f"- Of {written['rejected']} different exports that our kernel rejects in its tests for a "
        f"declaration, Lean's rejects {written['both']}, and accepts {len(written['alone'])}, where ours is "
        "stricter by intention:",
        "",
        *table(("our reason, where Lean's kernel accepts", "exports"), reasons.most_common()),
        "",
        f"- Of {forged} forged declarations both kernels reject {forged - len(unlike)}.",
        *(f"- not rejected by both: {line}" for line in unlike),
    ]
