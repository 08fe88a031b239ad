"""The page of a run says everything in one file, to everybody."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.bench.page import write_page
from app.bench.problems import Expected
from app.bench.summary import summarize
from tests.bench.records import record, results

SVG = "{http://www.w3.org/2000/svg}"
RECORDS = [
    record("swap", seconds=0.4, checks=4),
    record("gcd_comm", seconds=2.5, checks=70, area="naturals"),
    record("stuck", "open", area="naturals", seconds=10, checks=900, goal="x : Nat\n⊢ x < 1 <b>bold</b>"),
    record("liar", "proved", Expected.REFUTED, area="sets & maps"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("bench") / "core.results.html"
    write_page(path, results(RECORDS), summarize(RECORDS))
    return path.read_text("utf-8")


def drawings(page: str) -> list[ET.Element]:
    return [ET.fromstring(text) for text in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]  # noqa: S314


def test_what_is_solved_wrong_and_left_is_in_words(page: str):
    assert re.search(r"<h1>2 of 4 problems solved,\s*<span class=\"wrong\">✗ 1 wrong</span></h1>", page)
    assert '<h3>liar <span class="wrong">✗ wrong</span></h3>' in page
    assert "<pre>x : Nat\n⊢ x &lt; 1 &lt;b&gt;bold&lt;/b&gt;</pre>" in page
    assert [
        name for name in ("swap", "gcd_comm", "stuck", "liar") if f'<th scope="row">{name}</th>' in page
    ] == [one.name for one in RECORDS]


def test_nothing_is_loaded_and_nothing_runs(page: str):
    links = re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?([^\"')\s>]+)", page)

    assert not re.search(r"<script|<link|<img|<iframe|@import|\son[a-z]+=", page)
    assert [link for link in links if not link.startswith("#")] == []


def test_every_plot_has_a_title_a_description_and_the_colours_of_the_page(page: str):
    plots = drawings(page)

    assert [plot.findtext(f"{SVG}title") for plot in plots] == [
        "Solved within seconds",
        "Solved within checks",
        "Solved by area",
        "Time by area",
    ]
    assert [plot.findtext(f"{SVG}desc") for plot in plots] == [
        "2 of 4 problems are solved; half of those within 0.4 seconds, all within 2.5.",
        "2 of 4 problems are solved; half of those within 4 checks, all within 70.",
        "logic: 1 of 1; naturals: 1 of 2; sets & maps: 0 of 1.",
        "Asking Lean, and outside Lean: logic: 0.3 s and 0.1 s; naturals: 9.4 s and 3.1 s; "
        "sets & maps: 0.8 s and 0.2 s.",
    ]
    for plot in plots:
        ids = {element.get("id") for element in plot.iter()}
        assert plot.get("role") == "img"
        assert set(plot.get("aria-labelledby", "").split()) <= ids
        assert "var(--first)" in ET.tostring(plot, encoding="unicode")
    assert not re.search(r"#[0-9a-f]{6}\b", "".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL)))


def test_the_curve_has_a_step_for_each_problem_that_is_solved(page: str):
    seconds, *_ = drawings(page)
    (curve,) = [path for path in seconds.iter(f"{SVG}path") if "--first" in path.get("style", "")]

    heights = re.findall(r"[ML] \S+ (\S+)", curve.get("d", ""))

    assert len(set(heights)) == 1 + 2


def test_names_are_unique_headings_in_order_and_tables_have_headers(page: str):
    names = re.findall(r'\sid="([^"]+)"', page)
    used = re.findall(r'(?:href="|url\()#([^")]+)', page)
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]

    assert len(names) == len(set(names))
    assert set(used) <= set(names)
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.count("<table>") == page.count("<thead>") == 2
    assert "<th>" not in page


def test_a_page_is_light_or_dark_and_fits_a_phone(page: str):
    assert "@media (prefers-color-scheme: dark)" in page
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in page


def test_a_run_that_solved_nothing_has_a_page_too(tmp_path: Path):
    run = [record("stuck", "open")]

    write_page(tmp_path / "p.html", results(run), summarize(run))

    page = (tmp_path / "p.html").read_text("utf-8")
    assert "<h1>0 of 1 problems solved</h1>" in page
    assert len(drawings(page)) == 4
