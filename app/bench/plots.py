"""The plots of a run, and of two beside each other."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from app.bench.comparison import shared
from app.bench.drawing import FAINT, FIRST, SECOND, Plot, decades, draw, draw_grid
from app.bench.passes import Pass
from app.bench.results import Grade, Record, Results
from app.bench.summary import Tally, by_area, by_difficulty, tally

_COSTS: dict[str, Callable[[Record], float]] = {
    "seconds": operator.attrgetter("seconds"),
    "checks": operator.attrgetter("checks"),
    "tokens": operator.attrgetter("tokens"),
}
_LEAST = {"seconds": 0.01, "checks": 1.0, "tokens": 1.0}  # what is less is drawn there
_COLOURS = (FIRST, SECOND)


@dataclass(frozen=True, slots=True)
class _Run:
    """What a curve is drawn of: the records that can be stated here, and what to call them."""

    name: str
    records: tuple[Record, ...]

    @classmethod
    def of(cls, name: str, records: Sequence[Record]) -> _Run:
        return cls(name, tuple(record for record in records if record.grade is not Grade.ELSEWHERE))

    def costs(self, unit: str) -> list[float]:
        """Of what is solved, the cheapest first."""
        return sorted(_COSTS[unit](record) for record in self.records if record.grade is Grade.SOLVED)


def plots(records: Sequence[Record]) -> tuple[Plot, ...]:
    runs = (_Run.of("", records),)
    areas, difficulties = by_area(records), by_difficulty(records)
    return (
        *(_solved(unit, runs, f"Solved within {unit}") for unit in _units(runs)),
        *_bars(areas, "area"),
        *(_bars(difficulties, "difficulty")[:1] if difficulties else ()),
        *_pass_plots(tally("all", records), areas, difficulties),
    )


def plots_beside(before: Results, after: Results) -> tuple[Plot, ...]:
    """Both runs, on the problems that both have."""
    pairs = shared(before, after)
    runs = (
        _Run.of("before", [old for old, _ in pairs]),
        _Run.of("after", [new for _, new in pairs]),
    )
    passes = [tally(run.name, run.records).passes for run in runs]
    several = any(len(known) > 1 for known in passes)
    curves = {run.name: known for run, known in zip(runs, passes, strict=True)}
    return (
        *(_solved(unit, runs, f"Two runs: solved within {unit}") for unit in _units(runs)),
        *([_pass_curves(curves, "Two runs: pass@k")] if several and all(passes) else ()),
        *([_both(runs)] if pairs else ()),
    )


def _units(runs: Sequence[_Run]) -> list[str]:
    """Tokens are a cost only where a model was asked."""
    spent = any(record.tokens for run in runs for record in run.records)
    return [unit for unit in _COSTS if unit != "tokens" or spent]


def _solved(unit: str, runs: Sequence[_Run], title: str) -> Plot:
    """How many are solved within so many seconds, checks or tokens a problem."""
    every = [max(cost, _LEAST[unit]) for run in runs for cost in run.costs(unit)]
    left, right = decades(every or [_LEAST[unit]])
    most = max(len(run.records) for run in runs)

    def on(axes: Axes) -> None:
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter("{x:g}")
        axes.axhline(most, color=FAINT, linestyle="--", linewidth=1)
        for run, colour in zip(runs, _COLOURS, strict=False):
            known = [max(cost, _LEAST[unit]) for cost in run.costs(unit)]
            if known:
                steps, heights = [known[0], *known, right], [*range(len(known) + 1), len(known)]
                axes.step(steps, heights, where="post", color=colour, linewidth=2, label=run.name or None)
        axes.set_xlim(left, right)
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_ylim(0, max(most, 1) * 1.05)
        axes.set_xlabel(unit)
        axes.set_ylabel("problems solved")
        if len(runs) > 1 and every:
            axes.legend(loc="lower right")

    return draw(title, " ".join(_solved_in_words(unit, run) for run in runs), on, 8)


def _solved_in_words(unit: str, run: _Run) -> str:
    costs = run.costs(unit)
    half = costs[(len(costs) - 1) // 2] if costs else 0.0
    within = f"; half of those within {half:g} {unit}, all within {max(costs):g}" if costs else ""
    named = f"{run.name.capitalize()}, " if run.name else ""
    return f"{named}{len(costs)} of {len(run.records)} problems are solved{within}."


def _bars(groups: Sequence[Tally], kind: str) -> tuple[Plot, Plot]:
    solved = "; ".join(f"{group.name}: {group.solved} of {group.problems}" for group in groups) + "."
    times = (f"{group.name}: {group.lean_s:.1f} s and {group.outside_s:.1f} s" for group in groups)
    spent = "Asking Lean, and outside Lean: " + "; ".join(times) + "."
    return (
        draw(f"Solved by {kind}", solved, lambda axes: _solved_bars(axes, groups), len(groups)),
        draw(f"Time by {kind}", spent, lambda axes: _time_bars(axes, groups), len(groups)),
    )


def _solved_bars(axes: Axes, groups: Sequence[Tally]) -> None:
    names = [group.name for group in groups]
    axes.barh(names, [group.problems for group in groups], color="none", edgecolor=FAINT)
    bars = axes.barh(names, [group.solved for group in groups], color=FIRST)
    axes.bar_label(bars, [f"{group.solved} of {group.problems}" for group in groups], padding=4)
    axes.set_xlim(0, max(1, *(group.problems for group in groups)) * 1.25)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.invert_yaxis()
    axes.set_xlabel("problems")


def _time_bars(axes: Axes, groups: Sequence[Tally]) -> None:
    names, lean = [group.name for group in groups], [group.lean_s for group in groups]
    axes.barh(names, lean, color=FIRST, label="asking Lean")
    axes.barh(names, [group.outside_s for group in groups], left=lean, color=SECOND, label="outside Lean")
    axes.invert_yaxis()
    axes.set_xlabel("seconds, all problems together")
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)


def _both(runs: Sequence[_Run]) -> Plot:
    """Two bars an area, one below the other."""
    groups = [by_area(run.records) for run in runs]
    names = list(dict.fromkeys(group.name for run in groups for group in run))
    solved = [{group.name: group.solved for group in run} for run in groups]
    words = "; ".join(f"{name}: {solved[0].get(name, 0)} → {solved[1].get(name, 0)}" for name in names)

    def on(axes: Axes) -> None:
        for number, (run, colour) in enumerate(zip(runs, _COLOURS, strict=True)):
            places = [place + 0.4 * number - 0.2 for place in range(len(names))]
            counts = [solved[number].get(name, 0) for name in names]
            axes.barh(places, counts, height=0.36, color=colour, label=run.name)
        axes.set_yticks(range(len(names)), names)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.invert_yaxis()
        axes.set_xlabel("problems solved")
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)

    return draw("Two runs: solved by area", f"{words}.", on, 1.6 * len(names))


def _pass_plots(total: Tally, areas: Sequence[Tally], difficulties: Sequence[Tally]) -> list[Plot]:
    """Nothing where each problem was attempted once: that is what is solved."""
    if len(total.passes) < 2:
        return []
    grids = {"pass@k by area": areas, "pass@k by difficulty": difficulties}
    several = {title: [group for group in groups if group.passes] for title, groups in grids.items()}
    return [
        _pass_curves({"": total.passes}, "pass@k"),
        *(_pass_grid(title, groups) for title, groups in several.items() if groups),
    ]


def _pass_curves(curves: dict[str, tuple[Pass, ...]], title: str) -> Plot:
    def on(axes: Axes) -> None:
        for (name, passes), colour in zip(curves.items(), _COLOURS, strict=False):
            _pass_curve(axes, passes, colour, name)
        axes.set_ylabel("solved by one of k attempts")
        axes.set_xlabel("k, with 95 % intervals")
        if len(curves) > 1:
            axes.legend(loc="lower right")

    words = " ".join(f"{name.capitalize()}: {_passes_in_words(known)}" for name, known in curves.items())
    return draw(title, words.removeprefix(": "), on, 8)


def _pass_grid(title: str, groups: Sequence[Tally]) -> Plot:
    def small(group: Tally) -> Callable[[Axes], None]:
        def on(axes: Axes) -> None:
            _pass_curve(axes, group.passes, FIRST, "")
            axes.set_title(f"{group.name} ({group.problems})", fontsize=9)

        return on

    words = " ".join(f"{group.name}: {_passes_in_words(group.passes)}" for group in groups)
    return draw_grid(title, words, [small(group) for group in groups])


def _pass_curve(axes: Axes, passes: Sequence[Pass], colour: str, name: str) -> None:
    ks = [each.k for each in passes]
    axes.set_xscale("log", base=2)
    axes.xaxis.set_major_formatter("{x:g}")
    lows, highs = [each.low for each in passes], [each.high for each in passes]
    axes.fill_between(ks, lows, highs, color=colour, alpha=0.2, linewidth=0)
    axes.plot(ks, [each.value for each in passes], color=colour, marker="o", markersize=3, label=name or None)
    axes.yaxis.set_major_formatter(PercentFormatter(1.0))
    axes.set_ylim(0, 1.02)


def _passes_in_words(passes: Sequence[Pass]) -> str:
    """The first and the last of them, as the rest lies between."""
    ends = [passes[0], *passes[1:][-1:]]
    return "; ".join(f"pass@{one.k} {one.value:.1%} ({one.low:.1%} to {one.high:.1%})" for one in ends) + "."
