"""The page of a run: one file that needs nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.bench.plots import Plot, plots
from app.bench.results import Grade, Record, Results, write_whole
from app.bench.summary import Summary
from app.bench.tables import per_cent, spread_in_words

_TEMPLATES = Path(__file__).parents[2] / "templates" / "bench"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the summary: what it is and what it amounts to."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class BenchPage:
    """What `templates/bench/page.html` shows; `left` are the problems that are not solved."""

    results: Results
    summary: Summary
    figures: tuple[Figure, ...]
    plots: tuple[Plot, ...]
    left: tuple[Record, ...]


def write_page(path: Path, results: Results, summary: Summary) -> None:
    """Raises BadFile if the file cannot be written."""
    page = BenchPage(
        results=results,
        summary=summary,
        figures=_figures(results, summary),
        plots=plots(results.records),
        left=tuple(record for record in results.records if record.grade is not Grade.SOLVED),
    )
    html = _environment().get_template("page.html").render(page=page)
    write_whole(path, html.encode())


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
    return (
        Figure("Seconds", spread_in_words(summary.seconds, ".2f")),
        Figure("Lean checks", spread_in_words(summary.checks, ".0f")),
        Figure("Solved per minute", "—" if rate is None else f"{rate:.1f}"),
        Figure("Processor time outside Lean", per_cent(summary.outside_cpu)),
        Figure("Time with no question to Lean", per_cent(summary.outside_wall)),
        Figure("Budget of a problem", f"{conditions.seconds:g} s"),
        Figure("Machine", f"{conditions.cpus} processors, {workers}"),
        Figure("Lean", f"{conditions.lean}, library {conditions.library[:12]}"),
        Figure("Lemmata", f"{conditions.lemmata}, program {conditions.program[:12]}"),
        Figure("Commit", re.sub(r"(?<=^.{12})[0-9a-f]+", "", results.commit or "—")),
    )
