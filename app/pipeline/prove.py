"""A goal of the tree: what is tried there, in which order, and when it is left.

The ladder follows what is published of the success of each rung (arXiv:2504.21801, table 1): a few quick
samples beside our own prover, repair, thinking samples, and then a sketch whose subgoals are proved the same
way. What is left of the budget goes to a tree search: at the root, and where a person wants more of a node.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from typing import Any

from app.domain.act import Act
from app.domain.events import NodeClosed, NodeLeft, NodeTried, Side
from app.domain.problem import Problem
from app.domain.proof import term
from app.domain.regrow import as_term
from app.domain.subtask import Subtask
from app.domain.verdict import Checked, Rejected, Undecided
from app.pipeline.decompose import DEEPEST, composed, decomposed, draw
from app.pipeline.explore import explored
from app.pipeline.lab import Job, Lab
from app.pipeline.ladder import QUICK, THINKING
from app.pipeline.node import Node
from app.pipeline.place import Place
from app.pipeline.quiet import Quiet
from app.pipeline.search import Found, SearchLimits, search
from app.pipeline.whole import Mode, continued, cut, filled_in, furthest, repaired, sampled
from app.ports import Journal

SUBGOAL_S, SUBGOAL_CHECKS = 10.0, 4000  # of our own prover for one subgoal
MODELS_WAIT_S = 1.0  # tokens cost money
Way = Coroutine[Any, Any, str | None]
_RESUMES = "deepseek-prover"  # models of this style are trained to go on behind a tactic state


async def prove(node: Node, first: Awaitable[str | None] | None = None) -> str | None:
    """A proof of the node that a warm Lean accepts in its place, or None; both are told.

    `first` is what is tried, where that is not the whole ladder. A person may take over at any moment, and as
    long as others work also when nothing more is tried here.
    """
    job = node.job
    work = first or job.crew.climb(node.path, lambda: climbed(node))
    while True:
        proof, act = await job.desk.unless_acted(node.path, work)
        if proof is not None:
            await job.journal.append(NodeClosed(node.path, proof))
            return proof
        if act is None:
            await job.journal.append(NodeLeft(node.path, _why(node)))
            act = await job.desk.act_while_others_work(node.path)
        if act is None:
            return None
        work = _by_hand(node, act)


async def assist(problem: Problem, task: Subtask, lab: Lab, journal: Journal) -> str | None:
    """Prove a subgoal of a job that another worker has; what is found holds in its place there."""
    job = Job(replace(problem, seconds=max(task.seconds, 1.0)), lab, journal)
    listening = asyncio.create_task(job.desk.listen())
    try:
        with job.desk.at_work():
            return await climbed(Node(job, task.node, task.subgoal, task.subgoal.goal, task.shown))
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


async def _by_hand(node: Node, act: Act) -> str | None:
    """What a person wants here: try again, this proof, or this sketch."""
    if not act.text.strip():
        return await climbed(node) or await explored(node)
    proof = as_term(act.text)
    verdict = await node.holds(proof)
    if isinstance(verdict, Checked):
        return proof
    if isinstance(verdict, Rejected):
        tried = NodeTried(node.path, "by hand", "Lean rejects it", checks=1, said=verdict.first_error.text)
        await node.job.journal.append(tried)
        return None
    sketch = await draw(node, proof)
    return await composed(node, sketch, prove) if sketch else None


async def climbed(node: Node) -> str | None:
    """Go up the ladder."""
    models = node.job.lab.models
    if proof := await _remembered(node):
        return proof
    if proof := await _either(symbolic(node) if node.path else None, lambda: _quick(node)):
        return proof
    if models.infill and (proof := await filled_in(node, models.infill)):
        return proof
    if models.prover and (proof := await _mended(node)):
        return proof
    if models.prover and (proof := await sampled(node, models.prover, Mode.THINKING, THINKING)):
        return proof
    if models.planner and node.depth < DEEPEST:
        return await decomposed(node, models.planner, prove)
    return None


async def _remembered(node: Node) -> str | None:
    """What a worker before us has found for this goal, if Lean accepts it here, or has sketched."""
    memory = node.job.memory
    proof = memory.closed.get(node.goal)
    if proof and isinstance(await node.holds(proof), Checked):
        return proof
    sketch = memory.sketches.get(node.goal)
    found = await draw(node, sketch) if sketch else None
    return await composed(node, found, prove) if found else None


async def _mended(node: Node) -> str | None:
    """Use what the rejected proofs got right."""
    model = node.job.lab.models.prover
    if model is None:
        return None
    for failed in furthest(list(node.judged.values()))[:1]:
        prefix = await cut(node, failed)
        if prefix is None:
            continue
        rest = Node(node.job, node.path, prefix.subgoal, prefix.subgoal.goal, node.statement)
        if proof := await symbolic(rest, "our prover, behind the part of a sample that holds"):
            return prefix.subgoal.sketch.filled({prefix.subgoal.number: proof})
        if model.offer.style.startswith(_RESUMES) and (proof := await continued(node, model, prefix)):
            return proof
    return await repaired(node, model)


async def symbolic(node: Node, way: str = "our prover") -> str | None:
    """What our own prover finds for the goal in its place."""
    job, quiet = node.job, Quiet()
    limits = SearchLimits(min(SUBGOAL_S, max(job.left_s, 0.0)), SUBGOAL_CHECKS, job.lab.check_s)
    found = await search(
        node.frame, Place(node.goal), Side.STATEMENT, job.lab.prover, job.lab.checker, quiet, limits
    )
    if isinstance(found, Undecided):
        await job.journal.append(NodeTried(node.path, way, "Lean could not be asked", said=found.detail))
        return None
    job.checks += found.checks
    said = "" if isinstance(found, Found) else f"left: {found.stuck_on.target}" if found.stuck_on else ""
    result = "Lean accepts its proof" if isinstance(found, Found) else "found nothing"
    elapsed_s = round(found.elapsed_s, 3)
    await job.journal.append(
        NodeTried(node.path, way, result, checks=found.checks, elapsed_s=elapsed_s, said=said)
    )
    return term(found.tree) if isinstance(found, Found) else None


async def _quick(node: Node) -> str | None:
    model = node.job.lab.models.prover
    return await sampled(node, model, Mode.QUICK, QUICK) if model else None


async def _either(ours: Way | None, theirs: Callable[[], Way]) -> str | None:
    """The first proof that one of two ways finds; the other is stopped then.

    A model is asked for nothing that our own prover finds within a head start.
    """
    tasks = [asyncio.create_task(ours)] if ours else []
    try:
        if tasks:
            await asyncio.wait(tasks, timeout=MODELS_WAIT_S)
        if tasks and tasks[0].done() and (proof := tasks[0].result()):
            return proof
        tasks.append(asyncio.create_task(theirs()))
        for ended in asyncio.as_completed(tasks):
            if (proof := await ended) is not None:
                return proof
        return None
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _why(node: Node) -> str:
    if node.job.left_s <= 0:
        return "The time ran out."
    if node.job.lab.models.prover is None:
        return "Our own prover found nothing, and no model is configured."
    return "Everything was tried that is tried by itself."
