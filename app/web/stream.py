"""The page of a job, live: server-sent events whose ids are the numbers of journal entries.

A page is rendered up to entry N and asks for what comes after it. A browser that lost its connection sends
the last id it has seen. Each event carries what that entry changed, as HTML from the macros of the page.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent

from app.domain.events import Entry, Started, StatementLocked, StepsAbandoned, StepVerified
from app.domain.job import Job
from app.store import journal
from app.web.fold import Progress, fold, standing
from app.web.site import Site, TheJob, TheSite, share_url
from app.web.tree import appended, searches, step_id
from app.web.views import JobPage, job_page

REGIONS: dict[str, Callable[[JobPage], object]] = {
    "statement": lambda page: page.outcome and page.outcome.source,
    "notes": lambda page: (page.notes, page.own_proof),
    "status": lambda page: page.status,
    "actions": lambda page: (page.outcome is None, page.before),
    "outcome": lambda page: page.outcome,
    "working_on": lambda page: (page.working_on, page.towards),
}  # the regions of the page, and what each shows
router = APIRouter()


def resume_after(
    job: TheJob,
    after: Annotated[int, Query(ge=0)] = 0,
    last_event_id: Annotated[str, Header()] = "",
) -> int:
    """The number of the last entry that the reader has: whichever of the two it names is larger."""
    seen = int(last_event_id) if last_event_id.isascii() and last_event_id.isdigit() else 0
    return min(max(after, seen), job.latest)


ResumeAfter = Annotated[int, Depends(resume_after)]


@router.get("/jobs/{id}/stream", response_class=EventSourceResponse, include_in_schema=False)
async def stream(
    request: Request, job: TheJob, site: TheSite, after: ResumeAfter
) -> AsyncIterator[ServerSentEvent]:
    earlier = await asyncio.to_thread(journal.entries, site.services.db, job.id)
    shown = LivePage(job, share_url(request, job), site, standing(e for e in earlier if e.number <= after))
    async for entry in site.feed.follow(job.id, after):
        yield ServerSentEvent(raw_data=shown.changes(entry), event="entry", id=str(entry.number))
    yield ServerSentEvent(raw_data="done", event="end")


class LivePage:
    """What one reader has on the page, and what each entry changes there."""

    def __init__(self, job: Job, link: str, site: Site, progress: Progress) -> None:
        self._job, self._link, self._site, self._progress = job, link, site, progress
        self._page = self._view()

    def changes(self, entry: Entry) -> str:
        """HTML that brings the page up to `entry`."""
        before, self._progress = self._progress, fold(self._progress, entry)
        shown, self._page = self._page, self._view()
        changed = [name for name, content in REGIONS.items() if content(shown) != content(self._page)]
        regions = [self._site.swap(name, self._page) for name in (*changed, "elapsed")]
        return "".join([*self._title(shown), *self._steps(before, entry), *regions])

    def _view(self, *, with_steps: bool = False) -> JobPage:
        return job_page(self._job, self._progress, datetime.now(UTC), self._link, with_steps=with_steps)

    def _title(self, shown: JobPage) -> list[str]:
        old, new = (self._site.part("title", page) for page in (shown, self._page))
        return [] if old == new else [f"<title>{new}</title>"]

    def _steps(self, before: Progress, entry: Entry) -> list[str]:
        """What changed among the steps; a step is sent once, so that it keeps its state."""
        parts: Any = self._site.templates.get_template("_steps.html").module
        match entry.event:
            case StepVerified() as step if step.side in before.roots:
                return [parts.appended(*appended(self._progress, step))]
            case StepVerified(side):
                return [parts.new_search(search) for search in searches(self._progress, only=side)]
            case StepsAbandoned(side, steps):
                kept = set(self._progress.steps)
                marks = [parts.mark(step_id(side, step), True, True) for step in steps]
                gone = [
                    parts.forgotten(step_id(s.side, s.step)) for s in reversed(before.steps) if s not in kept
                ]
                counts = [parts.abandoned_now(search) for search in searches(self._progress)]
                return [*marks, *gone, *counts]
            case StatementLocked() | Started():
                return [self._site.swap("searches", self._view(with_steps=True))]
        return []
