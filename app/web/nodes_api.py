"""The tree of subgoals for programs: what stands where, and what a person does to it."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from app.web.acting import act
from app.web.api import FAILS, Accepted
from app.web.fold import NodeStanding, Progress
from app.web.plan import address, node_view, path_of
from app.web.site import OwnJob, TheJob, TheSite, public

router = APIRouter(prefix="/api", tags=["subgoals"])


class NodeState(StrEnum):
    OPEN = "open"
    WORKING = "working"
    WAITING = "waiting"
    CLOSED = "closed"
    LEFT = "left"


class Attempt(BaseModel):
    """What was tried, in words, and what came of it; `said` is the first line of what there is to say."""

    way: str
    result: str
    samples: int
    tokens: int
    checks: int
    elapsed_s: float
    said: str


class Node(BaseModel):
    """A goal of the tree: `root`, or a subgoal by its path, such as `1.2`."""

    node: str
    parent: str | None = Field(description="The node whose sketch it is a gap of; null for the root.")
    state: NodeState
    why: str | None = Field(description="Why nothing more is tried there by itself.")
    goal: str
    attempts: list[Attempt]
    proof: str | None = Field(description="A term that a warm Lean accepts there; nothing certified.")
    sketch: str | None = Field(description="A proof with gaps, which are the nodes below it.")
    plan: str | None = Field(description="What the author of the sketch says of it.")


class Tree(BaseModel):
    """All nodes, each behind those above it; none where no proof goes by way of a sketch."""

    nodes: list[Node]


class WantedAtNode(BaseModel):
    """A field of another name is refused: it would be one that was misspelled."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(
        description="Tactics or a term, with `sorry` where to go on; empty to continue from here."
    )


class ActedOn(Accepted):
    """`id` is this problem where it was still running, or a new one that goes on with it."""

    passed_on: bool = Field(description="Whether the problem was still running and has been told.")


@router.get("/problems/{id}/nodes", responses={404: FAILS, 422: FAILS})
def list_nodes(job: TheJob, site: TheSite) -> Tree:
    """The tree of subgoals as it stands."""
    progress = site.standings.of(job.id)
    return Tree(nodes=[_node(progress, at) for at in progress.nodes.values()])


@router.post(
    "/problems/{id}/nodes/{node}",
    status_code=202,
    responses=dict.fromkeys((403, 404, 413, 422, 429, 503), FAILS),
)
def act_on_node(sent: WantedAtNode, request: Request, job: OwnJob, node: str, site: TheSite) -> ActedOn:
    """Prove a subgoal by hand, split it, or have it tried again; `node` is `root` or a path such as `1.2`.

    A running problem is told; one that has ended is gone on with as a new problem. A status of 429 or 503
    comes with `Retry-After`, in seconds.
    """
    owner, account = site.owners.of(request), site.owners.account(request)
    done = act(site, job, path_of(node), sent.text, owner, account)
    return ActedOn(
        id=done.id,
        url=public(request, site, "show_job", id=done.id),
        events_url=public(request, site, "follow_problem", id=done.id),
        passed_on=done.id == job.id,
    )


def _node(progress: Progress, at: NodeStanding) -> Node:
    view = node_view(progress, at.node)
    tried = [
        {key: value for key, value in asdict(one).items() if key in Attempt.model_fields} for one in at.tried
    ]
    return Node(
        node=view.address,
        parent=address(at.parent) if at.node else None,
        state=NodeState(view.state.kind),
        why=view.why or None,
        goal=str(at.goal),
        attempts=[Attempt.model_validate(one) for one in tried],
        proof=at.proof or None,
        sketch=at.sketch.proof if at.sketch else None,
        plan=(at.sketch.plan or None) if at.sketch else None,
    )
