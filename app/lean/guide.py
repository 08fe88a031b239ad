"""Reads `guide/*.lean`: notation and tactics, each with a line about it and an example that Lean accepts.

A heading `/-! ## Title -/` begins a group. A comment `/-- `form`, `form` | summary -/` begins an entry, for
notation `/-- `form` | `typed` or `typed` | `Constant` | summary -/`; the example is what follows it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from app.domain.reference import Group, Guide, Usage

FOLDER = Path(__file__).with_name("guide")
_GROUP = re.compile(r"^/-! ## (.+?) -/$", re.MULTILINE)
_ENTRY = re.compile(r"^/-- (.+?) -/\n(.+?)(?=\n\n|\n*\Z)", re.MULTILINE | re.DOTALL)
_BAR = re.compile(r"\s*\|\s+(?=(?:[^`]*`[^`]*`)*[^`]*$)")  # not one that is quoted
_QUOTED = re.compile(r"`+ ?(.+?) ?`+")
_NAME = re.compile(r"^theorem (\S+)", re.MULTILINE)


@cache
def guide() -> Guide:
    return Guide(_groups("notation"), _groups("tactics"))


def _groups(kind: str) -> tuple[Group, ...]:
    _, *pieces = _GROUP.split((FOLDER / f"{kind}.lean").read_text("utf-8"))
    titled = zip(pieces[::2], pieces[1::2], strict=True)
    return tuple(
        Group(title, tuple(_usage(kind.removesuffix("s"), *found) for found in _ENTRY.findall(text)))
        for title, text in titled
    )


def _usage(kind: str, comment: str, example: str) -> Usage:
    forms, *between, summary = _BAR.split(" ".join(comment.split()))
    typed, constant = between or ("", "")
    return Usage(
        key=_NAME.findall(example)[-1],
        kind=kind,
        forms=tuple(_QUOTED.findall(forms)),
        typed=tuple(_QUOTED.findall(typed)),
        constant=constant.strip("`"),
        summary=summary,
        example=example.strip(),
    )
