"""What each page shows: one frozen dataclass a page, named after its template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.domain.certificate import Certificate, Claim
from app.domain.events import Inconsistent, Outcome, Proved, Refuted, Side
from app.domain.job import InQueue, Job, JobState
from app.domain.warnings import StatementWarning
from app.web.fold import Progress, elapsed_s
from app.web.forms import Fault
from app.web.outcomes import BY_CLASS_NAME, OutcomeView, checks_in_words, outcome_view
from app.web.reference_views import GuidePage, ReferencePage, SubjectPage
from app.web.source_view import SourceLine, marked_source
from app.web.tree import TOWARDS, GoalView, SearchView, goal_view, searches
from app.web.wording import wording


@dataclass(frozen=True, slots=True)
class Example:
    key: str
    title: str
    text: str


EXAMPLES = (
    Example("swap", "Swap a conjunction", "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"),
    Example("zero_add", "Induction", "theorem zero_add (n : Nat) : 0 + n = n"),
    Example("em", "Excluded middle", "theorem em (p : Prop) : p ∨ ¬p"),
    Example("de_morgan", "A law of de Morgan", "theorem de_morgan (p q : Prop) : ¬(p ∧ q) ↔ ¬p ∨ ¬q"),
    Example("parity", "Integers", "theorem parity (n : ℤ) : n % 2 = 0 ∨ n % 2 = 1"),
    Example(
        "not_exists",
        "No counterexample",
        "theorem none_exists (A : Type) (P : A → Prop) (h : ¬∃ x, P x) : ∀ x, ¬P x",
    ),
    Example("false", "A false statement", "theorem or_gives_and (p q : Prop) (h : p ∨ q) : p ∧ q"),
)

_DERIVED = {
    Claim.REFUTED: "What was proved is its negation.",
    Claim.INCONSISTENT: "What was proved is that the hypotheses alone give a contradiction.",
}
_FOUND_BY: dict[type[Outcome], Side] = {
    Proved: Side.STATEMENT,
    Refuted: Side.NEGATION,
    Inconsistent: Side.HYPOTHESES,
}


@dataclass(frozen=True, slots=True)
class Recent:
    """A line in the list of recent proofs."""

    id: str
    title: str
    text: str
    kind: str
    word: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HomePage:
    template: ClassVar[str] = "home.html"
    text: str
    seconds: float
    choices: tuple[float, ...]
    faults: tuple[Fault, ...]
    recent: tuple[Recent, ...]
    waiting: int = 0
    notice: str = ""
    examples: tuple[Example, ...] = EXAMPLES

    def fault(self, field: str) -> str:
        """What is wrong with `field`; empty if nothing is."""
        return " ".join(fault.message for fault in self.faults if fault.field == field)


@dataclass(frozen=True, slots=True)
class MinePage:
    """The statements of one browser: those found, `older` to go on behind them, and the `count` of all.

    Lean has worked `spent_s` seconds for it in this hour, of `allowed_s`.
    """

    template: ClassVar[str] = "mine.html"
    found: tuple[Recent, ...]
    words: str
    older: int | None
    count: int
    spent_s: float = 0.0
    allowed_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Status:
    """The one line that a screen reader hears; `kind` chooses its colour."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at a job: under the address `base`, with `link` to share, empty where there is none.

    Who `owns` it may cancel, rename, share and delete it; others watch.
    """

    base: str
    link: str
    owns: bool


@dataclass(frozen=True, slots=True)
class JobPage:
    """`queue` is how a job that is `waiting` stands, where the page asked; `age_s` how old the job is."""

    template: ClassVar[str] = "job.html"
    id: str
    name: str
    title: str
    viewer: Viewer
    text: str
    environment: str
    seconds: float
    number: int
    status: Status
    waiting: bool
    queue: InQueue | None
    age_s: float
    cancelling: bool
    elapsed_s: float
    checks: int
    notes: tuple[str, ...]
    own_proof: tuple[SourceLine, ...]
    warnings: tuple[StatementWarning, ...]
    elaborated: str
    working_on: GoalView | None
    towards: str
    searches: tuple[SearchView, ...]
    outcome: OutcomeView | None

    @property
    def running(self) -> bool:
        return self.outcome is None and not self.waiting

    @property
    def ask_again_s(self) -> int:
        """After how many seconds a waiting page asks for its place: the further back, the later."""
        return min(2 + (self.queue.ahead // 5 if self.queue else 0), 15)


@dataclass(frozen=True, slots=True)
class ProofPage:
    """`signature` is the statement that was set; a refutation's certificate is for its negation."""

    template: ClassVar[str] = "proof.html"
    base: str
    link: str
    name: str
    title: str
    signature: str
    environment: str
    certificate: Certificate
    outcome: OutcomeView
    wording: tuple[str, ...]
    warnings: tuple[StatementWarning, ...]
    elaborated: str
    searches: tuple[SearchView, ...]
    finished_at: datetime
    checks: int

    @property
    def refuted(self) -> bool:
        """Whether the certificate is for the negation."""
        return self.certificate.claim is Claim.REFUTED

    @property
    def derived(self) -> str:
        """What was proved, where that is not the statement itself; empty where it is."""
        return _DERIVED.get(self.certificate.claim, "")

    @property
    def checked(self) -> tuple[str, ...]:
        """Who checked it and how, step by step."""
        return checks_in_words(self.certificate)


@dataclass(frozen=True, slots=True)
class ErrorPage:
    template: ClassVar[str] = "error.html"
    status: int
    title: str
    words: str


Page = HomePage | MinePage | JobPage | ProofPage | ErrorPage | ReferencePage | GuidePage | SubjectPage


def recent(jobs: Sequence[Job]) -> tuple[Recent, ...]:
    return tuple(
        Recent(job.id, job.title or "", _first_line(job.problem.text), *_standing_of(job), job.created_at)
        for job in jobs
    )


def job_page(
    job: Job,
    progress: Progress,
    now: datetime,
    viewer: Viewer,
    queue: InQueue | None = None,
    *,
    with_steps: bool = True,
) -> JobPage:
    """The page of a job at the moment `now`, for `viewer`."""
    waiting = progress.outcome is None and progress.started_at is None
    searching = progress.searching
    return JobPage(
        id=job.id,
        name=job.title or _name(progress),
        title=job.title or "",
        viewer=viewer,
        text=job.problem.text,
        environment=job.problem.environment,
        seconds=job.problem.seconds,
        number=progress.number,
        status=_status(job, progress),
        waiting=waiting,
        queue=queue if waiting else None,
        age_s=(now - job.created_at).total_seconds(),
        cancelling=job.cancel_requested and progress.outcome is None,
        elapsed_s=elapsed_s(progress, now),
        checks=progress.checks,
        notes=progress.locked.notes if progress.locked else (),
        own_proof=marked_source(job.problem.text, progress.own_proof.messages) if progress.own_proof else (),
        warnings=progress.warnings,
        elaborated=progress.elaborated,
        working_on=goal_view(searching.goal) if searching and not progress.outcome else None,
        towards=TOWARDS[searching.side] if searching else "",
        searches=searches(progress) if with_steps else (),
        outcome=outcome_view(progress.outcome, job) if progress.outcome else None,
    )


def proof_page(job: Job, progress: Progress, certificate: Certificate, link: str) -> ProofPage:
    """The page of a certificate, which `progress` ended with."""
    if progress.outcome is None or progress.locked is None or progress.finished_at is None:
        raise ValueError("a proof page is for a finished job")
    return ProofPage(
        base=outcome_view(progress.outcome, job).proof_page,
        link=link,
        name=_name(progress),
        title=job.title or "",
        signature=progress.locked.preamble + progress.locked.signature,
        environment=job.problem.environment,
        certificate=certificate,
        outcome=outcome_view(progress.outcome, job),
        wording=wording(progress.locked.goal, progress.examined.assumptions) if progress.examined else (),
        warnings=progress.warnings,
        elaborated=progress.elaborated,
        searches=searches(progress, only=_FOUND_BY.get(type(progress.outcome)), kept_only=True),
        finished_at=progress.finished_at,
        checks=progress.checks,
    )


def _status(job: Job, progress: Progress) -> Status:
    if progress.outcome:
        ended = outcome_view(progress.outcome, job)
        return Status(ended.kind, ended.heading)
    if job.cancel_requested:
        return Status("working", "Cancelling")
    if progress.started_at is None:
        return Status("waiting", "Waiting for a worker")
    if progress.certifying:
        return Status("working", "A whole proof was found; the kernels are checking it")
    if progress.locked is None:
        return Status("working", "Lean is reading the statement")
    return Status("working", "Looking for a proof")


def _standing_of(job: Job) -> tuple[str, str]:
    if job.outcome:
        return BY_CLASS_NAME[job.outcome]
    return ("working", "Running") if job.state is JobState.RUNNING else ("waiting", "Waiting")


def _name(progress: Progress) -> str:
    """What a title or a file is called: the theorem's name, once Lean has read it."""
    if progress.locked is None:
        return "Theorem"
    return progress.locked.signature.split(maxsplit=2)[1].rstrip(":")


def _first_line(text: str) -> str:
    wanted = next((line for line in text.splitlines() if line.startswith("theorem")), text.strip())
    return " ".join(wanted.split())[:200]
