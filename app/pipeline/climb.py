"""What is tried at a goal of the tree by itself, and in which order.

The ladder follows what is published of the success of each rung (arXiv:2504.21801, table 1): a few quick
samples beside our own prover, repair, thinking samples, and then a sketch whose subgoals are proved the same
way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from app.domain.events import NodeTried, Side
from app.domain.proof import term
from app.domain.verdict import Checked, Undecided
from app.pipeline.decompose import DEEPEST, Prove, composed, decomposed, draw
from app.pipeline.found import told
from app.pipeline.ladder import QUICK, THINKING
from app.pipeline.node import Node
from app.pipeline.place import Place
from app.pipeline.quiet import Quiet
from app.pipeline.search import Found, SearchLimits, search
from app.pipeline.tasks import end
from app.pipeline.whole import Mode, continued, cut, filled_in, furthest, repaired, sampled

SUBGOAL_S, SUBGOAL_CHECKS = 10.0, 4000  # of our own prover for one subgoal
MODELS_WAIT_S = 1.0  # tokens cost money
Way = Coroutine[Any, Any, str | None]
_RESUMES = "deepseek-prover"  # models of this style are trained to go on behind a tactic state


async def climbed(node: Node, prove: Prove) -> str | None:
    """Go up the ladder; `prove` is for the subgoals of sketches."""
    models = node.job.lab.models
    if proof := await _remembered(node, prove):
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


async def _remembered(node: Node, prove: Prove) -> str | None:
    """What a worker before us has found for this goal, if Lean accepts it here, or has sketched."""
    memory = node.job.memory
    proof = memory.closed.get(node.goal)
    if proof and isinstance(await node.holds(proof), Checked):
        return proof
    sketch = memory.sketches.get(node.goal, "")
    found = await draw(node, sketch) if sketch and sketch not in node.sketches else None
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
    proof, elapsed_s = term(found.tree) if isinstance(found, Found) else None, round(found.elapsed_s, 3)
    result, said = told(found, proof)
    await job.journal.append(
        NodeTried(node.path, way, result, checks=found.checks, elapsed_s=elapsed_s, said=said)
    )
    return proof


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
        await end(*tasks)
