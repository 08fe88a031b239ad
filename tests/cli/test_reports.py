"""Outcomes as text for a person at a terminal, and as JSON for a program."""

from __future__ import annotations

from typing import get_args

import pytest

from app.domain.events import (
    Estimated,
    Inconsistent,
    Open,
    Outcome,
    Proved,
    Refuted,
    Searching,
    Side,
    Spent,
    Value,
)
from app.reports import EXIT_CODES, NAMES, expected, now, outcome_as_json, outcome_as_text, progress
from tests.web.journals import IMPOSSIBLE, LEFT, certificate

NEGATION = certificate("small_is_false", "theorem small_is_false : ¬ p", "by decide", ("propext",))
ODD = certificate("odd", IMPOSSIBLE, "by\n  exfalso\n  omega")
VALUES = (Value("n", "3"), Value("f", "fun x =>\n  x + 1"))


def test_every_outcome_has_a_name_and_an_exit_code():
    assert set(NAMES) == set(EXIT_CODES) == set(get_args(Outcome))
    assert (NAMES[Inconsistent], EXIT_CODES[Inconsistent]) == ("inconsistent_hypotheses", 5)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Proved(ODD), "proved, resting on no axioms"),
        (Refuted(NEGATION), "refuted: its negation is proved, resting on propext"),
        (
            Refuted(NEGATION, Spent(), VALUES),
            "refuted: it is false for n = 3, f = fun x => x + 1; its negation is proved, resting on propext",
        ),
        (
            Inconsistent(ODD),
            "inconsistent hypotheses: they contradict each other, so the statement holds whatever it claims; "
            "its proof rests on no axioms",
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_certificate_is_said_in_a_sentence_with_its_whole_file_below(outcome: Outcome, words: str):
    text = outcome_as_text(outcome)

    first, _, file = text.partition("\n\n")
    assert first == words
    assert file.startswith("import Lemmata\n\ntheorem ")


@pytest.mark.parametrize(
    ("estimated", "words"),
    [
        (Estimated(0.687, 20_417, 0.0234, 9.0), "about a 70 % chance, some 20,000 tokens ($0.02)"),
        (Estimated(0.999, 3_456_789, 1234.5, 9.0), "about a 95 % chance, some 3,500,000 tokens ($1,234.50)"),
        (Estimated(0.62, 7, 0.0001, 9.0), "about a 60 % chance, some 7 tokens ($0.01)"),
        (Estimated(0.62, 0, 0.0, 9.0), "about a 60 % chance, some 0 tokens"),
        (Estimated(0.0, 150, 0.0, 9.0), "hardly a chance, some 150 tokens"),
    ],
)
def test_an_estimate_is_rough_in_words_and_has_no_price_where_nothing_is_paid(
    estimated: Estimated, words: str
):
    assert expected(estimated) == words
    assert progress(estimated) == f"with models: {words}; an estimate, not a promise"


def test_what_is_open_is_said_with_the_goal_left_and_what_was_tried_there():
    outcome = Open("The time or the checks ran out.", LEFT, Spent(), ("omega", "exfalso\napply h.1"))

    text = outcome_as_text(outcome)

    assert text.startswith("open: The time or the checks ran out.\nIt was stuck on\ncase left\n")
    assert text.endswith("⊢ q\nTried there in vain\n  omega\n  exfalso apply h.1")


@pytest.mark.parametrize(
    ("outcome", "more"),
    [
        (Refuted(NEGATION), {"counterexample": None}),
        (Refuted(NEGATION, Spent(), VALUES), {"counterexample": {"n": "3", "f": "fun x =>\n  x + 1"}}),
        (Inconsistent(ODD), {}),
        (Open("all", None, Spent(), ("omega",)), {"reason": "all", "goal": None, "attempts": ["omega"]}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_object_says_what_the_text_says(outcome: Outcome, more: dict[str, object]):
    answer = outcome_as_json(outcome, "p")

    common = {"outcome", "statement", "proof", "axioms", "checks", "elapsed_s"}
    assert {key: value for key, value in answer.items() if key not in common} == more
    assert answer["outcome"] == NAMES[type(outcome)]
    assert (answer["proof"] is None) == isinstance(outcome, Open)


@pytest.mark.parametrize(
    ("side", "sought"),
    [
        (Side.STATEMENT, "a proof"),
        (Side.NEGATION, "a refutation"),
        (Side.HYPOTHESES, "a contradiction in the hypotheses"),
    ],
)
def test_a_sign_of_life_says_what_is_looked_for(side: Side, sought: str):
    assert now(Searching(side, 7, 0.5, LEFT)) == f"looking for {sought}: 7 checks, on ⊢ q"
