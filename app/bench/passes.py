"""pass@k: the chance that at least one of k attempts at a problem solves it, from n attempts of which c did.

The unbiased estimator of Chen et al. 2021 (arXiv:2107.03374, section 2.1), 1 - C(n-c, k) / C(n, k), is
averaged over problems. Its 95 % interval is about problems, as those of a set are a sample of what could be
asked. Where every problem's value is 0 or 1, as for k = n, it is Wilson's; elsewhere it is the percentile
bootstrap over problems, with a fixed seed.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

RESAMPLES, SEED = 1000, 20210707
_Z = 1.959963984540054  # of the normal distribution, 95 % lies within so many deviations


class Method(StrEnum):
    WILSON = "wilson"
    BOOTSTRAP = "bootstrap"


@dataclass(frozen=True, slots=True)
class Tries:
    """How often one problem was attempted, and how often it was solved."""

    attempts: int
    solved: int


@dataclass(frozen=True, slots=True)
class Pass:
    """pass@k of some problems, with the ends of its 95 % interval and how that was found."""

    k: int
    value: float
    low: float
    high: float
    method: Method


def pass_at(k: int, tries: Tries) -> float:
    """Of one problem. Raises ValueError where there are fewer than `k` attempts.

    The quotient of binomials is the product of (i - k) / i for i from n - c + 1 to n, which cannot overflow.
    """
    n, c = tries.attempts, tries.solved
    if not 1 <= k <= n:
        raise ValueError(f"pass@{k} cannot be told from {n} attempts")
    if n - c < k:
        return 1.0
    return 1.0 - math.prod((i - k) / i for i in range(n - c + 1, n + 1))


def estimate(k: int, problems: Sequence[Tries]) -> Pass:
    """Of several problems, each attempted at least `k` times. Raises ValueError, also where there is none."""
    values = [pass_at(k, tries) for tries in problems]
    if not values:
        raise ValueError("pass@k is that of at least one problem")
    value = math.fsum(values) / len(values)
    if set(values) <= {0.0, 1.0}:
        return Pass(k, value, *wilson(values.count(1.0), len(values)), Method.WILSON)
    return Pass(k, value, *_bootstrap(values), Method.BOOTSTRAP)


def curve(problems: Sequence[Tries]) -> tuple[Pass, ...]:
    """For k = 1, 2, 4 and so on up to what every problem has, and for that; nothing where there is none."""
    most = min((tries.attempts for tries in problems), default=0)
    ks = [2**exponent for exponent in range(most.bit_length()) if 2**exponent < most]
    return tuple(estimate(k, problems) for k in [*ks, *([most] if most else [])])


def wilson(solved: int, problems: int) -> tuple[float, float]:
    """Wilson's score interval, which stays between 0 and 1 also where none or all are solved."""
    share, z2 = solved / problems, _Z**2
    middle = (share + z2 / (2 * problems)) / (1 + z2 / problems)
    half = _Z / (1 + z2 / problems) * math.sqrt(share * (1 - share) / problems + z2 / (4 * problems**2))
    low = 0.0 if solved == 0 else max(0.0, middle - half)
    high = 1.0 if solved == problems else min(1.0, middle + half)
    return low, high


def _bootstrap(values: Sequence[float]) -> tuple[float, float]:
    """The 2.5th and the 97.5th percentile of the means of problems drawn with replacement."""
    drawn = random.Random(SEED)  # noqa: S311 - the same interval each time, and no secret
    count = len(values)
    means = sorted(math.fsum(drawn.choices(values, k=count)) / count for _ in range(RESAMPLES))
    tail = round(0.025 * RESAMPLES)
    return means[tail - 1], means[RESAMPLES - tail]
