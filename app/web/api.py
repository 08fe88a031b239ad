"""JSON for programs, described by /openapi.json."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.sse import format_sse_event
from pydantic import BaseModel, Field

from app.domain.events import Entry
from app.domain.job import Job, JobState
from app.reports import Certified, outcome_as_json
from app.store import holdings, journal, queries
from app.trust.signing import as_json
from app.web import forms
from app.web.event_stream import HEARTBEAT_S, EventStream, told
from app.web.fold import Progress, elapsed_s
from app.web.forms import NewProblem
from app.web.site import OwnJob, Site, TheJob, TheSite, TheViewer, public, share_url
from app.web.stream import APlace, ResumeAfter
from app.web.submission import submit

router = APIRouter(prefix="/api", tags=["problems"])
OutcomeName = Literal[
    "proved",
    "refuted",
    "inconsistent_hypotheses",
    "open",
    "not_a_statement",
    "formalized",
    "undecided",
    "cancelled",
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


class Proposed(BaseModel):
    """A statement for a problem in words; `votes` of all that were proposed mean the same."""

    statement: str
    votes: int
    words: str = Field(description="What it says, in words, by a reader that does not know the problem.")
    differs: str | None = Field(default=None, description="How that differs from the problem.")
    compared: bool = Field(default=True, description="Whether a model has told if it differs.")
    contradictory: bool = Field(default=False, description="Whether its hypotheses contradict each other.")
    warnings: list[str] = []


class InQueue(BaseModel):
    """`ahead` problems come before this one, of `waiting` in all; `running` are being worked on."""

    ahead: int
    waiting: int
    running: int


class Standing(BaseModel):
    """Where a problem stands. Before the outcome there is no `proof`; `axioms` are those of the proof."""

    id: str
    url: str
    title: str | None = Field(default=None, description="What its owner calls it.")
    state: JobState
    queue: InQueue | None = Field(default=None, description="How it stands while it waits for a worker.")
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
    certificate: dict[str, Any] | None = Field(default=None, description="The certificate of the proof.")
    warnings: list[str] = Field(default=[], description="What is easily overlooked in the statement.")
    elaborated: str | None = Field(default=None, description="The statement as Lean reads it, in full.")
    words: str | None = Field(default=None, description="The words that the statement translates.")
    candidates: list[Proposed] = Field(default=[], description="Statements for a problem in words.")
    answer: str | None = Field(default=None, description="What most solutions end with; nothing is proved.")


FAILS: dict[str, Any] = {"model": FailureBody}
_FAILS_AS_JSON: dict[str, Any] = {
    "description": "In JSON, where no stream can be begun",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/FailureBody"}}},
}
_EVENT = {
    "type": "object",
    "required": ["id", "event", "data"],
    "properties": {name: {"type": "string"} for name in ("id", "event", "data")},
}
_STREAM: dict[int | str, dict[str, Any]] = {
    200: {"description": "Its events", "content": {"text/event-stream": {"schema": _EVENT}}},
    **dict.fromkeys((404, 422, 429, 503), _FAILS_AS_JSON),
}


@router.post("/problems", status_code=202, responses={413: FAILS, 422: FAILS, 429: FAILS, 503: FAILS})
def set_problem(sent: NewProblem, request: Request, site: TheSite) -> Accepted:
    """Set a problem. It is proved in the background; follow `events_url`, or ask for its standing.

    A status of 429 or 503 comes with `Retry-After`, in seconds.
    """
    problem = forms.problem(sent.model_dump(), site.services.settings)
    job = submit(site, problem, site.owners.of(request), site.owners.account(request))
    events = public(request, site, "follow_problem", id=job.id)
    return Accepted(id=job.id, url=_page(request, site, job), events_url=events)


@router.post("/problems/{id}/cancel", status_code=204, responses={403: FAILS, 404: FAILS})
def cancel_problem(job: OwnJob, site: TheSite) -> Response:
    """Ask the worker to stop; the outcome `cancelled` follows. An ended problem stays as it is."""
    queries.request_cancel(site.services.db, job.id)
    return Response(status_code=204)


@router.delete("/problems/{id}", status_code=204, responses={403: FAILS, 404: FAILS})
def delete_problem(job: OwnJob, site: TheSite) -> Response:
    """Forget a problem, its proof and its links for ever; if it is running it is stopped."""
    holdings.delete_job(site.services.db, job.id)
    return Response(status_code=204)


@router.get("/problems/{id}", responses={404: FAILS, 422: FAILS})
def get_problem(job: TheJob, request: Request, site: TheSite) -> Standing:
    """Where a problem stands."""
    progress = site.standings.of(job.id)
    waiting = job.state is JobState.QUEUED
    queue = queries.place_in_queue(site.services.db, job.id) if waiting else None
    locked = progress.locked
    statement = locked.preamble + locked.signature if locked else None
    answer: dict[str, object] = {
        "id": job.id,
        "url": _page(request, site, job),
        "title": job.title,
        "state": job.state,
        "queue": asdict(queue) if queue else None,
        "statement": statement,
        "notes": locked.notes if locked else (),
        "warnings": [warning.text for warning in progress.warnings],
        "elaborated": progress.elaborated or None,
        "checks": progress.checks,
        "elapsed_s": _elapsed_s(progress),
        "words": job.problem.words or None,
    }
    if progress.outcome:
        answer |= outcome_as_json(progress.outcome, statement) | {"checks": progress.checks}
    if isinstance(progress.outcome, Certified):
        certificate = progress.outcome.certificate
        answer |= {"lean_version": certificate.versions["lean"]}
        answer |= {"library": certificate.hashes["library"], "certificate": as_json(certificate)}
        answer["share_url"] = share_url(request, site, job) or None
    return Standing.model_validate(answer)


@router.get(
    "/problems/{id}/events",
    response_class=EventStream,
    responses=_STREAM,
)
async def follow_problem(
    job: TheJob, site: TheSite, viewer: TheViewer, after: ResumeAfter, held: APlace
) -> EventStream:
    """The journal as server-sent events: `id` is an entry's number, `event` its kind, `data` a line of JSON.

    Ends after the outcome. Send the last id seen as `Last-Event-ID`, or as `after`, to go on from there.
    A status of 429 or 503 comes with `Retry-After`, in seconds.
    """

    async def event(entry: Entry) -> bytes:
        key = (job.id, entry.number)
        line = site.lines.get(key)
        if line is None:
            line = _line(entry)
            site.lines.put(key, line)
        return line

    news = site.feed.batches(job.id, min(after, job.latest), viewer.owns, silence_s=HEARTBEAT_S)
    return EventStream(told(news, event))


def _line(entry: Entry) -> bytes:
    kind, payload = type(entry.event).__name__, json.loads(journal.encode(entry.event))
    line = {"number": entry.number, "at": entry.at.isoformat(), "kind": kind} | payload
    return format_sse_event(data_str=json.dumps(line, ensure_ascii=False), event=kind, id=str(entry.number))


def _page(request: Request, site: Site, job: Job) -> str:
    return public(request, site, "show_job", id=job.id)


def _elapsed_s(progress: Progress) -> float:
    return round(elapsed_s(progress, datetime.now(UTC)), 3)
