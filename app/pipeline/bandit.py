"""A bandit whose rewards fade: the statistics of RMaxTS in DeepSeek-Prover-V1.5 (arXiv:2408.08152, 3.3).

Discounted upper confidence bounds: what an arm paid lately counts more, as what is new in a search runs out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

GAMMA = 0.99
_LEAST, _LEAST_TOTAL = 0.01, 2.0  # of the weight of an arm, and of all arms together


@dataclass(slots=True)
class Arm:
    """One choice. After rewards R_1 ... R_N, `reward` is Σ γ^(N−t) R_t and `weight` is Σ γ^(N−t).

    `in_flight` counts the jobs that have chosen it and have not ended.
    """

    reward: float = 0.0
    weight: float = 0.0
    in_flight: int = 0

    def pay(self, reward: float) -> None:
        """The next reward; all before it fade once more."""
        self.reward = GAMMA * self.reward + reward
        self.weight = GAMMA * self.weight + 1

    @property
    def expected(self) -> tuple[float, float]:
        """Reward and weight if every job in flight ends with nothing: the virtual loss."""
        fading = GAMMA**self.in_flight
        return self.reward * fading, self.weight * fading + (1 - fading) / (1 - GAMMA)


def values(arms: Sequence[Arm]) -> list[float]:
    """The upper confidence bound of each arm."""
    expected = [arm.expected for arm in arms]
    total = max(sum(weight for _, weight in expected), _LEAST_TOTAL)
    return [_bound(reward, max(weight, _LEAST), total) for reward, weight in expected]


def best(arms: Sequence[Arm]) -> int:
    """The number of the arm with the highest bound, the first among equals."""
    bounds = values(arms)
    return bounds.index(max(bounds))


def _bound(reward: float, weight: float, total: float) -> float:
    return reward / weight + sqrt(2 * log(total) / weight)
