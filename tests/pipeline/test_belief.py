"""How likely one more sample is to succeed, against values worked out by hand."""

import pytest

from app.pipeline.belief import QUICK, THINKING, Belief


def test_the_chance_of_the_next_sample_falls_with_failures():
    belief = Belief(1, 1)

    assert belief.next_succeeds == 1 / 2
    assert belief.failed().next_succeeds == 1 / 3
    assert belief.failed(8).next_succeeds == 1 / 10


def test_the_chance_within_some_samples_is_that_not_all_fail():
    # Beta(1, 1): all of k fail with 1 / (k + 1)
    assert Belief(1, 1).within(1) == pytest.approx(1 / 2)
    assert Belief(1, 1).within(3) == pytest.approx(3 / 4)
    assert Belief(1, 1).within(0) == 0
    # after one failure, Beta(1, 2): all of two fail with 2/3 * 3/4
    assert Belief(1, 1).failed().within(2) == pytest.approx(1 / 2)


def test_so_many_samples_are_taken_on_average_before_the_first_success():
    # Beta(1, 1): the first is always taken, the second with 1/2, the third with 1/3
    assert Belief(1, 1).expected_tries(3) == pytest.approx(1 + 1 / 2 + 1 / 3)


def test_a_sample_is_worth_its_cost_as_long_as_its_chance_is():
    belief = Belief(1, 1)

    assert belief.is_worth(cost=50, worth=100)
    assert not belief.failed().is_worth(cost=50, worth=100)


@pytest.mark.parametrize(
    ("belief", "published"),
    [
        (QUICK, {1: 0.555, 32: 0.680, 1024: 0.732, 8192: 0.750}),
        (THINKING, {1: 0.586, 32: 0.756, 1024: 0.799, 8192: 0.820}),
    ],
)
def test_what_is_believed_beforehand_fits_what_is_published(belief: Belief, published: dict[int, float]):
    assert all(abs(belief.within(samples) - rate) < 0.032 for samples, rate in published.items())
