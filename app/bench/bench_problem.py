"""A problem of the bench: a statement and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Difficulty = Annotated[int, Field(ge=1, le=5, strict=True)]


class Expected(StrEnum):
    """What is known to be right, by the name that the outcome has in JSON."""

    PROVED = "proved"
    REFUTED = "refuted"
    INCONSISTENT = "inconsistent_hypotheses"


@dataclass(frozen=True, slots=True)
class BenchProblem:
    """`statement` is Lean, with the header that it was written for, if any; `words` the same for people.

    `difficulty` goes from 1 to 5, None where nobody has said; `split` is the part of a data set, such as
    `test`, and empty where there are none.
    """

    name: Words
    statement: Words
    words: str
    area: Words
    difficulty: Difficulty | None
    expected: Expected
    split: str = ""
