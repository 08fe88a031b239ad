"""What a process that ran a stranger's text says is read, or refused in a known way."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.domain.goal import Goal
from app.domain.verdict import Position, Severity
from app.lean.messages import NOT_AN_ANSWER, goals, message

GOOD: dict[str, Any] = {
    "severity": "error",
    "data": "no",
    "pos": {"line": 2, "column": 3},
    "endPos": {"line": 2, "column": 5},
}


def test_a_message_is_read() -> None:
    read = message(GOOD)

    assert (read.severity, read.text, read.start, read.end) == (
        Severity.ERROR,
        "no",
        Position(2, 3),
        Position(2, 5),
    )
    assert message(GOOD | {"endPos": None}).end == Position(2, 3)


@pytest.mark.parametrize(
    "change",
    [
        {"severity": "proved"},
        {"severity": None},
        {"data": False},
        {"data": None},
        {"data": ["no"]},
        {"data": json.loads('"\\ud800"')},
        {"pos": None},
        {"pos": []},
        {"pos": {"line": True, "column": 1}},
        {"pos": {"line": "2", "column": 1}},
        {"endPos": {"line": 2}},
    ],
)
def test_what_is_no_message_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(NOT_AN_ANSWER):
        message(GOOD | change)


@pytest.mark.parametrize("record", [None, [], "x", 1, {}])
def test_a_record_of_another_kind_is_refused(record: Any) -> None:
    with pytest.raises(NOT_AN_ANSWER):
        message(record)


@pytest.mark.parametrize("printed", [None, [None], [3], ["no goal"], [json.loads('"⊢ \\udfff"')]])
def test_what_are_no_goals_is_refused(printed: Any) -> None:
    with pytest.raises(NOT_AN_ANSWER):
        goals(printed)


def test_a_hypothesis_of_many_lines_is_read_in_time() -> None:
    (goal,) = goals(["h : p\n" + "    ∧ q\n" * 200_000 + "⊢ p"])

    assert goal == Goal(goal.hypotheses, "p")
    assert len(goal.hypotheses[0].type) > 800_000
