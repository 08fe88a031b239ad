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

_USAGE = (
    "%(prog)s FILE [options]\n"
    "       %(prog)s compare BEFORE.json AFTER.json [--page P.html] [--json]\n"
    "       %(prog)s merge A.json B.json ... --results ALL.json [--page P.html] [--json]"
)
_CODES = (
    "Exit codes: 0 nothing is wrong, 1 an outcome is wrong, 2 nothing was decided, 4 Lean cannot be asked. "
    "`compare`: 0, or 1 where a problem is not solved any more. `merge`: 0, or 1 where something is missing."
)


def add(commands: Any, seconds: Callable[[str], float]) -> None:
    """Add the command to argparse's `commands`; `seconds` reads a budget."""
    bench = commands.add_parser(
        "bench", help="solve the problems of a file and measure", usage=_USAGE, description=_CODES
    )
    bench.add_argument("words", nargs="+", metavar="FILE", help="problems: JSON Lines, or Lean")
    bench.add_argument("--way", default="whole", help="how problems are solved (default: whole)")
    bench.add_argument(
        "--samples", type=_samples, default=1, metavar="N", help="attempts at each problem (default: 1)"
    )
    bench.add_argument("--seconds", type=seconds, default=10.0, help="budget of an attempt (default: 10)")
    bench.add_argument("--checks", type=_amount, metavar="C", help="Lean checks of a search at most")
    bench.add_argument(
        "--tokens", type=_amount, default=0, metavar="T", help="tokens of an attempt at most (default: any)"
    )
    bench.add_argument("--workers", type=_count, metavar="N", help="warm Lean processes (default: 2)")
    bench.add_argument(
        "--jobs", type=_count, default=1, metavar="J", help="problems solved at once (default: 1)"
    )
    bench.add_argument(
        "--area", nargs="+", action="extend", default=[], help="the problems of these areas only"
    )
    bench.add_argument("--split", help="the problems of this part of a data set only, such as test")
    bench.add_argument("--name", metavar="GLOB", help="the problems of such names only")
    bench.add_argument(
        "--shard", type=_shard, metavar="I/N", help="every N-th of these problems, from the I-th on"
    )
    bench.add_argument(
        "--results",
        type=Path,
        metavar="R.json",
        help="where to write and to go on (default: by the names of FILE and shard, here)",
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
    return _whole(text, 64)


def _samples(text: str) -> int:
    return _whole(text, 100_000)


def _amount(text: str) -> int:
    return _whole(text, 10**9)


def _whole(text: str, most: int) -> int:
    if text.isdecimal() and 1 <= (count := int(text)) <= most:
        return count
    raise argparse.ArgumentTypeError(f"a whole number from 1 to {most}")


def _shard(text: str) -> tuple[int, int]:
    """Its number, from 1, and how many there are."""
    number, slash, count = text.partition("/")
    if slash and number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count):
        return int(number), int(count)
    raise argparse.ArgumentTypeError("a part of the problems, such as 1/4")


def _run(
    parser: argparse.ArgumentParser, options: argparse.Namespace, settings: Settings, screen: Console
) -> int:
    from app.bench.command import bench

    return bench(parser, options, settings, screen)
