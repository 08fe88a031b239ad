"""The page of one node: all that was tried there, and what its owner can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.domain.act import Act
from app.domain.errors import JobNotFound
from app.domain.events import BY_HAND, Formalized, NodeTried
from app.domain.job import Job
from app.domain.pasted import as_term
from app.domain.regrow import regrown
from app.store.samples import Kept
from app.web.fold import Progress
from app.web.forms import Fault
from app.web.plan import NO_NODE, PlanView, address, may_act, node_view, title
from app.web.replies import GroupView, group_view

GROUPS = 40  # on one page; the newest are shown


@dataclass(frozen=True, slots=True)
class AttemptView:
    """One attempt: what came of it, and what was said where a model was asked; one may be missing."""

    tried: NodeTried | None
    group: GroupView | None


@dataclass(frozen=True, slots=True)
class Trail:
    """A node above."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Told:
    """What has become of what a person did at a node.

    `untried` are texts that nobody has taken up, and after the end nobody will; `again` says that all is
    being tried once more. `answer` is what Lean had against the last text; `drawn` says that it is the sketch
    of the node now.
    """

    untried: tuple[str, ...] = ()
    again: bool = False
    answer: NodeTried | None = None
    drawn: bool = False
    closed: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True)
class HandForm:
    """What its owner can do at a node: `text` is what the form holds.

    Where the job has `ended`, a new one goes on. `passed_on` are the texts that the running job was told.
    """

    text: str
    ended: bool
    told: Told = Told()
    passed_on: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def rows(self) -> int:
        """So many lines as the text has, within bounds."""
        return min(max(self.text.count("\n") + 2, 6), 20)

    @property
    def complaint(self) -> str:
        return " ".join(fault.message for fault in self.faults)


@dataclass(frozen=True, slots=True)
class NodePage:
    """`plan` is the tree below this node, None where there is none and models were asked all the same.

    `earlier` counts the groups that are too old to be shown; `number` is the entry up to which all is shown.
    """

    template: ClassVar[str] = "node.html"
    name: str
    base: str
    address: str
    title: str
    plan: PlanView | None
    above: tuple[Trail, ...]
    attempts: tuple[AttemptView, ...]
    earlier: int
    form: HandForm | None
    running: bool
    number: int


def node_page(
    job: Job, progress: Progress, path: str, kept: Sequence[Kept], base: str, form: HandForm | None
) -> NodePage:
    """Raises JobNotFound where there is no such node, and no model was asked about one."""
    there = path in progress.nodes
    translated = not path and isinstance(progress.outcome, Formalized)
    if not (there or kept or translated):
        raise JobNotFound(NO_NODE)
    tried = progress.nodes[path].tried if there else ()
    return NodePage(
        name=job.title or "The statement",
        base=base,
        address=address(path),
        title=title(path) if there else "What models have said",
        plan=PlanView(base, form is not None, node_view(progress, path)) if there else None,
        above=_above(path),
        attempts=attempts_of(tried, kept[-GROUPS:]),
        earlier=max(len(kept) - GROUPS, 0),
        form=form,
        running=progress.outcome is None,
        number=progress.number,
    )


def hand_form(progress: Progress, path: str, acts: Sequence[Act]) -> HandForm | None:
    """What an owner can do here, after all `acts` of the job; None where nothing is left to do."""
    if not may_act(progress, path):
        return None
    own = [act.text for act in acts if act.node == path]
    told, ended = told_at(progress, path, acts), progress.outcome is not None
    typed = next((text for text in reversed(own) if text), "")
    sketch = progress.nodes[path].sketch
    if sketch and (told.drawn or not typed):
        typed = regrown(progress.nodes, {}, path)
    return HandForm(typed, ended, told, tuple(own))


def told_at(progress: Progress, path: str, acts: Sequence[Act]) -> Told:
    """What was done below a sketch that is no more is told at the nearest node above that is still there."""
    at, ended = progress.nodes[path], progress.outcome is not None
    here = [act for act in acts if _nearest(progress, act.node) == path]
    waiting = [act for act in here if act.number not in progress.heard]
    heard = [act.text for act in here if act.text and act.number in progress.heard]
    by_hand = [one for one in at.tried if one.way == BY_HAND]
    drawn = bool(heard and at.sketch and at.sketch.proof == as_term(heard[-1]))
    return Told(
        untried=tuple(act.text for act in waiting if act.text),
        again=not ended and any(not act.text for act in waiting),
        answer=by_hand[-1] if by_hand and not (waiting or drawn) else None,
        drawn=drawn,
        closed=not may_act(progress, path),
        ended=ended,
    )


def _nearest(progress: Progress, path: str) -> str:
    while path and path not in progress.nodes:
        path = path.rpartition(".")[0]
    return path


def _above(path: str) -> tuple[Trail, ...]:
    parts = path.split(".") if path else []
    paths = ["", *(".".join(parts[:n]) for n in range(1, len(parts)))] if parts else []
    return tuple(Trail(title(above), address(above)) for above in paths)


def attempts_of(tried: Sequence[NodeTried], kept: Sequence[Kept]) -> tuple[AttemptView, ...]:
    """In the order in which they ended; what no attempt names comes first, as before an interruption."""
    groups = {each.number: group_view(each) for each in kept}
    named = {one.kept for one in tried}
    alone = [AttemptView(None, group) for number, group in groups.items() if number not in named]
    return (*alone, *(AttemptView(one, groups.get(one.kept)) for one in tried))
