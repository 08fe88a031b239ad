"""What `lemmata bench` takes; read for every command, so nothing heavy is imported here."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from app.settings import Settings

_USAGE = "%(prog)s FILE [options]\n       %(prog)s compare BEFORE.json AFTER.json [--json]"
_CODES = (
    "Exit codes: 0 nothing is wrong, 1 an outcome is wrong, 2 nothing was decided, 4 Lean cannot be asked. "
    "`compare`: 0, or 1 where a problem is not solved any more."
)


def add(commands: Any, seconds: Callable[[str], float]) -> None:
    """Add the command to argparse's `commands`; `seconds` reads a budget."""
    bench = commands.add_parser(
        "bench", help="solve the problems of a file and measure", usage=_USAGE, description=_CODES
    )
    bench.add_argument("words", nargs="+", metavar="FILE", help="problems as JSON Lines")
    bench.add_argument("--seconds", type=seconds, default=10.0, help="budget of each problem (default: 10)")
    bench.add_argument("--workers", type=_count, metavar="N", help="warm Lean processes (default: 2)")
    bench.add_argument(
        "--jobs", type=_count, default=1, metavar="J", help="problems solved at once (default: 1)"
    )
    bench.add_argument(
        "--area", nargs="+", action="extend", default=[], help="the problems of these areas only"
    )
    bench.add_argument("--name", metavar="GLOB", help="the problems of such names only")
    bench.add_argument(
        "--results",
        type=Path,
        metavar="R.json",
        help="where to write and to go on (default: by FILE's name, here)",
    )
    bench.add_argument(
        "--fresh", action="store_true", help="solve everything again, whatever the results file holds"
    )
    bench.add_argument("--compare", type=Path, metavar="OTHER.json", help="say what changed since then")
    bench.add_argument("--page", type=Path, metavar="P.html", help="the page (default: beside the results)")
    bench.add_argument("--no-page", action="store_true", help="make no page")
    bench.add_argument("--json", action="store_true", help="print the summary as one JSON object")
    bench.set_defaults(run=partial(_run, bench))


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= (count := int(text)) <= 64:
        return count
    raise argparse.ArgumentTypeError("a whole number from 1 to 64")


def _run(
    parser: argparse.ArgumentParser, options: argparse.Namespace, settings: Settings, screen: Console
) -> int:
    from app.bench.command import bench

    return bench(parser, options, settings, screen)
