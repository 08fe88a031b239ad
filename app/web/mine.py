"""What a browser can do with the statements that were set in it: find, rename, share, take back, delete."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.store import holdings, ledger
from app.web import forms
from app.web.home_views import MinePage, recent
from app.web.site import OwnJob, TheSite

SHOWN = 50
router = APIRouter(include_in_schema=False)


@router.get("/mine")
def show_mine(
    request: Request,
    site: TheSite,
    q: Annotated[str, Query(max_length=200)] = "",
    before: Annotated[int | None, Query(ge=0, lt=2**31)] = None,
) -> HTMLResponse:
    """Statements of this browser that hold the words of `q`, older than `before`."""
    db, owner = site.services.db, site.owners.of(request)
    if owner is None:
        return site.page(MinePage((), q, None, 0))
    words = forms.search_words(q)
    shelf = holdings.jobs_of(db, owner, SHOWN, words, before)
    spent, settings = ledger.spent(db, ledger.owner_account(owner)), site.services.settings
    found, count = recent(shelf.jobs), holdings.count_of(db, owner)
    page = MinePage(found, words, shelf.older, count, spent.lean_s, settings.owner_lean_s)
    if settings.has_models:
        page = replace(page, spent_tokens=spent.tokens, allowed_tokens=settings.owner_tokens)
    return site.page(page)


@router.post("/mine/delete")
def delete_mine(request: Request, site: TheSite, sure: Annotated[str, Form()] = "") -> Response:
    """Delete all of them, if the box is ticked, and let the browser forget who it is."""
    owner = site.owners.of(request)
    response = RedirectResponse("/mine", 303)
    if sure and owner is not None:
        holdings.delete_all(site.services.db, owner)
        site.owners.forget(response)
    return response


@router.post("/jobs/{id}/rename")
def rename(job: OwnJob, site: TheSite, title: Annotated[str, Form()] = "") -> Response:
    holdings.rename(site.services.db, job.id, forms.title(title))
    return _back(job.id)


@router.post("/jobs/{id}/share")
def share(job: OwnJob, site: TheSite) -> Response:
    if job.share is None:
        holdings.share(site.services.db, job.id)
    return _back(job.id)


@router.post("/jobs/{id}/take-back")
def take_back(job: OwnJob, site: TheSite) -> Response:
    holdings.take_back(site.services.db, job.id)
    return _back(job.id)


@router.post("/jobs/{id}/delete")
def delete(job: OwnJob, site: TheSite) -> Response:
    holdings.delete_job(site.services.db, job.id)
    return RedirectResponse("/mine", 303)


def _back(id: str) -> Response:  # noqa: A002
    return RedirectResponse(f"/jobs/{id}#manage", 303)
