"""The whole way from a problem to its outcome: read, elaborate, search on both sides, certify.

Dual search is that of DeepSeek-Prover (arXiv:2405.14333): a statement and its negation are searched side by
side, and the first to end stops the other.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field, replace
from typing import assert_never

from app.domain.certificate import Certificate, NotCertified
from app.domain.errors import NotAStatement, UnknownEnvironment
from app.domain.events import (
    Certifying,
    LeftUndecided,
    Misstated,
    Open,
    Outcome,
    OwnProofRejected,
    Proved,
    Refuted,
    Side,
    Spent,
    StatementLocked,
)
from app.domain.goal import Goal
from app.domain.lean_source import Document, sorries
from app.domain.problem import Environment, Problem, Statement
from app.domain.proof import term
from app.domain.statement import Reading, read_statement
from app.domain.verdict import Checked, Incomplete, Message, Reason, Rejected, Undecided, Verdict
from app.pipeline.search import Found, NotFound, SearchLimits, SearchResult, search
from app.ports import Certifier, Checker, Journal, Prover

_DECLARED = "`{}` has already been declared"
_SORRY = "declaration uses `sorry`"
HEAD_START_S = 0.4  # most true statements are proved before the other side would cost them anything


@dataclass(frozen=True, slots=True)
class Lab:
    """What a worker keeps warm.

    `check_s` and `certify_s` are the deadlines of one warm and one final check; `checks` bounds one search.
    """

    environment: Environment
    checker: Checker
    certifier: Certifier
    prover: Prover
    check_s: float = 10.0
    certify_s: float = 30.0
    checks: int = 20_000


@dataclass(slots=True)
class Job:
    """One problem on its way; counts what it spends."""

    problem: Problem
    lab: Lab
    journal: Journal
    started: float = field(default_factory=time.monotonic)
    checks: int = 0

    @property
    def spent(self) -> Spent:
        return Spent(self.checks, round(time.monotonic() - self.started, 3))

    @property
    def left_s(self) -> float:
        return self.problem.seconds - (time.monotonic() - self.started)


async def solve(problem: Problem, lab: Lab, journal: Journal) -> Outcome:
    """Find the outcome of `problem`; every step goes to the journal, the outcome last.

    Raises UnknownEnvironment and CheckerUnavailable, and then has not appended an outcome.
    """
    if problem.environment != lab.environment.name:
        raise UnknownEnvironment(f"There is no environment `{problem.environment}` here.")
    outcome = await _outcome(Job(problem, lab, journal))
    await journal.append(outcome)
    return outcome


async def _outcome(job: Job) -> Outcome:
    locked = await _lock(job)
    if not isinstance(locked, Locked):
        return locked
    if own := await _own_proof(job, locked.reading):
        return own
    return await _both_sides(job, locked)


@dataclass(frozen=True, slots=True)
class Locked:
    """A statement that Lean has elaborated, and its goal."""

    reading: Reading
    goal: Goal


async def _lock(job: Job) -> Locked | Misstated | LeftUndecided:
    """Read the text, have Lean elaborate the claim, and fix the statement."""
    try:
        reading, verdict = await _read(job)
    except NotAStatement as error:
        return Misstated(str(error), (), error.position)
    match verdict:
        case Incomplete(goals=((goal, *_),)):
            pass
        case Rejected():
            messages = _given(reading.claim, verdict)
            return Misstated(_refusal(messages[0]), messages, messages[0].start)
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


def _refusal(message: Message) -> str:
    """That Lean refused the statement, and what to do where the message alone does not say it."""
    refused = "Lean does not accept this statement."
    if not message.text.startswith(("Unknown identifier", "Unknown constant")):
        return refused
    return (
        f"{refused} It knows the names that the statement introduces, as in `theorem t (p : Prop) : p → p`, "
        "and those of the built-in library, which has Prop, Nat, Bool, List and functions."
    )


async def _read(job: Job) -> tuple[Reading, Verdict]:
    """The reading and what Lean says about its claim, under a new name if the library has its own taken."""
    header, text = job.lab.environment.header, job.problem.text
    reading = read_statement(text, header)
    verdict = await _ask(job, reading.claim.source, goals=True)
    taken = reading.statement.name
    if not (isinstance(verdict, Rejected) and verdict.first_error.text.endswith(_DECLARED.format(taken))):
        return reading, verdict
    reading = read_statement(text, header, f"{taken}'")
    note = f"The library has a `{taken}` of its own, so this one is called `{reading.statement.name}`."
    reading = replace(reading, claim=replace(reading.claim, notes=(*reading.claim.notes, note)))
    return reading, await _ask(job, reading.claim.source, goals=True)


async def _own_proof(job: Job, reading: Reading) -> Outcome | None:
    """Try the proof that the person wrote before looking for another."""
    if reading.attempt is None:
        return None
    verdict = await _ask(job, reading.attempt.source)
    if isinstance(verdict, Rejected):
        await job.journal.append(OwnProofRejected(_given(reading.attempt, verdict)))
    if not isinstance(verdict, Checked):
        return None
    return await _final_word(job, reading.statement, Side.STATEMENT, reading.proof)


async def _both_sides(job: Job, locked: Locked) -> Outcome:
    """Search for the statement and its negation side by side; the first proof found stops the other."""
    statement = locked.reading.statement
    ahead = asyncio.create_task(_search(job, statement, locked.goal, Side.STATEMENT))
    behind = asyncio.create_task(_search_negation(job, statement))
    try:
        refused: Outcome | None = None
        for finished in asyncio.as_completed([ahead, behind]):
            side, result = await finished
            if isinstance(result, Found):
                outcome = await _final_word(job, statement, side, term(result.tree))
                if isinstance(outcome, Proved | Refuted):
                    return outcome
                refused = outcome
        return refused or _unfound(job, (await ahead)[1])
    finally:
        for task in (ahead, behind):
            task.cancel()
        await asyncio.gather(ahead, behind, return_exceptions=True)


async def _search(job: Job, statement: Statement, goal: Goal, side: Side) -> tuple[Side, SearchResult]:
    limits = SearchLimits(seconds=max(job.left_s, 0.0), checks=job.lab.checks, check_s=job.lab.check_s)
    result = await search(statement, goal, side, job.lab.prover, job.lab.checker, job.journal, limits)
    job.checks += 0 if isinstance(result, Undecided) else result.checks
    return side, result


async def _search_negation(job: Job, statement: Statement) -> tuple[Side, SearchResult]:
    await asyncio.sleep(HEAD_START_S)
    negation = statement.negation()
    verdict = await _ask(job, negation.source("by sorry"), goals=True)
    match verdict:
        case Incomplete(goals=((goal, *_),)):
            return await _search(job, negation, goal, Side.NEGATION)
        case _:  # some statements cannot be negated by text; then there is one side only
            return Side.NEGATION, Undecided(Reason.CHECKER_ERROR, "The negation could not be stated.")


async def _final_word(job: Job, statement: Statement, side: Side, proof: str) -> Outcome:
    """Nothing but the certifier's `Certificate` leads to `Proved` or `Refuted`."""
    await job.journal.append(Certifying(side, proof))
    certify = job.lab.certifier.certify if side is Side.STATEMENT else job.lab.certifier.certify_refutation
    answer = await certify(statement, proof, job.lab.certify_s)
    match answer:
        case Certificate():
            return (Proved if side is Side.STATEMENT else Refuted)(answer, job.spent)
        case NotCertified():
            return Open(
                f"A proof was found, but the final check refused it: {answer.detail}", None, job.spent
            )
        case Undecided():
            return LeftUndecided(answer.reason, answer.detail, job.spent)
        case _:
            assert_never(answer)


def _unfound(job: Job, result: SearchResult) -> Open | LeftUndecided:
    match result:
        case NotFound(exhausted=True):
            return Open("Every tactic that the prover knows was tried.", result.stuck_on, job.spent)
        case NotFound():
            return Open("The time or the checks ran out.", result.stuck_on, job.spent)
        case Undecided():
            return LeftUndecided(result.reason, result.detail, job.spent)
        case Found():
            raise ValueError("a proof that was found is certified, not left open")
        case _:
            assert_never(result)


async def _ask(job: Job, source: str, *, goals: bool = False) -> Verdict:
    job.checks += 1
    deadline_s = min(job.lab.check_s, max(job.left_s, 1.0))
    return await job.lab.checker.check(source, deadline_s, sorries(source)[-1:] if goals else ())


def _given(document: Document, verdict: Rejected) -> tuple[Message, ...]:
    """Lean's messages at their places in the text as it was given, each once, the first error first.

    Lean reads the type of `(a b : A)` twice, and warns of a `sorry` that may be ours.
    """
    messages = dict.fromkeys([verdict.first_error, *verdict.messages])
    return tuple(
        replace(message, start=document.given(message.start), end=document.given(message.end))
        for message in messages
        if message.text != _SORRY
    )
