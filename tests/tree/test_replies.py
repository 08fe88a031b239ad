"""Replies that are not what was asked for cost no job, with the real Lean."""

import pytest

from app.domain.events import Proved
from app.domain.goal import Goal
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
    statement = read_statement(ODD, room.lab.environment.header).statement
    job = Job(Problem(ODD), room.lab, MemoryJournal())
    node = Node.root(job, statement, Goal((), statement.conclusion))
    turn = Round(node, model, "quick", Prompt("prove_quick", "", Form.CHAT, "any"), read)

    judged = [one async for one in turn.replies(Sampling(n=2))]

    assert [one.fate for one in judged] == [Fate.UNUSABLE, Fate.ACCEPTED]
    assert "mistake" in judged[0].note


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
