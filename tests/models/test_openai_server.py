"""What the adapter makes of a model server, good and bad, over real HTTP."""

from __future__ import annotations

import asyncio
import socket
import time
from contextlib import ExitStack, aclosing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import psutil
import pytest

from app.domain.sampling import Ending, Offer, Prompt, Role, Sample, Sampling, Trouble, Unanswered
from app.models.openai_server import OpenAIServer
from app.models.serving.connection import Limits
from tests.model_server.client import ModelServer
from tests.model_server.script import ALWAYS, Answer, Fault, tokens
from tests.models.asking import (
    CHAT,
    COMPLETION,
    INFILL,
    KEY,
    OFFER,
    QUICK,
    SECRET_PROMPT,
    SHORT,
    replies,
    serving,
    the_reply,
)


@pytest.mark.parametrize("prompt", [CHAT, COMPLETION, INFILL], ids=lambda prompt: prompt.form)
async def test_a_reply_comes_with_what_the_server_counted(model_server: ModelServer, prompt: Prompt):
    model_server.script(Answer("by\n  simp [Nat.add_comm]"))
    heard: list[int] = []

    async with serving(model_server.url) as model:
        (reply,) = await replies(model, prompt, SHORT, heard.append)

    (asked,) = model_server.log()
    assert isinstance(reply, Sample)
    assert (reply.text, reply.ending) == ("by\n  simp [Nat.add_comm]", Ending.COMPLETE)
    assert reply.tokens == len(tokens(reply.text)) == len(heard)
    assert reply.prompt_tokens == len(tokens(asked.prompt))
    assert 0 < reply.elapsed_s < 5
    assert reply.logprob is None


async def test_a_chat_is_one_turn_and_a_completion_the_beginning_of_a_text(model_server: ModelServer):
    model_server.script(Answer("a", times=ALWAYS))
    sampling = Sampling(1, 77, 0.5, 0.9, ("```",), 7, 5.0)

    async with serving(model_server.url) as model:
        for prompt in (CHAT, COMPLETION, INFILL):
            await replies(model, prompt, sampling)

    chat, completion, infill = model_server.log()
    wanted = {
        "model": "scripted",
        "max_tokens": 77,
        "temperature": 0.5,
        "top_p": 0.9,
        "stop": ["```"],
        "seed": 7,
    }
    assert all(wanted.items() <= asked.body.items() for asked in (chat, completion, infill))
    assert chat.path.endswith("/chat/completions")
    assert chat.body["messages"] == [{"role": "user", "content": SECRET_PROMPT}]
    assert completion.body["prompt"] == infill.body["prompt"] == SECRET_PROMPT
    assert infill.body["suffix"] == "  exact h"
    assert not {"suffix", "logprobs", "n"} & completion.body.keys()


async def test_a_gap_is_marked_in_the_prompt_for_a_model_that_was_trained_so(model_server: ModelServer):
    model_server.script(Answer("a"))

    async with serving(model_server.url, offer=replace(OFFER, style="deepseek-coder")) as model:
        await replies(model, INFILL)

    (asked,) = model_server.log()
    assert asked.body["prompt"] == f"<｜fim▁begin｜>{SECRET_PROMPT}<｜fim▁hole｜>  exact h<｜fim▁end｜>"
    assert "suffix" not in asked.body


async def test_several_replies_are_asked_side_by_side_and_come_in_the_order_in_which_they_end(
    model_server: ModelServer,
):
    model_server.script(Answer("slow", after_s=0.6), Answer("middle", after_s=0.3), Answer("quick"))

    async with serving(model_server.url, Limits()) as model:
        got = await replies(model, CHAT, Sampling(n=3, seed=5, deadline_s=5.0))

    log = model_server.log()
    assert [reply.text for reply in got if isinstance(reply, Sample)] == ["quick", "middle", "slow"]
    assert sorted(asked.body["seed"] for asked in log) == [5, 6, 7]
    assert max(asked.at for asked in log) < min(asked.answered_at or 0 for asked in log)


async def test_one_broken_reply_costs_no_other(model_server: ModelServer):
    model_server.script(Answer("a"), Answer("bbbb bbbb", fault=Fault.GARBAGE), Answer("c"))

    async with serving(model_server.url) as model:
        got = await replies(model, CHAT, Sampling(n=3, deadline_s=5.0))

    assert sorted(reply.text for reply in got if isinstance(reply, Sample)) == ["a", "c"]
    assert [reply.trouble for reply in got if isinstance(reply, Unanswered)] == [Trouble.UNREADABLE]


async def test_no_more_requests_are_under_way_than_the_limit_of_the_connection(model_server: ModelServer):
    model_server.script(Answer("a", after_s=0.1, times=ALWAYS))

    async with serving(model_server.url, at_once=2) as one:
        other = OpenAIServer(Role.INFORMAL, one._connection, OFFER)
        await asyncio.gather(
            replies(one, CHAT, Sampling(n=4, deadline_s=5.0)),
            replies(other, CHAT, Sampling(n=4, deadline_s=5.0)),
        )

    log = model_server.log()
    spans = [(asked.at, asked.answered_at or 0.0) for asked in log]
    assert len(spans) == 8
    assert max(sum(start <= at < end for start, end in spans) for at, _ in spans) == 2


async def test_what_a_model_thinks_apart_is_no_part_of_its_reply(model_server: ModelServer):
    model_server.script(Answer("by rfl", thoughts="Both sides are the same."))

    reply = await the_reply(model_server.url)

    assert isinstance(reply, Sample)
    assert (reply.text, reply.thoughts) == ("by rfl", "Both sides are the same.")


@pytest.mark.parametrize("prompt", [CHAT, COMPLETION], ids=lambda prompt: prompt.form)
async def test_the_probability_of_a_reply_is_that_of_its_tokens(model_server: ModelServer, prompt: Prompt):
    model_server.script(Answer("one two", logprob=-0.25))

    async with serving(model_server.url, logprobs=True) as model:
        (reply,) = await replies(model, prompt)

    assert isinstance(reply, Sample)
    assert reply.logprob == pytest.approx(-0.25 * len(tokens("one two")))


async def test_tokens_are_estimated_where_the_server_counts_none(model_server: ModelServer):
    model_server.script(Answer("12345678" * 10, usage=False))

    reply = await the_reply(model_server.url)

    assert isinstance(reply, Sample)
    assert reply.tokens == 20
    assert reply.prompt_tokens == round(len(SECRET_PROMPT) / 4)


async def test_the_text_that_ends_a_reply_is_no_part_of_it_even_if_the_server_sends_it(
    model_server: ModelServer,
):
    choice = r'{"delta": {"content": "by simp\n```\nmore"}, "finish_reason": "stop"}'
    model_server.script(Answer(raw=f'data: {{"choices": [{choice}]}}\n\n'))

    reply = await the_reply(model_server.url, Sampling(stop=("```",), deadline_s=5.0))

    assert isinstance(reply, Sample)
    assert (reply.text, reply.ending) == ("by simp\n", Ending.COMPLETE)


async def test_a_reply_that_has_reached_its_limit_of_tokens_says_so(model_server: ModelServer):
    model_server.script(Answer("by simp at h"))

    reply = await the_reply(model_server.url, Sampling(tokens=2, deadline_s=5.0))

    assert isinstance(reply, Sample)
    assert (reply.text, reply.ending, reply.tokens) == ("by simp", Ending.LENGTH, 2)


async def test_a_reply_never_asks_for_more_tokens_than_the_context_has_room_for(model_server: ModelServer):
    model_server.script(Answer("a", times=ALWAYS))

    async with serving(model_server.url, offer=Offer("scripted", 100)) as model:
        await replies(model)
        (refused,) = await replies(model, replace(CHAT, text="x" * 1000))

    (asked,) = model_server.log()
    assert 60 < asked.body["max_tokens"] < 100
    assert isinstance(refused, Unanswered)
    assert refused.trouble is Trouble.REFUSED
    assert "context of 100 tokens" in refused.detail


async def test_a_thousand_tokens_a_second_are_heard_as_they_come(model_server: ModelServer):
    model_server.script(Answer("abc " * 1000, rate=1000))
    heard: list[float] = []

    async with serving(model_server.url) as model:
        (reply,) = await replies(model, CHAT, SHORT, lambda tokens: heard.append(time.monotonic()))

    assert isinstance(reply, Sample)
    assert reply.text == "abc " * 1000
    assert heard[500] - heard[0] < 0.8 * (heard[-1] - heard[0])
    assert 0.9 < heard[-1] - heard[0] < 3


async def test_one_token_a_second_is_not_silence(model_server: ModelServer):
    model_server.script(Answer("a b c", rate=1))

    reply = await the_reply(model_server.url, limits=Limits(silence_s=3.0))

    assert isinstance(reply, Sample)
    assert (reply.text, reply.ending) == ("a b c", Ending.COMPLETE)
    assert reply.elapsed_s > 1.9


async def test_a_server_that_sends_nothing_for_long_is_silent_and_may_be_overloaded(
    model_server: ModelServer,
):
    model_server.script(Answer(fault=Fault.SILENCE, times=ALWAYS))
    started = time.monotonic()

    reply = await the_reply(model_server.url)

    assert isinstance(reply, Unanswered)
    assert reply.trouble is Trouble.SILENT
    assert "may be overloaded" in reply.detail
    assert time.monotonic() - started < 3
    assert len(model_server.log()) == 1


async def test_the_deadline_holds_whatever_the_server_does(model_server: ModelServer):
    model_server.script(Answer(fault=Fault.SILENCE), Answer("word " * 100, rate=10))
    started = time.monotonic()

    silent = await the_reply(model_server.url, Sampling(deadline_s=0.5), Limits())
    slow = await the_reply(model_server.url, Sampling(deadline_s=0.8), Limits())

    assert time.monotonic() - started < 4
    assert isinstance(silent, Unanswered)
    assert silent.trouble is Trouble.LATE
    assert silent.detail == "The prover model did not finish in the time that was left."
    assert isinstance(slow, Sample)
    assert slow.ending is Ending.CUT
    assert slow.text.startswith("word word")
    assert slow.tokens < 20


async def test_who_waits_for_others_until_the_deadline_is_late_too(model_server: ModelServer):
    model_server.script(Answer(fault=Fault.SILENCE, times=ALWAYS))

    async with serving(model_server.url, Limits(), at_once=1) as model:
        got = await replies(model, CHAT, Sampling(n=2, deadline_s=0.5))

    assert [reply.trouble for reply in got if isinstance(reply, Unanswered)] == [Trouble.LATE] * 2
    assert len(model_server.log()) == 1


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.STALL, Fault.UNENDED, Fault.STREAM_ERROR])
async def test_what_came_before_the_line_was_cut_is_kept_and_marked(model_server: ModelServer, fault: Fault):
    model_server.script(Answer("by simp at h", fault=fault))

    reply = await the_reply(model_server.url)

    assert isinstance(reply, Sample)
    assert reply.ending is Ending.CUT
    assert reply.text
    assert "by simp at h".startswith(reply.text)
    assert reply.tokens > 0
    assert len(model_server.log()) == 1


@pytest.mark.parametrize("fault", [Fault.GARBAGE, Fault.NOT_UTF8, Fault.NOT_JSON, Fault.NOT_A_REPLY])
async def test_what_is_no_reply_is_unreadable_and_not_asked_for_again(
    model_server: ModelServer, fault: Fault
):
    model_server.script(Answer("by simp at h", fault=fault, times=ALWAYS))

    reply = await the_reply(model_server.url)

    assert isinstance(reply, Unanswered)
    assert reply.trouble is Trouble.UNREADABLE
    assert len(model_server.log()) == 1


STRANGE = ["[]", "5", "null", '"text"', "{}", '{"error": 5}', '{"error": []}', '{"error": {"message": {}}}']
STRANGE += ['{"choices": null}', '{"choices": [null]}', '{"choices": [{"delta": 5}]}', "[" * 50_000]
STRANGE += ['{"usage": {"completion_tokens": -1}}', '{"usage": 1e400}']


@pytest.mark.parametrize("status", [200, 302, 400, 401, 429, 500])
async def test_nothing_that_a_server_says_makes_it_raise(model_server: ModelServer, status: int):
    bodies = [
        body for text in STRANGE for body in (text, f"data: {text}\n\n", f"event: thread.x\ndata: {text}\n\n")
    ]
    model_server.script(*(Answer(status=status, raw=body) for body in bodies))

    async with serving(model_server.url, replace(QUICK, tries=1)) as model:
        got = await replies(model, CHAT, Sampling(n=len(bodies), deadline_s=3.0))

    assert len(got) == len(bodies)
    assert all(isinstance(reply, Unanswered) for reply in got)


@pytest.mark.parametrize(
    "answer",
    [Answer(fault=Fault.FLOOD), Answer(fault=Fault.FLOOD_LINE), Answer(status=400, fault=Fault.FLOOD)],
    ids=["events", "a line", "an error"],
)
async def test_a_reply_of_100_mb_is_cut_off_before_it_fills_the_memory(
    model_server: ModelServer, answer: Answer
):
    model_server.script(answer)
    before = psutil.Process().memory_info().rss

    reply = await the_reply(model_server.url, limits=Limits(octets=4 * 2**20))

    (asked,) = model_server.log_when(lambda log: log[0].disconnected_at is not None)
    assert isinstance(reply, Unanswered)
    assert reply.trouble is Trouble.TOO_LONG
    assert psutil.Process().memory_info().rss - before < 40 * 2**20
    assert asked.answered_at is None


@pytest.mark.parametrize("answer", [Answer("word " * 20), Answer("a", thoughts="word " * 20)])
async def test_a_reply_with_too_many_characters_is_not_used(model_server: ModelServer, answer: Answer):
    model_server.script(answer, answer)

    long = await the_reply(model_server.url, limits=Limits(chars=99))
    short = await the_reply(model_server.url, limits=Limits(chars=101))

    assert isinstance(long, Unanswered)
    assert long.trouble is Trouble.TOO_LONG
    assert isinstance(short, Sample)


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (400, Trouble.REFUSED),
        (401, Trouble.REFUSED),
        (402, Trouble.REFUSED),
        (404, Trouble.REFUSED),
        (422, Trouble.REFUSED),
        (302, Trouble.REFUSED),
        (429, Trouble.BUSY),
        (500, Trouble.FAILED),
        (503, Trouble.BUSY),
    ],
)
async def test_what_went_wrong_is_told_to_a_person_without_the_key_or_the_prompt(
    model_server: ModelServer, status: int, trouble: Trouble
):
    quoting = f"Incorrect API key {KEY}. You said: {SECRET_PROMPT}"
    model_server.script(Answer(status=status, error=quoting, times=ALWAYS))

    reply = await the_reply(model_server.url, Sampling(deadline_s=1.5))

    assert isinstance(reply, Unanswered)
    assert reply.trouble is trouble
    assert reply.detail.startswith("The prover model ")
    assert KEY not in reply.detail
    assert "confidential" not in reply.detail


@pytest.mark.parametrize("status", [301, 307])
async def test_nothing_is_sent_to_where_a_server_points(model_server: ModelServer, status: int):
    elsewhere = f"{model_server.url}/chat/completions"
    model_server.script(Answer(status=status, location=elsewhere), Answer("by simp"))

    reply = await the_reply(model_server.url)

    assert isinstance(reply, Unanswered)
    assert reply.trouble is Trouble.REFUSED
    assert len(model_server.log()) == 1


@pytest.mark.parametrize("status", [400, 401, 404])
async def test_a_refusal_is_final(model_server: ModelServer, status: int):
    model_server.script(Answer(status=status, times=ALWAYS))

    await the_reply(model_server.url)

    assert len(model_server.log()) == 1


async def test_a_server_that_fails_is_asked_again_a_few_times_each_time_later(model_server: ModelServer):
    model_server.script(Answer(status=500, times=ALWAYS))

    reply = await the_reply(model_server.url)

    times = [asked.at for asked in model_server.log()]
    pauses = [later - earlier for earlier, later in pairwise(times)]
    assert isinstance(reply, Unanswered)
    assert len(times) == QUICK.tries
    assert pauses == sorted(pauses)
    assert pauses[0] >= 0.25


@pytest.mark.parametrize("when", ["0.4", "a date"])
async def test_a_busy_server_is_asked_again_when_it_says(model_server: ModelServer, when: str):
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    model_server.script(Answer(status=429, retry_after=soon if when == "a date" else when), Answer("by simp"))

    reply = await the_reply(model_server.url)

    refused, answered = model_server.log()
    assert isinstance(reply, Sample)
    assert reply.text == "by simp"
    assert answered.at - refused.at >= 0.4


@pytest.mark.parametrize("retry_after", ["60", "1e400", "-1", "nonsense", ""])
async def test_a_server_that_stays_busy_is_not_waited_for_longer_than_the_deadline(
    model_server: ModelServer, retry_after: str
):
    model_server.script(Answer(status=429, retry_after=retry_after, times=ALWAYS))
    started = time.monotonic()

    reply = await the_reply(model_server.url, Sampling(deadline_s=1.0))

    assert isinstance(reply, Unanswered)
    assert reply.trouble is Trouble.BUSY
    assert time.monotonic() - started < 3
    assert len(model_server.log()) < 5


async def test_a_server_that_is_not_there_is_unreachable():
    reply = await the_reply("http://127.0.0.1:9/v1")

    assert isinstance(reply, Unanswered)
    assert reply.trouble is Trouble.UNREACHABLE
    assert "http://127.0.0.1:9/v1" in reply.detail
    assert "LEMMATA_PROVER_URL" in reply.detail


async def test_a_server_that_takes_no_more_connections_is_unreachable_and_not_silent():
    with socket.socket() as full, ExitStack() as waiting:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(4):
            caller = waiting.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(full.getsockname())
        url = f"http://127.0.0.1:{full.getsockname()[1]}/v1"

        reply = await the_reply(url, limits=Limits(connect_s=0.3, tries=1))

    assert isinstance(reply, Unanswered)
    assert reply.trouble is Trouble.UNREACHABLE


async def test_a_connection_that_was_closed_is_unreachable(model_server: ModelServer):
    async with serving(model_server.url) as model:
        pass

    (reply,) = await replies(model)

    assert isinstance(reply, Unanswered)
    assert reply.trouble is Trouble.UNREACHABLE
    assert isinstance(await model.models(), Unanswered)


async def test_closing_the_replies_early_ends_what_is_under_way(model_server: ModelServer):
    model_server.script(Answer("quick"), Answer("word " * 1000, rate=20, times=2))

    async with serving(model_server.url, Limits()) as model:
        async with aclosing(model.sample(CHAT, Sampling(n=3, deadline_s=30.0))) as coming:
            assert isinstance(await anext(coming), Sample)
            await asyncio.to_thread(model_server.log_when, lambda log: len(log) == 3)
        closed = time.monotonic()
        log = model_server.log_when(
            lambda log: all(asked.answered_at or asked.disconnected_at for asked in log)
        )

    ends = [asked.disconnected_at for asked in log if asked.disconnected_at]
    assert len(ends) == 2
    assert all(end - closed < 1 for end in ends)


async def test_who_just_stops_listening_hangs_up_too(model_server: ModelServer):
    model_server.script(Answer("quick"), Answer("word " * 1000, rate=20))

    async with serving(model_server.url, Limits()) as model:
        async for reply in model.sample(CHAT, Sampling(n=2, deadline_s=30.0)):
            assert isinstance(reply, Sample)
            await asyncio.to_thread(model_server.log_when, lambda log: len(log) == 2)
            break
        stopped = time.monotonic()
        log = await asyncio.to_thread(
            model_server.log_when, lambda log: any(asked.disconnected_at for asked in log)
        )

    (end,) = [asked.disconnected_at for asked in log if asked.disconnected_at]
    assert end - stopped < 1


@pytest.mark.parametrize("answer", [Answer("word " * 1000, rate=20), Answer(fault=Fault.SILENCE)])
async def test_who_is_cancelled_hangs_up_at_once(model_server: ModelServer, answer: Answer):
    model_server.script(answer)

    async with serving(model_server.url, Limits()) as model:
        asking = asyncio.create_task(replies(model))
        await asyncio.to_thread(model_server.log_when, lambda log: bool(log))
        asking.cancel()
        cancelled = time.monotonic()
        with pytest.raises(asyncio.CancelledError):
            await asking
        (asked,) = model_server.log_when(lambda log: log[0].disconnected_at is not None)

    assert asked.disconnected_at is not None
    assert asked.disconnected_at - cancelled < 1


async def test_nothing_is_told_of_this_machine_and_nothing_is_read_from_the_environment_of_others(
    model_server: ModelServer, monkeypatch: pytest.MonkeyPatch
):
    model_server.script(Answer("a"))
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another")
    monkeypatch.setenv("OPENAI_ORG_ID", "org")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: Bearer sk-another\nX-Tracking: yes")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    reply = await the_reply(model_server.url)

    (asked,) = model_server.log()
    assert isinstance(reply, Sample)
    assert asked.headers.pop("authorization") == f"Bearer {KEY}"
    assert asked.headers.pop("user-agent") == "lemmata"
    assert asked.headers.keys() == {
        "host",
        "accept",
        "accept-encoding",
        "connection",
        "content-type",
        "content-length",
    }


async def test_what_no_database_could_keep_is_replaced_in_a_reply(model_server: ModelServer):
    halves = [r"\ud835", r"\udd38 \ud800", r"\u0000."]
    events = [f'data: {{"choices": [{{"delta": {{"content": "{half}"}}}}]}}\n\n' for half in halves]
    model_server.script(Answer(raw="".join(events)))

    reply = await the_reply(model_server.url)

    assert isinstance(reply, Sample)
    assert reply.text == "𝔸 \ufffd\ufffd."


async def test_half_a_character_in_a_prompt_does_not_keep_it_from_being_sent(model_server: ModelServer):
    model_server.script(Answer("a"))

    async with serving(model_server.url) as model:
        (reply,) = await replies(model, replace(CHAT, text="\udcff x"))

    assert isinstance(reply, Sample)
    assert model_server.log()[0].prompt == "? x"


async def test_the_models_of_a_server_are_a_sign_that_it_is_well(model_server: ModelServer):
    model_server.script(models=("a", "b"))

    async with serving(model_server.url) as well, serving("http://127.0.0.1:9/v1") as missing:
        listed, nothing = await well.models(), await missing.models()

    assert listed == ("a", "b")
    assert isinstance(nothing, Unanswered)
    assert nothing.trouble is Trouble.UNREACHABLE
