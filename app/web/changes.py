"""What an entry changes on the page of a job: the same for all who see the job alike, so it is rendered once.

Rendering takes a thousand times as long as handing over what was rendered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from fastapi.sse import format_sse_event

from app.domain.events import Entry, Started, StatementLocked, StepsAbandoned, StepVerified
from app.domain.job import Job, JobState
from app.web.bounded import Bounded
from app.web.fold import Progress, fold
from app.web.plan import plan_view
from app.web.plan_changes import plan_changes
from app.web.tree import appended, searches, step_id
from app.web.views import JobPage, Viewer, job_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.web.site import Site

REGIONS: dict[str, Callable[[JobPage], object]] = {
    "statement": lambda page: (page.outcome and page.outcome.source, page.in_words),
    "notes": lambda page: (page.notes, page.own_proof),
    "troubles": lambda page: page.troubles,
    "examined": lambda page: (page.warnings, page.elaborated),
    "status": lambda page: page.status,
    "estimate": lambda page: page.estimate,
    "actions": lambda page: (page.outcome is None, page.waiting),
    "outcome": lambda page: page.outcome,
    "working_on": lambda page: (page.working_on, page.towards),
}  # the regions of the page, and what each shows
KEPT_BYTES = 32 * 1024 * 1024
_BESIDE_HTML = 2048  # roughly what a change takes besides its event


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as its reader has it, without its steps, which are in `progress`."""

    progress: Progress
    page: JobPage


@dataclass(frozen=True, slots=True)
class Change:
    """The event, ready to be sent, that brings a page to `shown`."""

    event: bytes
    shown: Shown


Changes = Bounded[tuple[Job, Viewer, int], Change]


def kept_changes() -> Changes:
    return Bounded(KEPT_BYTES, lambda change: len(change.event) + _BESIDE_HTML)


def as_followed(job: Job) -> Job:
    """`job` without what its journal tells better: the same, whenever somebody begins to follow."""
    return replace(job, state=JobState.RUNNING, outcome=None, latest=0, finished_at=None, attempts=0)


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders the changes of one job for one kind of viewer; clocks show the time of the entry."""

    site: Site
    job: Job
    viewer: Viewer

    def shown(self, progress: Progress, at: datetime) -> Shown:
        return Shown(progress, self._page(progress, at))

    def change(self, before: Shown, entry: Entry) -> Change:
        """What `entry` makes of a page."""
        after = self.shown(fold(before.progress, entry), entry.at)
        changed = [name for name, shows in REGIONS.items() if shows(before.page) != shows(after.page)]
        regions = [self.site.swap(name, after.page) for name in (*changed, "elapsed")]
        parts = [*self._title(before, after), *self._plan(before, after), *self._steps(before, after, entry)]
        html = "".join([*parts, *regions])
        return Change(format_sse_event(data_str=html, event="entry", id=str(entry.number)), after)

    def _page(self, progress: Progress, at: datetime, *, with_steps: bool = False) -> JobPage:
        return job_page(self.job, progress, at, self.viewer, with_steps=with_steps)

    def _title(self, before: Shown, after: Shown) -> list[str]:
        old, new = (self.site.part("title", shown.page) for shown in (before, after))
        return [] if old == new else [f"<title>{new}</title>"]

    def _plan(self, before: Shown, after: Shown) -> list[str]:
        """What changed in the tree of subgoals."""
        old, new = before.progress, after.progress
        if old.nodes is new.nodes and old.outcome is new.outcome:
            return []
        base, owns = self.viewer.base, self.viewer.owns
        was, now = (plan_view(each, base, owns=owns) for each in (old, new))
        if was is None or now is None:
            return [] if was is now else [self.site.swap("plan", replace(after.page, plan=now))]
        return plan_changes(self.site.templates.get_template("_plan.html").module, was, now)

    def _steps(self, before: Shown, after: Shown, entry: Entry) -> list[str]:
        """What changed among the steps; a step is sent once, so that it keeps its state."""
        parts: Any = self.site.templates.get_template("_steps.html").module
        match entry.event:
            case StepVerified() as step if step.side in before.progress.roots:
                return [parts.appended(*appended(after.progress, step))]
            case StepVerified(side):
                return [parts.new_search(search) for search in searches(after.progress, only=side)]
            case StepsAbandoned(side, steps):
                kept = set(after.progress.steps)
                marks = [parts.mark(step_id(side, step), True, True) for step in steps]
                left = [s for s in reversed(before.progress.steps) if s not in kept]
                gone = [parts.forgotten(step_id(s.side, s.step)) for s in left]
                counts = [parts.abandoned_now(search) for search in searches(after.progress)]
                return [*marks, *gone, *counts]
            case StatementLocked() | Started():
                whole = self._page(after.progress, entry.at, with_steps=True)
                return [self.site.swap("searches", whole)]
        return []
