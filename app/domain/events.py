"""What a job can report, one dataclass per kind. A job ends with exactly one `Outcome`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.candidate import Candidate
from app.domain.certificate import Certificate
from app.domain.goal import Goal
from app.domain.proof import Value as Value
from app.domain.verdict import Message, Position, Reason
from app.domain.warnings import StatementWarning


class Side(StrEnum):
    """Which search a step belongs to: for a proof of the statement, of its negation, or of `False` from its
    hypotheses alone.
    """

    STATEMENT = "statement"
    NEGATION = "negation"
    HYPOTHESES = "hypotheses"


@dataclass(frozen=True, slots=True)
class Started:
    """A worker took the job. A second one voids every step reported before it."""

    worker: str


@dataclass(frozen=True, slots=True)
class StatementLocked:
    """The statement that will be proved, and what was changed in the text to get it."""

    signature: str
    preamble: str
    digest: str
    goal: Goal
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementExamined:
    """What a person should know of the statement, and how Lean reads it with nothing left out.

    `assumptions` names its hypotheses, as against its variables; `elaborated` is empty where it is too long
    to be of use.
    """

    warnings: tuple[StatementWarning, ...] = ()
    assumptions: tuple[str, ...] = ()
    elaborated: str = ""


@dataclass(frozen=True, slots=True)
class OwnProofRejected:
    """The proof that the person wrote did not pass; positions are those of the text as given."""

    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """A tactic that Lean refused; `message` is the first line of what it said, empty if that is not known."""

    tactic: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class StepVerified:
    """Lean accepted a tactic at a goal.

    `step` numbers the steps of one side from 1; `parent` is the step that left this goal, 0 for the root;
    `branch` counts the goals of the parent from 0; `label` is the name of a structured alternative.
    """

    side: Side
    step: int
    parent: int
    branch: int
    label: str
    tactic: str
    why: str
    before: Goal
    after: tuple[Goal, ...]
    refused: tuple[Tried, ...] = ()
    checks: int = 0
    elapsed_s: float = 0.0


@dataclass(frozen=True, slots=True)
class StepsAbandoned:
    """These steps were right but led nowhere, and are no longer part of the attempt."""

    side: Side
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Searching:
    """A sign of life between steps: checks made so far and the goal that is being worked on.

    `refused` names the tactics that Lean has refused since the last sign, by eight characters each, for a
    worker that goes on with an interrupted search.
    """

    side: Side
    checks: int
    elapsed_s: float
    goal: Goal
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Formalizing:
    """A sign of life while words become statements: what is being done, as a sentence for a person."""

    doing: str
    proposed: int = 0
    accepted: int = 0


@dataclass(frozen=True, slots=True)
class Estimated:
    """What the search for a proof with models will probably come to, told before they are asked.

    `chance` is that of a proof within the time of the job; `tokens`, prompts included, US `dollars` and
    `seconds` are what it takes on average, where the first proof ends it.
    """

    chance: float
    tokens: int
    dollars: float
    seconds: float


@dataclass(frozen=True, slots=True)
class NodeOpened:
    """A goal of the tree: `node` is its path, such as `1.2`, below `parent`; both are empty at the root."""

    node: str
    parent: str
    goal: Goal


@dataclass(frozen=True, slots=True)
class Sketched:
    """Lean accepted a sketch for a node: `proof`, a term with gaps.

    `subgoals` are the nodes for those of its `gaps`, by number from 0, at which Lean has a goal; `terms` the
    gaps that stand for terms. `plan` is what its author says of it, empty for a person's own.
    """

    node: str
    proof: str
    subgoals: tuple[str, ...]
    gaps: tuple[int, ...] = ()
    terms: tuple[int, ...] = ()
    plan: str = ""


BY_HAND = "by hand"  # the way of what a person has tried
ACCEPTS_PROOF, ACCEPTS_ONE = "Lean accepts its proof", "Lean accepts one"  # results that close a node


@dataclass(frozen=True, slots=True)
class NodeTried:
    """An attempt at a node that has ended: what was tried, in words, and what came of it.

    `kept` is the number of its samples in the record of samples, 0 where there is none; `said` the first line
    of what Lean, or the model's server, said.
    """

    node: str
    way: str
    result: str
    samples: int = 0
    tokens: int = 0
    checks: int = 0
    elapsed_s: float = 0.0
    kept: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class NodeClosed:
    """A warm Lean accepts `proof`, a term, in the place of this node."""

    node: str
    proof: str


@dataclass(frozen=True, slots=True)
class NodeLeft:
    """Nothing more is tried at this node by itself, and why."""

    node: str
    why: str


@dataclass(frozen=True, slots=True)
class ActTaken:
    """What a person did to this node, act `number` of all, has been heard; what came of it stands before."""

    number: int
    node: str


@dataclass(frozen=True, slots=True)
class ModelTrouble:
    """A model has not answered, as a sentence for a person; `role` is what it was asked as."""

    role: str
    detail: str


@dataclass(frozen=True, slots=True)
class Certifying:
    """A whole proof was found and goes to the certifier for the final word.

    `example` is what `Refuted` calls its counterexample.
    """

    side: Side
    proof: str
    example: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Spent:
    """What a job used: Lean checks, wall-clock seconds, and tokens of models."""

    checks: int = 0
    elapsed_s: float = 0.0
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Proved:
    certificate: Certificate
    spent: Spent = field(default_factory=Spent)


@dataclass(frozen=True, slots=True)
class Refuted:
    """`certificate` is for the negation.

    `counterexample` gives values to the variables of a universal statement, in their order, for which it is
    false, as the proof uses them; empty where the proof names none.
    """

    certificate: Certificate
    spent: Spent = field(default_factory=Spent)
    counterexample: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Inconsistent:
    """The hypotheses contradict each other, so the statement holds but says nothing.

    `certificate` is for `False` from its hypotheses.
    """

    certificate: Certificate
    spent: Spent = field(default_factory=Spent)


@dataclass(frozen=True, slots=True)
class Open:
    """Neither proved nor refuted within the budget, or every proposal was tried.

    `stuck_on` is the hardest goal that is left, and `attempts` are tactics that were tried there, the most
    promising first: Lean refused them, or they led to goals that stayed open.
    """

    tried: str
    stuck_on: Goal | None = None
    spent: Spent = field(default_factory=Spent)
    attempts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Misstated:
    """The text is not a statement that Lean accepts; positions are those of the text as given."""

    explanation: str
    messages: tuple[Message, ...] = ()
    position: Position | None = None
    warnings: tuple[StatementWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Formalized:
    """Statements for a problem in words, the likeliest first, of which a person may choose one.

    Of `proposed` candidates Lean accepted some; where none is left, `why` says what was wrong. `answer` is
    what `agreeing` of `asked` solutions end with where the problem asks for one; nothing of it is proved.
    `cut` of the solutions were broken off, and have no vote.
    """

    candidates: tuple[Candidate, ...]
    proposed: int = 0
    why: str = ""
    answer: str = ""
    agreeing: int = 0
    asked: int = 0
    spent: Spent = field(default_factory=Spent)
    cut: int = 0


@dataclass(frozen=True, slots=True)
class LeftUndecided:
    """Lean could not be asked. It says nothing about the statement."""

    reason: Reason
    detail: str
    spent: Spent = field(default_factory=Spent)


@dataclass(frozen=True, slots=True)
class Cancelled:
    spent: Spent = field(default_factory=Spent)


Outcome = Proved | Refuted | Inconsistent | Open | Misstated | Formalized | LeftUndecided | Cancelled
Event = (
    Started
    | StatementLocked
    | StatementExamined
    | OwnProofRejected
    | StepVerified
    | StepsAbandoned
    | Searching
    | Formalizing
    | Estimated
    | NodeOpened
    | Sketched
    | NodeTried
    | NodeClosed
    | NodeLeft
    | ActTaken
    | ModelTrouble
    | Certifying
    | Outcome
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in its place in a job's journal: `number` counts from 1 without gaps; `at` is in UTC."""

    number: int
    at: datetime
    event: Event
