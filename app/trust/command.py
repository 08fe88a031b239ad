"""`lemmata certify` and `lemmata verify`: decide whether one file proves what another states."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.domain.certificate import Certificate, Claim
from app.lean.environments import core_environment
from app.lean.jail import probe
from app.trust.bundle import pack, unpack
from app.trust.certify import PROVED, Certifier, Decision
from app.trust.decision import BadChallenge
from app.trust.issuing import issue
from app.trust.signing import NotACertificate, Signer
from app.trust.verify import Verification, verify

REJECTED, UNDECIDED, WRONG_USAGE = 1, 2, 3
CODES = "Exit codes: 0 proved, 1 rejected, 2 nothing was decided, 3 wrong usage."
VERIFY_CODES = "Exit codes: 0 it holds, 1 it does not, 2 nothing was decided, 3 wrong usage."
Say = Callable[[str], None]


def add_certify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--challenge", required=True, metavar="FILE", help="one theorem with `sorry`, definitions before it"
    )
    parser.add_argument("--solution", required=True, metavar="FILE", help="a whole file that proves it")
    parser.add_argument("--bundle", metavar="FILE", help="where files and signed certificate go")
    _add_common(parser)


def add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", metavar="BUNDLE", help="what was downloaded, packed or not")
    parser.add_argument("--key", metavar="KEY", help="the public key by which it must be signed")
    _add_common(parser)


def certify(
    options: argparse.Namespace, data: Path, deadline_s: float, say: Say, signer: Callable[[], Signer]
) -> int:
    """`deadline_s` is wall-clock seconds for all of it. The exit code, as `CODES` has it."""
    try:
        challenge, solution = (Path(name).read_bytes() for name in (options.challenge, options.solution))
    except OSError as error:
        say(f"lemmata certify: {error.filename} cannot be read: {error.strerror}.")
        return WRONG_USAGE
    try:
        decision = asyncio.run(_decision(data, say, challenge, solution, deadline_s))
    except BadChallenge as error:
        say(f"lemmata certify: {options.challenge}: {error}")
        return WRONG_USAGE
    if options.bundle and decision.verdict == PROVED:
        stated, proof = challenge.decode(), solution.decode()
        files = (stated, stated, proof)
        bundle = pack(issue(decision, Claim.PROVED, stated.strip(), files, signer()))
        try:
            Path(options.bundle).write_bytes(bundle)
        except OSError as error:
            say(f"lemmata certify: {options.bundle} cannot be written: {error.strerror}.")
            return WRONG_USAGE
    _print(options, decision.as_json(), _text(decision))
    return 0 if decision.verdict == PROVED else REJECTED if decision.decided else UNDECIDED


def check_again(options: argparse.Namespace, data: Path, deadline_s: float, say: Say) -> int:
    """`lemmata verify`. The exit code, as `VERIFY_CODES` has it."""
    try:
        certificate = unpack(Path(options.bundle))
        if options.key and options.key != certificate.key:
            raise NotACertificate(f"It is signed by the key {certificate.key}.")
    except OSError as error:
        say(f"lemmata verify: {error.filename or options.bundle} cannot be read: {error.strerror}.")
        return WRONG_USAGE
    except NotACertificate as error:
        _print(options, {"verdict": "refused", "reasons": [str(error)]}, f"refused\n{error}")
        return REJECTED
    found = asyncio.run(_verification(data, say, certificate, deadline_s))
    about = {"claim": certificate.claim, "theorem": certificate.theorem, "key": certificate.key}
    lines = [
        f"{certificate.claim}, as it says" if found.verified else f"refused: {found.verdict}",
        *found.reasons,
        *([f"{certificate.statement}\nrests on {_axioms(certificate.axioms)}."] if found.verified else []),
        f"Signed {certificate.made_at} by the key {certificate.key}.",
        *(f"Not the same as when it was made: {difference}." for difference in found.differences),
    ]
    _print(options, {**about, **asdict(found)}, "\n".join(lines))
    return 0 if found.verified else REJECTED if found.decided else UNDECIDED


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--environment", default="core", choices=["core"], help="the library")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


async def _certifier(data: Path, say: Say) -> Certifier:
    core, jail = await asyncio.gather(asyncio.to_thread(core_environment, data, say), probe())
    return Certifier(core, jail=jail)


async def _decision(data: Path, say: Say, challenge: bytes, solution: bytes, deadline_s: float) -> Decision:
    return await (await _certifier(data, say)).certify(challenge, solution, deadline_s)


async def _verification(data: Path, say: Say, certificate: Certificate, deadline_s: float) -> Verification:
    return await verify(await _certifier(data, say), certificate, deadline_s)


def _print(options: argparse.Namespace, said: dict[str, Any], text: str) -> None:
    sys.stdout.write((json.dumps(said, ensure_ascii=False) if options.json else text) + "\n")


def _text(decision: Decision) -> str:
    lines = [decision.verdict, *decision.reasons]
    if decision.verdict == PROVED:
        kernels = ", ".join(f"{name} {said}" for name, said in decision.kernels.items())
        count = decision.constants_replayed
        lines.append(f"{decision.theorem} rests on {_axioms(decision.axioms)}; {count} constants.")
        lines.append(f"Kernels: {kernels}. Jail: {decision.jail}.")
    return "\n".join(lines)


def _axioms(axioms: tuple[str, ...]) -> str:
    return ", ".join(axioms) or "no axioms"
