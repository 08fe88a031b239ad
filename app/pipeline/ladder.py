"""The rungs that a model climbs at a goal, and what that will come to, said before it begins."""

from __future__ import annotations

from app.domain.events import Estimated
from app.pipeline import belief
from app.pipeline.belief import QUICK_TOKENS, THINKING_TOKENS
from app.pipeline.decompose import DEEPEST
from app.pipeline.estimate import CHARS, TOKENS_PER_S, Conditions, Rung, estimate
from app.pipeline.node import Node
from app.pipeline.whole import REPAIRED, TOGETHER

QUICK, THINKING = 8, 32  # samples
RUNGS = (
    Rung(QUICK_TOKENS, QUICK, TOGETHER, belief.QUICK),
    Rung(QUICK_TOKENS, REPAIRED, 1),
    Rung(THINKING_TOKENS, THINKING, TOGETHER, belief.THINKING),
)


def expected(node: Node) -> Estimated | None:
    """What the ladder will come to at a node; None where no model writes proofs."""
    lab = node.job.lab
    prover, planner = lab.models.prover, lab.models.planner if node.depth < DEEPEST else None
    prompt = node.prompt("prove_quick")
    if prover is None or prompt is None:
        return None
    speed = lab.tokens_per_s() or TOKENS_PER_S
    under = Conditions(prover.offer, lab.proof_tokens, len(prompt.text) / CHARS, speed)
    return estimate(RUNGS, under, node.job.left_s, planner.offer if planner else None)
