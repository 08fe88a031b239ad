"""How predictions have held, by values that were worked out by hand."""

from __future__ import annotations

import pytest

from app.domain.calibration import CutShort, Prediction, Tenth, calibrated, prediction
from app.domain.events import Cancelled, Estimated, Event, NodeClosed, NodeOpened, NodeTried, Open, Started
from app.domain.goal import Goal

ESTIMATED = Estimated(0.7, 2000, 0.02, 9.0)
BEGUN: list[Event] = [Started("w"), NodeOpened("", "", Goal((), "p")), ESTIMATED]
TRIED = NodeTried("", "quick", "Lean accepts one", samples=2, tokens=900)
CLOSED = NodeClosed("", "by simp")


def test_the_score_and_the_table_are_those_that_were_worked_out_by_hand():
    held = calibrated(
        [
            Prediction(0.9, 100, succeeded=True, spent=50),
            Prediction(0.8, 100, succeeded=False, spent=300),
            Prediction(0.15, 100, succeeded=False, spent=100),
            Prediction(1.0, 0, succeeded=True, spent=7),
        ]
    )

    assert held is not None
    assert held.count == 4
    assert held.brier == pytest.approx((0.01 + 0.64 + 0.0225 + 0) / 4)
    assert held.tokens_ratio == 1.0
    assert held.tenths == (Tenth(0.1, 0.15, 0.0, 1), Tenth(0.8, 0.8, 0.0, 1), Tenth(0.9, 0.95, 1.0, 2))


def test_a_perfect_prophet_has_the_score_0_and_nobody_has_none():
    perfect = calibrated([Prediction(1.0, 10, succeeded=True, spent=10)])

    assert perfect is not None
    assert perfect.brier == 0
    assert calibrated([]) is None


def test_models_have_succeeded_where_they_closed_the_goal_itself():
    closed, below = [*BEGUN, TRIED, CLOSED], [*BEGUN, TRIED, NodeClosed("1", "by rfl"), Open("all")]

    assert prediction(closed) == Prediction(0.7, 2000, succeeded=True, spent=900)
    assert prediction(below) == Prediction(0.7, 2000, succeeded=False, spent=900)


def test_a_proof_that_the_final_check_refuses_is_no_success():
    found = prediction([*BEGUN, TRIED, CLOSED, Open("A proof was found, but the final check refused it")])

    assert isinstance(found, Prediction)
    assert not found.succeeded


def test_a_job_that_something_else_ended_says_nothing_of_its_prediction():
    assert prediction([*BEGUN, TRIED, Cancelled()]) == CutShort()


def test_without_an_estimate_there_is_nothing_to_hold():
    assert prediction([Started("w"), TRIED, CLOSED]) is None


def test_tokens_before_the_estimate_and_a_second_estimate_do_not_count():
    again = [Started("other"), Estimated(0.1, 5, 0.0, 1.0), TRIED, CLOSED]

    found = prediction([*BEGUN[:2], TRIED, ESTIMATED, TRIED, *again])

    assert found == Prediction(0.7, 2000, succeeded=True, spent=1800)
