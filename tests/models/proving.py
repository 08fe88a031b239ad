"""Proving texts with the symbolic prover and the real Lean."""

from __future__ import annotations

from functools import cache

from app.domain.events import Side
from app.domain.statement import read_statement
from app.domain.verdict import Incomplete
from app.lean.environments import HEADER, module_sources
from app.models.library import LemmaIndex
from app.models.symbolic import SymbolicProver
from app.pipeline.place import Place
from app.pipeline.search import SearchLimits, SearchResult, search
from app.ports import Checker
from tests.fakes import MemoryJournal


@cache
def library() -> LemmaIndex:
    """The theorems of the built-in library."""
    return LemmaIndex.of(path.read_text("utf-8") for path in module_sources().values())


async def prove(text: str, checker: Checker, seconds: float, negated: bool = False) -> SearchResult:
    """Search for a proof of `text`, or of its negation."""
    statement = read_statement(text, HEADER).statement
    if negated:
        statement = statement.negation()
    asked = await checker.check(statement.source("by sorry"), seconds, ())
    assert isinstance(asked, Incomplete), asked
    goal = asked.holes[0].goals[0]
    limits = SearchLimits(seconds, checks=2000, check_s=5)
    return await search(
        statement, Place(goal), Side.STATEMENT, SymbolicProver(library()), checker, MemoryJournal(), limits
    )
