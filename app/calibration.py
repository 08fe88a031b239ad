"""The command `lemmata calibration`: how what was predicted of jobs has held."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console

from app.domain.calibration import Calibration, CutShort, Prediction, calibrated, prediction
from app.export import journals
from app.settings import Settings

DONE, NOTHING = 0, 1
_CODES = "Exit codes: 0 there were predictions to compare, 1 there were none."


@dataclass(frozen=True, slots=True)
class Record:
    """Of `jobs` that have ended, `predicted` had an estimate; something else ended `cut_short` of these."""

    jobs: int
    predicted: int
    cut_short: int
    calibration: Calibration | None


def add(commands: Any) -> argparse.ArgumentParser:
    """Add the command to a parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "calibration", help="compare what was predicted with what happened", description=_CODES
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def run(options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    """Run the command and return its exit code."""
    from app.store.database import connect, migrate

    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    db = connect(settings)
    try:
        migrate(db)
        found = record([prediction(journal) for journal in journals(db)])
    finally:
        db.dispose()
    sys.stdout.write((json.dumps(asdict(found)) if options.json else as_text(found)) + "\n")
    return DONE if found.calibration else NOTHING


def record(found: Sequence[Prediction | CutShort | None]) -> Record:
    predictions = [each for each in found if isinstance(each, Prediction)]
    cut_short = sum(isinstance(each, CutShort) for each in found)
    return Record(len(found), len(predictions) + cut_short, cut_short, calibrated(predictions))


def as_text(found: Record) -> str:
    head = (
        f"{found.predicted} of {found.jobs} jobs that have ended had an estimate; {found.cut_short} of them "
        "ended by something else than their models."
    )
    held = found.calibration
    if held is None:
        return head
    lines = [head, "", "chance    predicted  observed  jobs"]
    for tenth in held.tenths:
        chances = f"{tenth.lowest:.0%} to {tenth.lowest + 0.1:.0%}"
        lines.append(f"{chances:<12}{tenth.predicted:>7.0%}{tenth.observed:>10.0%}{tenth.count:>6}")
    lines += ["", f"Brier score {held.brier:.3f}: 0 is perfect, and even chances for all would earn 0.25."]
    if held.tokens_ratio is not None:
        lines.append(f"Tokens spent for each that was predicted, in the median: {held.tokens_ratio:.2f}")
    return "\n".join(lines)
