"""The whole way from a problem to its outcome: read, elaborate, search on both sides, certify.

Dual search is that of DeepSeek-Prover (arXiv:2405.14333): a statement and its negation are searched side by
side, and the first to end stops the other.
"""

from __future__ import annotations

import asyncio
from typing import assert_never

from app.domain.certificate import Certificate, NotCertified
from app.domain.errors import UnknownEnvironment
from app.domain.events import (
    Certifying,
    LeftUndecided,
    Open,
    Outcome,
    OwnProofRejected,
    Proved,
    Refuted,
    Side,
)
from app.domain.goal import Goal
from app.domain.problem import Problem, Statement
from app.domain.proof import term
from app.domain.statement import Reading
from app.domain.verdict import Checked, Incomplete, Reason, Rejected, Undecided
from app.pipeline.lab import Job, Lab
from app.pipeline.lock import Locked, given, lock
from app.pipeline.search import Found, NotFound, SearchLimits, SearchResult, search
from app.ports import Journal

HEAD_START_S = 0.4  # most true statements are proved before the other side would cost them anything


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
    locked = await lock(job)
    if not isinstance(locked, Locked):
        return locked
    if own := await _own_proof(job, locked.reading):
        return own
    return await _both_sides(job, locked)


async def _own_proof(job: Job, reading: Reading) -> Outcome | None:
    """Try the proof that the person wrote before looking for another."""
    if reading.attempt is None:
        return None
    verdict = await job.ask(reading.attempt.source)
    if isinstance(verdict, Rejected):
        await job.journal.append(OwnProofRejected(given(reading.attempt, verdict)))
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
    verdict = await job.ask(negation.source("by sorry"), goals=True)
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
