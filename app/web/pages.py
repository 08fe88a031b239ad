"""The pages: parse a form, call one function, render one view. Every form works without JavaScript."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.exc import SQLAlchemyError

from app.domain.certificate import Certificate
from app.domain.errors import JobNotFound, LimitReached, NoJail
from app.domain.job import Job, JobState
from app.domain.problem import Problem
from app.reports import Certified
from app.store import holdings, queries
from app.trust.bundle import pack
from app.web import forms
from app.web.fold import Progress
from app.web.refusals import note_refusal, refusal_of
from app.web.site import (
    NO_PROOF,
    OwnJob,
    SharedJob,
    Site,
    TheJob,
    TheSite,
    TheViewer,
    TheWatcher,
    find_job,
)
from app.web.views import EXAMPLES, HomePage, JobPage, Viewer, job_page, proof_page, recent

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
    problem = find_job(again, request, site).problem if again else usual
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
    owner = site.owners.of(request) or site.owners.new()
    try:
        job = submit(site, problem, owner, site.owners.account(request))
    except (LimitReached, NoJail, SQLAlchemyError) as error:
        return _not_now(request, site, problem, error)
    response = RedirectResponse(f"/jobs/{job.id}", 303)
    site.owners.remember(request, response, owner)
    return response


def submit(site: Site, problem: Problem, owner: str | None, address: str) -> Job:
    """Store the job, and only then hand it to a worker. Raises LimitReached and NoJail."""
    if closed := site.services.closed:
        raise closed
    with site.limits.turn:
        site.limits.admit(owner, address)
        job = queries.create_job(site.services.db, problem, owner, address, site.limits.bounds)
    site.services.queue.enqueue(job.id)
    return job


def _not_now(
    request: Request, site: Site, problem: Problem, error: LimitReached | NoJail | SQLAlchemyError
) -> Response:
    """The form again, with everything that was typed."""
    note_refusal(request, error)
    refusal = refusal_of(error)
    faults = (forms.Fault("form", f"{refusal.words} Your text is kept below."),)
    choices = _choices(site, problem.seconds)
    kept = HomePage(problem.text, problem.seconds, choices, faults, (), notice=_notice(site))
    response = site.page(kept, refusal.status)
    response.headers.update(refusal.headers)
    return response


@router.get("/jobs/{id}")
def show_job(job: TheJob, site: TheSite, viewer: TheViewer) -> HTMLResponse:
    return _unlisted(site.page(_job(job, site, viewer)))


@router.get("/jobs/{id}/place")
def show_place(job: TheJob, site: TheSite, viewer: TheViewer) -> HTMLResponse:
    """Asked now and then by the page of a waiting job."""
    return _place(job, site, viewer)


@router.post("/jobs/{id}/cancel")
def cancel(request: Request, job: OwnJob, site: TheSite, viewer: TheViewer) -> Response:
    queries.request_cancel(site.services.db, job.id)
    if "hx-request" not in request.headers:
        return RedirectResponse(viewer.base, 303)
    view = _job(queries.job(site.services.db, job.id), site, viewer)
    if view.outcome:
        return Response(status_code=204)  # the stream brings the outcome
    return HTMLResponse(site.swap("status", view) + site.swap("actions", view))


@router.get("/jobs/{id}/proof.lean")
def download_own(job: TheJob, site: TheSite) -> Response:
    return _download(job, site)


@router.get("/jobs/{id}/proof.zip")
def download_own_bundle(job: TheJob, site: TheSite) -> Response:
    return _bundle(job, site)


@router.get("/jobs/{id}/proof")
def show_own_proof(job: TheJob, site: TheSite, viewer: TheViewer) -> HTMLResponse:
    """The proof page for those who need no link, as its owner after taking the link back."""
    progress = _progress(job, site)
    return _unlisted(site.page(proof_page(job, progress, _certificate(progress), viewer.link)))


@router.get("/p/{share}.lean")
def download(job: SharedJob, site: TheSite) -> Response:
    return _download(job, site)


@router.get("/p/{share}.zip")
def download_bundle(job: SharedJob, site: TheSite) -> Response:
    return _bundle(job, site)


@router.get("/p/{share}/place")
def show_shared_place(job: SharedJob, site: TheSite, viewer: TheWatcher) -> HTMLResponse:
    return _place(job, site, viewer)


@router.get("/p/{share}")
def show_proof(job: SharedJob, site: TheSite, viewer: TheWatcher) -> HTMLResponse:
    """The proof, or as long as there is none, how the job stands."""
    progress = _progress(job, site)
    if not isinstance(progress.outcome, Certified):
        return _unlisted(site.page(_job(job, site, viewer)))
    return _unlisted(site.page(proof_page(job, progress, progress.outcome.certificate, viewer.link)))


def _download(job: Job, site: Site) -> Response:
    certificate = _certificate(_progress(job, site))
    return _attached(certificate, certificate.solution, "lean", "text/plain; charset=utf-8")


def _bundle(job: Job, site: Site) -> Response:
    certificate = _certificate(_progress(job, site))
    return _attached(certificate, pack(certificate), "zip", "application/zip")


def _attached(certificate: Certificate, content: str | bytes, ending: str, kind: str) -> Response:
    name = re.sub(r"[^A-Za-z0-9_]+", "_", certificate.theorem).strip("_") or "proof"
    attachment = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return Response(content, 200, NOT_INDEXED | attachment, kind)


def _place(job: Job, site: Site, viewer: Viewer) -> HTMLResponse:
    view = _job(job, site, viewer)
    return HTMLResponse(site.part("place", view), 200 if view.waiting else STOP_POLLING)


def _unlisted(response: HTMLResponse) -> HTMLResponse:
    response.headers.update(NOT_INDEXED)
    return response


def _home(
    request: Request, site: Site, text: str, seconds: float, faults: tuple[forms.Fault, ...] = ()
) -> HomePage:
    db, owner = site.services.db, site.owners.of(request)
    jobs = holdings.jobs_of(db, owner, RECENT).jobs if owner else ()
    waiting = queries.waiting_jobs(db)
    choices = _choices(site, seconds)
    return HomePage(text, seconds, choices, faults, recent(jobs), waiting, _notice(site))


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


def _job(job: Job, site: Site, viewer: Viewer) -> JobPage:
    queue = queries.place_in_queue(site.services.db, job.id) if job.state is JobState.QUEUED else None
    return job_page(job, _progress(job, site), datetime.now(UTC), viewer, queue)


def _progress(job: Job, site: Site) -> Progress:
    return site.standings.of(job.id)


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
