"""Whether the hypotheses of a statement contradict each other, as far as our own prover sees in a moment."""

from __future__ import annotations

from app.domain.events import Side
from app.domain.goal import Goal
from app.domain.problem import Statement
from app.domain.proof import Proposal
from app.pipeline.lab import Job
from app.pipeline.place import Place
from app.pipeline.quiet import Quiet
from app.pipeline.search import Found, SearchLimits, search

DOUBT_S, DOUBT_CHECKS = 1.0, 150
FALSE = "False"
EX_FALSO = Proposal("exfalso", "The hypotheses contradict each other.")


def worth_doubting(goal: Goal) -> bool:
    """Whether a contradiction among the hypotheses would be a surprise.

    It is none where the claim is `False`, or where the contradiction stands in the open, as `p` and `¬p`:
    then it is what an exercise is about.
    """
    known = {hypothesis.type for hypothesis in goal.hypotheses}
    in_the_open = any({FALSE, f"¬{fact}", f"¬({fact})"} & known for fact in known)
    return bool(known) and goal.target != FALSE and not in_the_open


def absurd(goal: Goal) -> Place:
    """The place of `False` below the goal of a statement."""
    return Place(goal).below(EX_FALSO, (Goal(goal.hypotheses, FALSE),))[0]


def limits(job: Job) -> SearchLimits:
    return SearchLimits(min(DOUBT_S, max(job.left_s, 0.0)), DOUBT_CHECKS, job.lab.check_s)


async def contradict(job: Job, statement: Statement, goal: Goal) -> bool:
    """Whether `False` was found from the hypotheses alone. It is an opinion: nothing is certified."""
    if not worth_doubting(goal):
        return False
    lab = job.lab
    found = await search(
        statement, absurd(goal), Side.HYPOTHESES, lab.prover, lab.checker, Quiet(), limits(job)
    )
    return isinstance(found, Found)
