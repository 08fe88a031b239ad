"""What every model promises, on the scripted one and on the one behind a server."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing

import pytest

from app.domain.sampling import Form, Prompt, Reply, Role, Sample, Sampling, Trouble, Unanswered
from app.models.metered import Meter, Metered
from app.models.openai_server import OpenAIServer
from app.models.serving.connection import Connection
from app.ports import Model
from tests.fakes import SCRIPTED, ScriptedModel
from tests.model_server.client import ModelServer
from tests.model_server.script import Answer

PROMPT = Prompt("template", "digest", Form.CHAT, "theorem t : 1 = 1 := by sorry")

# A model that gives these replies, each after so many seconds, and how many of its requests are under way.
Promising = tuple[Model, Callable[[], int]]
Making = Callable[[Sequence[Reply], float], Promising]


@pytest.fixture
def scripted() -> Making:
    def make(replies: Sequence[Reply], takes_s: float) -> Promising:
        model = ScriptedModel(replies, takes_s=takes_s)
        return model, lambda: model.under_way

    return make


@pytest.fixture
async def served(model_server: ModelServer) -> AsyncIterator[Making]:
    connection = Connection(model_server.url)

    def make(replies: Sequence[Reply], takes_s: float) -> Promising:
        model_server.script(*(_answer(reply, takes_s) for reply in replies))
        model = OpenAIServer(Role.PROVER, connection, SCRIPTED)
        return model, lambda: _left(model_server)

    yield make
    await connection.close()


def _answer(reply: Reply, takes_s: float) -> Answer:
    match reply:
        case Sample(text=text):
            return Answer(text, after_s=takes_s)
        case Unanswered():
            return Answer(status=400, after_s=takes_s)


def _left(server: ModelServer) -> int:
    """Requests that are under way a second later, by when whoever hung up has been noticed."""
    until = time.monotonic() + 1
    while left := sum(not (asked.answered_at or asked.disconnected_at) for asked in server.log()):
        if time.monotonic() > until:
            return left
        time.sleep(0.01)
    return 0


@pytest.fixture
def metered(served: Making) -> Making:
    def make(replies: Sequence[Reply], takes_s: float) -> Promising:
        model, left = served(replies, takes_s)
        return Metered(model, Meter()), left

    return make


@pytest.fixture(params=["scripted", "served", "metered"])
def making(request: pytest.FixtureRequest) -> Making:
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


async def test_each_of_several_replies_comes_and_one_that_fails_is_among_them(making: Making):
    model, left = making([Sample("a"), Unanswered(Trouble.REFUSED, ""), Sample("b")], 0)

    got = [reply async for reply in model.sample(PROMPT, Sampling(n=3))]

    assert sorted(reply.text for reply in got if isinstance(reply, Sample)) == ["a", "b"]
    assert [reply.trouble for reply in got if isinstance(reply, Unanswered)] == [Trouble.REFUSED]
    assert left() == 0


async def test_tokens_are_heard_of_and_counted(making: Making):
    model, _ = making([Sample("by simp at h", tokens=4)], 0)
    heard: list[int] = []

    (reply,) = [reply async for reply in model.sample(PROMPT, Sampling(), heard.append)]

    assert isinstance(reply, Sample)
    assert reply.tokens > 0
    assert sum(heard) > 0


async def test_a_text_that_ends_a_reply_is_no_part_of_it(making: Making):
    model, _ = making([Sample("by simp\n```\nand so on")], 0)

    (reply,) = [reply async for reply in model.sample(PROMPT, Sampling(stop=("\n```",)))]

    assert isinstance(reply, Sample)
    assert reply.text == "by simp"


async def test_the_deadline_ends_the_wait_with_a_sentence(making: Making):
    model, left = making([Sample("late"), Sample("late")], 30.0)
    started = time.monotonic()

    got = [reply async for reply in model.sample(PROMPT, Sampling(n=2, deadline_s=0.3))]

    assert time.monotonic() - started < 2
    assert all(isinstance(reply, Unanswered) and reply.trouble is Trouble.LATE for reply in got)
    assert all(isinstance(reply, Unanswered) and reply.detail.endswith(".") for reply in got)
    assert left() == 0


async def test_who_closes_the_replies_early_leaves_nothing_under_way(making: Making):
    model, left = making([Sample("a"), Sample("b"), Sample("c")], 0.2)

    async with aclosing(model.sample(PROMPT, Sampling(n=3))) as replies:
        await anext(replies)

    assert left() == 0


async def test_a_model_says_what_it_is(making: Making):
    model, _ = making([], 0)

    assert model.offer == SCRIPTED
