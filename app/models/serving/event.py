"""An event of a stream: what servers write in several ways is read as one.

What a reply can do without, such as a count, is left out where it cannot be read.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

_T = TypeVar("_T")
_THOUGHTS = {"thinking", "reasoning"}


def _if_readable(told: object, read: ValidatorFunctionWrapHandler) -> object:
    try:
        return read(told)
    except ValidationError:
        return None


def _in_parts(told: object) -> object:
    """A text is one part; some servers send several, of which those that think hold parts themselves."""
    return [{"text": told}] if isinstance(told, str) else told or []


Aside = Annotated[_T | None, WrapValidator(_if_readable)]
Parts = Annotated["list[_Part]", BeforeValidator(_in_parts)]
Count = Annotated[int, Field(ge=0, le=10**9)]


class _Part(BaseModel):
    type: str = "text"
    text: str | None = None
    thinking: Parts = []

    @property
    def all(self) -> str:
        return self.text or "".join(part.all for part in self.thinking)


class Delta(BaseModel):
    """A few more tokens of a chat: of the reply, or of thoughts, which servers name in several ways."""

    content: Parts = []
    reasoning_content: Aside[str] = None
    reasoning: Aside[str] = None

    @property
    def text(self) -> str:
        return "".join(part.all for part in self.content if part.type not in _THOUGHTS)

    @property
    def thoughts(self) -> str:
        among = "".join(part.all for part in self.content if part.type in _THOUGHTS)
        return self.reasoning_content or self.reasoning or among


class _Token(BaseModel):
    logprob: float | None = None


class _Logprobs(BaseModel):
    """Those of a chat are in `content`, those of a completion in `token_logprobs`."""

    content: list[_Token] | None = None
    token_logprobs: list[float | None] | None = None

    @property
    def values(self) -> list[float | None]:
        return self.token_logprobs or [token.logprob for token in self.content or ()]


class Choice(BaseModel):
    """What has come of one reply: `delta` in a chat, `text` of a completion."""

    delta: Delta | None = None
    text: str | None = None
    finish_reason: Aside[str] = None
    logprobs: _Logprobs | None = None


class Usage(BaseModel):
    """What the server has counted so far."""

    prompt_tokens: Aside[Count] = None
    completion_tokens: Aside[Count] = None


class Event(BaseModel):
    """`choices` is empty where the event tells something else, such as the usage."""

    choices: list[Choice] | None = None
    usage: Aside[Usage] = None
