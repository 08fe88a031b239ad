"""Every canary is a statement, and it is false: Lean accepts a proof of its negation."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.gate import refused_words
from app.domain.statement import read_statement
from app.lean.environments import HEADER, CoreLean
from tests.canaries import Canary, canaries
from tests.lean.one_file import errors, run, run_many

CANARIES = canaries()
AREAS = {"naturals", "integers", "logic", "first-order", "lists", "functions", "sets", "definitions"}


def test_there_are_many_canaries_of_every_area() -> None:
    areas = Counter(canary.area for canary in CANARIES)

    assert set(areas) == AREAS
    assert len(CANARIES) >= 250
    assert min(areas.values()) >= 15
    assert len({canary.name for canary in CANARIES}) == len(CANARIES)
    assert len({canary.text.replace(canary.name, "") for canary in CANARIES}) == len(CANARIES)


def test_lean_accepts_every_refutation_and_what_it_refutes_is_the_canary(
    core: CoreLean, tmp_path: Path
) -> None:
    messages = run_many(core, tmp_path, [*map(_refuted, CANARIES)])

    assert errors(messages) == []
    assert len([message for message in messages if "sorry" in message["data"]]) == len(CANARIES)


def test_a_true_statement_among_them_would_be_noticed(core: CoreLean, tmp_path: Path) -> None:
    right = replace(CANARIES[0], text=f"theorem {CANARIES[0].name} (a b : Nat) : a + b - b = a")

    assert errors(run(core, tmp_path, _refuted(right)))


def test_a_refutation_of_another_statement_would_be_noticed(core: CoreLean, tmp_path: Path) -> None:
    weaker = replace(CANARIES[0], text="variable (a b : Nat)\ntheorem t : a - b + b = a", refutation="sorry")

    assert errors(run(core, tmp_path, _refuted(weaker)))


@pytest.mark.parametrize("canary", CANARIES, ids=lambda canary: canary.name)
def test_a_canary_may_be_asked(canary: Canary) -> None:
    statement = read_statement(canary.text, HEADER).statement

    assert statement.name == canary.name
    assert refused_words(canary.text) == []
    assert "sorry" not in canary.refutation
    assert canary.why.endswith(".")


def _refuted(canary: Canary) -> str:
    """The canary with a hole for its proof, the refutation, and that the one is the negation of the other."""
    statement = read_statement(canary.text, HEADER).statement
    negation = statement.negation()
    return (
        f"{statement.preamble}{statement.signature} := sorry\n"
        f"{negation.signature} := {canary.refutation}\n"
        f"example : Not (type_of% @{statement.name}) := @{negation.name}\n"
    )
