"""What servers write in several ways, thoughts above all, over real HTTP."""

from __future__ import annotations

import json

import pytest

from app.domain.sampling import Ending, Sample, Sampling, Unanswered
from tests.model_server.client import ModelServer
from tests.model_server.script import Answer
from tests.models.asking import the_reply


def stream(*events: object) -> Answer:
    return Answer(raw="".join(f"data: {json.dumps(event)}\n\n" for event in events))


def said(content: object, **more: object) -> dict[str, object]:
    return {"choices": [{"delta": {"content": content}, **more}]}


ENDED: dict[str, object] = {"choices": [{"delta": {}, "finish_reason": "stop"}]}


async def heard(server: ModelServer, *events: object, stop: tuple[str, ...] = ()) -> Sample:
    server.script(stream(*events))
    reply = await the_reply(server.url, Sampling(stop=stop, deadline_s=5.0))
    assert isinstance(reply, Sample), reply
    return reply


@pytest.mark.parametrize(
    ("text", "reply", "thoughts"),
    [
        ("<think>\nOkay.\n</think>\n\n  by simp", "  by simp", "Okay."),
        ("<think>\n\n</think>\n\nby simp", "by simp", ""),
        ("Okay.\n</think>\n\nby simp", "by simp", "Okay."),
        ("<think>theorem draft : 1 = 2 := by", "", "theorem draft : 1 = 2 := by"),
        ("<think>a <think>b</think> c</think>by simp", "by simp", "a b c"),
        ("Sure. <think>a</think>by simp <think>b", "Sure. by simp ", "ab"),
        ("<thinking>a</thinking>by simp", "by simp", "a"),
        ("[THINK]a[/THINK]by simp", "by simp", "a"),
        ("by simp [think, of] -- <thin", "by simp [think, of] -- <thin", ""),
    ],
)
async def test_thoughts_between_marks_are_no_part_of_a_reply(
    model_server: ModelServer, text: str, reply: str, thoughts: str
):
    got = await heard(model_server, *(said(letter) for letter in text), ENDED)

    assert (got.text, got.thoughts) == (reply, thoughts)


async def test_thoughts_that_hold_the_text_that_ends_a_reply_do_not_end_it(model_server: ModelServer):
    got = await heard(model_server, said("<think>```a```</think>by simp\n```\nmore"), ENDED, stop=("\n```",))

    assert (got.text, got.thoughts) == ("by simp", "```a```")


async def test_a_content_may_come_in_parts_some_of_which_think(model_server: ModelServer):
    thinks = {"type": "thinking", "thinking": [{"type": "text", "text": "Both are"}], "closed": True}
    parts = [{"type": "thinking", "thinking": " the same."}, {"type": "text", "text": "by "}]

    got = await heard(model_server, said([thinks]), said(parts), said("rfl"), said([]), ENDED)

    assert (got.text, got.thoughts, got.ending) == ("by rfl", "Both are the same.", Ending.COMPLETE)


@pytest.mark.parametrize(
    "delta",
    [
        {"content": None, "reasoning": "Both."},
        {"reasoning_content": None, "reasoning": "Both."},
        {"reasoning_content": "Both.", "reasoning": {"of": "another form"}},
        {"reasoning_content": "Both.", "reasoning": "Both."},
    ],
)
async def test_thoughts_apart_are_read_once_however_they_are_named(
    model_server: ModelServer, delta: dict[str, object]
):
    got = await heard(model_server, {"choices": [{"delta": delta}]}, said("by rfl"), ENDED)

    assert (got.text, got.thoughts) == ("by rfl", "Both.")


@pytest.mark.parametrize("count", [10.5, -1, "many", None, 10**12, {}])
async def test_a_wrong_count_costs_no_reply(model_server: ModelServer, count: object):
    usage = {"prompt_tokens": 7, "completion_tokens": count}

    got = await heard(model_server, said("by simp!"), ENDED, {"choices": [], "usage": usage})

    assert (got.text, got.tokens, got.prompt_tokens) == ("by simp!", 2, 7)


@pytest.mark.parametrize("event", [{"choices": None}, {"choices": [], "usage": "none"}, {"usage": 5}])
async def test_an_event_that_tells_nothing_of_the_reply_costs_no_reply(
    model_server: ModelServer, event: dict[str, object]
):
    counted = {"choices": None, "usage": {"prompt_tokens": 7, "completion_tokens": 3}}

    got = await heard(model_server, event, said("by simp"), ENDED, counted, event)

    assert (got.text, got.tokens, got.prompt_tokens) == ("by simp", 3, 7)


@pytest.mark.parametrize(
    ("reason", "ending"),
    [
        ("stop", Ending.COMPLETE),
        ("length", Ending.LENGTH),
        ("max_tokens", Ending.LENGTH),
        ("tool_calls", Ending.CALL),
        ("function_call", Ending.CALL),
        ("content_filter", Ending.WITHHELD),
        ("abort", Ending.CUT),
        (5, Ending.CUT),
    ],
)
async def test_how_a_reply_ended_is_what_its_server_says(
    model_server: ModelServer, reason: object, ending: Ending
):
    got = await heard(model_server, said("by simp", finish_reason=reason))

    assert (got.text, got.ending) == ("by simp", ending)


async def test_a_reply_ends_by_itself_at_the_text_that_ends_it_whatever_its_server_says(
    model_server: ModelServer,
):
    got = await heard(model_server, said("by simp\n```\nmore and", finish_reason="length"), stop=("\n```",))

    assert (got.text, got.ending) == ("by simp", Ending.COMPLETE)


async def test_characters_that_command_a_terminal_are_replaced(model_server: ModelServer):
    got = await heard(
        model_server,
        said("\x1b[31mred\x07\x9b0m\x7f\ta\r\nb\rc\n"),
        {"choices": [{"delta": {"reasoning": "\x1b]0;x"}}]},
    )

    assert got.text == "\ufffd[31mred\ufffd\ufffd0m\ufffd\ta\nb\ufffdc\n"
    assert got.thoughts == "\ufffd]0;x"


async def test_what_is_no_content_is_still_no_reply(model_server: ModelServer):
    model_server.script(stream(said(5), ENDED), stream(said([{"text": 5}]), ENDED))

    got = [await the_reply(model_server.url) for _ in range(2)]

    assert all(isinstance(reply, Unanswered) for reply in got)
