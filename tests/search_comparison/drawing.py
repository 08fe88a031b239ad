"""The table and the plot of a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from rich.table import Table

from tests.search_comparison.results import End, Run, Way, solved_within

_COLOURS = {Way.BEST_FIRST: "#1b5e9b", Way.RMAXTS: "#c2410c", Way.SAMPLING: "#6b7280"}
_SHARES = (32, 8, 4, 2, 1)  # of the checks that were allowed


def table(runs: Sequence[Run], limit: int) -> Table:
    """How many were solved within parts of the limit, and how the others ended."""
    drawn = Table("", *(f"≤ {limit // share}" for share in _SHARES), "not solved", "seconds")
    for way in Way:
        own = [run for run in runs if run.way is way]
        solved = [str(solved_within(runs, way, limit // share)) for share in _SHARES]
        ends = {end: sum(run.end is end for run in own) for end in End if end is not End.SOLVED}
        others = "; ".join(f"{number} {end}" for end, number in ends.items() if number)
        drawn.add_row(way, *solved, others, f"{sum(run.seconds for run in own):.0f}")
    return drawn


def differences(runs: Sequence[Run]) -> list[str]:
    """Which problems a way solved and best-first did not, and the other way round."""
    solved = {way: {run.problem for run in runs if run.way is way and run.end is End.SOLVED} for way in Way}
    said = []
    for way in (Way.RMAXTS, Way.SAMPLING):
        more, fewer = solved[way] - solved[Way.BEST_FIRST], solved[Way.BEST_FIRST] - solved[way]
        said.append(f"solved by {way} and not by best-first: {', '.join(sorted(more)) or 'none'}")
        said.append(f"solved by best-first and not by {way}: {', '.join(sorted(fewer)) or 'none'}")
    return said


def plot(runs: Sequence[Run], limit: int, path: Path) -> None:
    """Problems solved against checks, a curve for each way."""
    figure = Figure(figsize=(6, 4), layout="constrained")
    axes = figure.subplots()
    for way, colour in _COLOURS.items():
        checks = sorted(run.checks for run in runs if run.way is way and run.end is End.SOLVED)
        steps = [1, *checks, limit]
        axes.step(steps, [0, *range(1, len(checks) + 1), len(checks)], where="post", color=colour, label=way)
    problems = len({run.problem for run in runs})
    axes.axhline(problems, color="#9ca3af", linestyle="--", linewidth=1)
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter("{x:g}")
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlim(1, limit)
    axes.set_ylim(0, problems * 1.05)
    axes.set_xlabel("checks: tactics and proofs that Lean was asked about")
    axes.set_ylabel(f"solved, of {problems}")
    axes.legend(loc="lower right", frameon=False)
    figure.savefig(path)
