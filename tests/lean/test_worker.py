"""One warm Lean worker: what it answers, and what becomes of it when it cannot."""

from __future__ import annotations

import asyncio
import os
import re
import signal
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from app.domain.errors import CheckerUnavailable
from app.domain.goal import Goal
from app.domain.problem import Environment
from app.domain.verdict import Checked, Incomplete, Position, Reason, Rejected, Severity, Undecided
from app.lean.cold import elaborate
from app.lean.environments import CoreLean
from app.lean.launch import Limits
from app.lean.worker import LeanWorker

PORTABLE = Path(__file__).with_name("portable")
SWAP = """
theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p := by
  constructor
  · exact h.right
  · exact h.left
"""
STUCK = f"theorem stuck : True := {'(' * 1_000_000}True.intro{')' * 1_000_000}"


def file(core: CoreLean, text: str) -> str:
    return f"{core.environment.header}\n{text}"


async def test_a_right_proof_is_checked(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, SWAP), 10)

    assert verdict == Checked()


async def test_a_wrong_proof_is_rejected_at_its_place(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, SWAP.replace("h.left", "h.right")), 10)

    assert isinstance(verdict, Rejected)
    assert verdict.first_error.start == Position(7, 4)
    assert verdict.first_error.end == Position(7, 17)
    assert "mismatch" in verdict.first_error.text


async def test_a_proof_with_sorry_is_incomplete_with_a_goal_for_each_hole(core: CoreLean) -> None:
    text = SWAP.replace("exact h.right", "sorry").replace("exact h.left", "exact sorry")

    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, text), 10, ())

    assert isinstance(verdict, Incomplete)
    assert [hole.position for hole in verdict.holes] == [Position(6, 4), Position(7, 10)]
    assert [goal.target for hole in verdict.holes for goal in hole.goals] == ["q", "p"]


async def test_a_sorry_for_a_term_has_the_expected_type_as_its_goal(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, "theorem t (p : Prop) (h : p) : p := sorry"), 10, ())

    assert isinstance(verdict, Incomplete)
    assert verdict.holes[0].goals == (Goal.parse("p : Prop\nh : p\n⊢ p"),)


async def test_the_word_sorry_in_a_comment_is_no_hole(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check(
            file(core, "-- sorry\ntheorem t : True := by\n  sorry /- sorry -/"), 10, ()
        )

    assert isinstance(verdict, Incomplete)
    assert [hole.position for hole in verdict.holes] == [Position(5, 2)]


async def test_a_sorry_above_a_changed_theorem_is_not_forgotten(core: CoreLean) -> None:
    first = file(core, "theorem a : True := by sorry\n")

    async with LeanWorker(core) as worker:
        await worker.check(first + "theorem b : True := by trivial\n", 10)
        verdict = await worker.check(first + "theorem c : True := by trivial\n", 10, ())

    assert isinstance(verdict, Incomplete)


async def test_an_error_above_a_changed_theorem_is_not_forgotten(core: CoreLean) -> None:
    first = file(core, "theorem a : True := by foo\n")

    async with LeanWorker(core) as worker:
        await worker.check(first + "theorem b : True := by trivial\n", 10)
        verdict = await worker.check(first + "theorem c : True := by trivial\n", 10)

    assert isinstance(verdict, Rejected)


@pytest.mark.parametrize("goals_at", [None, ()], ids=["verdict alone", "with goals"])
@pytest.mark.parametrize("definitions", range(5))
async def test_what_stands_above_a_changed_theorem_is_known_each_time(
    core: CoreLean, definitions: int, goals_at: tuple[()] | None
) -> None:
    above = "".join(f"def c{number} : Nat := {number}\n" for number in range(definitions))
    texts = [f"{above}{SWAP.replace('swap', f'swap{n}')}" for n in range(6)]
    asked = [text if n % 2 else text.replace("exact h.left", "exact h.right") for n, text in enumerate(texts)]

    async with LeanWorker(core) as worker:
        verdicts = [await worker.check(file(core, text), 10, goals_at) for text in asked]

    assert [type(verdict) for verdict in verdicts] == [Rejected, Checked] * 3


async def test_a_check_with_goals_and_one_without_do_not_disturb_each_other(core: CoreLean) -> None:
    text = file(core, f"def one : Nat := 1\ndef two : Nat := one + one\n{SWAP}")

    async with LeanWorker(core) as worker:
        verdicts = [await worker.check(text, 10, asked) for asked in (None, [], None, None, [], [], None)]

    assert [type(verdict) for verdict in verdicts] == [Checked] * 7


async def test_goals_at_are_answered_in_their_order(core: CoreLean) -> None:
    asked = [Position(7, 4), Position(5, 2), Position(4, 3), Position(99, 0), Position(6, 4)]

    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, SWAP), 10, asked)

    assert isinstance(verdict, Checked)
    assert [[goal.case for goal in goals] for goals in verdict.goals] == [["right"], [None], [], [], ["left"]]


async def test_a_rejected_proof_also_answers_goals_at(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, SWAP.replace("h.left", "h.right")), 10, [Position(7, 4)])

    assert isinstance(verdict, Rejected)
    assert verdict.goals[0][0].case == "right"


@pytest.mark.parametrize("letter", ["a", "ä", "ℕ", "𝔸", "🙂"])
async def test_columns_count_characters_whatever_their_width(core: CoreLean, letter: str) -> None:
    text = f"theorem t («{letter}{letter}» : Prop) : «{letter}{letter}» := by exact missing"

    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, text), 10, [Position(3, text.index("exact"))])

    assert isinstance(verdict, Rejected)
    assert verdict.first_error.start == Position(3, text.index("missing"))
    assert verdict.first_error.end == Position(3, len(text))
    assert len(verdict.goals[0]) == 1


async def test_past_the_deadline_nothing_is_decided_and_the_worker_is_gone(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, STUCK), 0.5)

        assert isinstance(verdict, Undecided)
        assert verdict.reason is Reason.TIMEOUT
        assert not worker.alive
        assert not psutil.pid_exists(worker.pid)


async def test_a_killed_lean_worker_yields_undecided_not_rejected(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        check = asyncio.create_task(worker.check(file(core, STUCK), 10))
        await asyncio.sleep(0.2)
        os.kill(worker.pid, signal.SIGKILL)
        verdict = await check

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.CRASHED


async def test_a_dead_worker_answers_undecided(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        os.kill(worker.pid, signal.SIGKILL)
        first = await worker.check(file(core, SWAP), 10)
        second = await worker.check(file(core, SWAP), 10)

    assert isinstance(first, Undecided)
    assert isinstance(second, Undecided)


async def test_a_worker_that_was_not_started_answers_undecided(core: CoreLean) -> None:
    verdict = await LeanWorker(core).check(file(core, SWAP), 1)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.CHECKER_ERROR


async def test_too_much_memory_is_undecided(core: CoreLean) -> None:
    limits = Limits(resident_bytes=200 << 20)

    async with LeanWorker(core, limits) as worker:
        verdict = await worker.check(file(core, STUCK), 20)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.MEMORY


@pytest.mark.parametrize(
    "limits", [Limits(messages=100), Limits(output_bytes=20_000)], ids=["messages", "bytes"]
)
async def test_too_much_output_is_undecided(core: CoreLean, limits: Limits) -> None:
    async with LeanWorker(core, limits) as worker:
        verdict = await worker.check(file(core, "#check True\n" * 200), 10)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.OUTPUT_LIMIT


async def test_a_cancelled_check_ends_the_worker_so_that_its_answer_is_never_heard(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        check = asyncio.create_task(worker.check(file(core, STUCK), 10))
        await asyncio.sleep(0.2)
        check.cancel()
        with pytest.raises(asyncio.CancelledError):
            await check

        assert not worker.alive


async def test_a_library_that_is_not_there_is_no_verdict(tmp_path: Path) -> None:
    nowhere = CoreLean(Environment("core", "prelude\nimport Lemmata", "", ""), tmp_path)

    with pytest.raises(CheckerUnavailable, match="Lemmata"):
        await LeanWorker(nowhere).start()


async def test_a_source_with_another_header_is_undecided(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check("prelude\ntheorem t : Missing := by trivial", 10)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.CHECKER_ERROR


async def test_an_import_behind_the_header_is_rejected(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, "import Missing\ntheorem t : True := by trivial"), 10)

    assert isinstance(verdict, Rejected)
    assert verdict.first_error.start == Position(3, 0)


@pytest.mark.parametrize("header", ["prelude", "import Lemmata", "prelude\nimport Lemmata\nimport Other"])
async def test_a_header_is_prelude_and_one_import(core: CoreLean, header: str) -> None:
    other = replace(core, environment=replace(core.environment, header=header))

    with pytest.raises(CheckerUnavailable, match="cannot import"):
        await LeanWorker(other).start()


async def test_what_stands_behind_exit_is_not_checked(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, "#exit\ntheorem t : False := by trivial"), 10)

    assert isinstance(verdict, Undecided)


async def test_a_comment_that_never_ends_is_rejected(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, "/- theorem t : True := trivial"), 10)

    assert isinstance(verdict, Rejected)
    assert verdict.first_error.text == "unterminated comment"


async def test_a_warning_alone_does_not_reject(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        verdict = await worker.check(file(core, "theorem t (p : Prop) : True := True.intro\n#check t"), 10)

    assert isinstance(verdict, Checked)
    assert [message.severity for message in verdict.messages] == [Severity.WARNING, Severity.INFORMATION]


async def test_closing_twice_is_allowed(core: CoreLean) -> None:
    async with LeanWorker(core) as worker:
        await worker.close()

    assert not psutil.pid_exists(worker.pid)


@pytest.mark.parametrize("kind", ["accepted", "rejected"])
async def test_it_says_what_a_new_process_says(core: CoreLean, tmp_path: Path, kind: str) -> None:
    texts = [file.read_text() for file in sorted(PORTABLE.glob("*.lean"))[:20]]
    if kind == "rejected":
        texts = [text.replace("exact ", "exact (").replace("rfl", "by rfl rfl") for text in texts]
    sources = [file(core, re.sub(r"^import .*\n", "", text)) for text in texts]

    async with LeanWorker(core) as worker:
        warm = [await worker.check(source, 60) for source in sources]
    cold = []
    for number, source in enumerate(sources):
        path = tmp_path / f"New{number}.lean"
        path.write_text(source, "utf-8")
        finished = await elaborate(path, core.lean_path, limits=Limits())
        cold.append(tuple(sorted(finished.messages, key=lambda said: said.start)))

    assert [isinstance(verdict, Rejected) for verdict in warm].count(kind == "rejected") >= 15
    assert [getattr(verdict, "messages", verdict) for verdict in warm] == cold


async def test_goals_above_a_changed_theorem_are_found_again(core: CoreLean) -> None:
    above = "theorem a (p : Prop) (h : p) : p := by\n  exact h\n\n"

    async with LeanWorker(core) as worker:
        verdicts = [
            await worker.check(file(core, f"{above}theorem b{n} : True := trivial"), 10, [Position(4, 2)])
            for n in range(3)
        ]

    assert {verdict.goals for verdict in verdicts if isinstance(verdict, Checked)} == {
        ((Goal.parse("p : Prop\nh : p\n⊢ p"),),)
    }


async def test_a_shared_beginning_that_goes_on_otherwise_is_read_anew(core: CoreLean) -> None:
    """What ends a command is the word behind it: `b` may still belong to the first."""
    async with LeanWorker(core) as worker:
        await worker.check(file(core, "def a : Nat := 1\ntheorem t : a = 1 := rfl"), 10)
        longer = await worker.check(file(core, "def a : Nat := 1\n+ 1\ntheorem t : a = 2 := rfl"), 10)
        other = await worker.check(file(core, "def a : Nat := 1\ntheo"), 10)

    assert isinstance(longer, Checked)
    assert isinstance(other, Rejected)


@pytest.mark.parametrize(
    "goals_at", [None, [Position(4, 2), Position(5, 4)]], ids=["verdict alone", "with goals"]
)
async def test_a_thousand_checks_leave_no_memory_behind(
    core: CoreLean, goals_at: list[Position] | None
) -> None:
    async with LeanWorker(core) as worker:
        held = []
        for number in range(1000):
            text = SWAP.replace("swap", f"swap{number}").replace("exact h.left", "exact sorry")
            assert isinstance(await worker.check(file(core, text), 10, goals_at), Incomplete)
            if number in {199, 999}:
                held.append(psutil.Process(worker.pid).memory_info().rss)

    assert held[1] - held[0] < 4 << 20
