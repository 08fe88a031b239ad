"""The tree of a search, laid out for a page.

A step stands below the goal it was tried at. A step that leaves one goal is followed, in the same list, by
the step for that goal, so a long proof is not nested deeply; only several goals open lists of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.events import Side, StepVerified, Tried
from app.domain.goal import Goal
from app.web.fold import Progress

TOWARDS = {
    Side.STATEMENT: "a proof",
    Side.NEGATION: "a counterproof",
    Side.HYPOTHESES: "a contradiction in the hypotheses",
}


@dataclass(frozen=True, slots=True)
class HypothesisView:
    """`fresh` if the step above it brought it in."""

    text: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class GoalView:
    case: str | None
    hypotheses: tuple[HypothesisView, ...]
    target: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """One of several goals that a step left; the steps for it go into the list `list_id`."""

    list_id: str
    goal: GoalView
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """A verified step. `back_at` repeats its goal where that does not stand right above it."""

    id: str
    label: str
    tactic: str
    why: str
    back_at: GoalView | None
    left: GoalView | None
    cases: tuple[CaseView, ...]
    refused: tuple[Tried, ...]
    elapsed_s: float
    abandoned: bool


@dataclass(frozen=True, slots=True)
class SearchView:
    """One of the searches. `abandoned` counts steps; only the last `recalled` of them are among `steps`."""

    id: str
    towards: str
    list_id: str
    root: GoalView
    steps: tuple[StepView, ...]
    abandoned: int
    recalled: int


@dataclass(frozen=True, slots=True)
class _Place:
    list_id: str
    follows_its_goal: bool


def goal_view(goal: Goal, before: Goal | None = None) -> GoalView:
    """`goal`, with what was not known in `before` marked as fresh."""
    known = None if before is None else {str(hypothesis) for hypothesis in before.hypotheses}
    lines = [str(hypothesis) for hypothesis in goal.hypotheses]
    return GoalView(
        goal.case,
        tuple(HypothesisView(line, known is not None and line not in known) for line in lines),
        goal.target,
    )


def searches(
    progress: Progress, *, only: Side | None = None, kept_only: bool = False
) -> tuple[SearchView, ...]:
    """The searches in the order in which they began, each a tree; `kept_only` leaves abandoned steps out."""
    sides = [side for side in progress.roots if only in (None, side)]
    return tuple(_search(progress, side, kept_only) for side in sides)


def appended(progress: Progress, step: StepVerified) -> tuple[str, StepView]:
    """The newest step alone, and the id of the list that it is appended to."""
    own = [other for other in progress.steps if other.side == step.side]
    place = _places(own)[step.step]
    return place.list_id, _step(step, place, {}, frozenset())


def step_id(side: Side, number: int) -> str:
    return f"step-{side[0]}{number}"


def _search(progress: Progress, side: Side, kept_only: bool) -> SearchView:
    gone = {number for owner, number in progress.abandoned if owner == side}
    steps = [s for s in progress.steps if s.side == side and not (kept_only and s.step in gone)]
    lists = _lists(steps)
    list_id = _list_id(side, 0, 0)
    return SearchView(
        f"search-{side[0]}",
        TOWARDS[side],
        list_id,
        goal_view(progress.roots[side]),
        _steps_in(list_id, lists, frozenset(gone)),
        0 if kept_only else progress.given_up.get(side, 0),
        len(gone),
    )


_Lists = dict[str, list[tuple[StepVerified, _Place]]]


def _lists(steps: Iterable[StepVerified]) -> _Lists:
    steps = list(steps)
    lists: _Lists = {}
    places = _places(steps)
    for step in steps:
        place = places[step.step]
        lists.setdefault(place.list_id, []).append((step, place))
    return lists


def _places(steps: Iterable[StepVerified]) -> dict[int, _Place]:
    """Where each step of one side stands; later steps never move earlier ones."""
    places: dict[int, _Place] = {}
    goals_left: dict[int, int] = {}
    last: dict[str, int] = {}
    for step in steps:
        inline = goals_left.get(step.parent) == 1
        list_id = places[step.parent].list_id if inline else _list_id(step.side, step.parent, step.branch)
        places[step.step] = _Place(list_id, last.get(list_id, step.parent) == step.parent)
        goals_left[step.step] = len(step.after)
        last[list_id] = step.step
    return places


def _list_id(side: Side, parent: int, branch: int) -> str:
    return f"below-{side[0]}{parent}-{branch}"


def _steps_in(list_id: str, lists: _Lists, gone: frozenset[int]) -> tuple[StepView, ...]:
    return tuple(_step(step, place, lists, gone) for step, place in lists.get(list_id, []))


def _step(step: StepVerified, place: _Place, lists: _Lists, gone: frozenset[int]) -> StepView:
    several = step.after if len(step.after) > 1 else ()
    ids = [_list_id(step.side, step.step, branch) for branch in range(len(several))]
    return StepView(
        id=step_id(step.side, step.step),
        label=step.label,
        tactic=step.tactic,
        why=step.why,
        back_at=None if place.follows_its_goal else goal_view(step.before),
        left=goal_view(step.after[0], step.before) if len(step.after) == 1 else None,
        cases=tuple(
            CaseView(list_id, goal_view(goal, step.before), _steps_in(list_id, lists, gone))
            for list_id, goal in zip(ids, several, strict=True)
        ),
        refused=step.refused,
        elapsed_s=step.elapsed_s,
        abandoned=step.step in gone,
    )
