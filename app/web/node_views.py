"""The page of one node: all that was tried there, and what its owner can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.domain.errors import JobNotFound
from app.domain.events import Formalized, NodeTried
from app.domain.job import Job
from app.store.samples import Kept
from app.web.fold import Progress
from app.web.forms import Fault
from app.web.plan import NO_NODE, PlanView, address, node_view, title
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
class HandForm:
    """What its owner can do at a node: `text` is what the form holds.

    Where the job has `ended`, a new one goes on. `passed_on` are the texts that the running job was told.
    """

    text: str
    ended: bool
    passed_on: tuple[str, ...] = ()
    just_now: bool = False
    faults: tuple[Fault, ...] = ()

    @property
    def complaint(self) -> str:
        return " ".join(fault.message for fault in self.faults)


@dataclass(frozen=True, slots=True)
class NodePage:
    """`plan` is the tree below this node, None where there is none and models were asked all the same.

    `earlier` counts the groups that are too old to be shown.
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
        attempts=_attempts(tried, kept[-GROUPS:]),
        earlier=max(len(kept) - GROUPS, 0),
        form=form,
        running=progress.outcome is None,
    )


def _above(path: str) -> tuple[Trail, ...]:
    parts = path.split(".") if path else []
    paths = ["", *(".".join(parts[:n]) for n in range(1, len(parts)))] if parts else []
    return tuple(Trail(title(above), address(above)) for above in paths)


def _attempts(tried: Sequence[NodeTried], kept: Sequence[Kept]) -> tuple[AttemptView, ...]:
    """In the order in which they ended; what no attempt names comes first, as before an interruption."""
    groups = {each.number: group_view(each) for each in kept}
    named = {one.kept for one in tried}
    alone = [AttemptView(None, group) for number, group in groups.items() if number not in named]
    return (*alone, *(AttemptView(one, groups.get(one.kept)) for one in tried))
