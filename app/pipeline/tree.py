"""The tree of a job: a sketch of the person's own, or the ladder of models at the root."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from app.domain.events import NodeOpened, OwnProofRejected
from app.domain.sketch import Sketch
from app.domain.statement import Reading
from app.domain.verdict import Rejected
from app.pipeline.climb import MODELS_WAIT_S, climbed
from app.pipeline.decompose import composed, drawn
from app.pipeline.explore import explored
from app.pipeline.lab import Job
from app.pipeline.ladder import expected
from app.pipeline.lock import Locked, given
from app.pipeline.node import Node
from app.pipeline.prove import prove


@dataclass(frozen=True, slots=True)
class Composed:
    """A proof that came of models or of a sketch; a warm Lean accepted it, whole."""

    proof: str


async def grown(job: Job, locked: Locked, ahead: asyncio.Task[Any]) -> Composed | None:
    """What comes of a sketch of the person's own, or of models where there are any.

    Models are asked for nothing that our own prover, `ahead` of them, finds within their head start: tokens
    cost money.
    """
    reading, models = locked.reading, job.lab.models
    if not reading.sketch and models.prover is None and models.informal is None:
        return None
    if not reading.sketch:
        await asyncio.wait({ahead}, timeout=MODELS_WAIT_S)
    root = Node.root(job, reading.statement, locked.goal)
    await job.journal.append(NodeOpened(root.path, "", root.goal))
    proof = await prove(root, _by_sketch_or_ladder(job, root, reading))
    return Composed(proof) if proof else None


async def _by_sketch_or_ladder(job: Job, root: Node, reading: Reading) -> str | None:
    models = job.lab.models
    if reading.sketch and (proof := await _own_sketch(job, root, reading)):
        return proof
    if not (models.prover or models.informal):
        return None
    if not reading.sketch and (estimated := expected(root)):  # else models were asked before
        await job.journal.append(estimated)
    return await climbed(root, prove) or await explored(root)


async def _own_sketch(job: Job, root: Node, reading: Reading) -> str | None:
    """Prove the gaps that the person left."""
    sketch = Sketch(reading.statement, reading.sketch)
    verdict = await job.ask(sketch.source, holes=True)
    if isinstance(verdict, Rejected) and reading.attempt:
        verdict = await job.ask(reading.attempt.source)
    if isinstance(verdict, Rejected) and reading.attempt:
        await job.journal.append(OwnProofRejected(given(reading.attempt, verdict)))
    found = drawn(sketch, verdict)
    return await composed(root, found, prove) if found else None
