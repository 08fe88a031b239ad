"""A journal folded into where a job stands.

The page and its stream use this one function, so a reload shows what the stream would have shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from typing import assert_never

from app.domain.events import (
    ActTaken,
    Cancelled,
    Certifying,
    Entry,
    Estimated,
    Formalized,
    Formalizing,
    Inconsistent,
    LeftUndecided,
    Misstated,
    ModelTrouble,
    NodeClosed,
    NodeLeft,
    NodeOpened,
    NodeTried,
    Open,
    Outcome,
    OwnProofRejected,
    Proved,
    Refuted,
    Searching,
    Side,
    Sketched,
    Started,
    StatementExamined,
    StatementLocked,
    StepsAbandoned,
    StepVerified,
)
from app.domain.goal import Goal
from app.domain.warnings import StatementWarning


@dataclass(frozen=True, slots=True)
class NodeStanding:
    """Where a goal of the tree stands: `proof` once it is closed, `left` why nothing more is tried there."""

    node: str
    parent: str
    goal: Goal
    tried: tuple[NodeTried, ...] = ()
    sketch: Sketched | None = None
    proof: str = ""
    left: str = ""


RECALLED = 40  # a search of minutes abandons thousands of steps


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a job stands after entry `number`; `started_at` is when a worker first took it.

    `steps` are those of the present attempt and the last `RECALLED` abandoned ones, which `abandoned` names,
    the first to be forgotten first. `given_up` and `checked` count all abandoned steps and checks.
    `roots` has the goal of every search that has begun, in the order in which they began. `nodes` are those
    of the tree of subgoals by their path, in the order in which they were opened; `troubles` what models have
    not answered, each said once. `heard` has the node of each act of a person that was taken up, by
    its number. `taken` are the tokens that models have taken since they were `estimated`.
    """

    number: int = 0
    started_at: datetime | None = None
    locked: StatementLocked | None = None
    examined: StatementExamined | None = None
    own_proof: OwnProofRejected | None = None
    roots: Mapping[Side, Goal] = field(default_factory=dict)
    steps: tuple[StepVerified, ...] = ()
    abandoned: tuple[tuple[Side, int], ...] = ()
    given_up: Mapping[Side, int] = field(default_factory=dict)
    checked: Mapping[Side, int] = field(default_factory=dict)
    searching: Searching | None = None
    nodes: Mapping[str, NodeStanding] = field(default_factory=dict)
    troubles: tuple[ModelTrouble, ...] = ()
    heard: Mapping[int, str] = field(default_factory=dict)
    formalizing: Formalizing | None = None
    estimated: Estimated | None = None
    taken: int = 0
    certifying: Certifying | None = None
    outcome: Outcome | None = None
    finished_at: datetime | None = None

    @property
    def checks(self) -> int:
        """Lean checks made so far, as far as the journal tells."""
        counted = sum(self.checked.values())
        if self.outcome is None or isinstance(self.outcome, Misstated):
            return counted
        return self.outcome.spent.checks or counted

    @property
    def warnings(self) -> tuple[StatementWarning, ...]:
        """What is known to be easily overlooked in the statement, or in what was meant to be one."""
        if isinstance(self.outcome, Misstated):
            return self.outcome.warnings
        return self.examined.warnings if self.examined else ()

    @property
    def elaborated(self) -> str:
        """How Lean reads the statement in full; empty where that is not known."""
        return self.examined.elaborated if self.examined else ""


def fold(progress: Progress, entry: Entry) -> Progress:
    """The standing after one more entry."""
    standing = replace(progress, number=entry.number)
    match entry.event:
        case Started():
            began = progress.started_at or entry.at
            again = Progress(entry.number, began, examined=progress.examined, heard=progress.heard)
            return _lock(again, progress.locked) if progress.locked else again
        case StatementLocked() as locked:
            return _lock(standing, locked)
        case StatementExamined() as examined:
            return replace(standing, examined=examined)
        case OwnProofRejected() as rejected:
            return replace(standing, own_proof=rejected)
        case StepVerified() as step:
            return _add(standing, step)
        case StepsAbandoned(side, steps):
            return _abandon(standing, side, steps)
        case Searching() as searching:
            counted = {**standing.checked, searching.side: searching.checks}
            return replace(standing, searching=searching, checked=counted, certifying=None)
        case NodeOpened() | Sketched() | NodeTried() | NodeClosed() | NodeLeft() as told:
            taken = standing.taken + (told.tokens if isinstance(told, NodeTried) else 0)
            return replace(standing, nodes=_grown(standing.nodes, told), taken=taken)
        case ActTaken(number, node):
            return replace(standing, heard={**standing.heard, number: node})
        case Estimated() as estimated:
            return replace(standing, estimated=estimated, taken=0)
        case Formalizing() as formalizing:
            return replace(standing, formalizing=formalizing)
        case ModelTrouble() as trouble:
            return replace(standing, troubles=tuple(dict.fromkeys([*standing.troubles, trouble])))
        case Certifying() as certifying:
            return replace(standing, certifying=certifying)
        case (
            Proved()
            | Refuted()
            | Inconsistent()
            | Open()
            | Misstated()
            | Formalized()
            | LeftUndecided()
            | Cancelled()
        ) as outcome:
            return replace(standing, outcome=outcome, finished_at=entry.at)
        case _:
            assert_never(entry.event)


def _grown(
    nodes: Mapping[str, NodeStanding], told: NodeOpened | Sketched | NodeTried | NodeClosed | NodeLeft
) -> Mapping[str, NodeStanding]:
    """A new sketch for a node takes the place of the one before, with all that hangs below it.

    A node that was left is left no longer once something is tried there again, as a person may ask.
    """
    match told:
        case NodeOpened(node, parent, goal):
            return {**nodes, node: NodeStanding(node, parent, goal)}
        case _ if told.node not in nodes:  # of a version that told of it in another way
            return nodes
        case Sketched():
            kept = {path: node for path, node in nodes.items() if not _is_below(path, told.node)}
            return {**kept, told.node: replace(nodes[told.node], sketch=told, left="")}
        case NodeTried():
            at = nodes[told.node]
            return {**nodes, told.node: replace(at, tried=(*at.tried, told), left="")}
        case NodeClosed():
            return {**nodes, told.node: replace(nodes[told.node], proof=told.proof, left="")}
        case NodeLeft():
            return {**nodes, told.node: replace(nodes[told.node], left=told.why)}
        case _:
            assert_never(told)


def _is_below(path: str, node: str) -> bool:
    return path != node and (not node or path.startswith(f"{node}."))


def _lock(progress: Progress, locked: StatementLocked) -> Progress:
    return replace(progress, locked=locked, roots={Side.STATEMENT: locked.goal})


def _add(progress: Progress, step: StepVerified) -> Progress:
    """The first step of a search is tried at its root."""
    return replace(
        progress,
        roots={**progress.roots, step.side: progress.roots.get(step.side, step.before)},
        steps=(*progress.steps, step),
        checked={**progress.checked, step.side: step.checks},
        certifying=None,
    )


def _abandon(progress: Progress, side: Side, steps: Sequence[int]) -> Progress:
    """Mark `steps`, and forget the oldest abandoned ones, each before the one it stands below."""
    abandoned = (*progress.abandoned, *((side, step) for step in sorted(steps, reverse=True)))
    forgotten = set(abandoned[:-RECALLED])
    return replace(
        progress,
        steps=tuple(step for step in progress.steps if (step.side, step.step) not in forgotten),
        abandoned=abandoned[-RECALLED:],
        given_up={**progress.given_up, side: progress.given_up.get(side, 0) + len(steps)},
    )


def standing(entries: Iterable[Entry]) -> Progress:
    """Where a job with these journal entries stands."""
    return reduce(fold, entries, Progress())


def elapsed_s(progress: Progress, now: datetime) -> float:
    """Seconds since a worker first took the job, until its outcome or `now`."""
    if progress.started_at is None:
        return 0.0
    return max(((progress.finished_at or now) - progress.started_at).total_seconds(), 0.0)
