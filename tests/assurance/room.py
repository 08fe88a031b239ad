"""What a measure works with, and what it brings back."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from typing import Any

from app.lean.environments import CoreLean
from tests.assurance.book import Book
from tests.performance.figures import Figure

Work = Callable[[CoreLean, str], Any]


@dataclass(frozen=True, slots=True)
class Room:
    """A library, what earlier runs have found, and how many processes there are to find the rest.

    `quick` asks for few samples, which say little.
    """

    core: CoreLean
    book: Book
    processes: int = 1
    quick: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the table; `details` are lines of Markdown that say more."""

    figure: Figure
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """How a figure is found, and the files and folders that it depends on besides the product's code."""

    run: Callable[[Room], Found]
    inputs: tuple[str, ...] = field(default=())


def spread(room: Room, keys: Sequence[str], work: Work) -> dict[str, Any]:
    """What `work` says of each key, which must be JSON; what is in the book already is not asked again."""
    left = [key for key in keys if key not in room.book]
    if left:
        with ProcessPoolExecutor(room.processes, multiprocessing.get_context("spawn")) as pool:
            waiting = {pool.submit(work, room.core, key): key for key in left}
            try:
                for done in as_completed(waiting):
                    room.book.put(waiting[done], done.result())
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    return {key: room.book.get(key) for key in keys}


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Lines of a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(str(cell).replace('|', '&#124;') for cell in line)} |" for line in lines]


def counted(counts: Mapping[str, int]) -> str:
    """`3 apples; 1 pear`, the most first."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "; ".join(f"{count:,} {what}" for what, count in ranked)
