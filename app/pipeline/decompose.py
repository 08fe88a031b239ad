"""Sketches: a chain of claims left open, each proved in its place, side by side, and put together again.

After DeepSeek-Prover-V2 (arXiv:2504.21801, section 2). Ours: the subgoals are Lean's, not the text's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from app.domain.events import NodeOpened, NodeTried, Sketched
from app.domain.reply import plan_in
from app.domain.sampling import Sampling
from app.domain.sketch import Sketch, Subgoal
from app.domain.tactic_text import block
from app.domain.trace import Fate, Judged
from app.domain.verdict import Checked, Incomplete, Verdict
from app.pipeline.desk import Unfinished
from app.pipeline.node import Node, Round, complaints
from app.pipeline.tasks import end
from app.ports import Model

DEEPEST = 2
SKETCHES = 2  # that are asked for at a node
FEWEST, MOST = 2, 6  # claims of a sketch, as a model is told
_TOKENS = 8192

Prove = Callable[[Node], Coroutine[Any, Any, str | None]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sketch that Lean accepts, and its subgoals; `plan` is what its author says of it."""

    sketch: Sketch
    subgoals: tuple[Subgoal, ...]
    plan: str = ""


async def decomposed(node: Node, planner: Model, prove: Prove) -> str | None:
    """Have a model draw sketches, and prove the subgoals of each with `prove`, until one is whole."""
    failures = [one.messages[0].text for one in node.judged.values() if one.messages]
    prompt = node.prompt("sketch", failures=failures, fewest=FEWEST, most=MOST)
    if prompt is None or node.depth >= DEEPEST:
        return None
    for _ in range(SKETCHES):
        if node.job.left_s <= 0:
            return None
        judged = await _one(Round(node, planner, "sketch", prompt))
        if judged is None:
            return None
        if judged.fate is Fate.REJECTED:
            judged = await _mended(node, planner, judged) or judged
        if judged.fate is Fate.ACCEPTED:
            return judged.code
        plan = plan_in(judged.sample.text)
        sketch = await draw(node, judged.code, plan) if judged.fate is Fate.INCOMPLETE else None
        if sketch and (proof := await composed(node, sketch, prove)):
            return proof
    return None


async def draw(node: Node, proof: str, plan: str = "") -> Drawn | None:
    """A sketch from `proof`, a term with gaps; None where Lean does not accept it with its gaps."""
    sketch = Sketch(node.frame, proof)
    verdict = await node.job.ask(sketch.source, holes=True)
    return drawn(sketch, verdict, plan)


def drawn(sketch: Sketch, verdict: Verdict, plan: str = "") -> Drawn | None:
    """What Lean's verdict on the source of a sketch makes of it."""
    if not isinstance(verdict, Incomplete) or not (subgoals := sketch.subgoals(verdict.holes)):
        return None
    return Drawn(subgoals[0].sketch, subgoals, plan)


async def composed(node: Node, drawn: Drawn, prove: Prove) -> str | None:
    """Prove all subgoals side by side; if every one is, the sketch with its gaps filled, checked.

    None as soon as each of them is closed or left; those that were left stay open for people, until there is
    another sketch for the node.
    """
    children = [node.below(number, subgoal) for number, subgoal in enumerate(drawn.subgoals, 1)]
    await _opened(node, drawn, children)
    desk, proving = node.job.desk, list[asyncio.Task[str | None]]()
    try:
        async with node.job.crew.sharing(node.path, [child.task for child in children]):
            with desk.resting():
                proving += [asyncio.create_task(prove(child)) for child in children]
                await asyncio.gather(*map(_settled, children, proving))
    except BaseException:
        await end(*proving)
        raise
    gaps = {child.path: subgoal.number for child, subgoal in zip(children, drawn.subgoals, strict=True)}
    ended = zip(children, proving, strict=True)
    found = {gaps[child.path]: proof for child, task in ended if task.done() and (proof := task.result())}
    if len(found) < len(children):
        waiting = [task for task in proving if not task.done()]
        desk.keep_open(node.path, Unfinished(drawn.sketch, gaps, found, waiting))
        return None
    return await _joined(node, drawn.sketch.filled(found))


async def _opened(node: Node, drawn: Drawn, children: Sequence[Node]) -> None:
    """Tell the sketch, which takes the place of any other."""
    journal = node.job.journal
    node.job.desk.drop(node.path)
    node.sketches.add(drawn.sketch.proof)
    await journal.append(
        Sketched(
            node.path,
            drawn.sketch.proof,
            tuple(child.path for child in children),
            tuple(subgoal.number for subgoal in drawn.subgoals),
            tuple(sorted(drawn.sketch.terms)),
            drawn.plan,
        )
    )
    for child in children:
        await journal.append(NodeOpened(child.path, node.path, child.goal))


async def _settled(child: Node, task: asyncio.Task[str | None]) -> None:
    """Until a child is proved or left. Raises what its task has raised."""
    left = asyncio.create_task(child.left.wait())
    try:
        await asyncio.wait({task, left}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        left.cancel()
    if task.done():
        task.result()


async def _joined(node: Node, whole: str) -> str | None:
    verdict = await node.holds(whole)
    if isinstance(verdict, Checked):
        return whole
    said = node.first_error(whole, verdict)
    await node.job.journal.append(
        NodeTried(node.path, "sketch", "its subgoals are proved, but not the whole", checks=1, said=said)
    )
    return None


async def _one(turn: Round) -> Judged | None:
    async with aclosing(turn.replies(Sampling(tokens=_TOKENS))) as judged:
        async for one in judged:
            return one
    return None


async def _mended(node: Node, planner: Model, judged: Judged) -> Judged | None:
    """Show the model what Lean said of its sketch, once."""
    prompt = node.prompt("repair_sketch", proof=block(judged.code), messages=complaints(judged))
    return await _one(Round(node, planner, "sketch again", prompt)) if prompt else None
