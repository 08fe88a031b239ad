"""The command `lemmata export`: what was tried, as JSON Lines for training."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from rich.console import Console

from app.domain.events import Event
from app.domain.training import lines
from app.lean.environments import HEADER
from app.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

DONE, NOTHING, WRONG_USAGE = 0, 1, 64
_CODES = "Exit codes: 0 written, 1 there is nothing to export, 64 the file cannot be written."


def add(commands: Any) -> argparse.ArgumentParser:
    """Add the command to a parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "export", help="write what was tried as JSON Lines for training", description=_CODES
    )
    parser.add_argument(
        "--for",
        dest="wanted",
        choices=("sft", "grpo"),
        default="sft",
        help="accepted samples, proofs and subgoals (sft), or groups with advantages (grpo); default: sft",
    )
    parser.add_argument("--out", type=Path, help="a file to write; by default standard output")
    return parser


def export(options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    """Run the command and return its exit code."""
    from app.store import samples
    from app.store.database import connect, migrate

    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    db = connect(settings)
    try:
        migrate(db)
        groups = (kept.group for kept in samples.everything(db))
        told = lines(groups, journals(db), HEADER, options.wanted)
        with _opened(options.out) as out:
            count = _write(told, out)
    except OSError as error:
        screen.print(f"lemmata: {options.out} cannot be written: {error.strerror}.")
        return WRONG_USAGE
    finally:
        db.dispose()
    screen.print(f"{count} {'line' if count == 1 else 'lines'} for {options.wanted}")
    return DONE if count else NOTHING


def journals(db: Engine) -> Iterator[Sequence[Event]]:
    """The journals of all jobs that have ended, one after the other."""
    from app.store import journal, queries

    for job_id in queries.finished_jobs(db):
        try:
            yield [entry.event for entry in journal.entries(db, job_id)]
        except (KeyError, ValueError):  # written by a version that this one does not read
            continue


def _opened(path: Path | None) -> AbstractContextManager[TextIO]:
    return path.open("w", encoding="utf-8") if path else nullcontext(sys.stdout)


def _write(told: Iterator[dict[str, Any]], out: TextIO) -> int:
    count = 0
    for line in told:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
        count += 1
    return count
