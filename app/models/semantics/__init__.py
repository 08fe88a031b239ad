"""What a printed proposition says of particular values: true, false, or not known.

A proposition is compiled once and evaluated at many values, to find a counterexample before a proof is looked
for. Numbers are integers, lists tuples, functions and sets are Python functions. A quantifier over an
infinite type looks at a few values, so it may find a witness or a counterexample and says `None` otherwise.
A search gives up a goal that is false here, so 'true' and 'false' must agree with Lean.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.models.expression import Term
from app.models.semantics import functions, lists, logic, numbers, sets
from app.models.semantics.compiler import Compiler, Language
from app.models.semantics.guessing import OpenType
from app.models.semantics.types import (
    BOOL,
    INT,
    NAT,
    PROP,
    UNIT,
    Domain,
    IllTyped,
    TooMuchWork,
    Typed,
    Unknown,
    normal_type,
    type_of,
)

__all__ = [
    "BOOL", "INT", "NAT", "PROP", "UNIT", "Compiler", "Domain", "IllTyped", "OpenType", "TooMuchWork",
    "Typed", "Unknown",
    "compiler", "known_symbols", "normal_type", "type_of",
]  # fmt: skip
_NOTHING: Mapping[Term, Term] = {}
_LANGUAGE = Language(
    {**logic.RULES, **numbers.RULES, **lists.RULES, **sets.RULES, **functions.RULES},
    {**numbers.ARGUMENTS, **lists.ARGUMENTS},
)


def compiler(types: Mapping[str, Term], domain: Domain, settled: Mapping[Term, Term] = _NOTHING) -> Compiler:
    """A compiler that knows all symbols."""
    return Compiler(types, domain, _LANGUAGE, settled)


def known_symbols() -> frozenset[str]:
    return frozenset(_LANGUAGE.rules)
