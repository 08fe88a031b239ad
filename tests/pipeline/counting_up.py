"""A search that never ends, for tests that end it: `python -m tests.pipeline.counting_up CHECKPOINT CHECKS`.

A goal is a number, and tactics make other numbers of it. It goes on from the checkpoint that is there, and
leaves its last one.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.bench.files import write_whole
from app.domain.events import Side
from app.domain.goal import Goal
from app.domain.problem import Statement
from app.domain.proof import Proposal
from app.domain.verdict import Checked, Incomplete, Message, Position, Rejected, Severity, Verdict
from app.pipeline.expansion import TacticSampler
from app.pipeline.found import SearchResult
from app.pipeline.place import Place
from app.pipeline.rmaxts import Growth, Keep, rmaxts
from app.pipeline.trials import SearchLimits
from app.ports import Checker, Prover
from tests.fakes import MemoryJournal, ScriptedChecker

GROWTH = Growth(seed=7, batches=2, steps=2, reach=3.0, every=32)
TRIED = re.compile(r"\s*\| \((.*)")
MOVES: dict[str, Callable[[int], int]] = {
    "add": lambda n: n + 1,
    "double": lambda n: 2 * n,
    "treble": lambda n: 3 * n,
    "stay": lambda n: n,
}


class Mover:
    """Proposes every move for every number, the large ones as the costlier."""

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        return [Proposal(tactic, cost=number / 2) for number, tactic in enumerate(MOVES)]


def moved(source: str) -> Verdict:
    """What Lean would say if numbers were goals: nothing is ever proved."""
    number, messages, tactic = 1, list[Message](), ""
    for line_number, line in enumerate(source.splitlines(), 1):
        if tried := TRIED.fullmatch(line):
            tactic = tried[1]
        elif line.strip() == "trace_state":
            messages.append(_at(line_number, Severity.INFORMATION, f"⊢ {MOVES[tactic](number)}"))
        elif line.strip() in MOVES:
            number = MOVES[line.strip()](number)
    return Incomplete((), tuple(messages))


def lean(moves: dict[str, list[str]]) -> ScriptedChecker:
    """Accepts the `moves`, such as `p split` for the tactic `split` where `p` is to be shown, and says which
    goals they leave; nothing else.
    """

    def verdict(source: str) -> Verdict:
        goals, messages, tactic = ["p"], list[Message](), ""
        head = source[: source.index(":= by")].count("\n") + 1
        for number, line in enumerate(source.splitlines()[head:], head + 1):
            written = line.strip().removeprefix("· ")
            move = f"{goals[0] if goals else ''} {tactic or written}"
            if tried := TRIED.fullmatch(line):
                tactic = tried[1]
            elif written == "trace_state" and move in moves:
                left = "\n\n".join(f"⊢ {goal}" for goal in moves[move])
                messages.append(_at(number, Severity.INFORMATION, left))
            elif written == "sorry":
                goals = goals[1:]
            elif move in moves:
                goals = [*moves[move], *goals[1:]]
            elif not tactic and not written.startswith("first"):
                return Rejected((_at(number, Severity.ERROR, "no"),))
        return Incomplete((), tuple(messages)) if "sorry" in source else Checked()

    return ScriptedChecker(verdict)


def _at(line: int, severity: Severity, text: str) -> Message:
    return Message(severity, text, Position(line, 5), Position(line, 9))


async def count(
    checks: int,
    keep: Keep | None = None,
    checkpoint: dict[str, Any] | None = None,
    growth: Growth = GROWTH,
    workers: int = 1,
    checker: Checker | None = None,
    prover: Prover | None = None,
    journal: MemoryJournal | None = None,
    stop: asyncio.Event | None = None,
) -> SearchResult:
    """Search from 1 until `checks` are used up."""
    return await rmaxts(
        Statement("", "", "t", "", "", "1"),
        Place(Goal((), "1")),
        Side.STATEMENT,
        TacticSampler(prover or Mover()),
        checker or ScriptedChecker(moved),
        journal or MemoryJournal(),
        SearchLimits(60, checks, 5, workers),
        growth,
        stop,
        keep,
        checkpoint,
    )


def writing(path: Path) -> Keep:
    async def keep(checkpoint: dict[str, Any]) -> None:
        write_whole(path, json.dumps(checkpoint).encode())

    return keep


def main(path: Path, checks: int) -> None:
    kept = json.loads(path.read_bytes()) if path.exists() else None
    asyncio.run(count(checks, writing(path), kept))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
