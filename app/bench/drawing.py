"""Drawings as SVG that stands in a page: its colours are those of the page, and it has words."""

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
    """`description` says in words what one sees; `svg` carries it and the title. A `wide` one has a row."""

    title: str
    description: str
    svg: Markup
    wide: bool = False


def draw(title: str, description: str, on: Callable[[Axes], None], rows: float) -> Plot:
    """One pair of axes, with room for `rows` lines of text."""
    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(4.4, max(2.2, 0.9 + 0.24 * rows)), layout="constrained")
        on(figure.subplots())
        return Plot(title, description, _in_a_page(_svg(figure), title, description))


def draw_grid(title: str, description: str, each: Sequence[Callable[[Axes], None]]) -> Plot:
    """Small axes, three in a row, that have their scales in common."""
    columns = min(3, len(each))
    rows = math.ceil(len(each) / columns)
    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(3.1 * columns, 0.4 + 1.9 * rows), layout="constrained")
        grid = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
        places = list(grid.flat)
        for on, axes in zip(each, places, strict=False):
            on(axes)
        for axes in places[len(each) :]:
            axes.set_axis_off()
        return Plot(title, description, _in_a_page(_svg(figure), title, description), wide=columns > 1)


def decades(values: Sequence[float]) -> tuple[float, float]:
    """From one power of ten to another, so that the axis has at least two numbers."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return 10.0**low, 10.0 ** max(high, low + 1)


def _svg(figure: Figure) -> str:
    drawn = io.StringIO()
    figure.savefig(drawn, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    return drawn.getvalue()


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
