"""Servers that do not take a parameter are asked without it, and those that refuse for good not again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.sampling import Role, Sample, Sampling, Trouble, Unanswered
from app.models.openai_server import OpenAIServer
from app.models.serving.connection import Connection
from tests.model_server.client import ModelServer
from tests.model_server.script import ALWAYS, Answer
from tests.models.asking import CHAT, OFFER, SHORT, replies, serving

MAX_TOKENS = (
    "Unsupported parameter: 'max_tokens' is not supported with this model. "
    "Use 'max_completion_tokens' instead."
)
TEMPERATURE = (
    "Unsupported value: 'temperature' does not support 0.6 with this model. "
    "Only the default (1) value is supported."
)
EXTRA = {
    "detail": [
        {
            "type": "extra_forbidden",
            "loc": ["body", "stream_options"],
            "msg": "Extra inputs are not permitted",
            "input": {"include_usage": True},
        }
    ]
}
WELL = Answer("by simp", times=ALWAYS)


def refusal(parameter: str, error: str) -> Answer:
    return Answer(status=400, error=error, having=parameter, times=ALWAYS)


@pytest.mark.parametrize(
    ("parameter", "refused"),
    [
        ("max_tokens", refusal("max_tokens", MAX_TOKENS)),
        ("temperature", refusal("temperature", TEMPERATURE)),
        ("seed", refusal("seed", 'Invalid JSON payload received. Unknown name "seed": Cannot find field.')),
        ("stop", refusal("stop", "Unsupported parameter: 'stop' is not supported with this model.")),
        ("stream_options", refusal("stream_options", "Unrecognized request argument: stream_options")),
        (
            "stream_options",
            Answer(status=422, raw=json.dumps(EXTRA), having="stream_options", times=ALWAYS),
        ),
    ],
)
async def test_what_a_server_does_not_take_is_left_out_once_it_says_so(
    model_server: ModelServer, parameter: str, refused: Answer
):
    model_server.script(refused, Answer("by simp\n```\nmore", times=ALWAYS))
    sampling = replace(SHORT, seed=7, stop=("\n```",), temperature=0.6)

    async with serving(model_server.url) as model:
        (first,) = await replies(model, CHAT, sampling)
        (second,) = await replies(model, CHAT, sampling)

    log = model_server.log()
    assert [reply.text for reply in (first, second) if isinstance(reply, Sample)] == ["by simp"] * 2
    assert [parameter in asked.body for asked in log] == [True, False, False]
    assert log[0].body.keys() - {parameter} <= log[1].body.keys()


async def test_the_limit_of_tokens_is_kept_under_its_second_name(model_server: ModelServer):
    model_server.script(refusal("max_tokens", MAX_TOKENS), WELL)

    async with serving(model_server.url) as model:
        await replies(model, CHAT, replace(SHORT, tokens=77))

    assert model_server.log()[1].body["max_completion_tokens"] == 77


async def test_a_server_may_refuse_several_parameters_in_turn(model_server: ModelServer):
    model_server.script(
        refusal("max_tokens", MAX_TOKENS),
        refusal("temperature", TEMPERATURE),
        refusal("top_p", "Unsupported parameter: 'top_p' is not supported with this model."),
        WELL,
    )

    async with serving(model_server.url) as model:
        got = await replies(model, CHAT, replace(SHORT, n=4))

    assert [reply.text for reply in got if isinstance(reply, Sample)] == ["by simp"] * 4


async def test_all_who_ask_a_model_over_a_connection_know_what_it_does_not_take(model_server: ModelServer):
    model_server.script(replace(refusal("temperature", TEMPERATURE), model="scripted"), WELL)
    connection = Connection(model_server.url)
    models = [
        OpenAIServer(Role.INFORMAL, connection, offer) for offer in (OFFER, OFFER, replace(OFFER, model="b"))
    ]

    for model in models:
        assert isinstance((await replies(model))[0], Sample)
    await connection.close()

    assert ["temperature" in asked.body for asked in model_server.log()] == [True, False, False, True]


@pytest.mark.parametrize(
    "error",
    [
        "'max_tokens' or 'max_completion_tokens' is too large: 9000. This model's maximum context "
        "length is 8192 tokens and your request has 300 input tokens.",
        "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens (300 in the "
        "messages, 8700 in the completion).",
        "max_tokens is too large: 5000. This model supports at most 4096 completion tokens.",
        "The messages are not supported.",
        "Unknown parameter: 'messages'.",
    ],
)
async def test_a_request_that_is_too_long_or_wrong_in_itself_is_refused_as_it_is(
    model_server: ModelServer, error: str
):
    model_server.script(Answer(status=400, error=error, times=ALWAYS))

    async with serving(model_server.url) as model:
        (reply,) = await replies(model)

    assert isinstance(reply, Unanswered)
    assert reply.trouble is Trouble.REFUSED
    assert "HTTP 400" in reply.detail
    assert len(model_server.log()) == 1


async def test_what_is_refused_without_a_parameter_too_teaches_nothing(model_server: ModelServer):
    model_server.script(Answer(status=400, error=TEMPERATURE, times=2), WELL)

    async with serving(model_server.url) as model:
        (refused,) = await replies(model)
        await replies(model)

    assert isinstance(refused, Unanswered)
    assert ["temperature" in asked.body for asked in model_server.log()] == [True, False, True]


@pytest.mark.parametrize("status", [400, 401, 402, 404])
async def test_once_a_reply_is_refused_for_good_those_that_wait_are_not_asked_for(
    model_server: ModelServer, status: int
):
    model_server.script(Answer(status=status, times=ALWAYS))

    async with serving(model_server.url, at_once=2) as model:
        got = await replies(model, CHAT, Sampling(n=8, deadline_s=5.0))
        again = await replies(model, CHAT, Sampling(n=1, deadline_s=5.0))

    assert [reply.trouble for reply in got if isinstance(reply, Unanswered)] == [Trouble.REFUSED] * 8
    assert len(again) == 1
    assert len(model_server.log()) == 2 + 1
