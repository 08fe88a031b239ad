"""Outcomes and verdicts as text for a terminal and as JSON for programs."""

from __future__ import annotations

from typing import Any, assert_never

from app.domain.certificate import Certificate
from app.domain.events import (
    Cancelled,
    Certifying,
    Estimated,
    Event,
    Formalized,
    Formalizing,
    Inconsistent,
    LeftUndecided,
    Misstated,
    ModelTrouble,
    NodeClosed,
    NodeLeft,
    NodeTried,
    Open,
    Outcome,
    OwnProofRejected,
    Proved,
    Refuted,
    Searching,
    Side,
    Spent,
    StatementExamined,
    StatementLocked,
    StepVerified,
)
from app.domain.lean_source import Document
from app.domain.verdict import Checked, Incomplete, Message, Position, Rejected, Undecided, Verdict

Certified = Proved | Refuted | Inconsistent
EXIT_CODES: dict[type[Outcome], int] = {
    Proved: 0,
    Refuted: 1,
    Open: 2,
    Misstated: 3,
    Formalized: 6,
    LeftUndecided: 4,
    Cancelled: 4,
    Inconsistent: 5,
}
NAMES: dict[type[Outcome], str] = {
    Proved: "proved",
    Refuted: "refuted",
    Inconsistent: "inconsistent_hypotheses",
    Open: "open",
    Misstated: "not_a_statement",
    Formalized: "formalized",
    LeftUndecided: "undecided",
    Cancelled: "cancelled",
}
_SOUGHT = {
    Side.STATEMENT: "a proof",
    Side.NEGATION: "a refutation",
    Side.HYPOTHESES: "a contradiction in the hypotheses",
}
CHECK_EXIT_CODES = {"accepted": 0, "rejected": 1, "has_sorry": 2, "undecided": 4}


def progress(event: Event) -> str | None:
    """What is worth keeping about `event` for a person who waits; None where there is nothing."""
    match event:
        case StatementLocked():
            return "\n".join([*event.notes, f"Lean reads the statement as\n{event.goal}"])
        case StatementExamined(warnings=warnings):
            return "\n".join(f"note: {warning.text}" for warning in warnings) or None
        case OwnProofRejected():
            return f"your proof was not accepted: {at(event.messages[0])}"
        case Certifying():
            return "the whole proof goes to the kernels"
        case ModelTrouble(detail=detail):
            return f"a model did not answer: {detail}"
        case Estimated():
            return f"with models: {expected(event)}; an estimate, not a promise"
        case NodeTried(node, way, result):
            return f"{_node(node)}: {way}: {result}"
        case NodeClosed(node):
            return f"{_node(node)}: closed"
        case NodeLeft(node, why):
            return f"{_node(node)}: left open. {why}"
        case _:
            return None


def expected(estimated: Estimated) -> str:
    """An estimate in words that do not pretend to be exact; no price where the models are one's own."""
    cents = max(round(estimated.dollars * 100), 1) / 100
    price = f" (${cents:,.2f})" if estimated.dollars else ""
    percent = min(5 * round(20 * estimated.chance), 95)
    chance = f"about a {percent} % chance" if percent else "hardly a chance"
    return f"{chance}, some {_roundly(estimated.tokens):,} tokens{price}"


def _roundly(number: int) -> int:
    """The number with two digits that say something."""
    return round(number, 2 - len(str(number))) if number else 0


def now(event: Event) -> str | None:
    """What is being done at this moment, in a few words."""
    match event:
        case StepVerified():
            return f"{_search(event.side)}: {event.checks} checks, ✓ {_one_line(event.tactic)}"
        case Searching():
            return f"{_search(event.side)}: {event.checks} checks, on ⊢ {event.goal.target}"
        case Formalizing():
            return event.doing
        case _:
            return None


def outcome_as_text(outcome: Outcome) -> str:
    match outcome:
        case Proved():
            rests = _axioms(outcome.certificate)
            return f"proved, resting on {rests}\n\n{outcome.certificate.solution}".rstrip()
        case Refuted():
            rests = f"its negation is proved, resting on {_axioms(outcome.certificate)}"
            return f"refuted: {_example(outcome)}{rests}\n\n{outcome.certificate.solution}".rstrip()
        case Inconsistent():
            means = "they contradict each other, so the statement holds whatever it claims"
            rests = f"its proof rests on {_axioms(outcome.certificate)}"
            return f"inconsistent hypotheses: {means}; {rests}\n\n{outcome.certificate.solution}".rstrip()
        case Open():
            stuck = f"\nIt was stuck on\n{outcome.stuck_on}" if outcome.stuck_on else ""
            tried = "".join(f"\n  {_one_line(tactic)}" for tactic in outcome.attempts)
            return f"open: {outcome.tried}{stuck}" + (f"\nTried there in vain{tried}" if tried else "")
        case Misstated():
            place = f"{outcome.position}: " if outcome.position and not outcome.messages else ""
            return "\n".join([f"not a statement: {place}{outcome.explanation}", *map(at, outcome.messages)])
        case Formalized():
            return _proposed(outcome)
        case LeftUndecided():
            return f"undecided ({outcome.reason}): {outcome.detail}"
        case Cancelled():
            return "cancelled"
        case _:
            assert_never(outcome)


def _proposed(outcome: Formalized) -> str:
    if not outcome.candidates:
        return f"no statement: {outcome.why}"
    lines = ["proposed statements, of which none is proved; choose one and give it to `lemmata prove`"]
    lines += [f"answer, by {outcome.agreeing} of {outcome.asked}: {outcome.answer}"] if outcome.answer else []
    for candidate in outcome.candidates:
        lines += ["", f"{candidate.votes} of {outcome.proposed}: {candidate.said}".rstrip(": ")]
        lines += [f"  it differs: {candidate.differs}"] if candidate.differs else []
        lines += [] if candidate.compared else ["  it was not compared with the problem"]
        lines += ["  its hypotheses contradict each other"] if candidate.contradictory else []
        lines += [f"  note: {warning.text}" for warning in candidate.warnings]
        lines += [candidate.text]
    return "\n".join(lines)


def _node(path: str) -> str:
    return f"subgoal {path}" if path else "the goal"


def outcome_as_json(outcome: Outcome, statement: str | None) -> dict[str, Any]:
    """The object that `lemmata prove --json` and the API give for a finished problem.

    `statement` is the locked one, None where the text was none; `proof` is a whole Lean file, of the negation
    where the statement is refuted.
    """
    certificate = outcome.certificate if isinstance(outcome, Certified) else None
    spent = Spent() if isinstance(outcome, Misstated) else outcome.spent
    return {
        "outcome": NAMES[type(outcome)],
        "statement": statement,
        "proof": certificate.solution if certificate else None,
        "axioms": list(certificate.axioms) if certificate else [],
        "checks": spent.checks,
        "elapsed_s": spent.elapsed_s,
        **_because(outcome),
    }


def _because(outcome: Outcome) -> dict[str, Any]:
    match outcome:
        case Refuted():
            values = {value.variable: value.value for value in outcome.counterexample}
            return {"counterexample": values or None}
        case Open():
            goal = str(outcome.stuck_on) if outcome.stuck_on else None
            return {"reason": outcome.tried, "goal": goal, "attempts": list(outcome.attempts)}
        case Formalized():
            told = [
                {
                    "statement": candidate.text,
                    "votes": candidate.votes,
                    "words": candidate.said,
                    "differs": candidate.differs or None,
                    "compared": candidate.compared,
                    "contradictory": candidate.contradictory,
                    "warnings": [warning.text for warning in candidate.warnings],
                }
                for candidate in outcome.candidates
            ]
            return {"candidates": told, "answer": outcome.answer or None, "reason": outcome.why or None}
        case Misstated():
            place = None if outcome.position is None else _place(outcome.position)
            messages = [message_as_json(message) for message in outcome.messages]
            return {"reason": outcome.explanation, "position": place, "messages": messages}
        case LeftUndecided():
            return {"reason": f"{outcome.reason}: {outcome.detail}"}
        case _:
            return {}


def check_as_json(verdict: Verdict, document: Document, elapsed_s: float) -> dict[str, Any]:
    """The object that `lemmata check --json` prints; places are those of the text as it was given."""
    report: dict[str, Any] = {"verdict": "", "messages": [], "holes": [], "notes": list(document.notes)}
    match verdict:
        case Checked():
            report["verdict"] = "accepted"
        case Incomplete():
            report["verdict"] = "has_sorry"
            report["holes"] = [
                {**_place(document.given(hole.position)), "goals": [str(goal) for goal in hole.goals]}
                for hole in verdict.holes
            ]
        case Rejected():
            report["verdict"] = "rejected"
        case Undecided():
            report |= {"verdict": "undecided", "reason": f"{verdict.reason}: {verdict.detail}"}
        case _:
            assert_never(verdict)
    if not isinstance(verdict, Undecided):
        report["messages"] = [
            message_as_json(message, document.given(message.start), document.given(message.end))
            for message in verdict.messages
        ]
    return report | {"elapsed_s": round(elapsed_s, 3)}


def check_as_text(name: str, report: dict[str, Any]) -> str:
    lines = [*report["notes"]]
    for message in report["messages"]:
        lines.append(
            f"{name}:{message['line']}:{message['column']}: {message['severity']}: {message['text']}"
        )
    for hole in report["holes"]:
        goals = "\n".join(hole["goals"])
        lines.append(f"{name}:{hole['line']}:{hole['column']}: hole:\n{goals}")
    lines.append(report["verdict"] + (f" ({report['reason']})" if "reason" in report else ""))
    return "\n".join(lines)


def message_as_json(
    message: Message, start: Position | None = None, end: Position | None = None
) -> dict[str, Any]:
    start, end = start or message.start, end or message.end
    return {
        "severity": str(message.severity),
        **_place(start),
        "end_line": end.line,
        "end_column": end.column,
        "text": message.text,
    }


def at(message: Message) -> str:
    """A message behind its place, as Lean prints it."""
    return f"{message.start}: {message.severity}: {message.text}"


def _place(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def _axioms(certificate: Certificate) -> str:
    return ", ".join(certificate.axioms) or "no axioms"


def _example(refuted: Refuted) -> str:
    values = ", ".join(f"{value.variable} = {_one_line(value.value)}" for value in refuted.counterexample)
    return f"it is false for {values}; " if values else ""


def _search(side: Side) -> str:
    return f"looking for {_SOUGHT[side]}"


def _one_line(tactic: str) -> str:
    return " ".join(tactic.split())
