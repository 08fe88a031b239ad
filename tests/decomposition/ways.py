"""One problem on one way. All go through `solve` as everybody calls it, with the same Lean and prover."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Sequence
from dataclasses import replace

from app.domain.events import Event, NodeClosed, NodeOpened, Open, Outcome, Proved
from app.domain.problem import Problem
from app.domain.sampling import Prompt, Reply, Sample
from app.models.prompts import PromptFiles
from app.pipeline.lab import Lab, Models
from app.pipeline.solve import solve
from tests.decomposition.problems import SketchedProblem
from tests.decomposition.results import End, Run, Way
from tests.fakes import MemoryJournal, ScriptedModel

_log = logging.getLogger(__name__)


async def run(problem: SketchedProblem, way: Way, lab: Lab, seconds: float) -> Run:
    journal, started = MemoryJournal(), time.monotonic()
    text = problem.text if way is Way.OWN else problem.statement
    outcome: Outcome | None = None
    try:
        outcome = await solve(Problem(text, seconds=seconds), _lab(problem, way, lab), journal)
    except Exception:
        _log.exception("%s could not be worked on: %s", problem.name, way)
    elapsed_s = round(time.monotonic() - started, 2)
    closed = {event.node for event in journal.events if isinstance(event, NodeClosed)}
    opened = {event.node for event in journal.events if isinstance(event, NodeOpened)}
    return Run(
        problem.name,
        way,
        seconds,
        _end(outcome, way, journal.events),
        elapsed_s,
        outcome.spent.checks if isinstance(outcome, Proved | Open) else 0,
        len(closed - {""}),
        len(opened - {""}),
        round(os.getloadavg()[0], 1),
        os.cpu_count() or 1,
    )


def _lab(problem: SketchedProblem, way: Way, lab: Lab) -> Lab:
    """With a model that knows this sketch and nothing else, where the sketch is a model's."""
    if way is not Way.MODEL:
        return lab
    left = iter([problem.reply])

    def said(prompt: Prompt) -> Reply:
        knows = prompt.template == "sketch"
        return Sample(next(left, "I do not know.") if knows else "I do not know.", tokens=1)

    return replace(lab, models=Models(informal=ScriptedModel(said)), prompts=PromptFiles())


def _end(outcome: Outcome | None, way: Way, events: Sequence[Event]) -> End:
    match outcome:
        case Proved(certificate):
            filled = {event.proof for event in events if isinstance(event, NodeClosed) and not event.node}
            return End.SOLVED if way is Way.WHOLE or certificate.proof in filled else End.BESIDE
        case Open():
            return End.OPEN
        case _:
            return End.OTHER
