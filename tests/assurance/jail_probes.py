"""The tests of the jail, which try to get out of it and first see that the same works outside."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

from app.lean.environments import CoreLean
from tests.assurance.book import ROOT
from tests.assurance.room import Found, Room, spread, table
from tests.performance.figures import Figure

USERS = ("root", "ordinary")
PASSED = "passed"
_QUICK = ["tests/jail/test_watch.py"]


def run(_: CoreLean, key: str) -> dict[str, list[str]]:
    """How the tests of these files ended: for each outcome the names of the tests."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}"]
        subprocess.run([*command, *key.split()], cwd=ROOT, capture_output=True, check=False)
        cases = ElementTree.parse(report).iter("testcase")  # noqa: S314 - pytest has just written it
        ended: dict[str, list[str]] = {}
        for case in cases:
            name = f"{case.get('classname', '').rpartition('.')[2]}::{case.get('name')}"
            ended.setdefault(next((child.tag for child in case), PASSED), []).append(name)
        return ended


def measure(room: Room) -> Found:
    files = (
        _QUICK
        if room.quick
        else [str(path.relative_to(ROOT)) for path in sorted((ROOT / "tests/jail").glob("test_*.py"))]
    )
    found = spread(Room(room.core, room.book, 1, room.quick), files, run)
    ended: dict[str, list[str]] = {}
    for each in found.values():
        for outcome, names in each.items():
            ended[outcome] = ended.get(outcome, []) + names
    counts = {outcome: Counter(map(_user, names)) for outcome, names in ended.items()}
    passed = counts.get(PASSED, Counter())
    lost = [
        f"- {outcome}: `{name}`" for outcome, names in ended.items() if outcome != PASSED for name in names
    ]
    rows = [(user, *(counts[outcome][user] for outcome in sorted(counts))) for user in (*USERS, "either")]
    return Found(
        Figure(
            "probes of the jail, each with a positive control",
            "all held, as root and as an ordinary user",
            f"{passed['root']} held as root, {passed['ordinary']} as an ordinary user, "
            f"{passed['either']} besides; {len(lost)} did not",
            not lost and all(passed[user] for user in USERS),
            "The tests of tests/jail: what is tried in the jail is first tried outside of it, where it must "
            "succeed.",
        ),
        (*table(("as", *sorted(counts)), rows), *lost),
    )


def _user(name: str) -> str:
    return next((user for user in USERS if f"[{user}" in name or f"-{user}" in name), "either")
