"""JSON for programs, described by /openapi.json."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from app.domain.events import Entry
from app.domain.job import Job, JobState
from app.reports import Certified, outcome_as_json
from app.store import journal
from app.web import forms
from app.web.fold import Progress, elapsed_s, standing
from app.web.forms import NewProblem
from app.web.pages import submit
from app.web.site import TheJob, TheSite, share_url
from app.web.stream import ResumeAfter

router = APIRouter(prefix="/api", tags=["problems"])
OutcomeName = Literal[
    "proved", "refuted", "inconsistent_hypotheses", "open", "not_a_statement", "undecided", "cancelled"
]


class Fault(BaseModel):
    field: str
    message: str


class Failure(BaseModel):
    """Why a request was not answered; `message` is for a person."""

    code: str
    message: str
    fields: list[Fault] = []


class FailureBody(BaseModel):
    error: Failure


class Accepted(BaseModel):
    """Where to look for what becomes of a problem."""

    id: str
    url: str
    events_url: str


class Place(BaseModel):
    """`line` counts from 1 and `column` from 0, in the text as it was given."""

    line: int
    column: int


class LeanMessage(Place):
    """One of Lean's messages."""

    severity: str
    text: str
    end_line: int
    end_column: int


class Standing(BaseModel):
    """Where a problem stands. Before the outcome there is no `proof`; `axioms` are those of the proof."""

    id: str
    url: str
    state: JobState
    outcome: OutcomeName | None = None
    statement: str | None = Field(default=None, description="The statement as it was locked.")
    proof: str | None = Field(default=None, description="A whole Lean file; of the negation, if refuted.")
    axioms: list[str] = []
    checks: int = Field(default=0, description="Lean checks so far.")
    elapsed_s: float = 0.0
    notes: list[str] = Field(default=[], description="What was changed in the text to get the statement.")
    counterexample: dict[str, str] | None = Field(
        default=None,
        description="If it is refuted by an example: the variables, in order, and values that make it false.",
    )
    reason: str | None = Field(default=None, description="Why it is open, undecided or not a statement.")
    goal: str | None = Field(default=None, description="The hardest goal left, if it is open.")
    attempts: list[str] = Field(default=[], description="Tactics that were tried in vain at `goal`.")
    position: Place | None = None
    messages: list[LeanMessage] = []
    share_url: str | None = None
    lean_version: str | None = None
    library: str | None = None


_FAILS = {"model": FailureBody}


@router.post("/problems", status_code=202, responses={413: _FAILS, 422: _FAILS})
def set_problem(sent: NewProblem, request: Request, site: TheSite) -> Accepted:
    """Set a problem. It is proved in the background; follow `events_url`, or ask `url` of the API again."""
    job = submit(site, forms.problem(sent.model_dump(), site.services.settings), None)
    events = request.url_for("follow_problem", id=job.id)
    return Accepted(id=job.id, url=_page(request, job), events_url=str(events))


@router.get("/problems/{id}", responses={404: _FAILS, 422: _FAILS})
def get_problem(job: TheJob, request: Request, site: TheSite) -> Standing:
    """Where a problem stands."""
    progress = standing(journal.entries(site.services.db, job.id))
    locked = progress.locked
    statement = locked.preamble + locked.signature if locked else None
    answer: dict[str, object] = {
        "id": job.id,
        "url": _page(request, job),
        "state": job.state,
        "statement": statement,
        "notes": locked.notes if locked else (),
        "checks": progress.checks,
        "elapsed_s": _elapsed_s(progress),
    }
    if progress.outcome:
        answer |= outcome_as_json(progress.outcome, statement)
    if isinstance(progress.outcome, Certified):
        certificate = progress.outcome.certificate
        answer |= {"lean_version": certificate.lean_version, "library": certificate.library}
        answer["share_url"] = share_url(request, job)
    return Standing.model_validate(answer)


@router.get("/problems/{id}/events", response_class=EventSourceResponse, responses={404: _FAILS})
async def follow_problem(job: TheJob, site: TheSite, after: ResumeAfter) -> AsyncIterator[ServerSentEvent]:
    """The journal as server-sent events: `id` is an entry's number, `event` its kind, `data` a line of JSON.

    Ends after the outcome. Send the last id seen as `Last-Event-ID`, or as `after`, to go on from there.
    """
    async for entry in site.feed.follow(job.id, after):
        yield ServerSentEvent(raw_data=_line(entry), event=type(entry.event).__name__, id=str(entry.number))


def _line(entry: Entry) -> str:
    payload = json.loads(journal.encode(entry.event))
    line = {"number": entry.number, "at": entry.at.isoformat(), "kind": type(entry.event).__name__} | payload
    return json.dumps(line, ensure_ascii=False)


def _page(request: Request, job: Job) -> str:
    return str(request.url_for("show_job", id=job.id))


def _elapsed_s(progress: Progress) -> float:
    return round(elapsed_s(progress, datetime.now(UTC)), 3)
