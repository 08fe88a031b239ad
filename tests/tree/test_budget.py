"""What a job is expected to cost before models are asked, and when it stops asking because of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.calibration import Prediction, prediction
from app.domain.events import Estimated, NodeTried, Open, Proved
from app.domain.sampling import Offer, Sample
from app.models.metered import Meter, Metered
from app.pipeline.belief import QUICK
from app.pipeline.lab import Models
from app.pipeline.whole import NOT_WORTH
from tests.fakes import ScriptedModel
from tests.tree.conftest import ODD, Room
from tests.tree.test_ladder import RIGHT, WRONG, says

pytestmark = pytest.mark.asyncio(loop_scope="session")

PRICED = Offer("scripted", 32_768, price_in=1.0, price_out=100.0)


async def test_an_estimate_is_told_before_a_model_is_asked_and_held_against_what_it_took(room: Room):
    model = says(prove_quick=RIGHT)
    model.offer = PRICED

    outcome = await room.run(ODD, Models(prover=model))

    (estimated,) = room.told(Estimated)
    assert isinstance(outcome, Proved)
    assert isinstance(estimated, Estimated)
    assert room.last.events.index(estimated) < room.last.events.index(room.told(NodeTried)[0])
    assert QUICK.within(8) <= estimated.chance + 0.001
    assert 0 < estimated.dollars < estimated.tokens * 100 / 1e6
    assert 0 < estimated.seconds <= 20
    held = Prediction(estimated.chance, estimated.tokens, succeeded=True, spent=15)
    assert prediction(room.last.events) == held


async def test_more_time_promises_more(room: Room):
    found = []
    for seconds in (2, 20, 1000):
        await room.run(ODD, Models(prover=says(prove_quick=RIGHT)), seconds=seconds)
        (estimated,) = room.told(Estimated)
        assert isinstance(estimated, Estimated)
        found.append(estimated)

    assert [each.chance for each in found] == sorted({each.chance for each in found})
    assert [each.tokens for each in found] == sorted({each.tokens for each in found})
    assert 0 < found[0].chance < 0.2


async def test_nothing_is_estimated_where_no_model_writes_proofs(room: Room):
    await room.run(ODD, Models(informal=says(sketch="I do not know.")), seconds=2)

    assert room.told(Estimated) == []


async def test_a_job_stops_asking_when_another_sample_is_not_worth_its_tokens(room: Room):
    generous = says(prove_quick=WRONG, prove_thinking=WRONG)
    await room.run(ODD, Models(prover=generous))
    room.lab = replace(room.lab, proof_tokens=1000)
    model = says(prove_quick=WRONG, prove_thinking=WRONG)

    outcome = await room.run(ODD, Models(prover=model))

    assert isinstance(outcome, Open)
    asked = [[prompt.template for prompt in each.asked] for each in (generous, model)]
    assert [each.count("prove_thinking") for each in asked] == [32, 0]
    assert [each.count("prove_quick") > 8 for each in asked] == [True, False]  # in a tree search
    stopped = [event for event in room.told(NodeTried) if event.result == NOT_WORTH]  # type: ignore[attr-defined]
    assert [event.way for event in stopped] == ["thinking"]  # type: ignore[attr-defined]


async def test_longer_replies_than_usual_end_a_rung_earlier(room: Room):
    def long(tokens: int) -> ScriptedModel:
        return ScriptedModel(lambda prompt: Sample("I do not know.", tokens=tokens))

    usual, longer = long(4000), long(20_000)
    for model in (usual, longer):
        await room.run(ODD, Models(prover=model))

    asked = [sum(prompt.template == "prove_thinking" for prompt in each.asked) for each in (usual, longer)]
    assert asked == [32, 8]


async def test_tokens_of_a_job_are_metered_as_the_job_itself_counts_them(room: Room):
    meter = Meter()
    model = Metered(says(prove_quick=WRONG, repair=RIGHT), meter)

    outcome = await room.run(ODD, Models(prover=model))

    assert isinstance(outcome, Proved)
    assert meter.tokens == outcome.spent.tokens == 9 * 15
