"""The whole way from a problem to its outcome: read, elaborate, search on all sides, certify.

Dual search is that of DeepSeek-Prover (arXiv:2405.14333): a statement and its negation are searched side by
side, and the first to end stops the other. So is its test for contradictory hypotheses.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Sequence
from textwrap import indent
from typing import assert_never

from app.domain.errors import UnknownEnvironment
from app.domain.events import (
    Event,
    Inconsistent,
    LeftUndecided,
    Open,
    Outcome,
    OwnProofRejected,
    Proved,
    Refuted,
    Side,
)
from app.domain.problem import Problem, Statement
from app.domain.proof import Proposal, Step, Tree, Value, term
from app.domain.statement import Reading
from app.domain.tactic_text import block
from app.domain.verdict import Checked, Incomplete, Reason, Rejected, Undecided
from app.pipeline.contradiction import EX_FALSO, absurd, limits, worth_doubting
from app.pipeline.examine import examine
from app.pipeline.final import final_word
from app.pipeline.formalize import formalize
from app.pipeline.lab import Job, Lab
from app.pipeline.lock import Locked, given, lock
from app.pipeline.memory import remembered
from app.pipeline.place import Place
from app.pipeline.search import Found, NotFound, SearchLimits, SearchResult, search
from app.pipeline.tasks import end
from app.pipeline.tree import Composed, grown
from app.ports import Journal

_log = logging.getLogger(__name__)
_MISTAKES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
Sided = tuple[Side, SearchResult]
PATIENCE_S = 1.0  # with what is yet to be known of a statement, when its outcome is there
SKETCH_S = 3.0
HEAD_START_S = 0.25  # most true statements are proved before the other side would cost them anything


async def solve(problem: Problem, lab: Lab, journal: Journal, earlier: Sequence[Event] = ()) -> Outcome:
    """Find the outcome of `problem`; every step goes to the journal, the outcome last.

    `earlier` is what the journal holds of a worker that was interrupted: it shortens the way, no more.
    Raises UnknownEnvironment and CheckerUnavailable, and then has not appended an outcome.
    """
    if problem.environment != lab.environment.name:
        raise UnknownEnvironment(f"There is no environment `{problem.environment}` here.")
    job = Job(problem, lab, journal, remembered(earlier))
    listening = asyncio.create_task(job.desk.listen())
    try:
        outcome = await _outcome(job)
    finally:
        job.desk.drop("")
        await end(listening)
    await journal.append(outcome)
    return outcome


async def _outcome(job: Job) -> Outcome:
    if job.problem.in_words and job.lab.models.informal:
        return await formalize(job)
    locked = await lock(job)
    if not isinstance(locked, Locked):
        return locked
    examining = asyncio.create_task(examine(job, locked.reading.statement))
    try:
        outcome = (
            await _remembered_proof(job, locked.reading.statement)
            or await _own_proof(job, locked.reading)
            or await _all_sides(job, locked)
        )
        await asyncio.wait({examining}, timeout=PATIENCE_S)
        if examining.done():
            examining.result()
    finally:
        await end(examining)
    return outcome


async def _remembered_proof(job: Job, statement: Statement) -> Outcome | None:
    """The final word about a proof that was found before an interruption; a refused one is forgotten."""
    found = job.memory.certifying
    if found is None:
        return None
    outcome = await final_word(job, statement, found.side, found.proof, found.example)
    return outcome if isinstance(outcome, Proved | Refuted | Inconsistent) else None


async def _own_proof(job: Job, reading: Reading) -> Outcome | None:
    """Try the proof that the person wrote before looking for another."""
    if reading.attempt is None or reading.sketch:
        return None
    if rejected := job.memory.own_proof:
        await job.journal.append(rejected)
        return None
    verdict = await job.ask(reading.attempt.source)
    if isinstance(verdict, Rejected):
        await job.journal.append(OwnProofRejected(given(reading.attempt, verdict)))
    if not isinstance(verdict, Checked):
        return None
    return await final_word(job, reading.statement, Side.STATEMENT, reading.proof, ())


async def _all_sides(job: Job, locked: Locked) -> Outcome:
    """Search for the statement, for its negation, and for a contradiction among its hypotheses, side by side.

    The first proof found stops the others, but for the last of them: a statement whose hypotheses contradict
    each other is not called proved.
    """
    stop = asyncio.Event()
    doubt = asyncio.create_task(_at_work(job, _search_hypotheses(job, locked, stop)))
    ahead = asyncio.create_task(_at_work(job, _search_statement(job, locked, stop)))
    behind = asyncio.create_task(_at_work(job, _search_negation(job, locked, stop, ahead)))
    tree = asyncio.create_task(_from_tree(job, locked, ahead))
    searches = (doubt, ahead, behind, tree)
    try:
        refused: Outcome | None = None
        for finished in asyncio.as_completed(searches):
            side, result = await finished
            if not isinstance(result, Found | Composed):
                continue
            if side is not Side.HYPOTHESES and isinstance((await doubt)[1], Found):
                continue
            if side is Side.STATEMENT and locked.reading.sketch:
                result = await _preferred(tree, result)
            stop.set()
            proof = result.proof if isinstance(result, Composed) else term(result.tree)
            example = () if isinstance(result, Composed) else _example(result.tree)
            if side is Side.STATEMENT and (vacuous := await _from_hypotheses_alone(job, locked, proof)):
                side, proof = Side.HYPOTHESES, vacuous
            outcome = await final_word(job, locked.reading.statement, side, proof, example)
            if isinstance(outcome, Proved | Refuted | Inconsistent):
                return outcome
            refused = outcome
        return refused or _unfound(job, (await ahead)[1])
    finally:
        await end(*searches)


async def _at_work(job: Job, side: Awaitable[Sided]) -> Sided:
    """A side while it is looked at; as long as one is, people may turn to what the tree has left."""
    with job.desk.at_work():
        return await side


async def _preferred(
    tree: asyncio.Task[tuple[Side, Composed | None]], found: Found | Composed
) -> Found | Composed:
    """The proof along the person's own sketch, if it is there in a moment: that is the one they want."""
    await asyncio.wait({tree}, timeout=SKETCH_S)
    return (tree.result()[1] if tree.done() else None) or found


async def _search_statement(job: Job, locked: Locked, stop: asyncio.Event) -> Sided:
    return await _search(job, locked.reading.statement, Place(locked.goal), Side.STATEMENT, stop)


async def _search_negation(
    job: Job, locked: Locked, stop: asyncio.Event, ahead: asyncio.Task[Sided]
) -> Sided:
    """Behind the search for the statement by the head start, or at once where that has ended."""
    await asyncio.wait({ahead}, timeout=HEAD_START_S)
    negation = locked.reading.statement.negation()
    verdict = await job.ask(negation.source("by sorry"), goals=True)
    match verdict:
        case Incomplete(goals=((goal, *_),)):
            return await _search(job, negation, Place(goal), Side.NEGATION, stop)
        case _:  # some statements cannot be negated by text; then there is one side only
            return Side.NEGATION, Undecided(Reason.CHECKER_ERROR, "The negation could not be stated.")


async def _search_hypotheses(job: Job, locked: Locked, stop: asyncio.Event) -> Sided:
    """Look for `False` from the hypotheses alone, not for long, as mostly there is none."""
    goal, statement = locked.goal, locked.reading.statement
    if not worth_doubting(goal):
        return Side.HYPOTHESES, NotFound(None, False, 0, 0.0)
    return await _search(job, statement, absurd(goal), Side.HYPOTHESES, stop, limits(job))


async def _from_hypotheses_alone(job: Job, locked: Locked, proof: str) -> str | None:
    """A proof of the statement that never looks at what it claims, with `exfalso` in front."""
    if not worth_doubting(locked.goal):
        return None
    vacuous = "\n".join(["by", indent(EX_FALSO.tactic, "  "), indent(block(proof), "  ")])
    holds = isinstance(await job.ask(locked.reading.statement.source(vacuous)), Checked)
    return vacuous if holds else None


async def _from_tree(job: Job, locked: Locked, ahead: asyncio.Task[Sided]) -> tuple[Side, Composed | None]:
    """What the tree comes to; a mistake of ours there does not end the searches beside it."""
    try:
        return Side.STATEMENT, await grown(job, locked, ahead)
    except _MISTAKES:
        _log.exception("the tree of subgoals failed")
        return Side.STATEMENT, None


async def _search(
    job: Job,
    statement: Statement,
    root: Place,
    side: Side,
    stop: asyncio.Event,
    within: SearchLimits | None = None,
) -> Sided:
    lab = job.lab
    within = within or SearchLimits(max(job.left_s, 0.0), lab.checks, lab.check_s, lab.workers)
    result = await search(
        statement, root, side, lab.prover, lab.checker, job.journal, within, stop, job.memory
    )
    job.checks += 0 if isinstance(result, Undecided) else result.checks
    return side, result


def _example(tree: Tree) -> tuple[Value, ...]:
    """The values at which a proof contradicts what it assumed first, the whole statement."""
    match tree:
        case Step(proposal=Proposal(tactic=first), children=(Step(proposal=Proposal(example=example)),)):
            return example if first.startswith("intro ") and " " not in first[6:] else ()
        case _:
            return ()


def _unfound(job: Job, result: SearchResult) -> Open | LeftUndecided:
    match result:
        case NotFound(exhausted=True):
            tried = "Every tactic that the prover knows was tried."
            return Open(tried, result.stuck_on, job.spent, result.attempts)
        case NotFound():
            return Open("The time or the checks ran out.", result.stuck_on, job.spent, result.attempts)
        case Undecided():
            return LeftUndecided(result.reason, result.detail, job.spent)
        case Found():
            raise ValueError("a proof that was found is certified, not left open")
        case _:
            assert_never(result)
