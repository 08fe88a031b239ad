"""The page with the form, and the lists of what was set before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.domain.job import Job, JobState
from app.domain.prose import in_words
from app.web.forms import Fault
from app.web.outcomes import BY_CLASS_NAME


@dataclass(frozen=True, slots=True)
class Example:
    key: str
    title: str
    text: str

    @property
    def in_words(self) -> bool:
        return in_words(self.text)


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
    Example("words", "In words", "Show that the sum of two odd numbers is even."),
)


@dataclass(frozen=True, slots=True)
class Recent:
    """A line in the list of recent proofs."""

    id: str
    title: str
    text: str
    kind: str
    word: str
    at: datetime
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class HomePage:
    """`words` are those that the text translates; `speaks` says whether a model is there that translates.

    `offers_lean`: the text reads like words, and can be taken for Lean all the same.
    """

    template: ClassVar[str] = "home.html"
    text: str
    seconds: float
    choices: tuple[float, ...]
    faults: tuple[Fault, ...]
    recent: tuple[Recent, ...]
    waiting: int = 0
    notice: str = ""
    words: str = ""
    speaks: bool = False
    offers_lean: bool = False

    @property
    def examples(self) -> tuple[Example, ...]:
        """Those that can be proved here."""
        return tuple(example for example in EXAMPLES if self.speaks or not example.in_words)

    def fault(self, field: str) -> str:
        """What is wrong with `field`; empty if nothing is."""
        return " ".join(fault.message for fault in self.faults if fault.field == field)


@dataclass(frozen=True, slots=True)
class MinePage:
    """The statements of one browser: those found, `older` to go on behind them, and the `count` of all.

    Lean has worked `spent_s` seconds for it in this hour, of `allowed_s`; models have taken `spent_tokens` of
    `allowed_tokens`, which is 0 where there are none.
    """

    template: ClassVar[str] = "mine.html"
    found: tuple[Recent, ...]
    words: str
    older: int | None
    count: int
    spent_s: float = 0.0
    allowed_s: float = 0.0
    spent_tokens: int = 0
    allowed_tokens: int = 0


def recent(jobs: Sequence[Job]) -> tuple[Recent, ...]:
    return tuple(
        Recent(
            job.id,
            job.title or "",
            _first_line(job.problem.text),
            *_standing_of(job),
            job.created_at,
            job.problem.in_words,
        )
        for job in jobs
    )


def _standing_of(job: Job) -> tuple[str, str]:
    if job.outcome:
        return BY_CLASS_NAME[job.outcome]
    return ("working", "Running") if job.state is JobState.RUNNING else ("waiting", "Waiting")


def _first_line(text: str) -> str:
    wanted = next((line for line in text.splitlines() if line.startswith("theorem")), text.strip())
    return " ".join(wanted.split())[:200]
