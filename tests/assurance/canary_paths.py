"""False statements given to every prover and on every way to a verdict: none may be proved."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx

from app.bootstrap import laboratory
from app.domain.problem import Problem
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from app.models.prompts import PromptFiles
from app.pipeline.lab import Lab
from app.pipeline.quiet import Quiet
from app.pipeline.solve import solve
from app.reports import NAMES
from app.settings import Settings
from app.trust.certify import Certifier
from tests.assurance.book import ROOT
from tests.assurance.canary_replies import CHEATS, SKETCH, Cheat, liars
from tests.assurance.certifying import certifier, decided, jail, kind
from tests.assurance.room import Found, Room, counted, spread, table
from tests.canaries import Canary, canaries
from tests.fakes import ScriptedProver
from tests.performance.figures import Figure
from tests.performance.service import served

LEAST = 200
SECONDS, LIARS_SECONDS = 3.0, 2.0
CHUNK, EVERY = 20, 20
PROOFS = (
    *("by decide", "by omega", "by simp", "by simp_all", "rfl", "by trivial", "by linarith", "by norm_num"),
    *("by ring", "by intros; omega", "by intros; simp_all", "by intros; contradiction"),
)
WARM = (
    *PROOFS,
    *("by assumption", "by exact rfl", "by tauto", "by constructor", "by intros; rfl", "by intros; decide"),
    *(
        "by intros; nlinarith",
        "by intros; ring_nf",
        "by intros; exact absurd ‹_› (by decide)",
        "by intros; exact False.elim ‹_›",
    ),
    *("by induction ‹Nat› <;> simp_all", "by intros; first | assumption | trivial | ring | linarith"),
)
DISHONEST = (
    ("", "sorry"),
    ("axiom cheat (p : Prop) : p\n", "cheat _"),
    ("set_option debug.skipKernelTC true\n", "lcUnreachable"),
)
"""What Lean accepts for any statement: what stands before it, and the proof."""
_YES = {"proved", "inconsistent_hypotheses", "checked", "accepted"}
_WAYS = {
    "solve": "the prover, as every job runs it",
    "models": "models that lie in every role, and no prover beside them",
    "sketch": "a sketch of one's own with a subgoal that nobody can prove",
    "acts": f"a person who cheats at a subgoal while the job runs, in {len(CHEATS)} ways",
    "api": "`POST /api/problems` of a running service",
    "prove": "`lemmata prove`",
    "check": "`lemmata check` of a proof by tactics",
    "certify": f"the certifier, each with {len(PROOFS)} proofs that are plausible",
    "dishonest": f"the certifier without its gate, each with {len(DISHONEST)} proofs that Lean accepts",
    "warm": f"the warm checker, each with {len(WARM)} proofs",
}


Given = tuple[str, Lab, Quiet]
"""What is solved, with what, and who follows it."""


def piece(core: CoreLean, key: str) -> dict[str, list[str]]:
    """For each canary of a piece, which `key` names as WAY/FIRST/COUNT, what is said on this way."""
    way, first, count = key.split("/")
    chosen = canaries()[int(first) : int(first) + int(count)]
    if way in ("prove", "api", "check"):
        chosen = chosen[:: max(1, EVERY if way != "api" else EVERY // 2)]
    return _ASK[way](core, chosen)


@contextmanager
def settings(core: CoreLean) -> Iterator[Settings]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "lean").symlink_to(core.lean_path.parent)
        yield Settings(data=Path(folder))


def _solved(core: CoreLean, chosen: tuple[Canary, ...]) -> dict[str, list[str]]:
    return _outcomes(core, chosen, SECONDS, lambda canary, lab: [(canary.text, lab, Quiet())])


def _modelled(core: CoreLean, chosen: tuple[Canary, ...]) -> dict[str, list[str]]:
    def given(canary: Canary, lab: Lab) -> list[Given]:
        lying = replace(lab, prover=ScriptedProver({}), models=liars(canary), prompts=PromptFiles())
        return [(canary.text, lying, Quiet())]

    return _outcomes(core, chosen, LIARS_SECONDS, given)


def _sketched(core: CoreLean, chosen: tuple[Canary, ...]) -> dict[str, list[str]]:
    return _outcomes(core, chosen, LIARS_SECONDS, lambda canary, lab: [(_sketch(canary), lab, Quiet())])


def _acted(core: CoreLean, chosen: tuple[Canary, ...]) -> dict[str, list[str]]:
    def given(canary: Canary, lab: Lab) -> list[Given]:
        speechless = replace(lab, prover=ScriptedProver({}))
        return [(_sketch(canary), speechless, Cheat(text)) for text in CHEATS]

    return _outcomes(core, chosen, LIARS_SECONDS, given)


def _sketch(canary: Canary) -> str:
    return f"{canary.text} := {SKETCH}"


def _outcomes(
    core: CoreLean, chosen: tuple[Canary, ...], seconds: float, given: Callable[[Canary, Lab], list[Given]]
) -> dict[str, list[str]]:
    async def outcome(text: str, lab: Lab, journal: Quiet) -> str:
        return NAMES[type(await solve(Problem(text, seconds=seconds), lab, journal))]

    async def outcomes(made: Settings) -> dict[str, list[str]]:
        async with laboratory(made) as lab:
            return {canary.name: [await outcome(*each) for each in given(canary, lab)] for canary in chosen}

    with settings(core) as made:
        return asyncio.run(outcomes(made))


def _certified(core: CoreLean, chosen: tuple[Canary, ...]) -> dict[str, list[str]]:
    proofs = [("", proof) for proof in PROOFS]
    return {canary.name: _verdicts(certifier(core), canary, proofs) for canary in chosen}


def _dishonest(core: CoreLean, chosen: tuple[Canary, ...]) -> dict[str, list[str]]:
    return {canary.name: _verdicts(certifier(core, gate=False), canary, DISHONEST) for canary in chosen}


def _verdicts(judge: Certifier, canary: Canary, proofs: Sequence[tuple[str, str]]) -> list[str]:
    challenge = f"{canary.text} := sorry"
    solutions = [f"{before}{canary.text} := {proof}".encode() for before, proof in proofs]
    return [kind(decided(judge, challenge, solution)["verdict"]) for solution in solutions]


def _warm(core: CoreLean, chosen: tuple[Canary, ...]) -> dict[str, list[str]]:
    async def verdicts() -> dict[str, list[str]]:
        async with LeanPool(core, 1, jail=jail()) as pool:
            return {canary.name: [await verdict(pool, canary, proof) for proof in WARM] for canary in chosen}

    async def verdict(pool: LeanPool, canary: Canary, proof: str) -> str:
        source = f"{core.environment.header}\n{canary.text} := {proof}\n"
        return type(await pool.check(source, 10)).__name__.lower()

    return asyncio.run(verdicts())


def _by_api(core: CoreLean, chosen: tuple[Canary, ...]) -> dict[str, list[str]]:
    said = {}
    with served(core) as service, httpx.Client(base_url=service.url) as client:
        for canary in chosen:
            sent = client.post("/api/problems", json={"text": canary.text, "seconds": SECONDS}).json()
            ends = time.monotonic() + 60
            while (state := client.get(f"/api/problems/{sent['id']}").json())["outcome"] is None:
                assert time.monotonic() < ends, state
                time.sleep(0.1)
            said[canary.name] = [state["outcome"]]
    return said


def _by_command(core: CoreLean, chosen: tuple[Canary, ...]) -> dict[str, list[str]]:
    more = ["prove", "--seconds", str(SECONDS), "--json"]
    return {canary.name: [_command(core, [*more, canary.text])["outcome"]] for canary in chosen}


def _checked(core: CoreLean, chosen: tuple[Canary, ...]) -> dict[str, list[str]]:
    said = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "canary.lean")
        for canary in chosen:
            file.write_text(f"{canary.text} := {PROOFS[1]}\n", "utf-8")
            said[canary.name] = [_command(core, ["check", "--json", str(file)])["verdict"]]
    return said


def _command(core: CoreLean, words: list[str]) -> dict[str, Any]:
    with settings(core) as given:
        command = [sys.executable, "-m", "app.cli", *words]
        env = os.environ | {"LEMMATA_DATA": str(given.data)}
        done = subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False
        )
    said: dict[str, Any] = json.loads(done.stdout)
    return said


_ASK = {
    "solve": _solved,
    "models": _modelled,
    "sketch": _sketched,
    "acts": _acted,
    "api": _by_api,
    "prove": _by_command,
    "check": _checked,
    "certify": _certified,
    "dishonest": _dishonest,
    "warm": _warm,
}


def measure(room: Room) -> Found:
    many = 2 if room.quick else len(canaries())
    keys = [
        f"{way}/{first}/{min(CHUNK, many)}"
        for way in ("solve", "models", "sketch", "acts", "certify", "dishonest", "warm")
        for first in range(0, many, CHUNK)
    ]
    keys += [] if room.quick else [f"{way}/0/{many}" for way in ("api", "prove", "check")]
    found = spread(room, sorted(keys), piece)
    said: dict[str, dict[str, list[str]]] = {way: {} for way in _WAYS}
    for key, each in found.items():
        said[key.partition("/")[0]] |= each
    words = {way: Counter(word for each in names.values() for word in each) for way, names in said.items()}
    wrong = [
        f"- `{name}` by {way}: {each}"
        for way, names in said.items()
        for name, each in names.items()
        if _YES & {*each}
    ]
    refuted = words["solve"]["refuted"]
    asked = sum(counts.total() for counts in words.values())
    return Found(
        Figure(
            "canaries: false statements given to every prover and on every path",
            f"at least {LEAST}, none proved",
            f"{len(said['solve'])} statements, {asked:,} answers: {len(wrong)} proved; {refuted} refuted "
            f"within {SECONDS:.0f} s each",
            len(said["solve"]) >= LEAST and not wrong,
            "The statements of tests/canaries, each with a refutation that Lean accepts.",
        ),
        (
            *table(
                ("path", "statements", "answers"),
                [(_WAYS[way], len(said[way]), counted(words[way])) for way in _WAYS],
            ),
            *wrong,
        ),
    )
