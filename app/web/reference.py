"""The reference of the built-in library: pages for people, and the same search for programs."""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from app.domain.lookup import LONGEST, Hit
from app.domain.reference import Declaration
from app.web.api import FailureBody
from app.web.reference_views import address, guide_page, reference_page, search, subject_page
from app.web.shelf import Index
from app.web.site import TheSite

SHOWN = 50
NOT_THERE = "There is nothing of this name in the built-in library."
router = APIRouter()
Asked = Annotated[str, Query(max_length=LONGEST, description="A name, words about it, or a formula.")]


async def _index(site: TheSite) -> Index:
    return await site.shelf.index()


TheIndex = Annotated[Index, Depends(_index)]


@router.get("/reference", include_in_schema=False)
def show_reference(request: Request, site: TheSite, index: TheIndex, q: Asked = "") -> Response:
    """The front page, or what `q` finds."""
    found = search(q, index.lookup.find(q, SHOWN))
    return _unless_known(request, site.page(reference_page(index.reference, found)))


@router.get("/reference/results", include_in_schema=False)
def show_results(site: TheSite, index: TheIndex, q: Asked = "") -> HTMLResponse:
    """What `q` finds, to be put into a page while somebody types."""
    return HTMLResponse(site.results(search(q, index.lookup.find(q, SHOWN))))


@router.get("/reference/name/{name}", include_in_schema=False)
def go_to_name(index: TheIndex, name: str) -> RedirectResponse:
    """An address that stays when a theorem moves to another page."""
    hit = index.lookup.named(name)
    if hit is None:
        return RedirectResponse(f"/reference?q={quote(name)}", 303)
    return RedirectResponse(quote(address(hit), safe="/#"), 303)


@router.get("/reference/{kind}", include_in_schema=False)
def show_subject(request: Request, site: TheSite, index: TheIndex, kind: str) -> Response:
    """Notation, tactics, or a module of the library."""
    page = guide_page(index.reference.guide, kind) or subject_page(index.reference, kind)
    if page is None:
        raise HTTPException(404)
    return _unless_known(request, site.page(page))


class Entry(BaseModel):
    """`statement` is what Lean prints behind the name; of a tactic or a notation it is how it is written."""

    name: str
    kind: Literal["theorem", "def", "structure", "class", "inductive", "axiom", "tactic", "notation"]
    statement: str
    about: str = Field(description="What it is, in words; empty if nothing is said about it.")
    example: str | None = Field(default=None, description="A theorem with a proof that Lean accepts.")
    url: str


class Results(BaseModel):
    """The best of `total` entries, best first."""

    total: int
    entries: list[Entry]
    library: str = Field(description="Digest of the library that was searched.")


_FAILS = {"model": FailureBody}


@router.get("/api/reference", tags=["reference"], responses={422: _FAILS, 503: _FAILS})
def search_reference(
    request: Request, index: TheIndex, q: Asked = "", limit: Annotated[int, Query(ge=1, le=200)] = SHOWN
) -> Results:
    """Search the built-in library by name, by words, or by formula: `a + b = b + a` finds `Nat.add_comm`."""
    found = index.lookup.find(q, limit)
    base = str(request.base_url).rstrip("/")
    entries = [_entry(hit, base) for hit in found.hits]
    return Results(total=found.total, entries=entries, library=index.reference.library)


def _entry(hit: Hit, base: str) -> Entry:
    found, place = hit.found, base + quote(address(hit), safe="/#")
    if isinstance(found, Declaration):
        return Entry.model_validate(
            {
                "name": found.name,
                "kind": found.kind,
                "statement": found.statement,
                "about": found.doc,
                "url": place,
            }
        )
    forms = ", ".join(found.forms)
    about = {"name": forms, "kind": found.kind, "statement": forms, "about": found.summary}
    return Entry.model_validate({**about, "example": found.example, "url": place})


def _unless_known(request: Request, page: Response) -> Response:
    """The page, or nothing where a browser has exactly this one."""
    tag = f'"{hashlib.sha256(page.body).hexdigest()[:24]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    page.headers.update(headers)
    return page
