"""What the server is told to answer, and what it tells about the requests that it had."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

ALWAYS = 0


class Fault(StrEnum):
    """What is wrong with an answer."""

    NONE = "none"
    SILENCE = "silence"  # the request is read, and nothing is ever sent
    STALL = "stall"  # half of the answer, then nothing more
    CUT = "cut"  # half of the answer, then the connection ends
    UNENDED = "unended"  # all of the text, but no reason to end and no end of the stream
    GARBAGE = "garbage"  # half of the answer, then a line that is no JSON
    NOT_UTF8 = "not_utf8"  # half of the answer, then bytes that are no text
    NOT_JSON = "not_json"  # a page of HTML, said to be one
    NOT_A_REPLY = "not_a_reply"  # JSON, but of another form
    STREAM_ERROR = "stream_error"  # half of the answer, then an error within the stream
    FLOOD = "flood"  # 100 MB of well-formed answer
    FLOOD_LINE = "flood_line"  # 100 MB without the end of a line


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. It is for requests to `model` whose prompt holds `when`; empty ones are for all.

    With `having`, it is only for those that set this parameter.

    It is used `times`, `ALWAYS` for ever. `texts` are the choices of a request that asks for several, the
    last one repeated; `logprob` is that of each token; `after_s` passes before the first byte, and `rate` is
    tokens a second, 0 for all at once. `error` is what a `status` other than 200 says, and `raw` a body that
    is sent as it stands.
    """

    text: str = ""
    when: str = ""
    model: str = ""
    having: str = ""
    times: int = 1
    texts: tuple[str, ...] = ()
    thoughts: str = ""
    logprob: float | None = None
    finish: str = "stop"
    usage: bool = True
    after_s: float = 0.0
    rate: float = 0.0
    status: int = 200
    retry_after: str = ""
    location: str = ""
    error: str = "so says the script"
    raw: str = ""
    fault: Fault = Fault.NONE

    @classmethod
    def read(cls, told: dict[str, Any]) -> Answer:
        """From JSON, where what is left out is as above."""
        fault, texts = Fault(told.get("fault", Fault.NONE)), tuple(told.get("texts", ()))
        return cls(**told | {"fault": fault, "texts": texts})


@dataclass(slots=True)
class Asked:
    """One request, as `GET /log` tells it; times are those of `time.monotonic`.

    `disconnected_at` is None where the client heard the answer to its end.
    """

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    at: float
    answered_at: float | None = None
    disconnected_at: float | None = None

    @property
    def prompt(self) -> str:
        """The text that was sent: of all turns of a chat, or of a completion and what follows its gap."""
        turns = self.body.get("messages", ())
        texts = [turn["content"] for turn in turns] or [self.body.get("prompt"), self.body.get("suffix")]
        return "\n".join(text for text in texts if text)


@dataclass(slots=True)
class Script:
    """The answers that are left, and everything that was asked since it was set."""

    answers: list[Answer] = field(default_factory=list)
    models: tuple[str, ...] = ("scripted",)
    uses: dict[int, int] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)

    def answer(self, asked: Asked) -> Answer:
        for number, answer in enumerate(self.answers):
            if self._left(number, answer) and _fits(answer, asked):
                self.uses[number] = self.uses.get(number, 0) + 1
                return answer
        return Answer(status=400, error="The script has no answer to this.")

    def _left(self, number: int, answer: Answer) -> bool:
        return answer.times == ALWAYS or self.uses.get(number, 0) < answer.times


def _fits(answer: Answer, asked: Asked) -> bool:
    meant = answer.model in ("", asked.body.get("model")) and (answer.having or "model") in asked.body
    return meant and answer.when in asked.prompt


def tokens(text: str) -> list[str]:
    """The pieces in which a text is sent and counted: at most four characters and the space before them."""
    return re.findall(r"\s*\S{1,4}|\s+$", text)
