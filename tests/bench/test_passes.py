"""pass@k against values that are worked out by hand, and against counting all choices."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest

from app.bench.passes import Method, Tries, curve, estimate, pass_at, wilson


@pytest.mark.parametrize(
    ("k", "attempts", "solved", "then"),
    [
        (1, 1, 0, 0.0),
        (1, 1, 1, 1.0),
        (1, 4, 1, 0.25),
        (2, 4, 1, 0.5),
        (2, 4, 2, 1 - 1 / 6),
        (4, 4, 1, 1.0),
        (3, 5, 2, 0.9),
    ],
)
def test_one_problem_by_hand(k: int, attempts: int, solved: int, then: float):
    assert pass_at(k, Tries(attempts, solved)) == pytest.approx(then)


@pytest.mark.parametrize("attempts", range(1, 9))
def test_it_is_the_share_of_choices_with_a_success_in_them(attempts: int):
    for solved in range(attempts + 1):
        tried = [True] * solved + [False] * (attempts - solved)
        for k in range(1, attempts + 1):
            choices = list(combinations(tried, k))

            assert pass_at(k, Tries(attempts, solved)) == pytest.approx(sum(map(any, choices)) / len(choices))


def test_thousands_of_attempts_neither_overflow_nor_lose_digits():
    attempts, solved, k = 8192, 3, 1024

    exact = 1 - math.comb(attempts - solved, k) / math.comb(attempts, k)

    assert pass_at(k, Tries(attempts, solved)) == pytest.approx(exact, rel=1e-12)


@pytest.mark.parametrize("k", [0, 5])
def test_more_than_was_attempted_cannot_be_told(k: int):
    with pytest.raises(ValueError, match=f"pass@{k} cannot be told from 4 attempts"):
        pass_at(k, Tries(4, 1))


def test_the_estimate_is_the_mean_over_problems():
    found = estimate(2, [Tries(4, 0), Tries(4, 1), Tries(4, 4)])

    assert found.value == pytest.approx((0 + 0.5 + 1) / 3)
    assert found.method is Method.BOOTSTRAP
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_the_estimator_is_unbiased():
    chances, k, drawn = [0.05, 0.3, 0.8], 4, random.Random(1)  # noqa: S311
    truth = sum(1 - (1 - chance) ** k for chance in chances) / len(chances)

    def tries(chance: float) -> Tries:
        return Tries(8, sum(drawn.random() < chance for _ in range(8)))

    means = [estimate_of([tries(chance) for chance in chances], k) for _ in range(4000)]

    assert sum(means) / len(means) == pytest.approx(truth, abs=0.01)


def estimate_of(problems: list[Tries], k: int) -> float:
    return sum(pass_at(k, tries) for tries in problems) / len(problems)


def test_where_every_problem_is_all_or_nothing_the_interval_is_wilsons():
    found = estimate(4, [Tries(4, 1)] * 8 + [Tries(4, 0)] * 2)

    assert (found.value, found.method) == (0.8, Method.WILSON)
    assert (found.low, found.high) == pytest.approx((0.4902, 0.9433), abs=1e-4)


@pytest.mark.parametrize(
    ("solved", "problems", "then"),
    [(0, 10, (0.0, 0.2775)), (10, 10, (0.7225, 1.0)), (5, 10, (0.2366, 0.7634)), (1, 1, (0.2065, 1.0))],
)
def test_wilsons_interval_of_known_counts(solved: int, problems: int, then: tuple[float, float]):
    assert wilson(solved, problems) == pytest.approx(then, abs=1e-4)


def test_the_bootstrap_is_the_same_each_time_and_as_wide_as_the_normal_law_says():
    problems = [Tries(4, solved) for solved in (0, 1, 2, 3, 4) for _ in range(40)]

    found, again = estimate(1, problems), estimate(1, problems)

    deviation = math.sqrt(sum((one.solved / 4 - 0.5) ** 2 for one in problems) / len(problems))
    half = 1.96 * deviation / math.sqrt(len(problems))
    assert found == again
    assert (found.low, found.high) == pytest.approx((0.5 - half, 0.5 + half), abs=0.01)


@pytest.mark.parametrize(
    ("attempts", "ks"),
    [([], []), ([1, 1], [1]), ([4, 4], [1, 2, 4]), ([6, 8], [1, 2, 4, 6]), ([5, 1], [1])],
)
def test_a_curve_goes_as_far_as_every_problem_was_attempted(attempts: list[int], ks: list[int]):
    found = curve([Tries(count, 1) for count in attempts])

    assert [one.k for one in found] == ks
    assert [one.value for one in found] == sorted(one.value for one in found)
