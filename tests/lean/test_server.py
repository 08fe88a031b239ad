"""One warm Lean worker: what it answers, and what becomes of it when it cannot."""

from __future__ import annotations

import asyncio
import os
import signal
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from app.domain.errors import CheckerUnavailable
from app.domain.goal import Goal
from app.domain.problem import Environment
from app.domain.verdict import Checked, Incomplete, Position, Reason, Rejected, Severity, Undecided
from app.lean.connection import Client
from app.lean.environments import CoreLean
from app.lean.launch import Limits
from app.lean.server import LeanServer

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
    async with LeanServer(core) as server:
        verdict = await server.check(file(core, SWAP), 10)

    assert verdict == Checked()


async def test_a_wrong_proof_is_rejected_at_its_place(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        verdict = await server.check(file(core, SWAP.replace("h.left", "h.right")), 10)

    assert isinstance(verdict, Rejected)
    assert verdict.first_error.start == Position(7, 4)
    assert verdict.first_error.end == Position(7, 17)
    assert "mismatch" in verdict.first_error.text


async def test_a_proof_with_sorry_is_incomplete_with_a_goal_for_each_hole(core: CoreLean) -> None:
    text = SWAP.replace("exact h.right", "sorry").replace("exact h.left", "exact sorry")

    async with LeanServer(core) as server:
        verdict = await server.check(file(core, text), 10, ())

    assert isinstance(verdict, Incomplete)
    assert [hole.position for hole in verdict.holes] == [Position(6, 4), Position(7, 10)]
    assert [goal.target for hole in verdict.holes for goal in hole.goals] == ["q", "p"]


async def test_a_sorry_for_a_term_has_the_expected_type_as_its_goal(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        verdict = await server.check(file(core, "theorem t (p : Prop) (h : p) : p := sorry"), 10, ())

    assert isinstance(verdict, Incomplete)
    assert verdict.holes[0].goals == (Goal.parse("p : Prop\nh : p\n⊢ p"),)


async def test_the_word_sorry_in_a_comment_is_no_hole(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        verdict = await server.check(
            file(core, "-- sorry\ntheorem t : True := by\n  sorry /- sorry -/"), 10, ()
        )

    assert isinstance(verdict, Incomplete)
    assert [hole.position for hole in verdict.holes] == [Position(5, 2)]


async def test_a_sorry_above_a_changed_theorem_is_not_forgotten(core: CoreLean) -> None:
    first = file(core, "theorem a : True := by sorry\n")

    async with LeanServer(core) as server:
        await server.check(first + "theorem b : True := by trivial\n", 10)
        verdict = await server.check(first + "theorem c : True := by trivial\n", 10, ())

    assert isinstance(verdict, Incomplete)


async def test_an_error_above_a_changed_theorem_is_not_forgotten(core: CoreLean) -> None:
    first = file(core, "theorem a : True := by foo\n")

    async with LeanServer(core) as server:
        await server.check(first + "theorem b : True := by trivial\n", 10)
        verdict = await server.check(first + "theorem c : True := by trivial\n", 10)

    assert isinstance(verdict, Rejected)


@pytest.mark.parametrize("goals_at", [None, ()], ids=["verdict alone", "with goals"])
@pytest.mark.parametrize("definitions", range(5))
async def test_what_stands_above_a_changed_theorem_is_known_each_time(
    core: CoreLean, definitions: int, goals_at: tuple[()] | None
) -> None:
    above = "".join(f"def c{number} : Nat := {number}\n" for number in range(definitions))
    texts = [f"{above}{SWAP.replace('swap', f'swap{n}')}" for n in range(6)]
    asked = [text if n % 2 else text.replace("exact h.left", "exact h.right") for n, text in enumerate(texts)]

    async with LeanServer(core) as server:
        verdicts = [await server.check(file(core, text), 10, goals_at) for text in asked]

    assert [type(verdict) for verdict in verdicts] == [Rejected, Checked] * 3


async def test_a_check_with_goals_and_one_without_do_not_disturb_each_other(core: CoreLean) -> None:
    text = file(core, f"def one : Nat := 1\ndef two : Nat := one + one\n{SWAP}")

    async with LeanServer(core) as server:
        verdicts = [await server.check(text, 10, asked) for asked in (None, [], None, None, [], [], None)]

    assert [type(verdict) for verdict in verdicts] == [Checked] * 7


async def test_goals_at_are_answered_in_their_order(core: CoreLean) -> None:
    asked = [Position(7, 4), Position(5, 2), Position(4, 3), Position(99, 0), Position(6, 4)]

    async with LeanServer(core) as server:
        verdict = await server.check(file(core, SWAP), 10, asked)

    assert isinstance(verdict, Checked)
    assert [[goal.case for goal in goals] for goals in verdict.goals] == [["right"], [None], [], [], ["left"]]


async def test_a_rejected_proof_also_answers_goals_at(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        verdict = await server.check(file(core, SWAP.replace("h.left", "h.right")), 10, [Position(7, 4)])

    assert isinstance(verdict, Rejected)
    assert verdict.goals[0][0].case == "right"


@pytest.mark.parametrize("letter", ["a", "ä", "ℕ", "𝔸", "🙂"])
async def test_columns_count_characters_whatever_their_width(core: CoreLean, letter: str) -> None:
    text = f"theorem t («{letter}{letter}» : Prop) : «{letter}{letter}» := by exact missing"

    async with LeanServer(core) as server:
        verdict = await server.check(file(core, text), 10, [Position(3, text.index("exact"))])

    assert isinstance(verdict, Rejected)
    assert verdict.first_error.start == Position(3, text.index("missing"))
    assert verdict.first_error.end == Position(3, len(text))
    assert len(verdict.goals[0]) == 1


async def test_goals_at_one_place_for_an_editor(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        goals = await server.goals(file(core, SWAP), Position(5, 2), 10)

    assert isinstance(goals, tuple)
    assert [goal.hypotheses[0].names for goal in goals] == [("p", "q")]


async def test_progress_is_reported_while_it_works(core: CoreLean) -> None:
    places: list[Position] = []

    async with LeanServer(core, on_progress=places.append) as server:
        await server.check(file(core, SWAP * 20), 10)

    assert max(places) > Position(2, 0)


async def test_past_the_deadline_nothing_is_decided_and_the_worker_is_gone(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        verdict = await server.check(file(core, STUCK), 0.5)

        assert isinstance(verdict, Undecided)
        assert verdict.reason is Reason.TIMEOUT
        assert not server.alive
        assert not psutil.pid_exists(server.pid)


async def test_a_killed_lean_worker_yields_undecided_not_rejected(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        check = asyncio.create_task(server.check(file(core, STUCK), 10))
        await asyncio.sleep(0.2)
        os.kill(server.pid, signal.SIGKILL)
        verdict = await check

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.CRASHED


async def test_a_dead_worker_answers_undecided(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        os.kill(server.pid, signal.SIGKILL)
        first = await server.check(file(core, SWAP), 10)
        second = await server.check(file(core, SWAP), 10)

    assert isinstance(first, Undecided)
    assert isinstance(second, Undecided)


async def test_a_worker_that_was_not_started_answers_undecided(core: CoreLean) -> None:
    verdict = await LeanServer(core).check(file(core, SWAP), 1)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.CHECKER_ERROR


async def test_too_much_memory_is_undecided(core: CoreLean) -> None:
    limits = Limits(resident_bytes=200 << 20)

    async with LeanServer(core, limits) as server:
        verdict = await server.check(file(core, STUCK), 20)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.MEMORY


async def test_too_many_messages_are_undecided(core: CoreLean) -> None:
    limits = Limits(messages=100)

    async with LeanServer(core, limits) as server:
        verdict = await server.check(file(core, "#check True\n" * 200), 10)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.OUTPUT_LIMIT


async def test_too_much_output_is_undecided(core: CoreLean) -> None:
    limits = Limits(output_bytes=20_000)

    async with LeanServer(core, limits) as server:
        verdict = await server.check(file(core, "#check True\n" * 200), 10)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.OUTPUT_LIMIT


async def test_a_cancelled_check_ends_the_worker_so_that_its_answer_is_never_heard(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        check = asyncio.create_task(server.check(file(core, STUCK), 10))
        await asyncio.sleep(0.2)
        check.cancel()
        with pytest.raises(asyncio.CancelledError):
            await check

        assert not server.alive


def test_an_answer_that_nobody_waits_for_any_more_is_dropped() -> None:
    """A deadline cancels the question an instant before the process is silenced."""

    class Sent:
        def write(self, data: bytes) -> None:
            self.last = data

    client = Client(lambda method, params: None, pytest.fail)
    client.protocol.set_writer(Sent())
    asked = client.protocol.send_request("$/lean/plainGoal", {})
    (number,) = client.protocol._request_futures
    asked.cancel()

    client.protocol.handle_message({"jsonrpc": "2.0", "id": number, "result": None})

    assert asked.cancelled()


async def test_a_library_that_is_not_there_is_no_verdict(tmp_path: Path) -> None:
    nowhere = CoreLean(Environment("core", "prelude\nimport Lemmata", "", ""), tmp_path)

    with pytest.raises(CheckerUnavailable, match="Lemmata"):
        await LeanServer(nowhere).start()


async def test_a_source_with_another_header_is_undecided(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        verdict = await server.check("prelude\ntheorem t : Missing := by trivial", 10)
        extra = await server.check(file(core, "import Missing\ntheorem t : True := by trivial"), 10)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.CHECKER_ERROR
    assert isinstance(extra, Undecided)
    assert extra.reason is Reason.CHECKER_ERROR


async def test_a_header_that_cannot_be_imported_is_undecided(core: CoreLean) -> None:
    other = replace(core, environment=replace(core.environment, header="prelude"))

    async with LeanServer(other) as server:
        verdict = await server.check("prelude\nimport Missing\ntheorem t : True := x", 10)

    assert isinstance(verdict, Undecided)
    assert verdict.reason is Reason.CHECKER_ERROR


async def test_what_stands_behind_exit_is_not_checked(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        verdict = await server.check(file(core, "#exit\ntheorem t : False := by trivial"), 10)

    assert isinstance(verdict, Undecided)


async def test_a_comment_that_never_ends_is_rejected(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        verdict = await server.check(file(core, "/- theorem t : True := trivial"), 10)

    assert isinstance(verdict, Rejected)
    assert verdict.first_error.text == "unterminated comment"


async def test_a_warning_alone_does_not_reject(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        verdict = await server.check(file(core, "theorem t (p : Prop) : True := True.intro\n#check t"), 10)

    assert isinstance(verdict, Checked)
    assert [message.severity for message in verdict.messages] == [Severity.WARNING, Severity.INFORMATION]


async def test_closing_twice_is_allowed(core: CoreLean) -> None:
    async with LeanServer(core) as server:
        await server.close()

    assert not psutil.pid_exists(server.pid)
