"""Replies that are not what was asked for cost no job, with the real Lean."""

import pytest

from app.domain.events import Outcome, Proved
from app.domain.goal import Goal
from app.domain.namespaces import SHOWN
from app.domain.problem import Problem
from app.domain.reply import Offered, Unusable
from app.domain.sampling import Form, Prompt, Sample, Sampling
from app.domain.statement import read_statement
from app.domain.trace import Fate
from app.pipeline.lab import Job, Models
from app.pipeline.node import Node, Round
from tests.fakes import MemoryJournal, ScriptedModel
from tests.tree.conftest import ODD, Room, lean

pytestmark = pytest.mark.asyncio(loop_scope="session")

RIGHT = lean(f"{ODD} := by\n  omega")


@pytest.mark.parametrize(
    "reply",
    [
        lean("omega"),
        f"{RIGHT}\nLean says:\n```\nGoals accomplished!\n```\n",
        RIGHT.replace("\n", "\r\n"),
        lean(f"/- The\ntheorem is easy. -/\n{ODD} := by\n  omega -- 👩\u200d🔬"),
        "```lean4\nnonsense",
    ],
)
async def test_any_reply_is_taken_for_what_it_offers(room: Room, reply: str):
    replies = iter([reply])
    model = ScriptedModel(lambda prompt: Sample(next(replies, RIGHT), tokens=10, prompt_tokens=5))

    assert isinstance(await room.run(ODD, Models(prover=model)), Proved)


async def test_a_reply_that_we_fail_to_read_is_unusable_and_the_next_one_is_read(room: Room):
    def read(text: str) -> Offered | Unusable:
        if text == "first":
            raise KeyError(text)
        return Offered(text)

    replies = iter(["first", "by omega"])
    model = ScriptedModel(lambda prompt: Sample(next(replies), tokens=1, prompt_tokens=1))
    turn = Round(root(room, ODD), model, "quick", Prompt("prove_quick", "", Form.CHAT, "any"), read)

    judged = [one async for one in turn.replies(Sampling(n=2))]

    assert [one.fate for one in judged] == [Fate.UNUSABLE, Fate.ACCEPTED]
    assert "mistake" in judged[0].note


NEXT = "theorem t (m : ℕ) : m.succ ≤ m + 1"
BARE_NAMES = f"{NEXT} := by\n  have h := lt_succ_self m\n  exact succ_le_of_lt h"
HEADER = "import Mathlib\nset_option maxHeartbeats 400000\n\nopen BigOperators Real Nat Topology Rat\n\n"


@pytest.mark.parametrize("header", ["", HEADER, "open Nowhere Nat Nobody\n", "namespace Nothing\n"])
async def test_a_proof_may_use_the_namespaces_that_its_author_had_open(room: Room, header: str):
    outcome = await answered(room, NEXT, lean(f"{header}{BARE_NAMES}"))

    assert isinstance(outcome, Proved)
    assert "Nowhere" not in outcome.certificate.proof


async def test_a_subgoal_may_use_them_too(room: Room):
    text = "theorem t : ∀ m : ℕ, m.succ ≤ m + 1 := by\n  intros\n  sorry"

    outcome = await answered(
        room, text, lean("theorem t_1 (m_1 : ℕ) : m_1.succ ≤ m_1 + 1 := succ_le_of_lt (lt_succ_self m_1)")
    )

    assert isinstance(outcome, Proved)
    assert "open BigOperators" in outcome.certificate.proof


async def test_a_name_that_is_unknown_all_the_same_is_told_of_the_proof_as_it_was_given(room: Room):
    replies = iter([lean(f"{NEXT} := by\n  exact no_such_name m"), lean(BARE_NAMES)])
    model = ScriptedModel(lambda prompt: Sample(next(replies), tokens=1, prompt_tokens=1))
    turn = Round(root(room, NEXT), model, "quick", Prompt("prove_quick", "", Form.CHAT, "any"))

    judged = [one async for one in turn.replies(Sampling(n=2))]

    assert judged[0].code == "by\n  exact no_such_name m"
    assert [one.text for one in judged[0].messages] == ["Unknown identifier `no_such_name`"]
    assert judged[1].code.startswith("by\n  open BigOperators Real Nat Topology Rat in\n  have h")


@pytest.mark.parametrize(
    "reply",
    [
        "theorem t (x y : ℤ) (h : x % 2 = 1) (g : y % 2 = 1) : (x + y) % 2 = 0 := by\n  have := h\n  omega",
        "theorem t : ∀ a b : ℤ, a % 2 = 1 → b % 2 = 1 → (a + b) % 2 = 0 := by\n  intro x y hx hy\n  omega",
        "theorem t (a b : ℤ) : a % 2 = 1 → b % 2 = 1 → (a + b) % 2 = 0 := fun h g => by omega",
        "theorem t (a : ℤ) : ∀ c : ℤ, a % 2 = 1 → c % 2 = 1 → (a + c) % 2 = 0 := by\n  intro c h g\n  omega",
    ],
)
async def test_a_proof_of_the_theorem_under_other_names_proves_it(room: Room, reply: str):
    assert isinstance(await answered(room, ODD, lean(reply)), Proved)


async def test_what_lean_is_not_shown_of_a_reply_is_told_to_who_mends_it(room: Room):
    code = f"def idd (n : ℤ) : ℤ := n\n\n{ODD} := by\n  have := idd a\n  omega"
    prompts = list[str]()

    def reply(prompt: Prompt) -> Sample:
        prompts.append(prompt.text)
        return Sample(RIGHT if "does not compile" in prompt.text else lean(code), tokens=1, prompt_tokens=1)

    outcome = await room.run(ODD, Models(prover=ScriptedModel(reply)))

    assert isinstance(outcome, Proved)
    assert "Unknown identifier `idd` (What the reply defines was left out: `idd`.)" in prompts[-1]


async def test_the_namespaces_that_models_are_shown_are_those_that_they_may_use(room: Room):
    statement = read_statement(ODD, room.lab.environment.header).statement
    assert room.lab.prompts is not None

    shown = room.lab.prompts.render("prove_quick", statement=statement, words="", environment="core").text

    assert f"\nopen {' '.join(SHOWN)}\n" in shown


async def answered(room: Room, text: str, reply: str) -> Outcome:
    """What comes of it where every reply is the same."""
    return await room.run(text, Models(prover=ScriptedModel(lambda prompt: Sample(reply, 1, 1))), seconds=10)


def root(room: Room, text: str) -> Node:
    statement = read_statement(text, room.lab.environment.header).statement
    return Node.root(Job(Problem(text), room.lab, MemoryJournal()), statement, Goal((), statement.conclusion))


async def test_a_proof_that_names_what_lean_hides_closes_a_subgoal(room: Room):
    text = "theorem t (p q : Prop) : p → q → q ∧ p := by\n  intros\n  constructor\n  · sorry\n  · sorry"
    left = lean("theorem t_1 (p q : Prop) (a_1 : p) (a_2 : q) : q := a_2")
    right = lean("theorem t_2 (p q : Prop) (a_1 : p) (a_2 : q) : p := by\n  exact a_1")
    model = ScriptedModel(
        lambda prompt: Sample(left if "theorem t_1" in prompt.text else right, tokens=1, prompt_tokens=1)
    )

    outcome = await room.run(text, Models(prover=model))

    assert isinstance(outcome, Proved)
    assert "rename_i" in outcome.certificate.proof
