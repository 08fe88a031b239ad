"""What a person should know of a statement before anyone proves it, found while the search goes on."""

from __future__ import annotations

from app.domain.events import StatementExamined
from app.domain.problem import Statement
from app.domain.verdict import Checked, Incomplete, Severity
from app.domain.warnings import text_warnings
from app.pipeline.lab import Job

LONGEST = 20_000  # characters of a statement in full
_IN_FULL = "set_option pp.all true in set_option pp.maxSteps 100000 in #check @_root_.{}\n"
_CUT_OFF = ("⋯", "failed to pretty print")


async def examine(job: Job, statement: Statement) -> None:
    """Report the warnings, and how Lean reads the statement with nothing left out."""
    memory = job.memory
    if memory.examined and memory.locked and memory.locked.digest == statement.digest:
        await job.journal.append(memory.examined)
        return
    elaborated = await in_full(job, statement)
    found = await job.lab.certifier.examine(statement, job.lab.certify_s)
    told = tuple(dict.fromkeys([*text_warnings(job.problem.text), *found.warnings]))
    await job.journal.append(StatementExamined(told, found.assumptions, elaborated))


async def in_full(job: Job, statement: Statement) -> str:
    """How Lean reads a statement, with nothing left out; empty where it is too long, or Lean does not say."""
    asked = statement.challenge() + _IN_FULL.format(statement.name)
    verdict = await job.ask(asked)
    if not isinstance(verdict, Incomplete | Checked):
        return ""
    said = [m.text for m in verdict.messages if m.severity is Severity.INFORMATION][-1:]
    shown = said[0] if said else ""
    return "" if len(shown) > LONGEST or any(mark in shown for mark in _CUT_OFF) else shown
