"""The page of a run: one file that needs nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.bench.comparison import Comparison, compare
from app.bench.drawing import Plot
from app.bench.files import write_whole
from app.bench.passes import Pass
from app.bench.plots import plots, plots_beside
from app.bench.results import Grade, Record, Results
from app.bench.summary import Summary, Tally
from app.bench.tables import per_cent, spread_in_words

_TEMPLATES = Path(__file__).parents[2] / "templates" / "bench"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the summary: what it is and what it amounts to."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Another run and what changed since then."""

    results: Results
    comparison: Comparison
    plots: tuple[Plot, ...]


@dataclass(frozen=True, slots=True)
class PassRow:
    """What pass@k is for a group of problems, an estimate a column; None where there are fewer attempts."""

    group: Tally
    passes: tuple[Pass | None, ...]


@dataclass(frozen=True, slots=True)
class PassTable:
    """pass@k of everything, by area and by difficulty; without rows where each problem was attempted once."""

    ks: tuple[int, ...]
    rows: tuple[PassRow, ...]


@dataclass(frozen=True, slots=True)
class BenchPage:
    """What `templates/bench/page.html` shows; `left` are the problems that are not solved, but for those of
    another environment; `beside` is another run, if one was given.
    """

    results: Results
    summary: Summary
    figures: tuple[Figure, ...]
    plots: tuple[Plot, ...]
    passes: PassTable
    left: tuple[Record, ...]
    beside: Beside | None


def write_page(path: Path, results: Results, summary: Summary, other: Results | None = None) -> None:
    """Raises BadFile if the file cannot be written."""
    page = BenchPage(
        results=results,
        summary=summary,
        figures=_figures(results, summary),
        plots=plots(results.records),
        passes=_pass_table(summary),
        left=tuple(one for one in results.records if one.grade in (Grade.UNSOLVED, Grade.WRONG)),
        beside=Beside(other, compare(other, results), plots_beside(other, results)) if other else None,
    )
    html = _environment().get_template("page.html").render(page=page)
    write_whole(path, html.encode())


def _pass_table(summary: Summary) -> PassTable:
    ks = tuple(each.k for each in summary.total.passes)
    if len(ks) < 2:
        return PassTable((), ())
    rows = []
    for group in (*summary.areas, *summary.difficulties, summary.total):
        known = {each.k: each for each in group.passes}
        rows.append(PassRow(group, tuple(known.get(k) for k in ks)))
    return PassTable(ks, tuple(rows))


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"per_cent": per_cent, "outcome": lambda name: name.replace("_", " ")}
    environment.globals |= {"WRONG": Grade.WRONG, "SOLVED": Grade.SOLVED}
    return environment


def _figures(results: Results, summary: Summary) -> tuple[Figure, ...]:
    conditions, rate = results.conditions, summary.solved_per_minute
    workers = f"{conditions.lean_workers} Lean workers, {conditions.jobs} at a time"
    tokens = f", {conditions.tokens} tokens" if conditions.tokens else ""
    here = [record for record in results.records if record.grade is not Grade.ELSEWHERE]
    attempts = " or ".join(map(str, sorted({len(record.attempts) for record in here})))
    return (
        Figure("Seconds", spread_in_words(summary.seconds, ".2f")),
        Figure("Lean checks", spread_in_words(summary.checks, ".0f")),
        *([Figure("Tokens", spread_in_words(summary.tokens, ".0f"))] if summary.tokens else []),
        Figure("Solved per minute", "—" if rate is None else f"{rate:.1f}"),
        Figure("Processor time outside Lean", per_cent(summary.outside_cpu)),
        Figure("Time with no question to Lean", per_cent(summary.outside_wall)),
        Figure("Way", f"{conditions.way}, attempts at a problem: {attempts or 'none'}"),
        Figure("Budget of an attempt", f"{conditions.seconds:g} s, {conditions.checks} checks{tokens}"),
        Figure("Machine", f"{conditions.cpus} processors, {workers}"),
        Figure("Lean", f"{conditions.lean}, library {conditions.library[:12]}"),
        Figure("Lemmata", f"{conditions.lemmata}, program {conditions.program[:12]}"),
        Figure("Commit", re.sub(r"(?<=^.{12})[0-9a-f]+", "", results.commit or "—")),
    )
