"""What was tried, as examples to train on: for supervised training, and in groups for GRPO.

An accepted sample is an example, and so is a proof that was composed from a sketch, behind the plan that led
to it (cold start, DeepSeek-Prover-V2, arXiv:2504.21801, section 2.2). Subgoals are statements in both forms.
A sample that Lean could not decide about is no example of anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import Any

from app.domain.events import Event, NodeClosed, NodeOpened, Proved, Refuted, Sketched, StatementLocked
from app.domain.goal import Goal
from app.domain.lemma import haves, lemma, on_its_own, without_earlier
from app.domain.trace import Fate, Group, Judged

REWARDS: Mapping[Fate, float] = {
    Fate.ACCEPTED: 1.0,
    Fate.INCOMPLETE: 0.0,
    Fate.REJECTED: 0.0,
    Fate.UNUSABLE: 0.0,
}
_JUDGED_AS_STATEMENTS = ("formalize", "formalize again")
_SKETCHES = ("sketch", "sketch again")


def rewarded(group: Group) -> list[tuple[Judged, float]]:
    """Samples with their rewards, 1 for what was asked for; without those that are no example."""
    if group.way in _JUDGED_AS_STATEMENTS or group.way in _SKETCHES:
        wanted = Fate.INCOMPLETE  # a statement or a sketch has gaps
        return [(one, float(one.fate is wanted)) for one in group.judged if one.fate in REWARDS]
    return [(one, REWARDS[one.fate]) for one in group.judged if one.fate in REWARDS]


def examples(group: Group) -> Iterator[dict[str, Any]]:
    """The samples of a group that are worth imitating, each once."""
    seen: set[str] = set()
    for one, reward in rewarded(group):
        if reward > 0 and one.sample.text not in seen:
            seen.add(one.sample.text)
            yield {
                "kind": "sample",
                "way": group.way,
                "model": group.model,
                "statement": group.statement,
                "prompt": group.prompt.text,
                "prompt_digest": group.prompt.digest,
                "completion": one.sample.text,
                "tokens": one.sample.tokens,
            }


def advantages(group: Group) -> dict[str, Any] | None:
    """A group for GRPO: (reward - mean) / deviation for each sample; None where all rewards are the same.

    The deviation is that of the group itself, not an estimate for a larger one (DeepSeekMath,
    arXiv:2402.03300, section 4.1).
    """
    judged = rewarded(group)
    if len({reward for _, reward in judged}) < 2:
        return None
    mean = sum(reward for _, reward in judged) / len(judged)
    deviation = sqrt(sum((reward - mean) ** 2 for _, reward in judged) / len(judged))
    samples = [
        {"completion": one.sample.text, "reward": reward, "advantage": (reward - mean) / deviation}
        for one, reward in judged
    ]
    return {
        "kind": "group",
        "way": group.way,
        "model": group.model,
        "statement": group.statement,
        "prompt": group.prompt.text,
        "prompt_digest": group.prompt.digest,
        "mean": mean,
        "deviation": deviation,
        "samples": samples,
    }


def of_journal(events: Sequence[Event], header: str) -> Iterator[dict[str, Any]]:
    """What a job's journal teaches: its certified proof, the composed one behind its plan, its subgoals."""
    locked = next((event for event in events if isinstance(event, StatementLocked)), None)
    if locked is None:
        return
    yield from _certified(events, locked)
    sketches = {event.node: event for event in events if isinstance(event, Sketched)}
    goals = {event.node: event for event in events if isinstance(event, NodeOpened)}
    closed = {event.node: event.proof for event in events if isinstance(event, NodeClosed)}
    for node, opened in goals.items():
        if opened.node and (sketch := sketches.get(opened.parent)):
            yield from _subgoal(node, opened.goal, sketch, closed.get(node), header, locked.preamble)


def _certified(events: Sequence[Event], locked: StatementLocked) -> Iterator[dict[str, Any]]:
    """A certified proof of the statement or of its negation, with the plan where it came of one."""
    outcome = events[-1] if events else None
    if not isinstance(outcome, Proved | Refuted):
        return
    plans = [event.plan for event in events if isinstance(event, Sketched) and not event.node and event.plan]
    composed = any(isinstance(event, NodeClosed) and not event.node for event in events)
    yield {
        "kind": "cold_start" if plans and composed and isinstance(outcome, Proved) else "proof",
        "statement": f"{locked.preamble}{locked.signature}",
        "proved": outcome.certificate.statement,
        "proof": outcome.certificate.proof,
        "plan": plans[-1] if plans and composed else None,
    }


def _subgoal(
    node: str, goal: Goal, sketch: Sketched, proof: str | None, header: str, preamble: str
) -> Iterator[dict[str, Any]]:
    """The subgoal as theorems: (b) with all that is known there, (a) without the claims before it."""
    name = f"subgoal_{node.replace('.', '_')}"
    forms = {"b": goal, "a": without_earlier(goal, haves(sketch.proof))}
    for form, stated in forms.items():
        if form == "a" and stated == goal:
            continue
        statement = lemma(stated, name, header, preamble).signature
        # nobody has checked it without the claims
        holds = on_its_own(goal, proof) if proof is not None and form == "b" else None
        yield {"kind": "subgoal", "form": form, "statement": f"{preamble}{statement}", "proof": holds}


def lines(
    groups: Iterable[Group], journals: Iterable[Sequence[Event]], header: str, wanted: str
) -> Iterator[dict[str, Any]]:
    """All examples that are `wanted`: `sft` or `grpo`."""
    for group in groups:
        if wanted == "grpo":
            if (told := advantages(group)) is not None:
                yield told
        else:
            yield from examples(group)
    if wanted == "sft":
        for events in journals:
            yield from of_journal(events, header)
