"""One file from its first line to the outcome, within a time, and however deep its terms are."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable

from app.kernel import terms
from app.kernel.admission import admit
from app.kernel.declarations import Axiom, Declaration
from app.kernel.environment import Environment
from app.kernel.inference import Checker
from app.kernel.outcome import Accepted, Outcome, Refused, Rejected, Undecided, Unfinished
from app.kernel.reading import Reader

DEPTH = 300_000
STACK_BYTES = 1 << 29
MOST_KEPT = 600_000


def check(lines: Iterable[str | bytes], deadline_s: float) -> Outcome:
    """Check all declarations of an export file, given line by line.

    `deadline_s` is wall-clock seconds from now. What runs out, time, memory or depth, is Unfinished. Not
    for two threads at once.
    """
    results: list[Outcome] = []
    thread = threading.Thread(target=lambda: results.append(_run(lines, time.monotonic() + deadline_s)))
    stack = threading.stack_size(STACK_BYTES)
    depth = sys.getrecursionlimit()
    sys.setrecursionlimit(DEPTH)
    try:
        thread.start()
        thread.join()
    finally:
        threading.stack_size(stack)
        sys.setrecursionlimit(depth)
    return results[0] if results else Unfinished(0, "the checker failed")


def _run(lines: Iterable[str | bytes], deadline: float) -> Outcome:
    before = terms.mark()
    try:
        return _check(lines, deadline)
    finally:
        terms.forget(before)


def _check(lines: Iterable[str | bytes], deadline: float) -> Outcome:
    checked = 0
    at = ""
    assumed: list[str] = []
    try:
        declarations = Reader(deadline).read(lines)
        checker = Checker(Environment(), deadline)
        kept = terms.mark()
        for declaration in declarations:
            at = str(declaration.name)
            checked += _admit(checker, declaration)
            if isinstance(declaration, Axiom):
                assumed.append(at)
            if terms.nodes() - sum(kept) > MOST_KEPT:
                terms.forget(kept)
                checker.forget()
    except Refused as why:
        return Rejected(at, str(why))
    except Undecided as why:
        return Unfinished(checked, f"{at}: {why}" if at else str(why))
    except Exception as why:  # too deep, too large, or a fault of ours: then nothing is known either
        return Unfinished(checked, f"{at}: {type(why).__name__}")
    return Accepted(checked, tuple(assumed))


def _admit(checker: Checker, declaration: Declaration) -> int:
    checker.failed.clear()
    return admit(checker, declaration)
