"""The pages of the nodes of a tree: what models said there, and what an owner does."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from sqlalchemy.exc import SQLAlchemyError

from app.domain.errors import JobNotFound, LimitReached, NoJail
from app.domain.job import Job, JobState
from app.store import acts, samples
from app.web import forms
from app.web.acting import act
from app.web.fold import Progress
from app.web.node_views import HandForm, NodePage, hand_form, node_page
from app.web.plan import path_of
from app.web.refusals import note_refusal, refusal_of
from app.web.replies import whole_prompt, whole_reply
from app.web.site import NOT_INDEXED, OwnJob, SharedJob, Site, TheJob, TheSite, TheViewer

NOTHING_SAID = "There is nothing of a model at this address."
EMPTY = "Type tactics or a term first."
router = APIRouter(include_in_schema=False)


@router.get("/jobs/{id}/nodes/{node}")
def show_node(job: TheJob, node: str, site: TheSite, viewer: TheViewer) -> HTMLResponse:
    progress, path = site.standings.of(job.id), path_of(node)
    form = hand_form(progress, path, acts.of_job(site.services.db, job.id)) if viewer.owns else None
    return site.page(_page(site, job, progress, path, viewer.base, form), headers=NOT_INDEXED)


@router.get("/p/{share}/nodes/{node}")
def show_shared_node(job: SharedJob, node: str, site: TheSite) -> HTMLResponse:
    progress = site.standings.of(job.id)
    return site.page(_page(site, job, progress, path_of(node), f"/p/{job.share}"), headers=NOT_INDEXED)


@router.get("/jobs/{id}/nodes/{node}/said/{number}/{reply}")
def show_reply(job: TheJob, node: str, number: int, reply: int, site: TheSite) -> Response:
    """All that a model said, as plain text; reply 0 is the prompt."""
    return _said(site, job, path_of(node), number, reply)


@router.get("/p/{share}/nodes/{node}/said/{number}/{reply}")
def show_shared_reply(job: SharedJob, node: str, number: int, reply: int, site: TheSite) -> Response:
    return _said(site, job, path_of(node), number, reply)


@router.post("/jobs/{id}/nodes/{node}")
def act_on_node(
    request: Request,
    job: OwnJob,
    node: str,
    site: TheSite,
    text: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Have a node tried `again`, or put `text` there."""
    path = path_of(node)
    owner = site.owners.of(request) or site.owners.new()
    try:
        if not again and not text.strip():
            raise forms.UnacceptableProblem((forms.Fault("text", EMPTY),))
        done = act(site, job, path, "" if again else text, owner, site.owners.account(request))
    except (forms.UnacceptableProblem, LimitReached, NoJail, SQLAlchemyError) as error:
        return _not_done(request, site, job, path, text, error)
    there = f"/jobs/{job.id}/nodes/{node}#by-hand"
    response = RedirectResponse(there if done.id == job.id else f"/jobs/{done.id}?after={job.id}", 303)
    site.owners.remember(request, response, owner)
    return response


def _not_done(
    request: Request,
    site: Site,
    job: Job,
    path: str,
    text: str,
    error: forms.UnacceptableProblem | LimitReached | NoJail | SQLAlchemyError,
) -> Response:
    """The page again, with everything that was typed."""
    note_refusal(request, error)
    refusal = refusal_of(error)
    faults = (
        error.faults
        if isinstance(error, forms.UnacceptableProblem)
        else (forms.Fault("text", f"{refusal.words} Your text is kept below."),)
    )
    kept = HandForm(text, job.state is JobState.FINISHED, faults=faults)
    page = _page(site, job, site.standings.of(job.id), path, f"/jobs/{job.id}", kept)
    return site.page(page, refusal.status, {**NOT_INDEXED, **refusal.headers})


def _page(
    site: Site, job: Job, progress: Progress, path: str, base: str, form: HandForm | None = None
) -> NodePage:
    kept = samples.of_job(site.services.db, job.id, path)
    return node_page(job, progress, path, kept, base, form)


def _said(site: Site, job: Job, path: str, number: int, reply: int) -> Response:
    groups = samples.of_job(site.services.db, job.id, path)
    kept = next((each for each in groups if each.number == number), None)
    if kept is None:
        raise JobNotFound(NOTHING_SAID)
    if reply == 0:
        return PlainTextResponse(whole_prompt(kept), headers=NOT_INDEXED)
    if not 0 < reply <= len(kept.group.judged):
        raise JobNotFound(NOTHING_SAID)
    return PlainTextResponse(whole_reply(kept.group.judged[reply - 1]), headers=NOT_INDEXED)
