"""docs/TRUST_REPORT.md: the figures, how each was found, and what there is to say besides."""

from __future__ import annotations

import os
import platform
import pwd
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime

import psutil

from app.lean.environments import CoreLean
from app.lean.jail import Jail
from app.trust import versions
from tests.assurance.room import Found, table

COMMAND = "make trust"


def page(core: CoreLean, jail: Jail, found: Mapping[str, Found]) -> str:
    """`found` by the names of the measures, in order."""
    figures = [each.figure for each in found.values()]
    rows = [
        (figure.what, figure.reach, figure.value, "yes" if figure.reached else "**no**") for figure in figures
    ]
    how = [f"- **{_capital(figure.what)}**: {figure.how}" for figure in figures]
    missed = sum(not figure.reached for figure in figures)
    summary = "All are reached." if not missed else f"{missed} of {len(figures)} are not reached."
    lines = [
        "# Trust report",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `{COMMAND}`. {summary}",
        "",
        *table(("what", "reach", "measured", "reached"), rows),
        "",
        "## With what",
        "",
        *table(("what", "version"), list(_versions(core, jail).items())),
        "",
        "## How",
        "",
        *how,
        *(line for each in found.values() if each.details for line in _about(each)),
    ]
    return "\n".join(lines) + "\n"


def _about(found: Found) -> list[str]:
    return ["", f"## {_capital(found.figure.what)}", "", *found.details]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _versions(core: CoreLean, jail: Jail) -> dict[str, str]:
    digests, memory = versions.digests(), round(psutil.virtual_memory().total / 2**30)
    user = "root" if os.geteuid() == 0 else f"an ordinary user, {pwd.getpwuid(os.geteuid()).pw_name}"
    level = jail.level.name.lower() + (f" ({jail.missing})" if jail.missing else "")
    return {
        "Lemmata": versions.versions()["lemmata"],
        "code that decides": f"`{digests['certifier']}`",
        "Lean": core.environment.lean_version,
        "wheel of Lean": f"`{digests['lean']}`",
        "library, with Lean": f"`{core.environment.library}`",
        "Python": platform.python_version(),
        "bubblewrap": _bubblewrap(),
        "kernel of the system": f"{platform.system()} {platform.release()}, {platform.machine()}",
        "jail": f"{level}, as {user}",
        "machine": f"{os.cpu_count()} cores, {memory} GiB of memory",
    }


def _bubblewrap() -> str:
    found = shutil.which("bwrap")
    if found is None:
        return "not installed"
    return subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout.strip()
