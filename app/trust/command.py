"""`lemmata certify`: decide whether one file proves what another states."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Callable
from pathlib import Path

from app.lean.environments import core_environment
from app.trust.certify import PROVED, Certifier, Decision
from app.trust.decision import BadChallenge

REJECTED, UNDECIDED, WRONG_USAGE = 1, 2, 3
CODES = "Exit codes: 0 proved, 1 rejected, 2 nothing was decided, 3 wrong usage."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--challenge", required=True, metavar="FILE", help="one theorem with `sorry`, definitions before it"
    )
    parser.add_argument("--solution", required=True, metavar="FILE", help="a whole file that proves it")
    parser.add_argument("--environment", default="core", choices=["core"], help="the library")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace, data: Path, deadline_s: float, say: Callable[[str], None]) -> int:
    """`deadline_s` is wall-clock seconds for all of it. The exit code, as `CODES` has it."""
    try:
        challenge, solution = (Path(name).read_bytes() for name in (options.challenge, options.solution))
    except OSError as error:
        say(f"lemmata certify: {error.filename} cannot be read: {error.strerror}.")
        return WRONG_USAGE
    certifier = Certifier(core_environment(data, say))
    try:
        decision = asyncio.run(certifier.certify(challenge, solution, deadline_s))
    except BadChallenge as error:
        say(f"lemmata certify: {options.challenge}: {error}")
        return WRONG_USAGE
    said = json.dumps(decision.as_json(), ensure_ascii=False) if options.json else _text(decision)
    sys.stdout.write(said + "\n")
    return 0 if decision.verdict == PROVED else REJECTED if decision.decided else UNDECIDED


def _text(decision: Decision) -> str:
    lines = [decision.verdict, *decision.reasons]
    if decision.verdict == PROVED:
        axioms = ", ".join(decision.axioms) or "no axioms"
        kernels = ", ".join(f"{name} {said}" for name, said in decision.kernels.items())
        lines.append(f"{decision.theorem} rests on {axioms}; {decision.constants_replayed} constants.")
        lines.append(f"Kernels: {kernels}. Jail: {decision.jail}.")
    return "\n".join(lines)
