"""What foreign exceptions mean: one table, and the sentence that a person reads.

No sentence quotes what the server said or was told, as that may hold a key or the prompt.
"""

from __future__ import annotations

import re
from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2
from openai import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    InternalServerError,
    OpenAIError,
    RateLimitError,
)

from app.domain.sampling import Role, Trouble, Unanswered


class TooMuch(Exception):
    """More came than is read of one answer."""


# ValueError covers JSON, UTF-8 and pydantic; deeply nested JSON is a RecursionError.
FOREIGN = (OpenAIError, httpx2.HTTPError, httpx2.StreamError, TooMuch, ValueError, RecursionError, OSError)
_TABLE: tuple[tuple[type[BaseException], Trouble], ...] = (
    (TooMuch, Trouble.TOO_LONG),
    (httpx2.ConnectError, Trouble.UNREACHABLE),
    (httpx2.ConnectTimeout, Trouble.UNREACHABLE),
    (APITimeoutError, Trouble.SILENT),
    (httpx2.TimeoutException, Trouble.SILENT),
    (httpx2.DecodingError, Trouble.UNREADABLE),
    (APIConnectionError, Trouble.UNREACHABLE),
    (httpx2.HTTPError, Trouble.UNREACHABLE),
    (OSError, Trouble.UNREACHABLE),
    (RateLimitError, Trouble.BUSY),
    (InternalServerError, Trouble.FAILED),
    (APIStatusError, Trouble.REFUSED),
    (APIError, Trouble.FAILED),  # an error within a stream
    (Exception, Trouble.UNREADABLE),
)
# Words of OpenAI, Mistral, Gemini and pydantic; a prompt or a limit that is too long has none of them.
_NOT_TAKEN = re.compile(
    r"unsupported|not support|unknown|unrecogni[sz]ed|unexpected|not permitted|not allowed|cannot both", re.I
)
_OPTIONAL = re.compile(r"\b(?:max_tokens|temperature|top_p|stop|seed|stream_options|logprobs)\b")
_READ = 1000  # characters of a refusal
_LOADING = 503  # a server that still loads its model asks for patience
_WRONG = {400, 422}  # what the request says


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a request has no answer; `status` is that of HTTP, `wait_s` what the server asks to wait.

    `parameter` names what the server does not take, where the request may be made without it.
    """

    trouble: Trouble
    status: int | None = None
    wait_s: float | None = None
    parameter: str = ""


def understood(error: Exception, sent: Container[str] = ()) -> Failure:
    """What it means to a request with the parameters that were `sent`."""
    if isinstance(error, APIStatusError):
        status, wait_s = error.status_code, _retry_after(error.response.headers.get("retry-after"))
        trouble = Trouble.BUSY if status == _LOADING else _trouble(error)
        told = error.response.text[:_READ] if status in _WRONG and error.body else ""
        return Failure(trouble, status, wait_s, _not_taken(told, sent))
    return Failure(_trouble(error))


def _not_taken(told: str, sent: Container[str]) -> str:
    """The first parameter that a refusal names, if it is for this that the request is refused."""
    named = _OPTIONAL.findall(told) if _NOT_TAKEN.search(told) else ()
    return next((name for name in named if name in sent), "")


def _trouble(error: Exception) -> Trouble:
    """By the cause first: the client tells less than what it caught."""
    cause = error.__cause__ if isinstance(error, APIConnectionError) else None
    found = [trouble for each in (cause, error) for kind, trouble in _TABLE if isinstance(each, kind)]
    return found[0]


def _retry_after(text: str | None) -> float | None:
    """Seconds, which the header says or counts to a date; None for whatever else it says."""
    if not text:
        return None
    with suppress(ValueError):
        return float(text)
    try:
        return (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None


def unanswered(failure: Failure, role: Role, url: str, model: str) -> Unanswered:
    """Say what happened to whom, and what to do about it."""
    named = f"LEMMATA_{role.upper()}"
    whole = f"The {role} model {_said(failure, named, url, model)}"
    return Unanswered(failure.trouble, whole)


def _said(failure: Failure, named: str, url: str, model: str) -> str:
    match failure.trouble, failure.status:
        case Trouble.UNREACHABLE, _:
            return f"cannot be reached at {url}, or hung up. Start its server, or set {named}_URL."
        case Trouble.LATE, _:
            return "did not finish in the time that was left."
        case Trouble.SILENT, _:
            return "sent nothing for too long. Its server may be overloaded; try again later."
        case Trouble.BUSY, _:
            return "is busy for longer than there was time. Try again later, or lower the load on its server."
        case Trouble.TOO_LONG, _:
            return "gave an answer that is longer than is read, so it was cut off and not used."
        case Trouble.UNREADABLE, _:
            return f"answered in a form that cannot be read. {url} may not be an OpenAI-compatible address."
        case Trouble.REFUSED, 401 | 403:
            return f"refused the key. Set {named}_KEY or {named}_KEY_FILE to one that its server accepts."
        case Trouble.REFUSED, 404:
            return f"is not there: its server has no `{model}`, or cannot do this. Check {named}_MODEL."
        case Trouble.REFUSED, 402:
            return "refused to work unpaid: the account behind the key has no balance left."
        case Trouble.REFUSED, int(status):
            return f"refused the request (HTTP {status}): it may be too long, or of a kind that it cannot do."
        case _, int(status):
            return f"failed (HTTP {status}). The log of its server says why."
        case _:
            return "failed while it answered. The log of its server says why."
