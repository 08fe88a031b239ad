"""The pages: parse a form, call one function, render one view. Every form works without JavaScript."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.domain.certificate import Certificate
from app.domain.errors import JobNotFound
from app.domain.job import Job, JobState
from app.reports import Certified
from app.store import acts, queries
from app.trust.bundle import pack
from app.web.acting import continuation
from app.web.fold import Progress
from app.web.site import (
    NO_PROOF,
    NOT_INDEXED,
    OwnJob,
    SharedJob,
    Site,
    TheJob,
    TheSite,
    TheViewer,
    TheWatcher,
    find_job,
)
from app.web.views import JobPage, Viewer, job_page, proof_page

STOP_POLLING = 286  # htmx's own status code
router = APIRouter(include_in_schema=False)


@router.get("/jobs/{id}")
def show_job(
    request: Request,
    job: TheJob,
    site: TheSite,
    viewer: TheViewer,
    after: Annotated[str, Query(max_length=64)] = "",
) -> HTMLResponse:
    """`after` names the job that this one goes on from."""
    view = _job(job, site, viewer)
    later = continuation(site, job, site.standings.of(job.id)) if viewer.owns else None
    linked = replace(view, later=later.id if later else "", earlier=_readable(after, request, site))
    done = acts.of_job(site.services.db, job.id) if viewer.owns and view.plan is None else ()
    return _unlisted(site.page(replace(linked, begun_with=tuple(act.text for act in done if act.text))))


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


def _job(job: Job, site: Site, viewer: Viewer) -> JobPage:
    queue = queries.place_in_queue(site.services.db, job.id) if job.state is JobState.QUEUED else None
    return job_page(job, _progress(job, site), datetime.now(UTC), viewer, queue)


def _readable(id: str, request: Request, site: Site) -> str:  # noqa: A002
    """The id of a job that whoever asks may read, else nothing."""
    with suppress(JobNotFound):
        return find_job(id, request, site).id if id else ""
    return ""


def _progress(job: Job, site: Site) -> Progress:
    return site.standings.of(job.id)


def _certificate(progress: Progress) -> Certificate:
    """Raises JobNotFound for a job that did not end with a certificate."""
    if isinstance(progress.outcome, Certified):
        return progress.outcome.certificate
    raise JobNotFound(NO_PROOF)
