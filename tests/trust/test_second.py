"""Our own kernel as the certifier asks it: only a clear yes is one, and only a clear no is one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import app.kernel
from app.lean.environments import CoreLean
from app.lean.launch import Limits
from app.trust import replay
from app.trust.certify import PROVED, Certifier, Decision
from app.trust.export import export
from app.trust.second import ACCEPTED, NOT_ASKED, REJECTED, UNFINISHED, Opinion, check
from app.trust.terms import Theorem
from tests.trust.conftest import Shelf

STATED = "theorem t (p : Prop) (h : p) : p := "
LIMITS = Limits(cpu_s=60)
NO = '{"outcome": "rejected", "declaration": "t", "reason": "it is not so"}'


def _put_in_place(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """This program in place of our kernel."""
    (folder / "__main__.py").write_text(script, "utf-8")
    monkeypatch.setattr(app.kernel, "__file__", str(folder / "__init__.py"))


async def _certified(core: CoreLean, second_s: float = 60) -> Decision:
    return await Certifier(core, second_s=second_s).certify(
        f"{STATED}sorry".encode(), f"{STATED}h".encode(), 60
    )


async def test_our_kernel_rejects_a_forged_proof_and_says_which(shelf: Shelf) -> None:
    right, other = shelf.get("Nat.add_comm"), shelf.get("Nat.add_succ")
    assert isinstance(right, Theorem)
    assert isinstance(other, Theorem)
    forged = Theorem(shelf.named("bad"), (), right.type, other.value, ())
    cone = shelf.cone("Nat.add_succ").units

    answers = [
        await check(export(shelf.terms, units, "4.35.0", "0" * 40), LIMITS, 60)
        for units in (cone, (*cone, forged))
    ]

    assert [answer.outcome for answer in answers] == [ACCEPTED, REJECTED]
    assert answers[1].detail.startswith("bad: ")


@pytest.mark.parametrize(
    ("script", "detail"),
    [
        ("import os; os.kill(os.getpid(), 11)", "it ended with status -11"),
        ("raise MemoryError('no room')", "no room"),
        ('print(\'{"outcome": "accepted"}\'); raise SystemExit(1)', "accepted"),
        ('print(\'{"outcome": "unfinished", "reason": "no time"}\')', "no time"),
        ("print('[]')", ""),
        ("print('{}')", "outcome"),
        ("print('x' * 100_000)", "wrote more"),
    ],
    ids=["a signal", "an error", "yes, and a bad end", "no answer, and a good end", "[]", "{}", "too much"],
)
async def test_what_is_no_clear_answer_leaves_it_unfinished(
    script: str, detail: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _put_in_place(monkeypatch, tmp_path, script)

    answer = await check(b"", LIMITS, 60)

    assert answer.outcome == UNFINISHED
    assert detail in answer.detail


async def test_without_time_our_kernel_is_not_asked(core: CoreLean) -> None:
    decision = await _certified(core, second_s=0)

    assert (decision.verdict, decision.reasons) == (PROVED, ())
    assert decision.kernels == {"lean": "accepted", "lemmata": NOT_ASKED}
    assert await check(b"", LIMITS, -1) == Opinion(NOT_ASKED)


async def test_what_our_kernel_alone_rejects_is_not_proved(
    core: CoreLean, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _put_in_place(monkeypatch, tmp_path, f"print({NO!r}); raise SystemExit(1)")

    decision = await _certified(core)

    assert decision.verdict == "kernels_disagree"
    assert "t: it is not so" in decision.reasons[0]
    assert decision.decided


@pytest.mark.parametrize("constants", [0, 10**6], ids=["fewer", "more"])
async def test_a_kernel_that_replayed_something_else_proves_nothing(
    core: CoreLean, constants: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our kernel accepts it, but what Lean's was given, or took, is not all that the theorem rests on."""
    words = [sys.executable, "-I", "-S", "-c", f"print('{{\"accepted\": {constants}}}')"]
    monkeypatch.setattr(replay, "command", lambda limits, size: words)

    decision = await _certified(core)

    assert decision.verdict == "checker_error"
    assert not decision.decided
