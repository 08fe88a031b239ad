"""The page of a job, live: server-sent events whose ids are the numbers of journal entries.

A page is rendered up to entry N and asks for what comes after it. A browser that lost its connection sends
the last id it has seen. Each event carries what that entry changed, as HTML from the macros of the page.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.sse import format_sse_event

from app.domain.events import Entry
from app.domain.job import Job
from app.web.changes import Renderer, Shown, as_followed
from app.web.event_stream import HEARTBEAT_S, EventStream, told
from app.web.site import SharedJob, Site, TheJob, TheSite, TheViewer, TheWatcher
from app.web.views import Viewer

END = format_sse_event(data_str="done", event="end")
GONE = format_sse_event(data_str="gone", event="gone")
router = APIRouter()


async def resume_after(
    after: Annotated[int, Query(ge=0)] = 0, last_event_id: Annotated[str, Header()] = ""
) -> int:
    """The number of the last entry that the reader has: whichever of the two it names is larger."""
    seen = int(last_event_id) if last_event_id.isascii() and last_event_id.isdigit() else 0
    return max(after, seen)


async def place(request: Request, site: TheSite) -> AsyncIterator[None]:
    """Keeps one of the places for streams until the answer has ended."""
    request.state.refused = "streams"  # if there is no place
    with site.streams.place(request.client.host if request.client else ""):
        del request.state.refused
        yield


ResumeAfter = Annotated[int, Depends(resume_after)]
APlace = Annotated[None, Depends(place)]


def followed(
    site: Site,
    job: Job,
    after: int,
    event: Callable[[Entry], Awaitable[bytes]],
    *,
    entitled: bool = True,
    share: str | None = None,
) -> EventStream:
    """What `event` makes of each entry above `after`, to its end; see `Feed.batches` for who may follow."""
    news = site.feed.batches(job.id, min(after, job.latest), entitled, share, HEARTBEAT_S)
    return EventStream(told(news, event, END, GONE))


@router.get("/jobs/{id}/stream", response_class=EventStream, include_in_schema=False)
async def stream(
    job: TheJob, site: TheSite, viewer: TheViewer, after: ResumeAfter, held: APlace
) -> EventStream:
    return followed(site, job, after, LivePage(job, viewer, site).event, entitled=viewer.owns)


@router.get("/p/{share}/stream", response_class=EventStream, include_in_schema=False)
async def stream_shared(
    job: SharedJob, site: TheSite, viewer: TheWatcher, after: ResumeAfter, held: APlace
) -> EventStream:
    return followed(site, job, after, LivePage(job, viewer, site).event, share=job.share)


class LivePage:
    """What one reader has on the page; what an entry changes there may have been rendered for another."""

    def __init__(self, job: Job, viewer: Viewer, site: Site) -> None:
        self._site = site
        self._renderer = Renderer(site, as_followed(job), viewer)
        self._shown: Shown | None = None

    async def event(self, entry: Entry) -> bytes:
        """The event that brings the page up to `entry`, which follows the one before."""
        kept, key = self._site.changes, (self._renderer.job, self._renderer.viewer, entry.number)
        change = kept.get(key)
        if change is None:
            before = self._shown or await self._before(entry)
            change = kept.get(key)  # another reader may have been faster
        if change is None:
            change = self._renderer.change(before, entry)
            kept.put(key, change)
            await asyncio.sleep(0)  # rendering many must not keep others waiting
        self._shown = change.shown
        return change.event

    async def _before(self, entry: Entry) -> Shown:
        standings, job = self._site.standings, self._renderer.job
        progress = await asyncio.to_thread(standings.of, job.id, entry.number - 1)
        return self._renderer.shown(progress, entry.at)
