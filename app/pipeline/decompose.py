"""Sketches: a chain of claims left open, each proved in its place, side by side, and put together again.

After DeepSeek-Prover-V2 (arXiv:2504.21801, section 2). Ours: the subgoals are Lean's, not the text's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass

from app.domain.events import NodeOpened, Sketched
from app.domain.reply import lean_code
from app.domain.sampling import Sampling
from app.domain.sketch import Sketch, Subgoal
from app.domain.tactic_text import block
from app.domain.trace import Fate, Judged
from app.domain.verdict import Checked, Incomplete, Verdict
from app.pipeline.node import Node, Round, complaints
from app.ports import Model

DEEPEST = 2
SKETCHES = 2  # that are asked for at a node
FEWEST, MOST = 2, 6  # claims of a sketch, as a model is told
_TOKENS = 8192

Prove = Callable[[Node], Awaitable[str | None]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sketch that Lean accepts, and its subgoals; `plan` is what its author says of it."""

    sketch: Sketch
    subgoals: tuple[Subgoal, ...]
    plan: str = ""


async def decomposed(node: Node, planner: Model, prove: Prove) -> str | None:
    """Have a model draw sketches, and prove the subgoals of each with `prove`, until one is whole."""
    prompts = node.job.lab.prompts
    if prompts is None or node.depth >= DEEPEST:
        return None
    failures = [one.messages[0].text for one in node.judged.values() if one.messages]
    prompt = prompts.render(
        "sketch", statement=node.statement, words=node.words, failures=failures, fewest=FEWEST, most=MOST
    )
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
        sketch = await draw(node, judged.code, _plan(judged)) if judged.fate is Fate.INCOMPLETE else None
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
    """Prove all subgoals side by side; if every one is, the sketch with its gaps filled, checked."""
    children = [node.below(number, subgoal) for number, subgoal in enumerate(drawn.subgoals, 1)]
    journal = node.job.journal
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
    job, tasks = node.job, [child.task for child in children]
    async with job.crew.sharing(node.path, tasks), asyncio.TaskGroup() as group:
        with job.desk.resting():
            proving = [group.create_task(_proved(prove, child)) for child in children]
            await asyncio.wait(proving)
    found = {
        subgoal.number: proof
        for subgoal, task in zip(drawn.subgoals, proving, strict=True)
        if (proof := task.result()) is not None
    }
    if len(found) < len(children):
        return None
    whole = drawn.sketch.filled(found)
    return whole if isinstance(await node.holds(whole), Checked) else None


async def _proved(prove: Prove, child: Node) -> str | None:
    return await prove(child)


async def _one(turn: Round) -> Judged | None:
    async with aclosing(turn.replies(Sampling(tokens=_TOKENS))) as judged:
        async for one in judged:
            return one
    return None


async def _mended(node: Node, planner: Model, judged: Judged) -> Judged | None:
    """Show the model what Lean said of its sketch, once."""
    prompts = node.job.lab.prompts
    if prompts is None:
        return None
    said = complaints(judged)
    prompt = prompts.render(
        "repair_sketch", statement=node.statement, words=node.words, proof=block(judged.code), messages=said
    )
    return await _one(Round(node, planner, "sketch again", prompt))


def _plan(judged: Judged) -> str:
    """What stands before the code of a reply."""
    text = judged.sample.text
    code = lean_code(text)
    return text[: text.rfind(code)].rpartition("```")[0].strip() if code else ""
