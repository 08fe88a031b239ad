"""What may be sent: one model for the form and for the API, with a message for each thing that is wrong."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from app.domain.errors import LemmataError
from app.domain.problem import Problem
from app.settings import Settings
from app.store.holdings import TITLE_LENGTH

ENVIRONMENTS = ("core",)
SECONDS = (10, 30, 60, 300)
_FALLBACK = {"seconds": "Choose a number of seconds.", "text": "Type a theorem as Unicode text."}


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


class NewProblem(BaseModel):
    """A problem to set. A field of another name is refused: it would be one that was misspelled."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(
        description="Lean 4: definitions, if any, and then one theorem. Its proof may be left out."
    )
    environment: str = Field("core", description="The library to prove it in; `core` is the built-in one.")
    seconds: float | None = Field(None, description="Wall-clock budget of the whole job.")


class _Submission(NewProblem):
    """Validated with the settings as context."""

    @field_validator("text")
    @classmethod
    def _usable(cls, text: str, info: ValidationInfo) -> str:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            raise _fault("Type a theorem first.")
        limit = _settings(info).text_limit
        if len(text) > limit:
            raise _fault(f"This text has {len(text):,} characters; at most {limit:,} are read.")
        if complaint := _unreadable(text):
            raise _fault(complaint)
        return text

    @field_validator("environment")
    @classmethod
    def _known(cls, environment: str) -> str:
        if environment not in ENVIRONMENTS:
            raise _fault("There is no such environment here; `core` is the built-in one.")
        return environment

    @field_validator("seconds", mode="before")
    @classmethod
    def _absent(cls, seconds: object) -> object:
        return None if seconds == "" else seconds

    @field_validator("seconds")
    @classmethod
    def _affordable(cls, seconds: float | None, info: ValidationInfo) -> float:
        settings = _settings(info)
        seconds = min(settings.default_s, settings.longest_s) if seconds is None else seconds
        if not (math.isfinite(seconds) and 0 < seconds <= settings.longest_s):
            raise _fault(f"Choose more than 0 and at most {settings.longest_s:g} seconds.")
        return seconds


def problem(fields: Mapping[str, object], settings: Settings) -> Problem:
    """The problem in these fields. Raises UnacceptableProblem."""
    try:
        sent = _Submission.model_validate(fields, context=settings)
    except ValidationError as error:
        raise UnacceptableProblem(faults(error)) from error
    return Problem(sent.text, sent.environment, sent.seconds or settings.default_s)


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
