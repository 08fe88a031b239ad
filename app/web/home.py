"""The form: words or Lean come in, and become a job; nothing that was typed is lost."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.exc import SQLAlchemyError

from app.domain.errors import JobNotFound, LimitReached, NoJail
from app.domain.events import Formalized
from app.domain.job import Job
from app.domain.problem import Problem
from app.domain.prose import in_words
from app.store import holdings, queries
from app.web import forms
from app.web.home_views import EXAMPLES, HomePage, recent
from app.web.refusals import note_refusal, refusal_of
from app.web.site import Site, TheSite, find_job
from app.web.submission import submit

RECENT = 8
router = APIRouter(include_in_schema=False)


@router.get("/")
def home(
    request: Request,
    site: TheSite,
    example: Annotated[str, Query(max_length=64)] = "",
    again: Annotated[str, Query(max_length=64)] = "",
    proposed_by: Annotated[str, Query(max_length=64, alias="from")] = "",
    candidate: Annotated[str, Query(max_length=4)] = "1",
) -> HTMLResponse:
    """`example` fills the form with one of the examples, `again` with the text of an earlier job, and `from`
    with one of the statements that it has proposed, counted from 1.
    """
    if proposed_by:
        return site.page(
            _home(request, site, _proposed(find_job(proposed_by, request, site), site, candidate))
        )
    if again:
        before = find_job(again, request, site).problem
        was_lean = in_words(before.text) and not before.in_words
        return site.page(_home(request, site, before, offers_lean=was_lean))
    return site.page(_home(request, site, Problem(_example(site, example), seconds=_usual(site))))


@router.post("/problems")
def set_problem(
    request: Request,
    site: TheSite,
    text: Annotated[str, Form()] = "",
    environment: Annotated[str, Form()] = "core",
    seconds: Annotated[str, Form()] = "",
    words: Annotated[str, Form()] = "",
    read_as: Annotated[str, Form()] = "",
) -> Response:
    fields = {"text": text, "environment": environment, "seconds": seconds, "words": words}
    try:
        problem = forms.problem({**fields, "read_as": read_as}, site.services.settings)
    except forms.UnacceptableProblem as refused:
        typed = Problem(text, environment, _number(seconds) or _usual(site), words)
        return site.page(_home(request, site, typed, refused), 422)
    owner = site.owners.of(request) or site.owners.new()
    try:
        job = submit(site, problem, owner, site.owners.account(request))
    except (LimitReached, NoJail, SQLAlchemyError) as error:
        return _not_now(request, site, problem, error)
    response = RedirectResponse(f"/jobs/{job.id}", 303)
    site.owners.remember(request, response, owner)
    return response


def _not_now(
    request: Request, site: Site, problem: Problem, error: LimitReached | NoJail | SQLAlchemyError
) -> Response:
    """The form again, with everything that was typed."""
    note_refusal(request, error)
    refusal = refusal_of(error)
    faults = (forms.Fault("form", f"{refusal.words} Your text is kept below."),)
    kept = HomePage(
        problem.text,
        problem.seconds,
        _choices(site, problem.seconds),
        faults,
        (),
        notice=_notice(site),
        words=problem.words,
        speaks=site.services.settings.speaks,
    )
    response = site.page(kept, refusal.status)
    response.headers.update(refusal.headers)
    return response


def _home(
    request: Request,
    site: Site,
    problem: Problem,
    refused: forms.UnacceptableProblem | None = None,
    *,
    offers_lean: bool = False,
) -> HomePage:
    db, owner = site.services.db, site.owners.of(request)
    jobs = holdings.jobs_of(db, owner, RECENT).jobs if owner else ()
    return HomePage(
        problem.text,
        problem.seconds,
        _choices(site, problem.seconds),
        refused.faults if refused else (),
        recent(jobs),
        queries.waiting_jobs(db),
        _notice(site),
        problem.words,
        site.services.settings.speaks,
        offers_lean or isinstance(refused, forms.ReadsLikeWords),
    )


def _proposed(job: Job, site: Site, candidate: str) -> Problem:
    """A statement that a job has proposed, with the words that it translates. Raises JobNotFound."""
    outcome = site.standings.of(job.id).outcome
    candidates = outcome.candidates if isinstance(outcome, Formalized) else ()
    numbered = {str(number): each for number, each in enumerate(candidates, 1)}
    if candidate not in numbered:
        raise JobNotFound("No such statement was proposed there.")
    return Problem(numbered[candidate].text, job.problem.environment, job.problem.seconds, job.problem.text)


def _notice(site: Site) -> str:
    """What whoever serves this should know about the jail; empty where it holds."""
    jail = site.services.jail
    if jail is None or not jail.missing:
        return ""
    if closed := site.services.closed:
        return str(closed)
    return f"Lean runs here with limits but without a jail, so set your own statements only. {jail.missing}"


def _choices(site: Site, seconds: float) -> tuple[float, ...]:
    longest = site.services.settings.longest_s
    return tuple(sorted({*(choice for choice in forms.SECONDS if choice <= longest), seconds}))


def _example(site: Site, key: str) -> str:
    """The text of an example on the home page or in the reference; empty if there is none."""
    here = next((example.text for example in EXAMPLES if example.key == key), None)
    return here or site.services.library.guide.example(key) or ""


def _usual(site: Site) -> float:
    return min(site.services.settings.default_s, site.services.settings.longest_s)


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d{1,4}(\.\d{1,2})?", text) else None
