"""Outcomes in words. 'Proved' and 'refuted' are said of certificates alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from app.domain.candidate import Candidate
from app.domain.certificate import Certificate
from app.domain.events import (
    Cancelled,
    Formalized,
    Inconsistent,
    LeftUndecided,
    Misstated,
    Open,
    Outcome,
    Proved,
    Refuted,
)
from app.domain.job import Job
from app.domain.verdict import Message, Reason, Severity
from app.reports import NAMES
from app.web.source_view import SourceLine, marked_source
from app.web.tree import GoalView, goal_view

HEADINGS: dict[type[Outcome], str] = {
    Proved: "Proved",
    Refuted: "Refuted",
    Inconsistent: "Contradictory hypotheses",
    Open: "Open",
    Misstated: "Not a statement",
    Formalized: "Statements proposed",
    LeftUndecided: "Undecided",
    Cancelled: "Cancelled",
}
BY_CLASS_NAME = {kind.__name__: (NAMES[kind], heading) for kind, heading in HEADINGS.items()}
_REASONS = {
    Reason.TIMEOUT: "Lean did not answer in time.",
    Reason.MEMORY: "Lean ran out of memory.",
    Reason.OUTPUT_LIMIT: "Lean printed more than is read.",
    Reason.CRASHED: "Lean ended without an answer.",
    Reason.CANCELLED: "The check was stopped before Lean answered.",
    Reason.CHECKER_ERROR: "Lean could not be asked.",
}
_CONTRADICTORY = (
    "The hypotheses contradict each other: nothing satisfies all of them. So the statement follows, but so "
    "would its opposite, and the proof says nothing about the conclusion. Check the hypotheses: one of them "
    "is probably not what you meant."
)
_UNKNOWN = re.compile(r"Unknown (?:identifier|constant) `([^`]{1,100})`")
AXIOMS = {
    "propext": "propositional extensionality",
    "Classical.choice": "the axiom of choice",
    "Quot.sound": "equality of quotients",
}


@dataclass(frozen=True, slots=True)
class CandidateView:
    """A statement that a person may choose, `number` from 1; `votes` says in words how many mean the same."""

    number: int
    candidate: Candidate
    votes: str


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """How a job ended: `kind` is its name in the API, `proof_page` where a certified proof is shown.

    `meaning` is what a certificate says about the statement, with Lean between backticks; `stuck_on` the
    hardest goal left, `attempts` what was tried there, `source` the text with Lean's messages, `unknown` a
    name in it that the library does not have. `candidates` are statements for a problem in words, `answer`
    what solutions of it end with, as a sentence.
    """

    kind: str
    heading: str
    words: str
    proof_page: str
    meaning: str = ""
    certificate: Certificate | None = None
    detail: str = ""
    stuck_on: GoalView | None = None
    attempts: tuple[str, ...] = ()
    source: tuple[SourceLine, ...] = ()
    unknown: str = ""
    answer: str = ""
    candidates: tuple[CandidateView, ...] = ()


def outcome_view(outcome: Outcome, job: Job) -> OutcomeView:
    page = f"/p/{job.share}" if job.share else f"/jobs/{job.id}/proof"
    kind, heading = NAMES[type(outcome)], HEADINGS[type(outcome)]
    match outcome:
        case Proved(certificate):
            words = _checked("proof", certificate)
            return OutcomeView(kind, heading, words, page, certificate=certificate)
        case Refuted(certificate):
            words, meaning = _checked("proof of its negation", certificate), _false(outcome)
            return OutcomeView(kind, heading, words, page, meaning, certificate)
        case Inconsistent(certificate):
            words = _checked("proof", certificate)
            return OutcomeView(kind, heading, words, page, _CONTRADICTORY, certificate)
        case Open(tried, stuck_on, _, attempts):
            words = "Neither a proof nor a counterproof was found. The statement may still be true."
            goal = goal_view(stuck_on) if stuck_on else None
            return OutcomeView(kind, heading, words, page, detail=tried, stuck_on=goal, attempts=attempts)
        case Misstated(explanation):
            lines = marked_source(job.problem.text, _messages(outcome))
            marked = (
                f"{explanation} The place is marked above."
                if any(line.messages for line in lines)
                else explanation
            )
            return OutcomeView(kind, heading, marked, page, source=lines, unknown=_unknown(outcome))
        case Formalized(candidates):
            return _proposed(outcome, page) if candidates else _none_proposed(outcome, page)
        case LeftUndecided(reason, detail):
            words = f"{_REASONS[reason]} This says nothing about the statement."
            return OutcomeView(kind, heading, words, page, detail=detail)
        case Cancelled():
            return OutcomeView(kind, heading, "You stopped the search. The steps so far are kept.", page)
        case _:
            assert_never(outcome)


def _proposed(outcome: Formalized, page: str) -> OutcomeView:
    kind, heading = NAMES[Formalized], HEADINGS[Formalized]
    words = "Which of these is what you mean? Nothing is proved yet."
    shown = tuple(
        CandidateView(number, candidate, _votes(candidate.votes, outcome.proposed))
        for number, candidate in enumerate(outcome.candidates, 1)
    )
    return OutcomeView(kind, heading, words, page, answer=_answer(outcome), candidates=shown)


def _none_proposed(outcome: Formalized, page: str) -> OutcomeView:
    return OutcomeView(
        NAMES[Formalized], "No statement", outcome.why or "None was proposed.", page, answer=_answer(outcome)
    )


def _votes(votes: int, proposed: int) -> str:
    return f"{votes} of {proposed} {_plural('proposal', proposed)} {'means' if votes == 1 else 'mean'} this"


def _answer(outcome: Formalized) -> str:
    """How the vote on an answer went, where one was held."""
    agreeing, asked, cut = outcome.agreeing, outcome.asked, outcome.cut
    if not asked:
        return ""
    was_cut = f"; {cut} {'was' if cut == 1 else 'were'} cut off" if cut else ""
    if not outcome.answer:
        return f"None of {asked} {_plural('solution', asked)} ends with an answer{was_cut}."
    end = "ends" if agreeing == 1 else "end"
    solutions = f"{agreeing} of {asked} {_plural('solution', asked)}"
    return f"{solutions} {end} with {outcome.answer}{was_cut}; nothing is proved."


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"


def kernels_in_words(certificate: Certificate) -> str:
    """Who has replayed the proof."""
    lean = f"Lean {certificate.versions.get('lean', '')}'s kernel"
    second = certificate.kernels.get("lemmata") == "accepted"
    return f"{lean} and a second one, written independently," if second else f"{lean} alone"


def checks_in_words(certificate: Certificate) -> tuple[str, ...]:
    """Who checked a proof and how, a sentence for each step."""
    jailed = certificate.jail == "bubblewrap"
    where = "in a jail from which it reaches nothing" if jailed else "with limits, but in no jail"
    lean = f"Lean {certificate.versions.get('lean', '')}"
    second = certificate.kernels.get("lemmata", "not asked")
    return (
        f"{lean} compiled the statement alone and the proof, each in a process of its own, {where}.",
        "The compiled files were read as data: the theorem and all that its statement rests on are those of "
        "the statement as it was set, nothing is assumed but the axioms above, and nothing is unsafe.",
        f"{lean}'s kernel, started empty in a third process that never ran the proof, "
        f"{certificate.kernels.get('lean', 'was not asked')} all of it.",
        _SECOND.get(second, "A second kernel did not finish in its time."),
    )


_SECOND = {
    "accepted": "A second kernel, written for Lemmata and sharing nothing with the first, accepted it too.",
    "not asked": "A second kernel was not asked.",
}


def axioms_in_words(axioms: tuple[str, ...]) -> str:
    """What the proof takes for granted."""
    if not axioms:
        return "It uses no axioms."
    named = [f"{axiom} ({AXIOMS[axiom]})" if axiom in AXIOMS else axiom for axiom in axioms]
    return f"It uses {'the axiom' if len(named) == 1 else 'the axioms'} {_listed(named)}."


def _false(refuted: Refuted) -> str:
    values = [f"`{value.variable} = {value.value}`" for value in refuted.counterexample]
    return f"It is false for {_listed(values)}." if values else "The statement is false."


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _unknown(misstated: Misstated) -> str:
    said = (_UNKNOWN.match(message.text) for message in misstated.messages)
    return next((match[1] for match in said if match), "")


def _messages(misstated: Misstated) -> tuple[Message, ...]:
    if misstated.messages or misstated.position is None:
        return misstated.messages
    place = misstated.position
    return (Message(Severity.ERROR, misstated.explanation, place, place),)


def _checked(what: str, certificate: Certificate) -> str:
    return f"{kernels_in_words(certificate)} accepted the {what}. {axioms_in_words(certificate.axioms)}"
