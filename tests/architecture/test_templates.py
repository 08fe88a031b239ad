"""Every template is filled by one view, and holds no script, style or handler of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import Environment, StrictUndefined

from app.domain.events import Cancelled, Entry, Estimated, Event, LeftUndecided, NodeTried, Started
from app.domain.job import InQueue, Job, JobState
from app.domain.lookup import Lookup
from app.domain.problem import Problem
from app.domain.verdict import Reason
from app.reports import Certified
from app.store.samples import Kept
from app.web.fold import Progress, standing
from app.web.forms import Fault
from app.web.home_views import HomePage, MinePage, Recent
from app.web.node_views import HandForm, Told, node_page
from app.web.reference_views import guide_page, reference_page, search, subject_page
from app.web.site import TEMPLATES, Assets, templates
from app.web.views import ErrorPage, Page, Viewer, job_page, proof_page
from tests.web.journals import (
    inconsistent,
    misstated,
    refuted,
    refuted_by_example,
    still_open,
    swap,
    thought_again,
)
from tests.web.library import REFERENCE
from tests.web.trees import (
    IN_WORDS,
    composed,
    formalized,
    group,
    not_formalized,
    sketched,
    sketched_and_left,
)

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
JOB = Job("id", Problem("theorem t\n  : True"), None, "share", JobState.RUNNING, None, 1, False, NOW, None)
JOURNALS: list[list[Event]] = [
    [],
    swap()[:6],
    swap(),
    refuted(),
    refuted_by_example(),
    inconsistent(),
    inconsistent()[:6],
    thought_again(),
    still_open(),
    still_open(tuple(f"rw [h{n}]" for n in range(9))),
    misstated(),
    [Started("w"), LeftUndecided(Reason.TIMEOUT, "")],
    [Started("w"), Cancelled()],
    [*sketched()[:3], Estimated(0.7, 20_000, 0.02, 9.0)],
    sketched(),
    sketched_and_left(),
    composed(),
    formalized()[:3],
    formalized(),
    not_formalized(),
]
WORDS = replace(JOB, problem=Problem(IN_WORDS))


def progress(events: list[Event]) -> Progress:
    return standing(Entry(number, NOW, event) for number, event in enumerate(events, 1))


def pages() -> list[Page]:
    certified = [e for e in JOURNALS if e and isinstance(e[-1], Certified)]
    faults = tuple(Fault(field, "wrong") for field in ("form", "text", "environment", "seconds"))
    lines = (
        Recent("id", "", "theorem", "open", "Open", NOW),
        Recent("id", "A name", "t", "open", "Open", NOW),
    )
    owner = Viewer("/jobs/id", "http://host/p/share", owns=True)
    viewers = [
        owner,
        replace(owner, link="", speaks=True),
        Viewer("/p/share", "http://host/p/share", owns=False),
    ]
    return [
        HomePage("", 30.0, (10.0, 30.0), (), ()),
        HomePage("x", 30.0, (10.0, 30.0), faults, lines, 3),
        HomePage("x", 30.0, (30.0,), (), (), words=IN_WORDS, speaks=True),
        HomePage(IN_WORDS, 30.0, (30.0,), faults, (), offers_lean=True),
        MinePage((), "", None, 0),
        MinePage((), "words", None, 4),
        MinePage(lines, "", 17, 4),
        MinePage(lines, "", None, 4, 1.0, 2.0, 3, 4),
        *(job_page(JOB, progress(events), NOW, viewer) for events in JOURNALS for viewer in viewers),
        *(job_page(JOB, Progress(), NOW, owner, InQueue(ahead, 9, 0)) for ahead in (0, 3)),
        *(job_page(WORDS, progress(events), NOW, owner) for events in ([], formalized(), not_formalized())),
        replace(job_page(JOB, progress(swap()), NOW, owner), words=IN_WORDS, earlier="a", later="b"),
        replace(job_page(JOB, Progress(), NOW, owner), begun_with=("simp", "rfl")),
        replace(job_page(JOB, progress(misstated()), NOW, owner), begun_with=("simp",)),
        *node_pages(),
        *(
            proof_page(JOB, progress(events), events[-1].certificate, "http://host/p/share")  # type: ignore[union-attr]
            for events in certified
        ),
        *(proof_page(JOB, progress(events), events[-1].certificate, "") for events in certified),  # type: ignore[union-attr]
        ErrorPage(404, "Nothing here", "words"),
        *reference_pages(),
    ]


def hand_forms() -> list[HandForm]:
    rejected = NodeTried("1", "by hand", "Lean rejects it", said="Line 1: unknown tactic")
    told = [
        Told(("simp",)),
        Told(("simp", "rfl"), ended=True),
        Told(again=True),
        Told(answer=rejected),
        Told(answer=replace(rejected, said=""), ended=True),
        Told(drawn=True),
        Told(closed=True),
    ]
    faulty = HandForm("simp", True, Told(), ("", "simp"), (Fault("text", "wrong"),))
    return [HandForm("", False), faulty, *(HandForm("simp", each.ended, each) for each in told)]


def node_pages() -> list[Page]:
    kept = [Kept(number, "id", NOW, group(way="quick" * number)) for number in (1, 2)]
    forms = [None, *hand_forms()]
    journals = [sketched(), sketched_and_left(), composed()]
    return [
        *(
            node_page(JOB, progress(events), path, kept, "/jobs/id", form)
            for events in journals
            for path in ("", "1", "2")
            for form in forms
        ),
        node_page(WORDS, progress(formalized()), "", kept * 30, "/p/share", None),
        node_page(JOB, progress(composed()), "2.1", (), "/p/share", None),
    ]


def reference_pages() -> list[Page]:
    lookup = Lookup(REFERENCE)
    guides = [guide_page(REFERENCE.guide, kind) for kind in ("notation", "tactics")]
    subjects = [subject_page(REFERENCE, subject.key) for subject in REFERENCE.subjects]
    fronts = [reference_page(REFERENCE, search(query, lookup.find(query, 3))) for query in ("", "a", "zzz")]
    return [page for page in (*fronts, *guides, *subjects) if page]


@pytest.fixture(scope="module")
def environment() -> Environment:
    return templates(Assets())


def files() -> list[Path]:
    return sorted(TEMPLATES.glob("*.html"))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.template)
def test_every_view_fills_its_template(environment: Environment, page: Page) -> None:
    rendered = environment.get_template(page.template).render(page=page)

    assert environment.undefined is StrictUndefined
    assert rendered.rstrip().endswith("</html>")
    assert rendered.count("<h1") == 1


def test_every_page_has_a_view_and_every_view_a_page() -> None:
    named = {view.template for view in get_args(Page)}

    assert named == {path.name for path in files() if not path.name.startswith("_")} - {"base.html"}


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_no_template_holds_a_script_a_style_or_a_handler(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"<style|\sstyle=", text)
    assert not re.search(r"\son[a-z]+=|hx-on|hx-vals|javascript:|\|\s*safe", text)
    assert not re.search(r"(src|href|action)=\"(https?:)?//", text)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.template)
def test_headings_are_in_order_and_ids_are_unique(environment: Environment, page: Page) -> None:
    rendered = environment.get_template(page.template).render(page=page)

    levels = [int(level) for level in re.findall(r"<h([1-6])", rendered)]
    ids = re.findall(r'\sid="([^"]+)"', rendered)
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(ids) == len(set(ids))
