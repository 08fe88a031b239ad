"""The pages: parse a form, call one function, render one view. Every form works without JavaScript."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.domain.certificate import Certificate
from app.domain.errors import JobNotFound
from app.domain.job import Job, JobState
from app.domain.problem import Problem
from app.reports import Certified
from app.store import journal, queries
from app.web import forms, guard
from app.web.fold import Progress, standing
from app.web.site import NO_PROOF, SharedJob, Site, TheJob, TheSite, find_job, share_url
from app.web.views import EXAMPLES, HomePage, JobPage, job_page, proof_page, recent

RECENT = 8
STOP_POLLING = 286  # htmx's own status code
NOT_INDEXED = {"X-Robots-Tag": "noindex"}
router = APIRouter(include_in_schema=False)


@router.get("/")
def home(
    request: Request,
    site: TheSite,
    example: Annotated[str, Query(max_length=64)] = "",
    again: Annotated[str, Query(max_length=64)] = "",
) -> HTMLResponse:
    """`example` fills the form with one of the examples, `again` with the text of an earlier job."""
    usual = Problem(_example(site, example), seconds=_usual(site))
    problem = find_job(again, site).problem if again else usual
    return site.page(_home(request, site, problem.text, problem.seconds))


@router.post("/problems")
def set_problem(
    request: Request,
    site: TheSite,
    text: Annotated[str, Form()] = "",
    environment: Annotated[str, Form()] = "core",
    seconds: Annotated[str, Form()] = "",
) -> Response:
    fields = {"text": text, "environment": environment, "seconds": seconds}
    try:
        problem = forms.problem(fields, site.services.settings)
    except forms.UnacceptableProblem as refused:
        return site.page(_home(request, site, text, _number(seconds) or _usual(site), refused.faults), 422)
    owner = guard.owner_of(request) or guard.new_owner()
    job = submit(site, problem, owner)
    response = RedirectResponse(f"/jobs/{job.id}", 303)
    guard.remember_owner(request, response, owner)
    return response


def submit(site: Site, problem: Problem, owner: str | None) -> Job:
    """Store the job, and only then hand it to a worker."""
    job = queries.create_job(site.services.db, problem, owner)
    site.services.queue.enqueue(job.id)
    return job


@router.get("/jobs/{id}")
def show_job(request: Request, job: TheJob, site: TheSite) -> HTMLResponse:
    response = site.page(_job(request, job, site))
    response.headers.update(NOT_INDEXED)
    return response


@router.get("/jobs/{id}/place")
def show_place(request: Request, job: TheJob, site: TheSite) -> HTMLResponse:
    """Asked now and then by the page of a waiting job."""
    view = _job(request, job, site)
    return HTMLResponse(site.part("place", view), STOP_POLLING if view.before is None else 200)


@router.post("/jobs/{id}/cancel")
def cancel(request: Request, job: TheJob, site: TheSite) -> Response:
    queries.request_cancel(site.services.db, job.id)
    if "hx-request" not in request.headers:
        return RedirectResponse(f"/jobs/{job.id}", 303)
    view = _job(request, queries.job(site.services.db, job.id), site)
    if view.outcome:
        return Response(status_code=204)  # the stream brings the outcome
    return HTMLResponse(site.swap("status", view) + site.swap("actions", view))


@router.get("/p/{share}.lean")
def download(job: SharedJob, site: TheSite) -> Response:
    certificate = _certificate(_progress(job, site))
    name = re.sub(r"[^A-Za-z0-9_]+", "_", certificate.name).strip("_") or "proof"
    attachment = {"Content-Disposition": f'attachment; filename="{name}.lean"'}
    return Response(certificate.source, 200, NOT_INDEXED | attachment, "text/plain; charset=utf-8")


@router.get("/p/{share}")
def show_proof(request: Request, job: SharedJob, site: TheSite) -> HTMLResponse:
    progress = _progress(job, site)
    response = site.page(proof_page(job, progress, _certificate(progress), share_url(request, job)))
    response.headers.update(NOT_INDEXED)
    return response


def _home(
    request: Request, site: Site, text: str, seconds: float, faults: tuple[forms.Fault, ...] = ()
) -> HomePage:
    owner = guard.owner_of(request)
    longest = site.services.settings.longest_s
    choices = sorted({*(choice for choice in forms.SECONDS if choice <= longest), seconds})
    jobs = queries.recent_jobs(site.services.db, owner, RECENT) if owner else []
    return HomePage(text, seconds, tuple(choices), faults, recent(jobs))


def _job(request: Request, job: Job, site: Site) -> JobPage:
    db = site.services.db
    before = queries.jobs_before(db, job.id) if job.state is JobState.QUEUED else None
    return job_page(job, _progress(job, site), datetime.now(UTC), share_url(request, job), before)


def _progress(job: Job, site: Site) -> Progress:
    return standing(journal.entries(site.services.db, job.id))


def _certificate(progress: Progress) -> Certificate:
    """Raises JobNotFound for a job that did not end with a certificate."""
    if isinstance(progress.outcome, Certified):
        return progress.outcome.certificate
    raise JobNotFound(NO_PROOF)


def _example(site: Site, key: str) -> str:
    """The text of an example on the home page or in the reference; empty if there is none."""
    here = next((example.text for example in EXAMPLES if example.key == key), None)
    return here or site.services.library.guide.example(key) or ""


def _usual(site: Site) -> float:
    return min(site.services.settings.default_s, site.services.settings.longest_s)


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d{1,4}(\.\d{1,2})?", text) else None
