"""One problem on one way. All ways have the same prover, the same Lean and the same account of checks."""

from __future__ import annotations

import time
from dataclasses import replace

from app.bench.problems import BenchProblem
from app.domain.certificate import Certificate, Claim
from app.domain.events import Side
from app.domain.problem import Problem
from app.domain.proof import term
from app.domain.verdict import Undecided
from app.pipeline.expansion import TacticSampler
from app.pipeline.found import Found, SearchResult
from app.pipeline.lab import Job, Lab
from app.pipeline.lock import Locked, lock
from app.pipeline.place import Place
from app.pipeline.quiet import Quiet
from app.pipeline.rmaxts import TACTICS, rmaxts
from app.pipeline.search import SearchLimits, search
from app.pipeline.walks import walks
from tests.search_comparison.results import End, Run, Way


async def locked(problem: BenchProblem, lab: Lab) -> Locked:
    found = await lock(Job(Problem(problem.statement, seconds=60), lab, Quiet()))
    assert isinstance(found, Locked), found
    return found


async def run(
    problem: BenchProblem, statement: Locked, way: Way, lab: Lab, limits: SearchLimits, seed: int
) -> Run:
    started = time.monotonic()
    result = await _searched(statement, way, lab, limits, seed)
    seconds = round(time.monotonic() - started, 2)
    checks = 0 if isinstance(result, Undecided) else result.checks
    end = await _end(statement, result, lab, limits)
    return Run(problem.name, problem.difficulty or 0, way, seed, limits.checks, end, checks, seconds)


async def _searched(locked: Locked, way: Way, lab: Lab, limits: SearchLimits, seed: int) -> SearchResult:
    statement, root, journal = locked.reading.statement, Place(locked.goal), Quiet()
    side, sampler = Side.STATEMENT, TacticSampler(lab.prover, statement.preamble)
    match way:
        case Way.BEST_FIRST:
            return await search(statement, root, side, lab.prover, lab.checker, journal, limits)
        case Way.RMAXTS:
            growth = replace(TACTICS, seed=seed)
            return await rmaxts(statement, root, side, sampler, lab.checker, journal, limits, growth)
        case Way.SAMPLING:
            return await walks(statement, root, side, sampler, lab.checker, journal, limits, seed)


async def _end(locked: Locked, result: SearchResult, lab: Lab, limits: SearchLimits) -> End:
    if isinstance(result, Undecided):
        return End.UNDECIDED
    if isinstance(result, Found):
        statement = locked.reading.statement
        answer = await lab.certifier.certify(statement, term(result.tree), Claim.PROVED, lab.certify_s)
        return End.SOLVED if isinstance(answer, Certificate) else End.REFUSED
    if result.exhausted:
        return End.EXHAUSTED
    return End.SECONDS if result.elapsed_s >= limits.seconds else End.CHECKS
