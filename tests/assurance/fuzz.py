"""A million inputs to the reader of compiled files and to the protocol's client."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.lean.environments import CoreLean
from tests.assurance import fuzzing, piped, protocol
from tests.assurance.fuzzing import Tally
from tests.assurance.room import Found, Room, counted, spread, table
from tests.performance.figures import Figure

MILLION = 1_000_000
_TARGETS = {
    "sorry": "a file with `sorry`, changed",
    "axiom": "a file with an axiom, changed",
    "skipped": "a file whose proof no kernel has seen, changed",
    "other": "a file with another theorem, changed",
    "kinds": "a file with declarations of all kinds, changed",
    "library": "modules of the library, changed",
    "forged": "files of objects put together by chance",
    "noise": "a small file with bytes by Hypothesis",
    "worker": "answers of a warm Lean",
    "cold": "messages of a Lean of its own",
    "kernel": "answers of the process of Lean's kernel",
    "export": "exports, to our kernel's reader",
    "lean": "exports, to the process of Lean's kernel",
    "replay": "a process in the place of Lean's kernel",
    "second": "a process in the place of our kernel",
}


_QUICK = 20


PIECES: dict[str, Callable[[CoreLean, str], dict[str, Any]]] = {
    **dict.fromkeys(fuzzing.PLAN, fuzzing.piece),
    **dict.fromkeys(protocol.PLAN, protocol.piece),
    **dict.fromkeys(piped.PLAN, piped.piece),
}


def piece(core: CoreLean, key: str) -> dict[str, Any]:
    """What became of the inputs of a piece, which `key` names as TARGET/NUMBER/INPUTS."""
    return PIECES[key.partition("/")[0]](core, key)


def _keys(*, quick: bool) -> list[str]:
    """In an order of chance, so that the processes end together."""
    plan = fuzzing.PLAN | protocol.PLAN | piped.PLAN
    if quick:
        return [f"{target}/0/{_QUICK}" for target in plan]
    keys = [f"{target}/{n}/{count}" for target, (count, many) in plan.items() for n in range(many)]
    random.Random(0).shuffle(keys)  # noqa: S311
    return [*(f"{target}/huge/0" for target in protocol.LARGEST), *keys]


def measure(room: Room) -> Found:
    found = spread(room, _keys(quick=room.quick), piece)
    groups = {target: _together(found, target) for target in _TARGETS}
    whole = _together(found, "")
    failures, accepted = whole.failures.total(), whole.accepted.total()
    return Found(
        Figure(
            "inputs to the reader of compiled files and to the protocol's client",
            "at least a million: no crash, no hang over 1 s, no acceptance",
            f"{whole.inputs:,} inputs: {failures:,} ended in another exception or took longer than 1 s, "
            f"{accepted:,} accepted; the slowest took {whole.slowest_s:.2f} s",
            whole.inputs >= MILLION and not failures and not accepted,
            "Real files and answers with bytes, words or values changed, files put together of objects, and "
            "others by Hypothesis. Each file is read whole, then put in place of a proof of `False`; what "
            "passes the comparison goes to Lean's kernel. An acceptance is `False` proved; an export that "
            "our kernel accepts and Lean's rejects; an answer taken for a yes that is none, or that comes "
            "from a process which failed. Time is that of the processor.",
        ),
        (*_rows(groups), *_shown(whole)),
    )


def _together(found: Mapping[str, dict[str, Any]], target: str) -> Tally:
    tally = Tally()
    for key, said in found.items():
        if not target or key.startswith(f"{target}/"):
            tally.add(said)
    return tally


def _rows(groups: Mapping[str, Tally]) -> list[str]:
    rows = [
        (
            _TARGETS[target],
            f"{tally.inputs:,}",
            counted(tally.said),
            tally.failures.total(),
            tally.accepted.total(),
        )
        for target, tally in groups.items()
    ]
    return table(("inputs", "number", "said", "failures", "accepted"), rows)


def _shown(whole: Tally) -> Iterable[str]:
    """What went wrong, by kind, with an example of each."""
    for kind, count in (whole.failures + whole.accepted).most_common():
        yield f"- **{count:,} × {kind}**, as `{whole.examples[kind]}`"
