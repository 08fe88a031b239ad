"""The table and the figures of a measurement."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from tests.decomposition.results import Run, Way, left_open, solved_by, solved_by_sketch


def table(runs: Sequence[Run]) -> Table:
    """A line for each problem: how it ended on each way, and what the sketch took."""
    drawn = Table("problem", *Way, "seconds", "subgoals closed")
    for name in dict.fromkeys(run.problem for run in runs):
        ways = {run.way: run for run in runs if run.problem == name}
        sketched = [ways[way] for way in (Way.OWN, Way.MODEL) if way in ways]
        drawn.add_row(
            name,
            *(ways[way].end if way in ways else "" for way in Way),
            " / ".join(f"{run.seconds:.1f}" for run in sketched),
            " / ".join(f"{run.closed} of {run.subgoals}" for run in sketched),
        )
    return drawn


def figures(runs: Sequence[Run]) -> list[str]:
    own, models = len(solved_by(runs, Way.OWN)), len(solved_by(runs, Way.MODEL))
    loads = sorted(run.load for run in runs)
    said = [
        f"not solved whole: {len(left_open(runs))}; solved by sketch: {len(solved_by_sketch(runs))}",
        f"by the person's own sketch: {own}; by the model's: {models}; above are those solved by both",
    ]
    if loads:
        said.append(f"load: {loads[0]} to {loads[-1]} on {runs[0].processors} processors")
    return said
