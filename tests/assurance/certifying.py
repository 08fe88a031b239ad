"""Decisions of the certifier, in the jail of this machine, as JSON."""

from __future__ import annotations

import asyncio
import time
from functools import cache
from typing import Any

from app.lean.environments import CoreLean
from app.lean.jail import Jail, probe
from app.lean.launch import Limits
from app.trust.certify import Certifier
from app.trust.decision import BadChallenge
from tests.exploits import UNDECIDED

DEADLINE_S = 60.0


@cache
def jail() -> Jail:
    """The strongest that holds here, tried once in a process."""
    return asyncio.run(probe())


@cache
def certifier(core: CoreLean, *, gate: bool = True, second_s: float = 0.0, cpu_s: int = 20) -> Certifier:
    return Certifier(core, Limits(cpu_s=cpu_s), second_s=second_s, gate=gate, jail=jail())


def decided(
    certifier: Certifier, challenge: str, solution: bytes, deadline_s: float = DEADLINE_S
) -> dict[str, Any]:
    """The verdict, why, and the seconds that it took; of an exception that may not be, its name."""
    return asyncio.run(certified(certifier, challenge, solution, deadline_s))


async def certified(
    certifier: Certifier, challenge: str, solution: bytes, deadline_s: float = DEADLINE_S
) -> dict[str, Any]:
    """As `decided`, for who has an event loop."""
    started = time.monotonic()
    try:
        decision = await certifier.certify(challenge.encode(), solution, deadline_s)
        said: dict[str, Any] = {"verdict": str(decision.verdict), "kernels": dict(decision.kernels)}
        why = "; ".join(decision.reasons)
    except BadChallenge as error:
        said, why = {"verdict": "bad challenge"}, str(error)
    except Exception as error:
        said, why = {"verdict": f"raised {type(error).__name__}"}, str(error)
    return said | {"why": why[:300], "elapsed_s": time.monotonic() - started}


def kind(verdict: str) -> str:
    """A verdict without its list of axioms."""
    return verdict.partition("[")[0]


def undecided(verdict: str) -> bool:
    return kind(verdict) in UNDECIDED or verdict.startswith("raised")
