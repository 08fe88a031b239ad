"""`pytest -p tests.assurance.counting --counted FILE`: the exports that our kernel rejects in the tests."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

import app.kernel
from app.kernel import Outcome, Rejected

MOST_BYTES = 1 << 20


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--counted", type=Path, required=True)


def pytest_configure(config: pytest.Config) -> None:
    """Before the tests are imported, so that they take this check for the kernel's own."""
    check, file = app.kernel.check, config.getoption("counted")

    def counted(lines: Iterable[str | bytes], deadline_s: float) -> Outcome:
        given = list(lines)
        outcome = check(given, deadline_s)
        if isinstance(outcome, Rejected) and outcome.declaration:
            _note(file, given, outcome)
        return outcome

    app.kernel.check = counted


def _note(file: Path, given: list[str | bytes], outcome: Rejected) -> None:
    texts = [line if isinstance(line, str) else line.decode("utf-8", "replace") for line in given]
    export = "".join(f"{text}\n" for text in texts)
    if len(export) <= MOST_BYTES:
        record = {"declaration": outcome.declaration, "reason": outcome.reason, "export": export}
        with file.open("a", encoding="utf-8") as said:
            said.write(json.dumps(record) + "\n")
