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
from tests.bench.records import attempted, record, results

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
        "Solved by difficulty",
    ]
    assert [plot.findtext(f"{SVG}desc") for plot in plots] == [
        "2 of 4 problems are solved; half of those within 0.4 seconds, all within 2.5.",
        "2 of 4 problems are solved; half of those within 4 checks, all within 70.",
        "logic: 1 of 1; naturals: 1 of 2; sets & maps: 0 of 1.",
        "Asking Lean, and outside Lean: logic: 0.3 s and 0.1 s; naturals: 9.4 s and 3.1 s; "
        "sets & maps: 0.8 s and 0.2 s.",
        "difficulty 2: 2 of 4.",
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
    assert len(drawings(page)) == 5


def test_attempts_with_tokens_have_curves_of_their_own_with_intervals(tmp_path: Path):
    run = [
        attempted("half", ["proved", "open", "open", "proved"], tokens=100),
        attempted("never", ["open"] * 4, area="sets", tokens=100),
        attempted("always", ["proved"] * 4, area="sets", difficulty=3, tokens=100),
    ]

    write_page(tmp_path / "p.html", results(run), summarize(run))

    page = (tmp_path / "p.html").read_text("utf-8")
    plots = {plot.findtext(f"{SVG}title"): plot for plot in drawings(page)}
    assert list(plots)[2:] == [
        "Solved within tokens",
        "Solved by area",
        "Time by area",
        "Solved by difficulty",
        "pass@k",
        "pass@k by area",
        "pass@k by difficulty",
    ]
    assert plots["Solved within tokens"].findtext(f"{SVG}desc") == (
        "2 of 3 problems are solved; half of those within 100 tokens, all within 100."
    )
    said = plots["pass@k by area"].findtext(f"{SVG}desc") or ""
    assert said.startswith("logic: pass@1 50.0% (50.0% to 50.0%); pass@4 100.0% (20.7% to 100.0%).")
    assert "fill-opacity: 0.2" in ET.tostring(plots["pass@k"], encoding="unicode")
    assert re.search(r'<th scope="row">half</th>.*?<td class="number">2 of 4</td>', page)
    assert re.search(r'<th scope="row">all</th><td class="number">50.0% \(', page)


def test_two_runs_stand_beside_each_other_at_equal_cost(tmp_path: Path):
    before = [record("a", checks=5), record("b", "open", checks=300), record("gone")]
    after = [record("a", checks=50), record("b", checks=200), record("new")]

    write_page(tmp_path / "p.html", results(after, way="tree"), summarize(after), results(before))

    page = (tmp_path / "p.html").read_text("utf-8")
    plots = {plot.findtext(f"{SVG}title"): plot.findtext(f"{SVG}desc") for plot in drawings(page)}
    assert plots["Two runs: solved within checks"] == (
        "Before, 1 of 2 problems are solved; half of those within 5 checks, all within 5. "
        "After, 2 of 2 problems are solved; half of those within 50 checks, all within 200."
    )
    assert plots["Two runs: solved by area"] == "logic: 1 → 2."
    assert "Two runs: solved within tokens" not in plots
    assert "<li>way: whole → tree</li>" in page
    assert '<th scope="row">100 checks</th><td class="number">1</td><td class="number">1</td>' in page
    assert '<th scope="row">200 checks</th><td class="number">1</td><td class="number">2</td>' in page


def test_what_is_of_another_environment_is_named_and_counted_nowhere_else(tmp_path: Path):
    run = [record("a"), record("reals", "not_in_this_environment", area="analysis")]

    write_page(tmp_path / "p.html", results(run), summarize(run))

    page = (tmp_path / "p.html").read_text("utf-8")
    assert re.search(r"<h1>1 of 1 problems solved,\s*1 not in this environment</h1>", page)
    assert "<h2>Not solved</h2>" not in page
    assert re.search(r"<h2>Not in this environment</h2>.*?<pre>reals</pre>", page, re.DOTALL)
    assert "analysis: 0 of 0" in (drawings(page)[2].findtext(f"{SVG}desc") or "")
