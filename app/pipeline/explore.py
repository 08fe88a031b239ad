"""Tree search at a goal, where the budget outlasts every other way: RMaxTS over a model or our own prover.

As published (DeepSeek-Prover-V1.5, arXiv:2408.08152) a model goes on with the raw text of a proof. Ours asks
any model for a whole proof of a state's first goal as a theorem of its own, judges it in its place, and
enters as many of its tactics as Lean accepts into the tree.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile
from random import Random

from app.domain.events import NodeTried, Side
from app.domain.lemma import lemma
from app.domain.proof import Proposal, term
from app.domain.sampling import Sampling
from app.domain.sketch import Sketch, Subgoal
from app.domain.tactic_text import block, gaps, tactics
from app.domain.trace import Fate, Judged
from app.domain.verdict import Undecided
from app.pipeline.expansion import Leaf, Tactics, TacticSampler
from app.pipeline.found import Found, SearchResult, told
from app.pipeline.growing import TACTICS, WHOLE_PROOFS
from app.pipeline.memory import mark
from app.pipeline.node import Node, Round
from app.pipeline.place import Place
from app.pipeline.quiet import Quiet
from app.pipeline.rmaxts import rmaxts
from app.pipeline.trials import SearchLimits
from app.pipeline.whole import TOGETHER, Mode, first_error, fitting
from app.ports import Model

WAY = "tree search"
BARREN = 4 * TOGETHER  # samples in a row that show nothing new
_EVERY = 16  # expansions by a model, after which the tree is kept


async def explored(node: Node) -> str | None:
    """What a tree of tactic states below the goal comes to; one that was kept for this goal grows on."""
    job, lab = node.job, node.job.lab
    if job.left_s <= 0:
        return None
    model = lab.models.prover if lab.prompts else None
    asked = Sampler(node, model) if model else None
    name = mark(node.goal, model.offer.model if model else "")
    kept = await job.journal.tree(name)
    before, started = kept["checks"] if kept else 0, time.monotonic()
    result = await rmaxts(
        node.frame,
        Place(node.goal),
        Side.STATEMENT,
        asked or TacticSampler(lab.prover, node.frame.preamble),
        lab.checker,
        Quiet(),
        SearchLimits(job.left_s, before + lab.checks, lab.check_s, TOGETHER if asked else lab.workers),
        replace(WHOLE_PROOFS, barren=BARREN, every=_EVERY) if asked else TACTICS,
        asked.over if asked else None,
        partial(job.journal.keep_tree, name),
        kept,
    )
    return await _told(node, result, before, started, asked)


async def _told(
    node: Node, result: SearchResult, before: int, started: float, asked: Sampler | None = None
) -> str | None:
    """The proof that was found, once what it took is told; `before` are the checks of an earlier search."""
    checks = 0 if isinstance(result, Undecided) else result.checks - before
    node.job.checks += checks
    proof = term(result.tree) if isinstance(result, Found) else asked.proof if asked else None
    words, said = told(result, proof)
    await node.job.journal.append(
        NodeTried(
            node.path,
            WAY,
            words,
            asked.samples if asked else 0,
            asked.tokens if asked else 0,
            checks,
            round(time.monotonic() - started, 3),
            asked.kept if asked else 0,
            said,
        )
    )
    return proof


@dataclass(eq=False, slots=True)
class Sampler:
    """Expands a state with a quick sample of a model for its first goal; sums up what that took.

    `proof` is one of the whole node that came in one piece, and `over` is set then.
    """

    node: Node
    model: Model
    proof: str | None = None
    over: asyncio.Event = field(default_factory=asyncio.Event)
    samples: int = 0
    tokens: int = 0
    kept: int = 0

    async def expand(self, leaf: Leaf, random: Random) -> Sequence[Tactics]:
        """One path, as far as Lean accepts it; none once the time is over or another sample is not worth its
        tokens, or where the model does not answer.
        """
        job = self.node.job
        if job.left_s <= 0 or not self._is_worth(job.lab.proof_tokens):
            return ()
        here = self._at(leaf)
        if (prompt := here.prompt("prove_quick")) is None:
            return ()
        turn = Round(here, self.model, WAY, prompt, told=False)
        sampling = Sampling(tokens=fitting(self.model, Mode.QUICK), seed=random.getrandbits(31))
        async with aclosing(turn.replies(sampling)) as replies:
            judged = await anext(replies, None)
        self.kept = turn.kept
        self.tokens += turn.tokens
        if judged is None:
            return ()
        self.samples += 1
        if judged.fate is Fate.ACCEPTED and len(leaf.goals) == 1:
            self.proof = Sketch(self.node.frame, _code(leaf)).filled({0: judged.code})
            self.over.set()
        self.node.quick = self.node.quick.failed()
        return [_path(judged)]

    def _is_worth(self, proof: int) -> bool:
        usual = self.tokens // self.samples if self.samples else Mode.QUICK.usual
        return self.node.quick.is_worth(usual, proof)

    def _at(self, leaf: Leaf) -> Node:
        """The first goal of a state as a node, inside the shortest code that leads there."""
        node, own, goal = self.node, self.node.statement, leaf.goals[0]
        frame = Subgoal(Sketch(node.frame, _code(leaf)), 0, goal)
        return Node(node.job, node.path, frame, goal, lemma(goal, own.name, own.header, own.preamble))


def _code(leaf: Leaf) -> str:
    """The shortest code that leads to a state, a gap for each of its goals."""
    return min((term(prefix) for prefix in leaf.prefixes), key=len)


def _path(judged: Judged) -> Tactics:
    """The tactics of a proof before the first that Lean refuses or that leaves a gap; a whole one is one."""
    if judged.fate is Fate.ACCEPTED:
        return (Proposal(block(judged.code)),)
    if judged.fate not in (Fate.REJECTED, Fate.INCOMPLETE):
        return ()
    text, error = block(judged.code), first_error(judged)
    split = tactics(text)
    ends = [*(line for line, _ in split[1:]), text.count("\n") + 1]
    whole = [tactic for (_, tactic), end in zip(split, ends, strict=False) if end <= error]
    return tuple(Proposal(tactic) for tactic in takewhile(lambda tactic: not gaps(tactic), whole))
