"""One whole proof from a model and no more: what a search is compared with."""

from __future__ import annotations

from app.domain.events import Open, Outcome, Side
from app.domain.problem import Problem
from app.pipeline.final import final_word
from app.pipeline.lab import Job, Lab
from app.pipeline.lock import Locked, lock
from app.pipeline.node import Node
from app.pipeline.whole import Mode, sampled
from app.ports import Journal, Model


async def single(
    problem: Problem, lab: Lab, journal: Journal, model: Model, mode: Mode, seed: int
) -> Outcome:
    """The outcome of one sample; `Open` where it is no proof. Raises CheckerUnavailable."""
    job = Job(problem, lab, journal)
    locked = await lock(job)
    if not isinstance(locked, Locked):
        return locked
    statement = locked.reading.statement
    proof = await sampled(Node.root(job, statement, locked.goal), model, mode, 1, seed)
    if proof is None:
        return Open("The sample is no proof.", locked.goal, job.spent)
    return await final_word(job, statement, Side.STATEMENT, proof, ())
