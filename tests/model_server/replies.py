"""The bodies of answers, as OpenAI-compatible servers write them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.model_server.script import Answer, Asked, tokens

CHAT = "/v1/chat/completions"
COMPLETIONS = "/v1/completions"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice as its pieces, thoughts first."""

    index: int
    thoughts: list[str]
    text: list[str]
    finish: str

    @property
    def count(self) -> int:
        return len(self.thoughts) + len(self.text)


def choices(answer: Answer, asked: Asked) -> list[Choice]:
    """What the answer says, cut where the request wants it to end."""
    texts = answer.texts or (answer.text,)
    wanted = int(asked.body.get("n") or 1)
    return [_choice(index, texts[min(index, len(texts) - 1)], answer, asked) for index in range(wanted)]


def _choice(index: int, text: str, answer: Answer, asked: Asked) -> Choice:
    stops = asked.body.get("stop") or []
    for stop in [stops] if isinstance(stops, str) else stops:
        text = text.partition(stop)[0]
    thoughts, said, finish = tokens(answer.thoughts), tokens(text), answer.finish
    limit = asked.body.get("max_tokens") or asked.body.get("max_completion_tokens")
    if limit and len(thoughts) + len(said) > limit:
        said, finish = said[: max(0, limit - len(thoughts))], "length"
        thoughts = thoughts[:limit]
    return Choice(index, thoughts, said, finish)


def usage(answer: Answer, asked: Asked, said: list[Choice]) -> dict[str, int]:
    prompt, completion = len(tokens(asked.prompt)), sum(choice.count for choice in said)
    return {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion}


def whole(answer: Answer, asked: Asked) -> dict[str, Any]:
    """The body of an answer that is not streamed."""
    said = choices(answer, asked)
    body = _envelope(asked, "chat.completion" if _is_chat(asked) else "text_completion")
    body["choices"] = [_whole_choice(choice, answer, asked) for choice in said]
    return body | ({"usage": usage(answer, asked, said)} if answer.usage else {})


def _whole_choice(choice: Choice, answer: Answer, asked: Asked) -> dict[str, Any]:
    told: dict[str, Any] = {"index": choice.index, "finish_reason": choice.finish}
    told["logprobs"] = _logprobs(choice.text, answer, asked)
    if not _is_chat(asked):
        return told | {"text": "".join(choice.text)}
    message = {"role": "assistant", "content": "".join(choice.text)}
    thoughts = {"reasoning_content": "".join(choice.thoughts)} if choice.thoughts else {}
    return told | {"message": message | thoughts}


def pieces(answer: Answer, asked: Asked) -> Iterator[dict[str, Any]]:
    """The events of an answer that is streamed, one token each, all choices in turn."""
    said = choices(answer, asked)
    for number in range(max(choice.count for choice in said)):
        for choice in said:
            if number < choice.count:
                yield event(asked, _piece(choice, number, answer, asked))


def endings(answer: Answer, asked: Asked) -> Iterator[dict[str, Any]]:
    """The events behind the last token."""
    said = choices(answer, asked)
    for choice in said:
        delta: dict[str, Any] = {"delta": {}} if _is_chat(asked) else {"text": ""}
        yield event(asked, {"index": choice.index, "finish_reason": choice.finish} | delta)
    if answer.usage and (asked.body.get("stream_options") or {}).get("include_usage"):
        yield event(asked) | {"usage": usage(answer, asked, said)}


def event(asked: Asked, *told: dict[str, Any]) -> dict[str, Any]:
    kind = "chat.completion.chunk" if _is_chat(asked) else "text_completion"
    return _envelope(asked, kind) | {"choices": list(told)}


def _piece(choice: Choice, number: int, answer: Answer, asked: Asked) -> dict[str, Any]:
    told: dict[str, Any] = {"index": choice.index, "finish_reason": None}
    if number < len(choice.thoughts):
        return told | {"delta": {"reasoning_content": choice.thoughts[number]}}
    token = choice.text[number - len(choice.thoughts)]
    told["logprobs"] = _logprobs([token], answer, asked)
    return told | ({"delta": {"content": token}} if _is_chat(asked) else {"text": token})


def _logprobs(said: list[str], answer: Answer, asked: Asked) -> dict[str, Any] | None:
    if answer.logprob is None or asked.body.get("logprobs") in (None, False):
        return None
    if _is_chat(asked):
        return {"content": [{"token": t, "logprob": answer.logprob, "top_logprobs": []} for t in said]}
    return {"tokens": said, "token_logprobs": [answer.logprob for _ in said]}


def _envelope(asked: Asked, kind: str) -> dict[str, Any]:
    return {"id": "scripted", "object": kind, "created": 0, "model": asked.body.get("model", "")}


def _is_chat(asked: Asked) -> bool:
    return asked.path == CHAT


def server_sent(told: dict[str, Any]) -> bytes:
    return b"data: " + json.dumps(told, ensure_ascii=False).encode() + b"\n\n"
