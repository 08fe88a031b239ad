"""The first part of the way: the text is read, Lean elaborates its claim, and the statement is fixed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from app.domain.errors import NotAStatement
from app.domain.events import LeftUndecided, Misstated, StatementLocked
from app.domain.goal import Goal
from app.domain.lean_source import Document
from app.domain.statement import Reading, read_statement
from app.domain.verdict import Checked, Incomplete, Message, Reason, Rejected, Undecided, Verdict
from app.domain.warnings import automatic_variables, text_warnings
from app.pipeline.lab import Job

_DECLARED = "`{}` has already been declared"
_SORRY = "declaration uses `sorry`"


@dataclass(frozen=True, slots=True)
class Locked:
    """A statement that Lean has elaborated, and its goal."""

    reading: Reading
    goal: Goal


async def lock(job: Job) -> Locked | Misstated | LeftUndecided:
    """Read the text, have Lean elaborate the claim, and fix the statement."""
    try:
        if known := _locked_before(job):
            await job.journal.append(known[0])
            return known[1]
        reading, verdict = await _read(job)
    except NotAStatement as error:
        return Misstated(str(error), (), error.position, text_warnings(job.problem.text))
    match verdict:
        case Incomplete(goals=((goal, *_),)):
            pass
        case Rejected():
            messages = given(reading.claim, verdict)
            warnings = (*text_warnings(job.problem.text), *automatic_variables(messages))
            return Misstated(_refusal(messages[0]), messages, messages[0].start, warnings)
        case Undecided():
            return LeftUndecided(verdict.reason, verdict.detail, job.spent)
        case Checked() | Incomplete():
            return LeftUndecided(Reason.CHECKER_ERROR, "Lean showed no goal for this statement.", job.spent)
        case _:
            assert_never(verdict)
    statement = reading.statement
    await job.journal.append(
        StatementLocked(statement.signature, statement.preamble, statement.digest, goal, reading.claim.notes)
    )
    return Locked(reading, goal)


def _locked_before(job: Job) -> tuple[StatementLocked, Locked] | None:
    """The statement as an earlier worker has locked it, if that is what the text says."""
    before, header, text = job.memory.locked, job.lab.environment.header, job.problem.text
    if before is None:
        return None
    reading = read_statement(text, header)
    if reading.statement.digest != before.digest:
        reading = read_statement(text, header, f"{reading.statement.name}'")
    return (before, Locked(reading, before.goal)) if reading.statement.digest == before.digest else None


def _refusal(message: Message) -> str:
    """That Lean refused the statement, and what to do where the message alone does not say it."""
    refused = "Lean does not accept this statement."
    if not message.text.startswith(("Unknown identifier", "Unknown constant")):
        return refused
    return (
        f"{refused} It knows the names that the statement introduces, as in `theorem t (p : Prop) : p → p`, "
        "and those of the built-in library: logic, ℕ, ℤ, lists, sets, functions, groups and rings, but not ℝ."
    )


async def _read(job: Job) -> tuple[Reading, Verdict]:
    """The reading and what Lean says about its claim, under a new name if the library has its own taken."""
    header, text = job.lab.environment.header, job.problem.text
    reading = read_statement(text, header)
    verdict = await job.ask(reading.claim.source, goals=True)
    taken = reading.statement.name
    if not (isinstance(verdict, Rejected) and verdict.first_error.text.endswith(_DECLARED.format(taken))):
        return reading, verdict
    reading = read_statement(text, header, f"{taken}'")
    note = f"The library has a `{taken}` of its own, so this one is called `{reading.statement.name}`."
    reading = replace(reading, claim=replace(reading.claim, notes=(*reading.claim.notes, note)))
    return reading, await job.ask(reading.claim.source, goals=True)


def given(document: Document, verdict: Rejected) -> tuple[Message, ...]:
    """Lean's messages at their places in the text as it was given, each once, the first error first.

    Lean reads the type of `(a b : A)` twice, and warns of a `sorry` that may be ours.
    """
    messages = dict.fromkeys([verdict.first_error, *verdict.messages])
    return tuple(
        replace(message, start=document.given(message.start), end=document.given(message.end))
        for message in messages
        if message.text != _SORRY
    )
