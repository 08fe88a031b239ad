"""Every problem of bench/core.jsonl that is solved, and its certificate decided again."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from app.bench.problems import BenchProblem, read_problems
from app.bootstrap import laboratory
from app.domain.events import Inconsistent, Open, Outcome, Proved, Refuted
from app.domain.problem import Problem
from app.lean.environments import CoreLean
from app.pipeline.lab import Lab
from app.pipeline.quiet import Quiet
from app.pipeline.solve import solve
from app.reports import NAMES
from app.settings import Settings
from app.trust.certify import PROVED
from tests.assurance.book import ROOT
from tests.assurance.certifying import certified, certifier
from tests.assurance.room import Found, Room, counted, spread
from tests.performance.figures import Figure

PROBLEMS = ROOT / "bench" / "core.jsonl"
SECONDS, SECOND_S = 10.0, 60.0
CHUNK = 12


def piece(core: CoreLean, key: str) -> dict[str, dict[str, Any]]:
    """The problems of a piece, which `key` names as FIRST/COUNT."""
    first, count = map(int, key.split("/"))
    chosen = read_problems(PROBLEMS)[first : first + count]
    certifier(core, second_s=SECOND_S)

    async def all_of_them(settings: Settings) -> dict[str, dict[str, Any]]:
        async with laboratory(settings) as lab:
            return {problem.name: await _solved(core, lab, problem) for problem in chosen}

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "lean").symlink_to(core.lean_path.parent)
        return asyncio.run(all_of_them(Settings(data=Path(folder), second_kernel_s=0)))


async def _solved(core: CoreLean, lab: Lab, problem: BenchProblem) -> dict[str, Any]:
    outcome = await solve(Problem(problem.statement, seconds=SECONDS), lab, Quiet())
    said = {"outcome": NAMES[type(outcome)], "expected": str(problem.expected)}
    match outcome:
        case Proved(certificate) | Refuted(certificate) | Inconsistent(certificate):
            solution = certificate.solution.encode()
            return said | await certified(certifier(core, second_s=SECOND_S), certificate.challenge, solution)
        case _:
            return said | {"refused": _refused(outcome)}


def _refused(outcome: Outcome) -> str:
    """What the final check said against a proof that was found, if that is why there is no other outcome."""
    if isinstance(outcome, Open) and outcome.tried.startswith("A proof was found"):
        return outcome.tried
    return ""


def measure(room: Room) -> Found:
    many = len(read_problems(PROBLEMS))
    keys = ["0/2"] if room.quick else [f"{first}/{CHUNK}" for first in range(0, many, CHUNK)]
    said = {name: each for part in spread(room, keys, piece).values() for name, each in part.items()}
    solved = {name: each for name, each in said.items() if "verdict" in each}
    proved = [name for name, each in solved.items() if each["verdict"] == PROVED]
    failed = [
        f"- `{name}`: {each}"
        for name, each in said.items()
        if each.get("refused") or each.get("verdict", PROVED) != PROVED or _wrong(each)
    ]
    kernels = Counter(each["kernels"].get("lemmata", "") for each in solved.values() if "kernels" in each)
    return Found(
        Figure(
            "honest proofs: what the prover finds for the problems of the bench",
            "all certified",
            f"{len(proved)} of {len(solved)} proofs certified; {len(solved)} of {len(said)} problems solved "
            f"in {SECONDS:.0f} s each",
            len(proved) == len(solved) > 0 and not failed,
            "Each problem of bench/core.jsonl solved as a job is; then challenge and solution of its "
            f"certificate are given to the certifier again, with {SECOND_S:.0f} s for the second kernel.",
        ),
        (
            f"- Outcomes: {counted(Counter(each['outcome'] for each in said.values()))}.",
            f"- The second kernel: {counted(kernels)}.",
            *failed,
        ),
    )


def _wrong(each: dict[str, Any]) -> bool:
    """Whether the outcome contradicts what is known; contradictory hypotheses prove the statement, too."""
    answers = {each["outcome"], each["expected"]}
    return "verdict" in each and len(answers) > 1 and "refuted" in answers
