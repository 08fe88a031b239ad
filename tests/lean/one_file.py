"""Runs Lean once, on one file, and says what it said."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from app.lean import launch
from app.lean.environments import HEADER, CoreLean


def run(core: CoreLean, folder: Path, text: str) -> list[dict[str, Any]]:
    """Lean's messages on a file with `text` behind the header; lines are counted from the header's first."""
    file = folder / "User.lean"
    file.write_text(f"{HEADER}\n{text}", "utf-8")
    return elaborate(core, file)


def elaborate(core: CoreLean, file: Path) -> list[dict[str, Any]]:
    done = subprocess.run(
        launch.command("--json", *launch.OPTIONS, str(file)),
        env=launch.environment(core.lean_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def errors(messages: list[dict[str, Any]]) -> list[str]:
    return [message["data"] for message in messages if message["severity"] == "error"]
