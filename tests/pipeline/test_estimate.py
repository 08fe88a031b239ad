"""Estimates, by values that were worked out by hand.

With Beta(1, 1), n samples fail with chance 1 / (n + 1); with Beta(2, 1), one with 1 / 3 and two with 1 / 6.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.sampling import Offer
from app.pipeline.belief import Belief
from app.pipeline.estimate import Conditions, Rung, estimate

EVEN, LIKELY = Belief(1, 1), Belief(2, 1)
ONE = Rung(100, 1, 1, EVEN)
TWO = Rung(200, 2, 1, LIKELY)
UNDER = Conditions(Offer("m", 8192, price_in=1.0, price_out=10.0), worth=1e9, prompt=0, tokens_per_s=50)


def test_samples_side_by_side_cost_what_is_expected_with_a_stop_at_the_first_proof():
    under = replace(UNDER, prompt=10)

    found = estimate((Rung(100, 2, 2, EVEN),), under, 100, None)

    assert found.chance == pytest.approx(2 / 3, abs=0.001)
    assert found.tokens == 165  # one and a half samples
    assert found.dollars == pytest.approx((15 * 1 + 150 * 10) / 1e6, abs=0.0001)
    assert found.seconds == 2.0


def test_a_rung_is_reached_as_often_as_the_one_before_has_failed_and_chances_are_not_multiplied():
    found = estimate((ONE, TWO), UNDER, 100, None)

    assert found.chance == pytest.approx(5 / 6, abs=0.001)
    assert found.tokens == 267  # 100 + (1 / 2 + 1 / 3) * 200
    assert found.seconds == pytest.approx(2 + 2 + 4 / 3, abs=0.05)


def test_a_weaker_rung_adds_no_chance():
    assert estimate((TWO, ONE), UNDER, 100, None).chance == estimate((TWO,), UNDER, 100, None).chance


def test_what_the_time_cuts_off_costs_what_has_come_and_promises_as_much():
    cut_off, never_begun = estimate((ONE, TWO), UNDER, 3, None), estimate((ONE, TWO), UNDER, 2, None)

    assert (cut_off.chance, cut_off.tokens) == (0.5, 125)  # a second of a reply, every other time
    assert cut_off.seconds == 2.5
    assert (never_begun.chance, never_begun.tokens) == (0.5, 100)
    assert estimate((TWO,), UNDER, 3, None).chance == 0.5  # 3 / 4 of a reply that succeeds with 2 / 3


def test_a_proof_that_fits_into_the_context_by_half_is_promised_by_half():
    small = replace(UNDER, offer=Offer("m", 100))

    found = estimate((ONE,), small, 100, None)

    assert (found.chance, found.tokens, found.dollars) == (0.25, 50, 0.0)


def test_samples_that_are_not_worth_their_tokens_are_not_counted():
    costly = replace(UNDER, worth=250)

    found = estimate((Rung(100, 8, 1, EVEN),), costly, 100, None)

    assert (found.chance, found.tokens) == (0.5, 100)
    assert estimate((Rung(100, 8, 1, EVEN),), replace(UNDER, worth=100), 100, None).tokens == 0


def test_a_repair_costs_and_promises_nothing():
    found = estimate((ONE, Rung(100, 2, 1)), UNDER, 100, None)

    assert (found.chance, found.tokens) == (0.5, 200)


def test_a_sketch_is_paid_for_with_the_ladders_of_its_claims_where_the_ladder_has_failed():
    planner = Offer("planner", 8192, price_out=100.0)

    found = estimate((ONE,), UNDER, 1000, planner)

    assert found.chance == 0.5
    assert found.tokens == 572  # 100 + (443 + 5 * 100) / 2
    assert found.dollars == pytest.approx((100 * 10 + (443 * 100 + 500 * 10) / 2) / 1e6, abs=0.0001)
    assert estimate((ONE,), UNDER, 2, planner).tokens == 100
