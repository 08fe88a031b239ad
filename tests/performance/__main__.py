"""`python -m tests.performance`: measures one figure after the other, prints them and writes them down.

Ends with 1 if a reach is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import psutil

from app.lean.environments import CoreLean, core_environment
from tests.performance import lean, pages, serving, sharing
from tests.performance.figures import Figure
from tests.performance.service import ROOT

COMMAND = "make bench"
PAGE = ROOT / "docs" / "PERFORMANCE.md"
Measure = Callable[[CoreLean, Path], Figure]


def measures(quick: bool) -> dict[str, Measure]:
    """Each figure by its name; `quick` asks for few samples, which say little."""
    return {
        "warm": lambda core, folder: asyncio.run(lean.warm_check(core, folder, 15 if quick else 300)),
        "two": lambda core, _: asyncio.run(lean.two_workers(core, 10 if quick else 200)),
        "first": lambda core, _: asyncio.run(pages.first_step(core, 1 if quick else 15)),
        "followers": lambda _, folder: asyncio.run(pages.journal_to_page(folder, 10 if quick else 150)),
        "submissions": lambda core, _: serving.submissions(core, 50 if quick else 1000),
        "memory": lambda core, _: serving.memory(core, 0.5 if quick else 5.0),
        "sharing": lambda core, _: sharing.sharing(core, 6 if quick else 32),
        "overhead": lambda core, _: asyncio.run(serving.overhead(core, 100 if quick else 9)),
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog=COMMAND)
    parser.add_argument(
        "--only", nargs="*", choices=[*measures(False)], help="measure these and write nothing"
    )
    parser.add_argument("--quick", action="store_true", help="few samples; write nothing")
    options = parser.parse_args()
    chosen = measures(options.quick)
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        core = core_environment(Path(folder))
        for name in options.only or chosen:
            found.append(chosen[name](core, Path(tempfile.mkdtemp(dir=folder))))
            print(_line(found[-1]), flush=True)
    if not options.only and not options.quick:
        PAGE.write_text(_page(found), "utf-8")
    return 0 if all(figure.reached for figure in found) else 1


def _line(figure: Figure) -> str:
    said = "reached" if figure.reached else "MISSED "
    return f"{said}  {figure.what}: {figure.value} (reach: {figure.reach})"


def _page(found: list[Figure]) -> str:
    rows = "\n".join(
        f"| {figure.what} | {figure.reach} | {figure.value} | {'yes' if figure.reached else '**no**'} |"
        for figure in found
    )
    how = "\n".join(f"- **{figure.what[0].upper()}{figure.what[1:]}**: {figure.how}" for figure in found)
    memory = round(psutil.virtual_memory().total / 2**30)
    machine = f"{os.cpu_count()} cores and {memory} GiB of memory"
    system = f"{platform.system()}, {platform.machine()}, Python {platform.python_version()}"
    return f"""# Performance

Measured on {datetime.now(UTC):%Y-%m-%d} by `{COMMAND}`, in one run, with everything, the browser too,
on one machine of {machine} ({system}).

| what | reach | measured | reached |
| --- | --- | --- | --- |
{rows}

{how}
"""


if __name__ == "__main__":
    sys.exit(main())
