"""What results depend on: the machine, the versions and the settings."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from importlib import metadata
from pathlib import Path

from app.bench.results import Conditions
from app.bench.trial import Budget
from app.pipeline.lab import Lab
from app.settings import Settings

_APP = Path(__file__).parents[1]
_SOLVES = ("bootstrap.py", "ports.py", "domain", "lean", "models", "pipeline")


def conditions(lab: Lab, settings: Settings, program: str, way: str, budget: Budget, jobs: int) -> Conditions:
    return Conditions(
        lean=lab.environment.lean_version,
        library=lab.environment.library,
        lemmata=metadata.version("lemmata"),
        program=program,
        seconds=budget.seconds,
        lean_workers=settings.lean_workers,
        jobs=jobs,
        check_s=settings.check_s,
        certify_s=settings.certify_s,
        checks=budget.checks,
        cpus=os.cpu_count() or 1,
        way=way,
        tokens=budget.tokens,
    )


def program_digest() -> str:
    """SHA-256 of the code that a problem goes through; the version alone does not tell two states apart."""
    digest = hashlib.sha256()
    for room in _SOLVES:
        for path in sorted((_APP / room).rglob("*.py")) or [_APP / room]:
            digest.update(f"\n{path.relative_to(_APP)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def commit() -> str | None:
    """The commit of this checkout, None where there is no git or no repository."""
    if (git := shutil.which("git")) is None:
        return None
    asked = [git, "-C", str(_APP), "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False)
    return said.stdout.strip() or None
