"""Runs Lean once, on one file, and says what it said."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from app.lean import launch
from app.lean.environments import HEADER, CoreLean

TIMEOUT_S = 240  # nothing is said about how long it takes


def run(core: CoreLean, folder: Path, text: str) -> list[dict[str, Any]]:
    """Lean's messages on a file with `text` behind the header; lines are counted from the header's first."""
    file = folder / "User.lean"
    file.write_text(f"{HEADER}\n{text}", "utf-8")
    return elaborate(core, file)


def run_many(core: CoreLean, folder: Path, commands: Sequence[str]) -> list[dict[str, Any]]:
    """The same for commands that know nothing of each other: two Leans share them, as one uses one processor.

    Lines are counted as if all were in one file.
    """
    half = (len(commands) + 1) // 2
    texts = ["".join(f"{command}\n" for command in part) for part in (commands[:half], commands[half:])]
    folders = [folder / "first", folder / "second"]
    for part in folders:
        part.mkdir(exist_ok=True)
    with ThreadPoolExecutor(2) as both:
        first, second = both.map(run, (core, core), folders, texts)
    for message in second:
        message["pos"]["line"] += texts[0].count("\n")
    return [*first, *second]


def elaborate(core: CoreLean, file: Path) -> list[dict[str, Any]]:
    done = subprocess.run(
        launch.command("--json", *launch.OPTIONS, str(file)),
        env=launch.environment(core.lean_path),
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def errors(messages: list[dict[str, Any]]) -> list[str]:
    return [message["data"] for message in messages if message["severity"] == "error"]
