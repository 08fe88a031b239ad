"""What a reply in words ends with, where its last line was to begin with a mark such as `ANSWER: `."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKUP = "*_`$ .\t"
_LABEL = (
    r"[\W_]*(?i:(?:(?:the|my|final|overall) )*(?:(?:answer|verdict|result|conclusion)(?: is)?[*_`]*:?[\W_]*)?"
    r"(?:the )?)"
)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """`mark` is empty where the reply has none; `told` stands behind it, perhaps nothing."""

    mark: str = ""
    told: str = ""


def conclusion(reply: str, *marks: str) -> Conclusion:
    """The last line of `reply` with one of `marks`, which are given in capitals.

    A line may begin with it in any case and markup; inside a line it stands in capitals before a colon.
    """
    mark = "|".join(marks)
    begins = re.compile(rf"{_LABEL}(?P<mark>(?i:{mark}))\b[*_`\"')]*\s*(?:[:.,;–—-]|$)(?P<told>.*)")
    inside = re.compile(rf".*\b(?P<mark>{mark})[*_`]*:(?P<told>.*)")
    lines = reply.strip().splitlines()
    for number in reversed(range(len(lines))):
        if found := begins.match(lines[number]) or inside.match(lines[number]):
            behind = (line.strip(_MARKUP) for line in (found["told"], *lines[number + 1 :]))
            return Conclusion(found["mark"].upper(), next(filter(None, behind), ""))
    return Conclusion()
