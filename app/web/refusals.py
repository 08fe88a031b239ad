"""One table from errors to statuses and words, for pages and for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fastapi import Request
from sqlalchemy.exc import SQLAlchemyError

from app.domain import errors
from app.web.forms import UnacceptableProblem
from app.web.limits import in_words

STATUS: Mapping[type[errors.LemmataError], int] = {
    UnacceptableProblem: 422,
    errors.NotAStatement: 422,
    errors.UnknownEnvironment: 422,
    errors.NotYours: 403,
    errors.JobNotFound: 404,
    errors.LeaseLost: 409,
    errors.LimitReached: 429,
    errors.CheckerUnavailable: 503,
    errors.CoreBuildFailed: 503,
    errors.NoJail: 503,
}
_STORE_RETRY_S = 5
_STORE = {
    "locked": "The database is busy with something else.",
    "disk is full": "The disk of this server is full.",
    "no space left": "The disk of this server is full.",
    "disk i/o error": "The disk of this server cannot be written.",
    "readonly": "The database of this server cannot be written.",
    "read-only": "The database of this server cannot be written.",
}  # what SQLite and PostgreSQL say, in lower case


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done: an HTTP status, words for a person, and headers."""

    status: int
    words: str
    headers: Mapping[str, str] = field(default_factory=dict)


def refusal_of(error: errors.LemmataError | SQLAlchemyError) -> Refusal:
    """What is answered to a request that ended with `error`."""
    match error:
        case SQLAlchemyError():
            words = f"{_store(error)} Nothing was stored; try again in a moment."
            return Refusal(503, words, _later(_STORE_RETRY_S))
        case errors.LimitReached(retry_after_s=seconds):
            return Refusal(429, f"{error} Try again in {in_words(seconds)}.", _later(seconds))
        case _:
            status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
            return Refusal(status, str(error))


def note_refusal(request: Request, error: Exception) -> None:
    """Keep for the numbers why a request was refused, if it was too much."""
    if isinstance(error, errors.LimitReached):
        request.state.refused = error.reason


def _store(error: SQLAlchemyError) -> str:
    said = str(getattr(error, "orig", None) or "").lower()
    return next((words for sign, words in _STORE.items() if sign in said), "The database cannot be reached.")


def _later(seconds: int) -> dict[str, str]:
    return {"Retry-After": str(seconds)}
