"""What a server streams, and the reply that becomes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from math import fsum, isfinite

from app.domain.sampling import Ending, Sample
from app.models.serving.event import Choice, Delta, Event, Usage
from app.models.serving.troubles import TooMuch

_ENDINGS = {
    **dict.fromkeys(("stop", "eos", "eos_token", "stop_sequence", "end_turn"), Ending.COMPLETE),
    **dict.fromkeys(("length", "max_tokens"), Ending.LENGTH),
    **dict.fromkeys(("tool_calls", "function_call"), Ending.CALL),
    "content_filter": Ending.WITHHELD,
}
_CHARS = 4  # of a token, roughly
_THINK = re.compile(r"(</?think(?:ing)?>|\[/?THINK\])")
_CONTROL = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(slots=True)
class Said:
    """Everything that has come so far of one reply of at most `chars` characters."""

    heard: Callable[[int], None]
    chars: int
    _texts: list[str] = field(default_factory=list)
    _thoughts: list[str] = field(default_factory=list)
    _logprobs: list[float | None] = field(default_factory=list)
    _usage: Usage = field(default_factory=Usage)
    _finish: str = ""
    _estimate: int = 0
    began: bool = False

    def add(self, told: object) -> None:
        """Raises ValueError where `told` is no event of a reply, and TooMuch where the reply is too long."""
        event = Event.model_validate(told)
        if event.usage:
            self._usage = self._usage.model_copy(update=event.usage.model_dump(exclude_none=True))
        for choice in event.choices or ():
            self.began = True
            self._add(choice)

    def _add(self, choice: Choice) -> None:
        delta = choice.delta or Delta()
        text, thoughts = delta.text or choice.text or "", delta.thoughts
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
        """The reply, up to one of the texts that `stop` it; one that does not say how it ended was cut."""
        counted, paid = self._usage.completion_tokens, self._usage.prompt_tokens
        whole, among = _thoughts_apart("".join(self._texts))
        text = _without(stop, whole)
        return Sample(
            text=_storable(text),
            ending=Ending.COMPLETE if text != whole else _ENDINGS.get(self._finish, Ending.CUT),
            tokens=self._estimate if counted is None else counted,
            prompt_tokens=estimate(prompt) if paid is None else paid,
            elapsed_s=elapsed_s,
            thoughts=_storable("".join([*self._thoughts, among])),
            logprob=self._logprob,
        )

    @property
    def _logprob(self) -> float | None:
        known = [value for value in self._logprobs if value is not None]
        if not known or len(known) < len(self._logprobs) or not all(map(isfinite, known)):
            return None
        return fsum(known)


def estimate(text: str) -> int:
    """How many tokens a text has, where nobody has counted them."""
    return max(1, round(len(text) / _CHARS)) if text else 0


def _thoughts_apart(text: str) -> tuple[str, str]:
    """The reply, and what a model has thought in it between marks.

    The prompt may hold the first mark, so that only the last is in the text; the last is missing where the
    model was cut while it thought.
    """
    said, thoughts = list[str](), list[str]()
    thinking = False
    for piece in _THINK.split(text):
        if not _THINK.fullmatch(piece):
            (thoughts if thinking else said).append(piece)
        elif "/" not in piece:
            thinking = True
        else:
            if not thinking:
                thoughts, said = thoughts + said, []
            thinking = False
    return "".join(said).lstrip("\n" if thoughts else ""), "".join(thoughts).strip()


def _without(stop: tuple[str, ...], text: str) -> str:
    """Some servers leave the text that ended the reply in it."""
    for end in stop:
        text = text.partition(end)[0]
    return text


def _storable(text: str) -> str:
    """Without halves of characters, and without those that command a terminal or that no database keeps."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\r\n", "\n")
    return _CONTROL.sub("\ufffd", whole)
