"""Whole questions to kernels whose processes are others: they say what they like and end as they like."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from app.lean import launch
from app.lean.environments import CoreLean
from app.lean.jail import Jail, Level
from app.trust import replay, second
from app.trust.replay import Replayed
from tests.assurance import answers
from tests.assurance.fuzzing import Tally, watched

SECONDS = 1.0
PLAN = {"replay": (1_000, 2), "second": (1_000, 4)}
"""Inputs of a piece for each kernel, and pieces."""


@dataclass(frozen=True, slots=True)
class Saying(Jail):
    """Starts, whatever the command is, a program that writes a file and ends with a status."""

    words: tuple[str, ...] = ()

    def wrap(
        self,
        command: Sequence[str],
        readable: Sequence[Path] = (),
        writable: Path | None = None,
        *,
        env: Mapping[str, str] | None = None,
        limits: launch.Limits | None = None,
        children: bool = False,
    ) -> list[str]:
        return list(self.words)


def piece(_: CoreLean, key: str) -> dict[str, Any]:
    """Ask about the answers of one piece, which `key` names as KERNEL/NUMBER/INPUTS."""
    kernel, number, count = key.split("/")
    tally, chance = Tally(), random.Random(int(number))  # noqa: S311 - to be repeatable
    texts = answers.KERNELS if kernel == "replay" else answers.OPINIONS
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        file = Path(folder, "said")
        for at, said in enumerate(answers.changed(texts, int(count), int(number))):
            file.write_bytes(said)
            status = chance.choice((0, 0, 0, 1, 2))
            script = f"exec cat {file}" if status == 0 else f"cat {file}; exit {status}"
            jail = Saying(Level.LIMITS, words=("/bin/sh", "-c", script))
            ask = _replay if kernel == "replay" else _second
            watched(tally, f"{key}#{at}", partial(_outcome, runner, ask(jail), status, tally, f"{key}#{at}"))
    return tally.as_json()


async def _replay(jail: Jail) -> str:
    answer = await replay.replay(b"", limits=launch.Limits(), deadline_s=SECONDS, jail=jail)
    return "accepted" if isinstance(answer, Replayed) else type(answer).__name__.lower()


async def _second(jail: Jail) -> str:
    return (await second.check(b"", launch.Limits(), SECONDS, jail)).outcome


def _outcome(runner: asyncio.Runner, asking: Any, status: int, tally: Tally, name: str) -> str:
    outcome = str(runner.run(asking))
    if outcome == "accepted" and status != 0:
        tally.accepts("the answer of a process that failed", name)
    return outcome
