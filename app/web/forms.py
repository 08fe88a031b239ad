"""What may be sent: one model for the form and for the API, with a message for each thing that is wrong."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from app.domain.errors import LemmataError, NotAStatement
from app.domain.gate import refused_words
from app.domain.problem import Problem
from app.domain.prose import in_words
from app.settings import Settings
from app.store.holdings import TITLE_LENGTH

ENVIRONMENTS = ("core",)
SECONDS = (10, 30, 60, 300)
NO_TRANSLATOR = "No model is configured here that could translate it; state it in Lean."
_FALLBACK = {
    "seconds": "Choose a number of seconds.",
    "text": "Type a theorem as Unicode text.",
    "read_as": "A text is read as `lean` or as `words`.",
    "words": "Send the words as Unicode text.",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field of a form."""

    field: str
    message: str


class UnacceptableProblem(LemmataError):
    """Something was sent that cannot become a problem; `faults` has at least one element."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(" ".join(fault.message for fault in faults))
        self.faults = faults


class ReadsLikeWords(UnacceptableProblem):
    """A problem in words where nothing translates; whoever sends it as Lean all the same may do so."""

    def __init__(self) -> None:
        super().__init__((Fault("text", f"This reads like a problem in words. {NO_TRANSLATOR}"),))


class NewProblem(BaseModel):
    """A problem to set. A field of another name is refused: it would be one that was misspelled."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(
        description="Lean 4: definitions, if any, and then one theorem. Its proof may be left out. Or a "
        "problem in words, where a model is configured that translates."
    )
    words: str = Field("", description="The words that `text` translates, if it is a translation.")
    read_as: Literal["lean", "words"] | None = Field(
        None, description="What `text` is; left out, that is told by how it reads."
    )
    environment: str = Field("core", description="The library to prove it in; `core` is the built-in one.")
    seconds: float | None = Field(None, description="Wall-clock budget of the whole job.")


class _Submission(NewProblem):
    """Validated with the settings as context."""

    @field_validator("text")
    @classmethod
    def _usable(cls, text: str, info: ValidationInfo) -> str:
        text = _in_lines(text)
        if not text.strip():
            raise _fault("Type a theorem first.")
        return _acceptable(text, info)

    @field_validator("words")
    @classmethod
    def _readable(cls, words: str, info: ValidationInfo) -> str:
        return _acceptable(_in_lines(words).strip(), info)

    @field_validator("environment")
    @classmethod
    def _known(cls, environment: str) -> str:
        if environment not in ENVIRONMENTS:
            raise _fault("There is no such environment here; `core` is the built-in one.")
        return environment

    @field_validator("seconds", "read_as", mode="before")
    @classmethod
    def _absent(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("seconds")
    @classmethod
    def _affordable(cls, seconds: float | None, info: ValidationInfo) -> float:
        settings = _settings(info)
        seconds = min(settings.default_s, settings.longest_s) if seconds is None else seconds
        if not (math.isfinite(seconds) and 0 < seconds <= settings.longest_s):
            raise _fault(f"Choose more than 0 and at most {settings.longest_s:g} seconds.")
        return seconds


def problem(fields: Mapping[str, object], settings: Settings) -> Problem:
    """The problem in these fields. Raises UnacceptableProblem; ReadsLikeWords is one."""
    try:
        sent = _Submission.model_validate(fields, context=settings)
    except ValidationError as error:
        raise UnacceptableProblem(faults(error)) from error
    prose = sent.read_as == "words" or (sent.read_as is None and in_words(sent.text))
    if prose and not settings.speaks:
        raise UnacceptableProblem((Fault("text", NO_TRANSLATOR),)) if sent.read_as else ReadsLikeWords
    words = "" if prose else sent.words
    return Problem(sent.text, sent.environment, sent.seconds or settings.default_s, words, prose)


def tactics(text: str, settings: Settings) -> str:
    """What a person wants at a node, which may be nothing. Raises UnacceptableProblem."""
    text = _in_lines(text) if text.strip() else ""
    if complaint := _too_long(text, settings) or _unreadable(text) or _forbidden(text):
        raise UnacceptableProblem((Fault("text", complaint),))
    return text


def title(text: str) -> str | None:
    """A name for a job in one line; None for an empty one. Raises UnacceptableProblem."""
    text = " ".join(text.split())
    if len(text) > TITLE_LENGTH:
        raise UnacceptableProblem((Fault("title", f"A name has at most {TITLE_LENGTH} characters."),))
    if complaint := _unreadable(text):
        raise UnacceptableProblem((Fault("title", complaint),))
    return text or None


def search_words(text: str) -> str:
    """What to look for, in one line; a character that cannot be printed is in no text that was accepted."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def faults(error: ValidationError) -> tuple[Fault, ...]:
    """A message for a person for each thing that pydantic found."""
    return tuple(
        Fault(field, detail["msg"] if detail["type"] == "fault" else _FALLBACK.get(field, detail["msg"]))
        for detail in error.errors()
        for field in [str(detail["loc"][0])]
    )


def _in_lines(text: str) -> str:
    """A browser ends lines in two characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _acceptable(text: str, info: ValidationInfo) -> str:
    if complaint := _too_long(text, _settings(info)) or _unreadable(text):
        raise _fault(complaint)
    return text


def _too_long(text: str, settings: Settings) -> str | None:
    limit = settings.text_limit
    long = f"This text has {len(text):,} characters; at most {limit:,} are read."
    return long if len(text) > limit else None


def _forbidden(text: str) -> str | None:
    """What may not be part of a proof, so that nobody waits for a job to hear it."""
    try:
        refused = refused_words(text)
    except NotAStatement as error:
        return str(error)
    return f"Line {refused[0].position.line}, `{refused[0].word}`: {refused[0].reason}." if refused else None


def _unreadable(text: str) -> str | None:
    for number, line in enumerate(text.split("\n"), 1):
        for character in line:
            if character == "\N{REPLACEMENT CHARACTER}":
                return f"Line {number} was not sent as UTF-8 text."
            if unicodedata.category(character) in ("Cc", "Cs") and character != "\t":
                return f"Line {number} holds a control character, U+{ord(character):04X}. Delete it first."
    return None


def _settings(info: ValidationInfo) -> Settings:
    if not isinstance(info.context, Settings):
        raise TypeError("the settings are the context of this validation")
    return info.context


def _fault(message: str) -> PydanticCustomError:
    return PydanticCustomError("fault", "{words}", {"words": message})
