"""What every route reaches for: the services, the templates, the static files and the feed."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from sqlalchemy import Engine
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.bootstrap import Services
from app.domain.errors import JobNotFound, NotYours
from app.domain.job import Job
from app.store import queries
from app.store.feed import Feed
from app.store.signing import signing_key
from app.web.bounded import Bounded
from app.web.changes import Changes, kept_changes
from app.web.colour import lean, lean_once, prose
from app.web.event_stream import Streams
from app.web.limits import Limits
from app.web.outcomes import AXIOMS, axioms_in_words
from app.web.owners import Owners
from app.web.reference_views import KINDS, Search, address
from app.web.shelf import Shelf
from app.web.standings import Standings
from app.web.vendor import FILES, STATIC
from app.web.views import JobPage, Page, Viewer

TEMPLATES = Path(__file__).parents[2] / "templates"
NO_PROOF = "There is no proof at this address."
MAY_BE = "The link may have been cut short when it was copied, or its owner has taken it back."
NO_JOB = "There is no statement at this address."
KEPT_LINES = 8 * 1024 * 1024  # bytes
NOT_INDEXED = {"X-Robots-Tag": "noindex"}
FOR_EVER = "public, max-age=31536000, immutable"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")
_log = logging.getLogger(__name__)


class Assets(StaticFiles):
    """Static files under names that carry a hash of their content, kept by browsers for ever."""

    def __init__(self, folder: Path = STATIC) -> None:
        super().__init__(directory=folder)
        found = (path for path in folder.rglob("*") if path.is_file())
        self._hashes = {path.relative_to(folder).as_posix(): _hash(path) for path in found}

    def url(self, name: str) -> str:
        return f"/static/{name}?v={self._hashes[name]}"

    def has_live_updates(self) -> bool:
        """Whether the parts by others that live updates need have been built."""
        return all(file.name in self._hashes for file in FILES)

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        asked = scope["query_string"].decode("latin-1")
        if response.status_code in (200, 304):
            kept = asked == f"v={self._hashes.get(path)}"
            response.headers["Cache-Control"] = FOR_EVER if kept else "no-cache"
        return response


@dataclass(frozen=True, slots=True)
class Site:
    """Made once by `create_app`; the feed runs as long as the application does.

    `changes` are those that entries made on pages, and `lines` the events of the API, by job and entry.
    """

    services: Services
    templates: Environment
    assets: Assets
    feed: Feed
    shelf: Shelf
    owners: Owners
    limits: Limits
    standings: Standings
    changes: Changes
    lines: Bounded[tuple[str, int], bytes]
    streams: Streams

    def page(
        self, view: Page, status: int = 200, headers: Mapping[str, str] = MappingProxyType({})
    ) -> HTMLResponse:
        html = self.templates.get_template(view.template).render(page=view)
        return HTMLResponse(html, status, headers)

    def part(self, name: str, job: JobPage) -> str:
        """What stands in the region `name` of the page of a job, from the same macro as on the page."""
        return str(getattr(self.templates.get_template("_job.html").module, name)(job))

    def results(self, search: Search) -> str:
        """What was found, from the same macro as on the page of a search without scripts."""
        return str(self.templates.get_template("_reference.html").module.results(search))  # type: ignore[attr-defined]

    def swap(self, name: str, job: JobPage) -> str:
        """The same, so that htmx puts it into that region; the region itself stays, as a live one must."""
        return f'<div hx-swap-oob="innerHTML:#{name}">{self.part(name, job)}</div>'


def build_site(services: Services) -> Site:
    assets = Assets()
    if not assets.has_live_updates():
        _log.warning(
            "static/vendor is not built: pages work, but reload instead of updating live. "
            "Run: python -m app.web.vendor"
        )
    settings, db = services.settings, services.db
    owners = Owners(signing_key(db), secure=settings.public_url.startswith("https://"))
    shelf, limits = Shelf(services.library), Limits(settings, db)
    return Site(
        services,
        templates(assets),
        assets,
        Feed(db),
        shelf,
        owners,
        limits,
        Standings(db),
        kept_changes(),
        Bounded(KEPT_LINES, len),
        Streams(settings.streams, settings.streams_per_address),
    )


def templates(assets: Assets) -> Environment:
    """The templates and what they may call."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= {
        "asset": assets.url,
        "live": assets.has_live_updates(),
        "lean": lean,
        "lean_once": lean_once,
        "axioms_in_words": axioms_in_words,
        "axiom_names": AXIOMS,
        "address": address,
        "kinds": KINDS,
    }
    environment.filters |= {"moment": _moment, "seconds": _seconds, "prose": prose}
    return environment


def current_site(request: Request) -> Site:
    return cast("Site", request.app.state.site)


TheSite = Annotated[Site, Depends(current_site)]


def find_job(id: str, request: Request, site: TheSite) -> Job:  # noqa: A002 — the name in the path
    """The job in the path. Raises JobNotFound, also where it is not for the eyes of who asks."""
    job = _found(queries.job, id, site, NO_JOB)
    if not job.may_be_read_by(site.owners.of(request)):
        raise JobNotFound(f"{NO_JOB} {MAY_BE}")
    request.state.job = job.id  # for the log: what stands in the path may be anything
    return job


def own_job(id: str, request: Request, site: TheSite) -> Job:  # noqa: A002
    """The job in the path. Raises JobNotFound and NotYours."""
    job = find_job(id, request, site)
    if not job.is_of(site.owners.of(request)):
        raise NotYours("Only the browser in which this statement was set can change it, so nothing was done.")
    return job


def shared_job(share: str, site: TheSite) -> Job:
    """The job whose share link this is. Raises JobNotFound."""
    return _found(queries.job_by_share, share, site, NO_PROOF)


def _found(ask: Callable[[Engine, str], Job], token: str, site: Site, otherwise: str) -> Job:
    try:
        if _TOKEN.fullmatch(token):
            return ask(site.services.db, token)
    except JobNotFound:
        pass
    raise JobNotFound(f"{otherwise} {MAY_BE}")


TheJob = Annotated[Job, Depends(find_job)]
OwnJob = Annotated[Job, Depends(own_job)]
SharedJob = Annotated[Job, Depends(shared_job)]


def viewer(job: TheJob, request: Request, site: TheSite) -> Viewer:
    """Who looks at a job under its own address."""
    owns, speaks = job.is_of(site.owners.of(request)), site.services.settings.speaks
    return Viewer(f"/jobs/{job.id}", share_url(request, site, job), owns, speaks)


def watcher(job: SharedJob, request: Request, site: TheSite) -> Viewer:
    """Who looks at a job by its link, which lets nobody change anything."""
    return Viewer(f"/p/{job.share}", share_url(request, site, job), owns=False)


TheViewer = Annotated[Viewer, Depends(viewer)]
TheWatcher = Annotated[Viewer, Depends(watcher)]


def share_url(request: Request, site: Site, job: Job) -> str:
    """The address of the page of its proof, for others; empty if its owner has taken it back."""
    return public(request, site, "show_proof", share=job.share) if job.share else ""


def public(request: Request, site: Site, route: str, **path: str) -> str:
    """A whole address, as people reach it from outside."""
    base = site.services.settings.public_url
    return f"{base}{request.app.url_path_for(route, **path)}" if base else str(request.url_for(route, **path))


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def _moment(at: datetime) -> Markup:
    return Markup('<time datetime="{}">{} UTC</time>').format(
        at.isoformat(timespec="seconds"), at.strftime("%Y-%m-%d %H:%M")
    )


def _seconds(seconds: float) -> str:
    if seconds < 0.1:
        return "under 0.1 s"
    return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
