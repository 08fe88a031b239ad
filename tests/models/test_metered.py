"""Tokens are counted while they come, as the server counts them in the end, and also where nobody waits."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from app.domain.sampling import Form, Prompt, Role, Sample, Sampling, Trouble, Unanswered
from app.models.metered import Meter, Metered
from app.models.openai_server import OpenAIServer
from app.models.serving.connection import Connection
from tests.fakes import SCRIPTED, ScriptedModel
from tests.model_server.client import ModelServer
from tests.model_server.script import ALWAYS, Answer

PROMPT = Prompt("template", "digest", Form.CHAT, "theorem t : 1 = 1 := by sorry")


async def test_prompts_and_replies_of_all_models_that_share_a_meter_add_up():
    meter = Meter()
    one = Metered(ScriptedModel([Sample("a", tokens=10, prompt_tokens=3)] * 2), meter)
    other = Metered(ScriptedModel([Sample("b", tokens=5), Unanswered(Trouble.BUSY, "")]), meter)

    for model in (one, other):
        assert len([reply async for reply in model.sample(PROMPT, Sampling(n=2))]) == 2

    assert meter.tokens == 2 * 13 + 5


async def test_how_fast_replies_come_is_known_after_the_first():
    model = Metered(ScriptedModel([Sample("a", tokens=300, elapsed_s=6), Sample("b", tokens=90)]), Meter())
    before = model.tokens_per_s

    assert [reply async for reply in model.sample(PROMPT, Sampling(n=2))]

    assert before is None
    assert model.tokens_per_s == pytest.approx(65)


async def test_tokens_count_as_they_come_and_also_where_nobody_waits_for_the_end(model_server: ModelServer):
    model_server.script(Answer("one two three four five six seven eight nine ten", rate=20, times=ALWAYS))
    connection, meter = Connection(model_server.url), Meter()
    model = Metered(OpenAIServer(Role.PROVER, connection, SCRIPTED), meter)
    heard: list[int] = []
    some = asyncio.Event()

    def hear(tokens: int) -> None:
        heard.append(tokens)
        some.set()

    async def wait() -> None:
        async with aclosing(model.sample(PROMPT, Sampling(), hear)) as asked:
            assert [reply async for reply in asked]

    waiting = asyncio.create_task(wait())
    await asyncio.wait_for(some.wait(), 10)
    during = meter.tokens
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    await connection.close()

    assert during > 0
    assert meter.tokens == sum(heard) >= during


async def test_what_the_server_counts_is_what_is_charged(model_server: ModelServer):
    model_server.script(Answer("one two three"))
    connection, meter = Connection(model_server.url), Meter()
    model = Metered(OpenAIServer(Role.PROVER, connection, SCRIPTED), meter)

    (reply,) = [reply async for reply in model.sample(PROMPT, Sampling())]
    await connection.close()

    assert isinstance(reply, Sample)
    assert meter.tokens >= reply.tokens + reply.prompt_tokens > 0
