"""The page of a node, live: what an entry changes there, beside what a person types and what is unfolded."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter
from fastapi.sse import format_sse_event

from app.domain.events import Entry
from app.domain.job import Job
from app.store import acts, samples
from app.web.event_stream import EventStream
from app.web.fold import Progress, fold
from app.web.node_views import NodePage, attempts_of, node_page, told_at
from app.web.plan import node_view, path_of
from app.web.site import SharedJob, Site, TheJob, TheSite, TheViewer, TheWatcher
from app.web.stream import APlace, ResumeAfter, followed
from app.web.views import Viewer

router = APIRouter(include_in_schema=False)


@router.get("/jobs/{id}/nodes/{node}/stream", response_class=EventStream)
async def stream_node(
    job: TheJob, node: str, site: TheSite, viewer: TheViewer, after: ResumeAfter, held: APlace
) -> EventStream:
    live = LiveNode(job, path_of(node), viewer, site)
    return followed(site, job, after, live.event, entitled=viewer.owns)


@router.get("/p/{share}/nodes/{node}/stream", response_class=EventStream)
async def stream_shared_node(
    job: SharedJob, node: str, site: TheSite, viewer: TheWatcher, after: ResumeAfter, held: APlace
) -> EventStream:
    live = LiveNode(job, path_of(node), viewer, site)
    return followed(site, job, after, live.event, share=job.share)


class LiveNode:
    """What one reader has on the page of one node."""

    def __init__(self, job: Job, path: str, viewer: Viewer, site: Site) -> None:
        self._job, self._path, self._viewer, self._site = job, path, viewer, site
        self._progress: Progress | None = None

    async def event(self, entry: Entry) -> bytes:
        """What `entry` changes, which follows the one before; nothing where that is nothing."""
        before = self._progress
        if before is None:
            before = await asyncio.to_thread(self._site.standings.of, self._job.id, entry.number - 1)
        after = fold(before, entry)
        self._progress = after
        if _same(before, after):
            return b""
        html = await asyncio.to_thread(lambda: "".join(self._changes(before, after)))
        return format_sse_event(data_str=html, event="entry", id=str(entry.number)) if html else b""

    def _changes(self, before: Progress, after: Progress) -> Iterator[str]:
        parts: Any = self._site.templates.get_template("_node.html").module
        if self._path not in after.nodes:
            if self._path in before.nodes:
                yield str(parts.swap("standing", parts.gone()))
            return
        page = node_page(self._job, after, self._path, (), self._viewer.base, None)
        known = self._path in before.nodes
        if not known or node_view(before, self._path) != node_view(after, self._path):
            yield str(parts.swap("standing", parts.standing(page)))
            yield from self._attempts(parts, before, after, page)
        if self._viewer.owns:
            yield from self._hand(parts, before, after)

    def _attempts(self, parts: Any, before: Progress, after: Progress, page: NodePage) -> Iterator[str]:
        """Each attempt is sent once, so that what is unfolded stays so."""
        old = before.nodes[self._path].tried if self._path in before.nodes else ()
        new = after.nodes[self._path].tried
        more = new[len(old) :] if new[: len(old)] == old else new
        if not more:
            return
        kept = samples.of_job(self._site.services.db, self._job.id, self._path)
        shown = attempts_of(more, [each for each in kept if each.number in {one.kept for one in more}])
        if len(more) == len(new):
            yield str(parts.swap("attempts-list", parts.attempts(shown, page)))
        else:
            yield str(parts.more_attempts(shown, page))

    def _hand(self, parts: Any, before: Progress, after: Progress) -> Iterator[str]:
        done = acts.of_job(self._site.services.db, self._job.id)
        now = told_at(after, self._path, done)
        if self._path not in before.nodes or told_at(before, self._path, done) != now:
            yield str(parts.swap("told", parts.told(now)))
        if before.outcome is not after.outcome:
            yield str(parts.swap("hint", parts.hint(now.ended)))
            yield str(parts.swap("verb", parts.verb(now.ended)))


def _same(before: Progress, after: Progress) -> bool:
    return before.nodes is after.nodes and before.heard is after.heard and before.outcome is after.outcome
