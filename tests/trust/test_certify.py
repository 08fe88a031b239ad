"""Whole files through every step: no attack is certified, with the gate or without; honest proofs are."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from app.lean.environments import CoreLean
from app.lean.jail import Jail
from app.lean.launch import Limits
from app.trust import second
from app.trust.certify import PROVED, Certifier, Decision
from app.trust.decision import BadChallenge
from tests.canaries import canaries
from tests.exploits import Case, cases

DOUBLE = "def double (n : Nat) : Nat := n + n\n"
STATED = f"{DOUBLE}theorem t (n : Nat) : double n = 2 * n := "
PROOF = "by\n  unfold double\n  omega\n"


@pytest.fixture(scope="module")
def certifier(core: CoreLean, jail: Jail) -> Certifier:
    return Certifier(core, Limits(cpu_s=20), second_s=60, jail=jail)


async def _all(certifier: Certifier, attacks: Sequence[Case]) -> dict[str, Decision]:
    """As many at once as there are processors for."""
    free = asyncio.Semaphore(2)

    async def one(case: Case) -> Decision:
        async with free:
            return await certifier.certify(case.challenge.encode(), case.bad, 60)

    decisions = await asyncio.gather(*map(one, attacks))
    return {case.name: decision for case, decision in zip(attacks, decisions, strict=True)}


@pytest.mark.parametrize("gate", [True, False], ids=["with the gate", "without the gate"])
async def test_no_attack_is_certified(core: CoreLean, jail: Jail, gate: bool) -> None:
    attacks = [case for case in cases() if gate or not case.slow]

    decisions = await _all(Certifier(core, Limits(cpu_s=20), gate=gate, jail=jail), attacks)

    assert [name for name, decision in decisions.items() if decision.verdict == PROVED] == []
    wrong = {
        case.name: decisions[case.name].verdict
        for case in attacks
        if not case.allows(decisions[case.name].verdict, gate=gate)
    }
    assert wrong == {}


async def test_no_canary_is_certified_by_the_proof_of_another(certifier: Certifier) -> None:
    """A right proof of one thing, given for a false statement."""
    for canary in canaries()[::60]:
        decision = await certifier.certify(
            f"{canary.text} := sorry".encode(), f"{canary.text} := by trivial".encode(), 60
        )
        assert decision.verdict == "elaboration_error", canary


async def test_a_proof_is_certified_by_both_kernels(certifier: Certifier) -> None:
    decision = await certifier.certify(f"{STATED}sorry".encode(), f"{STATED}{PROOF}".encode(), 60)

    assert decision.verdict == PROVED
    assert decision.theorem == "t"
    assert decision.axioms == ("propext",)
    assert decision.constants_replayed > 100
    assert decision.kernels == {"lean": "accepted", "lemmata": "accepted"}


@pytest.mark.parametrize(
    "solution",
    [
        f"import Mathlib\n\n{STATED}{PROOF}",
        f"{STATED}{PROOF}".replace("\n", "\r\n"),
        f"theorem before : 1 = 1 := rfl\n{STATED}{PROOF}theorem behind : 2 = 2 := rfl\n",
        f"{DOUBLE}theorem t : (m : Nat) → double m = 2 * m := by\n  intro n\n  unfold double\n  omega\n",
    ],
    ids=["a header of Mathlib", "other ends of lines", "more theorems", "the same type in other words"],
)
async def test_an_honest_solution_may_look_otherwise(certifier: Certifier, solution: str) -> None:
    decision = await certifier.certify(f"{STATED}sorry".encode(), solution.encode(), 60)

    assert decision.verdict == PROVED, decision


@pytest.mark.parametrize(
    ("solution", "verdict"),
    [
        (f"{STATED}sorry", "has_sorry"),
        (f"{STATED}{PROOF}".replace("n + n", "n * 2"), "statement_changed"),
        (f"{STATED}{PROOF}".replace("(n : Nat) : d", "(n : Nat) (h : 0 < n) : d"), "statement_changed"),
        (f"{STATED}{PROOF}".replace("theorem t", "theorem u"), "missing"),
        (f"{STATED}{PROOF}".replace("omega", "rfl"), "elaboration_error"),
        (f"{STATED}{PROOF}".replace("theorem", "axiom"), "refused_source"),
        (f"import Other\n{STATED}{PROOF}", "refused_source"),
        (f"{DOUBLE}def t : Nat := 1", "wrong_kind"),
        (f"-- set_option debug.skipKernelTC true\n{STATED}{PROOF}", "refused_source"),
    ],
)
async def test_a_solution_that_is_none_has_its_word(
    certifier: Certifier, solution: str, verdict: str
) -> None:
    decision = await certifier.certify(f"{STATED}sorry".encode(), solution.encode(), 60)

    assert decision.verdict == verdict, decision
    assert decision.reasons


@pytest.mark.parametrize(
    "challenge",
    [
        b"",
        f"{STATED}{PROOF}".encode(),
        b"theorem a : True := sorry\ntheorem b : True := sorry",
        b"def n : Nat := sorry\ntheorem a : n = n := sorry",
        b"theorem a : x = x := sorry",
        b"theorem a : True := sorry -- \xff",
    ],
    ids=["empty", "proved already", "two", "a definition with sorry", "an unknown name", "not UTF-8"],
)
async def test_a_challenge_that_is_none_is_the_callers_mistake(
    certifier: Certifier, challenge: bytes
) -> None:
    with pytest.raises(BadChallenge):
        await certifier.certify(challenge, f"{STATED}{PROOF}".encode(), 60)


async def test_where_lean_is_stopped_nothing_is_decided(core: CoreLean) -> None:
    hurried = Certifier(core)

    decision = await hurried.certify(f"{STATED}sorry".encode(), f"{STATED}{PROOF}".encode(), 0.01)

    assert decision.verdict == "timeout"
    assert not decision.decided


async def test_our_kernel_may_run_out_of_time_and_the_certificate_says_so(core: CoreLean) -> None:
    decision = await Certifier(core, second_s=0.001).certify(
        f"{STATED}sorry".encode(), f"{STATED}{PROOF}".encode(), 60
    )

    assert decision.verdict == PROVED
    assert decision.kernels["lemmata"] == second.UNFINISHED
    assert "did not finish" in decision.reasons[0]
