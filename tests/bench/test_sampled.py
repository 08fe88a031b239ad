"""One whole proof from a model for each attempt, with the real Lean."""

from dataclasses import replace

import pytest

from app.bench.bench_problem import BenchProblem, Expected
from app.bench.files import BadFile
from app.bench.trial import WAYS, Budget
from app.domain.sampling import Prompt, Reply, Sample
from app.pipeline.lab import Models
from tests.fakes import ScriptedModel
from tests.tree.conftest import ODD, Room, certifier, lean, pool, room  # noqa: F401 - fixtures

pytestmark = pytest.mark.asyncio(loop_scope="session")

BUDGET = Budget(20, 1000)
PROBLEM = BenchProblem("odd", ODD, "The sum of two odd numbers is even.", "parity", 1, Expected.PROVED)


def said(prompt: Prompt) -> Reply:
    return Sample(lean(f"{ODD} := by\n  omega"), tokens=7, prompt_tokens=3)


async def test_a_right_sample_is_solved_and_its_tokens_are_counted(room: Room):  # noqa: F811
    model = ScriptedModel(said)
    way = WAYS["quick"](replace(room.lab, models=Models(prover=model)), BUDGET)

    attempt = await way.attempt(PROBLEM, 5)

    assert (attempt.outcome, attempt.seed, attempt.tokens) == ("proved", 5, 10)
    (prompt,) = model.asked
    assert PROBLEM.words in prompt.text


async def test_a_wrong_sample_is_open_and_nothing_else_is_tried(room: Room):  # noqa: F811
    model = ScriptedModel(lambda prompt: Sample(lean(f"{ODD} := by\n  rfl")))
    way = WAYS["thinking"](replace(room.lab, models=Models(prover=model)), BUDGET)

    assert (await way.attempt(PROBLEM, 0)).outcome == "open"
    assert [prompt.template for prompt in model.asked] == ["prove_thinking"]


async def test_without_a_model_it_is_said(room: Room):  # noqa: F811
    with pytest.raises(BadFile, match="needs a prover model"):
        await WAYS["quick"](room.lab, BUDGET).attempt(PROBLEM, 0)
