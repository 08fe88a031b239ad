"""What the journal of an interrupted job is good for: whoever goes on with it tries that first.

Nothing here is believed. A remembered tactic is tried again, and a remembered proof goes to the final check:
a journal that is wrong costs time and nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TypeVar

from app.domain.events import (
    ActTaken,
    Certifying,
    Event,
    NodeClosed,
    NodeOpened,
    NodeTried,
    OwnProofRejected,
    Searching,
    Side,
    Sketched,
    Spent,
    Started,
    StatementExamined,
    StatementLocked,
    StepVerified,
)
from app.domain.goal import Goal
from app.domain.proof import Proposal

E = TypeVar("E", bound=Event)
MARK = 8  # characters


@dataclass(frozen=True, slots=True)
class Ordered:
    """Tactics for one goal: first those that were refused before, up to `refused`; then those that were
    accepted before, up to `known`; then all others. Each part is in the order of cost.
    """

    proposals: tuple[Proposal, ...]
    refused: int
    known: int


@dataclass(frozen=True, slots=True)
class Memory:
    """`certifying` is the whole proof that was found last; `spent` is what all workers before have used.

    `accepted` has, for each goal that was shown, the tactics that Lean accepted there and why they were
    proposed; `refused` has a mark for each tactic that Lean refused at some goal. `closed` and `sketches`
    have the proof, or the last sketch, of goals of the tree, and `heard` are the acts that were dealt with.
    """

    locked: StatementLocked | None = None
    examined: StatementExamined | None = None
    own_proof: OwnProofRejected | None = None
    certifying: Certifying | None = None
    spent: Spent = field(default_factory=Spent)
    accepted: Mapping[Goal, Mapping[str, str]] = field(default_factory=dict)
    closed: Mapping[Goal, str] = field(default_factory=dict)
    sketches: Mapping[Goal, str] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    heard: frozenset[int] = frozenset()

    def knows(self, goal: Goal) -> bool:
        """Whether Lean has accepted a tactic at `goal` before."""
        return goal in self.accepted

    def ordered(self, goal: Goal, found: Sequence[Proposal]) -> Ordered:
        """What a prover has `found` for `goal`, and what is remembered besides."""
        accepted = self.accepted.get(goal, {})
        new = accepted.keys() - {proposal.tactic for proposal in found}
        own = [Proposal(tactic, why) for tactic, why in accepted.items() if tactic in new and _whole(tactic)]
        everything = sorted([*found, *own], key=lambda proposal: proposal.cost)
        yes = [proposal for proposal in everything if proposal.tactic in accepted]
        others = [proposal for proposal in everything if proposal.tactic not in accepted]
        no = [p for p in others if self.refused and mark(goal, p.tactic) in self.refused]
        return Ordered((*no, *yes, *(p for p in others if p not in no)), len(no), len(no) + len(yes))


def mark(goal: Goal, tactic: str) -> str:
    """A name for a tactic at a goal, short enough to tell thousands of them; 48 bits keep them apart."""
    return b64encode(blake2b(f"{goal}\n{tactic}".encode(), digest_size=6).digest()).decode()


def remembered(earlier: Sequence[Event]) -> Memory:
    """What the events of a journal, from its beginning, leave to know."""
    accepted: dict[Goal, dict[str, str]] = {}
    refused: set[str] = set()
    goals: dict[str, Goal] = {}
    closed: dict[Goal, str] = {}
    sketches: dict[Goal, str] = {}
    for event in earlier:
        if isinstance(event, StepVerified):
            accepted.setdefault(event.before, {})[event.tactic] = event.why
        elif isinstance(event, Searching):
            refused.update(event.refused[n : n + MARK] for n in range(0, len(event.refused), MARK))
        elif isinstance(event, NodeOpened):
            goals[event.node] = event.goal
        elif isinstance(event, NodeClosed) and event.node in goals:
            closed[goals[event.node]] = event.proof
        elif isinstance(event, Sketched) and event.node in goals:
            sketches[goals[event.node]] = event.proof
    return Memory(
        locked=_last(StatementLocked, earlier),
        examined=_last(StatementExamined, earlier),
        own_proof=_last(OwnProofRejected, earlier),
        certifying=_last(Certifying, earlier),
        spent=_spent(earlier),
        accepted=accepted,
        refused=frozenset(refused),
        closed=closed,
        sketches=sketches,
        heard=frozenset(event.number for event in earlier if isinstance(event, ActTaken)),
    )


def _last(kind: type[E], events: Sequence[Event]) -> E | None:
    return next((event for event in reversed(events) if isinstance(event, kind)), None)


def _spent(events: Sequence[Event]) -> Spent:
    """The sum over all workers, as far as each had told before it ended; searches ran side by side."""
    checks: dict[tuple[int, Side], int] = {}
    elapsed_s: dict[int, float] = {}
    worker = tokens = 0
    for event in events:
        if isinstance(event, Started):
            worker += 1
        elif isinstance(event, StepVerified | Searching):
            checks[worker, event.side] = event.checks
            elapsed_s[worker] = max(elapsed_s.get(worker, 0.0), event.elapsed_s)
        elif isinstance(event, NodeTried):
            tokens += event.tokens
    return Spent(sum(checks.values()), sum(elapsed_s.values()), tokens)


def _whole(tactic: str) -> bool:
    """Whether a tactic says all by itself; the alternatives behind `with` are known to the prover alone."""
    return not tactic.endswith(" with")
