"""Whole proofs from a model: sampled in two modes, repaired, cut at the first error and gone on from there.

The modes are those of DeepSeek-Prover-V2 (arXiv:2504.21801), to cut and go on is DeepSeek-Prover-V1.5's way
(arXiv:2408.08152, section 3.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from enum import StrEnum
from textwrap import indent

from app.domain.events import NodeTried
from app.domain.reply import fill, proof_in
from app.domain.sampling import Sampling
from app.domain.sketch import Sketch, Subgoal
from app.domain.tactic_text import block
from app.domain.trace import Fate, Judged
from app.domain.verdict import Incomplete
from app.pipeline.belief import QUICK_TOKENS, THINKING_TOKENS, Belief
from app.pipeline.node import UNSOLVED, Node, Round, complaints, line_of
from app.ports import Model

REPAIRED = 2  # of the rejected proofs, those that went furthest
_CUTS = 4  # places at which a rejected proof is cut, one before the other
NOT_WORTH = "stopped, as another sample costs more tokens than its chance of a proof is worth"
TOGETHER = 8  # replies that are asked for at once, so that what is believed can stop the rest
FILLS = 4  # of a gap, that are asked for
_HERE = "lemmata_fills_here"
_ENDS = ("\ntheorem ", "\nlemma ", "\nexample ")


class Mode(StrEnum):
    """How a model is asked: to complete the file at once, or to plan first. `tokens` bounds a reply."""

    QUICK = "quick"
    THINKING = "thinking"

    @property
    def tokens(self) -> int:
        return {Mode.QUICK: 2048, Mode.THINKING: 16_384}[self]

    @property
    def usual(self) -> int:
        """Tokens of a reply on average, before any is known."""
        return {Mode.QUICK: QUICK_TOKENS, Mode.THINKING: THINKING_TOKENS}[self]


@dataclass(frozen=True, slots=True)
class Prefix:
    """The part of a proof up to its first error: a sketch with one gap, where the proof can go on."""

    subgoal: Subgoal
    lines: int


async def sampled(node: Node, model: Model, mode: Mode, n: int, seed: int | None = None) -> str | None:
    """The first proof that Lean accepts among at most `n`; more are not asked for than are worth it."""
    prompt = node.prompt(f"prove_{mode}")
    if prompt is None:
        return None
    tokens, seen, worth = mode.usual, 0, node.job.lab.proof_tokens
    while seen < n and node.job.left_s > 0:
        if not _belief(node, mode).is_worth(tokens, worth):
            await node.job.journal.append(NodeTried(node.path, mode, NOT_WORTH))
            return None
        asked = min(TOGETHER, n - seen)
        turn = Round(node, model, mode, prompt)
        left_s, first = node.job.left_s, None if seed is None else seed + seen
        sampling = Sampling(n=asked, tokens=fitting(model, mode), seed=first, deadline_s=left_s)
        if found := await _first(turn, sampling):
            return found
        if not turn.judged:  # the model does not answer
            return None
        seen += asked
        tokens = max(1, sum(one.sample.tokens for one in turn.judged) // len(turn.judged))
        _failed(node, mode, sum(one.fate is not Fate.UNDECIDED for one in turn.judged))
    return None


async def repaired(node: Node, model: Model) -> str | None:
    """Show the model what Lean said of the proofs that went furthest, once each."""
    for failed in furthest(list(node.judged.values()))[:REPAIRED]:
        prompt = node.prompt("repair", proof=block(failed.code), messages=complaints(failed))
        if prompt is None or node.job.left_s <= 0:
            return None
        turn = Round(node, model, "repair", prompt)
        if found := await _first(turn, Sampling(tokens=fitting(model, Mode.THINKING))):
            return found
    return None


async def _first(turn: Round, sampling: Sampling) -> str | None:
    async with aclosing(turn.replies(sampling)) as judged:
        async for one in judged:
            if one.fate is Fate.ACCEPTED:
                return one.code
    return None


def _belief(node: Node, mode: Mode) -> Belief:
    return node.quick if mode is Mode.QUICK else node.thinking


def _failed(node: Node, mode: Mode, samples: int) -> None:
    if mode is Mode.QUICK:
        node.quick = node.quick.failed(samples)
    else:
        node.thinking = node.thinking.failed(samples)


def fitting(model: Model, mode: Mode) -> int:
    """Tokens for a reply: half of what the model can hold is left to the prompt where that is little."""
    return min(mode.tokens, model.offer.context // 2)


def furthest(judged: Sequence[Judged]) -> list[Judged]:
    """The rejected proofs of which Lean has accepted most, by the place of the first error."""
    rejected = [one for one in judged if one.fate is Fate.REJECTED and one.messages]
    return sorted(rejected, key=lambda one: one.messages[0].start, reverse=True)


async def cut(node: Node, failed: Judged) -> Prefix | None:
    """Keep what stands before the first error of a rejected proof, ended by a gap, if Lean accepts that.

    'Unsolved goals' at the end do not move the cut. A gap inside an open block may need the cut to be a line
    or more higher.
    """
    lines, first = block(failed.code).split("\n"), first_error(failed)
    for kept in range(first, max(first - _CUTS, 0), -1):
        proof = "\n".join(["by", indent("\n".join([*lines[:kept], _gap(lines, kept)]), "  ")])
        sketch = Sketch(node.frame, proof)
        verdict = await node.job.ask(sketch.source, holes=True)
        if isinstance(verdict, Incomplete) and (subgoals := sketch.subgoals(verdict.holes)):
            return Prefix(subgoals[-1], kept)
    return None


def first_error(failed: Judged) -> int:
    """The line of its block of tactics, from 0, where Lean refuses a proof first; the number of its lines
    where it only leaves goals.
    """
    errors = [line_of(one, failed.code) - 1 for one in failed.messages if not one.text.startswith(UNSOLVED)]
    return min([*errors, block(failed.code).count("\n") + 1])


def _gap(lines: list[str], kept: int) -> str:
    """A gap in the column of the first line that is not kept."""
    model = lines[kept] if kept < len(lines) else lines[0]
    return " " * (len(model) - len(model.lstrip())) + "sorry"


async def continued(node: Node, model: Model, prefix: Prefix) -> str | None:
    """Have a model go on from a prefix, as a raw completion behind the tactic state there."""
    *kept, gap = block(prefix.subgoal.sketch.proof).split("\n")
    begun = indent("\n".join(kept), "  ")
    state = indent(_comment(str(prefix.subgoal.goal)), "  " + " " * (len(gap) - len(gap.lstrip())))
    prompt = node.prompt("continue", prefix=f"{begun}\n{state}\n")
    if prompt is None:
        return None
    file = f"```lean4\n{node.statement.signature} := by\n{begun}\n"
    turn = Round(node, model, "continue", prompt, lambda said: proof_in(file + said, node.statement))
    return await _first(turn, Sampling(tokens=fitting(model, Mode.QUICK), stop=("```",)))


def _comment(state: str) -> str:
    return "\n".join(["/- tactic state:", indent(state, "  "), "-/"])


async def filled_in(node: Node, model: Model, n: int = FILLS) -> str | None:
    """Have a model fill the gap of a node where it stands in its file (DeepSeek-Coder, arXiv:2401.14196)."""
    prompts = node.job.lab.prompts
    if prompts is None or not node.path or node.job.left_s <= 0:
        return None
    before, behind = node.frame.source(f"by\n  {_HERE}\n  {_HERE}").split(_HERE)[::2]
    column = len(before) - (before.rfind("\n") + 1)
    goal = str(node.goal)
    prompt = prompts.render("infill", before=before, goal=goal, indentation=" " * column, suffix=behind)
    turn = Round(node, model, "infill", prompt, lambda said: fill(said, column))
    return await _first(turn, Sampling(n=n, tokens=fitting(model, Mode.QUICK), stop=_ENDS))
