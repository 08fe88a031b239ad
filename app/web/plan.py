"""The tree of subgoals, laid out for a page: what each is, where it stands, and what was tried there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import JobNotFound
from app.domain.events import ACCEPTS_ONE, ACCEPTS_PROOF, Inconsistent, NodeTried, Proved, Refuted, Sketched
from app.web.fold import NodeStanding, Progress
from app.web.tree import GoalView, goal_view

ROOT = "root"  # the address of the node whose path is empty
NO_NODE = "There is no such subgoal."
LONGEST_PLAN = 1500  # characters; the whole stands among the replies
_CLOSES = (ACCEPTS_PROOF, ACCEPTS_ONE, "Lean accepts it")  # results of what closed a node


class State(StrEnum):
    """Where a goal of the tree stands; `WAITING` for the subgoals of its sketch."""

    OPEN = "open"
    WORKING = "being worked on"
    WAITING = "waiting for its subgoals"
    CLOSED = "closed"
    LEFT = "left open"
    UNNEEDED = "not needed"  # as the job ended well by another way

    @property
    def kind(self) -> str:
        """The name of its colour."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class SketchView:
    """`gaps` counts the subgoals of the sketch; `plan` is what its author says of it."""

    proof: str
    gaps: int
    plan: str


@dataclass(frozen=True, slots=True)
class NodeView:
    """`id` begins the ids of all that is shown of it; `why` says what it was left for, and `summary` what
    came of the attempts.

    `may_act` says whether an owner can still do something here.
    """

    path: str
    address: str
    id: str
    title: str
    state: State
    why: str
    goal: GoalView
    tried: tuple[NodeTried, ...]
    summary: str
    proof: str
    sketch: SketchView | None
    below: tuple[NodeView, ...]
    may_act: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """The whole tree, under the address `base` of its job; an owner may act on it."""

    base: str
    owns: bool
    root: NodeView


def plan_view(progress: Progress, base: str, *, owns: bool) -> PlanView | None:
    """The tree, or None while there is none."""
    return PlanView(base, owns, node_view(progress, "")) if "" in progress.nodes else None


def node_view(progress: Progress, path: str) -> NodeView:
    """One node with all that is below it. Raises KeyError for an unknown one."""
    at = progress.nodes[path]
    state = _state(progress, at)
    return NodeView(
        path=path,
        address=address(path),
        id=f"node-{address(path).replace('.', '-')}",
        title=title(path),
        state=state,
        why=at.left if state is State.LEFT else "",
        goal=goal_view(at.goal),
        tried=at.tried,
        summary=_summary(at, state, by_hand=path in progress.heard.values()),
        proof=at.proof,
        sketch=_sketch(at.sketch),
        below=tuple(node_view(progress, child) for child in _children(progress.nodes, at)),
        may_act=may_act(progress, path),
    )


def title(path: str) -> str:
    return f"Subgoal {path}" if path else "The goal"


def address(path: str) -> str:
    return path or ROOT


def path_of(address: str) -> str:
    """The node of an address. Raises JobNotFound for what is none."""
    if address == ROOT:
        return ""
    if address.isascii() and len(address) <= 200 and all(part.isdigit() for part in address.split(".")):
        return address
    raise JobNotFound(NO_NODE)


def may_act(progress: Progress, path: str) -> bool:
    """Whether there is something left to do at this node: it is open, and so is all above it."""
    if isinstance(progress.outcome, Proved | Refuted | Inconsistent) or progress.locked is None:
        return False
    return path in progress.nodes and not is_closed(progress.nodes, path)


def is_closed(nodes: Mapping[str, NodeStanding], path: str) -> bool:
    """Whether a node needs nothing more, by itself or because one above it is closed."""
    return any(nodes[above].proof for above in _upwards(path) if above in nodes)


def counted(progress: Progress) -> tuple[int, int]:
    """How many subgoals are closed, and of how many; the goal itself is none."""
    subgoals = [path for path in progress.nodes if path]
    return sum(is_closed(progress.nodes, path) for path in subgoals), len(subgoals)


def is_composed(progress: Progress) -> bool:
    """Whether the tree has led to a whole proof."""
    root = progress.nodes.get("")
    if root is None or (not root.proof and root.sketch is None):
        return False
    subgoals = root.sketch.subgoals if root.sketch else ()
    return bool(root.proof) or all(is_closed(progress.nodes, path) for path in subgoals)


def _state(progress: Progress, at: NodeStanding) -> State:
    by_subgoals = not at.node and isinstance(progress.outcome, Proved) and is_composed(progress)
    if at.proof or by_subgoals:
        return State.CLOSED
    if isinstance(progress.outcome, Proved | Refuted | Inconsistent):
        return State.UNNEEDED
    if at.left:
        return State.LEFT
    if progress.outcome is not None:
        return State.OPEN
    return State.WAITING if at.sketch else State.WORKING


def _summary(at: NodeStanding, state: State, *, by_hand: bool) -> str:
    """The attempt that closed the node, as far as one did; else the last."""
    if not at.tried:
        return ""
    told = at.tried[-1]
    if state is State.CLOSED:
        closing = next((one for one in reversed(at.tried) if one.result in _CLOSES), None)
        if closing is None:
            return "closed by its subgoals" if at.sketch else "closed by hand" if by_hand else ""
        return f"{closing.way}: {closing.result}"
    return f"last {told.way}: {told.result}"


def _sketch(sketch: Sketched | None) -> SketchView | None:
    return SketchView(sketch.proof, len(sketch.subgoals), cut(sketch.plan, LONGEST_PLAN)) if sketch else None


def cut(text: str, longest: int) -> str:
    """The beginning of a long text, with a sign that it goes on."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()} …"


def _children(nodes: Mapping[str, NodeStanding], at: NodeStanding) -> tuple[str, ...]:
    """Those that have been opened, in the order of the gaps."""
    return tuple(path for path in (at.sketch.subgoals if at.sketch else ()) if path in nodes)


def _upwards(path: str) -> Iterator[str]:
    """The node, and all above it."""
    yield path
    while path:
        path = path.rpartition(".")[0]
        yield path
