"""What each page shows: one frozen dataclass a page, named after its template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.domain.certificate import Certificate, Claim
from app.domain.events import (
    Formalized,
    Formalizing,
    Inconsistent,
    ModelTrouble,
    Outcome,
    Proved,
    Refuted,
    Side,
)
from app.domain.job import InQueue, Job
from app.domain.warnings import StatementWarning
from app.reports import expected
from app.web.fold import Progress, elapsed_s
from app.web.home_views import HomePage, MinePage
from app.web.node_views import NodePage
from app.web.outcomes import OutcomeView, checks_in_words, outcome_view
from app.web.plan import PlanView, counted, is_composed, plan_view
from app.web.reference_views import GuidePage, ReferencePage, SubjectPage
from app.web.source_view import SourceLine, marked_source
from app.web.tree import TOWARDS, GoalView, SearchView, goal_view, searches
from app.web.wording import wording

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
class Status:
    """The one line that a screen reader hears; `kind` chooses its colour."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at a job: under the address `base`, with `link` to share, empty where there is none.

    Who `owns` it may cancel, rename, share and delete it; others watch. Where it `speaks`, a model is there
    that translates words.
    """

    base: str
    link: str
    owns: bool
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class JobPage:
    """`queue` is how a job that is `waiting` stands, where the page asked; `age_s` how old the job is.

    `words` are those that the text translates; `in_words` says that the text itself is no Lean. `estimate` is
    what was expected of models before they were asked, as sentences. `earlier` and
    `later` are the ids of jobs for the same statement that this one goes on from, or that go on from it.
    `begun_with` are texts that are judged first, while there is no plan in which they stand.
    """

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
    plan: PlanView | None
    searches: tuple[SearchView, ...]
    outcome: OutcomeView | None
    words: str = ""
    in_words: bool = False
    troubles: tuple[ModelTrouble, ...] = ()
    estimate: str = ""
    earlier: str = ""
    later: str = ""
    begun_with: tuple[str, ...] = ()

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
    plan: PlanView | None
    searches: tuple[SearchView, ...]
    finished_at: datetime
    checks: int
    words: str = ""

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


Page = (
    HomePage | MinePage | JobPage | NodePage | ProofPage | ErrorPage | ReferencePage | GuidePage | SubjectPage
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
        name=job.title or _name(progress, job),
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
        plan=plan_view(progress, viewer.base, owns=viewer.owns) if with_steps else None,
        searches=searches(progress) if with_steps else (),
        outcome=outcome_view(progress.outcome, job) if progress.outcome else None,
        words=job.problem.words,
        in_words=_is_in_words(job, progress),
        troubles=progress.troubles,
        estimate=_estimate(progress),
    )


def proof_page(job: Job, progress: Progress, certificate: Certificate, link: str) -> ProofPage:
    """The page of a certificate, which `progress` ended with."""
    if progress.outcome is None or progress.locked is None or progress.finished_at is None:
        raise ValueError("a proof page is for a finished job")
    base = outcome_view(progress.outcome, job).proof_page
    composed = isinstance(progress.outcome, Proved) and is_composed(progress)
    found = searches(progress, only=_FOUND_BY.get(type(progress.outcome)), kept_only=True)
    return ProofPage(
        base=base,
        link=link,
        name=_name(progress, job),
        title=job.title or "",
        signature=progress.locked.preamble + progress.locked.signature,
        environment=job.problem.environment,
        certificate=certificate,
        outcome=outcome_view(progress.outcome, job),
        wording=wording(progress.locked.goal, progress.examined.assumptions) if progress.examined else (),
        warnings=progress.warnings,
        elaborated=progress.elaborated,
        plan=plan_view(progress, base.removesuffix("/proof"), owns=False) if composed else None,
        searches=() if composed else found,
        finished_at=progress.finished_at,
        checks=progress.checks,
        words=job.problem.words,
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
    if progress.locked is None and progress.formalizing:
        return Status("working", _formalizing(progress.formalizing))
    if progress.locked is None:
        return Status("working", "Lean is reading the statement")
    closed, subgoals = counted(progress)
    so_far = f": {closed} of {subgoals} subgoals closed" if subgoals else ""
    return Status("working", f"Looking for a proof{so_far}")


def _estimate(progress: Progress) -> str:
    """What was expected of models, and in the end what they took."""
    if progress.estimated is None:
        return ""
    words = expected(progress.estimated)
    if progress.outcome is None:
        return f"{words[0].upper()}{words[1:]} for a proof by models. This is an estimate, not a promise."
    return f"Estimated before models were asked: {words}. They took {progress.taken:,} tokens."


def _formalizing(now: Formalizing) -> str:
    """What is being done, and how far it is."""
    so_far = f": Lean accepts {now.accepted} of {now.proposed}" if now.proposed else ""
    return f"{now.doing.rstrip('.')}{so_far}"


def _is_in_words(job: Job, progress: Progress) -> bool:
    """Whether the text is a problem in words: it was taken for one, or will be."""
    if progress.formalizing or isinstance(progress.outcome, Formalized):
        return True
    return progress.locked is None and job.problem.in_words


def _name(progress: Progress, job: Job) -> str:
    """What a title or a file is called: the theorem's name, once Lean has read it."""
    if progress.locked is None:
        return "Problem in words" if _is_in_words(job, progress) else "Theorem"
    return progress.locked.signature.split(maxsplit=2)[1].rstrip(":")
