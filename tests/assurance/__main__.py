"""`python -m tests.assurance`: finds one figure after the other, prints them and writes docs/TRUST_REPORT.md.

Ends with 1 if a reach is missed. What has been found is kept under test-output/trust, parts of a figure as
well, so that an interrupted run goes on with `--resume` as long as what the figure depends on stays.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from typing import Any

from app.lean.environments import CoreLean, core_environment
from tests.assurance import (
    attacks,
    bench_proofs,
    canary_paths,
    exhaustion,
    fuzz,
    honest,
    jail_probes,
    kernels,
    mutant_figure,
    mutated_exports,
    portable,
    times,
)
from tests.assurance.book import FOLDER, ROOT, Book, tree
from tests.assurance.certifying import jail
from tests.assurance.mutants import ROOMS
from tests.assurance.page import COMMAND, page
from tests.assurance.room import Found, Measure, Room
from tests.performance.figures import Figure

PAGE = ROOT / "docs" / "TRUST_REPORT.md"
LIBRARY = FOLDER / "library"
MEASURES = {
    "attacks": Measure(attacks.measure, ("tests/exploits",)),
    "library": Measure(honest.measure),
    "bench": Measure(bench_proofs.measure, ("bench/core.jsonl",)),
    "portable": Measure(portable.measure, ("tests/lean/portable",)),
    "canaries": Measure(canary_paths.measure, ("app", "workers", "tests/canaries")),
    **{f"mutants-{room.name}": Measure(mutant_figure.of(room), mutant_figure.inputs(room)) for room in ROOMS},
    "fuzz": Measure(fuzz.measure),
    "jail": Measure(jail_probes.measure, ("tests/jail",)),
    "exhaustion": Measure(exhaustion.measure, ("tests/exploits",)),
    "times": Measure(times.measure),
    "kernels": Measure(kernels.measure, ("tests/kernel", "tests/trust")),
    "exports": Measure(mutated_exports.measure),
}
"""By name, in the order of the table."""


def found(name: str, core: CoreLean, options: argparse.Namespace) -> Found:
    """What a measure finds; with `--resume` what it found before, if it was with the same files."""
    folder = FOLDER / "quick" if options.quick else FOLDER
    measure, kept = MEASURES[name], folder / f"{name}.json"
    digest = tree(core.environment.library, measure.run.__module__, measure.inputs)
    if options.resume and kept.exists():
        before: dict[str, Any] = json.loads(kept.read_text("utf-8"))
        if before["tree"] == digest:
            return Found(Figure(**before["figure"]), tuple(before["details"]))
    book = Book(folder / f"{name}.parts.jsonl", digest, resume=options.resume)
    made = measure.run(Room(core, book, options.processes, options.quick))
    said = {"tree": digest, "figure": asdict(made.figure), "details": made.details}
    kept.write_text(json.dumps(said, indent=1), "utf-8")
    return made


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog=COMMAND)
    parser.add_argument("--only", nargs="*", choices=[*MEASURES], help="measure these and write no page")
    parser.add_argument("--quick", action="store_true", help="few samples; write no page")
    parser.add_argument("--resume", action="store_true", help="take what was found with the same files")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="how many work at once")
    options = parser.parse_args(arguments)
    core = core_environment(LIBRARY)
    everything: dict[str, Found] = {}
    for name in options.only or MEASURES:
        everything[name] = found(name, core, options)
        sys.stdout.write(f"{name}: {_line(everything[name].figure)}\n")
        sys.stdout.flush()
    if not options.only and not options.quick:
        PAGE.write_text(page(core, jail(), everything), "utf-8")
    return 0 if all(each.figure.reached for each in everything.values()) else 1


def _line(figure: Figure) -> str:
    said = "reached" if figure.reached else "MISSED "
    return f"{said}  {figure.what}: {figure.value} (reach: {figure.reach})"


if __name__ == "__main__":
    sys.exit(main())
