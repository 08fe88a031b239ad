"""The problems with a sketch for each: a proof of which only the structure is there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

ROOT = Path(__file__).parents[2]
FILE = ROOT / "bench" / "sketches.jsonl"


@dataclass(frozen=True, slots=True)
class SketchedProblem:
    """A true statement. `sketch` is a term for it, a `by` block, with a `sorry` for every step."""

    name: str
    statement: str
    words: str
    area: str
    difficulty: int
    sketch: str

    @property
    def text(self) -> str:
        """What a person would type: the statement with the sketch behind it."""
        return f"{self.statement} := {self.sketch}"

    @property
    def reply(self) -> str:
        """What a model would say: a plan, and the sketch in a block."""
        return f"{self.words} The claims below lead there.\n\n```lean4\n{self.text}\n```\n"


_LINE = TypeAdapter(SketchedProblem)


def read_sketched(path: Path = FILE) -> list[SketchedProblem]:
    """Every problem of a file, in its order. Raises ValidationError."""
    return [_LINE.validate_python(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def chosen(problems: Sequence[SketchedProblem], names: Sequence[str]) -> list[SketchedProblem]:
    """Those that are named, or all. Raises KeyError for a name that does not occur."""
    known = {problem.name: problem for problem in problems}
    return [known[name] for name in names] if names else list(problems)
