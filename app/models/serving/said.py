"""What a server streams, and the reply that becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import fsum, isfinite
from typing import Annotated

from pydantic import AliasChoices, BaseModel, Field

from app.domain.sampling import Ending, Sample
from app.models.serving.troubles import TooMuch

Count = Annotated[int, Field(ge=0, le=10**9)]
_BY_ITSELF = {"stop", "eos", "eos_token", "stop_sequence", "end_turn"}
_CHARS = 4  # of a token, roughly


class _Token(BaseModel):
    logprob: float | None = None


class _Logprobs(BaseModel):
    """Those of a chat are in `content`, those of a completion in `token_logprobs`."""

    content: list[_Token] | None = None
    token_logprobs: list[float | None] | None = None

    @property
    def values(self) -> list[float | None]:
        return self.token_logprobs or [token.logprob for token in self.content or ()]


class _Delta(BaseModel):
    content: str | None = None
    thoughts: str | None = Field(
        default=None, validation_alias=AliasChoices("reasoning_content", "reasoning")
    )


class _Choice(BaseModel):
    delta: _Delta | None = None
    text: str | None = None
    finish_reason: str | None = None
    logprobs: _Logprobs | None = None


class _Usage(BaseModel):
    prompt_tokens: Count | None = None
    completion_tokens: Count | None = None


class _Event(BaseModel):
    choices: list[_Choice] = []
    usage: _Usage | None = None


@dataclass(slots=True)
class Said:
    """Everything that has come so far of one reply of at most `chars` characters."""

    heard: Callable[[int], None]
    chars: int
    _texts: list[str] = field(default_factory=list)
    _thoughts: list[str] = field(default_factory=list)
    _logprobs: list[float | None] = field(default_factory=list)
    _usage: _Usage = field(default_factory=_Usage)
    _finish: str | None = None
    _estimate: int = 0
    began: bool = False

    def add(self, told: object) -> None:
        """Raises ValueError where `told` is no event of a reply, and TooMuch where the reply is too long."""
        event = _Event.model_validate(told)
        self._usage = event.usage or self._usage
        for choice in event.choices:
            self.began = True
            self._add(choice)

    def _add(self, choice: _Choice) -> None:
        text = (choice.delta and choice.delta.content) or choice.text or ""
        thoughts = (choice.delta and choice.delta.thoughts) or ""
        self._finish = choice.finish_reason or self._finish
        self._logprobs += choice.logprobs.values if choice.logprobs else ()
        if not text and not thoughts:
            return
        self.chars -= len(text) + len(thoughts)
        if self.chars < 0:
            raise TooMuch
        self._texts.append(text)
        self._thoughts.append(thoughts)
        tokens = estimate(text + thoughts)
        self._estimate += tokens
        self.heard(tokens)

    @property
    def anything(self) -> bool:
        return bool(self._texts)

    def sample(self, prompt: str, stop: tuple[str, ...], elapsed_s: float) -> Sample:
        """The reply; one that does not say how it ended was cut."""
        counted = self._usage.completion_tokens
        paid = self._usage.prompt_tokens
        return Sample(
            text=_without(stop, "".join(self._texts)),
            ending=self._ending,
            tokens=self._estimate if counted is None else counted,
            prompt_tokens=estimate(prompt) if paid is None else paid,
            elapsed_s=elapsed_s,
            thoughts=_storable("".join(self._thoughts)),
            logprob=self._logprob,
        )

    @property
    def _ending(self) -> Ending:
        if self._finish == "length":
            return Ending.LENGTH
        return Ending.COMPLETE if self._finish in _BY_ITSELF else Ending.CUT

    @property
    def _logprob(self) -> float | None:
        known = [value for value in self._logprobs if value is not None]
        if not known or len(known) < len(self._logprobs) or not all(map(isfinite, known)):
            return None
        return fsum(known)


def estimate(text: str) -> int:
    """How many tokens a text has, where nobody has counted them."""
    return max(1, round(len(text) / _CHARS)) if text else 0


def _without(stop: tuple[str, ...], text: str) -> str:
    """Some servers leave the text that ended the reply in it."""
    for end in stop:
        text = text.partition(end)[0]
    return _storable(text)


def _storable(text: str) -> str:
    """Without halves of characters, and without NUL, which no database keeps in a text."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "\ufffd")
