"""A goal of the tree: worked on by itself and by people, until it is proved or left.

What a person writes is judged at once, while the work goes on; only what Lean accepts, with gaps or without,
takes its place. What is left of the budget goes to a tree search: at the root, and where a person wants more.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import replace

from app.domain.act import Act
from app.domain.errors import NotAStatement
from app.domain.events import BY_HAND, ActTaken, NodeClosed, NodeLeft, NodeTried
from app.domain.pasted import as_term
from app.domain.problem import Problem
from app.domain.sketch import Sketch
from app.domain.subtask import Finished, Subtask
from app.domain.verdict import Checked, Reason, Undecided
from app.pipeline.climb import climbed
from app.pipeline.decompose import Drawn, composed, drawn
from app.pipeline.explore import explored
from app.pipeline.lab import Job, Lab
from app.pipeline.node import Node
from app.pipeline.tasks import end
from app.ports import Journal


async def prove(node: Node, first: Awaitable[str | None] | None = None) -> str | None:
    """A proof of the node that a warm Lean accepts in its place; that it is proved or left is told.

    `first` is what is tried, where that is not the ladder. A subgoal that was left waits for people until it
    is cancelled; the root gives up, with None, once nobody works on the job any longer.
    """
    job, desk = node.job, node.job.desk
    work = first or job.crew.climb(node.path, lambda: climbed(node, prove))
    while True:
        with desk.at_work():
            if (proof := await _worked(node, work)) is not None:
                await job.journal.append(NodeClosed(node.path, proof))
                desk.closed(node.path, proof)
                return proof
            await job.journal.append(NodeLeft(node.path, _why(node)))
        node.left.set()
        act = await (desk.act(node.path) if node.path else desk.act_while_others_work(node.path))
        if act is None:
            return None
        work = _by_hand(node, act)


async def assist(problem: Problem, task: Subtask, lab: Lab, journal: Journal) -> Finished:
    """Prove a subgoal of a job that another worker has; what is found holds in its place there."""
    job = Job(replace(problem, seconds=max(task.seconds, 1.0)), lab, journal)
    await job.desk.begin_now()
    listening = asyncio.create_task(job.desk.listen())
    try:
        with job.desk.at_work():
            proof = await climbed(Node(job, task.node, task.subgoal, task.subgoal.goal, task.shown), prove)
        return Finished(proof, job.checks, job.tokens)
    finally:
        job.desk.drop("")
        await end(listening)


async def _worked(node: Node, work: Awaitable[str | None]) -> str | None:
    """The proof that comes of `work`, or of what people do at the node meanwhile."""
    desk, wants_more = node.job.desk, list[Act]()
    doing, acting = asyncio.ensure_future(work), asyncio.ensure_future(desk.act(node.path))
    try:
        while True:
            await asyncio.wait({doing, acting}, return_when=asyncio.FIRST_COMPLETED)
            if acting.done():
                act, acting = acting.result(), asyncio.ensure_future(desk.act(node.path))
                if not act.text.strip():
                    wants_more.append(act)
                elif isinstance(judged := await _judged(node, act), str):
                    return judged
                elif judged:
                    await end(doing)
                    doing = asyncio.create_task(composed(node, judged, prove))
            elif (proof := doing.result()) is not None or not wants_more:
                return proof
            else:
                doing, wants_more = asyncio.create_task(_more(node, *wants_more)), []
    finally:
        await end(doing, acting)


async def _by_hand(node: Node, act: Act) -> str | None:
    """What comes of an act where nothing else is tried."""
    if not act.text.strip():
        return await _more(node, act)
    judged = await _judged(node, act)
    return await composed(node, judged, prove) if isinstance(judged, Drawn) else judged


async def _more(node: Node, *acts: Act) -> str | None:
    """Everything once more, and a tree search, for whoever wants to continue."""
    proof = await climbed(node, prove) or await explored(node)
    for act in acts:
        await _heard(node, act)
    return proof


async def _judged(node: Node, act: Act) -> str | Drawn | None:
    """What a person wrote, if it is a proof or a sketch in the place of the node; else it is told why not."""
    proof = as_term(act.text)
    try:
        verdict = await node.holds(proof)
        sketch = drawn(Sketch(node.frame, proof), verdict)
    except NotAStatement as error:
        verdict, sketch = Undecided(Reason.CHECKER_ERROR, str(error)), None
    if not isinstance(verdict, Checked) and sketch is None:
        result = "Lean could not decide" if isinstance(verdict, Undecided) else "Lean rejects it"
        said = node.first_error(proof, verdict)
        await node.job.journal.append(NodeTried(node.path, BY_HAND, result, checks=1, said=said))
    await _heard(node, act)
    return proof if isinstance(verdict, Checked) else sketch


async def _heard(node: Node, act: Act) -> None:
    if act.number:
        await node.job.journal.append(ActTaken(act.number, node.path))


def _why(node: Node) -> str:
    if node.job.left_s <= 0:
        return "The time ran out."
    if node.job.lab.models.prover is None:
        return "Our own prover found nothing, and no model is configured."
    if node.unanswered:
        return f"Nothing was found, and not every question was answered: {node.unanswered}"
    return "Everything was tried that is tried by itself."
