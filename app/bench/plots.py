"""Plots of a run as SVG that stands in a page: its colours are those of the page, and it has words."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

import matplotlib
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from app.bench.results import Grade, Record
from app.bench.summary import Tally, tallies

_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
# Colours that nothing else has, each replaced by a variable of the page, which knows whether it is dark.
INK, FAINT, FIRST, SECOND = "#010101", "#020202", "#030303", "#040404"
_VARIABLES = {INK: "var(--ink)", FAINT: "var(--faint)", FIRST: "var(--first)", SECOND: "var(--second)"}
_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "lemmata",
    "font.family": "sans-serif",
    "font.size": 9,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": FAINT,
    "axes.facecolor": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.facecolor": "none",
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelcolor": INK,
    "legend.frameon": False,
}


@dataclass(frozen=True, slots=True)
class Plot:
    """`description` says in words what one sees; `svg` carries it and the title."""

    title: str
    description: str
    svg: Markup


def plots(records: Sequence[Record]) -> tuple[Plot, ...]:
    solved = [record for record in records if record.grade is Grade.SOLVED]
    seconds, checks = [record.seconds for record in solved], [record.checks for record in solved]
    areas = tallies(records)
    return (
        _curve("seconds", seconds, len(records)),
        _curve("checks", checks, len(records)),
        _draw("Solved by area", _solved_in_words(areas), lambda axes: _solved_bars(axes, areas), len(areas)),
        _draw("Time by area", _time_in_words(areas), lambda axes: _time_bars(axes, areas), len(areas)),
    )


def _curve(unit: str, values: Sequence[float], problems: int) -> Plot:
    """How many are solved within so many seconds or checks."""
    half = sorted(values)[(len(values) - 1) // 2] if values else None
    within = f"; half of those within {half:g} {unit}, all within {max(values):g}" if values else ""
    description = f"{len(values)} of {problems} problems are solved{within}."

    def draw(axes: Axes) -> None:
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter("{x:g}")
        axes.axhline(problems, color=FAINT, linestyle="--", linewidth=1)
        least = 1 if unit == "checks" else 0.01
        known = sorted(max(value, least) for value in values)
        if known:
            steps = [known[0], *known, _decades(known)[1]]
            axes.step(steps, [*range(len(known) + 1), len(known)], where="post", color=FIRST, linewidth=2)
        axes.set_xlim(*_decades(known or [least]))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_ylim(0, problems * 1.05)
        axes.set_xlabel(unit)
        axes.set_ylabel("problems solved")

    return _draw(f"Solved within {unit}", description, draw, 8)


def _decades(values: Sequence[float]) -> tuple[float, float]:
    """From one power of ten to another, so that the axis has at least two numbers."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return 10.0**low, 10.0 ** max(high, low + 1)


def _solved_bars(axes: Axes, areas: Sequence[Tally]) -> None:
    names = [tally.area for tally in areas]
    axes.barh(names, [tally.problems for tally in areas], color="none", edgecolor=FAINT)
    bars = axes.barh(names, [tally.solved for tally in areas], color=FIRST)
    axes.bar_label(bars, [f"{tally.solved} of {tally.problems}" for tally in areas], padding=4)
    axes.set_xlim(0, max(tally.problems for tally in areas) * 1.25)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.invert_yaxis()
    axes.set_xlabel("problems")


def _time_bars(axes: Axes, areas: Sequence[Tally]) -> None:
    names, lean = [tally.area for tally in areas], [tally.lean_s for tally in areas]
    axes.barh(names, lean, color=FIRST, label="asking Lean")
    axes.barh(names, [tally.outside_s for tally in areas], left=lean, color=SECOND, label="outside Lean")
    axes.invert_yaxis()
    axes.set_xlabel("seconds, all problems together")
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)


def _solved_in_words(areas: Sequence[Tally]) -> str:
    return "; ".join(f"{tally.area}: {tally.solved} of {tally.problems}" for tally in areas) + "."


def _time_in_words(areas: Sequence[Tally]) -> str:
    times = (f"{tally.area}: {tally.lean_s:.1f} s and {tally.outside_s:.1f} s" for tally in areas)
    return "Asking Lean, and outside Lean: " + "; ".join(times) + "."


def _draw(title: str, description: str, draw: Callable[[Axes], None], rows: int) -> Plot:
    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(4.4, max(2.2, 0.9 + 0.24 * rows)), layout="constrained")
        draw(figure.subplots())
        drawn = io.StringIO()
        figure.savefig(drawn, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    return Plot(title, description, _in_a_page(drawn.getvalue(), title, description))


def _in_a_page(drawn: str, title: str, description: str) -> Markup:
    """The drawing without a size, styles and links of its own; several may stand in one page."""
    ET.register_namespace("", _SVG)
    root = ET.fromstring(drawn)  # noqa: S314 - Matplotlib wrote it just now
    key = re.sub(r"\W+", "-", title.lower())
    _rename(root, key)
    for unwanted in ("width", "height", "version"):
        root.attrib.pop(unwanted, None)
    for parent in root.iter():
        for child in [one for one in parent if one.tag in (f"{{{_SVG}}}style", f"{{{_SVG}}}metadata")]:
            parent.remove(child)
    root.attrib |= {"role": "img", "aria-labelledby": f"{key}-title {key}-words"}
    for place, (tag, words) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{{{_SVG}}}{tag}", {"id": f"{key}-{'title' if tag == 'title' else 'words'}"})
        element.text = words
        root.insert(place, element)
    text = ET.tostring(root, encoding="unicode")
    return Markup(re.sub(r"#0[1-4]0[1-4]0[1-4]", lambda colour: _VARIABLES[colour[0]], text))  # noqa: S704


def _rename(root: ET.Element, key: str) -> None:
    """Begin every name with `key`, and call it so where it is used."""
    for element in root.iter():
        if "id" in element.attrib:
            element.set("id", f"{key}-{element.attrib['id']}")
        if link := element.attrib.pop(_LINK, None):
            element.set("href", f"#{key}-{link.removeprefix('#')}")
        for name, value in element.attrib.items():
            element.set(name, re.sub(r"url\(#", f"url(#{key}-", value))
