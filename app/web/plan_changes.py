"""What an entry changes in the tree of subgoals on a page, part by part: the rest keeps its state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.domain.events import BY_HAND
from app.web.plan import NodeView, PlanView


def plan_changes(parts: Any, before: PlanView, after: PlanView) -> list[str]:
    """HTML that brings the tree from `before` to `after`, from the macros `parts` of the page."""
    return [str(change) for change in _changes(parts, before.root, after.root, after)]


def _changes(parts: Any, old: NodeView, new: NodeView, plan: PlanView) -> Iterator[object]:
    if old == new:
        return
    if old.goal != new.goal:
        yield parts.node_again(new, plan)
        return
    if (old.state, old.why, old.may_act) != (new.state, new.why, new.may_act):
        yield parts.swap_state(new, plan)
    if old.proof != new.proof:
        yield parts.swap_proof(new)
    yield from _attempts(parts, old, new)
    yield from _below(parts, old, new, plan)


def _attempts(parts: Any, old: NodeView, new: NodeView) -> Iterator[object]:
    if old.tried == new.tried:
        if old.summary != new.summary:
            yield parts.swap_count(new)
        return
    by_hand = any(one.way == BY_HAND for one in new.tried[len(old.tried) :])
    if old.tried and not by_hand and new.tried[: len(old.tried)] == old.tried:
        yield parts.more_attempts(new, new.tried[len(old.tried) :])
    else:
        yield parts.swap_attempts(new)


def _below(parts: Any, old: NodeView, new: NodeView, plan: PlanView) -> Iterator[object]:
    """Subgoals come one after the other, and go together, with their sketch."""
    known = len(old.below)
    kept = [node.path for node in new.below[:known]] == [node.path for node in old.below]
    if old.sketch != new.sketch or not kept:
        yield parts.swap_sketch(new, plan)
        return
    for one, other in zip(old.below, new.below, strict=False):
        yield from _changes(parts, one, other, plan)
    for node in new.below[known:]:
        yield parts.one_more(new, node, plan)
